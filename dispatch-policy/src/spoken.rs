//! What the agent really said, against what it meant to say.

use crate::{compose::unask, sentence::words, slot::Slot, state::State};

/// With this share of its words, in whatever order, a question was heard.
const MOST_OF_IT: f64 = 0.8;
/// Under this share of common words it was not our reply that was spoken.
const SAME_REPLY: f64 = 0.5;

/// Settles what was asked with the last reply when `spoken` is what the driver heard of it.
pub(crate) fn reconcile(state: &mut State, spoken: &str) {
    let heard = words(spoken);
    if let Some(question) = &state.last_question {
        if was_heard(&words(question), &heard) {
            return;
        }
    } else if share_of(&heard, &words(&state.last.text)) >= SAME_REPLY || heard.is_empty() {
        return;
    }
    let another_spoke = heard.len() >= 4 && share_of(&heard, &words(&state.last.text)) < SAME_REPLY;
    if state.turn == 0 && !another_spoke {
        state.introduced = heard.len() >= 4;
    }
    unask(state, spoken);
    if another_spoke {
        state.introduced = true;
        let asked = asked_in(spoken);
        if !asked.is_empty() {
            state.expecting = asked.clone();
            state.last.asked = asked;
        }
    }
}

/// What follows `reply` in `spoken`, when all of it was spoken and something follows.
pub(crate) fn after<'a>(spoken: &'a str, reply: &str) -> Option<&'a str> {
    let rest = spoken.trim_start().strip_prefix(reply)?.trim_start();
    (!rest.is_empty()).then_some(rest)
}

/// Whether `spoken` is the beginning of `reply`, or more than it.
pub(crate) fn begins_like(spoken: &str, reply: &str) -> bool {
    let (spoken, reply) = (words(spoken), words(reply));
    let common = spoken.len().min(reply.len());
    common > 0 && spoken[..common] == reply[..common]
}

/// A question was heard when its first half was: from there on its meaning is clear.
fn was_heard(question: &[String], heard: &[String]) -> bool {
    let half = &question[..question.len().div_ceil(2)];
    heard.windows(half.len().max(1)).any(|words| words == half) || share_of(question, heard) >= MOST_OF_IT
}

/// Which share of `these` words occur in `those`.
fn share_of(these: &[String], those: &[String]) -> f64 {
    if these.is_empty() {
        return 1.0;
    }
    let common = these.iter().filter(|word| those.contains(word)).count();
    // Word counts of a sentence are exact in a double.
    #[expect(clippy::cast_precision_loss, reason = "word counts of one sentence")]
    let share = common as f64 / these.len() as f64;
    share
}

/// What a question in words that are not ours asks for: the setting of the answer, never evidence for a slot.
fn asked_in(spoken: &str) -> Vec<Slot> {
    const CUES: [(Slot, &[&str]); 14] = [
        (Slot::Injuries, &["hurt", "injured", "injuries"]),
        (Slot::Safety, &["safe", "safely"]),
        (Slot::LoadSecure, &["secure", "freight", "cargo"]),
        (Slot::Pod, &["pod", "paperwork", "proof"]),
        (Slot::Detention, &["detention"]),
        (Slot::Lumper, &["lumper"]),
        (Slot::Door, &["door", "dock"]),
        (Slot::DelayReason, &["delay", "delayed", "holding", "reason"]),
        (Slot::Eta, &["eta", "arrive", "arrival", "arriving", "far"]),
        (Slot::Location, &["where", "location", "whereabouts", "located"]),
        (Slot::Confirm, &["correct", "right", "confirm"]),
        (Slot::Unloading, &["unloading", "unloaded"]),
        (Slot::AnythingElse, &["else"]),
        (Slot::Status, &["status", "going", "update", "doing"]),
    ];
    let question = spoken
        .rsplit(['.', '!'])
        .find(|sentence| sentence.contains('?'))
        .unwrap_or(spoken);
    let words = words(question);
    CUES.iter()
        .find(|(_, cues)| cues.iter().any(|cue| words.iter().any(|word| word == cue)))
        .map(|(slot, _)| vec![*slot])
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_question_is_a_question_and_its_scattered_words_are_not() {
        let question = words("What time do you figure you'll get there?");
        assert!(was_heard(&question, &words("Okay. What time do you figure")));
        assert!(!was_heard(&question, &words("Okay. What ti")));
        assert!(!was_heard(&question, &words("You get there in time")));
        assert!(!was_heard(&question, &[]));
    }

    #[test]
    fn questions_of_another_agent_are_recognised() {
        assert_eq!(asked_in("Thanks. Could you tell me your ETA?"), [Slot::Eta]);
        assert_eq!(asked_in("Okay, and where are you now?"), [Slot::Location]);
        assert_eq!(asked_in("Have a nice day."), []);
    }
}
