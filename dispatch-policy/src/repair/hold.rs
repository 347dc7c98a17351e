//! "Hang on."

use crate::{
    facts::Act,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    state::{Ending, State},
};

/// After this many waits another time is better.
const MOST: u8 = 4;

pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    // "Hold on, is this a robot?" wants an answer before a wait.
    let asks = heard.did_any(&[Act::IsBotQuestion, Act::Question]);
    if !heard.did(Act::Hold) || heard.news.stated || asks {
        return None;
    }
    state.counts.holds += 1;
    if state.counts.holds > MOST {
        let known = state.slots.any_update();
        state.ending = Some(if known { Ending::Complete } else { Ending::Callback });
        return Some(Plan::end([Say::TryAgainLater]));
    }
    Some(Plan::say([Say::TakeYourTime]))
}
