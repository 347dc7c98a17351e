//! Where calls are kept.

/// Why the store could not answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database refused or broke.
    #[error("database")]
    Database(#[source] Box<dyn std::error::Error + Send + Sync>),
}
