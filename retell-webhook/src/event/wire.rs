//! Events as JSON.

use retell_client::models::{Call, Chat};
use serde::{Deserialize, Serialize, Serializer, de::IgnoredAny};
use serde_json::Value;

use super::{
    Alert, AlertEvent, CallEvent, ChatEvent, Event, Subject, TransferDestination, TransferEvent, UnknownEvent,
};
use crate::{
    decode::{self, Payload, maybe},
    error::DecodeError,
};

/// Everything a delivery may hold, read in one pass whatever the order of its members.
#[derive(Deserialize)]
struct Envelope {
    event: String,
    call: Option<Box<Call>>,
    chat: Option<Box<Chat>>,
    alert: Option<Box<Alert>>,
    #[serde(default, deserialize_with = "maybe")]
    event_timestamp: Option<i64>,
    #[serde(default, deserialize_with = "maybe")]
    transfer_destination: Option<TransferDestination>,
    transfer_option: Option<Value>,
}

/// The event a name stands for.
enum Kind {
    Call(fn(CallEvent) -> Event),
    Transfer(fn(TransferEvent) -> Event),
    Chat(fn(ChatEvent) -> Event),
    Alert(fn(AlertEvent) -> Event),
    /// Of a call or of a chat: agents of both sorts use the name.
    Transcript,
}

impl Kind {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "call_started" => Self::Call(Event::CallStarted),
            "call_ended" => Self::Call(Event::CallEnded),
            "call_analyzed" => Self::Call(Event::CallAnalyzed),
            "transcript_updated" => Self::Transcript,
            "transfer_started" => Self::Transfer(Event::TransferStarted),
            "transfer_bridged" => Self::Transfer(Event::TransferBridged),
            "transfer_cancelled" => Self::Transfer(Event::TransferCancelled),
            "transfer_ended" => Self::Transfer(Event::TransferEnded),
            "chat_started" => Self::Chat(Event::ChatStarted),
            "chat_ended" => Self::Chat(Event::ChatEnded),
            "chat_analyzed" => Self::Chat(Event::ChatAnalyzed),
            "alert_triggered" => Self::Alert(Event::AlertTriggered),
            "alert_resolved" => Self::Alert(Event::AlertResolved),
            _ => return None,
        })
    }
}

impl Envelope {
    fn call(self) -> Result<CallEvent, DecodeError> {
        Ok(CallEvent {
            call: self.call.ok_or_else(|| DecodeError::missing("call"))?,
            event_timestamp: self.event_timestamp,
        })
    }

    fn chat(self) -> Result<ChatEvent, DecodeError> {
        Ok(ChatEvent {
            chat: self.chat.ok_or_else(|| DecodeError::missing("chat"))?,
            event_timestamp: self.event_timestamp,
        })
    }

    fn into_event(self, kind: &Kind) -> Result<Event, DecodeError> {
        Ok(match kind {
            Kind::Call(event) => event(self.call()?),
            Kind::Chat(event) => event(self.chat()?),
            Kind::Transcript if self.chat.is_some() => Event::ChatTranscriptUpdated(self.chat()?),
            Kind::Transcript => Event::TranscriptUpdated(self.call()?),
            Kind::Transfer(event) => event(TransferEvent {
                call: self.call.ok_or_else(|| DecodeError::missing("call"))?,
                event_timestamp: self.event_timestamp,
                transfer_destination: self.transfer_destination,
                transfer_option: self.transfer_option,
            }),
            Kind::Alert(event) => event(AlertEvent {
                alert: self.alert.ok_or_else(|| DecodeError::missing("alert"))?,
                event_timestamp: self.event_timestamp,
            }),
        })
    }
}

