//! Where calls are kept: one small trait per kind of record, and SQLite behind them.
//!
//! The traits speak in calls, deliveries and filters, never in SQL, so that another database is another folder.

mod agents;
mod calls;
mod conversations;
mod idempotency;
mod inbox;
mod numbers;
pub mod sqlite;

use async_trait::async_trait;

pub use agents::{AgentStore, NewAgent};
pub use calls::{CallStore, KnownCall, NewCall};
pub use conversations::{ConversationStore, Cursor, Filter, StatusFilter};
pub use idempotency::{KeyState, KeyStore};
pub use inbox::{Delivery, InboxCounts, InboxStore, NewDelivery};
pub use numbers::{Bucket, NumberStore, Range};

/// Everything the application keeps.
#[async_trait]
pub trait Store: AgentStore + CallStore + ConversationStore + InboxStore + KeyStore + NumberStore {
    /// Whether the database answers.
    async fn ping(&self) -> Result<(), StoreError>;

    /// A note about the database itself.
    async fn note(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Writes such a note.
    async fn set_note(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Finishes what is being written and closes the database.
    async fn close(&self);
}

/// Why the store could not answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database refused or broke.
    #[error("the database failed")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A stored document cannot be read back.
    #[error("a stored document cannot be read")]
    Document(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The row to change is not there.
    #[error("there is no such {0}")]
    Missing(&'static str),
    /// Somebody else has written down what Retell told of the call meanwhile; merge with that and try again.
    #[error("the call has learnt something meanwhile")]
    Overtaken,
    /// Another row has the same provider id.
    #[error("another {0} has this id already")]
    Taken(&'static str),
}
