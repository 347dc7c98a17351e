//! The driver closes before everything was asked.

use crate::{
    facts::Act,
    heard::Heard,
    plan::Plan,
    read_back,
    state::{Ending, State},
    summary::Summary,
};

/// No further question: what is known is said back, with thanks.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if !heard.did(Act::Goodbye) {
        return None;
    }
    state.ending = Some(Ending::Goodbye);
    let summary = state.slots.any_update().then(|| Summary::of(state));
    Some(read_back::goodbye(state, summary))
}
