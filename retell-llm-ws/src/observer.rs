//! What a host learns about a call, for metrics and records. No words, no numbers.

use std::time::Duration;

use jiff::Timestamp;

use crate::{context::CallContext, frame::ResponseId, frame::TurnTaking};

/// Is told what happens in a call. All methods are called from the task of the call: hand work over, do not wait.
pub trait Observer: Send + Sync + 'static {
    /// The call is known and is about to be greeted (or resumed).
    fn call_began(&self, call: &CallContext) {
        let _ = call;
    }

    /// The begin message, or the empty one of a resumed call, was sent.
    fn greeted(&self, call: &CallContext) {
        let _ = call;
    }

    /// A response was completed or superseded.
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
    /// Whether the fallback phrase was spoken.
    pub fallback: bool,
}
