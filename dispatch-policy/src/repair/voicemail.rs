//! A machine answered.

use crate::{
    facts::Act,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    state::{Ending, State},
};

/// One short message, and the call ends with it. A menu gets the same: nobody is there to talk to.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    // A driver who has given an update is no machine, whatever he says of one.
    if !heard.did_any(&[Act::Voicemail, Act::Ivr]) || state.slots.any_update() {
        return None;
    }
    state.ending = Some(Ending::Voicemail);
    Some(Plan::end([Say::VoicemailMessage]))
}
