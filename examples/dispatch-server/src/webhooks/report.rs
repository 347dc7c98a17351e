//! From Retell's record of a call to a report.

use std::collections::BTreeMap;

use dispatch_policy::{EndOfCall, Line, Speaker, Variables, postprocess};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use retell_client::models::{Call, CallType as ProviderCallType, Direction, DisconnectionReason, Role};
use retell_webhook::{CallLifecycle, Stage};
use serde_json::Value;

use crate::calls::{CallReport, CallResult, CallStatus, CallType, Conflict, Facts, Scenario, Utterance};
use crate::retell::OWN_ID;

/// Where the payload says how the call went.
const OUTCOME: &str = "call_outcome";

/// What a record of Retell's says, as a whole.
pub(crate) fn of_record(record: CallLifecycle, zone: &TimeZone, simulated: bool) -> CallReport {
    let stage = record.stage();
    let report = of_call(&record.call(), stage, zone, simulated);
    CallReport {
        record: Some(record),
        ..report
    }
}

/// What a call object says, seen at some stage of the call's life.
fn of_call(call: &Call, stage: Stage, zone: &TimeZone, simulated: bool) -> CallReport {
    let over = stage.is_over();
    let transcript = transcript(call);
    let variables = call.retell_llm_dynamic_variables.clone().unwrap_or_default();
    let facts = Facts {
        status: Some(status(stage)),
        driver_name: variables.get("driver_name").cloned(),
        driver_phone: driver_phone(call),
        load_number: variables.get("load_number").cloned(),
        variables: Some(variables).filter(|variables| !variables.is_empty()),
        started_at: time(call.start_timestamp),
        ended_at: over.then(|| time(call.end_timestamp)).flatten(),
        duration_ms: if over { duration(call) } else { None },
        disconnection_reason: call
            .disconnection_reason
            .as_ref()
            .map(|reason| reason.as_str().to_owned()),
        recording_url: call.recording_url.clone().filter(|_| over),
        result: over.then(|| result(call, &transcript, zone)).flatten(),
        call_analysis: call
            .call_analysis
            .as_ref()
            .and_then(|analysis| serde_json::to_value(analysis).ok())
            .and_then(|analysis| match analysis {
                Value::Object(object) => Some(object),
                _ => None,
            }),
        transcript: Some(transcript).filter(|transcript| !transcript.is_empty()),
    };
    CallReport {
        provider_call_id: call.call_id.as_str().to_owned(),
        own_id: call
            .metadata
            .get()
            .and_then(|metadata| metadata.get(OWN_ID))
            .and_then(Value::as_str)
            .map(str::to_owned),
        provider_agent_id: Some(call.agent_id.as_str().to_owned()).filter(|id| !id.is_empty()),
        call_type: if call.call_type == ProviderCallType::PhoneCall {
            CallType::Phone
        } else {
            CallType::Web
        },
        simulated,
        record: None,
        facts,
    }
}

fn status(stage: Stage) -> CallStatus {
    if stage.is_over() {
        CallStatus::Ended
    } else if stage == Stage::Created {
        CallStatus::Initiated
    } else {
        CallStatus::Updated
    }
}

fn time(ms: Option<i64>) -> Option<Timestamp> {
    Timestamp::from_millisecond(ms.filter(|ms| *ms > 0)?).ok()
}

fn duration(call: &Call) -> Option<i64> {
    let measured = call
        .start_timestamp
        .zip(call.end_timestamp)
        .and_then(|(start, end)| end.checked_sub(start));
    call.duration_ms.or(measured).filter(|ms| *ms >= 0)
}

/// The other end of a phone call.
fn driver_phone(call: &Call) -> Option<String> {
    match call.direction {
        Some(Direction::Inbound) => call.from_number.clone(),
        _ => call.to_number.clone(),
    }
}

fn transcript(call: &Call) -> Vec<Utterance> {
    call.utterances().iter().map(utterance).collect()
}

/// One thing said, as we show it.
pub(crate) fn utterance(utterance: &retell_client::models::Utterance) -> Utterance {
    Utterance {
        role: utterance.role.as_str().to_owned(),
        content: utterance.content.clone(),
        start: utterance.start(),
        end: utterance.end(),
    }
}

/// The same code that spoke reads the whole transcript once more; `None` when nobody was reached.
fn result(call: &Call, transcript: &[Utterance], zone: &TimeZone) -> Option<CallResult> {
    let reason = call.disconnection_reason.as_ref();
    let in_voicemail = call
        .call_analysis
        .as_ref()
        .and_then(|analysis| analysis.in_voicemail);
    let voicemail = (reason == Some(&DisconnectionReason::VoicemailReached))
        .then_some(true)
        .or(in_voicemail);
    if transcript.is_empty() && voicemail != Some(true) {
        return None;
    }
    let transferred = matches!(
        reason,
        Some(
            DisconnectionReason::CallTransfer
                | DisconnectionReason::TransferBridged
                | DisconnectionReason::CallTakeOver
        )
    );
    let mut variables = variables(&call.retell_llm_dynamic_variables.clone().unwrap_or_default());
    if variables.timezone.is_none() {
        variables.timezone = zone.iana_name().map(str::to_owned);
    }
    let zone = variables.time_zone();
    let start = time(call.start_timestamp)
        .or_else(|| time(call.end_timestamp))
        .unwrap_or_else(Timestamp::now);
    let mut at = start;
    let mut lines = Vec::with_capacity(transcript.len());
    for utterance in call.utterances() {
        if utterance.is_backchannel() {
            continue;
        }
        let speaker = match &utterance.role {
            Role::Agent => Speaker::Agent,
            Role::User => Speaker::Driver,
            _ => continue,
        };
        if let Some(end) = utterance
            .end()
            .filter(|end| end.is_finite() && (0.0..1e6).contains(end))
        {
            at = start
                .checked_add(SignedDuration::from_secs_f64(end))
                .unwrap_or(start);
        }
        lines.push(Line {
            speaker,
            text: &utterance.content,
            at: at.to_zoned(zone.clone()),
        });
    }
    let ended = EndOfCall {
        transferred: Some(transferred),
        voicemail,
    };
    let mut outcome = postprocess(variables, &lines, ended);
    // Whoever was cut off before saying anything did not fail to respond.
    if reason == Some(&DisconnectionReason::ManualStopped)
        && outcome.payload.get(OUTCOME).and_then(Value::as_str) == Some("No Response")
    {
        outcome
            .payload
            .insert(OUTCOME.to_owned(), Value::from("Incomplete"));
    }
    Some(CallResult {
        conflicts: outcome.conflicts.iter().filter_map(conflict).collect(),
        scenario: Some(match outcome.scenario {
            dispatch_policy::Scenario::Emergency => Scenario::Emergency,
            dispatch_policy::Scenario::Dispatch => Scenario::Dispatch,
        }),
        delay_minutes: outcome.delay_minutes,
        payload: outcome.payload,
    })
}

/// The policy's variables.
pub(crate) fn variables(map: &BTreeMap<String, String>) -> Variables {
    Variables::from_map(map.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

fn conflict(conflict: &dispatch_policy::Conflict) -> Option<Conflict> {
    let value = serde_json::to_value(conflict).ok()?;
    serde_json::from_value(value).ok()
}
