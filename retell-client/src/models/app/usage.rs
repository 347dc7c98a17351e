//! Who uses an app.

use crate::models::{
    AgentId, KnowledgeBaseId, Number,
    macros::{model, tagged_union},
};

tagged_union! {
    /// Something that uses an app.
    AppUsage by "type" {
        /// An agent.
        Agent(AgentUsage) = "agent",
        /// A knowledge base.
        KnowledgeBase(KnowledgeBaseUsage) = "knowledge_base",
    }
}

model! {
    /// An agent that uses an app.
    AgentUsage shows(agent_id, agent_versions) {
        /// The agent.
        agent_id: AgentId,
        ..
        /// Its versions that do.
        agent_versions: Option<Vec<Number>>,
        /// Since when, in milliseconds since the epoch.
        configured_timestamp: Option<Number>,
        /// Its name.
        agent_name: Option<String>,
    }
}

model! {
    /// A knowledge base that uses an app.
    KnowledgeBaseUsage shows(knowledge_base_id) {
        /// The knowledge base.
        knowledge_base_id: KnowledgeBaseId,
        ..
        /// Since when, in milliseconds since the epoch.
        configured_timestamp: Option<Number>,
        /// Its name.
        knowledge_base_name: Option<String>,
    }
}
