//! The facts of one turn into the slots, and what did not agree into the conflicts.

mod dock;
pub(crate) mod excluded;
mod status;

use serde::Serialize;
use serde_json::Value;

use crate::{
    conflict::{Conflict, ConflictKind},
    facts::{DelayReason, DriverStatus, Eta, Facts, Found, Location},
    place,
    reply::Phase,
    slot::Slot,
    slots::Kept,
    state::State,
};

/// Two arrival times this close are the same one said twice.
const SAME_ETA_MINUTES: i64 = 5;

/// What a turn brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct News {
    /// Any fact at all, a restated one included.
    pub(crate) stated: bool,
    /// A fact that makes the turn an update: a place, a time, a dock.
    pub(crate) hard: bool,
    /// Slots that had no value before.
    pub(crate) filled: Vec<Slot>,
    /// Slots whose value was replaced.
    pub(crate) changed: Vec<Slot>,
    /// A figure that no question is about (the wait, the miles, the clock) is new or another.
    pub(crate) figures: bool,
}

pub(crate) fn listen(state: &mut State, facts: &Facts) -> News {
    let mut news = News::default();
    status::listen(state, facts, &mut news);
    location(state, facts, &mut news);
    eta(state, facts, &mut news);
    delay(state, facts, &mut news);
    dock::listen(state, facts, &mut news);
    emergency(state, facts, &mut news);
    extras(state, facts, &mut news);
    let arrival = [
        Slot::Door,
        Slot::Lumper,
        Slot::Detention,
        Slot::Unloading,
        Slot::Location,
        Slot::Eta,
    ];
    news.hard = news
        .filled
        .iter()
        .chain(&news.changed)
        .any(|slot| arrival.contains(slot))
        || facts.location.is_some()
        || facts.eta.is_some();
    news
}

fn location(state: &mut State, facts: &Facts, news: &mut News) {
    let Some(found) = facts.location.as_ref().filter(|found| !found.value.is_empty()) else {
        return;
    };
    news.stated = true;
    let kept = Kept::of(found, state.turn);
    if state.emergency.is_some() || facts.emergency.is_some() {
        let before = state.slots.emergency_location.take();
        state.slots.emergency_location = Some(merged(before, kept));
        news.filled.push(Slot::EmergencyLocation);
        return;
    }
    match state.slots.location.take() {
        None => {
            state.slots.location = Some(kept);
            news.filled.push(Slot::Location);
        }
        Some(old) => {
            // At the read-back "northbound, not south" is meant; on the way a road may turn.
            let turned = state.phase == Phase::ReadBack
                && kept.value.direction.is_some()
                && old.value.direction.is_some()
                && kept.value.direction != old.value.direction;
            if turned || place::clash(&old.value, &kept.value) {
                let (was, turns) = (place::written(&old.value), (old.turn, state.turn));
                let is = place::written(&kept.value);
                note(state, "location", ConflictKind::Correction, &was, &is, turns);
                news.changed.push(Slot::Location);
            } else if place::adds(&old.value, &kept.value) {
                news.filled.push(Slot::Location);
            }
            state.slots.location = Some(merged(Some(old), kept));
        }
    }
}

fn merged(old: Option<Kept<Location>>, new: Kept<Location>) -> Kept<Location> {
    match old {
        None => new,
        Some(old) => Kept {
            value: place::merge(&old.value, &new.value),
            ..new
        },
    }
}

fn eta(state: &mut State, facts: &Facts, news: &mut News) {
    let Some(found) = &facts.eta else { return };
    // Once there, a time in the driver's words is about something else.
    let arrived = matches!(
        state.slots.status.as_ref().map(|kept| kept.value),
        Some(DriverStatus::Arrived | DriverStatus::Unloading)
    );
    if arrived || state.emergency.is_some() {
        return;
    }
    news.stated = true;
    let kept = Kept::of(found, state.turn);
    match &state.slots.eta {
        None => news.filled.push(Slot::Eta),
        Some(old) if old.value.at.is_some() && found.value.at.is_none() => return,
        Some(old) if old.value.at.is_none() => news.filled.push(Slot::Eta),
        Some(old) if same_time(&old.value, &found.value) => {
            // A point inside a range that was given is the better value.
            if old.value.earliest_minutes.is_some() && found.value.earliest_minutes.is_none() {
                state.slots.eta = Some(kept);
            }
            return;
        }
        Some(old) => {
            let (was, is) = (instant(&old.value), instant(&found.value));
            let turns = (old.turn, state.turn);
            note(state, "eta", ConflictKind::Correction, &was, &is, turns);
            news.changed.push(Slot::Eta);
        }
    }
    state.slots.eta = Some(kept);
}

fn same_time(old: &Eta, new: &Eta) -> bool {
    let (Some(latest), Some(at)) = (&old.at, &new.at) else {
        return old.text == new.text;
    };
    let slack = SAME_ETA_MINUTES * 60;
    let range = match (old.minutes, old.earliest_minutes) {
        (Some(late), Some(early)) => (late - early).max(0) * 60,
        _ => 0,
    };
    let later = at.timestamp().duration_since(latest.timestamp()).as_secs();
    later <= slack && later >= -(range + slack)
}

fn instant(eta: &Eta) -> String {
    eta.at
        .as_ref()
        .map_or_else(|| eta.text.clone(), crate::speak::rfc3339)
}

