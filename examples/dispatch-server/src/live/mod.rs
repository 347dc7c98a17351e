//! Live events for dashboards.

mod hub;
mod model;
mod routes;
mod stream;

pub use hub::{Event, Hub, Subscription};
pub use model::{CallChanged, LiveState, SlotState, SlotsChanged, Speaker, TurnChanged};
pub(crate) use routes::router;

/// Dashboards that may listen at once.
pub(crate) const MAX_LISTENERS: usize = 256;
