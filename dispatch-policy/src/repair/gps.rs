//! The stated place against the position report.

use serde_json::Value;

use crate::{
    conflict::{Conflict, ConflictKind},
    heard::Heard,
    phrasing::Say,
    place,
    plan::Plan,
    reply::Phase,
    slot::Slot,
    state::State,
};

/// Confirmed once, without arguing. The driver's word stands.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if state.gps_checked {
        settle(state);
        return None;
    }
    let news = &heard.news;
    if !news.filled.contains(&Slot::Location) && !news.changed.contains(&Slot::Location) {
        return None;
    }
    let stated = state.slots.location.as_ref()?;
    let report = state.vars.gps_location.as_deref()?;
    if !place::contradicts(&place::parse_report(report), &stated.value) {
        return None;
    }
    state.gps_checked = true;
    // Tagged as a confirmation when the place itself was asked for as often as it may be.
    let tag = [Slot::Location, Slot::Confirm]
        .into_iter()
        .find(|slot| state.may_ask(*slot, true));
    let say = Say::ConfirmPlace(Box::new(stated.value.clone()));
    state.conflicts.push(Conflict {
        slot: Slot::Location.as_str().to_owned(),
        kind: ConflictKind::Gps,
        values: vec![Value::from(report), Value::from(place::written(&stated.value))],
        turns: vec![0, stated.turn],
        // Where nothing may be asked any more his word stands as it is.
        resolved: tag.is_none(),
    });
    Some(Plan::say([]).ask(say, [tag?]).clarify().phase(Phase::Gathering))
}

/// Whatever was said after the confirmation was asked for, the matter is closed.
fn settle(state: &mut State) {
    for conflict in state
        .conflicts
        .iter_mut()
        .filter(|conflict| conflict.kind == ConflictKind::Gps)
    {
        conflict.resolved = true;
    }
}
