//! The results as a page of text.

use std::fmt::Write as _;

use super::{
    goals::{self, Goal, Unit},
    results::{Figure, Results, Share},
    scenario::Scenario,
    server::Server,
};

/// Where and how the measurement was made.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Processor, cores, memory, kernel.
    pub machine: String,
    /// Compilers, interpreters, packages.
    pub versions: Vec<String>,
    /// The command that was given.
    pub command: String,
    /// Interleaved rounds.
    pub rounds: usize,
    /// Who was not measured, and why.
    pub left_out: Vec<String>,
}

/// Writes the whole page.
#[must_use]
pub fn markdown(setting: &Setting, scenarios: &[Scenario], servers: &[Server], results: &Results) -> String {
    let mut page = String::from(
        "# Turn latency, side by side\n\nWritten by the harness; how to read it stands in [README.md](README.md).\n\n",
    );
    let _ = writeln!(page, "- Machine: {}", setting.machine);
    let _ = writeln!(page, "- Versions: {}", setting.versions.join("; "));
    let _ = writeln!(page, "- Command: `{}`", setting.command);
    let _ = writeln!(
        page,
        "- Medians over {} rounds; servers take turns within a round, and the order is turned round in every other.",
        setting.rounds
    );
    let busiest = results
        .all()
        .filter_map(|(_, _, run)| run.others_busy)
        .fold(0.0, f64::max);
    let _ = writeln!(
        page,
        "- Cores that neither generator nor server used, at most in any run: {busiest:.2}"
    );
    for line in &setting.left_out {
        let _ = writeln!(page, "- Left out: {line}");
    }
    let errors: usize = results.all().map(|(_, _, run)| run.errors.len()).sum();
    let _ = writeln!(page, "- Calls that failed: {errors}");

    page.push_str("\n## Goals\n\n| goal | at most | measured | |\n|---|---|---|---|\n");
    for goal in goals::all(results) {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} |",
            goal.what,
            number(goal.unit, goal.at_most),
            goal.measured
                .map_or_else(|| "not measured".to_owned(), |value| number(goal.unit, value)),
            verdict(&goal),
        );
    }

    page.push_str("\n## CPU of the server\n\nMicroseconds per turn, updates included; in brackets the ratio to raw tungstenite.\n\n");
    table(&mut page, scenarios, servers, |scenario, server| {
        let cpu = results.median(scenario, server, Figure::CpuPerTurn)?;
        let ratio = results.ratio(scenario, Figure::CpuPerTurn, server, Server::Raw);
        Some(match ratio {
            Some(ratio) => format!("{cpu:.1} ({ratio:.2})"),
            None => format!("{cpu:.1}"),
        })
    });

    page.push_str("\n## Latency of a turn\n\nMilliseconds from request to completion, p50 / p90 / p99. In a closed loop of many calls this is waiting in line; the paced and arriving rows are response times.\n\n");
    table(&mut page, scenarios, servers, |scenario, server| {
        let at = |share| Some(results.median(scenario, server, Figure::Done(share))? / 1e3);
        Some(format!(
            "{:.2} / {:.2} / {:.2}",
            at(Share::P50)?,
            at(Share::P90)?,
            at(Share::P99)?
        ))
    });

    page.push_str("\n## Memory and handshakes\n\n| server | per idle call, kB | per call after 200 utterances, kB | CPU per handshake, µs |\n|---|---|---|---|\n");
    for &server in servers {
        let cell = |scenario, figure, divisor: f64| {
            results
                .median(scenario, server, figure)
                .map_or_else(|| "-".to_owned(), |value| format!("{:.1}", value / divisor))
        };
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} |",
            server.name(),
            cell("2,000 idle calls", Figure::IdleCall, 1e3),
            cell("500 calls after 200 utterances", Figure::CallAfter, 1e3),
            cell("2,000 idle calls", Figure::CpuPerHandshake, 1.0),
        );
    }
    page
}

fn table(
    page: &mut String,
    scenarios: &[Scenario],
    servers: &[Server],
    cell: impl Fn(&str, Server) -> Option<String>,
) {
    page.push_str("| |");
    for server in servers {
        let _ = write!(page, " {} |", server.name());
    }
    let _ = writeln!(page, "\n|---|{}", "---|".repeat(servers.len()));
    for scenario in scenarios.iter().filter(|scenario| scenario.plan.turns > 1) {
        let _ = write!(page, "| {} |", scenario.name);
        for &server in servers {
            let text = cell(scenario.name, server).unwrap_or_else(|| "-".to_owned());
            let _ = write!(page, " {text} |");
        }
        page.push('\n');
    }
}

fn number(unit: Unit, value: f64) -> String {
    match unit {
        // Small ratios are read as "one such part".
        Unit::Times if value < 0.5 => format!("1/{:.1}", 1.0 / value),
        Unit::Times => format!("{value:.2}"),
        Unit::Kilobytes => format!("{value:.1} kB"),
        Unit::Milliseconds => format!("{value:.2} ms"),
        Unit::Exponent => format!("{value:.2}"),
    }
}

fn verdict(goal: &Goal) -> &'static str {
    match goal.met() {
        Some(true) => "met",
        Some(false) => "**missed**",
        None => "",
    }
}
