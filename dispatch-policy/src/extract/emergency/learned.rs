//! A second reader: a linear model, learned from examples, for emergencies told without a word any rule knows.
//!
//! Rules know what a wreck is called; a driver may say that he is looking at the sky through his passenger window. The
//! words of such a sentence, those that stand in the same surroundings, and which word follows which are weighed by what
//! was learned (`extract::learned`).
//!
//! The rules decide first. When they found nothing, the model may add an emergency: what it finds must not be supposed,
//! asked or long past, and weigh more than what all but a few everyday sentences weigh; that a word is denied is one of the
//! things it weighs. When they found one by a word that has everyday uses, the model may doubt it: words that weigh far
//! less than any emergency it has seen are such a use.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::learned::{A_WORD, Sums, Table, each};
use crate::extract::scope;
use crate::extract::text::Said;
use crate::extract::text::mark::ByWord;
use crate::facts::{EmergencyTier, EmergencyType};

use super::Event;

/// Whether it is an emergency, the four kinds, and whether a life is at risk.
const OUTPUTS: usize = 6;

static TABLE: LazyLock<Table<OUTPUTS>> =
    LazyLock::new(|| Table::parse(include_str!("../learned/emergency.txt")));

/// How many words are weighed together; a longer speech is weighed clause by clause in parts.
const PART: usize = 24;

/// Fewer words than this say too little: "i hit" may go on with anything.
const FEWEST: usize = 4;

/// The kinds in the order of the table's columns, behind the column of the emergency itself.
const KINDS: [EmergencyType; 4] = [
    EmergencyType::Accident,
    EmergencyType::Breakdown,
    EmergencyType::Medical,
    EmergencyType::Other,
];

/// Words that weigh this much less than the threshold are everyday talk, whatever a rule made of one of them.
const DOUBT: f32 = -1600.0;

/// A kind that scores this much more than another is named instead of it.
const FAR_BETTER: f32 = 1000.0;

/// What the model makes of one part.
struct Verdict {
    /// How far each output is above its threshold.
    scores: [f32; OUTPUTS],
    /// What each word adds to the emergency.
    by_word: Vec<i32>,
}

/// The emergency that weighs most, with its words.
pub(super) fn read(said: &Said<'_>) -> Option<(Event, String)> {
    let mut best: Option<(f32, Event, String)> = None;
    for part in parts(said) {
        if part.len() < FEWEST {
            continue;
        }
        // What fits in one part is not cut.
        let cut = (part.len() < said.len()).then(|| Said::of(said.raw, said.tokens[part].to_vec()));
        let part = cut.as_ref().unwrap_or(said);
        let verdict = weigh(part);
        let score = verdict.scores[0];
        if score <= 0.0 || best.as_ref().is_some_and(|(s, ..)| *s >= score) {
            continue;
        }
        if let Some(span) = stated(part, &verdict.by_word) {
            let words = part.words(span.clone());
            best = Some((score, event(&verdict.scores, span), words));
        }
    }
    best.map(|(_, event, words)| (event, words))
}

/// What the model makes of the words around an emergency that a rule found.
pub(super) struct Opinion([f32; OUTPUTS]);

impl Opinion {
    /// On the words around the one at `at`; none on a fragment.
    pub(super) fn on(said: &Said<'_>, at: usize) -> Option<Self> {
        let part = parts(said).into_iter().find(|part| part.contains(&at))?;
        (part.len() >= FEWEST).then(|| Self(weigh(&Said::of(said.raw, said.tokens[part].to_vec())).scores))
    }

    /// Whether they are everyday talk, for all the model knows.
    pub(super) fn doubts(&self) -> bool {
        self.0[0] < DOUBT
    }

    /// The kind a rule gave, unless another one fits the words far better.
    pub(super) fn kind(&self, given: EmergencyType) -> EmergencyType {
        let of = |kind| {
            KINDS
                .iter()
                .zip(&self.0[1..])
                .find_map(|(k, score)| (*k == kind).then_some(*score))
        };
        let likeliest = likeliest(&self.0);
        match (of(likeliest), of(given)) {
            (Some(better), Some(score)) if better > score + FAR_BETTER => likeliest,
            _ => given,
        }
    }
}

fn likeliest(scores: &[f32; OUTPUTS]) -> EmergencyType {
    let [_, kinds @ .., _] = scores;
    KINDS[(1..kinds.len()).fold(0, |best, i| if kinds[i] > kinds[best] { i } else { best })]
}

