//! `cargo xtask bench [part]`: builds what a part of the comparison needs, and has it measured.
//!
//! Each part is a program of `benches`, which writes `benches/results/<part>.json` and renders `benches/RESULTS.md` anew
//! from all parts that are there.

use std::path::Path;

use clap::ValueEnum;

use crate::report::Report;
use crate::tools;

const PEERS: &str = "benches/peers";

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Part {
    /// Turns of calls, against the servers one would write otherwise.
    TurnLatency,
    /// REST requests and webhooks, against the official SDKs.
    Sdks,
    /// The whole application under many calls.
    System,
    /// Single steps, each beside its floor.
    Steps,
}

/// Runs one part, or all in turn; `args` go to each as they are.
pub(crate) fn run(report: &mut Report, part: Option<Part>, args: &[String]) {
    let parts = part.map_or_else(|| Part::value_variants().to_vec(), |part| vec![part]);
    if !programs(report) {
        return;
    }
    let with_peers = |part: &Part| matches!(part, Part::TurnLatency | Part::Sdks);
    let missing = if parts.iter().any(with_peers) {
        missing_peers(report)
    } else {
        Vec::new()
    };
    for part in parts {
        match part {
            Part::TurnLatency => turn_latency(report, &missing, args),
            Part::Sdks => measure(report, "sdks", &missing, args),
            Part::System => system(report, args),
            Part::Steps => measure(report, "steps", &[], args),
        }
    }
}

/// The programs of `benches`: every part's own, the load generator, the comparison servers.
fn programs(report: &mut Report) -> bool {
    let args = [
        "build",
        "--profile",
        "bench",
        "-p",
        "benches",
        "--bins",
        "--locked",
    ];
    report.cargo("the bench programs", &args).dashboard(false).run()
}

fn turn_latency(report: &mut Report, left_out: &[&str], args: &[String]) {
    let example = [
        "build",
        "--profile",
        "bench",
        "-p",
        "retell-llm-ws",
        "--example",
        "canned_reply",
        "--all-features",
        "--locked",
    ];
    if !report.cargo("the engine's server", &example).run() {
        return;
    }
    measure(report, "turn-latency", left_out, args);
}

fn system(report: &mut Report, args: &[String]) {
    let server = ["build", "--profile", "bench", "-p", "dispatch-server", "--locked"];
    // Nobody opens the dashboard here.
    let built = report.cargo("the application", &server).dashboard(false).run();
    if built {
        measure(report, "system", &[], args);
    }
}

/// Runs the program of a part.
fn measure(report: &mut Report, program: &str, left_out: &[&str], args: &[String]) {
    let path = tools::target_folder(report.root()).join("release").join(program);
    let mut step = report.program(program, path).args(["--out", "benches"]);
    if !left_out.is_empty() {
        step = step.args(["--leave-out", &left_out.join(",")]);
    }
    step.args(args).run();
}

/// Installs what is written in other languages; the names of those that the machine cannot run.
fn missing_peers(report: &mut Report) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !node_peer(report) {
        missing.push("node");
    }
    if !python_peer(report) {
        missing.push("python");
    }
    missing
}

fn node_peer(report: &mut Report) -> bool {
    if let Err(why) = tools::node() {
        report.skip("comparison with node", &why);
        return false;
    }
    report
        .npm(
            "packages of the node peers",
            &format!("{PEERS}/node"),
            &["ci", "--no-audit", "--no-fund"],
        )
        .run()
}

fn python_peer(report: &mut Report) -> bool {
    if let Err(why) = tools::pip() {
        report.skip("comparison with python", &why);
        return false;
    }
    let folder = Path::new(PEERS).join("python");
    let venv = folder.join(".venv");
    let made = report
        .program("environment of the python peers", "python3")
        .args(["-m", "venv"])
        .arg(&venv)
        .run();
    // The program is looked for from the workspace's root, where the step runs.
    let python = report.root().join(&venv).join("bin/python");
    made && report
        .program("packages of the python peers", python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
        ])
        .arg(folder.join("requirements.txt"))
        .arg("-c")
        .arg(folder.join("constraints.txt"))
        .run()
}
