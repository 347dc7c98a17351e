//! What a call looks like from outside.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::EndReason;
use crate::live::LiveState;

/// How a call reaches the driver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum CallType {
    /// In the browser.
    Web,
    /// By telephone.
    Phone,
}

impl CallType {
    /// As stored and as sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Phone => "phone",
        }
    }
}

/// How far a call has come. It only moves forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum CallStatus {
    /// Written down here; nothing heard from Retell yet.
    Initiated,
    /// Connected, or otherwise reported on.
    Updated,
    /// Over.
    Ended,
}

impl CallStatus {
    /// As stored and as sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Initiated => "initiated",
            Self::Updated => "updated",
            Self::Ended => "ended",
        }
    }
}

/// What the call turned out to be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum Scenario {
    /// A check call.
    Dispatch,
    /// The driver reported an emergency.
    Emergency,
}

impl Scenario {
    /// As stored and as sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dispatch => "Dispatch",
            Self::Emergency => "Emergency",
        }
    }
}

/// The request that starts a call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartCall {
    /// The driver's name, 1 to 120 characters.
    #[schema(min_length = 1, max_length = 120)]
    pub driver_name: String,
    /// The driver's number in E.164 form; required for phone calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, pattern = r"^\+[1-9][0-9]{1,14}$")]
    pub driver_phone: Option<String>,
    /// The number to call from; the configured one when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, pattern = r"^\+[1-9][0-9]{1,14}$")]
    pub from_number: Option<String>,
    /// The load the call is about, 1 to 64 characters.
    #[schema(min_length = 1, max_length = 64)]
    pub load_number: String,
    /// Browser or telephone.
    pub call_type: CallType,
    /// Our id of the agent that calls; the default agent when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub agent_id: Option<String>,
    /// More dynamic variables: at most 50, names of `A-Z a-z 0-9 _` up to 64 long, values up to 1000 characters.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schema(value_type = BTreeMap<String, VariableValue>, required = false)]
    pub variables: BTreeMap<String, String>,
}

/// The value of a dynamic variable; numbers and booleans are turned into text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum VariableValue {
    /// As it is.
    Text(String),
    /// As text.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
}

/// The answer to a started call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StartedCall {
    /// Our id.
    pub id: String,
    /// Retell's id.
    pub provider_call_id: String,
    /// What Retell answered: enough for a browser to join a web call.
    pub retell: RetellAnswer,
}

/// The part of Retell's answer the browser needs; other fields pass through.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RetellAnswer {
    /// Retell's id of the call.
    pub call_id: String,
    /// Lets a browser join the call; web calls only, usable for 30 s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub access_token: Option<String>,
    /// How the browser connects (`gateway`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub transport: Option<String>,
    /// Whatever else Retell said.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One call in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CallRow {
    /// Our id.
    pub id: String,
    /// Retell's id; null until Retell has accepted the call.
    #[schema(required)]
    pub provider_call_id: Option<String>,
    /// Empty when unknown (inbound calls).
    pub driver_name: String,
    /// E.164.
    #[schema(required)]
    pub driver_phone: Option<String>,
    /// Empty when unknown (inbound calls).
    pub load_number: String,
    /// Browser or telephone.
    pub call_type: CallType,
    /// How far the call has come.
    pub status: CallStatus,
    /// How it went, for example `In-Transit Update`; null until known.
    #[schema(required)]
    pub call_outcome: Option<String>,
    /// `Driving`, `Delayed`, `Arrived`, `Unloading` or `Unknown`.
    #[schema(required)]
    pub driver_status: Option<String>,
    /// Check call or emergency.
    #[schema(required)]
    pub scenario: Option<Scenario>,
    /// Where the driver said to be.
    #[schema(required)]
    pub current_location: Option<String>,
    /// When the driver expects to arrive, in words.
    #[schema(required)]
    pub eta: Option<String>,
    /// Why the driver is late.
    #[schema(required)]
    pub delay_reason: Option<String>,
    /// By how much, in minutes.
    #[schema(required)]
    pub delay_minutes: Option<i64>,
    /// Retell's word for the end of the call.
    #[schema(required)]
    pub disconnection_reason: Option<String>,
    /// Whether the call is on right now.
    pub live: bool,
    /// When the row was written.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When the call connected.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub started_at: Option<Timestamp>,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime, required)]
    pub ended_at: Option<Timestamp>,
    /// How long it lasted.
    #[schema(required)]
    pub duration_ms: Option<i64>,
    /// Whether `/recording` has something to play.
    pub has_recording: bool,
    /// Whether a simulator stood in for the driver.
    pub simulated: bool,
}

/// One call, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CallDetail {
    /// The row.
    #[serde(flatten)]
    pub row: CallRow,
    /// Our id of the agent that called.
    pub agent_id: String,
    /// The dynamic variables the call was started with.
    pub variables: BTreeMap<String, String>,
    /// What was said, in order.
    pub transcript: Vec<Utterance>,
    /// The structured result; null until the call is over.
    #[schema(required)]
    pub structured_payload: Option<Map<String, Value>>,
    /// Statements that did not fit together.
    pub conflicts: Vec<Conflict>,
    /// One entry per answer the agent was asked for.
    pub turns: Vec<TurnRow>,
    /// Why the call could not be placed or finished.
    #[schema(required)]
    pub failure: Option<String>,
    /// The disconnection reason in words.
    #[schema(required)]
    pub end_reason: Option<EndReason>,
    /// Retell's own analysis, as it came.
    #[schema(required)]
    pub call_analysis: Option<Map<String, Value>>,
    /// What the agent has understood so far; null before its first answer and when the call is not on.
    #[schema(required)]
    pub live_state: Option<LiveState>,
}

/// One thing said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Utterance {
    /// `agent` or `user`; others pass through.
    pub role: String,
    /// The words.
    pub content: String,
    /// Seconds from the start of the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub start: Option<f64>,
    /// Seconds from the start of the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub end: Option<f64>,
}

/// Statements about one slot that did not fit together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Conflict {
    /// Which slot.
    pub slot: String,
    /// `correction`, `gps`, `status` or `retraction`.
    pub kind: String,
    /// The values, oldest first.
    #[schema(value_type = Vec<Value>)]
    pub values: Vec<Value>,
    /// The turns they came from.
    pub turns: Vec<u32>,
    /// Whether the driver settled it.
    pub resolved: bool,
}

/// How one answer of the agent went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TurnRow {
    /// Retell's number for the answer; 0 is the begin message.
    pub response_id: u64,
    /// Why the agent spoke.
    pub kind: TurnKind,
    /// When the answer was asked for.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Until the first words left; null when none did.
    #[schema(required)]
    pub first_chunk_ms: Option<f64>,
    /// Until the answer was complete.
    #[schema(required)]
    pub completed_ms: Option<f64>,
    /// How many pieces the answer came in.
    pub chunks: u32,
    /// Whether the driver spoke again before the answer was complete.
    pub superseded: bool,
    /// Whether the fallback phrase had to be spoken.
    pub fallback: bool,
    /// The slots the answer asked for.
    pub asked: Vec<String>,
}

/// Why the agent spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum TurnKind {
    /// The greeting.
    Begin,
    /// The driver had spoken.
    Response,
    /// The driver had been silent.
    Reminder,
}

impl TurnKind {
    /// As stored and as sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Response => "response",
            Self::Reminder => "reminder",
        }
    }
}
