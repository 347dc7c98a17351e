//! The event stream over HTTP.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::Problem;
use crate::state::AppState;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(events))
}

/// Live events
///
/// Server-sent events with a sequence number as `id`. `hello` comes at once, `heartbeat` every 15 s; `call`, `turn` and
/// `slots` carry the JSON of `CallChanged`, `TurnChanged` and `SlotsChanged`. After a break, `Last-Event-ID` repeats
/// what was missed, or `resync` says that too much was: fetch again.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "live", operation_id = "stream_events",
    params(("Last-Event-ID" = Option<u64>, Header, description = "The last `id` that arrived")),
    responses(
        (status = 200, description = "The stream", body = String, content_type = "text/event-stream"),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn events(State(_app): State<AppState>) -> Result<Response, Problem> {
    Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "starting up"))
}
