//! What all runs showed, and the medians of it.

use std::collections::BTreeMap;

use super::server::Server;
use crate::load::{Measured, median, percentile};

/// A number that a run yields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// CPU of the server per turn.
    CpuPerTurn,
    /// CPU of the server per call opened and greeted.
    CpuPerHandshake,
    /// Resident bytes per call before any turn.
    IdleCall,
    /// Resident bytes per call after its turns.
    CallAfter,
    /// Request to first chunk, a share of the turns.
    First(Share),
    /// Request to completion, a share of the turns.
    Done(Share),
}

/// Which of the sorted turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Half are faster.
    P50,
    /// Nine of ten are faster.
    P90,
    /// All but one in a hundred are faster.
    P99,
}

impl Figure {
    fn of(self, run: &Measured) -> Option<f64> {
        let at = |times: &[f64], share| {
            let share = match share {
                Share::P50 => 0.5,
                Share::P90 => 0.9,
                Share::P99 => 0.99,
            };
            percentile(times, share)
        };
        match self {
            Self::CpuPerTurn => run.cpu_us_per_turn,
            Self::CpuPerHandshake => run.cpu_us_per_handshake,
            Self::IdleCall => run.bytes_per_idle_call,
            Self::CallAfter => run.bytes_per_call_after,
            Self::First(share) => at(&run.first_us, share),
            Self::Done(share) => at(&run.done_us, share),
        }
    }
}

/// All runs, by scenario and server.
#[derive(Debug, Default)]
pub struct Results {
    runs: BTreeMap<(&'static str, Server), Vec<Measured>>,
}

impl Results {
    /// Adds one run.
    pub fn add(&mut self, scenario: &'static str, server: Server, run: Measured) {
        self.runs.entry((scenario, server)).or_default().push(run);
    }

    /// The median over the runs of a scenario.
    #[must_use]
    pub fn median(&self, scenario: &str, server: Server, figure: Figure) -> Option<f64> {
        median(self.of(scenario, server).iter().filter_map(|run| figure.of(run)))
    }

    /// One server's median divided by another's.
    #[must_use]
    pub fn ratio(&self, scenario: &str, figure: Figure, server: Server, to: Server) -> Option<f64> {
        Some(self.median(scenario, server, figure)? / self.median(scenario, to, figure)?)
    }

    /// The runs of one server.
    #[must_use]
    pub fn of(&self, scenario: &str, server: Server) -> &[Measured] {
        self.runs
            .iter()
            .find(|((name, of), _)| *name == scenario && *of == server)
            .map_or(&[], |(_, runs)| runs)
    }

    /// Every run with its name.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, Server, &Measured)> {
        self.runs
            .iter()
            .flat_map(|(&(scenario, server), runs)| runs.iter().map(move |run| (scenario, server, run)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_ratios() {
        let mut results = Results::default();
        for cpu in [30.0, 10.0, 20.0] {
            let run = |cpu| Measured {
                cpu_us_per_turn: Some(cpu),
                first_us: vec![1.0, 2.0, 3.0, 4.0],
                ..Measured::default()
            };
            results.add("a", Server::Raw, run(cpu));
            results.add("a", Server::Engine, run(cpu * 1.5));
        }
        let cpu = Figure::CpuPerTurn;
        assert_eq!(results.median("a", Server::Raw, cpu), Some(20.0));
        assert_eq!(results.ratio("a", cpu, Server::Engine, Server::Raw), Some(1.5));
        assert_eq!(
            results.median("a", Server::Raw, Figure::First(Share::P50)),
            Some(2.0)
        );
        assert_eq!(
            results.median("a", Server::Raw, Figure::Done(Share::P50)),
            None,
            "nothing was measured"
        );
        assert_eq!(results.median("b", Server::Raw, cpu), None, "no such scenario");
    }
}
