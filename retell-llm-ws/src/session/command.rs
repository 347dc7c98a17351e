//! What a session wants done.

use std::time::Duration;

use crate::{
    action::LostAction,
    frame::{Outbound, ResponseId},
    observer::TurnReport,
    policy::TurnKind,
};

/// Something to do.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Command {
    /// Send this frame.
    Send(Outbound),
    /// Make the policy. Unless resumed, ask it for its greeting and hand that in as [`Input::Greeting`](super::Input::Greeting), after the other
    /// commands that came with this one.
    Begin {
        /// Whether the call was greeted before.
        resumed: bool,
    },
    /// Let the policy answer the newest request.
    StartTurn {
        /// The request.
        id: ResponseId,
        /// Why.
        kind: TurnKind,
        /// An action that Retell has dropped.
        lost: Option<LostAction>,
    },
    /// The policy failed before it said anything: let it try once more.
    RetryTurn {
        /// The request.
        id: ResponseId,
    },
    /// Drop the policy's answer, if it is still at work.
    CancelTurn {
        /// The request.
        id: ResponseId,
        /// Why.
        cause: Cause,
    },
    /// Take no more words for the interruption.
    EndInterruption,
    /// One response id is done with.
    Report(TurnReport),
    /// Hand in [`Input::Timer`](super::Input::Timer) at this time, measured from the opening of the socket. Replaces the earlier wish.
    WakeAt(Option<Duration>),
    /// End the connection.
    Close(Close),
}

/// Why an answer was cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// A newer request came.
    Superseded,
    /// The host spoke unasked; Retell drops an answer on its way for that.
    Interrupted,
    /// It failed or took too long; the fallback phrase was sent.
    Failed,
}

/// How to end the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Close {
    /// With a close frame and this code.
    Code(u16),
    /// Without a close frame, because the process ends: Retell dials again.
    Drained,
    /// Without a close frame, because the other side went silent.
    Idle,
}
