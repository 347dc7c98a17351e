//! Plays many calls at once through the whole application and writes down what it used.
//!
//! `cargo xtask bench system` builds everything and calls this.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use benches::{
    report::{self, Options, Part, Setting},
    system::{
        level::{self, Level},
        tables::{self, Run},
    },
};
use clap::Parser;

#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    options: Options,
    /// The server's program; by default the one beside this.
    #[arg(long)]
    server: Option<PathBuf>,
    /// Numbers of calls, one after the other.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 50, 200, 500, 1000, 2000])]
    calls: Vec<usize>,
    /// Seconds of call in one second: a call of a minute and a half then takes a quarter of that.
    #[arg(long, default_value_t = 4.0)]
    speed: f64,
    /// Behind the last level calls are doubled, each level played once, until a level is too much or has this many.
    #[arg(long, default_value_t = 16_000)]
    most: usize,
}

/// Sockets, requests and webhooks of one call, on either side.
const FILES_PER_CALL: u64 = 4;
/// What a process has open beside.
const OTHER_FILES: u64 = 256;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(0) => ExitCode::SUCCESS,
        Ok(errors) => {
            eprintln!("{errors} errors");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
    let Cli {
        mut options,
        server,
        calls,
        speed,
        most,
    } = cli;
    // There is nobody to leave out; the names are for the other parts of the same command.
    options.leave_out.clear();
    let server = match server {
        Some(server) => server,
        None => std::env::current_exe()?.with_file_name("dispatch-server"),
    };
    let calls = if options.smoke { vec![1, 8] } else { calls };
    let speed = if options.smoke { 20.0 } else { speed };
    let level = |calls| Level {
        calls,
        speed,
        within: Duration::from_secs(if options.smoke || calls < 50 { 0 } else { 8 }),
    };
    let mut levels: Vec<Level> = calls
        .into_iter()
        .filter(|calls| options.wants(&format!("{calls} calls")))
        .map(level)
        .collect();
    if levels.is_empty() {
        eprintln!("no level has that in its name; nothing is written");
        return Ok(0);
    }
    allow_files(levels.iter().map(|level| level.calls).max().unwrap_or(0))?;
    let mut runs = Vec::new();
    for round in 0..options.rounds {
        let mut order = levels.clone();
        if round % 2 == 1 {
            order.reverse();
        }
        for level in order {
            runs.push(play(round + 1, level, &server).await?);
        }
    }
    let errors = runs.iter().map(|run| run.outcome.errors.len()).sum();
    // Where it saturates: once each, since a machine that is full tells little in a second round.
    let most = if options.smoke { 0 } else { most };
    let mut last = levels[levels.len() - 1];
    while !tables::is_too_much(&last, &runs) && last.calls < most {
        let calls = most_calls((2 * last.calls).min(most));
        if calls <= last.calls {
            break;
        }
        last = level(calls);
        runs.push(play(options.rounds + 1, last, &server).await?);
        levels.push(last);
    }
    let setting = Setting::here(Part::System, &options, report::locked(&["axum", "sqlx", "tokio"]));
    report::publish(&options.out, &tables::fragment(setting, &levels, &runs))?;
    Ok(errors)
}

async fn play(
    round: usize,
    level: Level,
    server: &Path,
) -> Result<Run, Box<dyn std::error::Error + Send + Sync>> {
    let outcome = level::play(level, server).await?;
    eprintln!(
        "round {round} | {} calls: {}",
        level.calls,
        tables::line(&outcome)
    );
    if let Some(error) = outcome.errors.first() {
        eprintln!("  {error}");
    }
    Ok(Run { level, outcome })
}

/// As many calls as wanted, or as many as open files allow.
fn most_calls(wanted: usize) -> usize {
    if allow_files(wanted).is_ok() {
        return wanted;
    }
    let allowed = rlimit::Resource::NOFILE.get_hard().unwrap_or(0);
    usize::try_from(allowed.saturating_sub(OTHER_FILES) / FILES_PER_CALL).unwrap_or(wanted)
}

/// Processes inherit the limit, so raising it here is enough for the server too.
fn allow_files(calls: usize) -> Result<(), String> {
    let wanted = OTHER_FILES + FILES_PER_CALL * calls as u64;
    let allowed = rlimit::increase_nofile_limit(wanted).map_err(|error| error.to_string())?;
    if allowed < wanted {
        return Err(format!(
            "{calls} calls need {wanted} open files and this process may have {allowed}; raise the hard limit (`ulimit -Hn`) or take fewer with --calls"
        ));
    }
    Ok(())
}
