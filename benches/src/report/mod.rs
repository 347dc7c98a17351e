//! What the programs of this package write: one JSON file for each part of the comparison, and one page of all of them.

pub mod chart;
mod fragment;
mod goal;
mod page;
mod setting;

use std::path::{Path, PathBuf};

use clap::Args;

pub use self::{
    fragment::{Cell, Fragment, Part, Row, Table},
    goal::{Goal, Unit},
    page::markdown,
    setting::{Setting, locked, output, pinned},
};

/// What every part is told on its command line.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// Interleaved rounds.
    #[arg(long, default_value_t = 3)]
    pub rounds: usize,
    /// Who is not to be measured, by short names.
    #[arg(long, value_delimiter = ',')]
    pub leave_out: Vec<String>,
    /// Only what has this in its name.
    #[arg(long)]
    pub only: Option<String>,
    /// As little as possible: shows that the harness works, not how fast anything is.
    #[arg(long)]
    pub smoke: bool,
    /// Folder for RESULTS.md and `results/`.
    #[arg(long)]
    pub out: PathBuf,
}

impl Options {
    /// Whether something of this name is wanted.
    #[must_use]
    pub fn wants(&self, name: &str) -> bool {
        self.only.as_deref().is_none_or(|part| name.contains(part))
    }

    /// Refuses names that nobody has: a mistyped one would be measured after all.
    ///
    /// # Errors
    ///
    /// A name in `leave_out` that is not in `known`.
    pub fn check_names(&self, known: &[&str]) -> Result<(), String> {
        match self.leave_out.iter().find(|name| !known.contains(&name.as_str())) {
            Some(unknown) => Err(format!(
                "nothing is called {unknown}; there are {}",
                known.join(", ")
            )),
            None => Ok(()),
        }
    }
}

/// Why results could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A file could not be read or written.
    #[error("{}: {source}", file.display())]
    File {
        /// Which one.
        file: PathBuf,
        /// What was wrong.
        source: std::io::Error,
    },
    /// A part's file does not hold a part.
    #[error("{}: {source}", file.display())]
    Json {
        /// Which one.
        file: PathBuf,
        /// What was wrong.
        source: serde_json::Error,
    },
    /// A chart could not be drawn.
    #[error("chart of {0}: {1}")]
    Chart(&'static str, String),
}

/// Writes `results/<part>.json`, its chart, and RESULTS.md anew from all parts that are there.
///
/// # Errors
///
/// When a file cannot be written, or that of another part cannot be read.
pub fn publish(out: &Path, fragment: &Fragment) -> Result<(), WriteError> {
    let folder = out.join("results");
    let failed = |file: &Path| {
        let file = file.to_owned();
        |source| WriteError::File { file, source }
    };
    std::fs::create_dir_all(&folder).map_err(failed(&folder))?;
    let name = fragment.part.name();
    let file = folder.join(name).with_extension("json");
    let mut json = serde_json::to_string_pretty(fragment).map_err(|source| WriteError::Json {
        file: file.clone(),
        source,
    })?;
    json.push('\n');
    std::fs::write(&file, json).map_err(failed(&file))?;
    if let Some(bars) = &fragment.chart {
        chart::draw(&folder.join(name).with_extension("svg"), bars)
            .map_err(|error| WriteError::Chart(name, error.to_string()))?;
    }
    let page = out.join("RESULTS.md");
    std::fs::write(&page, markdown(&read(&folder)?)).map_err(failed(&page))
}

/// The parts that are there, in the order of the page.
fn read(folder: &Path) -> Result<Vec<Fragment>, WriteError> {
    let mut fragments = Vec::new();
    for part in Part::ALL {
        let file = folder.join(part.name()).with_extension("json");
        match std::fs::read(&file) {
            Ok(json) => fragments
                .push(serde_json::from_slice(&json).map_err(|source| WriteError::Json { file, source })?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(source) => return Err(WriteError::File { file, source }),
        }
    }
    Ok(fragments)
}
