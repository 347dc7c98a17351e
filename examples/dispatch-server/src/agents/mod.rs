//! Agents and how they are wired.

mod model;
mod routes;

pub use model::{Agent, AgentSettings, Agents, Wiring, WiringCheck};
pub(crate) use routes::router;
