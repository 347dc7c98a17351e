//! Deploying without dropping calls.

use std::{sync::Arc, time::Duration};

use tokio::{sync::watch, time::Instant};

/// Longer than any call.
const FOR_EVER: Duration = Duration::from_secs(10 * 365 * 24 * 3600);

/// A switch shared by all calls of a process, for its orderly end.
///
/// Closing a socket with 1000 hangs up on the caller. A draining process therefore lets live calls go on for a grace
/// period and then drops their sockets without a close frame: Retell dials again, and the next process takes over.
#[derive(Debug, Clone)]
pub struct Shutdown {
    drop_at: Arc<watch::Sender<Option<Instant>>>,
}

impl Default for Shutdown {
    fn default() -> Self {
        Self::new()
    }
}

impl Shutdown {
    /// A switch that is off.
    pub fn new() -> Self {
        Self {
            drop_at: Arc::new(watch::Sender::new(None)),
        }
    }

    /// Lets live calls go on for `grace` at most, then drops their sockets. Called again, the earlier end counts.
    /// Calls that begin from here on are served too, to the same end; refuse them before the upgrade.
    pub fn drain(&self, grace: Duration) {
        let now = Instant::now();
        let at = now.checked_add(grace).unwrap_or(now + FOR_EVER);
        self.drop_at
            .send_modify(|drop_at| *drop_at = Some(drop_at.map_or(at, |earlier| earlier.min(at))));
    }

    /// Whether [`drain`](Self::drain) was called.
    pub fn is_draining(&self) -> bool {
        self.drop_at.borrow().is_some()
    }

    /// How many calls are being served.
    pub fn live_calls(&self) -> usize {
        self.drop_at.receiver_count()
    }

    /// Waits until no call is being served.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub async fn idle(&self) {
        self.drop_at.closed().await;
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<Option<Instant>> {
        self.drop_at.subscribe()
    }
}
