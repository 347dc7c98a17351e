//! What this server is and how to connect it; health.

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::Problem;
use crate::state::AppState;

/// Whether calls are real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// A simulator plays Retell and the drivers.
    Demo,
    /// Calls go through a Retell account.
    Live,
}

/// What this server is and how to connect it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Info {
    /// Whether calls are real.
    pub mode: Mode,
    /// The version of the server.
    pub version: String,
    /// Paste this into the agent's custom LLM setting at Retell (a `token` parameter, if configured, is not shown).
    pub llm_websocket_url: String,
    /// Paste this into the agent's webhook setting at Retell.
    pub webhook_url: String,
    /// The simulator, in demo mode.
    #[schema(required)]
    pub sim: Option<SimInfo>,
}

/// What the simulator offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SimInfo {
    /// Who can answer the phone.
    pub personas: Vec<Persona>,
}

/// Somebody who can answer the phone: the variable `sim_persona` chooses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Persona {
    /// The value of `sim_persona`.
    pub id: String,
    /// For people.
    pub name: String,
    /// What this driver does.
    pub description: String,
}

/// Health of the process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// `ok`.
    pub status: String,
}

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(info))
        .routes(routes!(healthz))
        .routes(routes!(readyz))
}

/// What this server is and how to connect it
#[utoipa::path(
    get, path = "/api/v1/info", tag = "info", operation_id = "get_info",
    responses(
        (status = 200, description = "Mode, version and URLs", body = Info),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn info(State(_app): State<AppState>) -> Result<Json<Info>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// Is the process alive
#[utoipa::path(get, path = "/healthz", tag = "info", responses((status = 200, description = "Yes", body = Health)))]
async fn healthz() -> Json<Health> {
    Json(Health {
        status: "ok".to_owned(),
    })
}

/// Can it serve
#[utoipa::path(
    get, path = "/readyz", tag = "info",
    responses(
        (status = 200, description = "Yes", body = Health),
        (status = 503, description = "Not now", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn readyz(State(_app): State<AppState>) -> Result<Json<Health>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}
