//! Voice agents.

use serde::{Deserialize, Deserializer, Serialize};

use super::settings::with_agent_settings;
use crate::models::{
    AgentId, AgentWebhookEvent, AmbientSound, AnalysisField, CallScreeningOption, ChatAgent,
    ContactMemoryConfig, ConversationFlowOverride, CustomSttConfig, DataStorageSetting, DenoisingMode,
    ExpressiveEmotionTag, Extra, GuardrailConfig, HandbookConfig, IvrOption, Languages, LlmModel,
    LlmOverride, Nullable, Number, PiiConfig, PostSessionTool, PreSessionTool, PronunciationEntry,
    ResponseEngine, SttMode, UserDtmfOptions, VocabSpecialization, VoiceId, VoiceModel, VoicemailOption,
    lenient, macros::model, tagged,
};

with_agent_settings! {
    /// A voice agent.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-agent>.
    Agent shows(agent_id, version, is_published, response_engine, voice_id) {
        /// The agent.
        agent_id: AgentId,
        /// What decides what it says.
        response_engine: ResponseEngine,
    } .. {
        /// The voice.
        voice_id: Option<VoiceId>,
        /// Version of its settings.
        #[serde(deserialize_with = "lenient::integer")]
        version: Option<i64>,
        /// The version it was made from.
        base_version: Nullable<i64>,
        /// Whether this version is published.
        is_published: Option<bool>,
        /// Tags that point at this version.
        assigned_tags: Option<Vec<String>>,
        /// Milliseconds since the epoch.
        #[serde(deserialize_with = "lenient::integer")]
        last_modification_timestamp: Option<i64>,
        /// Whether it only takes transfers.
        is_transfer_agent: Option<bool>,
    }
}

with_agent_settings! {
    /// A voice agent to be made; what is left out gets Retell's default.
    ///
    /// ```
    /// use retell_client::models::{CreateAgent, ResponseEngine};
    ///
    /// let agent = CreateAgent::new(ResponseEngine::custom_llm("wss://example.com/llm"), "11labs-Adrian")
    ///     .agent_name("Dispatch")
    ///     .responsiveness(0.9);
    /// ```
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-agent>.
    CreateAgent shows(response_engine, voice_id) {
        /// What decides what it says.
        response_engine: ResponseEngine,
        /// The voice.
        voice_id: VoiceId,
    } .. {
        /// Whether it only takes transfers.
        is_transfer_agent: Option<bool>,
    }
}

with_agent_settings! {
    /// Changes to an agent's draft. What is left out stays as it is; null puts it back to Retell's default. Calls see
    /// them when the version is published.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-agent>.
    UpdateAgent shows(response_engine, voice_id) {} .. {
        /// What decides what it says.
        response_engine: Option<ResponseEngine>,
        /// The voice.
        voice_id: Option<VoiceId>,
    }
}

model! {
    /// What one call changes in its agent.
    AgentOverride shows(agent) {
        ..
        /// In the agent itself.
        agent: Option<UpdateAgent>,
        /// In its conversation flow.
        conversation_flow: Option<ConversationFlowOverride>,
        /// In its Retell LLM.
        retell_llm: Option<LlmOverride>,
    }
}

/// A voice or a chat agent, from routes that both share. A voice agent is known by its voice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum AnyAgent {
    /// A voice agent.
    Voice(Box<Agent>),
    /// A chat agent.
    Chat(Box<ChatAgent>),
}

impl<'de> Deserialize<'de> for AnyAgent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let agent = Extra::deserialize(deserializer)?;
        if agent.contains_key("voice_id") {
            tagged::body(agent.into()).map(Self::Voice)
        } else {
            tagged::body(agent.into()).map(Self::Chat)
        }
    }
}
