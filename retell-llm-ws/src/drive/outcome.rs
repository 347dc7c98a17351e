//! How a call is let in, and how it ends.

use std::time::Duration;

use crate::{registry::Seat, transport::Violation};

/// What the host knows about a call when its socket is opened.
#[derive(Debug, Default)]
pub struct Admission {
    /// This call was greeted before, on another socket or by another process. It is not greeted again.
    pub resumed: bool,
    pub(super) seat: Option<Seat>,
}

impl Admission {
    /// The first socket of a call.
    pub fn fresh() -> Self {
        Self::default()
    }

    /// A further socket of a call that was greeted before.
    pub fn resumed() -> Self {
        Self {
            resumed: true,
            seat: None,
        }
    }

    /// The same, with a seat among the live calls, by which the call can be found and spoken to.
    #[must_use]
    pub fn seated(mut self, seat: Seat) -> Self {
        self.seat = Some(seat);
        self
    }
}

/// Why serving a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndReason {
    /// Retell closed the socket: the call is over.
    Closed {
        /// The code of its close frame, if it had one.
        code: Option<u16>,
    },
    /// The connection broke or ended without a close frame. Retell may dial again.
    Lost,
    /// Nothing came for too long; the connection was dropped. Retell may dial again.
    Idle,
    /// The process is about to end; the connection was dropped so that Retell dials again.
    Drained,
    /// A binary frame came; the socket was closed with 1007.
    BinaryFrame,
    /// A message above the size limit came; the socket was closed with 1009.
    Oversize,
    /// The socket was open for longer than the [deadline](crate::Options::call_deadline); it was closed with 1000, which
    /// hangs up.
    TooLong,
    /// Messages came faster than the limit; the socket was closed with 1008.
    Flood,
    /// The other side broke the WebSocket protocol; the connection was dropped so that Retell dials again.
    Refused(Violation),
    /// A newer socket of the same call took its [`Seat`]; the connection was dropped.
    Replaced,
    /// The policy could not be made (its factory panicked); the connection was dropped so that Retell dials again.
    NoPolicy,
}

/// How serving a call went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outcome {
    /// Why it ended.
    pub reason: EndReason,
    /// Whether the begin message, or the empty one of a resumed call, was sent.
    pub greeted: bool,
    /// Turns begun, without the begin message.
    pub turns: u32,
    /// Frames that could not be read, or only in part.
    pub bad_frames: u32,
    /// How long the socket was open.
    pub duration: Duration,
}
