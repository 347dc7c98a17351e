//! "Hello?": the greeting was not taken in.

use crate::{agenda, heard::Heard, phrasing::Say, plan::Plan, reply::Phase, state::State};

/// Who is calling is said once more, with the question. A greeting is no refusal.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    let early = matches!(state.phase, Phase::Greeting | Phase::Gathering) && !state.slots.any_update();
    let unheard = !state.introduced && !heard.news.stated;
    if !early || state.counts.hellos >= 2 || !(unheard || is_hello(heard.said.unwrap_or_default())) {
        return None;
    }
    state.counts.hellos += 1;
    state.introduced = true;
    let load = state
        .vars
        .load_number
        .as_deref()
        .map(|load| crate::speak::clip(load, 6));
    let company = state
        .vars
        .company_name
        .as_deref()
        .map(|name| crate::speak::clip(name, 6));
    let plan = agenda::next(state, heard, true);
    Some(if plan.wrap {
        plan
    } else {
        Plan {
            say: vec![Say::WhoWeAre { company, load }],
            ..plan
        }
    })
}

/// Nothing but words of greeting.
fn is_hello(said: &str) -> bool {
    const GREETING: [&str; 14] = [
        "hello",
        "hi",
        "hey",
        "yo",
        "yeah",
        "yes",
        "speaking",
        "morning",
        "afternoon",
        "evening",
        "good",
        "there",
        "this",
        "is",
    ];
    let said = said.to_lowercase();
    let words: Vec<_> = said
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let greets = words
        .iter()
        .any(|word| matches!(*word, "hello" | "hi" | "hey" | "yo" | "speaking" | "morning"));
    greets && words.iter().all(|word| GREETING.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_hello;

    #[test]
    fn only_a_greeting_is_one() {
        assert!(is_hello("Hello?"));
        assert!(is_hello("yeah hello"));
        assert!(!is_hello("hey i'm rolling"));
        assert!(!is_hello("yeah"));
        assert!(!is_hello(""));
    }
}
