//! Behaviour of the crate as its users see it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod deliveries;
mod events;
mod extractors;
mod hostile;
mod inbound;
mod lifecycle;
mod plain_http;
mod properties;
mod roundtrips;
mod secrets;
mod tenants;
mod vectors;
