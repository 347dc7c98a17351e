//! The sentences, as numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::de::DeserializeOwned;

/// The lines of a file in `training/`.
pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    text.lines()
        .enumerate()
        .map(|(n, line)| serde_json::from_str(line).map_err(|e| format!("{}:{}: {e}", path.display(), n + 1)))
        .collect()
}

/// Sentences by what is seen of them.
pub(crate) struct Corpus {
    /// Of each feature.
    pub(crate) names: Vec<String>,
    /// Which features each sentence has.
    pub(crate) sentences: Vec<Vec<u32>>,
}

impl Corpus {
    /// Numbers the features that sentences are seen to have.
    pub(crate) fn of(seen: impl Iterator<Item = Vec<String>>) -> Self {
        let seen: Vec<BTreeSet<String>> = seen.map(|names| names.into_iter().collect()).collect();
        // What only a few sentences have says little of others.
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for name in seen.iter().flatten() {
            *counts.entry(name).or_default() += 1;
        }
        counts.retain(|_, count| *count > 2);
        let number: BTreeMap<&str, u32> = counts.keys().zip(0..).map(|(name, n)| (*name, n)).collect();
        let sentences = seen
            .iter()
            .map(|seen| {
                seen.iter()
                    .filter_map(|name| number.get(name.as_str()).copied())
                    .collect()
            })
            .collect();
        Self {
            names: counts.keys().map(|name| (*name).to_owned()).collect(),
            sentences,
        }
    }
}
