//! The dispatch server: check calls for a freight desk on the Retell crates.

pub mod agents;
mod auth;
pub mod calls;
pub mod config;
pub mod conversations;
pub mod info;
pub mod live;
pub mod metrics;
pub mod openapi;
pub mod problem;
pub mod state;
pub mod store;
pub mod webhooks;
