//! The results as a part of the page.

use super::{
    goals,
    results::{Figure, Results, Share},
    scenario::Scenario,
    server::Server,
};
use crate::report::{Cell, Fragment, Part, Row, Setting, Table};

/// What is drawn.
const CHARTED: [&str; 4] = [
    "50 calls",
    "50 calls, words",
    "200 utterances, words",
    "1,000 utterances, words",
];

/// The whole part.
#[must_use]
pub fn fragment(setting: Setting, scenarios: &[Scenario], servers: &[Server], results: &Results) -> Fragment {
    let turns: Vec<&str> = scenarios
        .iter()
        .filter(|scenario| scenario.plan.turns > 1)
        .map(|scenario| scenario.name)
        .collect();
    let by_server = |title: &str, note: &str, names: &[&str], cell: &dyn Fn(&str, Server) -> Option<Cell>| {
        let row = |name: &&str| Row {
            name: (*name).to_owned(),
            cells: servers.iter().map(|&server| cell(name, server)).collect(),
        };
        Table {
            title: title.to_owned(),
            note: note.to_owned(),
            columns: servers.iter().map(|server| server.name().to_owned()).collect(),
            rows: names.iter().map(row).collect(),
        }
    };
    let cpu = |scenario: &str, server| {
        Some(Cell {
            values: vec![results.median(scenario, server, Figure::CpuPerTurn)?],
            ratio: results.ratio(scenario, Figure::CpuPerTurn, server, Server::Raw),
        })
    };
    let latency = |scenario: &str, server| {
        let at = |share| Some(results.median(scenario, server, Figure::Done(share))? / 1e3);
        Some(Cell {
            values: vec![at(Share::P50)?, at(Share::P90)?, at(Share::P99)?],
            ratio: None,
        })
    };
    Fragment {
        part: Part::TurnLatency,
        setting,
        goals: goals::all(results),
        findings: findings(results),
        tables: vec![
            by_server(
                "CPU of the server per turn",
                "Microseconds, updates included, and the handshakes where calls arrive; in brackets the ratio to raw \
                 tungstenite.",
                &turns,
                &cpu,
            ),
            by_server(
                "Latency of a turn",
                "Milliseconds from request to completion, p50 / p90 / p99. In a closed loop of many calls this is waiting \
                 in line; the paced and arriving rows are response times.",
                &turns,
                &latency,
            ),
            memory(servers, results),
        ],
        chart: Some(by_server(
            "CPU of the server per turn, microseconds",
            "",
            &CHARTED,
            &cpu,
        )),
    }
}

fn findings(results: &Results) -> Vec<String> {
    let busiest = results
        .all()
        .filter_map(|(_, _, run)| run.others_busy)
        .fold(0.0, f64::max);
    let errors: usize = results.all().map(|(_, _, run)| run.errors.len()).sum();
    vec![
        "Servers take turns within a round, and the order is turned round in every other.".to_owned(),
        format!("Cores that neither generator nor server used, at most in any run: {busiest:.2}"),
        format!("Calls that failed: {errors}"),
    ]
}

fn memory(servers: &[Server], results: &Results) -> Table {
    let row = |&server: &Server| {
        let cell = |scenario, figure, divisor| {
            let value = results.median(scenario, server, figure)?;
            Some(Cell::of(value / divisor))
        };
        Row {
            name: server.name().to_owned(),
            cells: vec![
                cell("2,000 idle calls", Figure::IdleCall, 1e3),
                cell("500 calls after 200 utterances", Figure::CallAfter, 1e3),
                cell("2,000 idle calls", Figure::CpuPerHandshake, 1.0),
            ],
        }
    };
    Table {
        title: "Memory and handshakes".to_owned(),
        note: "Resident memory by call, and the server's CPU by call opened and greeted.".to_owned(),
        columns: [
            "per idle call, kB",
            "per call after 200 utterances, kB",
            "CPU per handshake, µs",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: servers.iter().map(row).collect(),
    }
}
