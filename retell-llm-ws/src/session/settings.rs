//! The numbers and phrases a session goes by.

use std::{fmt, time::Duration};

use crate::frame::{AgentConfig, Config};

/// The numbers and phrases a session goes by. [`Options`](crate::Options) explains each.
#[derive(Clone, PartialEq)]
pub struct Settings {
    /// Sent first on each socket.
    pub config: Config,
    /// Sent next, if any.
    pub agent_config: Option<AgentConfig>,
    /// How long the begin message waits for the details of the call.
    pub call_details_deadline: Duration,
    /// What to say when a turn has brought no words for this long.
    pub holding: Option<(Duration, String)>,
    /// How long a turn may take.
    pub turn_deadline: Duration,
    /// What to say when a turn fails.
    pub fallback_phrase: String,
    /// Whether the session sends lost actions again by itself.
    pub resend_lost_actions: bool,
    /// How long the other side may be silent.
    pub idle_timeout: Option<Duration>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            config: Config::default(),
            agent_config: None,
            call_details_deadline: Duration::from_secs(1),
            holding: Some((Duration::from_millis(2500), "One moment, please. ".to_owned())),
            turn_deadline: Duration::from_secs(12),
            fallback_phrase: "Sorry, I missed that. Could you say it again?".to_owned(),
            resend_lost_actions: false,
            idle_timeout: Some(Duration::from_secs(30)),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("config", &self.config)
            .field("agent_config", &self.agent_config)
            .field("call_details_deadline", &self.call_details_deadline)
            .field(
                "holding_deadline",
                &self.holding.as_ref().map(|(deadline, _)| deadline),
            )
            .field("turn_deadline", &self.turn_deadline)
            .field("resend_lost_actions", &self.resend_lost_actions)
            .field("idle_timeout", &self.idle_timeout)
            .finish_non_exhaustive()
    }
}
