#![doc = include_str!("../README.md")]

mod context;
pub mod frame;
mod observer;
mod options;
mod policy;
mod redact;
mod reply;
mod shutdown;

pub use context::CallContext;
pub use frame::ResponseId;
pub use observer::{Observer, ReportKind, TurnReport};
pub use options::{Clock, Options};
pub use policy::{ConversationPolicy, Observed, PolicyError, Turn, TurnKind};
pub use reply::{Action, Closed, Reply, Speech};
pub use shutdown::Shutdown;
