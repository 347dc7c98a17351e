#![doc = include_str!("../README.md")]

#[cfg(feature = "axum")]
mod axum;
mod event;
mod event_wire;
mod signature;
#[cfg(feature = "testing")]
pub mod testing;
mod verifier;

#[cfg(feature = "axum")]
pub use self::axum::{Rejection, SignedBody, Webhook};
pub use self::{
    event::{CallEvent, Event, TransferDestination, TransferEvent, UnknownEvent},
    event_wire::DecodeError,
    signature::{SIGNATURE_HEADER, sign},
    verifier::{KeyIndex, SignatureError, TOLERANCE, Verifier},
};
