//! Keeping webhook deliveries until they are applied.

use async_trait::async_trait;
use jiff::Timestamp;

use super::StoreError;

/// A delivery that has just arrived with a good signature.
#[derive(Debug, Clone)]
pub struct NewDelivery {
    /// The same for every repetition.
    pub dedup_key: String,
    /// The event's name.
    pub event: String,
    /// Retell's id of the call.
    pub provider_call_id: Option<String>,
    /// As it came.
    pub body: Vec<u8>,
    /// Why it can never be applied, if so.
    pub dead: Option<String>,
}

/// A delivery to apply now.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Its place in the inbox.
    pub id: i64,
    /// As it came.
    pub body: Vec<u8>,
    /// How often it has been tried, this time included.
    pub attempts: u32,
}

/// How many deliveries are where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InboxCounts {
    /// Kept, not applied.
    pub waiting: u64,
    /// Given up on.
    pub dead: u64,
}

/// Keeping webhook deliveries until they are applied.
#[async_trait]
pub trait InboxStore: Send + Sync + 'static {
    /// Keeps a delivery; false when it is a repetition. It is on disk when this returns.
    async fn keep_delivery(&self, delivery: &NewDelivery, now: Timestamp) -> Result<bool, StoreError>;

    /// Takes due deliveries, oldest first; nobody else gets them before `until`.
    async fn claim_deliveries(
        &self,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Delivery>, StoreError>;

    /// A delivery that changes nothing is done.
    async fn settle_delivery(&self, id: i64, now: Timestamp) -> Result<(), StoreError>;

    /// Try again at this time, or, without one, never.
    async fn postpone_delivery(
        &self,
        id: i64,
        error: &str,
        retry_at: Option<Timestamp>,
    ) -> Result<(), StoreError>;

    /// When the next delivery is due.
    async fn next_due(&self) -> Result<Option<Timestamp>, StoreError>;

    /// Forgets at most so many deliveries that were applied before this time; how many those were.
    async fn forget_applied(&self, before: Timestamp, limit: u32) -> Result<u64, StoreError>;

    /// How many deliveries are where.
    async fn inbox_counts(&self) -> Result<InboxCounts, StoreError>;
}
