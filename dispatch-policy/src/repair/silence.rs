//! Nothing was said.

use crate::{
    facts::{Facts, Understanding},
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    read_back,
    reply::Phase,
    state::{Ending, State},
};

/// Two check-ins, then the end.
const IN_A_ROW: u8 = 3;
/// And not more than this in a call.
const IN_ALL: u8 = 6;

pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if heard.said.is_some() {
        state.counts.silence_row = 0;
        return None;
    }
    // At the read-back silence confirms it; while a call-back time is awaited it is no answer.
    match state.phase {
        Phase::ReadBack => return Some(read_back::goodbye(state, None)),
        Phase::Closing => return Some(Plan::end([Say::TryAgainLater])),
        _ => {}
    }
    state.counts.silence += 1;
    // The wait the driver asked for is not a silence.
    if state.waiting && state.counts.silence < IN_ALL {
        return Some(Plan::say([Say::NoRush]));
    }
    state.counts.silence_row += 1;
    if state.counts.silence_row >= IN_A_ROW || state.counts.silence >= IN_ALL {
        state.ending = Some(if state.spoke {
            Ending::Complete
        } else {
            Ending::NoResponse
        });
        return Some(Plan::end([Say::NobodyThere]));
    }
    Some(Plan::say([Say::CheckIn {
        again: state.counts.silence_row > 1 || state.counts.silence > IN_A_ROW,
    }]))
}

/// "Yeah I'm here" answers the check-in; it does not say that the truck has arrived.
pub(crate) fn ignore_presence(state: &State, said: &str, meaning: &mut Understanding) {
    const PRESENCE: [&str; 14] = [
        "i'm", "im", "i", "am", "here", "yeah", "yes", "yep", "still", "hey", "sorry", "hello", "can", "you",
    ];
    let only_presence = || {
        let words = crate::sentence::words(said);
        words.iter().all(|word| PRESENCE.contains(&word.as_str()))
    };
    if state.checked_in && only_presence() {
        meaning.facts = Facts::default();
    }
}
