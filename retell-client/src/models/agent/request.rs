//! What is sent to create and list agents.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::models::{AgentChannel, ResponseEngine, SortOrder, VoiceId, macros::quiet_debug};

/// An agent to be made.
///
/// Mirrors <https://docs.retellai.com/api-references/create-agent>.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateAgent {
    /// What decides what the agent says.
    pub response_engine: ResponseEngine,
    /// The voice.
    pub voice_id: VoiceId,
    /// Name in the dashboard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_name: Option<String>,
    /// Where its webhooks go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_url: Option<String>,
    /// Which events go there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webhook_events: Option<Vec<String>>,
    /// Every other setting, by its wire name.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl CreateAgent {
    /// An agent with Retell's defaults.
    pub fn new(response_engine: ResponseEngine, voice_id: impl Into<VoiceId>) -> Self {
        Self {
            response_engine,
            voice_id: voice_id.into(),
            agent_name: None,
            webhook_url: None,
            webhook_events: None,
            extra: Map::new(),
        }
    }

    /// Name in the dashboard.
    #[must_use]
    pub fn agent_name(mut self, name: impl Into<String>) -> Self {
        self.agent_name = Some(name.into());
        self
    }

    /// Where its webhooks go.
    #[must_use]
    pub fn webhook_url(mut self, url: impl Into<String>) -> Self {
        self.webhook_url = Some(url.into());
        self
    }

    /// Which events go there, such as `call_ended`.
    #[must_use]
    pub fn webhook_events<E: Into<String>>(mut self, events: impl IntoIterator<Item = E>) -> Self {
        self.webhook_events = Some(events.into_iter().map(Into::into).collect());
        self
    }

    /// Any other setting, by its wire name, in the form Retell documents.
    #[must_use]
    pub fn setting(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

quiet_debug!(CreateAgent {
    response_engine,
    voice_id
});

/// Which agents to list, in what order, how many a page.
///
/// Mirrors <https://docs.retellai.com/api-references/list-agents>.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ListAgents {
    /// Only agents of this channel.
    pub channel: Option<AgentChannel>,
    /// Only agents that take transfers, or only those that do not.
    pub is_transfer_agent: Option<bool>,
    /// Only agents that match this text.
    pub query: Option<String>,
    /// Agents a page.
    pub limit: Option<u32>,
    /// Where to go on; from the page before.
    pub pagination_key: Option<String>,
    /// Order by last change.
    pub sort_order: Option<SortOrder>,
}

impl ListAgents {
    /// All agents, voice and chat.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only agents of this channel.
    #[must_use]
    pub fn channel(mut self, channel: AgentChannel) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Only agents that match this text.
    #[must_use]
    pub fn query(mut self, text: impl Into<String>) -> Self {
        self.query = Some(text.into());
        self
    }

    /// Agents a page.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Where to go on.
    #[must_use]
    pub fn pagination_key(mut self, key: impl Into<String>) -> Self {
        self.pagination_key = Some(key.into());
        self
    }

    /// Order by last change.
    #[must_use]
    pub fn sort_order(mut self, order: SortOrder) -> Self {
        self.sort_order = Some(order);
        self
    }
}
