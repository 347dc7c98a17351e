//! What is sent to Retell.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use serde_json::{Map, Value};

use super::{DecodeError, PingPong, ResponseId, UnknownFrame, decode, number};
use crate::{action::Action, redact::Redacted};

const TAG: &str = "response_type";

/// A message to Retell, named by its `response_type`.
///
/// <https://docs.retellai.com/api-references/llm-websocket>
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "response_type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outbound {
    /// What Retell shall send on this socket. First, if at all.
    Config {
        /// The options.
        config: Config,
    },
    /// Answer to a keepalive.
    PingPong(PingPong),
    /// Words of an answer, or of the begin message.
    Response(Response),
    /// Words nobody asked for: stops whoever is speaking.
    AgentInterrupt(AgentInterrupt),
    /// For the record: a tool was called. Retell runs nothing.
    ToolCallInvocation(ToolCallInvocation),
    /// For the record: what the tool answered.
    ToolCallResult(ToolCallResult),
    /// Changes the agent for this call only.
    UpdateAgent {
        /// What to change.
        agent_config: AgentConfig,
    },
    /// Passed on to the browser of a web call.
    Metadata(Metadata),
    /// A kind this crate does not know.
    #[serde(untagged)]
    Unknown(UnknownFrame),
}

impl Outbound {
    /// Reads one text frame.
    ///
    /// # Errors
    ///
    /// When the text is not a JSON object, names no kind, or a field of a known kind is missing or has the wrong type.
    pub fn from_json(text: &str) -> Result<Self, DecodeError> {
        decode::mending(text, Self::read)
    }

    fn read(text: &str) -> Result<Self, DecodeError> {
        #[derive(Deserialize)]
        struct WithConfig {
            config: Config,
        }
        #[derive(Deserialize)]
        struct WithAgentConfig {
            agent_config: AgentConfig,
        }

        let kind = decode::kind(text, TAG)?;
        Ok(match &*kind {
            "config" => Self::Config {
                config: decode::fields::<WithConfig>(text)?.config,
            },
            "ping_pong" => Self::PingPong(decode::fields(text)?),
            "response" => Self::Response(decode::fields(text)?),
            "agent_interrupt" => Self::AgentInterrupt(decode::fields(text)?),
            "tool_call_invocation" => Self::ToolCallInvocation(decode::fields(text)?),
            "tool_call_result" => Self::ToolCallResult(decode::fields(text)?),
            "update_agent" => Self::UpdateAgent {
                agent_config: decode::fields::<WithAgentConfig>(text)?.agent_config,
            },
            "metadata" => Self::Metadata(decode::fields(text)?),
            _ => Self::Unknown(UnknownFrame::read(text, TAG, kind.into_owned())?),
        })
    }

    /// Writes one text frame.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("frames hold string keys and plain values only")
    }

    /// The `response_type`.
    pub fn kind(&self) -> &str {
        match self {
            Self::Config { .. } => "config",
            Self::PingPong(_) => "ping_pong",
            Self::Response(_) => "response",
            Self::AgentInterrupt(_) => "agent_interrupt",
            Self::ToolCallInvocation(_) => "tool_call_invocation",
            Self::ToolCallResult(_) => "tool_call_result",
            Self::UpdateAgent { .. } => "update_agent",
            Self::Metadata(_) => "metadata",
            Self::Unknown(frame) => &frame.kind,
        }
    }
}

impl<'de> Deserialize<'de> for Outbound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::from_json(&value.to_string()).map_err(D::Error::custom)
    }
}

/// What Retell shall send on this socket. An option left out on the wire is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Config {
    /// Send keepalives, and dial again when they stay unanswered. On by default.
    #[serde(default)]
    pub auto_reconnect: bool,
    /// Send `call_details`. On by default.
    #[serde(default)]
    pub call_details: bool,
    /// Add `transcript_with_tool_calls` to updates and requests. Off by default.
    #[serde(default)]
    pub transcript_with_tool_calls: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            auto_reconnect: true,
            call_details: true,
            transcript_with_tool_calls: false,
        }
    }
}

/// Words of one answer. The words of all chunks with the same id are spoken in a row.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Response {
    /// The request that is answered; 0 for the begin message.
    #[serde(deserialize_with = "number::id")]
    pub response_id: ResponseId,
    /// The next words, not the running total. May be empty.
    pub content: String,
    /// Whether this is the last chunk of this id.
    pub content_complete: bool,
    /// Keep the caller from interrupting this chunk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_interruption_allowed: Option<bool>,
    /// Hang up once everything of this id is spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_call: Option<bool>,
    /// Cold transfer to this number once everything of this id is spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer_number: Option<String>,
    /// With `transfer_number`: show the number of the transferred party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_transferee_as_caller: Option<bool>,
    /// DTMF digits to send once everything of this id is spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digit_to_press: Option<String>,
}

