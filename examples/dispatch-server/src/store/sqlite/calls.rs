//! Calls in SQLite.

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::{Row as _, SqliteConnection};

use super::rows::{call_row, document, known_call, maybe_time, row_columns, text, turn_row};
use super::{SqliteStore, agents};
use crate::agents::AgentSettings;
use crate::calls::{
    CallDetail, CallReport, CallResult, CallRow, CallStatus, EndReason, Facts, Known, TurnRow,
};
use crate::store::{CallStore, KnownCall, NewAgent, NewCall, StoreError};

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
            end_reason: call.disconnection_reason.as_deref().map(EndReason::of),
            call_analysis: analysis.map(document).transpose()?,
            row: call,
        }))
    }

    async fn known_call(&self, id: &str) -> Result<Option<KnownCall>, StoreError> {
        sqlx::query(
            "SELECT id, provider_call_id, agent_id, status, greeted_at, variables, created_at \
             FROM calllog WHERE id = ?1 OR provider_call_id = ?1",
        )
        .bind(id)
        .fetch_optional(&self.readers)
        .await?
        .as_ref()
        .map(known_call)
        .transpose()
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

    async fn greet_call(&self, id: &str, at: Timestamp) -> Result<(), StoreError> {
        sqlx::query("UPDATE calllog SET greeted_at = coalesce(greeted_at, ?) WHERE id = ?")
            .bind(at.as_millisecond())
            .bind(id)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn unfinished_calls(&self) -> Result<Vec<KnownCall>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, provider_call_id, agent_id, status, greeted_at, variables, created_at \
             FROM calllog WHERE status <> 'ended' ORDER BY seq LIMIT 10000",
        )
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(known_call).collect()
    }

    async fn save_turns(&self, turns: &[(String, TurnRow)]) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
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

