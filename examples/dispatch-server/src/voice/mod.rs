//! Retell's socket: admission, the dialogue, and what becomes known while people talk.

mod admission;
mod live_calls;
mod recorder;
mod socket;
mod turns;

pub use live_calls::LiveCalls;
pub(crate) use socket::router;
pub use turns::TurnWriter;
