//! Retell's webhooks: kept first, applied after.

pub(crate) mod learn;
pub(crate) mod report;
mod routes;
pub(crate) mod worker;

pub use routes::WebhookHealth;
pub(crate) use routes::router;
