//! Words that are not the driver's.

use crate::{
    facts::{Act, Facts, Understanding},
    repair::wrong_person,
    state::State,
};

/// What a machine, a stranger, or a driver of another load says is no fact of this trip. An emergency is one, whoever
/// reports it.
pub(crate) fn disown(state: &State, said: &str, meaning: &mut Understanding) {
    let acts = &meaning.acts;
    let machine = acts.contains(&Act::Voicemail) || acts.contains(&Act::Ivr);
    let stranger = acts.contains(&Act::WrongPerson) && !wrong_person::gives_own_name(state, said);
    let other_load = acts.contains(&Act::NotOnLoad);
    let finder =
        acts.contains(&Act::ThirdParty) && wrong_person::holds_his_phone(said) && !state.slots.any_update();
    let not_his = finder || (machine && !state.slots.any_update()) || stranger || other_load;
    if not_his && meaning.facts.emergency.is_none() {
        let facts = std::mem::take(&mut meaning.facts);
        meaning.facts = Facts {
            callback: facts.callback,
            language: facts.language,
            ..Facts::default()
        };
    }
}

/// Who answers in the driver's stead at the beginning of a call goes on to do so.
pub(crate) fn stands_in(state: &State, said: &str, meaning: &Understanding) -> bool {
    let early = state.turn <= 2 && !state.slots.any_update();
    early && meaning.acts.contains(&Act::ThirdParty) && !wrong_person::holds_his_phone(said)
}