impl Event {
    /// Decodes a delivery's body. Verify its signature first.
    ///
    /// # Errors
    ///
    /// If it is no JSON object with an `event`, a known event lacks what identifies it, or a member is there twice.
    pub fn from_slice(body: &[u8]) -> Result<Self, DecodeError> {
        decode::object(body, |body| match serde_json::from_slice::<Envelope>(body) {
            Ok(envelope) => match Kind::of(&envelope.event) {
                Some(kind) => envelope.into_event(&kind),
                None => Self::unknown(body, envelope.event),
            },
            Err(_) => Self::odd(body),
        })
    }

    /// As [`Event::from_slice`], and takes the call from `data` when there is no `call`, as Retell's first demos had it.
    ///
    /// # Errors
    ///
    /// As [`Event::from_slice`].
    pub fn from_slice_legacy(body: &[u8]) -> Result<Self, DecodeError> {
        #[derive(Deserialize)]
        struct Legacy {
            data: Box<Call>,
            #[serde(default, deserialize_with = "maybe")]
            event_timestamp: Option<i64>,
        }
        #[derive(Deserialize)]
        struct Members {
            event: String,
            call: Option<IgnoredAny>,
            data: Option<IgnoredAny>,
        }

        decode::object(body, |body| {
            let members = serde_json::from_slice::<Members>(body).ok();
            let old = members.filter(|members| members.call.is_none() && members.data.is_some());
            match old.and_then(|members| Kind::of(&members.event)) {
                Some(Kind::Call(event)) => {
                    let Legacy {
                        data: call,
                        event_timestamp,
                    } = decode::typed(body)?;
                    Ok(event(CallEvent {
                        call,
                        event_timestamp,
                    }))
                }
                _ => Self::from_slice(body),
            }
        })
    }

    /// A delivery that does not have the documented shape: one of an unknown event may have any.
    fn odd(body: &[u8]) -> Result<Self, DecodeError> {
        #[derive(Deserialize)]
        struct Name {
            event: String,
        }

        let Name { event } = decode::typed(body)?;
        match Kind::of(&event) {
            Some(kind) => decode::typed::<Envelope>(body)?.into_event(&kind),
            None => Self::unknown(body, event),
        }
    }

    fn unknown(body: &[u8], name: String) -> Result<Self, DecodeError> {
        let raw = decode::typed(body)?;
        Ok(Self::Unknown(UnknownEvent { name, raw }))
    }

    /// The body Retell would send for this event.
    pub fn to_vec(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("models have string keys only")
    }
}

impl Payload for Event {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        Self::from_slice(body)
    }
}

/// An event, also in the envelope of Retell's first demos: the call under `data` instead of `call`.
///
/// Stands in for [`Event`] where a body is decoded for you, as in `Webhook<LegacyEvent>`.
#[derive(Clone, Debug, PartialEq)]
pub struct LegacyEvent(pub Event);

impl Payload for LegacyEvent {
    fn from_body(body: &[u8]) -> Result<Self, DecodeError> {
        Event::from_slice_legacy(body).map(Self)
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Named<'a, T> {
            event: &'a str,
            #[serde(flatten)]
            body: &'a T,
        }

