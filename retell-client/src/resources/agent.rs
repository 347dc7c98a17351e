//! Voice agents.

use serde_json::{Map, Value, json};

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{Agent, AgentId, AgentSummary, CreateAgent, ListAgents, Versioned},
};

resource!(
    /// Methods on voice agents; from [`Client::agent`](crate::Client::agent).
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

    /// Agents without their settings, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-agents>.
    pub fn list(&self, list: &ListAgents) -> ListRequest<AgentSummary> {
        // This list's filter goes in the body, everything else in the query.
        Request::<Page<_>>::post(self.client, "agent.list", "/v2/list-agents", &[])
            .json(&list_body(list))
            .query(&json!({"limit": list.limit, "pagination_key": list.pagination_key, "sort_order": list.sort_order}))
            .pages(Cursor::Query)
    }

    /// Legacy: all agents with their settings, by the older list. Deprecated by Retell since 15 June 2026.
    pub fn list_legacy(&self) -> Request<Vec<Agent>> {
        Request::get(self.client, "agent.list_legacy", "/list-agents", &[])
    }
}

/// The filter, if there is one.
fn list_body(list: &ListAgents) -> Value {
    let mut filter = Map::new();
    if let Some(channel) = &list.channel {
        filter.insert(
            "channel".into(),
            json!({"type": "string", "op": "eq", "value": channel}),
        );
    }
    if let Some(wanted) = list.is_transfer_agent {
        filter.insert(
            "is_transfer_agent".into(),
            json!({"type": "boolean", "op": "eq", "value": wanted}),
        );
    }
    if let Some(text) = &list.query {
        filter.insert("query".into(), json!(text));
    }
    if filter.is_empty() {
        json!({})
    } else {
        json!({ "filter_criteria": filter })
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::models::{AgentChannel, ResponseEngine, SortOrder};
    use crate::{Client, request::Prepared, retry::RetryClass};

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
            .query("query")
            .limit(1000)
            .pagination_key("a key&more")
            .sort_order(SortOrder::Ascending);
        list.is_transfer_agent = Some(true);
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
        .webhook_events(["call_ended"])
        .setting("ambient_sound", "coffee-shop");
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
