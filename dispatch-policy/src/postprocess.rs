//! The record of a finished call.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    call::CheckCall,
    conflict::Conflict,
    phrasing::Say,
    rebuild::{Line, Speaker},
    reply::{Phase, Scenario},
    state::Ending,
    variables::{HandOver, Variables},
};

/// How the call ended, as far as the provider says. All `None`: unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EndOfCall {
    /// Whether the call was transferred to a person.
    pub transferred: Option<bool>,
    /// Whether it reached a voicemail.
    pub voicemail: Option<bool>,
}

/// The record of a finished call.
#[derive(Clone, PartialEq, Serialize)]
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

/// What was said stays out of logs.
impl std::fmt::Debug for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outcome")
            .field("scenario", &self.scenario)
            .field("conflicts", &self.conflicts)
            .finish_non_exhaustive()
    }
}

/// Reads a finished call from its transcript, whoever spoke for the agent: the words of the agent only tell what was
/// asked, never what is so.
#[must_use]
pub fn postprocess(vars: Variables, transcript: &[Line<'_>], ended: EndOfCall) -> Outcome {
    let mut call = CheckCall::rebuild(vars, transcript);
    if call.promised_call_back(transcript) {
        call.state_mut().vars.hand_over = HandOver::CallBack;
    }
    let state = call.state_mut();
    state.phase = Phase::Done;
    match ended.transferred {
        Some(true) => {
            state.handed_over = true;
            state.transfer_failed = false;
            if !matches!(state.ending, Some(Ending::PoorConnection)) {
                state.ending = Some(Ending::Human);
            }
        }
        Some(false) => state.transfer_failed = state.handed_over,
        None => {}
    }
    if ended.voicemail == Some(true) && !state.slots.any_update() {
        state.ending = Some(Ending::Voicemail);
    }
    Outcome {
        payload: call.payload(),
        conflicts: call.conflicts().to_vec(),
        scenario: call.scenario(),
        delay_minutes: call.state().delay_minutes(),
    }
}

impl CheckCall {
    /// Whether the last words of the agent were that dispatch will call right back: the host that spoke them had nobody
    /// to transfer to, which the variables alone need not show.
    fn promised_call_back(&self, transcript: &[Line<'_>]) -> bool {
        let last = transcript
            .iter()
            .rev()
            .find(|line| line.speaker == Speaker::Agent);
        let promise = |urgent| {
            self.variants(&Say::HandOver {
                how: HandOver::CallBack,
                urgent,
            })
        };
        last.is_some_and(|line| {
            promise(true)
                .iter()
                .chain(&promise(false))
                .any(|text| line.text.contains(text))
        })
    }
}
