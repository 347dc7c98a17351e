//! Not now: busy, driving, asleep.

use crate::{
    facts::Act,
    heard::Heard,
    next,
    phrasing::Say,
    plan::Plan,
    read_back,
    reply::Phase,
    slot::Slot,
    state::{Ending, State},
};

pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if state.phase == Phase::Closing {
        if !heard.news.hard || state.ending != Some(Ending::Callback) {
            return Some(promised(state));
        }
        // He gave the update after all.
        state.ending = None;
        return Some(next::plan(state, heard, false));
    }
    // "I'll get you the POD": the answer to what was asked, and no wish to be called again.
    let mut filled = heard.news.filled.iter().filter(|slot| **slot != Slot::Status);
    let answers = filled.any(|slot| state.expects(*slot));
    if answers && heard.meaning.facts.callback.is_none() {
        return None;
    }
    let asked_for = heard.did(Act::Callback) || heard.meaning.facts.callback.is_some();
    if !asked_for && !heard.did(Act::Busy) {
        return None;
    }
    // Facts in the same breath are worth more than a second call.
    if heard.news.hard {
        return (state.phase != Phase::ReadBack).then(|| read_back::begin(state));
    }
    // "Gotta go, bye": with an update in hand that is a goodbye, and no time is asked for.
    let leaves = heard.did(Act::Goodbye);
    if state.phase == Phase::ReadBack
        || (leaves && state.slots.any_update() && state.slots.callback.is_none())
    {
        return None;
    }
    state.ending = Some(Ending::Callback);
    if state.slots.callback.is_some() || !state.may_ask(Slot::Callback, false) {
        return Some(promised(state));
    }
    let asked_before = state.asks(Slot::Callback).total;
    Some(
        Plan::say([Say::NoProblem])
            .ask_for(Slot::Callback, asked_before)
            .plain()
            .phase(Phase::Closing),
    )
}

fn promised(state: &State) -> Plan {
    let time = state.slots.callback.as_ref().map(|kept| kept.value.clone());
    Plan::end([time.map_or(Say::TryAgainLater, |time| Say::CallBackAt {
        time,
        now: state.now.clone(),
    })])
}
