//! One sending of files: how far it is, whether it still moves, what went wrong on this side.

use std::{
    fmt,
    future::Future,
    io,
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{
    TryStreamExt as _,
    future::{Either, select},
    stream,
};
use tokio::{sync::watch, time::timeout};

use super::file::Opened;

/// How far an upload or a download is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Bytes moved so far.
    pub bytes: u64,
    /// Bytes there are, if that is known.
    pub total: Option<u64>,
}

/// What a caller wants done about progress.
#[derive(Clone)]
pub(crate) struct OnProgress(pub(crate) Arc<dyn Fn(Progress) + Send + Sync>);

impl fmt::Debug for OnProgress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnProgress")
    }
}

/// One sending.
pub(crate) struct Sending {
    total: Option<u64>,
    sent: watch::Sender<u64>,
    on_progress: Option<OnProgress>,
    failure: Mutex<Option<io::Error>>,
}

/// Nothing moved for too long.
#[derive(Debug)]
pub(crate) struct Stalled;

impl Sending {
    pub(crate) fn new(total: Option<u64>, on_progress: Option<OnProgress>) -> Self {
        Self {
            total,
            sent: watch::Sender::new(0),
            on_progress,
            failure: Mutex::new(None),
        }
    }

    /// A file as a body that counts itself into this.
    pub(crate) fn body(self: Arc<Self>, file: Opened) -> reqwest::Body {
        let chunks = stream::try_unfold((self, file), |(sending, mut file)| async move {
            match next(&mut file).await {
                Ok(Some(chunk)) => {
                    sending.count(chunk.len() as u64);
                    Ok(Some((chunk, (sending, file))))
                }
                Ok(None) => Ok(None),
                Err(error) => {
                    let kind = error.kind();
                    *sending.failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    Err(io::Error::from(kind))
                }
            }
        });
        reqwest::Body::wrap_stream(chunks)
    }

    fn count(&self, bytes: u64) {
        let mut sent = 0;
        self.sent.send_modify(|so_far| {
            *so_far += bytes;
            sent = *so_far;
        });
        if let Some(OnProgress(report)) = &self.on_progress {
            report(Progress {
                bytes: sent,
                total: self.total,
            });
        }
    }

    /// What went wrong with reading a file, if that is what went wrong.
    pub(crate) fn failure(&self) -> Option<io::Error> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Waits for `exchange` as long as something moves at least every `patience`.
    pub(crate) async fn watch<T>(
        &self,
        patience: Duration,
        exchange: impl Future<Output = T>,
    ) -> Result<T, Stalled> {
        let mut sent = self.sent.subscribe();
        let silence = async { while timeout(patience, sent.changed()).await.is_ok() {} };
        match select(pin!(exchange), pin!(silence)).await {
            Either::Left((outcome, _)) => Ok(outcome),
            Either::Right(_) => Err(Stalled),
        }
    }
}

/// The next chunk, held against the length that was announced.
async fn next(file: &mut Opened) -> io::Result<Option<Bytes>> {
    let chunk = file.chunks.try_next().await?;
    if let Some(left) = &mut file.length {
        let given = chunk.as_ref().map_or(0, |chunk| chunk.len() as u64);
        *left = left
            .checked_sub(given)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it is longer than was announced"))?;
        if chunk.is_none() && *left > 0 {
            return Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "it is shorter than was announced",
            ));
        }
    }
    Ok(chunk)
}
