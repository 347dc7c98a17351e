//! Chat agents.

use super::{agent::list_agents, resource};
use crate::{
    ListRequest, Request,
    models::{
        AgentId, AgentSummary, AnyAgent, ChatAgent, CreateChatAgent, CreateVersion, ListAgents,
        PublishVersion, UpdateChatAgent, Versioned,
    },
    retry::RetryClass,
};

resource!(
    /// Chat agents; from [`Client::chat_agent`](crate::Client::chat_agent).
    ChatAgents
);

impl ChatAgents<'_> {
    /// Makes a chat agent.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-chat-agent>.
    pub fn create(&self, agent: &CreateChatAgent) -> Request<ChatAgent> {
        Request::post(self.client, "chat_agent.create", "/create-chat-agent", &[]).json(agent)
    }

    /// One agent with its settings, in its latest version or the one asked for: `("agent_1", 3)`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-chat-agent>.
    pub fn retrieve(&self, agent: impl Into<Versioned<AgentId>>) -> Request<ChatAgent> {
        let Versioned { id, version } = agent.into();
        Request::get(
            self.client,
            "chat_agent.retrieve",
            "/get-chat-agent/{agent_id}",
            &[id.as_str()],
        )
        .version(version.as_ref())
    }

    /// Changes an agent's draft; calls see it when it is published.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-chat-agent>.
    pub fn update(
        &self,
        agent: impl Into<Versioned<AgentId>>,
        update: &UpdateChatAgent,
    ) -> Request<ChatAgent> {
        let Versioned { id, version } = agent.into();
        Request::patch(
            self.client,
            "chat_agent.update",
            "/update-chat-agent/{agent_id}",
            &[id.as_str()],
        )
        .version(version.as_ref())
        .json(update)
    }

    /// Deletes an agent with all its versions.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-chat-agent>.
    pub fn delete(&self, agent_id: impl Into<AgentId>) -> Request<()> {
        Request::delete(
            self.client,
            "chat_agent.delete",
            "/delete-chat-agent/{agent_id}",
            &[agent_id.into().as_str()],
        )
        .no_content()
    }

    /// Makes a new draft from a version.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-agent-version>.
    pub fn create_version(&self, agent_id: impl Into<AgentId>, version: &CreateVersion) -> Request<AnyAgent> {
        Request::post(
            self.client,
            "chat_agent.create_version",
            "/create-agent-version/{agent_id}",
            &[agent_id.into().as_str()],
        )
        .json(version)
    }

    /// Deletes one version of an agent.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-agent-version>.
    pub fn delete_version(&self, agent_id: impl Into<AgentId>, version: i64) -> Request<()> {
        Request::delete(
            self.client,
            "chat_agent.delete_version",
            "/delete-agent-version/{agent_id}",
            &[agent_id.into().as_str()],
        )
        .version(Some(&version.into()))
        .no_content()
    }

    /// Publishes a version, so that calls and chats use it.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/publish-agent-version>.
    pub fn publish(&self, agent_id: impl Into<AgentId>, version: &PublishVersion) -> Request<()> {
        Request::post(
            self.client,
            "chat_agent.publish",
            "/publish-agent-version/{agent_id}",
            &[agent_id.into().as_str()],
        )
        .json(version)
        .retry(RetryClass::Idempotent)
        .no_content()
    }

    /// Agents of both kinds without their settings, a page by `await`, all by `.stream()`; the same list as
    /// [`Agents::list`](super::Agents::list). For chat agents alone filter by
    /// [`AgentChannel::Chat`](crate::models::AgentChannel::Chat).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-agents>.
    pub fn list(&self, list: &ListAgents) -> ListRequest<AgentSummary> {
        list_agents(self.client, "chat_agent.list", list)
    }
}
