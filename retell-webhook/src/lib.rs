#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "axum")]
mod axum;
mod event;
mod event_wire;
mod signature;
#[cfg(feature = "testing")]
pub mod testing;
mod verifier;

/// The clock [`Verifier::verify_at`] is given.
pub use jiff::Timestamp;
/// Calls and transcripts, as events hold them.
pub use retell_client::models;

#[cfg(feature = "axum")]
pub use self::axum::{Rejection, SignedBody, Webhook};
pub use self::{
    event::{CallEvent, Event, TransferDestination, TransferEvent, UnknownEvent},
    event_wire::DecodeError,
    signature::{SIGNATURE_HEADER, sign},
    verifier::{KeyIndex, SignatureError, TOLERANCE, Verifier},
};
