//! The driver asks.

use crate::{
    answer,
    facts::{Act, QuestionTopic},
    heard::Heard,
    next,
    phrasing::Say,
    plan::Plan,
    state::State,
};

/// Answered from what is known, then the pending question again in other words.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if heard.meaning.question == Some(QuestionTopic::WhyCalling) && !heard.news.stated {
        // Told once why, he asks it again in place of an answer: that is a refusal.
        if state.counts.whys > 0 {
            return None;
        }
        state.counts.whys += 1;
    }
    if let Some(answer) = answer::answer(state, heard) {
        return Some(then_pending(state, heard, answer));
    }
    if heard.did(Act::RepeatRequest) && !heard.news.stated {
        return Some(then_pending(state, heard, Say::Sure).clarify());
    }
    // "You people just called me": sorry once, and on; the facts in the turn were taken. "I already said no" is a no.
    if heard.did(Act::AlreadyTold) && !heard.news.stated && !heard.did(Act::Refuse) {
        return Some(then_pending(state, heard, Say::SorryToAskAgain));
    }
    // The facts were taken; sorry all the same.
    if heard.did(Act::AlreadyTold)
        && state.counts.apologies == 0
        && state.phase != crate::reply::Phase::ReadBack
    {
        state.counts.apologies += 1;
        let plan = next::plan(state, heard, false);
        return Some(if plan.wrap {
            plan.lead(Say::SorryToAskAgain)
        } else {
            Plan {
                say: vec![Say::SorryToAskAgain],
                ..plan
            }
        });
    }
    (heard.did(Act::ThirdParty) && !heard.news.stated).then(|| then_pending(state, heard, Say::ThanksForHim))
}

fn then_pending(state: &mut State, heard: &Heard<'_>, say: Say) -> Plan {
    let plan = next::plan(state, heard, true);
    // With facts in the same breath the agenda goes on by itself: its lead is the answer.
    if plan.wrap {
        plan.lead(say)
    } else {
        Plan {
            say: vec![say],
            ..plan
        }
    }
}
