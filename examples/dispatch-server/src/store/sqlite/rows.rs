//! From columns to records.

use jiff::Timestamp;
use retell_webhook::CallLifecycle;
use serde::de::DeserializeOwned;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use crate::calls::{CallRow, CallStatus, CallType, Scenario, TurnKind, TurnRow};
use crate::store::{KnownCall, StoreError};

/// The columns of [`call_row`].
macro_rules! row_columns {
    () => {
        "seq, id, provider_call_id, driver_name, driver_phone, load_number, call_type, status, call_outcome, \
         driver_status, scenario, current_location, eta, delay_reason, delay_minutes, disconnection_reason, \
         created_at, started_at, ended_at, duration_ms, recording_url, simulated"
    };
}
pub(super) use row_columns;

/// What counts as late.
macro_rules! late {
    () => {
        "(driver_status IS 'Delayed' OR coalesce(delay_minutes, 0) > 0)"
    };
}
pub(super) use late;

pub(super) fn time(ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|e| StoreError::Document(e.into()))
}

pub(super) fn maybe_time(ms: Option<i64>) -> Result<Option<Timestamp>, StoreError> {
    ms.map(time).transpose()
}

pub(super) fn document<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    // The error's own words may quote the document, and these go into the log.
    serde_json::from_str(text).map_err(|e| {
        let place = format!(
            "{:?} error in line {}, column {}",
            e.classify(),
            e.line(),
            e.column()
        );
        StoreError::Document(place.into())
    })
}

pub(super) fn text<T: serde::Serialize>(document: &T) -> Result<String, StoreError> {
    serde_json::to_string(document).map_err(|e| StoreError::Document(e.into()))
}

/// What Retell has told of a call so far. What another version wrote and this one cannot read counts as nothing: the
/// rest of the row holds what it said, and a call that learns nothing more would be worse.
pub(super) fn record(text: Option<&str>) -> Option<CallLifecycle> {
    let record = serde_json::from_str(text?);
    if record.is_err() {
        // The reason may quote a fact.
        tracing::error!("the record of a call cannot be read and begins anew");
    }
    record.ok()
}

/// An unsigned number from SQLite, whose counts are never negative.
pub(super) fn count(row: &SqliteRow, column: &str) -> Result<u64, StoreError> {
    let n: i64 = row.try_get(column)?;
    Ok(u64::try_from(n).unwrap_or(0))
}

pub(super) fn call_type(name: &str) -> CallType {
    if name == "phone" {
        CallType::Phone
    } else {
        CallType::Web
    }
}

pub(super) fn call_status(name: &str) -> CallStatus {
    match name {
        "ended" => CallStatus::Ended,
        "updated" => CallStatus::Updated,
        _ => CallStatus::Initiated,
    }
}

pub(super) fn scenario(name: &str) -> Scenario {
    if name == "Emergency" {
        Scenario::Emergency
    } else {
        Scenario::Dispatch
    }
}

pub(super) fn call_row(row: &SqliteRow) -> Result<CallRow, StoreError> {
    let status = call_status(row.try_get("status")?);
    let recording: Option<&str> = row.try_get("recording_url")?;
    Ok(CallRow {
        id: row.try_get("id")?,
        provider_call_id: row.try_get("provider_call_id")?,
        driver_name: row.try_get("driver_name")?,
        driver_phone: row.try_get("driver_phone")?,
        load_number: row.try_get("load_number")?,
        call_type: call_type(row.try_get("call_type")?),
        status,
        call_outcome: row.try_get("call_outcome")?,
        driver_status: row.try_get("driver_status")?,
        scenario: row.try_get::<Option<&str>, _>("scenario")?.map(scenario),
        current_location: row.try_get("current_location")?,
        eta: row.try_get("eta")?,
        delay_reason: row.try_get("delay_reason")?,
        delay_minutes: row.try_get("delay_minutes")?,
        disconnection_reason: row.try_get("disconnection_reason")?,
        live: status == CallStatus::Updated,
        created_at: time(row.try_get("created_at")?)?,
        started_at: maybe_time(row.try_get("started_at")?)?,
        ended_at: maybe_time(row.try_get("ended_at")?)?,
        duration_ms: row.try_get("duration_ms")?,
        has_recording: recording.is_some(),
        simulated: row.try_get("simulated")?,
    })
}

pub(super) fn known_call(row: &SqliteRow) -> Result<KnownCall, StoreError> {
    let greeted: Option<i64> = row.try_get("greeted_at")?;
    Ok(KnownCall {
        id: row.try_get("id")?,
        provider_call_id: row.try_get("provider_call_id")?,
        agent_id: row.try_get("agent_id")?,
        status: call_status(row.try_get("status")?),
        greeted: greeted.is_some(),
        variables: document(row.try_get("variables")?)?,
        simulated: row.try_get("simulated")?,
        created_at: time(row.try_get("created_at")?)?,
    })
}

pub(super) fn turn_row(row: &SqliteRow) -> Result<TurnRow, StoreError> {
    let kind: &str = row.try_get("kind")?;
    Ok(TurnRow {
        response_id: count(row, "response_id")?,
        kind: match kind {
            "begin" => TurnKind::Begin,
            "reminder" => TurnKind::Reminder,
            _ => TurnKind::Response,
        },
        at: time(row.try_get("at")?)?,
        first_chunk_ms: row.try_get("first_chunk_ms")?,
        completed_ms: row.try_get("completed_ms")?,
        chunks: row.try_get("chunks")?,
        superseded: row.try_get("superseded")?,
        fallback: row.try_get("fallback")?,
        asked: document(row.try_get("asked")?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Chain;

    #[test]
    fn a_document_that_cannot_be_read_is_not_quoted() {
        let error = document::<Vec<u8>>("[\"Mike\"]").expect_err("no number");
        let shown = Chain(&error).to_string();
        assert!(shown.contains("line 1") && !shown.contains("Mike"), "{shown}");
        assert_eq!(record(Some("{\"call_id\":\"c\"}")), None);
    }
}
