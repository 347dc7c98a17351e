//! What an application writes: a [`ConversationPolicy`] decides what the agent says.

use async_trait::async_trait;
use jiff::Timestamp;
use retell_client::models::{TranscriptItem, Utterance};

use crate::{
    action::{Action, LostAction},
    context::CallContext,
    frame::{ResponseId, TurnTaking},
    reply::{Closed, Reply, Speech},
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
    /// On an error or a panic before the first words the engine asks once more ([`Turn::attempt`]); else it speaks the
    /// fallback phrase, so that the caller is not left in silence.
    ///
    /// # Cancel safety
    ///
    /// The future is dropped when a newer request supersedes this one, the host interrupts, or a deadline passes.
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
        /// The same with tool calls woven in; see [`Turn::items`].
        items: &'a [TranscriptItem],
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
    /// The answer to this request was cut off by words of the host's ([`CallHandle::interrupt`]).
    ///
    /// [`CallHandle::interrupt`]: crate::registry::CallHandle::interrupt
    Interrupted {
        /// The request that was not answered to its end.
        response_id: ResponseId,
    },
    /// The answer to this request failed or took too long, and the fallback phrase was spoken in its place.
    Failed {
        /// The request that was answered with the fallback phrase.
        response_id: ResponseId,
    },
    /// An action was sent, but the caller spoke on before Retell carried it out, so Retell dropped it. Reported right
    /// before the turn that follows, which has it as [`Turn::lost_action`] and may withdraw it.
    ActionLost {
        /// The request the action was sent with; `None` when it came with words nobody asked for.
        response_id: Option<ResponseId>,
        /// The action that was lost.
        action: &'a Action,
    },
    /// The host tells the policy something ([`CallHandle::inject`]).
    ///
    /// [`CallHandle::inject`]: crate::registry::CallHandle::inject
    Note(&'a str),
    /// The details of the call came after the policy was made; they are in [`CallContext::call`] now.
    Details,
    /// This socket continues a call that was greeted before. Rebuild state from the next transcript.
    Resumed,
}

/// One request for an answer.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Turn<'a> {
    /// The call this turn belongs to.
    pub call: &'a CallContext,
    /// Retell's name of the request, increasing within the call.
    pub response_id: ResponseId,
    /// Why an answer is wanted.
    pub kind: TurnKind,
    /// 1 at first; more when an earlier try at this very turn has failed ([`Options::retries`](crate::Options::retries)).
    pub attempt: u32,
    /// The whole transcript so far, the caller's latest words last.
    pub transcript: &'a [Utterance],
    /// The same with tool calls, digits and the like woven in; empty unless
    /// [`Config::transcript_with_tool_calls`](crate::frame::Config::transcript_with_tool_calls) asked for it.
    pub items: &'a [TranscriptItem],
    /// An action that was sent earlier and that Retell has dropped, because the caller talked over it. It is sent again
    /// with the last words of this answer, unless the answer acts itself or withdraws it ([`Reply::withdraw`]). With
    /// [`Options::resend_lost_actions`](crate::Options::resend_lost_actions) off nothing is sent again.
    pub lost_action: Option<&'a LostAction>,
    /// The time at which the request arrived.
    pub now: Timestamp,
}

impl<'a> Turn<'a> {
    /// A first try at a request with nothing but a transcript; set the other fields as needed. For tests of policies.
    pub fn new(
        call: &'a CallContext,
        response_id: ResponseId,
        kind: TurnKind,
        transcript: &'a [Utterance],
        now: Timestamp,
    ) -> Self {
        Self {
            call,
            response_id,
            kind,
            attempt: 1,
            transcript,
            items: &[],
            lost_action: None,
            now,
        }
    }
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
