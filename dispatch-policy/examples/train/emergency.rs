//! The second reader of emergencies: whether it is one, of which kind, and whether a life is at risk.

use std::path::Path;

use dispatch_policy::extract::features_of_emergency;
use serde::Deserialize;

use super::corpus::{self, Corpus};
use super::svm::{Cost, Model};
use super::table::{self, Trained};

/// The kinds in the order of the table's columns.
const KINDS: [&str; 4] = ["Accident", "Breakdown", "Medical", "Other"];

/// Both errors weigh the same; how many alarms may be false is a matter of the threshold.
const EMERGENCY: Cost = Cost {
    missed: 0.3,
    false_alarm: 0.3,
};

/// Of which kind it is, and how grave: both errors weigh the same.
const SORT: Cost = Cost {
    missed: 0.05,
    false_alarm: 0.05,
};

/// Of a thousand everyday sentences that were held out, this many may weigh more than the threshold.
const FALSE_ALARMS_PER_THOUSAND: usize = 10;

const FOLDS: usize = 5;

/// A line of `emergencies.jsonl` and `everyday.jsonl`.
#[derive(Deserialize)]
struct Line {
    text: String,
    kind: Option<String>,
    tier: Option<String>,
}

struct Sentence<'a> {
    emergency: bool,
    line: &'a Line,
    features: &'a [u32],
}

pub(crate) fn train(training: &Path) -> Result<Trained, String> {
    let emergencies: Vec<Line> = corpus::read(&training.join("emergencies.jsonl"))?;
    let everyday: Vec<Line> = corpus::read(&training.join("everyday.jsonl"))?;
    let lines = || emergencies.iter().chain(&everyday);
    let corpus = Corpus::of(lines().map(|line| features_of_emergency(&line.text)));
    let sentences: Vec<Sentence<'_>> = lines()
        .zip(&corpus.sentences)
        .enumerate()
        .map(|(n, (line, features))| Sentence {
            emergency: n < emergencies.len(),
            line,
            features,
        })
        .collect();
    let features = corpus.names.len();
    let threshold = threshold(&sentences, features);
    let learn = |cost: &Cost, label: &dyn Fn(&Sentence<'_>) -> Option<bool>| {
        let examples: Vec<(&[u32], bool)> = sentences
            .iter()
            .filter_map(|s| Some((s.features, label(s)?)))
            .collect();
        Model::train(&examples, features, cost)
    };
    let mut is_one = learn(&EMERGENCY, &|s| Some(s.emergency));
    is_one.bias -= threshold;
    let mut outputs = vec![is_one];
    for kind in KINDS {
        outputs.push(learn(&SORT, &|s| s.line.kind.as_ref().map(|of| of == kind)));
    }
    outputs.push(learn(&SORT, &|s| {
        s.line.tier.as_ref().map(|tier| tier == "immediate")
    }));
    Ok(Trained {
        text: table::render(
            "a feature, its weight for an emergency, the four kinds, a life at risk",
            &corpus.names,
            &outputs,
            0.0,
        ),
        said: format!("{} sentences, {features} features", sentences.len()),
    })
}

/// The score that few enough everyday sentences reach when the model has not seen them.
fn threshold(sentences: &[Sentence<'_>], features: usize) -> f64 {
    let mut everyday = Vec::new();
    let mut emergencies = Vec::new();
    for fold in 0..FOLDS {
        let (held_out, learned): (Vec<_>, Vec<_>) =
            sentences.iter().enumerate().partition(|(n, _)| n % FOLDS == fold);
        let examples: Vec<(&[u32], bool)> = learned.iter().map(|(_, s)| (s.features, s.emergency)).collect();
        let model = Model::train(&examples, features, &EMERGENCY);
        for (_, s) in held_out {
            let scores = if s.emergency {
                &mut emergencies
            } else {
                &mut everyday
            };
            scores.push(model.score(s.features));
        }
    }
    everyday.sort_by(|a, b| b.total_cmp(a));
    let at = |per_thousand: usize| everyday[everyday.len() * per_thousand / 1000];
    for per_thousand in [1, 2, 4, 6, 8, 10, 15, 20, 40] {
        let found = emergencies
            .iter()
            .filter(|score| **score > at(per_thousand))
            .count();
        println!(
            "emergencies held out: threshold {:.3}: {per_thousand} in 1,000 everyday sentences, {:.1} % of emergencies",
            at(per_thousand),
            100.0 * found as f64 / emergencies.len() as f64
        );
    }
    at(FALSE_ALARMS_PER_THOUSAND)
}
