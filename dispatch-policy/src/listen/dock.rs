//! What is said of the dock.

use crate::{
    facts::{DriverStatus, Facts, Lumper, UnloadingStatus},
    listen::{News, differs, replace},
    slot::Slot,
    slots::Kept,
    state::State,
};

pub(super) fn listen(state: &mut State, facts: &Facts, news: &mut News) {
    let turn = state.turn;
    if let Some(found) = &facts.unloading_status {
        news.stated = true;
        if state.slots.unloading.is_none() {
            news.filled.push(Slot::Unloading);
        }
        let done = state.freight_is_off();
        let finishes = matches!(found.value, UnloadingStatus::Complete | UnloadingStatus::Drop);
        if !done || finishes {
            state.slots.unloading = Some(Kept::of(found, turn));
        }
        match found.value {
            UnloadingStatus::WaitingForDoor => state.slots.door_awaited = true,
            UnloadingStatus::InDoor | UnloadingStatus::Unloading => state.slots.door_awaited = false,
            _ => {}
        }
    }
    state.slots.door_awaited &= facts.door.is_none();
    replace(
        state,
        facts.door.as_ref(),
        Slot::Door,
        news,
        |slots| &mut slots.door,
        |old, new| old != new,
    );
    lumper_at_work(state, facts);
    // A lumper who comes to work after a wait is progress, not a contradiction.
    replace(
        state,
        facts.lumper.as_ref(),
        Slot::Lumper,
        news,
        |slots| &mut slots.lumper,
        |old, new| old != new && (*old, *new) != (Lumper::Waiting, Lumper::Working),
    );
    replace(
        state,
        facts.detention.as_ref(),
        Slot::Detention,
        news,
        |slots| &mut slots.detention,
        |old, new| old != new,
    );
    replace(
        state,
        facts.pod_ack.as_ref(),
        Slot::Pod,
        news,
        |slots| &mut slots.pod,
        |old, new| old != new,
    );
    if let Some(found) = &facts.wait_minutes {
        news.stated = true;
        news.figures |= differs(state.slots.wait_minutes.as_ref(), Some(found));
        state.slots.wait_minutes = Some(Kept::of(found, turn));
    }
}

/// Once the freight comes off, the lumper who was waited for is at it.
fn lumper_at_work(state: &mut State, facts: &Facts) {
    let status = facts.driver_status.as_ref().map(|found| found.value);
    let dock = facts.unloading_status.as_ref().map(|found| found.value);
    let begun = status == Some(DriverStatus::Unloading) || dock == Some(UnloadingStatus::Unloading);
    if !begun || facts.lumper.is_some() {
        return;
    }
    if let Some(kept) = state
        .slots
        .lumper
        .as_mut()
        .filter(|kept| kept.value == Lumper::Waiting)
    {
        kept.value = Lumper::Working;
        kept.turn = state.turn;
    }
}
