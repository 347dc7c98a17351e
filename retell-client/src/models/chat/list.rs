//! Which chats to list.

use crate::models::{
    AgentFilter, AnyOf, BooleanFilter, ChatStatus, ChatType, DataStorageSetting, Direction,
    DisconnectionReason, IdFilter, KeyedFilter, NumberFilter, SortOrder, StringFilter, UserSentiment,
    macros::model,
};

model! {
    /// Which chats to list, in what order, how many a page.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-chats>.
    ListChats shows(filter_criteria, limit, skip, sort_order) {
        ..
        /// Which chats; all conditions must hold.
        filter_criteria: Option<ChatFilter>,
        /// Count all matches, which is costly for Retell.
        include_total: Option<bool>,
        /// Chats a page.
        limit: Option<i64>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
        /// Chats to pass over.
        skip: Option<i64>,
        /// Order by start; Retell's default is newest first.
        sort_order: Option<SortOrder>,
    }
}

model! {
    /// Conditions on chats; all must hold. The same filter must be given for every page. Times are milliseconds since
    /// the epoch. A condition newer than this crate goes into `extra`.
    ChatFilter shows(agent, chat_status, chat_type, direction, disconnection_reason, start_timestamp, end_timestamp) {
        ..
        /// Any of these agents.
        agent: Option<Vec<AgentFilter>>,
        /// The agent's number.
        agent_number: Option<StringFilter>,
        /// Any of these tags of the agent's version.
        agent_tag: Option<AnyOf>,
        /// The chat itself.
        chat_id: Option<IdFilter>,
        /// Any of these states.
        chat_status: Option<AnyOf<ChatStatus>>,
        /// Whether the agent did what it set out to do.
        chat_successful: Option<BooleanFilter>,
        /// Any of these media.
        chat_type: Option<AnyOf<ChatType>>,
        /// What it cost, in cents.
        combined_cost: Option<NumberFilter>,
        /// What analysis found, by field.
        custom_analysis_data: Option<Vec<KeyedFilter>>,
        /// Custom attributes, by name.
        custom_attributes: Option<Vec<KeyedFilter>>,
        /// Any of these settings.
        data_storage_setting: Option<AnyOf<DataStorageSetting>>,
        /// Any of these directions.
        direction: Option<AnyOf<Direction>>,
        /// Any of these reasons.
        disconnection_reason: Option<AnyOf<DisconnectionReason>>,
        /// Length in milliseconds.
        duration_ms: Option<NumberFilter>,
        /// When it ended.
        end_timestamp: Option<NumberFilter>,
        /// When it began.
        start_timestamp: Option<NumberFilter>,
        /// The person's number.
        user_number: Option<StringFilter>,
        /// Any of these moods.
        user_sentiment: Option<AnyOf<UserSentiment>>,
    }
}
