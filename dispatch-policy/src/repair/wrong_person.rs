//! Somebody else answered, or the load is not his any more.

use crate::{
    facts::Act,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    reply::Phase,
    sentence,
    slot::Slot,
    speak::first_name,
    state::{Ending, State},
};

/// No load details, no check-call questions; someone who holds the driver's phone may say when to try again.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    let said = heard.said.unwrap_or_default();
    // Someone who gave an update drives a truck of ours: then it is the load that is wrong.
    let wrong = heard.did(Act::WrongPerson) && !gives_own_name(state, said);
    let gave_update = wrong && state.slots.any_update();
    // At the dock "they gave that one to another truck" is about a door.
    let gave_load = heard.did(Act::NotOnLoad) && !state.at_receiver();
    if gave_load || gave_update {
        state.ending = Some(Ending::WrongContact);
        state
            .slots
            .notes
            .push("driver says he is not on this load".to_owned());
        return Some(Plan::end([Say::NotOnLoad]));
    }
    let family = heard.did(Act::ThirdParty) && !heard.news.hard && holds_his_phone(said);
    if !family && !wrong {
        return None;
    }
    state.ending = Some(Ending::WrongContact);
    let holds_the_phone = family || heard.did_any(&[Act::ThirdParty, Act::Callback, Act::Busy]);
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

/// Someone who happens to hold the driver's phone, and not someone who dispatches or rides with him.
pub(crate) fn holds_his_phone(said: &str) -> bool {
    const PHONE: [&str; 3] = ["phone", "cell", "cellphone"];
    const LEFT: [&str; 12] = [
        "left", "forgot", "found", "dropped", "lost", "laying", "lying", "ringing", "charging", "plugged",
        "without", "behind",
    ];
    const OTHERS: [&str; 27] = [
        "guard",
        "security",
        "waitress",
        "waiter",
        "cashier",
        "clerk",
        "receptionist",
        "nurse",
        "officer",
        "trooper",
        "attendant",
        "bartender",
        "janitor",
        "wife",
        "husband",
        "son",
        "daughter",
        "girlfriend",
        "boyfriend",
        "fiance",
        "fiancee",
        "brother",
        "sister",
        "mom",
        "mother",
        "dad",
        "father",
    ];
    const OURS: [&str; 12] = [
        "codriver",
        "driver's",
        "dispatcher",
        "dispatch",
        "dispatching",
        "carrier",
        "company",
        "fleet",
        "partner",
        "team",
        "office",
        "safety",
    ];
    let words = sentence::words(said);
    let any = |these: &[&str]| words.iter().any(|word| these.contains(&word.as_str()));
    any(&OTHERS) && !any(&OURS) || any(&PHONE) && any(&LEFT)
}

/// "Yeah this is Mike" from the one we called.
pub(crate) fn gives_own_name(state: &State, said: &str) -> bool {
    const NOT: [&str; 9] = [
        "not", "no", "nah", "nope", "ain't", "aint", "isn't", "isnt", "wrong",
    ];
    let Some(name) = state.vars.driver_name.as_deref().map(first_name) else {
        return false;
    };
    let words = sentence::words(said);
    words.contains(&name.to_lowercase()) && !words.iter().any(|word| NOT.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::variables::Variables;

    #[test]
    fn the_drivers_own_name_is_not_a_wrong_person() {
        let state = State::new(Variables::from_map([("driver_name", "Mike Jones")]));
        assert!(gives_own_name(&state, "hello this is Mike"));
        assert!(!gives_own_name(&state, "nah this ain't mike"));
        assert!(!gives_own_name(&state, "this is steve"));
    }

    #[test]
    fn his_wife_is_family_and_his_dispatcher_is_not() {
        assert!(holds_his_phone("this is his wife"));
        assert!(!holds_his_phone("this is his dispatcher"));
    }
}
