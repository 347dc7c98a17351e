//! So many calls at once, from the start of each to its last webhook.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use retell_sim::{CallReport, SimOptions, Simulator};
use tokio::{
    task::JoinSet,
    time::{sleep, sleep_until},
};

use super::{
    limits::{Busy, Watch},
    server::{AGENT, Application, Failure, KEY},
};
use crate::{
    load::{CpuTime, disk_bytes, peak_bytes, percentile, resident_bytes},
    program::free_address,
};

/// Who takes the calls: the usual ones, and one in five that is not.
const PERSONAS: [&str; 5] = [
    "on_time",
    "delayed_traffic",
    "arrived",
    "unloading_detention",
    "emergency",
];
/// A call that has not ended within this is given up.
const PATIENCE: Duration = Duration::from_secs(300);

/// What is played.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// Calls.
    pub calls: usize,
    /// Seconds of a call in one second.
    pub speed: f64,
    /// How long the calls take to begin, one after the other.
    pub within: Duration,
}

/// What it showed.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The largest number of calls on at the same time.
    pub at_once: usize,
    /// From request to first word, milliseconds, ascending; the begin message is not among them.
    pub turns_ms: Vec<f64>,
    /// From sending a webhook to its answer, milliseconds, ascending.
    pub webhooks_ms: Vec<f64>,
    /// From the first start to the last end, seconds.
    pub seconds: f64,
    /// Seconds of CPU the server used, from the first start until the last webhook was applied.
    pub server_cpu: Option<f64>,
    /// Seconds of CPU the generator used.
    pub generator_cpu: Option<f64>,
    /// Resident bytes of the server before the first call.
    pub idle_bytes: Option<f64>,
    /// The most that were resident.
    pub peak_bytes: Option<f64>,
    /// Transactions the database committed.
    pub commits: f64,
    /// Bytes the server wrote to the disk.
    pub disk_bytes: Option<f64>,
    /// The busiest five seconds.
    pub busy: Option<Busy>,
    /// What went wrong, one line each.
    pub errors: Vec<String>,
}

impl Outcome {
    /// Turns answered.
    #[must_use]
    pub fn turns(&self) -> usize {
        self.turns_ms.len()
    }

    /// A share (0 to 1) of the turns is faster than this, milliseconds.
    #[must_use]
    pub fn turn_ms(&self, share: f64) -> Option<f64> {
        percentile(&self.turns_ms, share)
    }
}

/// Plays it against a server of its own, started from this program.
///
/// # Errors
///
/// When the server or the simulator does not start, or the server does not answer.
pub async fn play(level: Level, program: &Path) -> Result<Outcome, Box<dyn std::error::Error + Send + Sync>> {
    let data = tempfile::tempdir()?;
    let address = free_address()?;
    let options = SimOptions::new(KEY)
        .agent_id(AGENT)
        .llm_websocket_url(format!("ws://{address}/api/v1/retell/llm-webhook"))
        .webhook_url(format!("http://{address}/api/v1/retell/webhook"))
        .max_concurrent(level.calls)
        .speed(level.speed);
    let simulator = Simulator::start(options).await?;
    let base = simulator.base_url();
    let application = Application::start(program, data.path(), address, base, level.calls).await?;
    let outcome = measure(level, Arc::new(application), &simulator).await;
    simulator.shutdown().await;
    Ok(outcome?)
}

