//! An alarm that the driver takes back, before the rest of the turn is listened to.

use crate::{
    conflict::{Conflict, ConflictKind},
    facts::{Act, Injuries, Understanding},
    reply::Phase,
    sentence,
    state::State,
};

/// "Not me, it's up ahead": the call is a check call again, the record keeps that it was said, and what else the turn
/// tells is of the trip.
pub(crate) fn take_back(state: &mut State, said: Option<&str>, meaning: &mut Understanding) {
    let under_way = state.phase == Phase::Emergency && !state.handed_over;
    if !under_way || !(meaning.acts.contains(&Act::Retraction) || takes_it_all_back(said, meaning)) {
        return;
    }
    let Some(emergency) = state.emergency.take() else {
        return;
    };
    let kind = serde_json::to_value(emergency.kind).unwrap_or_default();
    state.conflicts.push(Conflict {
        slot: "emergency".to_owned(),
        kind: ConflictKind::Retraction,
        values: vec![kind, serde_json::Value::Null],
        turns: vec![emergency.since, state.turn],
        resolved: true,
    });
    let (facts, slots) = (&mut meaning.facts, &mut state.slots);
    facts.emergency = None;
    (facts.safe, facts.injuries, facts.load_secure) = (None, None, None);
    (slots.safe, slots.injuries, slots.load_secure) = (None, None, None);
    // What was said of the place counts for the trip after all.
    if let Some(kept) = slots.emergency_location.take() {
        slots.location = Some(kept);
    }
}

/// "Never mind, false alarm", and nothing in the same breath that is one after all.
fn takes_it_all_back(said: Option<&str>, meaning: &Understanding) -> bool {
    const WORDS: [&str; 5] = [
        "never mind",
        "nevermind",
        "false alarm",
        "my mistake",
        "just kidding",
    ];
    let said = sentence::words(said.unwrap_or_default()).join(" ");
    let facts = &meaning.facts;
    let hurt = facts
        .injuries
        .as_ref()
        .is_some_and(|found| found.value == Injuries::Reported);
    let unsafe_now = facts.safe.as_ref().is_some_and(|found| !found.value);
    WORDS.iter().any(|words| said.contains(words)) && facts.emergency.is_none() && !hurt && !unsafe_now
}
