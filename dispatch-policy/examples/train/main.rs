//! Trains the second reader of emergencies on the sentences of `training/` and writes its table of weights.
//!
//! ```text
//! cargo run --release -p dispatch-policy --features training --example train [-- --check]
//! ```
//!
//! With `--check` nothing is written: it fails if the committed table is not what the sentences give. The result depends
//! on nothing but the sentences and the crate: only additions, multiplications, divisions and square roots are used.
#![expect(clippy::print_stdout, reason = "a program's report")]

mod corpus;
mod svm;
mod table;

use std::path::Path;
use std::process::ExitCode;

use corpus::{Corpus, Sentence};
use svm::{Cost, Model};

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

fn main() -> ExitCode {
    let check = std::env::args().any(|arg| arg == "--check");
    match run(check) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(check: bool) -> Result<String, String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = Corpus::read(&package.join("training"))?;
    let threshold = threshold(&corpus);
    let outputs: Vec<Model> = std::iter::once(trained(&corpus, &EMERGENCY, |s| Some(s.emergency)))
        .chain(
            corpus::KINDS
                .iter()
                .map(|kind| trained(&corpus, &SORT, |s| s.kind.as_ref().map(|of| of == kind))),
        )
        .chain(std::iter::once(trained(&corpus, &SORT, |s| s.immediate)))
        .collect();
    let text = table::render(&corpus.names, &outputs, threshold);
    let path = package.join("src/extract/emergency/learned/weights.txt");
    let size = text.len();
    if check {
        let committed = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        if committed != text {
            return Err(
                "the committed weights are not those of the sentences: run `cargo xtask train`".to_owned(),
            );
        }
    } else {
        std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(format!(
        "{} sentences, {} features, {size} bytes",
        corpus.sentences.len(),
        corpus.names.len()
    ))
}

/// A model of those sentences of which `label` says something.
fn trained(corpus: &Corpus, cost: &Cost, label: impl Fn(&Sentence) -> Option<bool>) -> Model {
    let examples: Vec<(&[u32], bool)> = corpus
        .sentences
        .iter()
        .filter_map(|s| Some((s.features.as_slice(), label(s)?)))
        .collect();
    Model::train(&examples, corpus.names.len(), cost)
}

/// The score that few enough everyday sentences reach when the model has not seen them.
fn threshold(corpus: &Corpus) -> f64 {
    let mut everyday = Vec::new();
    let mut emergencies = Vec::new();
    for fold in 0..FOLDS {
        let held_out = |n: usize| n % FOLDS == fold;
        let examples: Vec<(&[u32], bool)> = corpus
            .sentences
            .iter()
            .enumerate()
            .filter(|(n, _)| !held_out(*n))
            .map(|(_, s)| (s.features.as_slice(), s.emergency))
            .collect();
        let model = Model::train(&examples, corpus.names.len(), &EMERGENCY);
        for (_, s) in corpus.sentences.iter().enumerate().filter(|(n, _)| held_out(*n)) {
            let score = model.score(&s.features);
            if s.emergency {
                emergencies.push(score)
            } else {
                everyday.push(score)
            }
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
            "held out: threshold {:.3}: {per_thousand} in 1,000 everyday sentences, {:.1} % of emergencies",
            at(per_thousand),
            100.0 * found as f64 / emergencies.len() as f64
        );
    }
    at(FALSE_ALARMS_PER_THOUSAND)
}
