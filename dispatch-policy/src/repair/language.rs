//! Another language.

use crate::{
    facts::Act,
    heard::Heard,
    phrasing::Say,
    plan::Plan,
    repair::person,
    state::{Ending, State},
};

/// One bilingual line; when the next turn is not understood either, a person takes over. Mixed speech that carries
/// facts goes on as usual, and so do Spanish words of the road. In the language of the call it is a matter of hearing:
/// the first time the driver is asked to say it again.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    let foreign =
        heard.did(Act::OtherLanguage) && !heard.news.stated && !is_courtesy(heard.said.unwrap_or_default());
    let ours = state.vars.language.unwrap_or_default().tag();
    let spoken = heard.meaning.facts.language.as_ref();
    let in_ours = spoken.is_some_and(|found| found.value == ours);
    // What was understood of it is answered as in any call: a yes, a question, a wish to wait.
    let understood = heard.meaning.acts.iter().any(|act| *act != Act::OtherLanguage);
    if !foreign || (in_ours && understood) {
        return None;
    }
    state.counts.foreign += 1;
    if state.counts.foreign > 1 {
        return Some(person::hand_over(state, Ending::Human));
    }
    Some(if in_ours {
        Plan::say([]).ask(Say::SayAgain, []).clarify()
    } else {
        Plan::say([Say::Bilingual])
    })
}

/// "Sí, correcto", "gracias, bye": what anybody on the road understands.
fn is_courtesy(said: &str) -> bool {
    const COURTESIES: [&str; 25] = [
        "si", "sí", "no", "correcto", "bueno", "bien", "gracias", "claro", "adios", "adiós", "ok", "okay",
        "yes", "bye", "está", "esta", "señor", "senor", "amigo", "hola", "vale", "listo", "ya", "muchas",
        "hasta",
    ];
    let words = crate::sentence::words(said);
    !words.is_empty() && words.iter().all(|word| COURTESIES.contains(&word.as_str()))
}
