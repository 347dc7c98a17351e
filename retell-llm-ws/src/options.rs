//! How a call is served.

use std::{fmt, sync::Arc, time::Duration};

use jiff::Timestamp;

use crate::{
    context::CallContext,
    frame::{AgentConfig, Config},
    observer::{Observer, Silent},
    phrases::Phrases,
    session::Settings,
    shutdown::Shutdown,
};

/// Tells the wall-clock time; injectable so that tests and simulations have their own.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that asks this function.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

impl Default for Clock {
    /// The system's clock.
    fn default() -> Self {
        Self::new(Timestamp::now)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// Chooses phrases for a call.
pub(crate) type PhrasesFor = Arc<dyn Fn(&CallContext) -> Phrases + Send + Sync>;

/// How a call is served. Start from [`Options::default`] and set what differs; cheap to clone, so a host may change
/// it per call.
#[derive(Clone)]
pub struct Options {
    pub(crate) settings: Arc<Settings>,
    pub(crate) phrases_for: Option<PhrasesFor>,
    pub(crate) max_message_bytes: usize,
    pub(crate) keep_words: bool,
    pub(crate) max_messages_per_second: u32,
    pub(crate) clock: Clock,
    pub(crate) observer: Arc<dyn Observer>,
    pub(crate) shutdown: Shutdown,
    #[cfg(feature = "tape")]
    pub(crate) tape: Option<crate::tape::Recording>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("settings", &self.settings)
            .field("max_message_bytes", &self.max_message_bytes)
            .finish_non_exhaustive()
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            settings: Arc::default(),
            phrases_for: None,
            max_message_bytes: 8 * 1024 * 1024,
            keep_words: false,
            max_messages_per_second: 1000,
            clock: Clock::default(),
            observer: Arc::new(Silent),
            shutdown: Shutdown::default(),
            #[cfg(feature = "tape")]
            tape: None,
        }
    }
}

impl Options {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    fn settings(&mut self) -> &mut Settings {
        Arc::make_mut(&mut self.settings)
    }

    /// What Retell shall send. Default: keepalives and call details, no tool calls.
    #[must_use]
    pub fn config(mut self, config: Config) -> Self {
        self.settings().config = config;
        self
    }

    /// Changes the agent for each call, right after the configuration. Default: nothing is changed.
    #[must_use]
    pub fn agent_config(mut self, agent_config: impl Into<Option<AgentConfig>>) -> Self {
        self.settings().agent_config = agent_config.into();
        self
    }

    /// How long the begin message waits for the details of the call. Default: 1 s. Without
    /// [`Config::call_details`] nothing is waited for.
    #[must_use]
    pub fn call_details_deadline(mut self, deadline: Duration) -> Self {
        self.settings().call_details_deadline = deadline;
        self
    }

    /// Says `phrase` once when a turn has brought no words after `deadline`; the answer then follows under the same id.
    /// Default: one of three English phrases after 2.5 s.
    #[must_use]
    pub fn holding(mut self, deadline: Duration, phrase: impl Into<String>) -> Self {
        let settings = self.settings();
        settings.phrases = settings.phrases.clone().holding([phrase]);
        self.holding_deadline(deadline)
    }

    /// When the holding phrase is said, if nothing else was. Default: after 2.5 s; `None` for never.
    #[must_use]
    pub fn holding_deadline(mut self, deadline: impl Into<Option<Duration>>) -> Self {
        self.settings().holding_deadline = deadline.into();
        self
    }

    /// Turns the holding phrase off.
    #[must_use]
    pub fn no_holding(self) -> Self {
        self.holding_deadline(None)
    }

    /// How often a turn is tried again that failed (by an error or a panic) before it said anything or called a tool.
    /// Default: once. The turn's deadline counts from the request all the same.
    #[must_use]
    pub fn retries(mut self, retries: u32) -> Self {
        self.settings().retries = retries;
        self
    }

    /// How long an answer that has begun may pause before it is given up and the fallback phrase spoken. Default: 6 s;
    /// `None` for as long as the turn may take.
    #[must_use]
    pub fn stall_deadline(mut self, deadline: impl Into<Option<Duration>>) -> Self {
        self.settings().stall_deadline = deadline.into();
        self
    }

    /// How long a whole turn may take before it is given up and the fallback phrase spoken. Default: 12 s.
    #[must_use]
    pub fn turn_deadline(mut self, deadline: Duration) -> Self {
        self.settings().turn_deadline = deadline;
        self
    }

