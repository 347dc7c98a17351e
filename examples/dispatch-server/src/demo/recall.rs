//! From our record of a simulated call back to Retell's, so that the simulator can play it.

use retell_client::models::Call;
use serde_json::{Value, json};

use crate::calls::{CallDetail, CallStatus, Utterance};

/// The call as Retell would tell it; `None` when it is not over, or never connected.
pub(super) fn call(call: &CallDetail) -> Option<Call> {
    let row = &call.row;
    let started = row.started_at.filter(|_| row.status == CallStatus::Ended)?;
    let transcript: Vec<Value> = call.transcript.iter().map(utterance).collect();
    serde_json::from_value(json!({
        "call_id": row.provider_call_id,
        "agent_id": "",
        "call_type": if row.call_type.as_str() == "phone" { "phone_call" } else { "web_call" },
        "call_status": "ended",
        "start_timestamp": started.as_millisecond(),
        "end_timestamp": row.ended_at.map(|at| at.as_millisecond()),
        "duration_ms": row.duration_ms,
        "disconnection_reason": row.disconnection_reason,
        "transcript_object": transcript,
        "retell_llm_dynamic_variables": call.variables,
    }))
    .ok()
}

/// Words spread evenly over the time their utterance took.
fn utterance(said: &Utterance) -> Value {
    let (start, end) = (said.start.unwrap_or(0.0), said.end.unwrap_or(0.0));
    let words: Vec<&str> = said.content.split_whitespace().collect();
    let each = (end - start).max(0.0) / words.len().max(1) as f64;
    let words: Vec<Value> = words
        .iter()
        .enumerate()
        .map(|(i, word)| {
            let from = start + each * i as f64;
            json!({"word": word, "start": from, "end": from + each * 0.9})
        })
        .collect();
    json!({"role": said.role, "content": said.content, "words": words})
}
