//! Keeping agents.

use async_trait::async_trait;
use jiff::Timestamp;

use super::StoreError;
use crate::agents::{Agent, AgentSettings};

/// An agent seen for the first time.
#[derive(Debug, Clone)]
pub struct NewAgent {
    /// Retell's id.
    pub provider_agent_id: Option<String>,
    /// Its settings until somebody changes them.
    pub settings: AgentSettings,
    /// Whether calls that name no agent use it.
    pub is_default: bool,
}

/// Keeping agents.
#[async_trait]
pub trait AgentStore: Send + Sync + 'static {
    /// The agent with Retell's id, or the default when there is none; written down first when it is new.
    /// With `is_default`, it becomes the default.
    async fn ensure_agent(&self, agent: &NewAgent, now: Timestamp) -> Result<Agent, StoreError>;

    /// The default agent first, then by name.
    async fn agents(&self) -> Result<Vec<Agent>, StoreError>;

    /// By our id or Retell's.
    async fn agent(&self, id: &str) -> Result<Option<Agent>, StoreError>;

    /// Replaces the settings; `None` when there is no such agent.
    ///
    /// # Errors
    ///
    /// [`StoreError::Taken`] when another agent has Retell's id already.
    async fn update_agent(
        &self,
        id: &str,
        settings: &AgentSettings,
        now: Timestamp,
    ) -> Result<Option<Agent>, StoreError>;
}
