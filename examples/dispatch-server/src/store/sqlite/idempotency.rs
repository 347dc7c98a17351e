//! First answers in SQLite.

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::Row as _;

use super::SqliteStore;
use crate::store::{KeyState, KeyStore, StoreError};

#[async_trait]
impl KeyStore for SqliteStore {
    async fn take_key(
        &self,
        key: &str,
        body_hash: &[u8],
        call_id: &str,
        now: Timestamp,
    ) -> Result<KeyState, StoreError> {
        let mut tx = self.begin().await?;
        let taken = sqlx::query(
            "INSERT INTO idempotency (key, body_hash, call_id, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(key)
        .bind(body_hash)
        .bind(call_id)
        .bind(now.as_millisecond())
        .execute(&mut *tx)
        .await?
        .rows_affected();
        if taken == 1 {
            tx.commit().await?;
            return Ok(KeyState::Taken);
        }
        let row = sqlx::query("SELECT body_hash, call_id, status, answer FROM idempotency WHERE key = ?")
            .bind(key)
            .fetch_one(&mut *tx)
            .await?;
        let status: Option<u16> = row.try_get("status")?;
        let answer: Option<String> = row.try_get("answer")?;
        Ok(KeyState::Known {
            body_hash: row.try_get("body_hash")?,
            call_id: row.try_get("call_id")?,
            answer: status.zip(answer),
        })
    }

    async fn answer_key(&self, key: &str, status: u16, answer: &str) -> Result<(), StoreError> {
        sqlx::query("UPDATE idempotency SET status = ?, answer = ? WHERE key = ?")
            .bind(status)
            .bind(answer)
            .bind(key)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn release_key(&self, key: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM idempotency WHERE key = ?")
            .bind(key)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn forget_keys(&self, before: Timestamp) -> Result<u64, StoreError> {
        let done = sqlx::query("DELETE FROM idempotency WHERE created_at < ?")
            .bind(before.as_millisecond())
            .execute(&self.writer)
            .await?;
        Ok(done.rows_affected())
    }
}
