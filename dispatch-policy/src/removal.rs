//! What the driver wants off the record once it was said back: "take off the rest area", "I'm not at the receiver".

use crate::{
    conflict::{Conflict, ConflictKind},
    facts::{DriverStatus, Facility},
    reply::Phase,
    sentence,
    slot::Slot,
    state::State,
};

/// How far before its object an order or a denial stands.
const REACH: usize = 4;
const ORDERS: [&str; 8] = [
    "remove", "scratch", "delete", "strike", "forget", "erase", "off", "out",
];
const DENIALS: [&str; 8] = [
    "not", "ain't", "aint", "isn't", "isnt", "never", "wasn't", "wasnt",
];

/// Empties the slots that the driver takes back; they count as changed.
pub(crate) fn take_out(state: &mut State, said: Option<&str>) -> Vec<Slot> {
    let mut changed = Vec::new();
    if state.phase != Phase::ReadBack {
        return changed;
    }
    let words = sentence::words(said.unwrap_or_default());
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if state.at_receiver() && is_out(&words, &["receiver", "receiver's", "customer", "consignee"]) {
        leave_the_receiver(state);
        changed.push(Slot::Status);
    }
    let facility = state.slots.location.as_ref().and_then(|kept| kept.value.facility);
    if facility.is_some_and(|facility| is_out(&words, names(facility))) {
        note(state, "location");
        if let Some(kept) = &mut state.slots.location {
            kept.value.facility = None;
            kept.value.text = None;
        }
        let empty = |state: &State| {
            state
                .slots
                .location
                .as_ref()
                .is_some_and(|kept| kept.value.is_empty())
        };
        if empty(state) {
            state.slots.location = None;
        }
        changed.push(Slot::Location);
    }
    if state.slots.door.is_some() && is_out(&words, &["door", "dock", "bay"]) {
        note(state, "door");
        state.slots.door = None;
        changed.push(Slot::Door);
    }
    changed
}

/// The last word of what a stop is called.
const fn names(facility: Facility) -> &'static [&'static str] {
    match facility {
        Facility::Receiver => &["receiver", "receiver's", "customer", "consignee"],
        Facility::Shipper => &["shipper", "shipper's"],
        Facility::TruckStop => &["stop", "pilot", "love's", "loves", "petro", "ta"],
        Facility::RestArea => &["area", "stop"],
        Facility::WeighStation => &["scale", "scales", "station", "coop"],
        Facility::Yard => &["yard"],
    }
}

/// One of the names is ordered away or denied. "No, I'm at the scale" denies something else.
fn is_out(words: &[&str], names: &[&str]) -> bool {
    (0..words.len()).filter(|&i| names.contains(&words[i])).any(|i| {
        let before = &words[i.saturating_sub(REACH)..i];
        let since = before
            .iter()
            .rposition(|word| matches!(*word, "i'm" | "im" | "we're" | "but" | "i"))
            .map_or(before, |at| &before[at + 1..]);
        // "No truck stop": the name may have two words.
        let none = since.iter().rev().take(2).any(|word| *word == "no");
        let that =
            words.get(i + 1).is_some_and(|word| ["off", "out"].contains(word)) && words.contains(&"take");
        none || that
            || since
                .iter()
                .any(|word| ORDERS.contains(word) || DENIALS.contains(word))
    })
}

/// He has not arrived: what was said of the dock is not so.
fn leave_the_receiver(state: &mut State) {
    let was = state.status().unwrap_or(DriverStatus::Arrived);
    state.conflicts.push(Conflict {
        slot: "status".to_owned(),
        kind: ConflictKind::Status,
        values: vec![
            serde_json::to_value(was).unwrap_or_default(),
            serde_json::Value::Null,
        ],
        turns: vec![state.turn.saturating_sub(1), state.turn],
        resolved: true,
    });
    let slots = &mut state.slots;
    (slots.status, slots.unloading, slots.door, slots.lumper) = (None, None, None, None);
    (slots.detention, slots.wait_minutes, slots.door_awaited) = (None, None, false);
    slots.location = slots
        .location
        .take()
        .filter(|kept| kept.value.facility != Some(Facility::Receiver));
}

fn note(state: &mut State, slot: &str) {
    state.conflicts.push(Conflict {
        slot: slot.to_owned(),
        kind: ConflictKind::Correction,
        values: vec![serde_json::Value::Null],
        turns: vec![state.turn.saturating_sub(1), state.turn],
        resolved: true,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_reaches_its_own_words_only() {
        let out = |said: &str| is_out(&said.split(' ').collect::<Vec<_>>(), &["scale"]);
        assert!(out("no i ain't at a scale i'm rolling"));
        assert!(out("take off the scale"));
        assert!(out("there's no scale"));
        assert!(!out("no i'm at the scale"));
        assert!(!out("it's not late i'm at the scale"));
    }
}
