//! Abuse of the agent, and the wish not to be called.

use crate::{
    answer,
    facts::Act,
    heard::Heard,
    next,
    phrasing::Say,
    plan::Plan,
    state::{Ending, State},
};

/// Once: calm, shorter, on with it. Twice: the end. "Stop calling" ends at once.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if heard.did(Act::StopCalling) {
        state.ending = Some(Ending::Uncooperative);
        return Some(Plan::end([Say::WillStopCalling]));
    }
    if !heard.did(Act::Abuse) {
        return None;
    }
    state.counts.abuse += 1;
    // He leaves with an update given: that is a goodbye.
    if heard.did(Act::Goodbye) && state.slots.any_update() {
        return None;
    }
    if state.counts.abuse > 1 || heard.did(Act::Goodbye) {
        state.ending = Some(Ending::Uncooperative);
        return Some(Plan::end([Say::LetGo]));
    }
    // A rude question is a question.
    let say = answer::answer(state, heard).unwrap_or(Say::StayCalm);
    let plan = next::plan(state, heard, true);
    Some(if plan.end_call || plan.wrap {
        plan
    } else {
        Plan {
            say: vec![say],
            ..plan
        }
    })
}
