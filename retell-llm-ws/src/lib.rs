#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod action;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "caller")]
pub mod caller;
#[doc = include_str!("../CONFORMANCE.md")]
pub mod conformance {}
mod context;
mod conversation;
mod drive;
mod flood;
pub mod frame;
#[cfg(any(feature = "axum", feature = "tungstenite"))]
mod handshake;
mod incoming;
mod observer;
mod options;
mod phrases;
pub mod policies;
mod policy;
mod redact;
pub mod registry;
mod reply;
mod running;
mod salvage;
mod secret;
pub mod session;
mod shutdown;
#[cfg(feature = "socket")]
pub mod socket;
pub mod speech;
#[cfg(feature = "tape")]
pub mod tape;
#[cfg(feature = "testkit")]
pub mod testkit;
pub mod transcript;
mod transport;
#[cfg(feature = "tungstenite")]
pub mod tungstenite;

/// For implementations of [`ConversationPolicy`].
pub use action::{Action, Aside, LostAction};
pub use async_trait::async_trait;
pub use context::CallContext;
pub use drive::{Admission, EndReason, Outcome, run};
pub use frame::ResponseId;
/// Points in time, as [`CallContext`] and [`Turn`] give them.
pub use jiff::Timestamp;
#[cfg(feature = "metrics")]
pub use observer::MetricsObserver;
pub use observer::{Observer, ReportKind, TurnReport};
pub use options::{Clock, Options};
pub use phrases::Phrases;
pub use policy::{ConversationPolicy, Observed, PolicyError, Turn, TurnKind};
pub use reply::{Closed, Reply, Speech};
/// Calls, ids and transcripts, as frames and turns hold them.
pub use retell_client::models;
pub use secret::Secret;
pub use shutdown::Shutdown;
pub use transport::{Message, Transport, TransportError, Violation};