fn event(scores: &[f32; OUTPUTS], span: Range<usize>) -> Event {
    let [.., immediate] = scores;
    Event {
        kind: likeliest(scores),
        tier: if *immediate > 0.0 {
            EmergencyTier::Immediate
        } else {
            EmergencyTier::High
        },
        rule: "learned",
        span,
        negative: false,
    }
}

/// Whole clauses, as many as fit together.
fn parts(said: &Said<'_>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut end = 0;
    while end < said.len() {
        let clause = said.clause_range(end).end.clamp(end + 1, end + PART);
        if clause - start > PART {
            parts.push(start..end);
            start = end;
        }
        end = clause.min(said.len());
    }
    if start < end {
        parts.push(start..end);
    }
    parts
}

fn weigh(said: &Said<'_>) -> Verdict {
    let mut sums = Sums::default();
    let mut by_word = vec![0; said.len()];
    // What is there twice counts once, where it is said first.
    let mut known: HashSet<u64, ByWord> =
        HashSet::with_capacity_and_hasher(said.len() * A_WORD, ByWord::default());
    each(said, |feature, at| {
        if known.insert(feature) {
            sums.add(&TABLE, feature);
            by_word[at] += TABLE.weight(feature, 0);
        }
    });
    Verdict {
        scores: TABLE.scores(&sums),
        by_word,
    }
}

/// The words that weigh most, if their clause states them: from the first to the last that speaks for an emergency.
fn stated(said: &Said<'_>, by_word: &[i32]) -> Option<Range<usize>> {
    let clause = (0..said.len())
        .map(|i| said.clause_range(i))
        .max_by_key(|clause| (by_word[clause.clone()].iter().sum::<i32>(), clause.end))?;
    let heaviest = clause.clone().max_by_key(|i| by_word[*i])?;
    if scope::supposed(said, heaviest) || scope::asks(said, heaviest) || scope::past(said, heaviest) {
        return None;
    }
    let speaks = |i: &usize| by_word[*i] > 0;
    let start = clause.clone().find(speaks)?;
    let end = clause.rev().find(speaks)? + 1;
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(Event, String)> {
        read(&Said::new(text))
    }

    #[test]
    fn emergencies_are_found_by_what_they_are_like() {
        for (text, kind) in [
            (
                "the steering wheel's bent and there's dirt in the cab",
                EmergencyType::Accident,
            ),
            (
                "the drive line's dragging and she won't pull",
                EmergencyType::Breakdown,
            ),
            (
                "hives all over me and i'm itching like mad my lip's fat",
                EmergencyType::Medical,
            ),
            ("a man's hanging on the side of my truck", EmergencyType::Other),
        ] {
            let event = found(text).map(|(event, _)| event.kind);
            assert_eq!(event, Some(kind), "{text}");
        }
    }

    #[test]
    fn everyday_talk_is_left_alone() {
        for text in [
            "",
            "yeah",
            "i'm rolling on eighty about two hours out",
            "the clerk took my bills and he's coming right back",
            "if a man's hanging on the side of my truck i would tell you",
            "is my vision blurry no why do you ask",
        ] {
            assert!(found(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_words_that_weigh_are_the_evidence() {
        let (_, words) =
            found("the appointment is at four. a man's hanging on the side of my truck").expect("found");
        assert!(
            words.contains("hanging") && !words.contains("appointment"),
            "{words}"
        );
    }

    #[test]
    fn a_long_speech_is_weighed_in_parts() {
        let plain = "i'm rolling on eighty and i'll be there at four ".repeat(20);
        assert!(found(&plain).is_none());
        assert!(
            found(&format!(
                "{plain}. a man's hanging on the side of my truck. {plain}"
            ))
            .is_some()
        );
    }

    #[test]
    fn parts_cover_every_word_once() {
        for text in [
            "",
            "one",
            &"two ".repeat(500),
            &"and i am there but he is here ".repeat(90),
        ] {
            let said = Said::new(text);
            let parts = parts(&said);
            assert!(parts.iter().all(|part| part.len() <= PART && !part.is_empty()));
            assert_eq!(
                parts.iter().flat_map(Clone::clone).collect::<Vec<_>>(),
                (0..said.len()).collect::<Vec<_>>()
            );
        }
    }
}
