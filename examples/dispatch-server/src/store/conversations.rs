//! Finding calls.

use async_trait::async_trait;
use jiff::Timestamp;

use super::StoreError;
use crate::calls::{CallRow, CallStatus};
use crate::conversations::ResultItem;

/// Which calls; every given condition holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words; each must begin a word in driver, load, outcome, location or transcript.
    pub q: Option<String>,
    /// Part of the driver's name, case ignored.
    pub driver_name: Option<String>,
    /// Part of the load number, case ignored.
    pub load_number: Option<String>,
    /// A status.
    pub status: Option<StatusFilter>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub before: Option<Timestamp>,
}

/// The one word a dispatcher filters by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatusFilter {
    /// How far the call has come.
    Call(CallStatus),
    /// What the driver is doing.
    Driver(&'static str),
    /// Late: the driver says so, or has a delay. What the card `delays` counts.
    Late,
    /// How the call went.
    Outcome(&'static str),
}

/// A place in the list, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// When the last row was written.
    pub created_at: Timestamp,
    /// Which of the rows of that instant it was.
    pub seq: i64,
}

/// Finding calls.
#[async_trait]
pub trait ConversationStore: Send + Sync + 'static {
    /// Matching calls, newest first, and how many there are in all.
    async fn page(&self, filter: &Filter, offset: u64, limit: u32)
    -> Result<(Vec<CallRow>, u64), StoreError>;

    /// The next matching calls after a place, newest first, and the place after them (`None` at the end).
    async fn batch(
        &self,
        filter: &Filter,
        after: Option<Cursor>,
        limit: u32,
    ) -> Result<(Vec<CallRow>, Option<Cursor>), StoreError>;

    /// Results of a load, newest first.
    async fn results(&self, load_number: &str, limit: u32) -> Result<Vec<ResultItem>, StoreError>;
}
