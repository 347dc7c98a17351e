//! Counting calls.

use async_trait::async_trait;
use jiff::Timestamp;

use super::StoreError;
use crate::metrics::{Count, Metrics, Percentiles};

/// From one instant until just before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Included.
    pub from: Timestamp,
    /// Not included.
    pub before: Timestamp,
}

/// The calls of one quarter of an hour: every time zone's days are made of these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bucket {
    /// When it begins.
    pub start: Timestamp,
    /// Every call.
    pub calls: u64,
    /// Arrivals among them.
    pub arrivals: u64,
    /// Late drivers among them.
    pub delays: u64,
    /// Emergencies among them.
    pub emergencies: u64,
}

/// Counting calls.
#[async_trait]
pub trait NumberStore: Send + Sync + 'static {
    /// The cards.
    async fn metrics(&self) -> Result<Metrics, StoreError>;

    /// Calls per quarter of an hour, oldest first, empty ones left out.
    async fn buckets(&self, range: Range) -> Result<Vec<Bucket>, StoreError>;

    /// Calls per outcome.
    async fn outcomes(&self, range: Range) -> Result<Vec<Count>, StoreError>;

    /// Late calls per reason.
    async fn delay_reasons(&self, range: Range) -> Result<Vec<Count>, StoreError>;

    /// Calls per disconnection reason.
    async fn end_reasons(&self, range: Range) -> Result<Vec<Count>, StoreError>;

    /// Length of calls that connected.
    async fn durations(&self, range: Range) -> Result<Option<Percentiles>, StoreError>;

    /// Time until the agent's first words.
    async fn latencies(&self, range: Range) -> Result<Option<Percentiles>, StoreError>;
}
