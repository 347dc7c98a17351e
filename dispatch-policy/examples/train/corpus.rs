//! The sentences, as numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use dispatch_policy::extract::features_of_emergency;
use serde::Deserialize;

/// The kinds of emergencies in the order of the table's columns.
pub(crate) const KINDS: [&str; 4] = ["Accident", "Breakdown", "Medical", "Other"];

/// A line of `training/*.jsonl`.
#[derive(Deserialize)]
struct Line {
    text: String,
    kind: Option<String>,
    tier: Option<String>,
}

pub(crate) struct Sentence {
    pub(crate) emergency: bool,
    pub(crate) kind: Option<String>,
    pub(crate) immediate: Option<bool>,
    /// Which features it has.
    pub(crate) features: Vec<u32>,
}

pub(crate) struct Corpus {
    pub(crate) sentences: Vec<Sentence>,
    /// Of each feature.
    pub(crate) names: Vec<String>,
}

impl Corpus {
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let mut lines = Vec::new();
        for (file, emergency) in [("emergencies.jsonl", true), ("everyday.jsonl", false)] {
            let path = folder.join(file);
            let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            for (n, line) in text.lines().enumerate() {
                let line: Line =
                    serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), n + 1))?;
                lines.push((line, emergency));
            }
        }
        let seen: Vec<BTreeSet<String>> = lines
            .iter()
            .map(|(line, _)| features_of_emergency(&line.text).into_iter().collect())
            .collect();
        // What only a few sentences have says little of others.
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for name in seen.iter().flatten() {
            *counts.entry(name).or_default() += 1;
        }
        counts.retain(|_, count| *count > 2);
        let number: BTreeMap<&str, u32> = counts.keys().zip(0..).map(|(name, n)| (*name, n)).collect();
        let names = counts.keys().map(|name| (*name).to_owned()).collect();
        let sentences = lines
            .into_iter()
            .zip(&seen)
            .map(|((line, emergency), seen)| Sentence {
                emergency,
                kind: line.kind,
                immediate: line.tier.map(|tier| tier == "immediate"),
                features: seen
                    .iter()
                    .filter_map(|name| number.get(name.as_str()).copied())
                    .collect(),
            })
            .collect();
        Ok(Self { sentences, names })
    }
}
