//! Where Retell delivers.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::Problem;
use crate::state::AppState;

/// How the inbox is doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WebhookHealth {
    /// Always `ok`: whoever can read this can deliver.
    pub status: String,
    /// Whether this process applies what arrives.
    pub worker: bool,
    /// Kept but not applied yet.
    pub waiting: u64,
    /// Given up on; the reason is in the table.
    pub dead: u64,
}

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(health, deliver))
}

/// Can Retell deliver here
#[utoipa::path(
    get, path = "/api/v1/retell/webhook", tag = "retell", operation_id = "webhook_health",
    responses((status = 200, description = "Yes", body = WebhookHealth))
)]
async fn health(State(_app): State<AppState>) -> Result<Json<WebhookHealth>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// A delivery
#[utoipa::path(
    post, path = "/api/v1/retell/webhook", tag = "retell", operation_id = "deliver_webhook",
    params(("X-Retell-Signature" = String, Header, description = "`v=<ms>,d=<hex>` over the raw body")),
    request_body(content = serde_json::Value, description = "An event as Retell sends it"),
    responses(
        (status = 204, description = "On disk"),
        (status = 401, description = "Not signed by Retell"),
        (status = 413, description = "Too large"),
    )
)]
async fn deliver(State(_app): State<AppState>, _body: Body) -> Result<StatusCode, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}
