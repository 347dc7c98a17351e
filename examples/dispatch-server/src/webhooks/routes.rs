//! Where Retell delivers.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use jiff::Timestamp;
use retell_webhook::{Event, Rejection, SignedBody};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::problem::{Chain, Problem};
use crate::state::AppState;
use crate::store::NewDelivery;

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
async fn health(State(app): State<AppState>) -> Result<Json<WebhookHealth>, Problem> {
    let counts = app.store.inbox_counts().await?;
    Ok(Json(WebhookHealth {
        status: "ok".to_owned(),
        worker: app.config.webhook_worker,
        waiting: counts.waiting,
        dead: counts.dead,
    }))
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
async fn deliver(
    State(app): State<AppState>,
    body: Result<SignedBody, Rejection>,
) -> Result<StatusCode, Response> {
    let body = body.map_err(|rejection| {
        metrics::counter!("dispatch_webhooks_refused_total").increment(1);
        tracing::warn!(status = rejection.status().as_u16(), reason = %Chain(&rejection), "a webhook was refused");
        rejection.into_response()
    })?;
    let delivery = delivery(&body.bytes);
    if let Some(error) = &delivery.dead {
        tracing::warn!(error, "a signed webhook cannot be decoded; it is kept");
    }
    // Whoever is told 204 will not send it again, so it must be on disk by then.
    let new = app
        .store
        .keep_delivery(&delivery, Timestamp::now())
        .await
        .map_err(|error| Problem::from(error).into_response())?;
    metrics::counter!("dispatch_webhooks_received_total").increment(1);
    if new {
        app.inbox.notify_one();
    }
    Ok(StatusCode::NO_CONTENT)
}

fn delivery(body: &[u8]) -> NewDelivery {
    match Event::from_slice(body) {
        Ok(event) => NewDelivery {
            dedup_key: event.dedup_key(),
            event: event.name().to_owned(),
            provider_call_id: event.call_id().map(|id| id.as_str().to_owned()),
            body: body.to_vec(),
            dead: None,
        },
        Err(error) => NewDelivery {
            dedup_key: format!("undecodable:{:x}", Digest(body)),
            event: "undecodable".to_owned(),
            provider_call_id: None,
            body: body.to_vec(),
            dead: Some(Chain(&error).to_string()),
        },
    }
}

/// The SHA-256 of some bytes, in hex.
struct Digest<'a>(&'a [u8]);

impl std::fmt::LowerHex for Digest<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Sha256::digest(self.0)
            .iter()
            .try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
