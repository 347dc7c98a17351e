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
/// facts goes on as usual, and so do Spanish words of the road.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    let foreign = heard.did(Act::OtherLanguage) && !heard.news.stated;
    if !foreign {
        return None;
    }
    state.counts.foreign += 1;
    if state.counts.foreign > 1 {
        return Some(person::hand_over(state, Ending::Human));
    }
    Some(Plan::say([Say::Bilingual]))
}
