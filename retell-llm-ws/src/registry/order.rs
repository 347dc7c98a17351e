//! What a handle asks of the task of its call.

use tokio::sync::mpsc;

use crate::{action::Aside, reply::Piece};

/// Orders that may wait for the task before a handle waits too.
pub(super) const ORDERS: usize = 32;

/// What a handle asks of the task of its call. Small, because room for a block of them is kept per call.
pub(crate) enum Order {
    /// Speak unasked; the words come through here.
    Interrupt(mpsc::Receiver<Piece>),
    /// For Retell, beside the talk.
    Aside(Box<Aside>),
    /// For the policy.
    Note(Box<str>),
    /// A lost action shall not be sent again.
    Withdraw,
}
