//! Recordings and logs of calls, streamed.

use std::{pin::Pin, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use http::StatusCode;
use tokio::{
    io::{AsyncWrite, AsyncWriteExt as _},
    time::timeout,
};

use crate::{
    Client, Error, ErrorKind, Progress, Result,
    models::{Call, CallId},
    upload::OnProgress,
};

const NAME: &str = "call.download";
/// Recordings of two hours are well below.
const MAX_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// A file of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallFile {
    /// The recording.
    Recording,
    /// The recording with one channel per party.
    MultiChannelRecording,
    /// The recording with personal data removed.
    ScrubbedRecording,
    /// The same with one channel per party.
    ScrubbedMultiChannelRecording,
    /// Retell's log of the call.
    PublicLog,
    /// What was looked up in knowledge bases.
    KnowledgeBaseContents,
}

impl CallFile {
    fn link(self, call: &Call) -> Option<&str> {
        match self {
            Self::Recording => &call.recording_url,
            Self::MultiChannelRecording => &call.recording_multi_channel_url,
            Self::ScrubbedRecording => &call.scrubbed_recording_url,
            Self::ScrubbedMultiChannelRecording => &call.scrubbed_recording_multi_channel_url,
            Self::PublicLog => &call.public_log_url,
            Self::KnowledgeBaseContents => &call.knowledge_base_retrieved_contents_url,
        }
        .as_deref()
        .filter(|link| !link.is_empty())
    }
}

/// A download; from [`Calls::download`](crate::resources::Calls::download). Read it with [`Download::stream`] or
/// [`Download::write_to`].
///
/// The link in the call is used as it is, without the API key. If it has expired, the call is fetched again for a fresh
/// one, once.
#[must_use = "a download does nothing until read"]
pub struct Download {
    client: Client,
    call_id: CallId,
    link: Option<String>,
    file: CallFile,
    max_bytes: u64,
    on_progress: Option<OnProgress>,
}

impl Download {
    pub(crate) fn new(client: &Client, call: &Call, file: CallFile) -> Self {
        Self {
            client: client.clone(),
            call_id: call.call_id.clone(),
            link: file.link(call).map(str::to_owned),
            file,
            max_bytes: MAX_BYTES,
            on_progress: None,
        }
    }

    /// Largest file taken; default 2 GiB.
    pub fn max_bytes(mut self, bytes: u64) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Called after each piece that has come.
    pub fn on_progress(mut self, watch: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.on_progress = Some(OnProgress(Arc::new(watch)));
        self
    }

    /// The file, piece by piece. Nothing is kept in memory but the piece at hand.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`] if the call has no such file, [`ErrorKind::TooLarge`] beyond the limit, and what
    /// the network gives. The stream ends after its first error.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future or the stream ends the download.
    pub async fn stream(self) -> Result<impl Stream<Item = Result<Bytes>> + Send + Unpin> {
        let response = self.open().await?;
        let total = response.content_length();
        if total.is_some_and(|total| total > self.max_bytes) {
            return Err(self.too_large());
        }
        let state = (self, response, 0_u64);
        let pieces = stream::try_unfold(state, move |(download, mut response, before)| async move {
            let chunk = timeout(download.client.shared.timeout, response.chunk()).await;
            let chunk = chunk
                .map_err(|_| Error::new(ErrorKind::Timeout, NAME))?
                .map_err(broken)?;
            let Some(chunk) = chunk else { return Ok(None) };
            let bytes = before + chunk.len() as u64;
            if bytes > download.max_bytes {
                return Err(download.too_large());
            }
            if let Some(OnProgress(watch)) = &download.on_progress {
                watch(Progress { bytes, total });
            }
            Ok(Some((chunk, (download, response, bytes))))
        });
        Ok(Box::pin(pieces) as Pin<Box<dyn Stream<Item = Result<Bytes>> + Send>>)
    }

    /// Writes the file to `sink` and says how many bytes it has.
    ///
    /// # Errors
    ///
    /// As [`Download::stream`]; a sink that fails is [`ErrorKind::Transport`] with its error as the cause.
    ///
    /// # Cancel safety
    ///
    /// What was written by then stays written.
    pub async fn write_to(self, sink: &mut (impl AsyncWrite + Unpin)) -> Result<u64> {
        let lost = |error: std::io::Error| Error::new(ErrorKind::Transport, NAME).caused_by(error);
        let mut pieces = self.stream().await?;
        let mut bytes = 0;
        while let Some(piece) = pieces.next().await {
            let piece = piece?;
            sink.write_all(&piece).await.map_err(lost)?;
            bytes += piece.len() as u64;
        }
        sink.flush().await.map_err(lost)?;
        Ok(bytes)
    }

    /// Opens the link, or a fresh one if it has expired.
    async fn open(&self) -> Result<reqwest::Response> {
        if let Some(link) = &self.link {
            match self.get(link).await {
                Err(error) if has_expired(&error) => {}
                opened => return opened,
            }
        }
        let call = self.client.call().retrieve(&self.call_id).await?;
        match self.file.link(&call) {
            Some(link) => self.get(link).await,
            None => Err(Error::new(ErrorKind::InvalidRequest, NAME).detail("the call has no such file")),
        }
    }

    async fn get(&self, link: &str) -> Result<reqwest::Response> {
        let url = url::Url::parse(link)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"))
            .ok_or_else(|| Error::new(ErrorKind::Decode, NAME).detail("the link is not an address"))?;
        let asked = timeout(
            self.client.shared.timeout,
            self.client.shared.http.get(url).send(),
        )
        .await;
        let response = asked
            .map_err(|_| Error::new(ErrorKind::Timeout, NAME))?
            .map_err(broken)?;
        if response.status().is_success() {
            return Ok(response);
        }
        Err(Error::new(ErrorKind::Api, NAME).with_status(response.status()))
    }

    fn too_large(&self) -> Error {
        Error::new(ErrorKind::TooLarge, NAME).detail(format!("more than {} bytes", self.max_bytes))
    }
}

/// How the places files lie at answer to a link that is over.
fn has_expired(error: &Error) -> bool {
    const OVER: [StatusCode; 5] = [
        StatusCode::BAD_REQUEST,
        StatusCode::UNAUTHORIZED,
        StatusCode::FORBIDDEN,
        StatusCode::NOT_FOUND,
        StatusCode::GONE,
    ];
    error.status().is_some_and(|status| OVER.contains(&status))
}

fn broken(error: reqwest::Error) -> Error {
    let kind = if error.is_connect() {
        ErrorKind::Connect
    } else {
        ErrorKind::Transport
    };
    // Links give access to whoever has them.
    Error::new(kind, NAME).caused_by(error.without_url())
}

impl std::fmt::Debug for Download {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Download")
            .field("call_id", &self.call_id)
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}
