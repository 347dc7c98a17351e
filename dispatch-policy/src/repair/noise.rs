//! Something was said, and nothing could be made out.

use crate::{
    agenda,
    facts::Act,
    heard::Heard,
    next,
    phrasing::Say,
    plan::Plan,
    repair::person,
    reply::Phase,
    state::{Ending, State},
};

/// The third in a row hands over.
const IN_A_ROW: u8 = 3;
/// So does the fifth in the call.
const IN_ALL: u8 = 5;

pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if !heard.did(Act::Noise) || heard.news.stated {
        state.counts.noise_row = 0;
        return None;
    }
    state.counts.noise += 1;
    state.counts.noise_row += 1;
    if state.counts.noise_row >= IN_A_ROW || state.counts.noise >= IN_ALL {
        return Some(person::hand_over(state, Ending::PoorConnection).lead(Say::BadLine));
    }
    // The second time the question itself comes again, in other words: the driver may have lost it.
    let gathering = matches!(state.phase, Phase::Greeting | Phase::Gathering);
    if state.counts.noise_row == 2 && gathering && agenda::open_slot(state, true).is_some() {
        let plan = next::plan(state, heard, true);
        return Some(
            Plan {
                say: vec![Say::StillNoisy],
                ..plan
            }
            .clarify(),
        );
    }
    Some(Plan::say([]).ask(Say::SayAgain, []).clarify())
}
