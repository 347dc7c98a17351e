//! What Retell reports.

mod alert;
mod call;
mod chat;
mod dedup;
mod wire;

use retell_client::models::{Call, CallId, Chat};
use serde_json::Value;

pub(crate) use self::dedup::{digest, part};
pub use self::{
    alert::{Alert, AlertEvent, Comparison},
    call::{CallEvent, TransferDestination, TransferEvent},
    chat::ChatEvent,
    wire::LegacyEvent,
};

/// A delivery, decoded.
///
/// What Retell adds later is kept whole as [`Event::Unknown`]. Deliveries may be repeated and arrive out of order:
/// [`Event::dedup_key`] tells repeats apart, and [`CallLifecycle`](crate::CallLifecycle) puts a call together again.
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
    /// A transfer begins: `transfer_started`. Only if the agent asks for it, as all of transfers.
    TransferStarted(TransferEvent),
    /// The parties are connected: `transfer_bridged`.
    TransferBridged(TransferEvent),
    /// A transfer was given up: `transfer_cancelled`.
    TransferCancelled(TransferEvent),
    /// The transferred leg is over: `transfer_ended`.
    TransferEnded(TransferEvent),
    /// A chat has begun: `chat_started`.
    ChatStarted(ChatEvent),
    /// A chat is over: `chat_ended`.
    ChatEnded(ChatEvent),
    /// Post-chat analysis is done: `chat_analyzed`.
    ChatAnalyzed(ChatEvent),
    /// More was written: `transcript_updated` of a chat agent. Only if the agent asks for it.
    ChatTranscriptUpdated(ChatEvent),
    /// An alerting rule's limit was passed: `alert_triggered`.
    AlertTriggered(AlertEvent),
    /// It is kept again: `alert_resolved`.
    AlertResolved(AlertEvent),
    /// An event this version does not know.
    Unknown(UnknownEvent),
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

/// What an event is about.
pub(crate) enum Subject<'a> {
    Call(&'a CallEvent),
    Transfer(&'a TransferEvent),
    Chat(&'a ChatEvent),
    Alert(&'a AlertEvent),
    Unknown(&'a UnknownEvent),
}

impl Event {
    /// The event's name on the wire.
    pub fn name(&self) -> &str {
        match self {
            Self::CallStarted(_) => "call_started",
            Self::CallEnded(_) => "call_ended",
            Self::CallAnalyzed(_) => "call_analyzed",
            Self::TranscriptUpdated(_) | Self::ChatTranscriptUpdated(_) => "transcript_updated",
            Self::TransferStarted(_) => "transfer_started",
            Self::TransferBridged(_) => "transfer_bridged",
            Self::TransferCancelled(_) => "transfer_cancelled",
            Self::TransferEnded(_) => "transfer_ended",
            Self::ChatStarted(_) => "chat_started",
            Self::ChatEnded(_) => "chat_ended",
            Self::ChatAnalyzed(_) => "chat_analyzed",
            Self::AlertTriggered(_) => "alert_triggered",
            Self::AlertResolved(_) => "alert_resolved",
            Self::Unknown(event) => &event.name,
        }
    }

    pub(crate) fn subject(&self) -> Subject<'_> {
        match self {
            Self::CallStarted(event)
            | Self::CallEnded(event)
            | Self::CallAnalyzed(event)
            | Self::TranscriptUpdated(event) => Subject::Call(event),
            Self::TransferStarted(event)
            | Self::TransferBridged(event)
            | Self::TransferCancelled(event)
            | Self::TransferEnded(event) => Subject::Transfer(event),
            Self::ChatStarted(event)
            | Self::ChatEnded(event)
            | Self::ChatAnalyzed(event)
            | Self::ChatTranscriptUpdated(event) => Subject::Chat(event),
            Self::AlertTriggered(event) | Self::AlertResolved(event) => Subject::Alert(event),
            Self::Unknown(event) => Subject::Unknown(event),
        }
    }

    /// The call, if the event is about one and is known.
    pub fn call(&self) -> Option<&Call> {
        match self.subject() {
            Subject::Call(event) => Some(&event.call),
            Subject::Transfer(event) => Some(&event.call),
            Subject::Chat(_) | Subject::Alert(_) | Subject::Unknown(_) => None,
        }
    }

    /// Id of the call, if the event is about one and is known.
    pub fn call_id(&self) -> Option<&CallId> {
        self.call().map(|call| &call.call_id)
    }

    /// The chat, if the event is about one and is known.
    pub fn chat(&self) -> Option<&Chat> {
        match self.subject() {
            Subject::Chat(event) => Some(&event.chat),
            _ => None,
        }
    }

    /// The alert, if the event is about one and is known.
    pub fn alert(&self) -> Option<&Alert> {
        match self.subject() {
            Subject::Alert(event) => Some(&event.alert),
            _ => None,
        }
    }

    /// When it happened, in milliseconds since the epoch, where told.
    pub fn event_timestamp(&self) -> Option<i64> {
        match self.subject() {
            Subject::Call(event) => event.event_timestamp,
            Subject::Transfer(event) => event.event_timestamp,
            Subject::Chat(event) => event.event_timestamp,
            Subject::Alert(event) => event.event_timestamp,
            Subject::Unknown(event) => event.raw.get("event_timestamp").and_then(Value::as_i64),
        }
    }
}
