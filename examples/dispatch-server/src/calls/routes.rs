//! The HTTP face of calls.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{CallDetail, StartCall, StartedCall};
use crate::problem::Problem;
use crate::state::AppState;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(start))
        .routes(routes!(detail))
        .routes(routes!(end))
        .routes(routes!(recording))
}

/// Start a call
#[utoipa::path(
    post, path = "/api/v1/calls/start", tag = "calls", operation_id = "start_call",
    params(("Idempotency-Key" = Option<String>, Header, description = "Repeats the first answer when the same request is sent again; at most 255 characters")),
    request_body = StartCall,
    responses(
        (status = 201, description = "The call was placed", body = StartedCall),
        (status = 200, description = "The same key and request were seen before: the first answer again, with `Idempotent-Replay: true`", body = StartedCall),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn start(State(_app): State<AppState>, _body: Body) -> Result<Response, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// One call, whole
#[utoipa::path(
    get, path = "/api/v1/calls/{id}", tag = "calls", operation_id = "get_call",
    params(("id" = String, Path, description = "Our id or Retell's")),
    responses(
        (status = 200, description = "The call", body = CallDetail),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn detail(State(_app): State<AppState>, Path(_id): Path<String>) -> Result<Json<CallDetail>, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// Hang up
#[utoipa::path(
    post, path = "/api/v1/calls/{id}/end", tag = "calls", operation_id = "end_call",
    params(("id" = String, Path, description = "Our id or Retell's")),
    responses(
        (status = 204, description = "The call is over, or about to be"),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn end(State(_app): State<AppState>, Path(_id): Path<String>) -> Result<StatusCode, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}

/// The recording
#[utoipa::path(
    get, path = "/api/v1/calls/{id}/recording", tag = "calls", operation_id = "get_recording",
    params(("id" = String, Path, description = "Our id or Retell's")),
    responses(
        (status = 200, description = "The whole recording", body = Vec<u8>, content_type = "audio/wav"),
        (status = 206, description = "The part asked for by `Range`", body = Vec<u8>, content_type = "audio/wav"),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn recording(State(_app): State<AppState>, Path(_id): Path<String>) -> Result<Response, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}
