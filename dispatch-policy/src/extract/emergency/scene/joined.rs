//! Noun phrases that belong together: a part of something, somebody's thing, a truck somewhere else.

use crate::extract::text::Said;

use super::phrases::{Owner, PARTS, Phrase};
use super::words::Kinds;

/// "the corner of the building": the building with the preposition of its corner.
pub(super) fn join_parts(said: &Said<'_>, phrases: &mut Vec<Phrase>) {
    let mut i = 0;
    while i + 1 < phrases.len() {
        let (part, whole) = (phrases[i], phrases[i + 1]);
        let is_of = whole.prep.is_some_and(|p| said.is(p, &["of"])) && whole.prep == Some(part.head + 1);
        if is_of && PARTS.has(said.word(part.head)) {
            let own_part = whole.kinds.has(Kinds::RIG);
            phrases[i] = Phrase {
                kinds: if own_part { Kinds::BODYWORK } else { whole.kinds },
                owner: whole.owner,
                prep: part.prep,
                start: part.start,
                head: whole.head,
            };
            phrases.remove(i + 1);
        } else {
            i += 1;
        }
    }
}

/// "the guy's mirror", "that lady's bumper": comes as "guy is mirror".
pub(super) fn join_owners(said: &Said<'_>, phrases: &mut Vec<Phrase>) {
    let mut i = 0;
    while i + 1 < phrases.len() {
        let (whose, what) = (phrases[i], phrases[i + 1]);
        let owned = what.start == whose.head + 2
            && said.is(whose.head + 1, &["is"])
            && what.owner == Owner::Unsaid
            && !said.is(whose.head, &["he", "she", "it", "they", "him", "her", "them"])
            && whose.is(Kinds::PERSON | Kinds::VEHICLE | Kinds::MATE)
            && what.is(Kinds::BODYWORK
                | Kinds::RIG
                | Kinds::LIMB
                | Kinds::WORKS
                | Kinds::WHEEL
                | Kinds::SOFT)
            && !said.is(
                what.head,
                &[
                    "back", "side", "front", "top", "end", "rear", "steer", "out", "down",
                ],
            );
        if owned {
            let kinds = if what.is(Kinds::SOFT) {
                Kinds::OFFROAD
            } else {
                what.kinds
            };
            phrases[i] = Phrase {
                kinds,
                owner: Owner::Theirs,
                prep: whose.prep,
                start: whose.start,
                ..what
            };
            phrases.remove(i + 1);
        } else {
            i += 1;
        }
    }
}

/// "the truck in front of me", "the trailer behind me", "a truck up ahead": somebody else's.
pub(super) fn place_elsewhere(said: &Said<'_>, phrases: &mut [Phrase]) {
    for phrase in phrases {
        let after = phrase.head + 1;
        let away = said.is(after, &["in"]) && said.is(after + 1, &["front"])
            || said.is(after, &["ahead", "behind", "beside"])
            || said.is(after, &["up", "just", "right"]) && said.is(after + 1, &["ahead", "front", "behind"])
            || said.is(after, &["next"]) && said.is(after + 1, &["to"]);
        if away && phrase.owner != Owner::Mine && phrase.is(Kinds::RIG) {
            phrase.owner = Owner::Any;
            phrase.kinds = Kinds::VEHICLE;
        }
    }
}
