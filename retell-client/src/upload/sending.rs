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
    over: watch::Sender<bool>,
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
            over: watch::Sender::new(false),
        }
    }

    /// A file as a body that counts itself into this.
    pub(crate) fn body(self: Arc<Self>, file: Opened) -> reqwest::Body {
        let chunks = stream::try_unfold((self, file), |(sending, mut file)| async move {
            match sending.next(&mut file).await {
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

    /// The next chunk, unless the exchange is over: a server that has refused a file does not get the rest of it.
    async fn next(&self, file: &mut Opened) -> io::Result<Option<Bytes>> {
        let mut over = self.over.subscribe();
        let over = over.wait_for(|over| *over);
        match select(pin!(next(file)), pin!(over)).await {
            Either::Left((chunk, _)) => chunk,
            Either::Right(_) => Err(io::ErrorKind::Interrupted.into()),
        }
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
        let outcome = match select(pin!(exchange), pin!(silence)).await {
            Either::Left((outcome, _)) => Ok(outcome),
            Either::Right(_) => Err(Stalled),
        };
        self.over.send_replace(true);
        outcome
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

#[cfg(test)]
mod tests {
    use tokio::time::{Instant, sleep};

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn an_upload_may_take_as_long_as_it_moves() {
        let sending = Sending::new(None, None);
        let slow = async {
            for _ in 0..100 {
                sleep(PATIENCE / 2).await;
                sending.count(1);
            }
        };
        sending.watch(PATIENCE, slow).await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn patience_ends_when_nothing_moves() {
        let sending = Sending::new(None, None);
        let begun = Instant::now();
        let stuck = async {
            sleep(PATIENCE / 2).await;
            sending.count(1);
            std::future::pending::<()>().await;
        };
        sending.watch(PATIENCE, stuck).await.unwrap_err();
        assert_eq!(begun.elapsed(), PATIENCE / 2 + PATIENCE);
    }
}
