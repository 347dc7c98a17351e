//! Agents and concurrency.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use retell_client::models::{Agent, ResponseEngine};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{ApiError, json};
use crate::state::Shared;

const MAX_AGENTS: usize = 1_000;

pub(super) async fn create_agent(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<(StatusCode, Json<Agent>), ApiError> {
    let mut fields: Map<String, Value> = json(&body)?;
    for required in ["response_engine", "voice_id"] {
        if !fields.contains_key(required) {
            return Err(ApiError::bad_request(format!("{required} is required")));
        }
    }
    if shared.agents().len() >= MAX_AGENTS {
        return Err(ApiError::bad_request(format!(
            "there are {MAX_AGENTS} agents already"
        )));
    }
    fields.insert(
        "agent_id".to_owned(),
        format!("agent_{}", Uuid::new_v4().simple()).into(),
    );
    fields.insert("version".to_owned(), 0.into());
    fields.insert("is_published".to_owned(), false.into());
    let agent = stamped(fields)?;
    shared.put_agent(agent.clone());
    Ok((StatusCode::CREATED, Json(agent)))
}

pub(super) async fn get_agent(
    State(shared): State<Arc<Shared>>,
    Path(agent_id): Path<String>,
) -> Result<Json<Agent>, ApiError> {
    shared
        .agent(&agent_id)
        .map(Json)
        .ok_or_else(|| ApiError::no_such("agent"))
}

pub(super) async fn update_agent(
    State(shared): State<Arc<Shared>>,
    Path(agent_id): Path<String>,
    body: Bytes,
) -> Result<Json<Agent>, ApiError> {
    let agent = shared
        .agent(&agent_id)
        .ok_or_else(|| ApiError::no_such("agent"))?;
    let changes: Map<String, Value> = json(&body)?;
    let Ok(Value::Object(mut fields)) = serde_json::to_value(&agent) else {
        return Err(ApiError::bad_request("the agent cannot be changed"));
    };
    for (name, value) in changes {
        match (name.as_str(), value) {
            ("agent_id" | "version" | "is_published" | "last_modification_timestamp", _) => {}
            (_, Value::Null) => drop(fields.remove(&name)),
            (_, value) => drop(fields.insert(name, value)),
        }
    }
    let agent = stamped(fields)?;
    shared.put_agent(agent.clone());
    Ok(Json(agent))
}

/// The agent of these fields, changed just now.
fn stamped(mut fields: Map<String, Value>) -> Result<Agent, ApiError> {
    fields.insert(
        "last_modification_timestamp".to_owned(),
        jiff::Timestamp::now().as_millisecond().into(),
    );
    let agent: Agent = serde_json::from_value(Value::Object(fields))
        .map_err(|_| ApiError::bad_request("a setting of the agent has the wrong type"))?;
    match &agent.response_engine {
        ResponseEngine::CustomLlm(_) => Ok(agent),
        _ => Err(ApiError::bad_request(
            "this simulator runs custom-llm agents only",
        )),
    }
}

#[derive(Deserialize)]
pub(super) struct Page {
    limit: Option<usize>,
    pagination_key: Option<String>,
    sort_order: Option<String>,
}

pub(super) async fn list_agents_v2(
    State(shared): State<Arc<Shared>>,
    Query(page): Query<Page>,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let request: Value = json(&body)?;
    let criteria = &request["filter_criteria"];
    let chat = criteria["channel"]["value"] == "chat";
    let query = criteria["query"].as_str().unwrap_or_default().to_lowercase();
    let mut agents = shared.agents();
    agents.retain(|agent| {
        let name = agent.agent_name.as_deref().unwrap_or_default().to_lowercase();
        !chat && (query.is_empty() || name.contains(&query))
    });
    if page.sort_order.as_deref() == Some("descending") {
        agents.reverse();
    }
    let start = match &page.pagination_key {
        None => 0,
        Some(key) => agents
            .iter()
            .position(|agent| agent.agent_id.as_str() == key)
            .map(|at| at + 1)
            .ok_or_else(|| ApiError::bad_request("pagination_key is not known"))?,
    };
    let limit = page.limit.unwrap_or(50).clamp(1, 1_000);
    let items: Vec<Value> = agents.iter().skip(start).take(limit).map(summary).collect();
    let has_more = start + items.len() < agents.len();
    let mut answer = json!({ "items": items, "has_more": has_more });
    if let Some(last) = items.last().filter(|_| has_more) {
        answer["pagination_key"] = last["agent_id"].clone();
    }
    Ok(Json(answer))
}

fn summary(agent: &Agent) -> Value {
    json!({
        "agent_id": agent.agent_id,
        "agent_name": agent.agent_name,
        "channel": "voice",
        "is_suspended": false,
        "tags": {},
        "user_modified_timestamp": agent.last_modification_timestamp,
    })
}

pub(super) async fn list_agents(State(shared): State<Arc<Shared>>) -> Json<Vec<Agent>> {
    Json(shared.agents())
}

pub(super) async fn get_concurrency(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let limit = shared.options.max_concurrent;
    Json(json!({
        "base_concurrency": limit,
        "purchased_concurrency": 0,
        "concurrency_limit": limit,
        "current_concurrency": shared.live_calls(),
        "concurrency_burst_enabled": false,
        "concurrency_burst_limit": 0,
        "reserved_inbound_concurrency": 0,
    }))
}