fn delay(state: &mut State, facts: &Facts, news: &mut News) {
    if let Some(found) = &facts.delay_reason {
        use DelayReason::{None as OnTime, Other};
        news.stated = true;
        let kept = Kept::of(found, state.turn);
        match state.slots.delay_reason.as_ref().map(|old| (old.value, old.turn)) {
            None => {
                state.slots.delay_reason = Some(kept);
                news.filled.push(Slot::DelayReason);
            }
            Some((OnTime, _)) if found.value != OnTime => {
                state.slots.delay_reason = Some(kept);
                news.filled.push(Slot::DelayReason);
            }
            Some((old, _)) if old == found.value || found.value == Other => {}
            Some((Other, _)) => state.slots.delay_reason = Some(kept),
            // Being on time now does not unsay what held the truck up, unless the status says so too.
            Some(_) if found.value == OnTime && facts.driver_status.is_none() => {}
            Some((old, turn)) => {
                let turns = (turn, state.turn);
                note(
                    state,
                    "delay_reason",
                    ConflictKind::Correction,
                    &old,
                    &found.value,
                    turns,
                );
                state.slots.delay_reason = Some(kept);
                news.changed.push(Slot::DelayReason);
            }
        }
    }
    if let Some(found) = &facts.delay_minutes {
        news.stated = true;
        let kept = Kept::of(found, state.turn);
        if let Some(old) = state
            .slots
            .delay_minutes
            .as_ref()
            .filter(|old| old.value != found.value)
        {
            let (old, turns) = (old.value, (old.turn, state.turn));
            note(
                state,
                "delay_minutes",
                ConflictKind::Correction,
                &old,
                &found.value,
                turns,
            );
            news.changed.push(Slot::DelayReason);
        }
        state.slots.delay_minutes = Some(kept);
    }
}

fn emergency(state: &mut State, facts: &Facts, news: &mut News) {
    if state.emergency.is_none() && facts.emergency.is_none() {
        return;
    }
    replace(
        state,
        facts.safe.as_ref(),
        Slot::Safety,
        news,
        |slots| &mut slots.safe,
        |_, _| false,
    );
    replace(
        state,
        facts.injuries.as_ref(),
        Slot::Injuries,
        news,
        |slots| &mut slots.injuries,
        |_, _| false,
    );
    replace(
        state,
        facts.load_secure.as_ref(),
        Slot::LoadSecure,
        news,
        |slots| &mut slots.load_secure,
        |_, _| false,
    );
}

fn extras(state: &mut State, facts: &Facts, news: &mut News) {
    let turn = state.turn;
    let slots = &mut state.slots;
    news.figures |= differs(slots.remaining_miles.as_ref(), facts.remaining_miles.as_ref())
        || differs(slots.reefer_temp_f.as_ref(), facts.reefer_temp_f.as_ref())
        || differs(slots.hos_minutes.as_ref(), facts.hos_remaining_minutes.as_ref());
    news.stated |= keep(&mut slots.remaining_miles, facts.remaining_miles.as_ref(), turn);
    news.stated |= keep(&mut slots.reefer_temp_f, facts.reefer_temp_f.as_ref(), turn);
    news.stated |= keep(&mut slots.hos_minutes, facts.hos_remaining_minutes.as_ref(), turn);
    if facts.lumper_over.is_some() {
        slots.end_lumper();
        news.stated = true;
    }
    keep(&mut slots.callback, facts.callback.as_ref(), turn);
    keep(&mut slots.language, facts.language.as_ref(), turn);
    for note in &facts.notes {
        news.stated = true;
        if slots.notes.len() < 16 && !slots.notes.contains(note) {
            slots.notes.push(note.clone());
        }
    }
}

/// Said now, and not so before.
pub(super) fn differs<T: PartialEq>(kept: Option<&Kept<T>>, found: Option<&Found<T>>) -> bool {
    found.is_some_and(|found| kept.is_none_or(|kept| kept.value != found.value))
}

fn keep<T: Clone>(slot: &mut Option<Kept<T>>, found: Option<&Found<T>>, turn: usize) -> bool {
    if let Some(found) = found {
        *slot = Some(Kept::of(found, turn));
    }
    found.is_some()
}

/// Sets a slot; a value that `clashes` with the one of an earlier turn is a correction.
fn replace<T: Clone + Serialize + PartialEq>(
    state: &mut State,
    found: Option<&Found<T>>,
    slot: Slot,
    news: &mut News,
    field: impl Fn(&mut crate::slots::Slots) -> &mut Option<Kept<T>>,
    clashes: impl Fn(&T, &T) -> bool,
) {
    let Some(found) = found else { return };
    news.stated = true;
    let kept = Kept::of(found, state.turn);
    match field(&mut state.slots).replace(kept) {
        None => news.filled.push(slot),
        Some(old) if clashes(&old.value, &found.value) => {
            let turns = (old.turn, state.turn);
            note(
                state,
                slot.as_str(),
                ConflictKind::Correction,
                &old.value,
                &found.value,
                turns,
            );
            news.changed.push(slot);
        }
        Some(_) => {}
    }
}

/// Writes a conflict that the newer value settles.
fn note<T: Serialize>(
    state: &mut State,
    slot: &str,
    kind: ConflictKind,
    old: &T,
    new: &T,
    (before, now): (usize, usize),
) {
    let values = [old, new].map(|value| serde_json::to_value(value).unwrap_or(Value::Null));
    state.conflicts.push(Conflict {
        slot: slot.to_owned(),
        kind,
        values: values.into(),
        turns: vec![before, now],
        resolved: true,
    });
}
