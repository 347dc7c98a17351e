//! What a finished call amounts to.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{call::CheckCall, conflict::Conflict, rebuild::Line, reply::Scenario, variables::Variables};

/// How the call ended, as far as the provider says. All `None`: unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EndOfCall {
    /// Whether the call was transferred to a person.
    pub transferred: Option<bool>,
    /// Whether it reached a voicemail.
    pub voicemail: Option<bool>,
}

/// The record of a finished call.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// The structured payload, flat.
    pub payload: Map<String, Value>,
    /// What did not agree.
    pub conflicts: Vec<Conflict>,
    /// Check call or emergency.
    pub scenario: Scenario,
    /// How late, in minutes, when known.
    pub delay_minutes: Option<i64>,
}

/// Reads a finished call from its transcript, whoever spoke for the agent.
#[must_use]
pub fn postprocess(vars: Variables, transcript: &[Line<'_>], ended: EndOfCall) -> Outcome {
    let _ = ended;
    let call = CheckCall::rebuild(vars, transcript);
    Outcome {
        payload: call.payload(),
        conflicts: call.conflicts().to_vec(),
        scenario: call.scenario(),
        delay_minutes: None,
    }
}
