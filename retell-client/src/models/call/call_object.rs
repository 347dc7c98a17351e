//! The call object.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::models::{
    AgentId, CallAnalysis, CallCost, CallId, CallProgress, CallStatus, CallType, DataStorageSetting,
    Direction, DisconnectionReason, Latency, LlmTokenUsage, Nullable, TranscriptItem, Utterance, lenient,
    macros::model,
};

model! {
    /// A call, in a browser or by phone; [`Call::call_type`] tells which.
    ///
    /// Only `call_id` must be there to decode one. Items of a list lack the transcripts: retrieve the call for them.
    /// Times are milliseconds since the epoch.
    ///
    /// `Debug` shows ids and states only, never numbers, names or words.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-call>.
    #[derive(Default)]
    Call shows(
        call_id, agent_id, agent_version, call_type, call_status, direction, start_timestamp, end_timestamp,
        duration_ms, disconnection_reason,
    ) {
        /// The call.
        call_id: CallId,
        /// The agent that speaks; empty if it was left out.
        #[serde(
            default,
            deserialize_with = "lenient::or_default",
            skip_serializing_if = "AgentId::is_empty"
        )]
        agent_id: AgentId,
        /// Browser or phone.
        #[serde(
            default,
            deserialize_with = "lenient::or_default",
            skip_serializing_if = "CallType::is_absent"
        )]
        call_type: CallType,
        /// How far the call has come.
        #[serde(
            default,
            deserialize_with = "lenient::or_default",
            skip_serializing_if = "CallStatus::is_absent"
        )]
        call_status: CallStatus,
        ..
        /// Version of the agent.
        #[serde(deserialize_with = "lenient::integer")]
        agent_version: Option<i64>,
        /// Name of the agent.
        agent_name: Option<String>,
        /// Tag of the agent version when the call was created.
        agent_tag: Nullable<String>,
        /// Web calls: the browser's token. A secret.
        access_token: Option<String>,
        /// Phone calls: who called whom.
        direction: Option<Direction>,
        /// Phone calls: the caller's number.
        from_number: Option<String>,
        /// Phone calls: the number called.
        to_number: Option<String>,
        /// Phone calls: the carrier's own ids.
        telephony_identifier: Option<TelephonyIdentifier>,
        /// When it began.
        #[serde(deserialize_with = "lenient::integer")]
        start_timestamp: Option<i64>,
        /// When it ended.
        #[serde(deserialize_with = "lenient::integer")]
        end_timestamp: Option<i64>,
        /// When the transferred leg ended.
        #[serde(deserialize_with = "lenient::integer")]
        transfer_end_timestamp: Option<i64>,
        /// Length in milliseconds.
        #[serde(deserialize_with = "lenient::integer")]
        duration_ms: Option<i64>,
        /// Why it ended.
        disconnection_reason: Option<DisconnectionReason>,
        /// Where it was transferred to: a number, or a SIP address.
        transfer_destination: Nullable<String>,

        /// The transcript as text, lines of `Agent: …` and `User: …`.
        transcript: Option<String>,
        /// The transcript, utterance by utterance; see [`Call::utterances`].
        transcript_object: Option<Vec<Utterance>>,
        /// The transcript with tool calls, keys pressed and the like in their places.
        transcript_with_tool_calls: Option<Vec<TranscriptItem>>,
        /// The same with personal data removed.
        scrubbed_transcript_with_tool_calls: Option<Vec<TranscriptItem>>,
        /// Tools run before the call.
        pre_session_transcript_with_tool_calls: Option<Vec<TranscriptItem>>,
        /// The same with personal data removed.
        scrubbed_pre_session_transcript_with_tool_calls: Option<Vec<TranscriptItem>>,
        /// Tools run after the call.
        post_session_transcript_with_tool_calls: Option<Vec<TranscriptItem>>,
        /// The same with personal data removed.
        scrubbed_post_session_transcript_with_tool_calls: Option<Vec<TranscriptItem>>,

        /// The recording. May expire: fetch the call again rather than store it.
        recording_url: Option<String>,
        /// The recording with one channel per party.
        recording_multi_channel_url: Option<String>,
        /// The recording with personal data removed.
        scrubbed_recording_url: Option<String>,
        /// The same with one channel per party.
        scrubbed_recording_multi_channel_url: Option<String>,
        /// Retell's log of the call.
        public_log_url: Option<String>,
        /// What was looked up in knowledge bases.
        knowledge_base_retrieved_contents_url: Option<String>,

        /// What post-call analysis found.
        call_analysis: Option<CallAnalysis>,
        /// What it cost.
        call_cost: Option<CallCost>,
        /// How fast it was.
        latency: Option<Latency>,
        /// Tokens used; left out for custom-LLM agents.
        llm_token_usage: Option<LlmTokenUsage>,

        /// What the creator of the call attached.
        metadata: Nullable<Value>,
        /// Variables given when the call was created; see [`Call::dynamic_variable`].
        #[serde(deserialize_with = "lenient::string_map")]
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
        /// Variables collected during the call.
        #[serde(deserialize_with = "lenient::string_map")]
        collected_dynamic_variables: Option<BTreeMap<String, String>>,
        /// SIP headers, names in lower case.
        #[serde(deserialize_with = "lenient::string_map")]
        custom_sip_headers: Option<BTreeMap<String, String>>,
        /// What Retell keeps of the call.
        data_storage_setting: Nullable<DataStorageSetting>,
        /// Whether links are signed and expire after 24 hours.
        opt_in_signed_url: Option<bool>,
    }
}

impl Call {
    /// How far it has come, in the four words most systems have for it.
    pub fn progress(&self) -> CallProgress {
        self.call_status.progress(self.disconnection_reason.as_ref())
    }

    /// What was said, in order; empty when the transcript was left out.
    pub fn utterances(&self) -> &[Utterance] {
        self.transcript_object.as_deref().unwrap_or_default()
    }

    /// A variable given when the call was created.
    pub fn dynamic_variable(&self, name: &str) -> Option<&str> {
        let variables = self.retell_llm_dynamic_variables.as_ref()?;
        variables.get(name).map(String::as_str)
    }
}

model! {
    /// A carrier's own ids of a phone call.
    TelephonyIdentifier shows(twilio_call_sid) {
        ..
        /// Twilio's call SID.
        twilio_call_sid: Option<String>,
    }
}
