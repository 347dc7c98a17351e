//! A bare yes or no, by what was asked.

use crate::{
    facts::{Act, Facts, Found, Injuries, Lumper, Understanding, UnloadingStatus},
    sentence,
    slot::Slot,
    state::State,
};

/// Fills in what "yes" or "no" means for the question that was asked, where the words alone say nothing.
pub(crate) fn settle(state: &State, said: &str, meaning: &mut Understanding) {
    // A grunt is an answer where one word would do.
    if meaning.acts.contains(&Act::Noise) && is_grunt(said) {
        meaning.acts.remove(&Act::Noise);
        meaning.acts.insert(Act::Ack);
    }
    // A mere "okay" has heard the question.
    if state.expects(Slot::LoadSecure) && is_okay(said) {
        meaning.facts.load_secure = None;
        return;
    }
    let other = [Act::Question, Act::RepeatRequest, Act::Hold, Act::Noise];
    if other.iter().any(|act| meaning.acts.contains(act)) {
        return;
    }
    let (yes, no) = (
        meaning.acts.contains(&Act::Affirm),
        meaning.acts.contains(&Act::Deny),
    );
    // "No idea" and "no problem" open like a no and are none.
    let empty = meaning.acts.contains(&Act::Unsure) || meaning.acts.contains(&Act::Ack);
    let yes = match (yes, no) {
        (true, true) => return,
        // "Yeah I don't know" affirms nothing.
        (true, false) if meaning.acts.contains(&Act::Unsure) => return,
        (false, false) if empty => return,
        (false, false) => match opening(said).or_else(|| closing(said)) {
            Some(yes) => yes,
            None => return,
        },
        (yes, _) => yes,
    };
    let Some(slot) = state.expecting.first().filter(|_| !state.last.asked.is_empty()) else {
        return;
    };
    if !is_silent_on(&meaning.facts, *slot) {
        return;
    }
    // "No detention, no": it is of another question of the dock.
    if is_of_the_dock(*slot) && speaks_of_another(&meaning.facts, *slot) {
        return;
    }
    let facts = &mut meaning.facts;
    match slot {
        Slot::Detention => facts.detention = found(yes, said),
        Slot::Pod => facts.pod_ack = found(yes, said),
        Slot::Safety => facts.safe = found(yes, said),
        Slot::LoadSecure => facts.load_secure = found(yes, said),
        Slot::Injuries => facts.injuries = found(if yes { Injuries::Reported } else { Injuries::None }, said),
        Slot::Lumper => facts.lumper = found(if yes { Lumper::Waiting } else { Lumper::NotNeeded }, said),
        // "No, my bad, I'm at the shipper" is about more than a door.
        Slot::Door if !yes && facts.location.is_none() && facts.driver_status.is_none() => {
            facts.unloading_status = found(UnloadingStatus::WaitingForDoor, said)
        }
        _ => {}
    }
}

/// The yes or no that a turn begins with.
fn opening(said: &str) -> Option<bool> {
    let words = sentence::words(said);
    let word = words
        .iter()
        .find(|word| !matches!(word.as_str(), "uh" | "um" | "well" | "oh" | "man"))?;
    match word.as_str() {
        "yes" | "yeah" | "yep" | "yup" | "yea" | "affirmative" => Some(true),
        "no" | "nope" | "nah" | "not" | "negative" => Some(false),
        _ => None,
    }
}

/// The yes or no that a turn comes to in the end: "i send it yes", "the load went with it so no".
fn closing(said: &str) -> Option<bool> {
    let words = sentence::words(said);
    let [.., before, last] = words.as_slice() else {
        return None;
    };
    if matches!(
        before.as_str(),
        "or" | "say" | "said" | "says" | "the" | "a" | "is" | "got" | "has"
    ) {
        return None;
    }
    match last.as_str() {
        "yes" | "yeah" | "yep" | "yup" => Some(true),
        "no" | "nope" | "nah" => Some(false),
        _ => None,
    }
}

/// Opens like a correction of what was said back.
pub(crate) fn corrects(said: &str) -> bool {
    let first = sentence::words(said).into_iter().next().unwrap_or_default();
    opening(said) == Some(false)
        || matches!(
            first.as_str(),
            "actually" | "make" | "wait" | "sorry" | "correction"
        )
}

fn is_okay(said: &str) -> bool {
    matches!(
        sentence::words(said).join(" ").as_str(),
        "ok" | "okay" | "alright" | "all right" | "okay okay" | "okay then"
    )
}

/// "Mhm", "uh huh": a nod.
fn is_grunt(said: &str) -> bool {
    matches!(
        sentence::words(said).join(" ").as_str(),
        "mhm" | "mm hmm" | "mmhmm" | "uh huh" | "mm" | "mmm" | "yup"
    )
}

fn found<T>(value: T, said: &str) -> Option<Found<T>> {
    Some(Found {
        value,
        words: said.to_owned(),
        rule: "answer.yes_no".to_owned(),
    })
}

const fn is_of_the_dock(slot: Slot) -> bool {
    matches!(slot, Slot::Door | Slot::Lumper | Slot::Detention | Slot::Pod)
}

/// A matter of the dock other than the one asked for was settled in the turn.
const fn speaks_of_another(facts: &Facts, slot: Slot) -> bool {
    facts.detention.is_some() && !matches!(slot, Slot::Detention)
        || facts.lumper.is_some() && !matches!(slot, Slot::Lumper)
        || facts.pod_ack.is_some() && !matches!(slot, Slot::Pod)
}

fn is_silent_on(facts: &Facts, slot: Slot) -> bool {
    match slot {
        Slot::Detention => facts.detention.is_none(),
        Slot::Pod => facts.pod_ack.is_none(),
        Slot::Safety => facts.safe.is_none(),
        Slot::LoadSecure => facts.load_secure.is_none(),
        Slot::Injuries => facts.injuries.is_none(),
        Slot::Lumper => facts.lumper.is_none(),
        Slot::Door => facts.door.is_none() && facts.unloading_status.is_none() && facts.lumper.is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_opening_word_decides() {
        assert_eq!(opening("uh no not yet"), Some(false));
        assert_eq!(opening("yeah just started"), Some(true));
        assert_eq!(opening("still waiting"), None);
    }

    #[test]
    fn or_the_closing_one() {
        assert_eq!(closing("i send it yes"), Some(true));
        assert_eq!(closing("the load went with it so no"), Some(false));
        assert_eq!(closing("am i supposed to or no"), None);
        assert_eq!(closing("they said no"), None);
        assert_eq!(closing("yes"), None);
    }

    #[test]
    fn a_nod_is_no_noise() {
        assert!(is_grunt("Mm-hmm."));
        assert!(!is_grunt("kshh"));
    }
}
