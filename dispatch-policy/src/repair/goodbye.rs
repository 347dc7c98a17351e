//! The driver closes before everything was asked.

use crate::{
    facts::Act,
    heard::Heard,
    plan::Plan,
    read_back,
    state::{Ending, State},
};

/// No further question: what is known is said back, with thanks.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if !heard.did(Act::Goodbye) {
        return None;
    }
    state.ending = Some(Ending::Goodbye);
    Some(read_back::close_with_what_is_known(state))
}
