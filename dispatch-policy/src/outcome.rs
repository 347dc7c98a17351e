//! What a call amounts to.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    call::CheckCall,
    conflict::Conflict,
    phrasing::Say,
    rebuild::{Line, Speaker},
    reply::{Phase, Scenario},
    state::{Ending, State},
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

/// `call_outcome`: the first that applies.
pub(crate) fn outcome(state: &State) -> &'static str {
    if state.emergency.is_some() {
        return "Emergency Escalation";
    }
    let known = informative(state);
    match state.ending {
        Some(Ending::Human) => "Transferred to Human",
        Some(Ending::PoorConnection) => "Poor Connection",
        Some(Ending::Voicemail) => "Voicemail",
        Some(Ending::WrongContact) => "Wrong Contact",
        Some(Ending::Callback) => "Callback Requested",
        Some(Ending::NoResponse) => "No Response",
        // All that was wanted had been said before the driver had enough.
        Some(Ending::Uncooperative) if !complete(state) => "Uncooperative Driver",
        Some(Ending::Goodbye) if !enough(state) => "Incomplete",
        // He hung up on the second probe rather than answer.
        None if known.is_none() && state.counts.refusal_row >= 2 => "Uncooperative Driver",
        _ => known.unwrap_or(if state.spoke { "Incomplete" } else { "No Response" }),
    }
}

fn informative(state: &State) -> Option<&'static str> {
    let slots = &state.slots;
    if state.at_receiver() {
        Some("Arrival Confirmation")
    } else if state.status().is_some() || slots.location.is_some() || slots.eta.is_some() {
        Some("In-Transit Update")
    } else {
        None
    }
}

/// Nothing of the agenda is missing.
fn complete(state: &State) -> bool {
    let slots = &state.slots;
    if state.at_receiver() {
        slots.any_unloading()
    } else {
        slots.location.is_some() && slots.eta.is_some()
    }
}

/// What makes an early goodbye an update: the status with a place, or the arrival.
fn enough(state: &State) -> bool {
    state.at_receiver() || (state.status().is_some() && state.slots.location.is_some())
}

/// `escalation_status`, when the call was to be handed over.
pub(crate) fn escalation(state: &State) -> Option<&'static str> {
    if !state.handed_over {
        return state.emergency.as_ref().map(|_| "Pending");
    }
    let by_transfer = state.vars.hand_over == HandOver::Transfer;
    Some(match (state.transfer_failed, by_transfer) {
        (false, true) => "Connected to Human Dispatcher",
        (true, true) => "Escalation Failed",
        // Nobody to transfer to: dispatch calls back.
        (_, false) => "Pending",
    })
}
