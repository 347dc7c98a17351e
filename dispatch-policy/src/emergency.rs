//! The emergency flow: safety, injuries, place, load; then a person.

use crate::{
    facts::{Act, EmergencyTier, Injuries},
    heard::Heard,
    next,
    phrasing::Say,
    place,
    plan::Plan,
    read_back,
    reply::Phase,
    sentence,
    slot::Slot,
    state::{Emergency, MOST_ASKS, MOST_TURNS, State},
};

/// After this many questions a person takes over, whatever is known.
const MOST_QUESTIONS: u8 = 4;
/// So does one after this many turns in a row that brought no fact.
const MOST_EMPTY_TURNS: u8 = 2;
/// The order in which the facts are wanted.
const ORDER: [Slot; 4] = [
    Slot::Safety,
    Slot::Injuries,
    Slot::EmergencyLocation,
    Slot::LoadSecure,
];

pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    match state.emergency.clone() {
        Some(emergency) => Some(go_on(state, heard, emergency)),
        None if state.phase == Phase::Emergency => Some(relieved(state, heard)),
        None => begin(state, heard),
    }
}

fn begin(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    let found = heard.meaning.facts.emergency.as_ref()?;
    let mut emergency = Emergency {
        kind: found.value.kind,
        tier: found.value.tier,
        since: state.turn,
        questions: 0,
        empty_turns: 0,
        told_911: false,
    };
    let plan = if heard.did(Act::HumanRequest) {
        transfer(state, &mut emergency)
    } else {
        ask(state, &mut emergency)
    };
    state.emergency = Some(emergency);
    Some(plan.lead(Say::EmergencyHeard))
}

/// The alarm was taken back: on with the check call.
fn relieved(state: &mut State, heard: &Heard<'_>) -> Plan {
    if state.turn >= MOST_TURNS {
        return read_back::close_with_what_is_known(state).lead(Say::Relieved);
    }
    state.phase = Phase::Gathering;
    let mut plan = next::plan(state, heard, false);
    // One acknowledgement is enough.
    plan.say.retain(|say| *say != Say::Ack);
    plan.lead(Say::Relieved)
}

fn go_on(state: &mut State, heard: &Heard<'_>, mut emergency: Emergency) -> Plan {
    // The same danger in other words is no news.
    let found = heard.meaning.facts.emergency.as_ref();
    let worse = found.is_some_and(|found| found.value.tier > emergency.tier);
    emergency.tier = found.map_or(emergency.tier, |found| emergency.tier.max(found.value.tier));
    let fact = worse || ORDER.iter().any(|slot| heard.news.filled.contains(slot));
    // "Haven't looked": asking again brings nothing.
    if heard.did(Act::Unsure) || has_not_looked(heard) {
        for slot in state.expecting.clone() {
            state.asks.entry(slot).or_default().total = MOST_ASKS;
        }
    }
    emergency.empty_turns = if fact { 0 } else { emergency.empty_turns + 1 };
    let unheard = heard.said.is_none() || heard.did(Act::Noise);
    let enough = emergency.tier == EmergencyTier::Immediate
        || state.turn > MOST_TURNS
        || emergency.questions >= MOST_QUESTIONS
        || emergency.empty_turns >= MOST_EMPTY_TURNS;
    let plan = if unheard || enough || heard.did(Act::HumanRequest) {
        transfer(state, &mut emergency)
    } else {
        ask(state, &mut emergency)
    };
    state.emergency = Some(emergency);
    if fact { plan.lead(Say::EmergencyAck) } else { plan }
}

/// "I ain't looked at it", "couldn't check yet".
fn has_not_looked(heard: &Heard<'_>) -> bool {
    const LOOKS: [&str; 7] = [
        "look",
        "looked",
        "check",
        "checked",
        "opened",
        "seen",
        "inspected",
    ];
    const NOT: [&str; 10] = [
        "not", "ain't", "aint", "haven't", "havent", "didn't", "never", "couldn't", "can't", "hadn't",
    ];
    let words = sentence::words(heard.said.unwrap_or_default());
    let any = |these: &[&str]| words.iter().any(|word| these.contains(&word.as_str()));
    heard.meaning.facts.load_secure.is_none() && any(&LOOKS) && any(&NOT)
}

/// The next missing fact, or the hand-over when none is missing.
fn ask(state: &State, emergency: &mut Emergency) -> Plan {
    let missing: Vec<_> = ORDER.into_iter().filter(|slot| !known(state, *slot)).collect();
    let next = missing.iter().copied().find(|slot| state.asks(*slot).total == 0);
    let next = next.or_else(|| missing.iter().copied().find(|slot| state.asks(*slot).total == 1));
    let Some(slot) = next else {
        return transfer(state, emergency);
    };
    emergency.questions += 1;
    let asked_before = state.asks(slot).total;
    let plan = call_911(state, emergency)
        .ask_for(slot, asked_before)
        .plain()
        .phase(Phase::Emergency);
    // A bare road, or the place from before, is known: the question makes it exact.
    let roughly_known = state.slots.emergency_location.is_some() || state.slots.location.is_some();
    if slot == Slot::EmergencyLocation && roughly_known {
        plan.clarify()
    } else {
        plan
    }
}

fn transfer(state: &State, emergency: &mut Emergency) -> Plan {
    let advice = call_911(state, emergency);
    let mut plan = Plan::hand_over(advice.say);
    plan.say.push(Say::HandOver {
        how: state.vars.hand_over,
        urgent: true,
    });
    plan
}

/// Where help is needed, 911 is named, once.
fn call_911(state: &State, emergency: &mut Emergency) -> Plan {
    let hurt = state
        .slots
        .injuries
        .as_ref()
        .is_some_and(|kept| kept.value == Injuries::Reported);
    let unsafe_now = state.slots.safe.as_ref().is_some_and(|kept| !kept.value);
    let immediate = emergency.tier == EmergencyTier::Immediate;
    if emergency.told_911 || !(hurt || unsafe_now || immediate) {
        return Plan::say([]);
    }
    emergency.told_911 = true;
    Plan::say([Say::Call911 { immediate }])
}

fn known(state: &State, slot: Slot) -> bool {
    match slot {
        Slot::Safety => state.slots.safe.is_some(),
        Slot::Injuries => state.slots.injuries.is_some(),
        Slot::EmergencyLocation => state
            .slots
            .emergency_location
            .as_ref()
            .is_some_and(|kept| place::is_exact(&kept.value)),
        Slot::LoadSecure => state.slots.load_secure.is_some(),
        _ => true,
    }
}
