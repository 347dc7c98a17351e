//! What was aimed at, and whether it was reached.

use serde::{Deserialize, Serialize};

/// A goal with what was measured for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// What is compared with what.
    pub what: String,
    /// The largest value that meets it.
    pub at_most: f64,
    /// What was measured; `None` when someone needed for it was left out.
    pub measured: Option<f64>,
    /// What the bare floor reaches on this machine, where that says how near the goal is to what can be had.
    #[serde(default)]
    pub floor: Option<f64>,
    /// How the numbers are to be read.
    pub unit: Unit,
}

/// What a goal's numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// One figure divided by another.
    Times,
    /// Kilobytes (1,000 bytes).
    Kilobytes,
    /// Milliseconds.
    Milliseconds,
    /// Microseconds.
    Microseconds,
    /// An exponent of growth.
    Exponent,
    /// So many of something.
    Count,
}

impl Goal {
    /// Whether it was met; `None` when it was not measured.
    #[must_use]
    pub fn met(&self) -> Option<bool> {
        self.measured.map(|measured| measured <= self.at_most)
    }
}

impl Unit {
    /// The number as it is read.
    #[must_use]
    pub fn show(self, value: f64) -> String {
        match self {
            // Small ratios are read as "one such part".
            Self::Times if value > 0.0 && value < 0.5 => format!("1/{:.1}", 1.0 / value),
            Self::Times | Self::Exponent => format!("{value:.2}"),
            Self::Kilobytes => format!("{value:.1} kB"),
            Self::Milliseconds => format!("{value:.2} ms"),
            Self::Microseconds => format!("{value:.1} µs"),
            Self::Count => format!("{value:.1}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_met_up_to_its_limit() {
        let goal = |measured| Goal {
            what: String::new(),
            at_most: 1.3,
            measured,
            floor: None,
            unit: Unit::Times,
        };
        assert_eq!(goal(Some(1.3)).met(), Some(true));
        assert_eq!(goal(Some(1.31)).met(), Some(false));
        assert_eq!(goal(None).met(), None, "not measured is neither");
        assert_eq!(Unit::Times.show(0.05), "1/20.0");
        assert_eq!(Unit::Times.show(0.96), "0.96");
    }
}
