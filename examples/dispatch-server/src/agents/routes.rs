//! The HTTP face of agents.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Agent, AgentSettings, Agents, Wiring};
use crate::problem::Problem;
use crate::state::AppState;

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
async fn list(State(_app): State<AppState>) -> Result<Json<Agents>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
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
async fn read(State(_app): State<AppState>, Path(_id): Path<String>) -> Result<Json<Agent>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
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
    State(_app): State<AppState>,
    Path(_id): Path<String>,
    _body: Body,
) -> Result<Json<Agent>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
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
async fn verify(State(_app): State<AppState>, Path(_id): Path<String>) -> Result<Json<Wiring>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}
