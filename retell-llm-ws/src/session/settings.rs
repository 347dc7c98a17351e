//! The numbers and phrases a session goes by.

use std::time::Duration;

use crate::{
    frame::{AgentConfig, Config},
    phrases::Phrases,
};

/// The numbers and phrases a session goes by. [`Options`](crate::Options) explains each.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Sent first on each socket.
    pub config: Config,
    /// Sent next, if any.
    pub agent_config: Option<AgentConfig>,
    /// How long the begin message waits for the details of the call.
    pub call_details_deadline: Duration,
    /// How long a turn may bring no words before the holding phrase is said; `None` for never.
    pub holding_deadline: Option<Duration>,
    /// How long an answer that has begun may pause; `None` for ever.
    pub stall_deadline: Option<Duration>,
    /// How long a turn may take.
    pub turn_deadline: Duration,
    /// How many bytes of words an answer may have.
    pub max_answer_bytes: usize,
    /// How long the socket may be open; `None` for ever.
    pub call_deadline: Option<Duration>,
    /// How often a turn that failed before it said anything is tried again.
    pub retries: u32,
    /// What to say when an answer is late or fails, until [`Session::speak_with`](super::Session::speak_with).
    pub phrases: Phrases,
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
            holding_deadline: Some(Duration::from_millis(2500)),
            stall_deadline: Some(Duration::from_secs(6)),
            turn_deadline: Duration::from_secs(12),
            max_answer_bytes: 64 * 1024,
            call_deadline: Some(Duration::from_secs(2 * 3600 + 300)),
            retries: 1,
            phrases: Phrases::default(),
            resend_lost_actions: true,
            idle_timeout: Some(Duration::from_secs(30)),
        }
    }
}
