//! What an application writes: a [`ConversationPolicy`] decides what the agent says.

use async_trait::async_trait;
use jiff::Timestamp;
use retell_client::models::Utterance;

use crate::{
    context::CallContext,
    frame::{ResponseId, TurnTaking},
    reply::{Action, Closed, Reply, Speech},
};

/// Decides what the agent says in one call.
///
/// One instance lives as long as one socket. State changes belong into the synchronous methods; [`respond`] borrows
/// the policy immutably, so it can be dropped at any await when the caller barges in and no half-made state remains.
///
/// No method may block the thread: pings of the same call are answered by the task that polls the policy. Work that
/// takes long on the processor belongs into `spawn_blocking`.
///
/// [`respond`]: Self::respond
#[async_trait]
pub trait ConversationPolicy: Send + Sync + 'static {
    /// The begin message. Called once, as soon as the call is known; not called for a reconnected call.
    ///
    /// The default is to stay silent and let the caller speak first.
    fn greet(&mut self, call: &CallContext) -> Speech {
        let _ = call;
        Speech::silence()
    }

    /// Something happened. All state changes belong here.
    ///
    /// Called with [`Observed::Turn`] right before [`respond`](Self::respond).
    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        let _ = (call, event);
    }

    /// Answers one request through `reply`.
    ///
    /// Returning without [`Reply::finish`] is fine: the engine completes the response. Saying nothing at all leaves
    /// the word to the caller.
    ///
    /// # Errors
    ///
    /// On an error (or a panic) the engine speaks the fallback phrase, so that the caller is not left in silence.
    ///
    /// # Cancel safety
    ///
    /// The future is dropped when a newer request supersedes this one or the turn's deadline passes.
    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError>;
}

/// So that a factory may choose among policies at run time.
#[async_trait]
impl<P: ConversationPolicy + ?Sized> ConversationPolicy for Box<P> {
    fn greet(&mut self, call: &CallContext) -> Speech {
        (**self).greet(call)
    }

    fn observe(&mut self, call: &CallContext, event: Observed<'_>) {
        (**self).observe(call, event);
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        (**self).respond(turn, reply).await
    }
}

/// What a policy is told between its answers.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Observed<'a> {
    /// The transcript grew, or the word passed from one side to the other. Updates that come while a turn is being
    /// answered are coalesced: the policy sees the latest one when it is free.
    Update {
        /// The whole transcript so far.
        transcript: &'a [Utterance],
        /// Who has the word now, when it has just changed.
        turntaking: Option<TurnTaking>,
    },
    /// An answer is wanted; [`ConversationPolicy::respond`] is called next.
    Turn(&'a Turn<'a>),
    /// The answer to this request was cut off by a newer request. What was sent of it may not have been heard.
    Superseded {
        /// The request that is no longer of interest.
        response_id: ResponseId,
    },
    /// The answer to this request failed or took too long, and the fallback phrase was spoken in its place.
    Failed {
        /// The request that was answered with the fallback phrase.
        response_id: ResponseId,
    },
    /// An action was sent, but the caller spoke on before Retell carried it out, so Retell dropped it. Reported right
    /// before the turn that follows. Whether to send it again is for the policy to say: the caller may have
    /// interrupted the goodbye with something that matters.
    ActionLost {
        /// The request the action was sent with.
        response_id: ResponseId,
        /// The action that was lost.
        action: &'a Action,
    },
    /// The details of the call came after the policy was made; they are in [`CallContext::call`] now.
    Details,
    /// This socket continues a call that was greeted before. Rebuild state from the next transcript.
    Resumed,
}

/// One request for an answer.
#[derive(Debug, Clone, Copy)]
pub struct Turn<'a> {
    /// The call this turn belongs to.
    pub call: &'a CallContext,
    /// Retell's name of the request, increasing within the call.
    pub response_id: ResponseId,
    /// Why an answer is wanted.
    pub kind: TurnKind,
    /// The whole transcript so far, the caller's latest words last.
    pub transcript: &'a [Utterance],
    /// The time at which the request arrived.
    pub now: Timestamp,
}

impl Turn<'_> {
    /// The caller's latest words: the content of the last utterance, when it is not the agent's.
    pub fn said(&self) -> Option<&str> {
        self.transcript
            .last()
            .filter(|utterance| !crate::context::is_agent(utterance))
            .map(|utterance| utterance.content.as_str())
    }
}

/// Why Retell asks for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TurnKind {
    /// The caller has spoken (`response_required`).
    Response,
    /// The caller has been silent for a while (`reminder_required`).
    Reminder,
}

/// Why a policy could not answer. The text is for logs: keep what people said, their names and numbers out of it.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct PolicyError {
    message: String,
    #[source]
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl PolicyError {
    /// An error that says what the policy was doing.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    /// The same, with its cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }
}

impl From<Closed> for PolicyError {
    fn from(closed: Closed) -> Self {
        Self::new("the turn is over").with_source(closed)
    }
}
