//! The dispatch server: check calls for a freight desk on the Retell crates.
//!
//! One folder per thing a dispatcher would name. [`Server`] is the whole; [`App`] is the same without a listener.

pub mod agents;
mod app;
mod auth;
pub mod calls;
pub mod config;
pub mod conversations;
mod demo;
mod error;
mod fields;
mod housekeeping;
pub mod info;
mod listen;
pub mod live;
pub mod metrics;
pub mod openapi;
pub mod problem;
mod reconcile;
mod retell;
mod server;
pub mod state;
pub mod store;
mod strict_json;
pub mod telemetry;
mod voice;
mod web;
pub mod webhooks;

pub use app::App;
pub use error::StartError;
pub use server::Server;
pub use voice::{LiveCalls, TurnWriter};
