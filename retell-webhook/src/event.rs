//! What Retell reports.

use retell_client::models::{Call, CallId};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A delivery, decoded.
///
/// Chat and alert events are kept whole as [`Event::Unknown`] by this version, as is everything Retell adds later.
/// Deliveries may be repeated and arrive out of order: see [`Event::dedup_key`].
///
/// Mirrors <https://docs.retellai.com/features/webhook-overview>.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The call is connected: `call_started`. Not sent when a dial never connects.
    CallStarted(CallEvent),
    /// The call is over, or never connected: `call_ended`.
    CallEnded(CallEvent),
    /// Post-call analysis is done: `call_analyzed`.
    CallAnalyzed(CallEvent),
    /// More was said: `transcript_updated`. Only if the agent asks for it.
    TranscriptUpdated(CallEvent),
    /// A transfer begins: `transfer_started`.
    TransferStarted(TransferEvent),
    /// The parties are connected: `transfer_bridged`.
    TransferBridged(TransferEvent),
    /// A transfer was given up: `transfer_cancelled`.
    TransferCancelled(TransferEvent),
    /// The transferred leg is over: `transfer_ended`.
    TransferEnded(TransferEvent),
    /// An event this version does not know.
    Unknown(UnknownEvent),
}

/// An event of a call.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct CallEvent {
    /// The call as of now; which fields are set depends on the event.
    pub call: Box<Call>,
    /// When it happened, in milliseconds since the epoch; some deliveries lack it.
    #[serde(
        default,
        deserialize_with = "milliseconds",
        skip_serializing_if = "Option::is_none"
    )]
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
#[derive(Clone, PartialEq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct TransferEvent {
    /// The call as of now.
    pub call: Box<Call>,
    /// When it happened, in milliseconds since the epoch; some deliveries lack it.
    #[serde(
        default,
        deserialize_with = "milliseconds",
        skip_serializing_if = "Option::is_none"
    )]
    pub event_timestamp: Option<i64>,
    /// Where to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer_destination: Option<TransferDestination>,
    /// How, as Retell sends it; its members are in camel case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
    /// A telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Keys to press after it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
}

impl std::fmt::Debug for TransferDestination {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TransferDestination(..)")
    }
}

/// An event this version does not know, kept whole.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UnknownEvent {
    /// Its name.
    pub name: String,
    /// The whole delivery, `event` included.
    pub raw: Value,
}

impl std::fmt::Debug for UnknownEvent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnknownEvent")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Event {
    /// The event's name on the wire.
    pub fn name(&self) -> &str {
        match self {
            Self::CallStarted(_) => "call_started",
            Self::CallEnded(_) => "call_ended",
            Self::CallAnalyzed(_) => "call_analyzed",
            Self::TranscriptUpdated(_) => "transcript_updated",
            Self::TransferStarted(_) => "transfer_started",
            Self::TransferBridged(_) => "transfer_bridged",
            Self::TransferCancelled(_) => "transfer_cancelled",
            Self::TransferEnded(_) => "transfer_ended",
            Self::Unknown(event) => &event.name,
        }
    }

    /// The call, if the event is about one and is known.
    pub fn call(&self) -> Option<&Call> {
        match self {
            Self::CallStarted(event)
            | Self::CallEnded(event)
            | Self::CallAnalyzed(event)
            | Self::TranscriptUpdated(event) => Some(&event.call),
            Self::TransferStarted(event)
            | Self::TransferBridged(event)
            | Self::TransferCancelled(event)
            | Self::TransferEnded(event) => Some(&event.call),
            Self::Unknown(_) => None,
        }
    }

    /// Id of the call, if the event is about one and is known.
    pub fn call_id(&self) -> Option<&CallId> {
        self.call().map(|call| &call.call_id)
    }

    /// When it happened, in milliseconds since the epoch, where told.
    pub fn event_timestamp(&self) -> Option<i64> {
        match self {
            Self::CallStarted(event)
            | Self::CallEnded(event)
            | Self::CallAnalyzed(event)
            | Self::TranscriptUpdated(event) => event.event_timestamp,
            Self::TransferStarted(event)
            | Self::TransferBridged(event)
            | Self::TransferCancelled(event)
            | Self::TransferEnded(event) => event.event_timestamp,
            Self::Unknown(event) => event.raw.get("event_timestamp").and_then(Value::as_i64),
        }
    }

    /// The same for repeats of one delivery, different for different events. Retell sends no id of its own.
    ///
    /// A call starts, ends and is analysed once, so name and call id are enough for these. Events that may occur many
    /// times in a call add their time and a digest of what they say. The key holds no personal data.
    pub fn dedup_key(&self) -> String {
        let name = self.name();
        let call_id = self.call_id().map(CallId::as_str).unwrap_or_default();
        let details = match self {
            Self::CallStarted(_) | Self::CallEnded(_) | Self::CallAnalyzed(_) => {
                return format!("{name}:{call_id}");
            }
            Self::TranscriptUpdated(event) => {
                digest(&(&event.call.transcript, &event.call.transcript_object))
            }
            Self::TransferStarted(event)
            | Self::TransferBridged(event)
            | Self::TransferCancelled(event)
            | Self::TransferEnded(event) => digest(&event.transfer_destination),
            Self::Unknown(event) => digest(&event.raw),
        };
        let time = self.event_timestamp().unwrap_or_default();
        format!("{name}:{call_id}:{time}:{details}")
    }
}

/// A time that is not a whole number, or out of range, is no reason to lose the event.
fn milliseconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Ok(Value::deserialize(deserializer)?.as_i64())
}

/// The first 16 hex digits of the SHA-256 of a value's JSON.
fn digest(value: &impl Serialize) -> String {
    let json = serde_json::to_vec(value).expect("models have string keys only");
    hex::encode(&Sha256::digest(json)[..8])
}
