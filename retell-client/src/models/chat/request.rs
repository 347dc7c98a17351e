//! What is sent to begin, carry on and change chats.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::models::{
    AgentId, AgentVersion, AttributeValue, ChatId, ChatTranscriptItem, Nullable, PhoneNumber,
    macros::{model, open_enum},
    variables::dynamic_variables,
};

model! {
    /// A chat to begin.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-chat>.
    CreateChat shows(agent_id, agent_version) {
        /// The chat agent.
        agent_id: AgentId,
        ..
        /// Its version; Retell's default is the latest.
        agent_version: Option<AgentVersion>,
        /// Whatever is to be stored with it.
        metadata: Nullable<Value>,
        /// Variables for the agent.
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
    }
}
dynamic_variables!(CreateChat);

model! {
    /// A chat to begin by text message.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-sms-chat>.
    CreateSmsChat shows(override_agent_id, override_agent_version) {
        /// The number writing, bought from Retell and approved for text messages.
        from_number: PhoneNumber,
        /// The number written to.
        to_number: PhoneNumber,
        ..
        /// Do not write to contacts that are never to be called; Retell then refuses with 400.
        honor_internal_dnc: Option<bool>,
        /// Whatever is to be stored with it.
        metadata: Nullable<Value>,
        /// Agent for this chat only; otherwise the number's.
        override_agent_id: Option<AgentId>,
        /// Its version.
        override_agent_version: Option<AgentVersion>,
        /// Variables for the agent.
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
    }
}
dynamic_variables!(CreateSmsChat);

model! {
    /// Something the person writes in a chat.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-chat-completion>.
    CreateChatCompletion shows(chat_id) {
        /// The chat.
        chat_id: ChatId,
        /// The words.
        content: String,
        ..
    }
}

model! {
    /// What the agent answered and did.
    ChatCompletion {
        /// In order, what the person wrote not among it.
        messages: Vec<ChatTranscriptItem>,
        ..
    }
}

open_enum! {
    /// What Retell keeps of a chat.
    ChatDataStorageSetting {
        /// Everything.
        Everything = "everything",
        /// Only basic attributes.
        BasicAttributesOnly = "basic_attributes_only",
    }
}

model! {
    /// Changes to a chat; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-chat>.
    UpdateChat shows(data_storage_setting) {
        ..
        /// Attributes to set on it.
        custom_attributes: Option<BTreeMap<String, AttributeValue>>,
        /// Keep less of it; what is gone cannot be brought back.
        data_storage_setting: Option<ChatDataStorageSetting>,
        /// Whatever is to be stored with it.
        metadata: Nullable<Value>,
        /// Variables that stand in for those the agent has; null takes them away.
        override_dynamic_variables: Nullable<BTreeMap<String, String>>,
    }
}
