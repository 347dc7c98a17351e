//! Somebody else answered, or the load is not his any more.

use crate::{
    facts::Act,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    reply::Phase,
    slot::Slot,
    state::{Ending, State},
};

/// No load details, no check-call questions; someone who holds the driver's phone may say when to try again.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if heard.did(Act::NotOnLoad) {
        state.ending = Some(Ending::WrongContact);
        state
            .slots
            .notes
            .push("driver says he is not on this load".to_owned());
        return Some(Plan::end([Say::NotOnLoad]));
    }
    if !heard.did(Act::WrongPerson) {
        return None;
    }
    state.ending = Some(Ending::WrongContact);
    let holds_the_phone = heard.did_any(&[Act::ThirdParty, Act::Callback, Act::Busy]);
    if !holds_the_phone {
        return Some(Plan::end([Say::WrongNumber]));
    }
    if state.phase == Phase::Closing
        || state.slots.callback.is_some()
        || !state.may_ask(Slot::Callback, false)
    {
        return Some(Plan::end([Say::TryAgainLater]));
    }
    let asked_before = state.asks(Slot::Callback).total;
    Some(
        Plan::say([Say::SorryToBother])
            .ask_for(Slot::Callback, asked_before)
            .phase(Phase::Closing),
    )
}
