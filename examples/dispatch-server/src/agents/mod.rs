//! Agents and how they are wired.

mod model;
mod routes;
mod wiring;

pub use model::{Agent, AgentSettings, Agents, Wiring, WiringCheck};
pub(crate) use model::{REMINDER_MAX_COUNT, REMINDER_TRIGGER_MS};
pub(crate) use routes::router;
