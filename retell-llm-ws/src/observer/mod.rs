//! What a host learns about a call, for metrics and records. No words, no numbers.

#[cfg(feature = "metrics")]
mod metrics;

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;

#[cfg(feature = "metrics")]
pub use self::metrics::MetricsObserver;
use crate::{context::CallContext, drive::Outcome, frame::ResponseId, frame::TurnTaking, policy::TurnKind};

/// Is told what happens in a call. All methods are called from the task of the call: hand work over, do not wait. A
/// panic in one is caught, and only that word is lost.
///
/// Every method does nothing unless written. A pair of observers is an observer, for two listeners or more, and so is a
/// shared one.
pub trait Observer: Send + Sync + 'static {
    /// The call is known and is about to be greeted, or goes on after a reconnect ([`CallContext::resumed`]).
    fn call_began(&self, call: &CallContext) {
        let _ = call;
    }

    /// The begin message, or the empty one of a resumed call, was sent.
    fn greeted(&self, call: &CallContext) {
        let _ = call;
    }

    /// Retell asked for an answer, and the policy is put to work.
    fn turn_began(&self, call: &CallContext, response_id: ResponseId, kind: TurnKind) {
        let _ = (call, response_id, kind);
    }

    /// The first words of a response were sent: of the policy, or a holding or fallback phrase. Id 0 is the begin
    /// message. A response without words has none.
    fn first_words(&self, call: &CallContext, response_id: ResponseId) {
        let _ = (call, response_id);
    }

    /// A response was completed or superseded, or the call ended before either.
    fn turn_finished(&self, call: &CallContext, report: &TurnReport) {
        let _ = (call, report);
    }

    /// The word passed to this side.
    fn turn_taken(&self, call: &CallContext, by: &TurnTaking) {
        let _ = (call, by);
    }

    /// A frame could not be read and was skipped, or could only be read in part.
    fn bad_frame(&self, call: &CallContext) {
        let _ = call;
    }

    /// The socket has ended. Called once for each socket that was served, also when the call was never greeted.
    fn call_ended(&self, call: &CallContext, outcome: &Outcome) {
        let _ = (call, outcome);
    }
}

/// Passes everything on to other observers, in order.
macro_rules! pass_on {
    ($this:ident to $($to:expr),+) => {
        fn call_began(&$this, call: &CallContext) {
            $($to.call_began(call);)+
        }

        fn greeted(&$this, call: &CallContext) {
            $($to.greeted(call);)+
        }

        fn turn_began(&$this, call: &CallContext, response_id: ResponseId, kind: TurnKind) {
            $($to.turn_began(call, response_id, kind);)+
        }

        fn first_words(&$this, call: &CallContext, response_id: ResponseId) {
            $($to.first_words(call, response_id);)+
        }

        fn turn_finished(&$this, call: &CallContext, report: &TurnReport) {
            $($to.turn_finished(call, report);)+
        }

        fn turn_taken(&$this, call: &CallContext, by: &TurnTaking) {
            $($to.turn_taken(call, by);)+
        }

        fn bad_frame(&$this, call: &CallContext) {
            $($to.bad_frame(call);)+
        }

        fn call_ended(&$this, call: &CallContext, outcome: &Outcome) {
            $($to.call_ended(call, outcome);)+
        }
    };
}

impl<A: Observer, B: Observer> Observer for (A, B) {
    pass_on!(self to self.0, self.1);
}

impl<O: Observer + ?Sized> Observer for Arc<O> {
    pass_on!(self to **self);
}

/// Listens to nothing.
#[derive(Debug)]
pub(crate) struct Silent;

impl Observer for Silent {}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// The begin message.
    Begin,
    /// An answer to the caller.
    Response,
    /// Something to say into a silence.
    Reminder,
}

impl ReportKind {
    /// The name in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Response => "response",
            Self::Reminder => "reminder",
        }
    }
}

/// How one response id went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TurnReport {
    /// The response.
    pub response_id: ResponseId,
    /// What was asked for.
    pub kind: ReportKind,
    /// When the request arrived; for the begin message, when the socket was opened.
    pub requested_at: Timestamp,
    /// From the request to the first words, holding phrase included; `None` when nothing was said.
    pub first_chunk: Option<Duration>,
    /// From the request to the completing frame; `None` when superseded before.
    pub completed: Option<Duration>,
    /// Frames sent for this id.
    pub chunks: u32,
    /// Whether a newer request cut it off.
    pub superseded: bool,
    /// Whether the host cut it off with words of its own.
    pub interrupted: bool,
    /// Whether the fallback phrase was spoken.
    pub fallback: bool,
    /// How often the policy was asked again, having failed before it said anything.
    pub retries: u32,
}
