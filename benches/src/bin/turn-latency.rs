//! Plays Retell against several servers in turn and writes down what each used.
//!
//! `cargo xtask bench turn-latency` builds everything and calls this.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    process::ExitCode,
};

use benches::{
    compare::{
        results::Results,
        scenario::{self, Scenario},
        server::{self, Places, Server},
        tables,
    },
    load::{self, Pace, Plan},
    program::Program,
    report::{self, Options, Part, Setting},
};
use clap::Parser;

#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    options: Options,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match compare(Cli::parse().options).await {
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
    options.check_names(&Server::ALL.map(Server::key))?;
    let servers: Vec<Server> = Server::ALL
        .into_iter()
        .filter(|server| !options.leave_out.iter().any(|name| name == server.key()))
        .collect();
    let scenarios: Vec<Scenario> = scenario::all(options.smoke)
        .into_iter()
        .filter(|scenario| options.wants(scenario.name))
        .collect();
    if scenarios.is_empty() {
        eprintln!("no scenario has that in its name; nothing is written");
        return Ok(0);
    }
    let mut results = Results::default();
    for round in 0..options.rounds {
        let mut order = servers.clone();
        if round % 2 == 1 {
            order.reverse();
        }
        one_round(round, &order, &scenarios, &places, &mut results).await?;
    }
    let setting = Setting::here(Part::TurnLatency, &options, versions(&places, &servers));
    let fragment = tables::fragment(setting, &scenarios, &servers, &results);
    report::publish(&options.out, &fragment)?;
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
                let own = server::start(server, places).await?;
                let measured = play(&scenario.plan, &own).await;
                own.stop().await;
                measured
            } else {
                let own = match running.entry(server) {
                    Entry::Occupied(entry) => entry.into_mut(),
                    Entry::Vacant(entry) => {
                        let started = server::start(server, places).await?;
                        // What is loaded, compiled and allocated by the first calls is not charged to a scenario.
                        play(&Plan::closed(10, 20).words(), &started).await;
                        entry.insert(started)
                    }
                };
                match scenario.plan.pace {
                    Pace::Closed => steadily(&scenario.plan, own).await,
                    // These are played for their latency, which has turns enough.
                    Pace::Every(_) | Pace::Arriving { .. } => play(&scenario.plan, own).await,
                }
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

async fn play(plan: &Plan, server: &Program) -> load::Measured {
    load::run(against(server, plan), server.pid).await
}

async fn steadily(plan: &Plan, server: &Program) -> load::Measured {
    load::run_steady(against(server, plan), server.pid).await
}

fn against(server: &Program, plan: &Plan) -> Plan {
    Plan {
        url: format!("ws://{}/llm-websocket", server.address),
        ..plan.clone()
    }
}

/// Of what is compared, as far as it takes part.
fn versions(places: &Places, servers: &[Server]) -> Vec<String> {
    let mut versions = report::locked(&["axum", "fastwebsockets", "tokio", "tokio-tungstenite"]);
    if servers.contains(&Server::Node) {
        versions.extend(report::output("node", ["--version"]).map(|version| format!("node {version}")));
        versions.extend(report::pinned(&places.peers.join("node/package.json")));
    }
    if servers.contains(&Server::Python) {
        versions.extend(report::output(&places.python, ["--version"]));
        versions.extend(report::pinned(&places.peers.join("python/requirements.txt")));
    }
    versions
}