async fn measure(
    level: Level,
    application: Arc<Application>,
    simulator: &Simulator,
) -> Result<Outcome, Failure> {
    const COMMITS: &str = "dispatch_database_commits_total";
    let (server, own) = (application.program.pid, std::process::id());
    let idle_bytes = resident_bytes(server);
    let commits = application.counter(COMMITS).await?;
    let written = disk_bytes(server);
    let (server_cpu, generator_cpu) = (CpuTime::of(server), CpuTime::of(own));
    let watch = Watch::start(server);
    let began = Instant::now();

    let mut outcome = Outcome::default();
    let mut reports = Vec::new();
    for started in start_all(level, &application).await {
        match started {
            // One after the other: they end at about the same time, and one who waits costs less than many.
            Ok(id) => match simulator.wait_ended(&id, PATIENCE).await {
                Some(report) => reports.push(report),
                None => outcome.errors.push("a call did not end".to_owned()),
            },
            Err(error) => outcome.errors.push(format!("a call was not started: {error}")),
        }
    }
    outcome.seconds = began.elapsed().as_secs_f64();
    outcome.busy = watch.stop().await;
    all_applied(&application).await?;
    let spent = |from: Option<CpuTime>, pid| Some(CpuTime::of(pid)?.since(&from?).as_secs_f64());
    outcome.server_cpu = spent(server_cpu, server);
    outcome.generator_cpu = spent(generator_cpu, own);
    outcome.idle_bytes = idle_bytes.map(|bytes| bytes as f64);
    outcome.peak_bytes = peak_bytes(server).map(|bytes| bytes as f64);
    outcome.commits = application.counter(COMMITS).await? - commits;
    outcome.disk_bytes = disk_bytes(server)
        .zip(written)
        .map(|(now, before)| (now - before) as f64);
    outcome.at_once = at_once(&reports);
    reports.iter().for_each(|report| outcome.add(report));
    outcome.turns_ms.sort_by(f64::total_cmp);
    outcome.webhooks_ms.sort_by(f64::total_cmp);
    Ok(outcome)
}

/// Starts the calls one after the other, as the dashboard would; their ids.
async fn start_all(level: Level, application: &Arc<Application>) -> Vec<Result<String, Failure>> {
    let began = tokio::time::Instant::now();
    let apart = level.within.div_f64(level.calls.max(1) as f64);
    let mut starts = JoinSet::new();
    for number in 0..level.calls {
        let application = Arc::clone(application);
        starts.spawn(async move {
            sleep_until(began + apart.mul_f64(number as f64)).await;
            let persona = PERSONAS[number % PERSONAS.len()];
            application.call(&format!("BENCH-{number}"), persona).await
        });
    }
    starts.join_all().await
}

/// What the server still has to do for these calls belongs to their price.
async fn all_applied(application: &Application) -> Result<(), Failure> {
    let deadline = Instant::now() + PATIENCE;
    while application.waiting().await? > 0 && Instant::now() < deadline {
        sleep(Duration::from_millis(100)).await;
    }
    // The last turns are written a moment later.
    sleep(Duration::from_millis(200)).await;
    Ok(())
}

fn at_once(reports: &[CallReport]) -> usize {
    let mut changes: Vec<(i64, i32)> = reports
        .iter()
        .filter_map(|report| report.call.start_timestamp.zip(report.call.end_timestamp))
        .flat_map(|(start, end)| [(start, 1), (end, -1)])
        .collect();
    // An end comes before a start of the same moment.
    changes.sort_unstable();
    let mut on = 0;
    let most = changes.into_iter().map(|(_, change)| {
        on += change;
        on
    });
    most.max()
        .and_then(|most| usize::try_from(most).ok())
        .unwrap_or(0)
}

impl Outcome {
    fn add(&mut self, report: &CallReport) {
        let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
        let turns = report.turns.iter().filter(|turn| turn.response_id > 0);
        self.turns_ms
            .extend(turns.filter_map(|turn| turn.first_chunk).map(ms));
        let webhooks = report.webhooks.iter();
        self.webhooks_ms
            .extend(webhooks.filter_map(|webhook| webhook.answered_after).map(ms));
        self.errors.extend(report.violations.iter().cloned());
        if report.reconnects > 0 {
            self.errors.push(format!("{} reconnects", report.reconnects));
        }
        for webhook in &report.webhooks {
            if !webhook.delivered || webhook.attempts > 1 {
                self.errors.push(format!(
                    "{} took {} attempts; its last answer was {:?}",
                    webhook.event, webhook.attempts, webhook.final_status
                ));
            }
        }
        let reason = report.call.disconnection_reason.as_ref().map(ToString::to_string);
        let reason = reason.unwrap_or_else(|| "nothing".to_owned());
        if !["user_hangup", "agent_hangup", "call_transfer"].contains(&reason.as_str()) {
            self.errors.push(format!("a call was ended by {reason}"));
        }
    }
}
