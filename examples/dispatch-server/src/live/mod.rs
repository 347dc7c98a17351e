//! Live events for dashboards.

mod model;
mod routes;

pub use model::{CallChanged, SlotState, SlotsChanged, Speaker, TurnChanged};
pub(crate) use routes::router;
