//! The webhook inbox in SQLite.

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::pool::PoolConnection;
use sqlx::{Connection as _, Row as _, Sqlite, SqliteConnection};
use tokio::sync::oneshot::{self, error::RecvError};

use super::SqliteStore;
use super::rows::{count, maybe_time};
use crate::store::{Delivery, InboxCounts, InboxStore, NewDelivery, StoreError};

/// Deliveries that are committed together.
const GROUP: usize = 256;

/// A delivery that waits for the next commit, and whoever waits for it.
#[derive(Debug)]
pub(super) struct Arrival {
    delivery: NewDelivery,
    now: Timestamp,
    /// Whether it is new, or why it was not kept.
    done: oneshot::Sender<Result<bool, String>>,
}

/// Writes what has arrived while the writer was busy, with one wait for the disk for all of it.
async fn keep_group(mut writer: PoolConnection<Sqlite>, group: Vec<Arrival>) {
    let written = async {
        let mut tx = writer.begin_with("BEGIN IMMEDIATE").await?;
        let mut new = Vec::with_capacity(group.len());
        for arrival in &group {
            new.push(insert(&mut tx, &arrival.delivery, arrival.now).await?);
        }
        tx.commit().await?;
        Ok::<_, sqlx::Error>(new)
    };
    let answers: Vec<Result<bool, String>> = match written.await {
        Ok(new) => new.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error.to_string()); group.len()],
    };
    // The writer is given back after the answers, so that nobody who has been answered takes it.
    for (arrival, answer) in group.into_iter().zip(answers) {
        // Whoever has hung up will deliver again, which is noticed.
        let _ = arrival.done.send(answer);
    }
}

async fn insert(
    connection: &mut SqliteConnection,
    delivery: &NewDelivery,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let verdict = if delivery.dead.is_some() {
        "dead"
    } else {
        "accepted"
    };
    let done = sqlx::query(
        "INSERT INTO webhook_inbox (dedup_key, event, provider_call_id, body, verdict, received_at, due_at, error) \
         VALUES (?, ?, ?, ?, ?, ?6, ?6, ?7) ON CONFLICT (dedup_key) DO NOTHING",
    )
    .bind(&delivery.dedup_key)
    .bind(&delivery.event)
    .bind(&delivery.provider_call_id)
    .bind(&delivery.body)
    .bind(verdict)
    .bind(now.as_millisecond())
    .bind(&delivery.dead)
    .execute(connection)
    .await?;
    Ok(done.rows_affected() == 1)
}

fn answered(answer: Result<Result<bool, String>, RecvError>) -> Result<bool, StoreError> {
    match answer {
        Ok(answer) => answer.map_err(|why| StoreError::Database(why.into())),
        Err(lost) => Err(StoreError::Database(lost.into())),
    }
}

#[async_trait]
impl InboxStore for SqliteStore {
    async fn keep_delivery(&self, delivery: &NewDelivery, now: Timestamp) -> Result<bool, StoreError> {
        let (done, mut answer) = oneshot::channel();
        self.arrivals().push(Arrival {
            delivery: delivery.clone(),
            now,
            done,
        });
        tokio::select! {
            biased;
            // Somebody else has written it.
            answer = &mut answer => return answered(answer),
            writer = self.writer.acquire() => {
                let writer = writer?;
                let mut arrivals = self.arrivals();
                let most = arrivals.len().min(GROUP);
                let group: Vec<Arrival> = arrivals.drain(..most).collect();
                // In a task: whoever hangs up now takes only his own answer with him.
                tokio::spawn(keep_group(writer, group));
            }
        }
        answered(answer.await)
    }

    async fn claim_deliveries(
        &self,
        now: Timestamp,
        until: Timestamp,
        limit: u32,
    ) -> Result<Vec<Delivery>, StoreError> {
        // Even a claim that finds nothing would wait in line for the writer.
        let due: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM webhook_inbox WHERE verdict = 'accepted' AND due_at <= ?)",
        )
        .bind(now.as_millisecond())
        .fetch_one(&self.readers)
        .await?;
        if !due {
            return Ok(Vec::new());
        }
        let rows = sqlx::query(
            "UPDATE webhook_inbox SET attempts = attempts + 1, due_at = ? WHERE id IN \
             (SELECT id FROM webhook_inbox WHERE verdict = 'accepted' AND due_at <= ? ORDER BY id LIMIT ?) \
             RETURNING id, body, attempts",
        )
        .bind(until.as_millisecond())
        .bind(now.as_millisecond())
        .bind(limit)
        .fetch_all(&self.writer)
        .await?;
        let mut deliveries = rows
            .iter()
            .map(|row| {
                Ok(Delivery {
                    id: row.try_get("id")?,
                    body: row.try_get("body")?,
                    attempts: row.try_get("attempts")?,
                })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        deliveries.sort_by_key(|delivery| delivery.id);
        Ok(deliveries)
    }

    async fn settle_delivery(&self, id: i64, now: Timestamp) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE webhook_inbox SET verdict = 'applied', applied_at = ?, error = NULL WHERE id = ?",
        )
        .bind(now.as_millisecond())
        .bind(id)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    async fn postpone_delivery(
        &self,
        id: i64,
        error: &str,
        retry_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let verdict = if retry_at.is_some() { "accepted" } else { "dead" };
        sqlx::query(
            "UPDATE webhook_inbox SET verdict = ?, error = ?, due_at = coalesce(?, due_at) \
             WHERE id = ? AND verdict = 'accepted'",
        )
        .bind(verdict)
        .bind(error)
        .bind(retry_at.map(Timestamp::as_millisecond))
        .bind(id)
        .execute(&self.writer)
        .await?;
        Ok(())
    }

    async fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        let due: Option<i64> =
            sqlx::query_scalar("SELECT min(due_at) FROM webhook_inbox WHERE verdict = 'accepted'")
                .fetch_one(&self.readers)
                .await?;
        maybe_time(due)
    }

    async fn forget_applied(&self, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
        let done = sqlx::query(
            "DELETE FROM webhook_inbox WHERE id IN (SELECT id FROM webhook_inbox \
             WHERE verdict = 'applied' AND applied_at < ? ORDER BY applied_at LIMIT ?)",
        )
        .bind(before.as_millisecond())
        .bind(limit)
        .execute(&self.writer)
        .await?;
        Ok(done.rows_affected())
    }

    async fn inbox_counts(&self) -> Result<InboxCounts, StoreError> {
        let row = sqlx::query(
            "SELECT (SELECT count(*) FROM webhook_inbox WHERE verdict = 'accepted') AS waiting, \
             (SELECT count(*) FROM webhook_inbox WHERE verdict = 'dead') AS dead",
        )
        .fetch_one(&self.readers)
        .await?;
        Ok(InboxCounts {
            waiting: count(&row, "waiting")?,
            dead: count(&row, "dead")?,
        })
    }
}
