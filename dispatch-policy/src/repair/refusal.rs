//! A turn that answers nothing.

use crate::{
    facts::Act,
    heard::Heard,
    next,
    phrasing::Say,
    plan::{Plan, Question},
    state::{Ending, State},
};

/// Two probes; the third in a row ends.
const IN_A_ROW: u8 = 3;
/// Small talk that is met kindly before it counts.
const SMALL_TALK: u8 = 2;

pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    let answered = heard.news.stated || heard.did(Act::Unsure);
    if answered {
        state.counts.refusal_row = 0;
        return None;
    }
    // Nothing was asked just before (a wait was granted, the line was bad): nothing can have been refused.
    if state.last.asked.is_empty() && !heard.did(Act::Refuse) {
        return Some(next::plan(state, heard, true));
    }
    if heard.did(Act::Chitchat) && state.counts.chitchat < SMALL_TALK {
        state.counts.chitchat += 1;
        let plan = next::plan(state, heard, true);
        return Some(if plan.wrap {
            plan
        } else {
            plan.lead(Say::SmallTalk)
        });
    }
    state.counts.refusal_row += 1;
    if state.counts.refusal_row >= IN_A_ROW {
        state.ending = Some(Ending::Uncooperative);
        return Some(Plan::end([Say::LetGo]));
    }
    let again = state.counts.refusal_row > 1;
    let mut plan = next::plan(state, heard, false);
    if plan.wrap {
        return Some(plan);
    }
    // Narrower than the open question, with something to choose from.
    if let Some(Question {
        say: Say::Ask { asked_before, .. },
        ..
    }) = &mut plan.question
    {
        *asked_before = (*asked_before).max(1);
    }
    plan.say = vec![Say::Probe { again }];
    Some(plan)
}
