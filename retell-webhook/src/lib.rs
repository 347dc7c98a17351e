#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "axum")]
mod axum;
mod decode;
mod error;
mod event;
mod function;
mod inbound;
mod lifecycle;
mod rejection;
mod reserialised;
mod signature;
#[cfg(feature = "testing")]
pub mod testing;
mod verifier;

#[doc = include_str!("../docs/why-does-my-signature-fail.md")]
pub mod why_does_my_signature_fail {}

/// The clock [`Verifier::verify_at`] is given.
pub use jiff::Timestamp;
/// Calls and transcripts, as events hold them.
pub use retell_client::models;

#[cfg(feature = "axum")]
pub use self::axum::{LookupError, SignedBody, VerifierLookup, Webhook};
pub use self::{
    decode::Payload,
    error::{DecodeError, KeyError, SignatureError},
    event::{
        Alert, AlertEvent, CallEvent, ChatEvent, Comparison, Event, LegacyEvent, TransferDestination,
        TransferEvent, UnknownEvent,
    },
    function::{AnswerError, FunctionAnswer, FunctionCall, MAX_ANSWER, RootArgs},
    inbound::{Inbound, InboundAnswer, InboundCall, InboundSms},
    lifecycle::{CallLifecycle, Stage, Transfer, TransferStage},
    rejection::Rejection,
    signature::{SIGNATURE_HEADER, sign},
    verifier::{KeyIndex, MAX_KEYS, TOLERANCE, Verifier},
};
