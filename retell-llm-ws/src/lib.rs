#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "caller")]
pub mod caller;
mod context;
pub mod frame;
mod observer;
mod options;
mod policy;
mod redact;
mod reply;
pub mod session;
mod shutdown;

pub use context::CallContext;
pub use frame::ResponseId;
pub use observer::{Observer, ReportKind, TurnReport};
pub use options::{Clock, Options};
pub use policy::{ConversationPolicy, Observed, PolicyError, Turn, TurnKind};
pub use reply::{Action, Closed, Reply, Speech};
pub use shutdown::Shutdown;
