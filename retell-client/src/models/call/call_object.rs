//! The call object.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::models::{
    AgentId, CallAnalysis, CallCost, CallId, CallStatus, CallType, DataStorageSetting, Direction,
    DisconnectionReason, Latency, LlmTokenUsage, TranscriptItem, Utterance, lenient, macros::quiet_debug,
};

/// A call, in a browser or by phone; [`Call::call_type`] tells which.
///
/// Only `call_id` must be present to decode one. Lists, maps and enums that Retell left out are empty, everything else
/// is `None`. Items of a list lack the transcripts: retrieve the call for them. Times are milliseconds since the epoch.
///
/// `Debug` shows ids and states only, never numbers, names or words.
///
/// Mirrors <https://docs.retellai.com/api-references/get-call>.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Call {
    /// The call.
    pub call_id: CallId,
    /// The agent that speaks.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "AgentId::is_empty"
    )]
    pub agent_id: AgentId,
    /// Version of the agent.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub agent_version: Option<i64>,
    /// Name of the agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_name: Option<String>,
    /// Tag of the agent version when the call was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_tag: Option<String>,
    /// Browser or phone.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "CallType::is_absent"
    )]
    pub call_type: CallType,
    /// How far the call has come.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "CallStatus::is_absent"
    )]
    pub call_status: CallStatus,
    /// Web calls: the browser's token. A secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_token: Option<String>,
    /// Phone calls: who called whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Phone calls: the caller's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_number: Option<String>,
    /// Phone calls: the number called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_number: Option<String>,
    /// Phone calls: the carrier's own ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephony_identifier: Option<TelephonyIdentifier>,
    /// When it began.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub start_timestamp: Option<i64>,
    /// When it ended.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub end_timestamp: Option<i64>,
    /// When the transferred leg ended.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub transfer_end_timestamp: Option<i64>,
    /// Length in milliseconds.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub duration_ms: Option<i64>,
    /// Why it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disconnection_reason: Option<DisconnectionReason>,
    /// Where it was transferred to: a number, or a SIP address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer_destination: Option<String>,

    /// The transcript as text, lines of `Agent: …` and `User: …`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript: Option<String>,
    /// The transcript, utterance by utterance.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub transcript_object: Vec<Utterance>,
    /// The transcript with tool calls, keys pressed and the like in their places.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub transcript_with_tool_calls: Vec<TranscriptItem>,
    /// The same with personal data removed.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub scrubbed_transcript_with_tool_calls: Vec<TranscriptItem>,
    /// Tools run before the call.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub pre_session_transcript_with_tool_calls: Vec<TranscriptItem>,
    /// The same with personal data removed.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub scrubbed_pre_session_transcript_with_tool_calls: Vec<TranscriptItem>,
    /// Tools run after the call.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub post_session_transcript_with_tool_calls: Vec<TranscriptItem>,
    /// The same with personal data removed.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub scrubbed_post_session_transcript_with_tool_calls: Vec<TranscriptItem>,

    /// The recording. May expire: fetch the call again rather than store it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording_url: Option<String>,
    /// The recording with one channel per party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording_multi_channel_url: Option<String>,
    /// The recording with personal data removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrubbed_recording_url: Option<String>,
    /// The same with one channel per party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scrubbed_recording_multi_channel_url: Option<String>,
    /// Retell's log of the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_log_url: Option<String>,
    /// What was looked up in knowledge bases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knowledge_base_retrieved_contents_url: Option<String>,

    /// What post-call analysis found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_analysis: Option<CallAnalysis>,
    /// What it cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_cost: Option<CallCost>,
    /// How fast it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latency: Option<Latency>,
    /// Tokens used; absent for custom-LLM agents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub llm_token_usage: Option<LlmTokenUsage>,

    /// What the creator of the call attached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// Variables given when the call was created.
    #[serde(
        default,
        deserialize_with = "lenient::string_map",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub retell_llm_dynamic_variables: BTreeMap<String, String>,
    /// Variables collected during the call.
    #[serde(
        default,
        deserialize_with = "lenient::string_map",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub collected_dynamic_variables: BTreeMap<String, String>,
    /// SIP headers, names in lower case.
    #[serde(
        default,
        deserialize_with = "lenient::string_map",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub custom_sip_headers: BTreeMap<String, String>,
    /// What Retell keeps of the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_storage_setting: Option<DataStorageSetting>,
    /// Whether links are signed and expire after 24 hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opt_in_signed_url: Option<bool>,
}

impl Call {
    /// A call of which nothing more is known; set the public fields from here.
    pub fn new(call_id: impl Into<CallId>, agent_id: impl Into<AgentId>, call_type: CallType) -> Self {
        Self {
            call_id: call_id.into(),
            agent_id: agent_id.into(),
            call_type,
            ..Self::default()
        }
    }
}

quiet_debug!(Call {
    call_id,
    agent_id,
    agent_version,
    call_type,
    call_status,
    direction,
    start_timestamp,
    end_timestamp,
    duration_ms,
    disconnection_reason,
});

/// A carrier's own ids of a phone call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TelephonyIdentifier {
    /// Twilio's call SID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub twilio_call_sid: Option<String>,
}
