//! What Retell sends.

use std::fmt;

use retell_client::models::{Call, TranscriptItem, Utterance};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use serde_json::Value;

use super::{DecodeError, PingPong, ResponseId, TurnTaking, UnknownFrame, decode, number};

const TAG: &str = "interaction_type";

/// A message from Retell, named by its `interaction_type`.
///
/// <https://docs.retellai.com/api-references/llm-websocket>
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "interaction_type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Inbound {
    /// Keepalive; answer at once with the same timestamp.
    PingPong(PingPong),
    /// The call, when [`Config::call_details`](super::Config::call_details) asked for it.
    CallDetails(CallDetails),
    /// The conversation went on; no answer wanted.
    UpdateOnly(UpdateOnly),
    /// The caller has spoken and an answer is wanted.
    ResponseRequired(Request),
    /// The caller has been silent for a while.
    ReminderRequired(Request),
    /// A kind this crate does not know.
    #[serde(untagged)]
    Unknown(UnknownFrame),
}

impl Inbound {
    /// Reads one text frame.
    ///
    /// # Errors
    ///
    /// When the text is not a JSON object, names no kind, or a field of a known kind is missing or has the wrong type.
    pub fn from_json(text: &str) -> Result<Self, DecodeError> {
        decode::mending(text, Self::read)
    }

    fn read(text: &str) -> Result<Self, DecodeError> {
        let kind = decode::kind(text, TAG)?;
        Ok(match &*kind {
            "ping_pong" => Self::PingPong(decode::fields(text)?),
            "call_details" => Self::CallDetails(decode::fields(text)?),
            "update_only" => Self::UpdateOnly(decode::fields(text)?),
            "response_required" => Self::ResponseRequired(decode::fields(text)?),
            "reminder_required" => Self::ReminderRequired(decode::fields(text)?),
            _ => Self::Unknown(UnknownFrame::read(text, TAG, kind.into_owned())?),
        })
    }

    /// Writes one text frame.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("frames hold string keys and plain values only")
    }

    /// The `interaction_type`.
    pub fn kind(&self) -> &str {
        match self {
            Self::PingPong(_) => "ping_pong",
            Self::CallDetails(_) => "call_details",
            Self::UpdateOnly(_) => "update_only",
            Self::ResponseRequired(_) => "response_required",
            Self::ReminderRequired(_) => "reminder_required",
            Self::Unknown(frame) => &frame.kind,
        }
    }
}

impl<'de> Deserialize<'de> for Inbound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::from_json(&value.to_string()).map_err(D::Error::custom)
    }
}

/// The call this socket belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallDetails {
    /// The call as the REST API gives it at its start.
    pub call: Box<Call>,
}

/// The conversation went on.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateOnly {
    /// The whole transcript so far; it replaces any earlier one.
    pub transcript: Vec<Utterance>,
    /// The same with tool calls woven in, if
    /// [`Config::transcript_with_tool_calls`](super::Config::transcript_with_tool_calls) asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript_with_tool_calls: Option<Vec<TranscriptItem>>,
    /// Present when the word passes to the user, or just before the agent speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turntaking: Option<TurnTaking>,
}

/// An answer is wanted.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Request {
    /// Names this request; the answer carries it.
    #[serde(deserialize_with = "number::id")]
    pub response_id: ResponseId,
    /// The whole transcript so far; it replaces any earlier one.
    pub transcript: Vec<Utterance>,
    /// The same with tool calls woven in, if
    /// [`Config::transcript_with_tool_calls`](super::Config::transcript_with_tool_calls) asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript_with_tool_calls: Option<Vec<TranscriptItem>>,
}

impl fmt::Debug for UpdateOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateOnly")
            .field("utterances", &self.transcript.len())
            .field("turntaking", &self.turntaking)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("response_id", &self.response_id)
            .field("utterances", &self.transcript.len())
            .finish_non_exhaustive()
    }
}
