//! Plays Retell against several servers in turn and writes down what each used.
//!
//! `cargo xtask bench turn-latency` builds everything and calls this.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    path::PathBuf,
    process::ExitCode,
};

use benches::{
    compare::{
        chart,
        report::{self, Setting},
        results::Results,
        scenario::{self, Scenario},
        server::{Places, Running, Server},
    },
    load::{self, Plan},
};
use clap::Parser;

#[derive(Debug, Parser)]
struct Options {
    /// Interleaved rounds.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Servers to leave out, by their short names.
    #[arg(long, value_delimiter = ',')]
    leave_out: Vec<String>,
    /// Only scenarios whose name contains this.
    #[arg(long)]
    only: Option<String>,
    /// A few calls each: shows that the harness works, not how fast anything is.
    #[arg(long)]
    smoke: bool,
    /// Folder for RESULTS.md and turn-latency.svg.
    #[arg(long)]
    out: PathBuf,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match compare(Options::parse()).await {
        Ok(0) => ExitCode::SUCCESS,
        Ok(errors) => {
            eprintln!("{errors} calls failed");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

async fn compare(options: Options) -> Result<usize, Failure> {
    let places = Places::usual()?;
    let keys: Vec<&str> = Server::ALL.iter().map(|server| server.key()).collect();
    if let Some(unknown) = options
        .leave_out
        .iter()
        .find(|name| !keys.contains(&name.as_str()))
    {
        return Err(format!("no server is called {unknown}; there are {}", keys.join(", ")).into());
    }
    let servers: Vec<Server> = Server::ALL
        .into_iter()
        .filter(|server| !options.leave_out.iter().any(|name| name == server.key()))
        .collect();
    let scenarios: Vec<Scenario> = scenario::all(options.smoke)
        .into_iter()
        .filter(|scenario| {
            options
                .only
                .as_ref()
                .is_none_or(|part| scenario.name.contains(part.as_str()))
        })
        .collect();
    let mut results = Results::default();
    for round in 0..options.rounds {
        let mut order = servers.clone();
        if round % 2 == 1 {
            order.reverse();
        }
        one_round(round, &order, &scenarios, &places, &mut results).await?;
    }
    let setting = Setting {
        machine: machine(),
        versions: versions(&places),
        command: command(),
        rounds: options.rounds,
        left_out: options.leave_out.clone(),
    };
    std::fs::create_dir_all(&options.out)?;
    let page = report::markdown(&setting, &scenarios, &servers, &results);
    std::fs::write(options.out.join("RESULTS.md"), page)?;
    chart::draw(&options.out.join("turn-latency.svg"), &servers, &results)?;
    Ok(results.all().map(|(_, _, run)| run.errors.len()).sum())
}

async fn one_round(
    round: usize,
    servers: &[Server],
    scenarios: &[Scenario],
    places: &Places,
    results: &mut Results,
) -> Result<(), Failure> {
    // Memory needs servers of its own, so the long-lived ones are not started for it.
    let mut running = BTreeMap::new();
    for scenario in scenarios {
        for &server in servers.iter().filter(|server| scenario.servers.contains(server)) {
            let measured = if scenario.fresh {
                let own = Running::start(server, places).await?;
                let measured = play(&scenario.plan, &own).await;
                own.stop().await;
                measured
            } else {
                let own = match running.entry(server) {
                    Entry::Occupied(entry) => entry.into_mut(),
                    Entry::Vacant(entry) => {
                        let started = Running::start(server, places).await?;
                        // What is loaded, compiled and allocated by the first calls is not charged to a scenario.
                        play(&Plan::closed(10, 20).words(), &started).await;
                        entry.insert(started)
                    }
                };
                play(&scenario.plan, own).await
            };
            eprintln!(
                "round {} | {} | {}: {} µs CPU per turn, {} errors",
                round + 1,
                scenario.name,
                server.name(),
                measured
                    .cpu_us_per_turn
                    .map_or_else(|| "-".to_owned(), |cpu| format!("{cpu:.1}")),
                measured.errors.len()
            );
            if let Some(error) = measured.errors.first() {
                eprintln!("  {error}");
            }
            results.add(scenario.name, server, measured);
        }
    }
    for (_, server) in running {
        server.stop().await;
    }
    Ok(())
}

async fn play(plan: &Plan, server: &Running) -> load::Measured {
    let plan = Plan {
        url: server.url.clone(),
        ..plan.clone()
    };
    load::run(plan, server.pid).await
}

/// Processor, cores, memory and kernel, as far as Linux says.
fn machine() -> String {
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let field = |text: &str, name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(|rest| rest.trim_start_matches([' ', '\t', ':']).trim().to_owned())
    };
    let model = field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "unknown processor".into());
    let memory = field(&read("/proc/meminfo"), "MemTotal").unwrap_or_else(|| "unknown".into());
    let kernel = read("/proc/sys/kernel/osrelease");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "{cores} cores of {model}; memory {memory}; Linux {}",
        kernel.trim()
    )
}

fn versions(places: &Places) -> Vec<String> {
    let ask = |program: &std::ffi::OsStr, args: &[&str]| {
        let output = std::process::Command::new(program).args(args).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        (output.status.success() && !text.is_empty()).then_some(text)
    };
    [
        ask("rustc".as_ref(), &["--version"]),
        ask("node".as_ref(), &["--version"]).map(|version| format!("node {version}")),
        ask(places.python.as_os_str(), &["--version"]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What was typed, without the folders of this machine.
fn command() -> String {
    let mut arguments = std::env::args().skip(1);
    let mut shown = vec!["cargo xtask bench turn-latency --".to_owned()];
    while let Some(argument) = arguments.next() {
        if argument == "--out" {
            arguments.next();
        } else {
            shown.push(argument);
        }
    }
    shown.join(" ").trim_end_matches(" --").to_owned()
}
