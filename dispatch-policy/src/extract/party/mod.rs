//! Who does it, and to whom: subjects and objects around a verb.

mod object;
mod words;

use super::text::Said;

use words::{INDEFINITE, OTHERS};

pub(super) use object::{Met, object};
pub(super) use words::{BODY, RIG};

/// Who or what a noun phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// The driver himself.
    Us,
    /// His truck, his trailer, a part of it, or "it".
    Ours,
    /// Somebody or something else.
    Other,
    /// Left out: the driver speaks of himself.
    Unsaid,
}

/// Who stands before the verb at `verb`, inside its clause; a clause joined by "and" shares its subject.
pub(super) fn subject(said: &Said<'_>, verb: usize) -> Who {
    let start = said.clause_range(verb).start;
    if let Some(who) = named_before(said, start, verb) {
        return who;
    }
    let joined = start > 0 && said.is(start, &["and", "then", "so"]);
    let before = if joined {
        said.clause_range(start - 1).start..start
    } else {
        0..0
    };
    // The first one of the clause before is its subject.
    before
        .clone()
        .find_map(|i| named_before(said, before.start, i + 1))
        .unwrap_or(Who::Unsaid)
}

/// The noun or pronoun nearest before `end`.
fn named_before(said: &Said<'_>, start: usize, end: usize) -> Option<Who> {
    (start..end).rev().find_map(|i| {
        let w = said.word(i);
        if matches!(w, "i" | "we" | "partner" | "codriver" | "passenger") {
            return Some(Who::Us);
        }
        if w == "driver" && said.is(i.wrapping_sub(1), &["co"]) {
            return Some(Who::Us);
        }
        if w == "it" || w == "thing" {
            return Some(Who::Ours);
        }
        // "the guy next to me at the pump": where he stands.
        let at_it = matches!(w, "pump" | "line" | "block")
            && said.is(i.wrapping_sub(1), &["the", "a"])
            && said.is(
                i.wrapping_sub(2),
                &["at", "by", "near", "behind", "past", "around"],
            );
        if RIG.contains(&w) && !at_it && !(w == "drive" && said.is(i.wrapping_sub(1), &["to", "can", "i"])) {
            let away = (said.is(i + 1, &["in"]) && said.is(i + 2, &["front"])) || said.is(i + 1, &["ahead"]);
            return Some(if away || is_indefinite(said, start, i) {
                Who::Other
            } else {
                Who::Ours
            });
        }
        (OTHERS.contains(&w) && !is_whereabouts(said, i)).then_some(Who::Other)
    })
}

/// "on the side of the road", "in the lane": where it is, and not who does it.
fn is_whereabouts(said: &Said<'_>, noun: usize) -> bool {
    #[rustfmt::skip]
    const PLACES: &[&str] = &[
        "road", "highway", "lane", "ramp", "exit", "bridge", "overpass", "dock", "gate", "store", "office", "plant",
        "facility", "warehouse", "building", "scale", "receiver", "shipper", "house", "field", "fence", "guardrail",
        "sign", "light", "lights", "pole",
    ];
    #[rustfmt::skip]
    const BEFORE: &[&str] = &[
        "on", "in", "at", "of", "by", "near", "off", "behind", "past", "under", "through", "along", "from", "to", "into",
    ];
    let start = said.clause_range(noun).start;
    // Up to an article and a word between: "through the stop sign".
    PLACES.contains(&said.word(noun))
        && (noun.saturating_sub(3).max(start)..noun).any(|i| {
            said.is(i, BEFORE)
                && (i + 1 == noun
                    || said.is(i + 1, &["the", "a", "this", "their", "my", "that"])
                    || i + 2 == noun)
        })
}

fn is_indefinite(said: &Said<'_>, start: usize, noun: usize) -> bool {
    let mut i = noun;
    while i > start {
        i -= 1;
        if said.is(i, &["my", "our", "the", "this", "me", "i", "we"]) {
            return false;
        }
        // "with the four ways on truck quit": a number counts what stands right behind it.
        let number = crate::extract::numbers::is_number_word(said.word(i));
        if INDEFINITE.contains(&said.word(i)) && !(number && noun - i > 2) {
            // "one of my tires", "a steer tire": a part is ours, a whole vehicle is not.
            return !is_part(said.word(noun)) || said.is(i, &["his", "their", "her", "another", "other"]);
        }
        if noun - i >= 4 {
            break;
        }
    }
    false
}

fn is_part(word: &str) -> bool {
    RIG.contains(&word) && !matches!(word, "truck" | "tractor" | "trailer" | "rig" | "unit" | "load")
}