impl Response {
    /// A chunk of words that is not the last.
    pub fn chunk(response_id: ResponseId, content: impl Into<String>) -> Self {
        Self {
            response_id,
            content: content.into(),
            ..Self::default()
        }
    }

    /// The last chunk.
    pub fn last(response_id: ResponseId, content: impl Into<String>) -> Self {
        Self {
            content_complete: true,
            ..Self::chunk(response_id, content)
        }
    }

    /// The same, with an action.
    #[must_use]
    pub fn with_action(mut self, action: Action) -> Self {
        match action {
            Action::EndCall => self.end_call = Some(true),
            Action::Transfer {
                number,
                show_transferee_as_caller,
            } => {
                self.transfer_number = Some(number);
                self.show_transferee_as_caller = show_transferee_as_caller.then_some(true);
            }
            Action::PressDigits(digits) => self.digit_to_press = Some(digits),
        }
        self
    }

    /// The action Retell will carry out for this chunk: hanging up before a transfer, a transfer before digits.
    pub fn action(&self) -> Option<Action> {
        if self.end_call == Some(true) {
            return Some(Action::EndCall);
        }
        if let Some(number) = &self.transfer_number {
            return Some(Action::Transfer {
                number: number.clone(),
                show_transferee_as_caller: self.show_transferee_as_caller == Some(true),
            });
        }
        self.digit_to_press.clone().map(Action::PressDigits)
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("response_id", &self.response_id)
            .field("content", &Redacted(&self.content))
            .field("content_complete", &self.content_complete)
            .field("no_interruption_allowed", &self.no_interruption_allowed)
            .field("action", &self.action())
            .finish()
    }
}

/// Words nobody asked for. They stop whoever is speaking and cancel an answer on its way.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AgentInterrupt {
    /// Our own counter. Chunks with the same id are spoken in a row; a new id discards the former.
    #[serde(deserialize_with = "number::id")]
    pub interrupt_id: u64,
    /// The next words, not the running total.
    pub content: String,
    /// Whether this is the last chunk of this id.
    pub content_complete: bool,
    /// Keep the caller from interrupting this chunk. Recommended: otherwise both talk at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_interruption_allowed: Option<bool>,
    /// Hang up once everything of this id is spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_call: Option<bool>,
    /// Cold transfer to this number once everything of this id is spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer_number: Option<String>,
    /// DTMF digits to send once everything of this id is spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digit_to_press: Option<String>,
}

impl fmt::Debug for AgentInterrupt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AgentInterrupt")
            .field("interrupt_id", &self.interrupt_id)
            .field("content", &Redacted(&self.content))
            .field("content_complete", &self.content_complete)
            .finish_non_exhaustive()
    }
}

/// For the record: a tool was called.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ToolCallInvocation {
    /// Globally unique.
    pub tool_call_id: String,
    /// The function's name.
    pub name: String,
    /// The arguments: a JSON object, as a string.
    pub arguments: String,
}

impl fmt::Debug for ToolCallInvocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolCallInvocation")
            .field("tool_call_id", &self.tool_call_id)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// For the record: what a tool answered.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ToolCallResult {
    /// The id of the invocation.
    pub tool_call_id: String,
    /// Any text, or JSON as a string.
    pub content: String,
    /// Whether the tool succeeded. Left out means not reported, which is not the same as failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successful: Option<bool>,
}

impl fmt::Debug for ToolCallResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolCallResult")
            .field("tool_call_id", &self.tool_call_id)
            .field("successful", &self.successful)
            .finish_non_exhaustive()
    }
}

/// Settings of the agent that can change during a call. What is `None` stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct AgentConfig {
    /// How quickly the agent answers, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsiveness: Option<f64>,
    /// How easily the agent is interrupted, 0 (never) to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interruption_sensitivity: Option<f64>,
    /// Silence after which Retell asks for a reminder, in milliseconds, above 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminder_trigger_ms: Option<u64>,
    /// How many reminders at most in a row; 0 turns them off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminder_max_count: Option<u32>,
}

/// Anything, passed on to the browser of a web call.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Metadata {
    /// Any JSON object.
    pub metadata: Map<String, Value>,
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metadata")
            .field("members", &self.metadata.len())
            .finish()
    }
}
