//! What happens in a call, for whoever watches it.

use std::{fmt, sync::Arc};

use retell_client::models::{Role, Utterance};
use tokio::sync::broadcast::{self, error::RecvError};

use super::seat::Line;
use crate::{drive::EndReason, frame::ResponseId, observer::TurnReport, policy::TurnKind};

/// Events a watcher may be behind before it misses some.
pub(super) const EVENTS: usize = 32;

/// Something happened in a call.
#[derive(Clone)]
#[non_exhaustive]
pub enum CallEvent {
    /// The call is known and greeted.
    Began {
        /// Whether it was greeted before, on another socket.
        resumed: bool,
    },
    /// The newest utterance of the transcript, each time it grows or a new one begins.
    Heard(Heard),
    /// The policy begins to answer.
    TurnStarted {
        /// The request.
        response_id: ResponseId,
        /// Why an answer is wanted.
        kind: TurnKind,
    },
    /// Words of the agent's on their way to Retell. What is heard of them comes as [`Heard`](Self::Heard).
    Saying(Arc<str>),
    /// A response was completed or cut off.
    TurnFinished(TurnReport),
    /// The socket is gone. The last event.
    Ended(EndReason),
    /// This watcher was too slow: so many events before the next are lost to it.
    Missed(u64),
}

/// Somebody's words.
#[derive(Clone, PartialEq, Eq)]
pub struct Heard {
    /// Who spoke.
    pub role: Role,
    /// The whole utterance so far.
    pub text: Arc<str>,
}

impl From<&Utterance> for Heard {
    fn from(utterance: &Utterance) -> Self {
        Self {
            role: utterance.role.clone(),
            text: utterance.content.as_str().into(),
        }
    }
}

impl fmt::Debug for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Heard({:?}, <{} bytes>)", self.role, self.text.len())
    }
}

impl fmt::Debug for CallEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Began { resumed } => f.debug_struct("Began").field("resumed", resumed).finish(),
            Self::Heard(heard) => heard.fmt(f),
            Self::TurnStarted { response_id, kind } => f
                .debug_struct("TurnStarted")
                .field("response_id", response_id)
                .field("kind", kind)
                .finish(),
            Self::Saying(words) => write!(f, "Saying(<{} bytes>)", words.len()),
            Self::TurnFinished(report) => f.debug_tuple("TurnFinished").field(report).finish(),
            Self::Ended(reason) => f.debug_tuple("Ended").field(reason).finish(),
            Self::Missed(events) => f.debug_tuple("Missed").field(events).finish(),
        }
    }
}

/// Watches one socket of a call. What it has not taken is bounded: a watcher that falls behind misses the oldest events
/// and is told how many ([`CallEvent::Missed`]); the call never waits for it.
pub struct Watch {
    line: Arc<Line>,
    events: broadcast::Receiver<CallEvent>,
}

impl Watch {
    pub(super) fn new(line: Arc<Line>, events: broadcast::Receiver<CallEvent>) -> Self {
        Self { line, events }
    }

    /// The next event; `None` when the socket is gone and there are no more.
    ///
    /// # Cancel safety
    ///
    /// Safe: no event is lost.
    pub async fn next(&mut self) -> Option<CallEvent> {
        let event = tokio::select! {
            biased;
            event = self.events.recv() => event,
            () = self.line.orders().closed() => return None,
        };
        match event {
            Ok(event) => Some(event),
            Err(RecvError::Lagged(events)) => Some(CallEvent::Missed(events)),
            Err(RecvError::Closed) => None,
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch")
            .field("call_id", self.line.call_id())
            .finish_non_exhaustive()
    }
}
