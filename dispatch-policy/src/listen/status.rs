//! How the trip goes, against what was said of it before.

use crate::{
    conflict::ConflictKind,
    facts::{DelayReason, DriverStatus, Facility, Facts},
    listen::{News, note},
    slot::Slot,
    slots::Kept,
    state::State,
};

pub(super) fn listen(state: &mut State, facts: &Facts, news: &mut News) {
    use DriverStatus::{Arrived, Delayed, Driving, Unloading};
    let Some(found) = &facts.driver_status else {
        leaves_the_receiver(state, facts, news);
        return;
    };
    news.stated = true;
    let kept = Kept::of(found, state.turn);
    let Some(old) = &state.slots.status else {
        // What the other facts had implied is no news.
        if state.status() != Some(found.value) {
            news.filled.push(Slot::Status);
        }
        state.slots.status = Some(kept);
        return;
    };
    match (old.value, found.value) {
        (old, new) if old == new => return,
        // "Rolling" does not take back "running late", and being unloaded is not less than having arrived.
        (Delayed, Driving) if !on_time(facts) => return,
        (Unloading, Arrived) => return,
        (Driving, Delayed) | (Arrived, Unloading) => {}
        (old_status, new) => {
            let turns = (old.turn, state.turn);
            note(state, "status", ConflictKind::Status, &old_status, &new, turns);
            news.changed.push(Slot::Status);
        }
    }
    state.slots.status = Some(kept);
}

/// "My bad, I'm at the shipper": he is not where he said he was.
fn leaves_the_receiver(state: &mut State, facts: &Facts, news: &mut News) {
    let shipper = facts
        .location
        .as_ref()
        .is_some_and(|l| l.value.facility == Some(Facility::Shipper));
    let Some(old) = state
        .slots
        .status
        .as_ref()
        .filter(|_| shipper && state.at_receiver())
    else {
        return;
    };
    let (was, turns) = (old.value, (old.turn, state.turn));
    note(
        state,
        "status",
        ConflictKind::Status,
        &was,
        &DriverStatus::Driving,
        turns,
    );
    news.changed.push(Slot::Status);
    state.slots.status = None;
}

fn on_time(facts: &Facts) -> bool {
    facts
        .delay_reason
        .as_ref()
        .is_some_and(|found| found.value == DelayReason::None)
}