async fn insert(connection: &mut SqliteConnection, call: &NewCall) -> Result<(), StoreError> {
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

async fn read(connection: &mut SqliteConnection, id: &str) -> Result<CallRow, StoreError> {
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

/// Finds or writes the row of a report, merges, and writes it back.
async fn apply(
    connection: &mut SqliteConnection,
    report: &CallReport,
    now: Timestamp,
) -> Result<CallRow, StoreError> {
    let id = match find(connection, report).await? {
        Some(id) => id,
        None => adopt(connection, report, now).await?,
    };
    let mut facts = load(connection, &id).await?;
    facts.merge(&report.facts);
    save(connection, &id, &facts).await?;
    read(connection, &id).await
}

/// By Retell's id, or by ours if Retell's is not known yet.
async fn find(connection: &mut SqliteConnection, report: &CallReport) -> Result<Option<String>, StoreError> {
    let id = sqlx::query_scalar("SELECT id FROM calllog WHERE provider_call_id = ?")
        .bind(&report.provider_call_id)
        .fetch_optional(&mut *connection)
        .await?;
    if id.is_some() {
        return Ok(id);
    }
    let Some(own) = &report.own_id else {
        return Ok(None);
    };
    let found =
        sqlx::query("UPDATE calllog SET provider_call_id = ? WHERE id = ? AND provider_call_id IS NULL")
            .bind(&report.provider_call_id)
            .bind(own)
            .execute(connection)
            .await?;
    Ok((found.rows_affected() == 1).then(|| own.clone()))
}

/// Writes a row for a call that others started.
async fn adopt(
    connection: &mut SqliteConnection,
    report: &CallReport,
    now: Timestamp,
) -> Result<String, StoreError> {
    let agent = NewAgent {
        provider_agent_id: report.provider_agent_id.clone(),
        settings: AgentSettings::unknown(report.provider_agent_id.as_deref()),
        is_default: false,
    };
    let agent = agents::ensure(connection, &agent, now).await?;
    let call = NewCall {
        id: uuid::Uuid::now_v7().to_string(),
        agent_id: agent.id,
        driver_name: report.facts.driver_name.clone().unwrap_or_default(),
        driver_phone: report.facts.driver_phone.clone(),
        load_number: report.facts.load_number.clone().unwrap_or_default(),
        call_type: report.call_type,
        variables: report.facts.variables.clone().unwrap_or_default(),
        simulated: report.simulated,
        created_at: report.facts.started_at.unwrap_or(now),
    };
    insert(connection, &call).await?;
    sqlx::query("UPDATE calllog SET provider_call_id = ? WHERE id = ?")
        .bind(&report.provider_call_id)
        .bind(&call.id)
        .execute(connection)
        .await?;
    Ok(call.id)
}

async fn load(connection: &mut SqliteConnection, id: &str) -> Result<Facts, StoreError> {
    let row = sqlx::query(
        "SELECT known, status, driver_name, driver_phone, load_number, variables, started_at, ended_at, duration_ms, \
         disconnection_reason, recording_url, transcript, call_analysis, structured_payload, conflicts, scenario, \
         delay_minutes FROM calllog WHERE id = ?",
    )
    .bind(id)
    .fetch_one(connection)
    .await?;
    let status: &str = row.try_get("status")?;
    let name: String = row.try_get("driver_name")?;
    let load: String = row.try_get("load_number")?;
    let transcript: Vec<_> = document(row.try_get("transcript")?)?;
    let variables: std::collections::BTreeMap<_, _> = document(row.try_get("variables")?)?;
    let analysis: Option<&str> = row.try_get("call_analysis")?;
    let payload: Option<&str> = row.try_get("structured_payload")?;
    let result = match payload {
        None => None,
        Some(payload) => Some(CallResult {
            payload: document(payload)?,
            conflicts: document(row.try_get("conflicts")?)?,
            scenario: row
                .try_get::<Option<&str>, _>("scenario")?
                .map(super::rows::scenario),
            delay_minutes: row.try_get("delay_minutes")?,
        }),
    };
    Ok(Facts {
        known: Known::from_number(row.try_get("known")?),
        status: Some(super::rows::call_status(status)),
        driver_name: Some(name).filter(|n| !n.is_empty()),
        driver_phone: row.try_get("driver_phone")?,
        load_number: Some(load).filter(|l| !l.is_empty()),
        variables: Some(variables).filter(|v| !v.is_empty()),
        started_at: maybe_time(row.try_get("started_at")?)?,
        ended_at: maybe_time(row.try_get("ended_at")?)?,
        duration_ms: row.try_get("duration_ms")?,
        disconnection_reason: row.try_get("disconnection_reason")?,
        recording_url: row.try_get("recording_url")?,
        transcript: Some(transcript).filter(|t| !t.is_empty()),
        call_analysis: analysis.map(document).transpose()?,
        result,
    })
}

async fn save(connection: &mut SqliteConnection, id: &str, facts: &Facts) -> Result<(), StoreError> {
    let transcript = facts.transcript.as_deref().unwrap_or_default();
    let spoken: Vec<&str> = transcript.iter().map(|u| u.content.as_str()).collect();
    let result = facts.result.as_ref();
    let told = |key: &str| result.and_then(|result| result.text(key));
    let conflicts = result.map_or(&[][..], |result| &result.conflicts);
    sqlx::query(
        "UPDATE calllog SET known = ?, status = ?, driver_name = ?, driver_phone = ?, load_number = ?, \
         variables = ?, started_at = ?, ended_at = ?, duration_ms = ?, disconnection_reason = ?, recording_url = ?, \
         transcript = ?, transcript_text = ?, call_analysis = ?, structured_payload = ?, conflicts = ?, scenario = ?, \
         delay_minutes = ?, call_outcome = ?, driver_status = ?, current_location = ?, eta = ?, delay_reason = ?, \
         failure = NULL WHERE id = ?",
    )
    .bind(facts.known as i64)
    .bind(facts.status.unwrap_or(CallStatus::Initiated).as_str())
    .bind(facts.driver_name.as_deref().unwrap_or_default())
    .bind(&facts.driver_phone)
    .bind(facts.load_number.as_deref().unwrap_or_default())
    .bind(text(&facts.variables.clone().unwrap_or_default())?)
    .bind(facts.started_at.map(Timestamp::as_millisecond))
    .bind(facts.ended_at.map(Timestamp::as_millisecond))
    .bind(facts.duration_ms)
    .bind(&facts.disconnection_reason)
    .bind(&facts.recording_url)
    .bind(text(&transcript)?)
    .bind(spoken.join("\n"))
    .bind(facts.call_analysis.as_ref().map(text).transpose()?)
    .bind(result.map(|result| text(&result.payload)).transpose()?)
    .bind(text(&conflicts)?)
    .bind(result.and_then(|result| result.scenario).map(|s| s.as_str()))
    .bind(result.and_then(|result| result.delay_minutes))
    .bind(told("call_outcome"))
    .bind(told("driver_status"))
    .bind(told("current_location").or_else(|| told("emergency_location")))
    .bind(told("eta"))
    .bind(told("delay_reason"))
    .bind(id)
    .execute(connection)
    .await?;
    Ok(())
}
