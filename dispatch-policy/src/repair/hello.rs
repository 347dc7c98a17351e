//! "Hello?": the greeting was not taken in.

use crate::{heard::Heard, next, phrasing::Say, plan::Plan, reply::Phase, sentence, state::State};

/// Who is calling is said once more, with the question. A greeting is no refusal.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    let early = matches!(state.phase, Phase::Greeting | Phase::Gathering) && !state.slots.any_update();
    let unheard = !state.introduced && !heard.news.stated;
    if !early
        || state.counts.hellos >= 2
        || !(unheard || is_hello(heard.said.unwrap_or_default(), state.vars.driver_name.as_deref()))
    {
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
    let plan = next::plan(state, heard, true);
    Some(if plan.wrap {
        plan
    } else {
        Plan {
            say: vec![Say::WhoWeAre { company, load }],
            ..plan
        }
    })
}

/// Nothing but words of greeting, the driver's name and "who's this" included.
fn is_hello(said: &str, driver: Option<&str>) -> bool {
    const OPENERS: [&str; 10] = [
        "hello", "hi", "hey", "yo", "speaking", "morning", "this", "who", "who's", "whos",
    ];
    const FILLERS: [&str; 13] = [
        "yeah",
        "yes",
        "yep",
        "good",
        "afternoon",
        "evening",
        "there",
        "is",
        "it",
        "that",
        "calling",
        "are",
        "you",
    ];
    let driver = sentence::words(driver.unwrap_or_default());
    let words = sentence::words(said);
    let opens = words.iter().any(|word| OPENERS.contains(&word.as_str()));
    let greets = |word: &String| {
        OPENERS.contains(&word.as_str()) || FILLERS.contains(&word.as_str()) || driver.contains(word)
    };
    opens && words.iter().all(greets)
}

#[cfg(test)]
mod tests {
    use super::is_hello;

    #[test]
    fn only_a_greeting_is_one() {
        for said in [
            "Hello?",
            "yeah hello",
            "yeah this is mike",
            "speaking",
            "who's this",
            "hi who is calling",
        ] {
            assert!(is_hello(said, Some("Mike Jones")), "{said}");
        }
        for said in ["hey i'm rolling", "yeah", "", "this is steve"] {
            assert!(!is_hello(said, Some("Mike Jones")), "{said}");
        }
    }
}
