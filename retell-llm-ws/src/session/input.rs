//! What a session is told.

use std::time::Duration;

use crate::{action::Aside, frame::ResponseId, policy::TurnKind, reply::Speech};

/// Something happened.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Input {
    /// The socket is open. The first input.
    Connected,
    /// A keepalive came.
    Ping {
        /// To be repeated.
        timestamp: i64,
    },
    /// The details of the call came.
    Details,
    /// The conversation went on.
    Update {
        /// Whether the agent has said something in this call.
        agent_spoke: bool,
    },
    /// An answer is wanted.
    Request {
        /// Names the request.
        id: ResponseId,
        /// Why.
        kind: TurnKind,
        /// Whether the agent has said something in this call.
        agent_spoke: bool,
    },
    /// A frame came that cannot be read, or of an unknown kind. It shows that the other side lives.
    Skipped,
    /// A binary frame came.
    Binary,
    /// A message above the size limit came.
    Oversize,
    /// The time asked for by [`Command::WakeAt`](super::Command::WakeAt) has come.
    Timer,
    /// The policy's begin message, asked for by [`Command::Begin`](super::Command::Begin); `None` when it panicked.
    Greeting(Option<Speech>),
    /// The policy said something.
    Chunk {
        /// The turn it belongs to.
        id: ResponseId,
        /// What.
        speech: Speech,
        /// Whether it is the last of this turn.
        last: bool,
    },
    /// The policy is done with a turn.
    Finished {
        /// The turn.
        id: ResponseId,
        /// How it went.
        end: TurnEnd,
    },
    /// The policy sends something beside the talk. Sent only as long as its turn is live.
    Aside {
        /// The turn it belongs to; `None` when it comes from the host.
        id: Option<ResponseId>,
        /// What.
        aside: Box<Aside>,
    },
    /// The host says something unasked.
    Interrupt {
        /// What.
        speech: Speech,
        /// Whether it is the last of this interruption.
        last: bool,
    },
    /// The host has nothing more to say unasked.
    InterruptOver,
    /// A lost action shall not be sent again.
    Withdraw,
    /// The process is about to end: drop the socket at this time. A later word replaces an earlier one.
    Drain {
        /// Measured from the opening of the socket.
        at: Duration,
    },
    /// The socket is gone.
    Disconnected,
}

/// How a policy's work on a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TurnEnd {
    /// It has said what it wanted.
    Done,
    /// It failed, and may be tried again.
    Failed,
    /// It failed in a way that a second try cannot mend.
    Hopeless,
}
