//! What all runs showed, and the medians of it.

use super::{contestant::Contestant, task::Work};
use crate::load::median;

/// CPU microseconds, by work and contestant.
#[derive(Debug, Default)]
pub struct Costs {
    runs: Vec<(String, Contestant, f64)>,
}

impl Costs {
    /// Adds one run.
    pub fn add(&mut self, work: &Work, contestant: Contestant, cpu_us: f64) {
        self.runs.push((work.name.clone(), contestant, cpu_us));
    }

    /// The median of the runs.
    #[must_use]
    pub fn median(&self, work: &Work, contestant: Contestant) -> Option<f64> {
        let of = self
            .runs
            .iter()
            .filter(|(name, by, _)| *name == work.name && *by == contestant);
        median(of.map(|(_, _, cpu_us)| *cpu_us))
    }

    /// One median divided by another.
    #[must_use]
    pub fn ratio(&self, of: (&Work, Contestant), to: (&Work, Contestant)) -> Option<f64> {
        Some(self.median(of.0, of.1)? / self.median(to.0, to.1)?)
    }
}
