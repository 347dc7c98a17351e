//! The OpenAPI document.

use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::state::AppState;
use crate::{agents, calls, conversations, info, live, metrics, webhooks};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Dispatch server",
        description = "Check calls for a freight desk. Errors are RFC 9457 problem documents; times are RFC 3339 in UTC."
    ),
    components(schemas(live::CallChanged, live::TurnChanged, live::SlotsChanged)),
    tags(
        (name = "calls", description = "Starting, reading and ending calls"),
        (name = "conversations", description = "Finding calls"),
        (name = "metrics", description = "Numbers over many calls"),
        (name = "agents", description = "Agent settings"),
        (name = "live", description = "Events as they happen"),
        (name = "retell", description = "Where Retell delivers"),
        (name = "info", description = "The server itself"),
    )
)]
struct Document;

/// Routes for people: the API.
pub(crate) fn guarded_routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::default()
        .merge(calls::router())
        .merge(conversations::router())
        .merge(metrics::router())
        .merge(agents::router())
        .merge(live::router())
        .merge(info::router())
}

/// Routes for Retell and for monitors, which bring their own proof or need none.
pub(crate) fn open_routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::default()
        .merge(webhooks::router())
        .merge(info::health_router())
}

/// The OpenAPI document as pretty JSON with a final newline.
pub fn document() -> String {
    let (_, document) = OpenApiRouter::with_openapi(Document::openapi())
        .merge(guarded_routes())
        .merge(open_routes())
        .split_for_parts();
    let mut text = document.to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
}
