//! The driver wants a person.

use crate::{
    facts::Act,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    state::{Ending, State},
};

/// Handed over in this reply, without persuasion.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    heard
        .did(Act::HumanRequest)
        .then(|| hand_over(state, Ending::Human).lead(Say::Sure))
}

pub(crate) fn hand_over(state: &mut State, ending: Ending) -> Plan {
    state.ending = Some(ending);
    Plan::hand_over([Say::HandOver {
        how: state.vars.hand_over,
        urgent: false,
    }])
}
