//! The REST API, as far as an application that places and reads calls needs it.
//!
//! <https://docs.retellai.com/api-references/create-phone-call> and its neighbours.

mod agents;
mod calls;
mod error;
mod filter;
mod list;
mod recordings;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, patch, post};
use serde::de::DeserializeOwned;

use crate::state::Shared;
pub(crate) use error::ApiError;

/// Largest request body.
const BODY_LIMIT: usize = 1024 * 1024;

/// All routes but the browser's.
pub(crate) fn router(shared: &Arc<Shared>) -> Router {
    let guarded = Router::new()
        .route("/v2/create-phone-call", post(calls::create_phone_call))
        .route("/v3/create-web-call", post(calls::create_web_call))
        .route("/v2/create-web-call", post(calls::create_web_call_v2))
        .route("/v2/get-call/{call_id}", get(calls::get_call))
        .route("/v2/stop-call/{call_id}", post(calls::stop_call))
        .route("/v3/list-calls", post(list::list_calls))
        .route("/v2/list-calls", post(list::list_calls_v2))
        .route("/create-agent", post(agents::create_agent))
        .route("/get-agent/{agent_id}", get(agents::get_agent))
        .route("/update-agent/{agent_id}", patch(agents::update_agent))
        .route("/v2/list-agents", post(agents::list_agents_v2))
        .route("/list-agents", get(agents::list_agents))
        .route("/get-concurrency", get(agents::get_concurrency))
        .route_layer(from_fn_with_state(Arc::clone(shared), authorize));
    Router::new()
        .route("/recordings/{file}", get(recordings::recording))
        .merge(guarded)
        .fallback(async || ApiError::not_found())
        .method_not_allowed_fallback(async || ApiError::not_found())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(Arc::clone(shared))
}

async fn authorize(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    match bearer(request.headers()) {
        Some(key) if shared.is_api_key(key) => Ok(next.run(request).await),
        _ => Err(ApiError::unauthorized()),
    }
}

/// The token of `Authorization: Bearer …`.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Reads a JSON body; nothing at all stands for `{}`.
pub(crate) fn json<T: DeserializeOwned>(body: &Bytes) -> Result<T, ApiError> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => {
            // The text of a data error quotes the value; say where it stands instead.
            ApiError::bad_request(format!(
                "the body has a missing or wrong field near column {}",
                error.column()
            ))
        }
        _ => ApiError::bad_request("the body is not JSON"),
    })
}
