//! The HTTP face of agents.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use http::HeaderMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Agent, AgentSettings, Agents, Wiring, wiring};
use crate::fields::{Fields, json_body};
use crate::problem::{FieldProblem, Problem};
use crate::state::AppState;
use crate::store::StoreError;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(read, update))
        .routes(routes!(verify))
}

/// Every agent
#[utoipa::path(
    get, path = "/api/v1/agents", tag = "agents", operation_id = "list_agents",
    responses(
        (status = 200, description = "The default agent first", body = Agents),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn list(State(app): State<AppState>) -> Result<Json<Agents>, Problem> {
    Ok(Json(Agents {
        items: app.store.agents().await?,
    }))
}

/// One agent
#[utoipa::path(
    get, path = "/api/v1/agents/{id}", tag = "agents", operation_id = "get_agent",
    params(("id" = String, Path, description = "Our id or Retell's")),
    responses(
        (status = 200, description = "The agent", body = Agent),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn read(State(app): State<AppState>, Path(id): Path<String>) -> Result<Json<Agent>, Problem> {
    app.store
        .agent(&id)
        .await?
        .map(Json)
        .ok_or_else(|| Problem::not_found("agent"))
}

/// Replace an agent's settings
#[utoipa::path(
    put, path = "/api/v1/agents/{id}", tag = "agents", operation_id = "update_agent",
    params(("id" = String, Path, description = "Our id or Retell's")),
    request_body = AgentSettings,
    responses(
        (status = 200, description = "The agent as it is now; calls that are on keep their settings", body = Agent),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn update(
    State(app): State<AppState>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Agent>, Problem> {
    let settings = settings(json_body(&headers, body).await?)?;
    match app.store.update_agent(&id, &settings, Timestamp::now()).await {
        Ok(agent) => agent.map(Json).ok_or_else(|| Problem::not_found("agent")),
        Err(StoreError::Taken(_)) => Err(Problem::invalid(vec![FieldProblem::new(
            "/provider_agent_id",
            "belongs to another agent here",
        )])),
        Err(error) => Err(error.into()),
    }
}

fn settings(body: Value) -> Result<AgentSettings, Problem> {
    let mut fields = Fields::new(
        body,
        &[
            "provider_agent_id",
            "name",
            "company_name",
            "timezone",
            "transfer_number",
            "reminder_trigger_ms",
            "reminder_max_count",
        ],
    )?;
    let settings = AgentSettings {
        provider_agent_id: fields.optional_text("provider_agent_id", 1..=128),
        name: fields.text("name", 1..=120),
        company_name: fields.text("company_name", 1..=120),
        timezone: fields.text("timezone", 1..=64),
        transfer_number: fields.optional_phone("transfer_number"),
        reminder_trigger_ms: fields.number("reminder_trigger_ms", 1000..=60_000),
        reminder_max_count: fields.number("reminder_max_count", 3..=10),
    };
    if !settings.timezone.is_empty() && TimeZone::get(&settings.timezone).is_err() {
        fields.bad("/timezone", "must be an IANA time zone such as America/Chicago");
    }
    fields.finish()?;
    Ok(settings)
}

/// Is the agent at Retell wired to this server
#[utoipa::path(
    post, path = "/api/v1/agents/{id}/verify", tag = "agents", operation_id = "verify_agent",
    params(("id" = String, Path, description = "Our id or Retell's")),
    responses(
        (status = 200, description = "What was found", body = Wiring),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn verify(State(app): State<AppState>, Path(id): Path<String>) -> Result<Json<Wiring>, Problem> {
    let agent = app
        .store
        .agent(&id)
        .await?
        .ok_or_else(|| Problem::not_found("agent"))?;
    Ok(Json(wiring::verify(&app, &agent).await))
}
