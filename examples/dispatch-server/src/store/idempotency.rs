//! Keeping first answers.

use async_trait::async_trait;
use jiff::Timestamp;

use super::StoreError;

/// What is known about a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyState {
    /// It is new and now taken.
    Taken,
    /// Another request took it.
    Known {
        /// Hash of that request's body.
        body_hash: Vec<u8>,
        /// The call it was for.
        call_id: String,
        /// Its answer, once there is one.
        answer: Option<(u16, String)>,
    },
}

/// Keeping first answers.
#[async_trait]
pub trait KeyStore: Send + Sync + 'static {
    /// Takes a key for a call if nobody has.
    async fn take_key(
        &self,
        key: &str,
        body_hash: &[u8],
        call_id: &str,
        now: Timestamp,
    ) -> Result<KeyState, StoreError>;

    /// Keeps the answer of the request that took the key.
    async fn answer_key(&self, key: &str, status: u16, answer: &str) -> Result<(), StoreError>;

    /// Gives a key back: the request did nothing.
    async fn release_key(&self, key: &str) -> Result<(), StoreError>;

    /// Forgets keys taken before this time.
    async fn forget_keys(&self, before: Timestamp) -> Result<u64, StoreError>;
}
