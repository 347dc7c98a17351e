//! What a call amounts to.

use crate::{
    state::{Ending, State},
    variables::HandOver,
};

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
