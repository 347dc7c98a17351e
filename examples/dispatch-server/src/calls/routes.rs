//! The HTTP face of calls.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderMap, StatusCode, header};
use tracing::{Instrument as _, Span};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{CallDetail, CallStatus, StartCall, StartedCall, recording, request, start};
use crate::fields::json_body;
use crate::problem::{Chain, Problem};
use crate::retell;
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
async fn start(State(app): State<AppState>, headers: HeaderMap, body: Body) -> Result<Response, Problem> {
    let body = json_body(&headers, body).await?;
    let request = request::read(body, app.config.from_number.as_deref())?;
    let key = start::key(&headers)?;
    if app.drain.is_draining() {
        return Err(Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "the server is shutting down",
        ));
    }
    // On a task of its own: whoever asked may hang up, but a call half placed must still be written down.
    let placing = tokio::spawn(start::start(app, request, key).instrument(Span::current()));
    placing
        .await
        .unwrap_or_else(|error| Err(Problem::internal(&error)))
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
async fn detail(State(app): State<AppState>, Path(id): Path<String>) -> Result<Json<CallDetail>, Problem> {
    let mut call = app
        .store
        .call(&id)
        .await?
        .ok_or_else(|| Problem::not_found("call"))?;
    // Until Retell reports the transcript, the socket knows it.
    if call.row.live
        && let Some(provider_call_id) = &call.row.provider_call_id
        && let Some(so_far) = app.live.so_far(provider_call_id)
    {
        if call.transcript.is_empty() {
            call.transcript = so_far.said;
        }
        call.live_state = so_far.state;
    }
    Ok(Json(call))
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
async fn end(State(app): State<AppState>, Path(id): Path<String>) -> Result<StatusCode, Problem> {
    let call = app
        .store
        .known_call(&id)
        .await?
        .ok_or_else(|| Problem::not_found("call"))?;
    if call.status == CallStatus::Ended {
        return Ok(StatusCode::NO_CONTENT);
    }
    let Some(provider_call_id) = call.provider_call_id else {
        return Err(Problem::new(
            StatusCode::CONFLICT,
            "Retell has not taken this call yet; try again in a moment",
        ));
    };
    match retell::stop(&app.retell, &provider_call_id).await {
        Ok(true) => {}
        // Over already, or never there: find out and write it down.
        Ok(false) => crate::reconcile::one(&app, &call.id, &provider_call_id).await?,
        Err(error) => {
            tracing::warn!(call.id, error = %Chain(&error), "Retell did not hang up");
            // Whatever the API says, the line itself can.
            if app.live.hang_up(&provider_call_id).await {
                return Ok(StatusCode::NO_CONTENT);
            }
            // Perhaps because it is over already.
            let asked = crate::reconcile::one(&app, &call.id, &provider_call_id).await;
            let now = app.store.known_call(&call.id).await?;
            if asked.is_err() || now.is_none_or(|call| call.status != CallStatus::Ended) {
                return Err(Problem::new(
                    StatusCode::BAD_GATEWAY,
                    "Retell did not hang up; try again in a moment",
                ));
            }
        }
    }
    Ok(StatusCode::NO_CONTENT)
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
async fn recording(
    State(app): State<AppState>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    recording::recording(&app, &id, headers.get(header::RANGE)).await
}
