//! The next question, or the read-back when none is open.

use crate::{
    agenda,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    read_back,
    state::{Ending, State},
};

/// The next question, or the read-back when there is none. With `repair` the pending question comes back for a reason
/// that is not the driver's (a question of his, a bad line) and may use its third ask.
pub(crate) fn plan(state: &mut State, heard: &Heard<'_>, repair: bool) -> Plan {
    match agenda::open_slot(state, repair) {
        Some(slot) => agenda::ask(state, heard, slot, repair),
        None => close(state),
    }
}

/// The last step of all, always there.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    Some(plan(state, heard, false))
}

fn close(state: &mut State) -> Plan {
    if state.slots.any_update() {
        return read_back::begin(state);
    }
    state.ending.get_or_insert(Ending::Complete);
    Plan::end([Say::NothingLearned])
}
