//! `cargo xtask bench turn-latency`: builds the engine and the servers it is compared with, and has them measured.

use std::path::Path;

use crate::report::Report;
use crate::tools;

const PEERS: &str = "benches/peers";

/// Runs the comparison; `args` go to it as they are.
pub(crate) fn turn_latency(report: &mut Report, args: &[String]) {
    let built = report
        .cargo(
            "load generator and comparison servers",
            &[
                "build",
                "--profile",
                "bench",
                "-p",
                "benches",
                "--bins",
                "--locked",
            ],
        )
        .run()
        && report
            .cargo(
                "the engine's server",
                &[
                    "build",
                    "--profile",
                    "bench",
                    "-p",
                    "retell-llm-ws",
                    "--example",
                    "canned_reply",
                    "--all-features",
                    "--locked",
                ],
            )
            .run();
    if !built {
        return;
    }
    let mut left_out = Vec::new();
    if !node_peer(report) {
        left_out.push("node");
    }
    if !python_peer(report) {
        left_out.push("python");
    }
    let program = tools::target_folder(report.root()).join("release/turn-latency");
    let mut step = report.program("turn latency", program).args(["--out", "benches"]);
    if !left_out.is_empty() {
        step = step.args(["--leave-out", &left_out.join(",")]);
    }
    for arg in args {
        step = step.arg(arg);
    }
    step.run();
}

fn node_peer(report: &mut Report) -> bool {
    if let Err(why) = tools::node() {
        report.skip("comparison with node", &why);
        return false;
    }
    report
        .npm(
            "packages of the node server",
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
        .program("environment of the python server", "python3")
        .args(["-m", "venv"])
        .arg(&venv)
        .run();
    // The program is looked for from the workspace's root, where the step runs.
    let python = report.root().join(&venv).join("bin/python");
    made && report
        .program("packages of the python server", python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
        ])
        .arg(folder.join("requirements.txt"))
        .run()
}
