//! Events of calls and their transfers.

use retell_client::models::Call;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::decode::maybe;

/// An event of a call.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CallEvent {
    /// The call as of now; which fields are set depends on the event.
    pub call: Box<Call>,
    /// When it happened, in milliseconds since the epoch; some deliveries lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_timestamp: Option<i64>,
}

impl CallEvent {
    /// An event without a time.
    pub fn new(call: Call) -> Self {
        Self {
            call: Box::new(call),
            event_timestamp: None,
        }
    }
}

/// An event of a transfer.
#[derive(Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TransferEvent {
    /// The call as of now.
    pub call: Box<Call>,
    /// When it happened, in milliseconds since the epoch; some deliveries lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_timestamp: Option<i64>,
    /// Where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_destination: Option<TransferDestination>,
    /// How, as Retell sends it; its members are in camel case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_option: Option<Value>,
}

impl TransferEvent {
    /// A transfer of which no more is known.
    pub fn new(call: Call) -> Self {
        Self {
            call: Box::new(call),
            event_timestamp: None,
            transfer_destination: None,
            transfer_option: None,
        }
    }
}

impl std::fmt::Debug for TransferEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TransferEvent")
            .field("call", &self.call)
            .field("event_timestamp", &self.event_timestamp)
            .finish_non_exhaustive()
    }
}

/// Where a call is transferred to.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct TransferDestination {
    /// A telephone number, or a SIP address.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Keys to press after it answers.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
}

impl std::fmt::Debug for TransferDestination {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TransferDestination(..)")
    }
}
