//! Chat agents.

use crate::models::{
    AgentId, AnalysisField, ContactMemoryConfig, DataStorageSetting, GuardrailConfig, HandbookConfig,
    Languages, LlmModel, Nullable, PiiConfig, PostSessionTool, PreSessionTool, ResponseEngine,
    macros::{model, open_enum},
};

/// Makes a model of a chat agent: what is its own, then the settings every form has.
macro_rules! with_chat_agent_settings {
    ($(#[$meta:meta])* $name:ident $(shows($($shown:ident),*))? { $($required:tt)* } .. { $($own:tt)* }) => {
        model! {
            $(#[$meta])*
            $name $(shows($($shown),*))? {
                $($required)*
                ..
                $($own)*
                /// Name in the dashboard.
                agent_name: Nullable<String>,
                /// What is said when a chat closes by itself; null is nothing.
                auto_close_message: Nullable<String>,
                /// Whether what is known of a contact is read and kept up.
                contact_memory_config: Option<ContactMemoryConfig>,
                /// Days until chats are deleted, 1 to 730; null is never.
                data_storage_retention_days: Nullable<i64>,
                /// What Retell keeps of chats.
                data_storage_setting: Nullable<DataStorageSetting>,
                /// Milliseconds of silence that end the chat.
                end_chat_after_silence_ms: Nullable<i64>,
                /// What may be neither said nor asked.
                guardrail_config: Option<GuardrailConfig>,
                /// Ready-made rules of conduct.
                handbook_config: Option<HandbookConfig>,
                /// One language, or several.
                language: Option<Languages>,
                /// Have links signed; they then expire.
                opt_in_signed_url: Option<bool>,
                /// Which personal data is removed from what is kept.
                pii_config: Option<PiiConfig>,
                /// What to find out from chats that are over.
                post_chat_analysis_data: Nullable<Vec<AnalysisField>>,
                /// The model that finds it out.
                post_chat_analysis_model: Nullable<LlmModel>,
                /// Tools run after a chat.
                post_session_tools: Nullable<Vec<PostSessionTool>>,
                /// Tools run before a chat.
                pre_session_tools: Nullable<Vec<PreSessionTool>>,
                /// How long signed links live, in milliseconds.
                signed_url_expiration_ms: Nullable<i64>,
                /// Time zone of the agent, such as `America/Chicago`.
                timezone: Nullable<String>,
                /// Name of this version.
                version_title: Nullable<String>,
                /// Which events are told; null is Retell's choice.
                webhook_events: Nullable<Vec<ChatWebhookEvent>>,
                /// Milliseconds a webhook may take to answer.
                webhook_timeout_ms: Option<i64>,
                /// Where events of this agent go, instead of the account's address. It may hold a secret.
                webhook_url: Nullable<String>,
            }
        }
    };
}

with_chat_agent_settings! {
    /// A chat agent.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-chat-agent>.
    ChatAgent shows(agent_id, version, is_published, response_engine) {
        /// The agent.
        agent_id: AgentId,
        /// Milliseconds since the epoch.
        last_modification_timestamp: i64,
        /// What decides what it says.
        response_engine: ResponseEngine,
    } .. {
        /// Version of its settings.
        version: Option<i64>,
        /// The version it was made from.
        base_version: Nullable<i64>,
        /// Whether this version is published.
        is_published: Option<bool>,
        /// Tags that point at this version.
        assigned_tags: Option<Vec<String>>,
    }
}

with_chat_agent_settings! {
    /// A chat agent to be made; what is left out gets Retell's default.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-chat-agent>.
    CreateChatAgent shows(response_engine) {
        /// What decides what it says; a custom LLM cannot.
        response_engine: ResponseEngine,
    } .. {}
}

with_chat_agent_settings! {
    /// Changes to a chat agent's draft. What is left out stays as it is; null puts it back to Retell's default.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-chat-agent>.
    UpdateChatAgent shows(response_engine) {} .. {
        /// What decides what it says; a custom LLM cannot.
        response_engine: Option<ResponseEngine>,
    }
}

open_enum! {
    /// An event of a chat that is told to a webhook.
    ChatWebhookEvent {
        /// The chat began.
        ChatStarted = "chat_started",
        /// The chat is over.
        ChatEnded = "chat_ended",
        /// Its analysis is done.
        ChatAnalyzed = "chat_analyzed",
        /// Something was said.
        TranscriptUpdated = "transcript_updated",
    }
}
