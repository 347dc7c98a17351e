//! A chat, whole.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::models::{
    AgentId, AttributeValue, ChatId, ChatTranscriptItem, Nullable, Number, ProductCost, UserSentiment,
    lenient,
    macros::{model, open_enum},
};

open_enum! {
    /// How far a chat has come.
    ChatStatus {
        /// Going on.
        Ongoing = "ongoing",
        /// Over.
        Ended = "ended",
        /// Over, by a failure.
        Error = "error",
    }
}

open_enum! {
    /// The medium of a chat.
    ChatType {
        /// By [`create_chat_completion`](https://docs.retellai.com/api-references/create-chat-completion).
        ApiChat = "api_chat",
        /// By text message.
        SmsChat = "sms_chat",
    }
}

model! {
    /// A chat, whole. Only `chat_id` must be there to decode one. `Debug` shows ids and states only.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-chat>.
    Chat shows(chat_id, agent_id, version, chat_status, chat_type) {
        /// The chat.
        chat_id: ChatId,
        /// The agent; empty if it was left out.
        #[serde(
            default,
            deserialize_with = "lenient::or_default",
            skip_serializing_if = "AgentId::is_empty"
        )]
        agent_id: AgentId,
        /// How far it has come.
        #[serde(
            default,
            deserialize_with = "lenient::or_default",
            skip_serializing_if = "ChatStatus::is_absent"
        )]
        chat_status: ChatStatus,
        ..
        /// The agent's version.
        version: Nullable<i64>,
        /// The tag the version was found by.
        agent_tag: Nullable<String>,
        /// Its medium.
        chat_type: Option<ChatType>,
        /// When it began, in milliseconds since the epoch.
        #[serde(deserialize_with = "lenient::integer")]
        start_timestamp: Option<i64>,
        /// When it ended, in milliseconds since the epoch.
        end_timestamp: Nullable<i64>,
        /// What was written, as text.
        transcript: Option<String>,
        /// What was written and done, in order.
        message_with_tool_calls: Option<Vec<ChatTranscriptItem>>,
        /// What was done before it began.
        pre_session_message_with_tool_calls: Nullable<Vec<ChatTranscriptItem>>,
        /// What was done after it ended.
        post_session_message_with_tool_calls: Nullable<Vec<ChatTranscriptItem>>,
        /// What was done before it began, without personal data.
        scrubbed_pre_session_message_with_tool_calls: Nullable<Vec<ChatTranscriptItem>>,
        /// What was done after it ended, without personal data.
        scrubbed_post_session_message_with_tool_calls: Nullable<Vec<ChatTranscriptItem>>,
        /// Variables given to the agent.
        #[serde(deserialize_with = "lenient::string_map")]
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
        /// Variables the agent found.
        #[serde(deserialize_with = "lenient::string_map")]
        collected_dynamic_variables: Option<BTreeMap<String, String>>,
        /// Attributes set on it.
        custom_attributes: Option<BTreeMap<String, AttributeValue>>,
        /// Whatever was stored with it.
        metadata: Nullable<Value>,
        /// What analysis found.
        chat_analysis: Option<ChatAnalysis>,
        /// What it cost.
        chat_cost: Option<ChatCost>,
    }
}

model! {
    /// What analysis of a chat found.
    ChatAnalysis shows(chat_successful, user_sentiment) {
        ..
        /// The chat in a few sentences.
        chat_summary: Option<String>,
        /// Whether the agent did what it set out to do.
        chat_successful: Option<bool>,
        /// Mood of the person.
        user_sentiment: Option<UserSentiment>,
        /// Fields configured on the agent.
        custom_analysis_data: Nullable<Value>,
    }
}

model! {
    /// What a chat cost. Money is in US cents.
    ChatCost shows(combined_cost, product_costs) {
        ..
        /// All products together, in cents.
        combined_cost: Option<Number>,
        /// Each product.
        product_costs: Option<Vec<ProductCost>>,
    }
}
