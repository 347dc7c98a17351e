//! Dialling the application's LLM socket.

use std::time::Duration;

use retell_client::models::CallId;
use retell_llm_ws::caller::Caller;
use tokio::time::{Instant, sleep, timeout};

/// How often, how patiently and for how long the socket is dialled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialling {
    attempts: u32,
    patience: Duration,
    pause: Duration,
    /// No attempt begins later than this.
    window: Duration,
}

impl Dialling {
    /// At the start of a call: three attempts of seven seconds, three seconds apart.
    pub(crate) fn first(speed: f64) -> Self {
        Self {
            attempts: 3,
            patience: Duration::from_secs(7),
            pause: faster(Duration::from_secs(3), speed),
            window: Duration::from_secs(60),
        }
    }

    /// After a lost socket: again and again for fifteen seconds, long enough for a server to be restarted.
    pub(crate) fn again(speed: f64) -> Self {
        Self {
            attempts: u32::MAX,
            patience: Duration::from_secs(7),
            pause: faster(Duration::from_secs(1), speed),
            window: Duration::from_secs(15),
        }
    }

    /// Dials until somebody answers; `None` when nobody did.
    pub(crate) async fn dial(self, url: &str, call_id: &CallId) -> Option<Caller> {
        let started = Instant::now();
        for attempt in 0..self.attempts {
            match timeout(self.patience, Caller::connect(url, call_id)).await {
                Ok(Ok(caller)) => return Some(caller),
                Ok(Err(error)) => {
                    tracing::debug!(call.id = %call_id, attempt, %error, "LLM socket not opened")
                }
                Err(_) => tracing::debug!(call.id = %call_id, attempt, "LLM socket not opened in time"),
            }
            if attempt + 1 == self.attempts || started.elapsed() + self.pause > self.window {
                break;
            }
            sleep(self.pause).await;
        }
        None
    }
}

/// Pauses shrink with the speed, but stay long enough for a server to come back.
fn faster(pause: Duration, speed: f64) -> Duration {
    pause.div_f64(speed.max(1.0)).max(Duration::from_millis(100))
}
