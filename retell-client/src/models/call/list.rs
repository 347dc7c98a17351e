//! What is sent to list calls: order, size and filters.

use serde_json::Value;

use crate::models::{
    AgentId, AnyOf, BooleanFilter, CallStatus, CallType, DataStorageSetting, Direction, DisconnectionReason,
    IdFilter, KeyedFilter, Nullable, Number, NumberFilter, SortOrder, StringFilter, UserSentiment,
    macros::model,
};

model! {
    /// Which calls to list, in what order, how many a page.
    ///
    /// ```
    /// use retell_client::models::{CallFilter, CallStatus, ListCalls};
    ///
    /// let ended_this_week = ListCalls::new()
    ///     .filter_criteria(CallFilter::new().call_status([CallStatus::Ended]).for_agent("agent_1"))
    ///     .limit(100);
    /// ```
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-calls>.
    ListCalls shows(filter_criteria, limit, sort_order) {
        ..
        /// Which calls; all conditions must hold.
        filter_criteria: Option<CallFilter>,
        /// Calls a page.
        limit: Option<i64>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
        /// Calls to pass over.
        skip: Option<i64>,
        /// Order by start; Retell's default is newest first.
        sort_order: Option<SortOrder>,
        /// Count all matches, which is costly for Retell.
        include_total: Option<bool>,
    }
}

model! {
    /// Conditions on calls; all must hold. The same filter must be given for every page. Times are milliseconds since
    /// the epoch. A condition newer than this crate goes into `extra`.
    CallFilter shows(agent, call_status, call_type, direction, disconnection_reason, start_timestamp, end_timestamp) {
        ..
        /// Any of these agents.
        agent: Option<Vec<AgentFilter>>,
        /// Any of these tags of the agent's version.
        agent_tag: Option<AnyOf>,
        /// The batch it is of.
        batch_call_id: Option<StringFilter>,
        /// The call itself.
        call_id: Option<IdFilter>,
        /// Any of these states. Retell cannot filter by [`CallStatus::Registered`].
        call_status: Option<AnyOf<CallStatus>>,
        /// Whether the agent did what it set out to do.
        call_successful: Option<BooleanFilter>,
        /// Any of these types.
        call_type: Option<AnyOf<CallType>>,
        /// What it cost, in cents.
        combined_cost: Option<NumberFilter>,
        /// What post-call analysis found, by field.
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
        /// Dynamic variables, by name.
        dynamic_variables: Option<Vec<KeyedFilter>>,
        /// Median latency from the person's last word to the agent's first, in milliseconds.
        e2e_latency_p50: Option<NumberFilter>,
        /// When it ended.
        end_timestamp: Option<NumberFilter>,
        /// The caller's number.
        from_number: Option<StringFilter>,
        /// Whether it ended in a voicemail box.
        in_voicemail: Option<BooleanFilter>,
        /// Metadata, by key.
        metadata: Option<Vec<KeyedFilter>>,
        /// When it began.
        start_timestamp: Option<NumberFilter>,
        /// The number called.
        to_number: Option<StringFilter>,
        /// Any of these uses of tools.
        tool_calls: Option<Vec<ToolCallFilter>>,
        /// Any of these moods.
        user_sentiment: Option<AnyOf<UserSentiment>>,
    }
}

impl CallFilter {
    /// Adds an agent, in any version; repeat for several.
    #[must_use]
    pub fn for_agent(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent
            .get_or_insert_default()
            .push(AgentFilter::new(agent_id));
        self
    }
}

model! {
    /// An agent to filter by.
    AgentFilter shows(agent_id, version) {
        /// The agent.
        agent_id: AgentId,
        ..
        /// Only these versions; left out it is all.
        version: Option<Vec<Number>>,
    }
}

model! {
    /// A use of a tool to filter by.
    ToolCallFilter shows(name, kind, latency_ms, success) {
        ..
        /// How long it took, in milliseconds.
        latency_ms: Option<NumberFilter>,
        /// The tool's name.
        name: Option<String>,
        /// Whether it worked.
        success: Option<BooleanFilter>,
        /// The tool's type, such as `custom`.
        #[serde(rename = "type")]
        kind: Option<String>,
    }
}

model! {
    /// Calls by the older list, whose filters differ; give them in the form Retell documented for it.
    ListCallsV2 shows(limit, sort_order) {
        ..
        /// Conditions, in the older form.
        filter_criteria: Nullable<Value>,
        /// Calls a page: Retell's default is 50, its maximum 1000.
        limit: Option<i64>,
        /// Id of the last call of the page before.
        pagination_key: Option<String>,
        /// Order by start.
        sort_order: Option<SortOrder>,
    }
}