    /// How many bytes of words an answer may have, the greeting included; one that goes beyond is given up like one that
    /// fails, and nothing of the chunk too many is said. Default: 64 KiB, more than an hour of speech.
    #[must_use]
    pub fn max_answer_bytes(mut self, bytes: usize) -> Self {
        self.settings().max_answer_bytes = bytes;
        self
    }

    /// How long one socket of a call may be open. It is then closed with 1000, which hangs up. Default: two hours and five
    /// minutes, because Retell itself ends a call after two hours
    /// (<https://docs.retellai.com/api-references/create-agent>, `max_call_duration_ms`); `None` for ever, and then a
    /// connection that died without a word is only noticed by [`idle_timeout`](Self::idle_timeout).
    #[must_use]
    pub fn call_deadline(mut self, deadline: impl Into<Option<Duration>>) -> Self {
        self.settings().call_deadline = deadline.into();
        self
    }

    /// Spoken when the policy fails, panics or takes too long. Default: asks the caller to say it again, in English.
    #[must_use]
    pub fn fallback_phrase(mut self, phrase: impl Into<String>) -> Self {
        let settings = self.settings();
        settings.phrases = settings.phrases.clone().fallback([phrase]);
        self
    }

    /// What is said when an answer is late or fails. Default: English.
    #[must_use]
    pub fn phrases(mut self, phrases: Phrases) -> Self {
        self.settings().phrases = phrases;
        self
    }

    /// Chooses the phrases for each call, when it begins and again when its details come later; by a dynamic variable
    /// that names the language, say. Comes before [`phrases`](Self::phrases).
    #[must_use]
    pub fn phrases_for(mut self, choose: impl Fn(&CallContext) -> Phrases + Send + Sync + 'static) -> Self {
        self.phrases_for = Some(Arc::new(choose));
        self
    }

    /// Sends an action that was lost to an interruption again with the last words of the next answer, and so on until
    /// it is done or withdrawn: an answer that acts itself replaces it, and [`Reply::withdraw`](crate::Reply::withdraw)
    /// takes it back. Default: on. Off, a policy is only told ([`Turn::lost_action`](crate::Turn::lost_action)).
    #[must_use]
    pub fn resend_lost_actions(mut self, resend: bool) -> Self {
        self.settings().resend_lost_actions = resend;
        self
    }

    /// How long nothing at all may come from Retell before the connection is taken for dead and dropped. Default: 30 s.
    /// Counts only with [`Config::auto_reconnect`], when Retell sends a keepalive every two seconds.
    #[must_use]
    pub fn idle_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.settings().idle_timeout = timeout.into();
        self
    }

    /// The largest message accepted, in bytes; a larger one closes the socket with 1009. Default: 8 MiB.
    ///
    /// Every message holds the whole transcript, so leave room for long calls.
    #[must_use]
    pub fn max_message_bytes(mut self, bytes: usize) -> Self {
        self.max_message_bytes = bytes;
        self
    }

    /// How many messages a second are accepted on one socket, on average; as many may come at once after a silence. More
    /// close the socket with 1008. Default: 1000; Retell sends several a second.
    #[must_use]
    pub fn max_messages_per_second(mut self, messages: u32) -> Self {
        self.max_messages_per_second = messages;
        self
    }

    /// The limit set by [`Options::max_message_bytes`], for a host that makes the socket itself.
    pub fn message_limit(&self) -> usize {
        self.max_message_bytes
    }

    /// Whether policies see the time of each word ([`Utterance::words`]). Default: no; they are most of a transcript's
    /// bytes, and reading them most of a turn's cost.
    ///
    /// [`Utterance::words`]: crate::models::Utterance::words
    #[must_use]
    pub fn keep_words(mut self, keep: bool) -> Self {
        self.keep_words = keep;
        self
    }

    /// Records the call. A tape takes one socket: make one for each, and set it on a copy of the options. Default: none.
    #[cfg(feature = "tape")]
    #[must_use]
    pub fn tape(mut self, recording: crate::tape::Recording) -> Self {
        self.tape = Some(recording);
        self
    }

    /// Where the time comes from. Default: the system's clock.
    #[must_use]
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Who is told what happens. Default: nobody.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// The switch that ends calls when the process does. Default: one of its own that nobody holds.
    #[must_use]
    pub fn shutdown(mut self, shutdown: Shutdown) -> Self {
        self.shutdown = shutdown;
        self
    }
}
