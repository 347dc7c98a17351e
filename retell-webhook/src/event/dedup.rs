//! Telling repeats of a delivery apart: Retell sends no id of its own.

use std::borrow::Cow;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{Event, Subject};

/// Longer ids and names enter a key as a digest.
const MAX_PART: usize = 100;

impl Event {
    /// The same for repeats of one delivery, different for different events.
    ///
    /// A call or chat starts, ends and is analysed once, so name and id are enough for these; likewise the incident of
    /// an alert. Events that may occur many times add their time and a digest of what they say. The key is of printable
    /// ASCII, never longer than 300 characters, and holds no personal data.
    ///
    /// A call whose analysis was run again has the same key as before: pass such an event by, or take the key
    /// together with [`Event::event_timestamp`].
    pub fn dedup_key(&self) -> String {
        let name = part(self.name());
        match (self, self.subject()) {
            (Self::TranscriptUpdated(_), Subject::Call(event)) => {
                let said = digest(&(&event.call.transcript, &event.call.transcript_object));
                self.many(&event.call.call_id, &said)
            }
            (Self::ChatTranscriptUpdated(_), Subject::Chat(event)) => {
                self.many(&event.chat.chat_id, &digest(&event.chat))
            }
            (_, Subject::Call(event)) => format!("{name}:{}", part(event.call.call_id.as_str())),
            (_, Subject::Transfer(event)) => {
                self.many(&event.call.call_id, &digest(&event.transfer_destination))
            }
            (_, Subject::Chat(event)) => format!("{name}:{}", part(event.chat.chat_id.as_str())),
            (_, Subject::Alert(event)) if event.alert.alert_incident_id.is_empty() => {
                self.many(&"", &digest(&event.alert))
            }
            (_, Subject::Alert(event)) => format!("{name}:{}", part(&event.alert.alert_incident_id)),
            (_, Subject::Unknown(event)) => self.many(&"", &digest(&event.raw)),
        }
    }

    fn many(&self, id: &impl AsRef<str>, details: &str) -> String {
        let time = self.event_timestamp().unwrap_or_default();
        format!("{}:{}:{time}:{details}", part(self.name()), part(id.as_ref()))
    }
}

/// A name or id as part of a key; what could be taken for two parts, or is long, stands as a digest.
pub(crate) fn part(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b':';
    if text.len() <= MAX_PART && text.bytes().all(plain) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(digest(&text))
    }
}

/// The first 16 hex digits of the SHA-256 of a value's JSON.
pub(crate) fn digest(value: &impl Serialize) -> String {
    let json = serde_json::to_vec(value).expect("models have string keys only");
    hex::encode(&Sha256::digest(json)[..8])
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::Event;

    fn key(event: &Value) -> String {
        Event::from_slice(event.to_string().as_bytes())
            .unwrap()
            .dedup_key()
    }

    #[test]
    fn what_happens_once_is_named_by_its_id() {
        for (event, expected) in [
            (
                json!({"event":"call_ended","call":{"call_id":"c","transcript":"a"}}),
                "call_ended:c",
            ),
            (
                json!({"event":"call_ended","call":{"call_id":"c","transcript":"b"}}),
                "call_ended:c",
            ),
            (
                json!({"event":"chat_analyzed","chat":{"chat_id":"x"}}),
                "chat_analyzed:x",
            ),
            (
                json!({"event":"alert_resolved","alert":{"alert_incident_id":"i"}}),
                "alert_resolved:i",
            ),
        ] {
            assert_eq!(key(&event), expected);
        }
    }

    #[test]
    fn what_happens_often_is_told_apart() {
        let said = |transcript: &str| {
            key(&json!({"event":"transcript_updated","call":{"call_id":"c","transcript":transcript}}))
        };
        let written =
            |text: &str| key(&json!({"event":"transcript_updated","chat":{"chat_id":"c","transcript":text}}));
        let moved = |number: &str, at: u64| {
            key(
                &json!({"event":"transfer_started","event_timestamp":at,"call":{"call_id":"c"},"transfer_destination":{"number":number}}),
            )
        };
        let other = |n: u64| key(&json!({"event":"call_teleported","n":n}));
        let alert = |n: u64| key(&json!({"event":"alert_triggered","alert":{"current_value":n}}));
        let keys = [
            said("a"),
            said("b"),
            written("a"),
            written("b"),
            moved("+1", 1),
            moved("+1", 2),
            moved("+2", 1),
            other(1),
            other(2),
            alert(1),
            alert(2),
        ];
        for (nth, one) in keys.iter().enumerate() {
            assert!(keys[..nth].iter().all(|before| before != one), "{one}");
        }
        assert_eq!(said("a"), keys[0]);
        assert_eq!(moved("+2", 1), keys[6]);
    }

    #[test]
    fn keys_are_short_printable_and_unambiguous() {
        let odd = [
            key(&json!({"event":"a:b","x":1})),
            key(&json!({"event":"n".repeat(1 << 20)})),
            key(&json!({"event":"line\nend"})),
            key(&json!({"event":"call_ended","call":{"call_id":"i".repeat(1 << 20)}})),
            key(&json!({"event":"call_ended","call":{"call_id":"a:b \u{e9}"}})),
        ];
        for key in odd {
            assert!(
                key.len() <= 300 && key.bytes().all(|byte| byte.is_ascii_graphic()),
                "{key:.400}"
            );
        }
    }
}
