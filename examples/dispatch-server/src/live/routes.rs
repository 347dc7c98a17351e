//! The event stream over HTTP.

use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::Sse;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::stream;
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
async fn events(State(app): State<AppState>, headers: HeaderMap) -> Result<Response, Problem> {
    let place = Arc::clone(&app.listeners).try_acquire_owned().map_err(|_| {
        Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "too many listeners; close a dashboard or try again later",
        )
    })?;
    // An id we cannot read is one we cannot continue from: number 0 leads to `resync`.
    let after = headers
        .get("last-event-id")
        .map(|id| id.to_str().ok().and_then(|id| id.parse().ok()).unwrap_or(0));
    let events = stream::events(Arc::clone(&app.hub), after, app.closing.clone(), place);
    let mut response = Sse::new(events).into_response();
    let headers = response.headers_mut();
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
