//! What is asked next.

use crate::{
    facts::{Act, DriverStatus, UnloadingStatus},
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    reply::Phase,
    slot::Slot,
    state::State,
    summary::Summary,
};

/// The first slot that is wanted and may still be asked.
pub(crate) fn open_slot(state: &State, repair: bool) -> Option<Slot> {
    wanted(state, repair)
        .into_iter()
        .find(|slot| state.may_ask(*slot, repair))
}

/// The slots without a value, in the order of asking.
fn wanted(state: &State, repair: bool) -> Vec<Slot> {
    let slots = &state.slots;
    let mut wanted = Vec::new();
    let mut want = |slot, missing: bool| {
        if missing {
            wanted.push(slot);
        }
    };
    if state.at_receiver() {
        let dock = !state.freight_is_off();
        let code = slots.unloading.as_ref().map(|kept| kept.value);
        let is = |status| code == Some(status);
        want(Slot::Door, dock && slots.door.is_none() && !slots.door_awaited);
        want(
            Slot::Lumper,
            dock && slots.lumper.is_none() && !slots.lumper_over && !is(UnloadingStatus::WaitingForLumper),
        );
        want(
            Slot::Detention,
            dock && slots.detention.is_none() && !is(UnloadingStatus::Detention),
        );
        want(Slot::Pod, slots.pod.is_none());
        return wanted;
    }
    let status = state.status();
    // A place and an arrival time make a status; so it is asked for itself only when one of them is not to be had.
    want(Slot::Status, status.is_none() && slots.location.is_none());
    want(Slot::Location, slots.location.is_none());
    // A part of the day is asked about once, and once more when the driver wants it repeated; then it is taken.
    let asks_left = state.counts.vague_asks < 1 + u8::from(repair);
    want(
        Slot::Eta,
        slots
            .eta
            .as_ref()
            .is_none_or(|kept| kept.value.at.is_none() && asks_left),
    );
    want(Slot::Status, status.is_none());
    want(
        Slot::DelayReason,
        status == Some(DriverStatus::Delayed) && !state.delay_reason_known(),
    );
    wanted
}

/// Takes what was said and asks for `slot`.
pub(crate) fn ask(state: &State, heard: &Heard<'_>, slot: Slot, repair: bool) -> Plan {
    let changed = Summary::of(state).only(&heard.news.changed);
    // More than two values at once are for the read-back.
    let lead = if !changed.is_empty() && heard.news.changed.len() <= 2 {
        vec![Say::Corrected(Box::new(changed))]
    } else if heard.news.stated {
        vec![Say::Ack]
    } else if heard.did(Act::Unsure) && !repair {
        vec![Say::NoProblem]
    } else {
        Vec::new()
    };
    let mut plan = Plan::say(lead)
        .ask_for(slot, state.asks(slot).total)
        .phase(Phase::Gathering);
    plan.plain = !repair;
    // A part of the day is an answer; asking for the hour confirms it.
    plan.clarify = slot == Slot::Eta && state.slots.eta.is_some();
    plan
}
