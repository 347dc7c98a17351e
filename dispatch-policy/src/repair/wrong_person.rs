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
    if heard.did(Act::NotOnLoad) || gave_update {
        state.ending = Some(Ending::WrongContact);
        state
            .slots
            .notes
            .push("driver says he is not on this load".to_owned());
        return Some(Plan::end([Say::NotOnLoad]));
    }
    let family = heard.did(Act::ThirdParty) && !heard.news.hard && is_family(said);
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
fn is_family(said: &str) -> bool {
    const FAMILY: [&str; 14] = [
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
    sentence::words(said)
        .iter()
        .any(|word| FAMILY.contains(&word.as_str()))
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
        assert!(is_family("this is his wife"));
        assert!(!is_family("this is his dispatcher"));
    }
}
