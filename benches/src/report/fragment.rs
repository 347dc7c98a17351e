//! What one part of the comparison found.

use serde::{Deserialize, Serialize};

use super::{goal::Goal, setting::Setting};

/// A part of the comparison; each has a program, a file of results and a section of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Turns of calls against the servers one would write otherwise.
    TurnLatency,
    /// REST requests and webhooks against the official SDKs.
    Sdks,
    /// The whole application under many calls.
    System,
    /// Single steps, each beside its floor.
    Steps,
}

impl Part {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::TurnLatency, Self::Sdks, Self::System, Self::Steps];

    /// Its name in commands and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TurnLatency => "turn-latency",
            Self::Sdks => "sdks",
            Self::System => "system",
            Self::Steps => "steps",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::TurnLatency => "Turn latency",
            Self::Sdks => "REST client and webhooks",
            Self::System => "The whole application",
            Self::Steps => "Single steps",
        }
    }
}

/// The results of a part, as they stand in `results/<part>.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fragment {
    /// Which part.
    pub part: Part,
    /// Where, when and how it was measured.
    pub setting: Setting,
    /// What was aimed at.
    pub goals: Vec<Goal>,
    /// What was found, in sentences.
    pub findings: Vec<String>,
    /// What was found, in figures.
    pub tables: Vec<Table>,
    /// The figures to draw: a group of bars for each row, a bar for the first value of each cell.
    pub chart: Option<Table>,
}

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Its heading; a chart's title.
    pub title: String,
    /// The unit, and how to read it.
    pub note: String,
    /// Heads of the columns, without the first, which names the rows.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is about.
    pub name: String,
    /// A cell for each column; `None` where nothing was measured.
    pub cells: Vec<Option<Cell>>,
}

/// Figures that are read together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// One figure, or several shares of one measurement such as p50, p90 and p99.
    pub values: Vec<f64>,
    /// The first value divided by its denominator.
    pub ratio: Option<f64>,
}

impl Cell {
    /// A single figure.
    #[must_use]
    pub fn of(value: f64) -> Self {
        Self {
            values: vec![value],
            ratio: None,
        }
    }
}
