//! Has the REST client, the webhooks and the official SDKs do the same work in turn, and writes down what each used.
//!
//! `cargo xtask bench sdks` builds everything and calls this.

use std::process::ExitCode;

use benches::{
    compare::server::Places,
    report::{self, Options, Part, Setting},
    retell,
    sdks::{
        contestant::{Contestant, Running},
        costs::Costs,
        tables,
        task::{self, Work},
    },
};
use clap::Parser;

#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    options: Options,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match compare(&Cli::parse().options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn compare(options: &Options) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    options.check_names(&Contestant::ALL.map(Contestant::key))?;
    let places = Places::usual()?;
    let url = retell::serve()?;
    let mut contestants = Vec::new();
    for contestant in Contestant::ALL {
        if !options.leave_out.iter().any(|name| name == contestant.key()) {
            contestants.push((contestant, Running::start(contestant, &places, &url)?));
        }
    }
    let taking_part: Vec<Contestant> = contestants.iter().map(|(contestant, _)| *contestant).collect();
    let works: Vec<Work> = task::all(options.smoke)
        .into_iter()
        .filter(|work| options.wants(&work.name))
        .collect();

    let mut costs = Costs::default();
    for round in 0..options.rounds {
        for work in &works {
            for (contestant, running) in &mut contestants {
                if !contestant.does(work.operation) {
                    continue;
                }
                let cpu_us = running.run(work).await?;
                let shown = cpu_us.map_or_else(|| "-".to_owned(), |cpu| format!("{cpu:.1}"));
                eprintln!(
                    "round {} | {} | {}: {shown} µs CPU",
                    round + 1,
                    work.name,
                    contestant.name()
                );
                if let Some(cpu_us) = cpu_us {
                    costs.add(work, *contestant, cpu_us);
                }
            }
        }
        // The next round goes the other way.
        contestants.reverse();
    }

    let setting = Setting::here(Part::Sdks, options, versions(&places, &taking_part));
    report::publish(
        &options.out,
        &tables::fragment(setting, &works, &taking_part, &costs),
    )?;
    Ok(())
}

/// Of what is compared, as far as it takes part.
fn versions(places: &Places, contestants: &[Contestant]) -> Vec<String> {
    let mut versions = report::locked(&["hmac", "reqwest", "serde_json", "sha2", "tokio"]);
    let sdk = |file: &str| {
        let pinned = report::pinned(&places.peers.join(file));
        pinned
            .into_iter()
            .filter(|package| package.starts_with("retell-sdk "))
    };
    if contestants.contains(&Contestant::Node) {
        versions.extend(report::output("node", ["--version"]).map(|version| format!("node {version}")));
        versions.extend(sdk("node/package.json").map(|sdk| format!("{sdk} for Node")));
    }
    if contestants.contains(&Contestant::Python) {
        versions.extend(report::output(&places.python, ["--version"]));
        versions.extend(sdk("python/requirements.txt").map(|sdk| format!("{sdk} for Python")));
    }
    versions
}
