//! Agents and what answers for them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::models::{
    AgentId, DataStorageSetting, ResponseEngine, VoiceId, lenient,
    macros::{open_enum, quiet_debug},
};

/// A voice agent.
///
/// The settings most programs read are fields; every other setting is kept in [`Agent::extra`] under its wire name, so
/// an agent that is read and sent back loses nothing.
///
/// Mirrors <https://docs.retellai.com/api-references/get-agent>.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Agent {
    /// The agent.
    pub agent_id: AgentId,
    /// Version of its settings.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub version: Option<i64>,
    /// Whether this version is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_published: Option<bool>,
    /// Milliseconds since the epoch.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub last_modification_timestamp: Option<i64>,
    /// What decides what the agent says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_engine: Option<ResponseEngine>,
    /// The voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice_id: Option<VoiceId>,
    /// Name in the dashboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_name: Option<String>,
    /// One locale, or a list of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Value>,
    /// Where this agent's webhooks go, instead of the account's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_url: Option<String>,
    /// Which events go there; `None` is Retell's default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_events: Option<Vec<String>>,
    /// How long a webhook may take to answer, default 10000.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub webhook_timeout_ms: Option<i64>,
    /// 0 to 1: how readily the agent stops when spoken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interruption_sensitivity: Option<f64>,
    /// 0 to 1: how quickly the agent answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsiveness: Option<f64>,
    /// Silence before the agent reminds the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminder_trigger_ms: Option<f64>,
    /// How often it reminds.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub reminder_max_count: Option<i64>,
    /// Silence that ends the call.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub end_call_after_silence_ms: Option<i64>,
    /// Longest call.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub max_call_duration_ms: Option<i64>,
    /// How long the phone rings.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub ring_duration_ms: Option<i64>,
    /// Wait before the first words.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub begin_message_delay_ms: Option<i64>,
    /// What Retell keeps of its calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_storage_setting: Option<DataStorageSetting>,
    /// Every other setting, by its wire name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Agent {
    /// An agent with nothing set; set the public fields from here.
    pub fn new(agent_id: impl Into<AgentId>, response_engine: ResponseEngine) -> Self {
        Self {
            agent_id: agent_id.into(),
            response_engine: Some(response_engine),
            ..Self::default()
        }
    }
}

// Webhook addresses may carry a secret, names may be people's.
quiet_debug!(Agent {
    agent_id,
    version,
    is_published,
    response_engine,
    voice_id
});

open_enum! {
    /// What an agent talks over.
    AgentChannel {
        /// Calls.
        Voice = "voice",
        /// Text.
        Chat = "chat",
    }
}

/// An agent as a list shows it.
///
/// Mirrors <https://docs.retellai.com/api-references/list-agents>.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AgentSummary {
    /// The agent; retrieve it for its settings.
    pub agent_id: AgentId,
    /// Name in the dashboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_name: Option<String>,
    /// Voice or chat.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "AgentChannel::is_absent"
    )]
    pub channel: AgentChannel,
    /// Whether Retell suspended it.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub is_suspended: bool,
    /// Whether it only takes transfers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_transfer_agent: Option<bool>,
    /// Tags, each with the version it points at.
    #[serde(
        default,
        deserialize_with = "lenient::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub tags: BTreeMap<String, Value>,
    /// Milliseconds since the epoch.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_modified_timestamp: Option<i64>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_without_a_field_are_kept() {
        let json = json!({"agent_id":"a","voice_id":"v","volume":1.5,"ambient_sound":null});
        let agent: Agent = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(agent.extra["volume"], 1.5);
        assert_eq!(serde_json::to_value(&agent).unwrap(), json);
    }

    #[test]
    fn debug_shows_no_address() {
        let mut agent = Agent::new("a", ResponseEngine::custom_llm("wss://example.com/s3cret"));
        agent.webhook_url = Some("https://example.com/s3cret".into());
        assert!(!format!("{agent:?}").contains("s3cret"));
    }
}