        let event = self.name();
        match self.subject() {
            Subject::Call(body) => Named { event, body }.serialize(serializer),
            Subject::Transfer(body) => Named { event, body }.serialize(serializer),
            Subject::Chat(body) => Named { event, body }.serialize(serializer),
            Subject::Alert(body) => Named { event, body }.serialize(serializer),
            Subject::Unknown(unknown) => Value::serialize(&unknown.raw, serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn event(json: &Value) -> Result<Event, DecodeError> {
        Event::from_slice(json.to_string().as_bytes())
    }

    #[test]
    fn the_order_of_members_does_not_matter() {
        let late = br#"{"transfer_option":{"type":"cold"},"call":{"call_id":"c"},"event_timestamp":5,"event":"transfer_started"}"#;
        let early = br#"{"event":"transfer_started","event_timestamp":5,"call":{"call_id":"c"},"transfer_option":{"type":"cold"}}"#;
        assert_eq!(Event::from_slice(late), Event::from_slice(early));
    }

    #[test]
    fn a_member_that_is_there_twice_is_refused() {
        for twice in [
            r#"{"event":"call_ended","event":"call_started","call":{"call_id":"c"}}"#,
            r#"{"event":"call_ended","call":{"call_id":"c"},"call":{"call_id":"d"}}"#,
            r#"{"event":"call_ended","call":{"call_id":"c","call_id":"d"}}"#,
            r#"{"event":"news","event":"call_started"}"#,
        ] {
            assert!(Event::from_slice(twice.as_bytes()).is_err(), "{twice}");
        }
    }

    #[test]
    fn the_old_envelope_is_read_when_asked_for() {
        let old = br#"{"event":"call_analyzed","event_timestamp":3,"data":{"call_id":"c"}}"#;
        assert_eq!(Event::from_slice(old).unwrap_err().path(), "call");
        let event = Event::from_slice_legacy(old).unwrap();
        assert!(matches!(event, Event::CallAnalyzed(_)));
        assert_eq!(
            (event.call_id().unwrap().as_str(), event.event_timestamp()),
            ("c", Some(3))
        );
        for new in [
            &br#"{"event":"call_ended","call":{"call_id":"c"},"data":{"call_id":"d"}}"#[..],
            br#"{"event":"chat_ended","chat":{"chat_id":"x"},"data":1}"#,
            br#"{"event":"news","data":{}}"#,
            br#"{"event":"call_ended"}"#,
            b"{",
        ] {
            assert_eq!(Event::from_slice_legacy(new), Event::from_slice(new));
        }
        let broken = br#"{"event":"call_ended","data":{"call_id":7}}"#;
        assert_eq!(
            Event::from_slice_legacy(broken).unwrap_err().path(),
            "data.call_id"
        );
    }

    #[test]
    fn half_an_emoji_does_not_lose_an_event() {
        let cut = br#"{"event":"call_ended","call":{"call_id":"c","transcript":"User: ok \ud83d"}}"#;
        let event = Event::from_slice(cut).unwrap();
        let transcript = event.call().and_then(|call| call.transcript.as_deref());
        assert_eq!(transcript, Some("User: ok \u{fffd}"));
    }

    #[test]
    fn errors_tell_the_path_and_not_the_value() {
        let error = event(&json!({"event":"call_ended","call":{"call_id":"c","transcript_object":[{"role":"user","content":"ok"},{"role":"user","content":5_550_100}]}})).unwrap_err();
        assert_eq!(error.path(), "call.transcript_object[1].content");
        assert!(!error.to_string().contains("5550100"), "{error}");
        let inside = json!([{"role":"user","content":"ok"},{"role":"tool_call_result","tool_call_id":"t","content":[]}]);
        for (json, path) in [
            (
                json!({"event":"call_ended","call":{"call_id":"c","transcript_with_tool_calls":inside}}),
                "call.transcript_with_tool_calls[1].content",
            ),
            (
                json!({"event":"chat_ended","chat":{"chat_id":"x","message_with_tool_calls":inside}}),
                "chat.message_with_tool_calls[1].content",
            ),
            (json!({"event":"call_ended","call":[]}), "call"),
        ] {
            assert_eq!(event(&json).unwrap_err().path(), path);
        }
        for (name, path) in [
            ("call_ended", "call"),
            ("transcript_updated", "call"),
            ("transfer_ended", "call"),
            ("chat_ended", "chat"),
            ("alert_resolved", "alert"),
        ] {
            let error = event(&json!({ "event": name })).unwrap_err();
            assert_eq!((error.path(), error.position()), (path, None));
        }
        for broken in ["", "{", "[]", "null", "{\"event\":7}", "{\"event\":\"x\"} x"] {
            assert!(Event::from_slice(broken.as_bytes()).is_err(), "{broken}");
        }
    }
}
