//! The harness works: a few calls against every server of this workspace. Says nothing about speed.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Builds a program of another package unless it is there.
fn build(program: &Path, args: &[&str]) {
    if program.with_extension(std::env::consts::EXE_EXTENSION).exists() {
        return;
    }
    let cargo = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked"])
        .args(args)
        .env("DISPATCH_WEB", "skip")
        .status()
        .expect("cargo runs");
    assert!(cargo.success(), "{} is built", program.display());
}

/// Runs a part as shortly as it goes; the page it wrote, and the folder.
fn smoke(harness: &Path, part: &str, args: &[&str]) -> (String, PathBuf) {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("smoke").join(part);
    let run = Command::new(harness)
        .args(["--smoke", "--rounds", "2", "--out"])
        .arg(&out)
        .args(args)
        .output()
        .expect("the harness runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let page = std::fs::read_to_string(out.join("RESULTS.md")).expect("a page was written");
    (page, out)
}

#[test]
fn calls_through_the_whole_application_yield_a_page() {
    let harness = Path::new(env!("CARGO_BIN_EXE_system"));
    build(
        &harness.with_file_name("dispatch-server"),
        &["-p", "dispatch-server"],
    );
    let (page, out) = smoke(harness, "system", &[]);
    assert!(page.contains("- Errors: 0"), "{page}");
    for level in ["| 1 call | ", "| 8 calls | "] {
        let rows: Vec<&str> = page.lines().filter(|line| line.starts_with(level)).collect();
        assert_eq!(rows.len(), 3, "latency, cost, limits: {page}");
        // What a process used is known on Linux only.
        let known = if cfg!(target_os = "linux") {
            &rows[..]
        } else {
            &rows[..1]
        };
        for row in known {
            assert!(!row.contains(" - "), "a figure is missing: {row}");
        }
    }
    assert!(out.join("results/system.json").exists() && out.join("results/system.svg").exists());
}

#[test]
fn a_short_comparison_yields_a_whole_page() {
    // The engine's server is an example of another package: tests of the whole workspace have built it by now, and without
    // those it is built here.
    let harness = Path::new(env!("CARGO_BIN_EXE_turn-latency"));
    build(
        &harness.with_file_name("examples").join("canned_reply"),
        &[
            "-p",
            "retell-llm-ws",
            "--all-features",
            "--example",
            "canned_reply",
        ],
    );
    let (page, out) = smoke(harness, "turn-latency", &["--leave-out", "node,python"]);
    assert!(page.contains("- Calls that failed: 0"), "{page}");
    let mut goals = 0;
    for goal in page.lines().filter(|line| line.starts_with("| retell-llm-ws")) {
        goals += 1;
        let left_out = goal.contains("node") || goal.contains("python");
        // What a process used is known on Linux only.
        let known = cfg!(target_os = "linux") || goal.contains("latency");
        assert_eq!(
            goal.contains("not measured"),
            left_out || !known,
            "a figure too few or too many: {goal}"
        );
    }
    assert!(goals >= 30, "{goals} goals");
    let chart = std::fs::read_to_string(out.join("results/turn-latency.svg")).expect("a chart was drawn");
    assert!(
        chart.contains("<svg") && chart.contains("retell-llm-ws"),
        "the chart shows the engine"
    );
}

#[test]
fn requests_and_webhooks_beside_bare_ones_yield_a_page() {
    let harness = Path::new(env!("CARGO_BIN_EXE_sdks"));
    let (page, out) = smoke(harness, "sdks", &["--leave-out", "node,python"]);
    let goals: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| retell-") && line.contains("CPU, "))
        .collect();
    // Eight against what is bare, eleven against each SDK.
    assert_eq!(goals.len(), 30, "{page}");
    for goal in goals {
        let known = cfg!(target_os = "linux") && !goal.contains("retell-sdk");
        assert_eq!(goal.contains("not measured"), !known, "{goal}");
    }
    assert!(out.join("results/sdks.json").exists() && out.join("results/sdks.svg").exists());
}

#[test]
fn every_step_is_measured_beside_its_floor() {
    let (page, out) = smoke(Path::new(env!("CARGO_BIN_EXE_steps")), "steps", &[]);
    let goals: Vec<&str> = page
        .lines()
        .filter(|line| {
            line.starts_with("| ") && (line.contains("| met |") || line.contains("| **missed** |"))
        })
        .collect();
    // Growth over long texts is left out here.
    assert_eq!(goals.len(), 4, "{page}");
    let steps: Vec<&str> = page
        .lines()
        .filter(|line| line.contains(", to ") && line.contains(") | "))
        .collect();
    for about in [
        "frame::Inbound",
        "transcript::Reader",
        "Session",
        "extract",
        "Verifier and Event",
        "CreatePhoneCall",
        "csv_rows",
    ] {
        assert!(
            steps.iter().any(|step| step.contains(about)),
            "{about} is missing: {page}"
        );
    }
    assert!(!page.contains("| - |"), "a figure is missing: {page}");
    assert!(out.join("results/steps.json").exists() && out.join("results/steps.svg").exists());
}
