//! Voice agents.

use serde_json::json;

use super::resource;
use crate::{
    Client, ListRequest, Page, Request,
    list::Cursor,
    models::{
        Agent, AgentId, AgentSummary, AnyAgent, CreateAgent, CreateVersion, ListAgents, PageParams,
        PublishVersion, UpdateAgent, VersionSummary, Versioned,
    },
    retry::RetryClass,
};

resource!(
    /// Voice agents; from [`Client::agent`](crate::Client::agent).
    Agents
);

impl Agents<'_> {
    /// Makes an agent.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-agent>.
    pub fn create(&self, agent: &CreateAgent) -> Request<Agent> {
        Request::post(self.client, "agent.create", "/create-agent", &[]).json(agent)
    }

    /// One agent with its settings, in its latest version or the one asked for: `("agent_1", 3)`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-agent>.
    pub fn retrieve(&self, agent: impl Into<Versioned<AgentId>>) -> Request<Agent> {
        let Versioned { id, version } = agent.into();
        Request::get(
            self.client,
            "agent.retrieve",
            "/get-agent/{agent_id}",
            &[id.as_str()],
        )
        .version(version.as_ref())
    }

    /// Changes an agent's draft; calls see it when it is published.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-agent>.
    pub fn update(&self, agent: impl Into<Versioned<AgentId>>, update: &UpdateAgent) -> Request<Agent> {
        let Versioned { id, version } = agent.into();
        Request::patch(
            self.client,
            "agent.update",
            "/update-agent/{agent_id}",
            &[id.as_str()],
        )
        .version(version.as_ref())
        .json(update)
    }

    /// Deletes an agent with all its versions.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-agent>.
    pub fn delete(&self, agent_id: impl Into<AgentId>) -> Request<()> {
        Request::delete(
            self.client,
            "agent.delete",
            "/delete-agent/{agent_id}",
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
            "agent.create_version",
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
            "agent.delete_version",
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
            "agent.publish",
            "/publish-agent-version/{agent_id}",
            &[agent_id.into().as_str()],
        )
        .json(version)
        .retry(RetryClass::Idempotent)
        .no_content()
    }

    /// Agents of both kinds without their settings, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-agents>.
    pub fn list(&self, list: &ListAgents) -> ListRequest<AgentSummary> {
        list_agents(self.client, "agent.list", list)
    }

    /// Versions of an agent, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-agent-versions>.
    pub fn list_versions(
        &self,
        agent_id: impl Into<AgentId>,
        page: &PageParams,
    ) -> ListRequest<VersionSummary> {
        Request::<Page<_>>::get(
            self.client,
            "agent.list_versions",
            "/list-agent-versions/{agent_id}",
            &[agent_id.into().as_str()],
        )
        .query(page)
        .pages(Cursor::Query)
    }

    /// Has Retell mend an agent that refers to what is gone, in its latest version or the one asked for.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/repair-agent>.
    pub fn repair(&self, agent: impl Into<Versioned<AgentId>>) -> Request<AnyAgent> {
        let Versioned { id, version } = agent.into();
        Request::post(
            self.client,
            "agent.repair",
            "/repair-agent/{agent_id}",
            &[id.as_str()],
        )
        .version(version.as_ref())
        .retry(RetryClass::Idempotent)
    }

    /// Legacy: all agents with their settings, by the older list. Deprecated by Retell since 15 June 2026.
    pub fn list_legacy(&self) -> Request<Vec<Agent>> {
        Request::get(self.client, "agent.list_legacy", "/list-agents", &[])
    }
}

/// This list's filter goes in the body, everything else in the query.
pub(super) fn list_agents(
    client: &Client,
    name: &'static str,
    list: &ListAgents,
) -> ListRequest<AgentSummary> {
    let mut body = list.extra.clone();
    if let Some(criteria) = &list.filter_criteria {
        body.insert("filter_criteria".to_owned(), json!(criteria));
    }
    Request::<Page<_>>::post(client, name, "/v2/list-agents", &[])
        .json(&body)
        .query(&json!({"limit": list.limit, "pagination_key": list.pagination_key, "sort_order": list.sort_order}))
        .pages(Cursor::Query)
}

#[cfg(test)]
mod tests {
    use http::Method;
    use serde_json::Value;

    use super::*;
    use crate::models::{AgentChannel, AgentWebhookEvent, AmbientSound, ResponseEngine, SortOrder};
    use crate::prepared::Prepared;

    fn client() -> Client {
        Client::new("key_1").unwrap()
    }

    fn body(prepared: &Prepared) -> Value {
        serde_json::from_slice(prepared.body.as_ref().unwrap()).unwrap()
    }

    #[test]
    fn a_list_is_split_between_body_and_query() {
        let mut list = ListAgents::new()
            .channel(AgentChannel::Voice)
            .named("query")
            .limit(1000)
            .pagination_key("a key&more")
            .sort_order(SortOrder::Ascending);
        list.filter_criteria.as_mut().unwrap().is_transfer_agent = Some(true.into());
        let prepared = client().agent().list(&list).prepared().unwrap();
        assert_eq!(prepared.url.path(), "/v2/list-agents");
        assert_eq!(
            prepared.url.query(),
            Some("limit=1000&pagination_key=a+key%26more&sort_order=ascending")
        );
        assert_eq!(
            body(&prepared),
            json!({"filter_criteria": {
                "channel": {"op":"eq","type":"string","value":"voice"},
                "is_transfer_agent": {"op":"eq","type":"boolean","value":true},
                "query": "query"}})
        );
    }

    #[test]
    fn a_list_of_everything_has_an_empty_body() {
        let prepared = client().agent().list(&ListAgents::new()).prepared().unwrap();
        assert_eq!(body(&prepared), json!({}));
        assert_eq!(prepared.url.query(), None);
    }

    #[test]
    fn paths_and_bodies_are_as_documented() {
        let agent = CreateAgent::new(
            ResponseEngine::custom_llm("wss://example.com/llm"),
            "11labs-Adrian",
        )
        .agent_name("Dispatch")
        .webhook_events([AgentWebhookEvent::CallEnded])
        .ambient_sound(AmbientSound::CoffeeShop);
        let create = client().agent().create(&agent).prepared().unwrap();
        assert_eq!(
            (create.url.path(), create.retry),
            ("/create-agent", RetryClass::Never)
        );
        assert_eq!(
            body(&create),
            json!({"response_engine":{"type":"custom-llm","llm_websocket_url":"wss://example.com/llm"},
                "voice_id":"11labs-Adrian","agent_name":"Dispatch","webhook_events":["call_ended"],
                "ambient_sound":"coffee-shop"})
        );
        let one = client().agent().retrieve("agent_1").prepared().unwrap();
        assert_eq!((one.url.path(), one.method), ("/get-agent/agent_1", Method::GET));
        let old = client().agent().list_legacy().prepared().unwrap();
        assert_eq!((old.url.path(), old.method), ("/list-agents", Method::GET));
    }
}
