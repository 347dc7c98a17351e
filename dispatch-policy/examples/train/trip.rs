//! The arbiter: what is right of what the rules made of the trip.

use std::path::Path;

use dispatch_policy::extract::{NamedQuestion, features_of_trip, questions_of_trip};
use dispatch_policy::slot::Slot;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::corpus::{self, Corpus};
use super::svm::{Cost, Model};
use super::table::{self, Trained};

const COST: Cost = Cost {
    missed: 0.1,
    false_alarm: 0.1,
};

/// Most features say something of one or two answers only.
const FAINT: f64 = 0.15;

const FOLDS: usize = 5;

/// A line of `trip.jsonl`.
#[derive(Deserialize)]
struct Line {
    asked: Option<Slot>,
    text: String,
    /// By question: null is nothing, what is not there is not known, and of a list one is right.
    #[serde(flatten)]
    answers: Map<String, Value>,
}

/// The sentences that say what is right for one question.
struct Examples<'a> {
    question: &'a NamedQuestion,
    features: Vec<&'a [u32]>,
    /// By number of the answer; more than one where it is not known which.
    right: Vec<Vec<usize>>,
}

pub(crate) fn train(training: &Path, held_out: bool) -> Result<Trained, String> {
    let lines: Vec<Line> = corpus::read(&training.join("trip.jsonl"))?;
    let corpus = Corpus::of(lines.iter().map(|line| features_of_trip(&line.text, line.asked)));
    let questions = questions_of_trip();
    let mut outputs = Vec::new();
    for question in &questions {
        let examples = Examples::of(question, &lines, &corpus)?;
        if held_out {
            examples.report(&corpus);
        }
        outputs.extend(examples.models(|_| true, corpus.names.len()));
    }
    Ok(Trained {
        text: table::render(
            "a feature and its weights for the answers of the arbiter",
            &corpus.names,
            &outputs,
            FAINT,
        ),
        said: format!("{} sentences, {} features", lines.len(), corpus.names.len()),
    })
}

impl<'a> Examples<'a> {
    fn of(question: &'a NamedQuestion, lines: &[Line], corpus: &'a Corpus) -> Result<Self, String> {
        let mut examples = Self {
            question,
            features: Vec::new(),
            right: Vec::new(),
        };
        for (line, features) in lines.iter().zip(&corpus.sentences) {
            let Some(answer) = line.answers.get(question.key) else {
                continue;
            };
            let one_of = answer
                .as_array()
                .map_or(std::slice::from_ref(answer), Vec::as_slice);
            let right: Option<Vec<usize>> = one_of
                .iter()
                .map(|answer| answer.as_str().unwrap_or_default())
                .map(|name| question.answers.iter().position(|known| *known == name))
                .collect();
            examples.right.push(
                right.ok_or_else(|| format!("{}: {answer} is no answer to {}", line.text, question.key))?,
            );
            examples.features.push(features);
        }
        Ok(examples)
    }

    /// A model for each answer, from some of the sentences.
    fn models(&self, of: impl Fn(usize) -> bool, features: usize) -> Vec<Model> {
        (0..self.question.answers.len())
            .map(|answer| {
                let examples: Vec<(&[u32], bool)> = (0..self.right.len())
                    .filter(|n| of(*n))
                    .filter_map(|n| match self.right[n].as_slice() {
                        [right] => Some((self.features[n], *right == answer)),
                        open => (!open.contains(&answer)).then_some((self.features[n], false)),
                    })
                    .collect();
                Model::train(&examples, features, &COST)
            })
            .collect()
    }

    /// Says how many sentences that were held out by turns the rules answer rightly, and the arbiter.
    fn report(&self, corpus: &Corpus) {
        let by_rules: Vec<usize> = self.features.iter().map(|f| self.by_rules(f, corpus)).collect();
        let (mut rules, mut arbiter) = (0, 0);
        for fold in 0..FOLDS {
            let models = self.models(|n| n % FOLDS != fold, corpus.names.len());
            for n in (fold..self.right.len()).step_by(FOLDS) {
                let scores: Vec<f64> = models.iter().map(|model| model.score(self.features[n])).collect();
                let given = by_rules[n];
                let best =
                    (1..scores.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best });
                let margin = f64::from(self.question.margin) / 1000.0;
                let chosen = if scores[best] > scores[given] + margin {
                    best
                } else {
                    given
                };
                rules += usize::from(self.right[n].contains(&given));
                arbiter += usize::from(self.right[n].contains(&chosen));
            }
        }
        let share = |count: usize| 100.0 * count as f64 / self.right.len().max(1) as f64;
        println!(
            "{} held out: of {} sentences the rules are right on {:.1} %, the arbiter on {:.1} %",
            self.question.key,
            self.right.len(),
            share(rules),
            share(arbiter)
        );
    }

    /// The number of the answer the rules gave, as the features say.
    fn by_rules(&self, features: &[u32], corpus: &Corpus) -> usize {
        let prefix = format!("{}=", self.question.key);
        features
            .iter()
            .filter_map(|f| corpus.names[*f as usize].strip_prefix(&prefix))
            .find_map(|name| self.question.answers.iter().position(|known| *known == name))
            .unwrap_or_default()
    }
}
