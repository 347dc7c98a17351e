//! Measures single steps with criterion, each beside its floor, and writes down the medians.
//!
//! `cargo xtask bench steps` builds and calls this; `cargo bench -p benches --bench steps` measures the same steps with
//! criterion's own options and report.

mod goals;
mod groups;
mod results;
mod tables;

use std::{path::Path, process::ExitCode, time::Duration};

use benches::report::{self, Options, Part, Setting};
use clap::Parser;
use criterion::Criterion;

use crate::results::Results;

#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    options: Options,
}

fn main() -> ExitCode {
    match measure(&Cli::parse().options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let mut order: Vec<_> = groups::ALL
        .into_iter()
        .filter(|(about, _)| options.wants(about))
        .collect();
    let mut results = Results::default();
    for _ in 0..options.rounds {
        for (about, measure) in &order {
            let folder = tempfile::tempdir()?;
            measure(&mut criterion(options.smoke, folder.path()), options.smoke);
            results.add(about, folder.path())?;
        }
        order.reverse();
    }
    if results.is_empty() {
        eprintln!("there are no steps of that name");
        return Ok(());
    }
    let versions = report::locked(&["criterion", "csv", "reqwest", "serde_json", "sonic-rs"]);
    // Nobody can be left out here: what this part compares with is part of it.
    let setting = Setting {
        left_out: Vec::new(),
        ..Setting::here(Part::Steps, options, versions)
    };
    Ok(report::publish(
        &options.out,
        &tables::fragment(setting, &results),
    )?)
}

/// Short, since the rounds repeat it: what disturbs a step for a second disturbs one round of it.
fn criterion(smoke: bool, folder: &Path) -> Criterion {
    let (warm_up, measurement, samples) = if smoke { (1, 5, 10) } else { (200, 600, 20) };
    Criterion::default()
        .output_directory(folder)
        .without_plots()
        .warm_up_time(Duration::from_millis(warm_up))
        .measurement_time(Duration::from_millis(measurement))
        .sample_size(samples)
}
