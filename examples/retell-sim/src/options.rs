//! What a simulator can be told.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use secrecy::SecretString;

/// Settings of a [`Simulator`](crate::Simulator).
///
/// ```
/// use retell_sim::SimOptions;
///
/// let options = SimOptions::new("key_demo")
///     .llm_websocket_url("ws://127.0.0.1:8080/api/v1/retell/llm-webhook")
///     .webhook_url("http://127.0.0.1:8080/api/v1/retell/webhook")
///     .speed(20.0);
/// assert_eq!(options.agent_id, "agent_sim_dispatch");
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct SimOptions {
    /// The key REST requests must carry as `Authorization: Bearer`, and the key webhooks are signed with. Default
    /// `key_simulator`.
    pub api_key: SecretString,
    /// Where the simulator listens. Default `127.0.0.1:0`, a free port on loopback.
    pub listen: SocketAddr,
    /// Where the first agent's webhooks go. Default none: no webhook is sent.
    pub webhook_url: Option<String>,
    /// The first agent's custom-LLM socket, without the call id. Default none: calls then end
    /// `error_llm_websocket_open`.
    pub llm_websocket_url: Option<String>,
    /// The id of the agent that exists from the start. Default `agent_sim_dispatch`.
    pub agent_id: String,
    /// How many seconds of call pass in one real second. Default 1; between 0.1 and 1000.
    pub speed: f64,
    /// What every choice of the simulator is drawn from, call by call. Default 7.
    pub seed: u64,
    /// How long a web call waits for somebody to join, in real time. Default 30 s.
    pub join_deadline: Duration,
    /// How many calls may be registered or ongoing at once; beyond it creation answers 429. Default 20.
    pub max_concurrent: usize,
    /// How many finished calls are remembered; beyond it the oldest are forgotten. Default 10 000.
    pub max_remembered: usize,
}

impl SimOptions {
    /// The defaults, with this API key.
    pub fn new(api_key: impl Into<String>) -> Self {
        Self {
            api_key: SecretString::from(api_key.into()),
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            webhook_url: None,
            llm_websocket_url: None,
            agent_id: "agent_sim_dispatch".to_owned(),
            speed: 1.0,
            seed: 7,
            join_deadline: Duration::from_secs(30),
            max_concurrent: 20,
            max_remembered: 10_000,
        }
    }

    /// Expect this key, and sign webhooks with it.
    #[must_use]
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.api_key = SecretString::from(key.into());
        self
    }

    /// Listen here.
    #[must_use]
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = address;
        self
    }

    /// Send the first agent's webhooks there.
    #[must_use]
    pub fn webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(url.into());
        self
    }

    /// Dial this socket for the first agent; the call id is appended as one more path segment.
    #[must_use]
    pub fn llm_websocket_url(mut self, url: impl Into<String>) -> Self {
        self.llm_websocket_url = Some(url.into());
        self
    }

    /// Name the first agent.
    #[must_use]
    pub fn agent_id(mut self, id: impl Into<String>) -> Self {
        self.agent_id = id.into();
        self
    }

    /// Let calls run this many times faster than life.
    #[must_use]
    pub fn speed(mut self, speed: f64) -> Self {
        self.speed = speed;
        self
    }

    /// Draw every choice from this seed.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Wait this long, in real time, for somebody to join a web call.
    #[must_use]
    pub fn join_deadline(mut self, deadline: Duration) -> Self {
        self.join_deadline = deadline;
        self
    }

    /// Allow this many calls at once.
    #[must_use]
    pub fn max_concurrent(mut self, calls: usize) -> Self {
        self.max_concurrent = calls;
        self
    }

    /// Remember this many finished calls.
    #[must_use]
    pub fn max_remembered(mut self, calls: usize) -> Self {
        self.max_remembered = calls;
        self
    }
}

impl Default for SimOptions {
    fn default() -> Self {
        Self::new("key_simulator")
    }
}

/// The addresses may hold a secret, so they are not shown.
impl fmt::Debug for SimOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SimOptions")
            .field("listen", &self.listen)
            .field("agent_id", &self.agent_id)
            .field("speed", &self.speed)
            .field("seed", &self.seed)
            .field("join_deadline", &self.join_deadline)
            .field("max_concurrent", &self.max_concurrent)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_shown() {
        let options = SimOptions::new("key_hidden")
            .llm_websocket_url("ws://h/hidden")
            .webhook_url("http://h/hidden");
        assert!(!format!("{options:?}").contains("hidden"));
    }
}
