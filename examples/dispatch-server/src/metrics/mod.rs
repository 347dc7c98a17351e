//! Cards, charts and Prometheus.

mod model;
mod routes;

pub use model::{Analytics, Count, Day, Metrics, Percentiles};
pub(crate) use routes::{prometheus, router};
