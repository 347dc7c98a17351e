//! A bare yes or no, by what was asked.

use crate::{
    facts::{Act, Facts, Found, Injuries, Lumper, Understanding, UnloadingStatus},
    slot::Slot,
    state::State,
};

/// Fills in what "yes" or "no" means for the question that was asked, where the words alone say nothing.
pub(crate) fn settle(state: &State, said: &str, meaning: &mut Understanding) {
    let yes = meaning.acts.contains(&Act::Affirm);
    let no = meaning.acts.contains(&Act::Deny);
    let other = [
        Act::Unsure,
        Act::Question,
        Act::RepeatRequest,
        Act::Hold,
        Act::Noise,
        Act::Refuse,
    ];
    if yes == no || other.iter().any(|act| meaning.acts.contains(act)) {
        return;
    }
    let Some(slot) = state.expecting.first().filter(|_| !state.last.asked.is_empty()) else {
        return;
    };
    if !is_silent_on(&meaning.facts, *slot) {
        return;
    }
    let facts = &mut meaning.facts;
    match slot {
        Slot::Detention => facts.detention = found(yes, said),
        Slot::Pod => facts.pod_ack = found(yes, said),
        Slot::Safety => facts.safe = found(yes, said),
        Slot::LoadSecure => facts.load_secure = found(yes, said),
        Slot::Injuries => facts.injuries = found(if yes { Injuries::Reported } else { Injuries::None }, said),
        Slot::Lumper => facts.lumper = found(if yes { Lumper::Waiting } else { Lumper::NotNeeded }, said),
        Slot::Door if no => facts.unloading_status = found(UnloadingStatus::WaitingForDoor, said),
        _ => {}
    }
}

fn found<T>(value: T, said: &str) -> Option<Found<T>> {
    Some(Found {
        value,
        words: said.to_owned(),
        rule: "answer.yes_no".to_owned(),
    })
}

fn is_silent_on(facts: &Facts, slot: Slot) -> bool {
    match slot {
        Slot::Detention => facts.detention.is_none(),
        Slot::Pod => facts.pod_ack.is_none(),
        Slot::Safety => facts.safe.is_none(),
        Slot::LoadSecure => facts.load_secure.is_none(),
        Slot::Injuries => facts.injuries.is_none(),
        Slot::Lumper => facts.lumper.is_none(),
        Slot::Door => facts.door.is_none() && facts.unloading_status.is_none() && facts.lumper.is_none(),
        _ => false,
    }
}
