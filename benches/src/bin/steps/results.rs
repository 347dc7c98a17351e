//! What criterion has written down, and the medians of it over all rounds.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde::{Deserialize, de::DeserializeOwned};

/// How the name of a floor begins.
pub(crate) const FLOOR: &str = "floor: ";

/// A function of a criterion group.
#[derive(Debug)]
pub(crate) struct Step {
    /// What the steps of its table are about.
    pub(crate) about: &'static str,
    /// What is done.
    pub(crate) group: String,
    /// Who does it.
    pub(crate) function: String,
    /// Nanoseconds, the median of each round.
    rounds: Vec<f64>,
}

impl Step {
    pub(crate) fn is_floor(&self) -> bool {
        self.function.starts_with(FLOOR)
    }

    /// Microseconds, the median of all rounds.
    pub(crate) fn median_us(&self) -> f64 {
        let mut rounds = self.rounds.clone();
        rounds.sort_by(f64::total_cmp);
        let half = rounds.len() / 2;
        let median = if rounds.len().is_multiple_of(2) {
            f64::midpoint(rounds[half - 1], rounds[half])
        } else {
            rounds[half]
        };
        median / 1e3
    }
}

/// All steps, in the order they were measured first.
#[derive(Debug, Default)]
pub(crate) struct Results {
    steps: Vec<Step>,
}

/// The part of criterion's `benchmark.json` that is used.
#[derive(Deserialize)]
struct Benchmark {
    group_id: String,
    function_id: Option<String>,
}

/// The part of criterion's `estimates.json` that is used.
#[derive(Deserialize)]
struct Estimates {
    median: Median,
}

#[derive(Deserialize)]
struct Median {
    point_estimate: f64,
}

impl Results {
    /// Adds what criterion wrote to this folder in one round.
    pub(crate) fn add(&mut self, about: &'static str, folder: &Path) -> io::Result<()> {
        let mut found = Vec::new();
        find(folder, &mut found)?;
        found.sort();
        for (_, folder) in found {
            let Benchmark {
                group_id,
                function_id,
            } = read(&folder.join("benchmark.json"))?;
            let Estimates { median } = read(&folder.join("estimates.json"))?;
            let function = function_id.unwrap_or_default();
            let known = self.position(&group_id, &function).unwrap_or_else(|| {
                self.steps.push(Step {
                    about,
                    group: group_id,
                    function,
                    rounds: Vec::new(),
                });
                self.steps.len() - 1
            });
            self.steps[known].rounds.push(median.point_estimate);
        }
        Ok(())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The steps of one table, without the floors.
    pub(crate) fn about<'a>(&'a self, about: &'a str) -> impl Iterator<Item = &'a Step> {
        self.steps
            .iter()
            .filter(move |step| step.about == about && !step.is_floor())
    }

    /// The floor of a group.
    pub(crate) fn floor(&self, group: &str) -> Option<&Step> {
        self.steps
            .iter()
            .find(|step| step.group == group && step.is_floor())
    }

    /// A step by its names.
    pub(crate) fn step(&self, group: &str, function: &str) -> Option<&Step> {
        Some(&self.steps[self.position(group, function)?])
    }

    fn position(&self, group: &str, function: &str) -> Option<usize> {
        self.steps
            .iter()
            .position(|step| step.group == group && step.function == function)
    }
}

/// The folders with a step's newest estimates, and when they were written.
fn find(folder: &Path, found: &mut Vec<(SystemTime, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let estimates = entry.path().join("estimates.json");
        if entry.file_name() == "new" && estimates.exists() {
            found.push((fs::metadata(estimates)?.modified()?, entry.path()));
        } else if entry.file_type()?.is_dir() {
            find(&entry.path(), found)?;
        }
    }
    Ok(())
}

fn read<T: DeserializeOwned>(file: &Path) -> io::Result<T> {
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn criterions_files_become_steps() {
        let mut results = Results::default();
        for (floor, step) in [(1_000.0, 9_000.0), (3_000.0, 2_000.0), (2_000.0, 4_000.0)] {
            let folder = tempfile::tempdir().expect("a folder");
            for (function, median) in [("floor: copy", floor), ("ours", step)] {
                let new = folder.path().join("a group").join(function).join("new");
                fs::create_dir_all(&new).expect("a folder");
                let benchmark =
                    format!(r#"{{"group_id":"a group","function_id":"{function}","value_str":null}}"#);
                fs::write(new.join("benchmark.json"), benchmark).expect("a file");
                let estimates = format!(r#"{{"mean":{{}},"median":{{"point_estimate":{median:?}}}}}"#);
                fs::write(new.join("estimates.json"), estimates).expect("a file");
            }
            results
                .add("a crate", folder.path())
                .expect("files that can be read");
        }
        let ours: Vec<&Step> = results.about("a crate").collect();
        assert_eq!(
            ours.len(),
            1,
            "a step is one over all rounds, a floor is none: {results:?}"
        );
        assert!((ours[0].median_us() - 4.0).abs() < 1e-9, "{results:?}");
        let floor = results.floor("a group").expect("the floor");
        assert!((floor.median_us() - 2.0).abs() < 1e-9, "{results:?}");
        assert!(results.step("a group", "theirs").is_none());
        assert!(results.about("another").next().is_none());
    }
}
