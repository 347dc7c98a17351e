//! Reports merged into rows.

use jiff::Timestamp;
use retell_webhook::CallLifecycle;
use sqlx::{Row as _, SqliteConnection};

use super::agents;
use super::calls::{insert, read};
use super::rows::{document, maybe_time, record, text};
use crate::agents::AgentSettings;
use crate::calls::{CallReport, CallResult, CallRow, CallStatus, Facts};
use crate::store::{NewAgent, NewCall, StoreError};

/// Finds or writes the row of a report, merges, and writes it back.
pub(super) async fn apply(
    connection: &mut SqliteConnection,
    report: &CallReport,
    now: Timestamp,
) -> Result<CallRow, StoreError> {
    let id = match find(connection, report).await? {
        Some(id) => id,
        None => adopt(connection, report, now).await?,
    };
    let (mut facts, known) = load(connection, &id).await?;
    if let (Some(record), Some(known)) = (&report.record, known)
        && record.clone().merge(known)
    {
        return Err(StoreError::Overtaken);
    }
    facts.renew(report.facts.clone());
    // A call that never connected has no end of its own; when we heard that it is over stands for it.
    if facts.status == Some(CallStatus::Ended) && facts.ended_at.is_none() {
        facts.ended_at = Some(now);
    }
    save(connection, &id, &facts).await?;
    if let Some(record) = &report.record {
        sqlx::query("UPDATE calllog SET record = ? WHERE id = ?")
            .bind(text(record)?)
            .bind(&id)
            .execute(&mut *connection)
            .await?;
    }
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

async fn load(
    connection: &mut SqliteConnection,
    id: &str,
) -> Result<(Facts, Option<CallLifecycle>), StoreError> {
    let row = sqlx::query(
        "SELECT record, status, driver_name, driver_phone, load_number, variables, started_at, ended_at, duration_ms, \
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
    let facts = Facts {
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
    };
    Ok((facts, record(row.try_get("record")?)))
}

async fn save(connection: &mut SqliteConnection, id: &str, facts: &Facts) -> Result<(), StoreError> {
    let transcript = facts.transcript.as_deref().unwrap_or_default();
    let spoken: Vec<&str> = transcript.iter().map(|u| u.content.as_str()).collect();
    let result = facts.result.as_ref();
    let told = |key: &str| result.and_then(|result| result.text(key));
    let conflicts = result.map_or(&[][..], |result| &result.conflicts);
    sqlx::query(
        "UPDATE calllog SET status = ?, driver_name = ?, driver_phone = ?, load_number = ?, \
         variables = ?, started_at = ?, ended_at = ?, duration_ms = ?, disconnection_reason = ?, recording_url = ?, \
         transcript = ?, transcript_text = ?, call_analysis = ?, structured_payload = ?, conflicts = ?, scenario = ?, \
         delay_minutes = ?, call_outcome = ?, driver_status = ?, current_location = ?, eta = ?, delay_reason = ?, \
         failure = NULL WHERE id = ?",
    )
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
