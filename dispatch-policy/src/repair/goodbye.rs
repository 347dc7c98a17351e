//! The driver closes before everything was asked.

use crate::{
    facts::Act,
    heard::Heard,
    plan::Plan,
    read_back, spoken,
    state::{Ending, State},
    summary::Summary,
};

/// No further question: what is known is said back, with thanks.
pub(crate) fn step(state: &mut State, heard: &Heard<'_>) -> Option<Plan> {
    if !heard.did(Act::Goodbye) || (heard.news.stated && !says_goodbye(heard.said.unwrap_or_default())) {
        return None;
    }
    state.ending = Some(Ending::Goodbye);
    let summary = state.slots.any_update().then(|| Summary::of(state));
    Some(read_back::goodbye(state, summary))
}

/// In a turn that answers, only plain words of leaving close the call: "i'm out here rolling" does not.
fn says_goodbye(said: &str) -> bool {
    const LEAVING: [&str; 8] = ["bye", "goodbye", "gotta", "later", "care", "night", "talk", "go"];
    spoken::words(said)
        .iter()
        .any(|word| LEAVING.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::says_goodbye;

    #[test]
    fn leaving_is_said_plainly() {
        assert!(says_goodbye("i'm by omaha gotta go"));
        assert!(!says_goodbye("i'm out here rolling"));
    }
}
