//! A second look at the trip: what the rules made of it, weighed against all the words.
//!
//! A rule sees the words it knows and does not see the rest of the sentence; what is learned sees every word and
//! understands none. So the arbiter was taught what is right on thousands of sentences together with what the rules had
//! made of each: which rule to trust, beside which words. It answers a few [`question`]s, how the trip goes, how the
//! unloading stands, what a lumper does, why he is late, and where its answer weighs a good deal more than that
//! of the rules, it replaces it. Everything else is left to the rules, and so are emergencies.
//!
//! Its table, `learned/trip.txt`, is written by `cargo xtask train` from `training/trip.jsonl`.

mod findings;
mod question;

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::extract::learned::{A_WORD, Sums, Table, each};
use crate::facts::{DriverStatus, Facts, Found};
use crate::slot::Slot;

use super::text::Said;
use super::text::mark::ByWord;
use question::{DELAY, DOCK, LUMPER, OUTPUTS, Question, STATUS};

#[cfg(feature = "training")]
pub use question::NamedQuestion;
#[cfg(feature = "training")]
pub(super) use question::questions;

/// Longer speeches than this are left to the rules: nothing as long was learned from.
const LONGEST: usize = 60;

/// What is said to these is not among what was learned from.
const UNTAUGHT: [Slot; 7] = [
    Slot::Confirm,
    Slot::Identity,
    Slot::Callback,
    Slot::Safety,
    Slot::Injuries,
    Slot::EmergencyLocation,
    Slot::LoadSecure,
];

static TABLE: LazyLock<Table<OUTPUTS>> = LazyLock::new(|| Table::parse(include_str!("../learned/trip.txt")));

/// Looks over what the rules found and mends what weighs far less than something else.
pub(super) fn settle(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    if !(1..=LONGEST).contains(&said.len()) || asked.is_some_and(|asked| UNTAUGHT.contains(&asked)) {
        return;
    }
    let mut verdict = Verdict::on(said, asked, facts);
    // Who says when he will be there is not there.
    if facts.eta.is_some() {
        for there in [DriverStatus::Arrived, DriverStatus::Unloading] {
            verdict.rule_out(&STATUS, there, facts.driver_status.as_ref());
        }
    }
    verdict.settle(&STATUS, &mut facts.driver_status);
    verdict.settle(&DOCK, &mut facts.unloading_status);
    verdict.settle(&LUMPER, &mut facts.lumper);
    verdict.settle(&DELAY, &mut facts.delay_reason);
}

/// The names of what the arbiter sees of an utterance, for its trainer.
#[cfg(feature = "training")]
pub(super) fn names(said: &Said<'_>, asked: Option<Slot>, facts: &Facts) -> Vec<String> {
    let mut names = super::learned::names(said);
    findings::visit(asked, facts, |name| names.push(name.concat()));
    names
}

/// What the words and the findings weigh.
struct Verdict<'s, 'a> {
    said: &'s Said<'a>,
    scores: [f32; OUTPUTS],
    /// Each feature of the words, once, and the word it begins at.
    features: Vec<(u64, usize)>,
}

impl<'s, 'a> Verdict<'s, 'a> {
    fn on(said: &'s Said<'a>, asked: Option<Slot>, facts: &Facts) -> Self {
        let mut sums = Sums::default();
        let mut features = Vec::with_capacity(said.len() * A_WORD);
        let mut known: HashSet<u64, ByWord> =
            HashSet::with_capacity_and_hasher(said.len() * A_WORD, ByWord::default());
        each(said, |feature, at| {
            if known.insert(feature) {
                sums.add(&TABLE, feature);
                features.push((feature, at));
            }
        });
        findings::each(asked, facts, |feature| sums.add(&TABLE, feature));
        Self {
            said,
            scores: TABLE.scores(&sums),
            features,
        }
    }

    /// An answer that the arbiter must not give, if it was not found.
    fn rule_out<T: Copy + PartialEq>(&mut self, question: &Question<T>, answer: T, found: Option<&Found<T>>) {
        if found.is_none_or(|found| found.value != answer) {
            self.scores[question.first + question.column(Some(answer))] = f32::NEG_INFINITY;
        }
    }

    /// The answer that weighs so much more than the given one that it replaces it.
    fn answer<T: Copy + PartialEq>(&self, question: &Question<T>, given: Option<T>) -> Option<Option<T>> {
        let scores = &self.scores[question.columns()];
        let best = (1..scores.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best });
        let given = question.column(given);
        (scores[best] > scores[given] + question.margin).then(|| question.answers[best].1)
    }

    fn settle<T: Copy + PartialEq>(&mut self, question: &Question<T>, found: &mut Option<Found<T>>) {
        let given = found.as_ref().map(|found| found.value);
        if let Some(value) = self.answer(question, given) {
            *found = value.map(|value| Found {
                value,
                words: self.words(question.first + question.column(Some(value))),
                rule: "learned".to_owned(),
            });
        }
    }

    /// The words of the clause that speaks most for an answer, from the first that does to the last.
    fn words(&self, output: usize) -> String {
        let mut by_word = vec![0; self.said.len()];
        for (feature, at) in &self.features {
            by_word[*at] += TABLE.weight(*feature, output);
        }
        let clause = (0..self.said.len())
            .map(|i| self.said.clause_range(i))
            .max_by_key(|clause| by_word[clause.clone()].iter().sum::<i32>())
            .unwrap_or_default();
        let mut speaking = clause.clone().filter(|i| by_word[*i] > 0);
        let first = speaking.next().unwrap_or(clause.start);
        let last = speaking.next_back().unwrap_or(first);
        self.said.words(first..last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;
    use crate::facts::{Context, UnloadingStatus};

    fn facts(asked: Slot, text: &str) -> Facts {
        let now = "2026-03-04T14:05:00-06:00[-06:00]"
            .parse()
            .expect("a fixed instant");
        extract(text, &Context::new(&[asked], &now)).facts
    }

    #[test]
    fn what_no_rule_knows_is_heard() {
        let heard = facts(
            Slot::Unloading,
            "two guys with pallet jacks are walking it off the trailer",
        );
        let unloading = heard.unloading_status.expect("found");
        assert_eq!(
            (unloading.value, unloading.rule.as_str()),
            (UnloadingStatus::Unloading, "learned")
        );
        assert!(unloading.words.contains("pallet"), "{}", unloading.words);
    }

    #[test]
    fn who_says_when_he_arrives_is_not_there() {
        for text in [
            "two guys with pallet jacks will walk it off the trailer i'll be at the receiver in two hours",
            "handed the guard my paperwork i'll be at the receiver in two hours",
        ] {
            let heard = facts(Slot::Eta, text);
            assert!(heard.eta.is_some(), "{text}");
            assert!(
                heard.driver_status.is_none_or(|status| status.rule != "learned"),
                "{text}"
            );
        }
    }

    #[test]
    fn emergencies_read_backs_and_long_speeches_are_left_to_the_rules() {
        let crew = "two guys with pallet jacks are walking it off the trailer ";
        for (asked, text) in [
            (Slot::Safety, crew.to_owned()),
            (Slot::Confirm, crew.to_owned()),
            (Slot::Unloading, format!("{crew} and i hit a car")),
            (Slot::Unloading, crew.repeat(LONGEST)),
        ] {
            let heard = facts(asked, &text);
            let learned = heard.unloading_status.filter(|status| status.rule == "learned");
            assert!(learned.is_none(), "{text}");
        }
    }
}
