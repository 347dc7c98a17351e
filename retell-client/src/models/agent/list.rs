//! Lists of agents and of their versions.

use std::collections::BTreeMap;

use crate::models::{
    AgentId, BooleanFilter, SortOrder, StringFilter,
    macros::{model, open_enum},
};

open_enum! {
    /// What an agent talks over.
    AgentChannel {
        /// Calls.
        Voice = "voice",
        /// Text.
        Chat = "chat",
    }
}

model! {
    /// Which agents to list, in what order, how many a page.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-agents>.
    ListAgents shows(limit, sort_order) {
        ..
        /// Which agents; all conditions must hold.
        filter_criteria: Option<AgentFilterCriteria>,
        /// Agents a page.
        limit: Option<i64>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
        /// Order by time.
        sort_order: Option<SortOrder>,
    }
}

impl ListAgents {
    /// Only agents of one channel.
    #[must_use]
    pub fn channel(mut self, channel: AgentChannel) -> Self {
        self.filter_criteria.get_or_insert_default().channel = Some(StringFilter::is(channel));
        self
    }

    /// Only agents with this in their names.
    #[must_use]
    pub fn named(mut self, text: impl Into<String>) -> Self {
        self.filter_criteria.get_or_insert_default().query = Some(text.into());
        self
    }
}

model! {
    /// Conditions on agents; all must hold.
    AgentFilterCriteria {
        ..
        /// What they talk over.
        channel: Option<StringFilter<AgentChannel>>,
        /// Whether they only take transfers.
        is_transfer_agent: Option<BooleanFilter>,
        /// Part of their names.
        query: Option<String>,
    }
}

model! {
    /// An agent as a list shows it.
    AgentSummary shows(agent_id, channel, is_suspended, is_transfer_agent) {
        /// The agent; retrieve it for its settings.
        agent_id: AgentId,
        ..
        /// Name in the dashboard.
        agent_name: Option<String>,
        /// Voice or chat.
        channel: Option<AgentChannel>,
        /// Whether Retell suspended it.
        is_suspended: Option<bool>,
        /// Tags, each with the version it points at.
        tags: Option<BTreeMap<String, AgentTag>>,
        /// Milliseconds since the epoch.
        user_modified_timestamp: Option<i64>,
        /// Whether it only takes transfers.
        is_transfer_agent: Option<bool>,
    }
}

model! {
    /// What a tag of an agent stands for.
    AgentTag shows(version) {
        ..
        /// Variables of calls to this tag.
        dynamic_variables: Option<BTreeMap<String, String>>,
        /// The version it points at.
        version: Option<i64>,
    }
}

model! {
    /// A version of an agent as a list shows it.
    VersionSummary shows(version, is_published) {
        /// The version.
        version: i64,
        ..
        /// Whether it is published.
        is_published: Option<bool>,
        /// Milliseconds since the epoch.
        last_modification_timestamp: Option<i64>,
        /// The version it was made from.
        base_version: Option<i64>,
        /// What it is about.
        version_description: Option<String>,
        /// Its name.
        version_title: Option<String>,
    }
}

model! {
    /// A version of an agent to be made.
    CreateVersion shows(base_version) {
        /// The version to begin with.
        base_version: i64,
        ..
    }
}

model! {
    /// A version of an agent to be published.
    PublishVersion shows(version) {
        /// The version.
        version: i64,
        ..
        /// What it is about.
        version_description: Option<String>,
        /// Its name.
        version_title: Option<String>,
    }
}
