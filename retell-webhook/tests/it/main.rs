//! Behaviour of the crate as its users see it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod events;
mod extractors;
mod hostile;
mod inbound;
mod lifecycle;
mod properties;
mod tenants;
mod vectors;
