//! Events as JSON.

use std::borrow::Cow;

use retell_client::models::replace_lone_surrogates;
use serde::{Deserialize, Serialize, Serializer, de::DeserializeOwned};
use serde_json::{Value, error::Category};

use crate::event::{CallEvent, Event, TransferEvent, UnknownEvent};

/// A delivery that is not what Retell documents.
///
/// Tells where, never what stood there: deliveries hold personal data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot decode the webhook: {problem} at {path}, line {line}, column {column}")]
pub struct DecodeError {
    path: String,
    problem: &'static str,
    line: usize,
    column: usize,
}

impl DecodeError {
    /// JSON path of the offending value, such as `call.transcript_object[3].content`; `.` is the whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn new(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let inner = error.inner();
        Self {
            path: error.path().to_string(),
            problem: match inner.classify() {
                Category::Eof => "unexpected end of input",
                Category::Syntax => "invalid JSON",
                Category::Data | Category::Io => "unexpected shape",
            },
            line: inner.line(),
            column: inner.column(),
        }
    }
}

impl Event {
    /// Decodes a delivery's body. Verify its signature first.
    ///
    /// # Errors
    ///
    /// If it is no JSON object with an `event`, or a known event lacks what identifies it.
    pub fn from_slice(body: &[u8]) -> Result<Self, DecodeError> {
        Self::read(body).or_else(|error| match replace_lone_surrogates(body) {
            Cow::Owned(mended) => Self::read(&mended),
            Cow::Borrowed(_) => Err(error),
        })
    }

    fn read(body: &[u8]) -> Result<Self, DecodeError> {
        /// The name, and whether this is about a call; the rest is passed over.
        #[derive(Deserialize)]
        struct Envelope {
            event: String,
            chat: Option<serde::de::IgnoredAny>,
        }

        let Envelope { event: name, chat } = decode(body)?;
        // Chat agents use `transcript_updated` too, with a chat in place of the call.
        if chat.is_some() {
            return Ok(Self::Unknown(UnknownEvent {
                name,
                raw: decode(body)?,
            }));
        }
        let call = decode::<CallEvent>;
        let transfer = decode::<TransferEvent>;
        Ok(match name.as_str() {
            "call_started" => Self::CallStarted(call(body)?),
            "call_ended" => Self::CallEnded(call(body)?),
            "call_analyzed" => Self::CallAnalyzed(call(body)?),
            "transcript_updated" => Self::TranscriptUpdated(call(body)?),
            "transfer_started" => Self::TransferStarted(transfer(body)?),
            "transfer_bridged" => Self::TransferBridged(transfer(body)?),
            "transfer_cancelled" => Self::TransferCancelled(transfer(body)?),
            "transfer_ended" => Self::TransferEnded(transfer(body)?),
            _ => Self::Unknown(UnknownEvent {
                name,
                raw: decode(body)?,
            }),
        })
    }

    /// The body Retell would send for this event.
    pub fn to_vec(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("models have string keys only")
    }
}

fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| DecodeError::new(&error))?;
    json.end().map_err(|error| DecodeError {
        path: ".".to_owned(),
        problem: "trailing characters",
        line: error.line(),
        column: error.column(),
    })?;
    Ok(value)
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
        match self {
            Self::CallStarted(body)
            | Self::CallEnded(body)
            | Self::CallAnalyzed(body)
            | Self::TranscriptUpdated(body) => Named { event, body }.serialize(serializer),
            Self::TransferStarted(body)
            | Self::TransferBridged(body)
            | Self::TransferCancelled(body)
            | Self::TransferEnded(body) => Named { event, body }.serialize(serializer),
            Self::Unknown(unknown) => Value::serialize(&unknown.raw, serializer),
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
    fn every_call_event_round_trips() {
        for name in [
            "call_started",
            "call_ended",
            "call_analyzed",
            "transcript_updated",
        ] {
            let json = json!({"event":name,"event_timestamp":17,"call":{"call_id":"c1"}});
            let event = event(&json).unwrap();
            assert_eq!(event.name(), name);
            assert_eq!(event.call_id().unwrap(), "c1");
            assert_eq!(event.event_timestamp(), Some(17));
            assert_eq!(serde_json::to_value(&event).unwrap(), json);
            assert!(!matches!(event, Event::Unknown(_)));
        }
    }

    #[test]
    fn every_transfer_event_round_trips() {
        for name in [
            "transfer_started",
            "transfer_bridged",
            "transfer_cancelled",
            "transfer_ended",
        ] {
            let json = json!({"event":name,"call":{"call_id":"c1"},"transfer_destination":{"number":"+15550100"},
                "transfer_option":{"type":"warm_transfer","showTransfereeAsCaller":true}});
            let event = event(&json).unwrap();
            assert_eq!(serde_json::to_value(&event).unwrap(), json);
            assert!(!matches!(event, Event::Unknown(_)));
            assert!(!format!("{event:?}{}", event.dedup_key()).contains("5550100"));
        }
    }

    #[test]
    fn an_odd_time_does_not_lose_an_event() {
        for odd in [json!(1.5), json!("soon"), json!(null), json!(1e300)] {
            let event =
                event(&json!({"event":"call_ended","event_timestamp":odd,"call":{"call_id":"c"}})).unwrap();
            assert_eq!(event.event_timestamp(), None);
        }
    }

    #[test]
    fn unknown_and_chat_events_are_kept_whole() {
        for json in [
            json!({"event":"chat_ended","chat":{"chat_id":"x"}}),
            json!({"event":"transcript_updated","chat":{"chat_id":"x"}}),
            json!({"event":"alert_triggered","alert":{"name":"n"}}),
            json!({"event":"call_teleported","event_timestamp":5,"call":{"call_id":"c"}}),
        ] {
            let event = event(&json).unwrap();
            assert!(matches!(event, Event::Unknown(_)), "{event:?}");
            assert_eq!(serde_json::to_value(&event).unwrap(), json);
        }
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
        assert_eq!(event(&json!({"event":"call_ended"})).unwrap_err().path(), ".");
        for broken in ["", "{", "[]", "null", "{\"event\":7}", "{\"event\":\"x\"} x"] {
            assert!(Event::from_slice(broken.as_bytes()).is_err(), "{broken}");
        }
    }

    #[test]
    fn repeats_have_the_same_key() {
        let ended = |transcript: &str| {
            event(&json!({"event":"call_ended","call":{"call_id":"c","transcript":transcript}})).unwrap()
        };
        assert_eq!(ended("a").dedup_key(), "call_ended:c");
        assert_eq!(ended("a").dedup_key(), ended("b").dedup_key());
        let updated = |transcript: &str| {
            event(&json!({"event":"transcript_updated","call":{"call_id":"c","transcript":transcript}}))
                .unwrap()
        };
        assert_eq!(updated("a").dedup_key(), updated("a").dedup_key());
        assert_ne!(updated("a").dedup_key(), updated("b").dedup_key());
    }
}
