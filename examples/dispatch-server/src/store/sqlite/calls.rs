//! Calls in SQLite.

use async_trait::async_trait;
use jiff::Timestamp;
use retell_webhook::CallLifecycle;
use sqlx::{Row as _, SqliteConnection};

use super::SqliteStore;
use super::reports::apply;
use super::rows::{call_row, document, known_call, record, row_columns, text, turn_row};
use crate::calls::{CallDetail, CallReport, CallRow, EndReason, TurnRow};
use crate::store::{CallStore, KnownCall, NewCall, StoreError};

#[async_trait]
impl CallStore for SqliteStore {
    async fn insert_call(&self, call: &NewCall) -> Result<CallRow, StoreError> {
        let mut tx = self.begin().await?;
        insert(&mut tx, call).await?;
        let row = read(&mut tx, &call.id).await?;
        tx.commit().await?;
        Ok(row)
    }

    async fn accept_call(&self, id: &str, provider_call_id: &str) -> Result<CallRow, StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE calllog SET provider_call_id = ?, failure = NULL WHERE id = ?")
            .bind(provider_call_id)
            .bind(id)
            .execute(&mut *tx)
            .await
            .map_err(taken)?;
        let row = read(&mut tx, id).await?;
        tx.commit().await?;
        Ok(row)
    }

    async fn fail_call(
        &self,
        id: &str,
        failure: &str,
        over: Option<Timestamp>,
    ) -> Result<CallRow, StoreError> {
        let mut tx = self.begin().await?;
        // A report may have come meanwhile; it knows better.
        sqlx::query(
            "UPDATE calllog SET failure = ?1, status = CASE WHEN ?2 IS NULL THEN status ELSE 'ended' END, \
             ended_at = coalesce(ended_at, ?2) WHERE id = ?3 AND status <> 'ended'",
        )
        .bind(failure)
        .bind(over.map(Timestamp::as_millisecond))
        .bind(id)
        .execute(&mut *tx)
        .await?;
        let row = read(&mut tx, id).await?;
        tx.commit().await?;
        Ok(row)
    }

    async fn call(&self, id: &str) -> Result<Option<CallDetail>, StoreError> {
        let mut tx = self.readers.begin().await?;
        let Some(row) = sqlx::query(concat!(
            "SELECT ",
            row_columns!(),
            ", agent_id, variables, transcript, structured_payload, conflicts, failure, \
             call_analysis FROM calllog WHERE id = ?1 OR provider_call_id = ?1"
        ))
        .bind(id)
        .fetch_optional(&mut *tx)
        .await?
        else {
            return Ok(None);
        };
        let call = call_row(&row)?;
        let turns = sqlx::query("SELECT * FROM turn WHERE call_id = ? ORDER BY response_id LIMIT 10000")
            .bind(&call.id)
            .fetch_all(&mut *tx)
            .await?;
        let payload: Option<&str> = row.try_get("structured_payload")?;
        let analysis: Option<&str> = row.try_get("call_analysis")?;
        Ok(Some(CallDetail {
            agent_id: row.try_get("agent_id")?,
            variables: document(row.try_get("variables")?)?,
            transcript: document(row.try_get("transcript")?)?,
            structured_payload: payload.map(document).transpose()?,
            conflicts: document(row.try_get("conflicts")?)?,
            turns: turns.iter().map(turn_row).collect::<Result<_, _>>()?,
            failure: row.try_get("failure")?,
            end_reason: call
                .disconnection_reason
                .as_deref()
                .map(|word| EndReason::of(word, call.scenario, call.call_outcome.as_deref())),
            call_analysis: analysis.map(document).transpose()?,
            live_state: None,
            row: call,
        }))
    }

    async fn known_call(&self, id: &str) -> Result<Option<KnownCall>, StoreError> {
        sqlx::query(
            "SELECT id, provider_call_id, agent_id, status, greeted_at, variables, simulated, created_at \
             FROM calllog WHERE id = ?1 OR provider_call_id = ?1",
        )
        .bind(id)
        .fetch_optional(&self.readers)
        .await?
        .as_ref()
        .map(known_call)
        .transpose()
    }

    async fn call_record(&self, provider_call_id: &str) -> Result<Option<CallLifecycle>, StoreError> {
        let kept: Option<Option<String>> =
            sqlx::query_scalar("SELECT record FROM calllog WHERE provider_call_id = ?")
                .bind(provider_call_id)
                .fetch_optional(&self.readers)
                .await?;
        Ok(record(kept.flatten().as_deref()))
    }

    async fn recording_url(&self, id: &str) -> Result<Option<String>, StoreError> {
        let url: Option<Option<String>> =
            sqlx::query_scalar("SELECT recording_url FROM calllog WHERE id = ?1 OR provider_call_id = ?1")
                .bind(id)
                .fetch_optional(&self.readers)
                .await?;
        Ok(url.flatten())
    }

    async fn connect_call(&self, id: &str, at: Timestamp) -> Result<CallRow, StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "UPDATE calllog SET status = 'updated', started_at = coalesce(started_at, ?), failure = NULL \
             WHERE id = ? AND status = 'initiated'",
        )
        .bind(at.as_millisecond())
        .bind(id)
        .execute(&mut *tx)
        .await?;
        let row = read(&mut tx, id).await?;
        tx.commit().await?;
        Ok(row)
    }

    async fn unfinished_calls(&self) -> Result<Vec<KnownCall>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, provider_call_id, agent_id, status, greeted_at, variables, simulated, created_at \
             FROM calllog WHERE status <> 'ended' ORDER BY seq LIMIT 10000",
        )
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(known_call).collect()
    }

    async fn keep_spoken(
        &self,
        greeted: &[(String, Timestamp)],
        turns: &[(String, TurnRow)],
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        for (call_id, at) in greeted {
            sqlx::query("UPDATE calllog SET greeted_at = coalesce(greeted_at, ?) WHERE id = ?")
                .bind(at.as_millisecond())
                .bind(call_id)
                .execute(&mut *tx)
                .await?;
        }
        for (call_id, turn) in turns {
            save_turn(&mut tx, call_id, turn).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn apply(
        &self,
        report: &CallReport,
        delivery: Option<i64>,
        now: Timestamp,
    ) -> Result<CallRow, StoreError> {
        let mut tx = self.begin().await?;
        let row = apply(&mut tx, report, now).await?;
        if let Some(delivery) = delivery {
            sqlx::query(
                "UPDATE webhook_inbox SET verdict = 'applied', applied_at = ?, error = NULL WHERE id = ?",
            )
            .bind(now.as_millisecond())
            .bind(delivery)
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        Ok(row)
    }

    async fn import(&self, calls: &[(NewCall, CallReport, Vec<TurnRow>)]) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        for (call, report, turns) in calls {
            let known = sqlx::query("SELECT 1 FROM calllog WHERE id = ?")
                .bind(&call.id)
                .fetch_optional(&mut *tx)
                .await?;
            if known.is_some() {
                continue;
            }
            insert(&mut tx, call).await?;
            let report = CallReport {
                own_id: Some(call.id.clone()),
                ..report.clone()
            };
            apply(&mut tx, &report, call.created_at).await?;
            for turn in turns {
                save_turn(&mut tx, &call.id, turn).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }
}

fn taken(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Database(e) if e.is_unique_violation() => StoreError::Taken("call"),
        error => error.into(),
    }
}

pub(super) async fn insert(connection: &mut SqliteConnection, call: &NewCall) -> Result<(), StoreError> {
    let driver = ensure_driver(
        connection,
        &call.driver_name,
        call.driver_phone.as_deref(),
        call.created_at,
    )
    .await?;
    sqlx::query(
        "INSERT INTO calllog (id, agent_id, driver_id, driver_name, driver_phone, load_number, call_type, status, \
         simulated, created_at, variables) VALUES (?, ?, ?, ?, ?, ?, ?, 'initiated', ?, ?, ?)",
    )
    .bind(&call.id)
    .bind(&call.agent_id)
    .bind(driver)
    .bind(&call.driver_name)
    .bind(&call.driver_phone)
    .bind(&call.load_number)
    .bind(call.call_type.as_str())
    .bind(call.simulated)
    .bind(call.created_at.as_millisecond())
    .bind(text(&call.variables)?)
    .execute(connection)
    .await
    .map_err(taken)?;
    Ok(())
}

/// The driver's row; none for a driver without a name.
async fn ensure_driver(
    connection: &mut SqliteConnection,
    name: &str,
    phone: Option<&str>,
    now: Timestamp,
) -> Result<Option<i64>, StoreError> {
    if name.is_empty() {
        return Ok(None);
    }
    let phone = phone.unwrap_or_default();
    sqlx::query("INSERT INTO driver (name, phone, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(name)
        .bind(phone)
        .bind(now.as_millisecond())
        .execute(&mut *connection)
        .await?;
    Ok(
        sqlx::query_scalar("SELECT id FROM driver WHERE name = ? AND phone = ?")
            .bind(name)
            .bind(phone)
            .fetch_optional(connection)
            .await?,
    )
}

pub(super) async fn read(connection: &mut SqliteConnection, id: &str) -> Result<CallRow, StoreError> {
    let row = sqlx::query(concat!("SELECT ", row_columns!(), " FROM calllog WHERE id = ?"))
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(StoreError::Missing("call"))?;
    call_row(&row)
}

async fn save_turn(
    connection: &mut SqliteConnection,
    call_id: &str,
    turn: &TurnRow,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO turn (call_id, response_id, kind, at, first_chunk_ms, completed_ms, chunks, superseded, \
         fallback, asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    )
    .bind(call_id)
    .bind(i64::try_from(turn.response_id).unwrap_or(i64::MAX))
    .bind(turn.kind.as_str())
    .bind(turn.at.as_millisecond())
    .bind(turn.first_chunk_ms)
    .bind(turn.completed_ms)
    .bind(turn.chunks)
    .bind(turn.superseded)
    .bind(turn.fallback)
    .bind(text(&turn.asked)?)
    .execute(connection)
    .await?;
    Ok(())
}
