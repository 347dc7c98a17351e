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

/// Every documented route.
pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(Document::openapi())
        .merge(calls::router())
        .merge(conversations::router())
        .merge(metrics::router())
        .merge(agents::router())
        .merge(live::router())
        .merge(webhooks::router())
        .merge(info::router())
}

/// The OpenAPI document as pretty JSON with a final newline.
pub fn document() -> String {
    let (_, document) = routes().split_for_parts();
    let mut text = document.to_pretty_json().unwrap_or_default();
    text.push('\n');
    text
}
