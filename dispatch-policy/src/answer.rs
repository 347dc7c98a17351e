//! What the driver asked, answered from the variables.

use crate::{
    facts::{Act, QuestionTopic},
    heard::Heard,
    phrasing::Say,
    sentence,
    slot::Slot,
    state::State,
};

/// The answer, when a question was asked.
pub(crate) fn answer(state: &State, heard: &Heard<'_>) -> Option<Say> {
    if asks_what_it_is(heard) && (state.expects(Slot::Pod) || names_the_pod(heard)) {
        return Some(Say::WhatIsPod);
    }
    if heard.did(Act::IsBotQuestion) {
        return Some(Say::AmAutomated);
    }
    if !heard.did(Act::Question) {
        return None;
    }
    let topic = heard.meaning.question.unwrap_or(QuestionTopic::Other);
    // "How you doing", "what", "who knows": questions in form, and none that dispatch could answer.
    let in_form_only = heard.did_any(&[Act::Chitchat, Act::RepeatRequest, Act::Unsure]);
    if in_form_only && topic == QuestionTopic::Other {
        return None;
    }
    let vars = &state.vars;
    let clipped = |text: &Option<String>| text.as_deref().map(|text| crate::speak::clip(text, 6));
    let known = match topic {
        QuestionTopic::Appointment => {
            let at = vars.appointment_time.clone();
            at.map(|at| Say::AppointmentIs {
                at,
                now: state.now.clone(),
            })
        }
        QuestionTopic::LoadNumber => clipped(&vars.load_number).map(Say::LoadIs),
        QuestionTopic::Destination => clipped(&vars.destination).map(Say::DestinationIs),
        QuestionTopic::Origin => clipped(&vars.origin).map(Say::OriginIs),
        QuestionTopic::WhoIsCalling => Some(Say::WhoWeAre {
            company: clipped(&vars.company_name),
            load: clipped(&vars.load_number),
        }),
        QuestionTopic::WhyCalling => Some(Say::WhyWeCall {
            load: clipped(&vars.load_number),
        }),
        QuestionTopic::Other => None,
    };
    Some(known.unwrap_or(Say::DispatchWillFollowUp))
}

/// "What's a POD", "what's that".
fn asks_what_it_is(heard: &Heard<'_>) -> bool {
    if !heard.did_any(&[Act::Question, Act::IsBotQuestion, Act::RepeatRequest]) {
        return false;
    }
    let words = sentence::words(heard.said.unwrap_or_default());
    let what = words
        .iter()
        .any(|word| matches!(word.as_str(), "what" | "what's" | "whats"));
    let it = words
        .last()
        .is_some_and(|word| matches!(word.as_str(), "that" | "it" | "pod" | "mean" | "d"));
    words.len() <= 8 && what && it
}

fn names_the_pod(heard: &Heard<'_>) -> bool {
    let words = sentence::words(heard.said.unwrap_or_default()).join(" ");
    words.ends_with("pod") || words.ends_with("p o d")
}
