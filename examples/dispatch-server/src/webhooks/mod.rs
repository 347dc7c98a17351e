//! Retell's webhooks: kept first, applied after.

mod routes;

pub use routes::WebhookHealth;
pub(crate) use routes::router;
