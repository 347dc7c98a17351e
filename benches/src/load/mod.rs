//! A load generator: plays Retell's side of many calls and reads what the server used for it.

mod call;
mod plan;
mod process;
pub mod script;
mod steady;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::{Semaphore, watch},
    task::JoinSet,
    time::{Instant, sleep},
};

use self::call::{Player, Signal, Stage, Tally};
pub use self::{
    plan::{Pace, Plan},
    process::{CpuTime, disk_bytes, machine_busy_seconds, peak_bytes, resident_bytes},
    script::{Layout, Script},
    steady::run_steady,
};

/// What one run showed.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// Turns that were answered.
    pub turns: usize,
    /// From request to first chunk, microseconds, ascending.
    pub first_us: Vec<f64>,
    /// From request to the completing chunk, microseconds, ascending.
    pub done_us: Vec<f64>,
    /// CPU microseconds of the server per turn, its updates included.
    pub cpu_us_per_turn: Option<f64>,
    /// CPU microseconds of the server per call opened and greeted.
    pub cpu_us_per_handshake: Option<f64>,
    /// Resident bytes per call once all were open and greeted.
    pub bytes_per_idle_call: Option<f64>,
    /// Resident bytes per call after all turns, all calls still open.
    pub bytes_per_call_after: Option<f64>,
    /// Cores that neither the server nor this process used meanwhile: others on the machine.
    pub others_busy: Option<f64>,
    /// Frames for requests that were no longer of interest.
    pub stale: u64,
    /// What went wrong, one line a call.
    pub errors: Vec<String>,
}

/// The value below which `share` (0 to 1) of an ascending list lies; `None` for an empty one.
#[must_use]
pub fn percentile(ascending: &[f64], share: f64) -> Option<f64> {
    let rank = (share * ascending.len() as f64).ceil() as usize;
    ascending.get(rank.clamp(1, ascending.len().max(1)) - 1).copied()
}

/// The middle of some values, the mean of the two in the middle of an even number; `None` of none.
#[must_use]
pub fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    Some(if values.len().is_multiple_of(2) {
        f64::midpoint(values[values.len() / 2 - 1], upper)
    } else {
        upper
    })
}

/// Plays one plan against the server with this process id.
///
/// # Panics
///
/// Outside a tokio runtime, or when a call's task panics.
pub async fn run(plan: Plan, pid: u32) -> Measured {
    let longest = plan.length_at(plan.turns.max(1));
    let script = Arc::new(Script::new(longest, plan.updates, plan.words));
    let plan = Arc::new(plan);
    let stage = Arc::new(Stage {
        arrived: AtomicUsize::new(0),
        failed: AtomicUsize::new(0),
        through: AtomicUsize::new(0),
        dialling: Semaphore::new(64),
    });
    let (signal, signals) = watch::channel(Signal::Gather);
    let memory_before = resident_bytes(pid);
    let cpu_before = CpuTime::of(pid);
    let began = Instant::now();
    let mut calls = JoinSet::new();
    for number in 0..plan.calls {
        let (plan, script, stage, signals) = (plan.clone(), script.clone(), stage.clone(), signals.clone());
        let due = match plan.pace {
            Pace::Arriving { apart, .. } => {
                Some(began + apart.mul_f64(f64::from(u32::try_from(number).unwrap_or(u32::MAX))))
            }
            Pace::Closed | Pace::Every(_) => None,
        };
        calls.spawn(async move {
            let player = Player {
                plan: &plan,
                script: &script,
                stage: &stage,
                signal: signals,
                number,
                due,
            };
            player.play().await
        });
    }
    // Calls that arrive one after the other talk at once: their handshakes count as part of their turns.
    let gather = !matches!(plan.pace, Pace::Arriving { .. });
    if gather {
        until(|| stage.arrived.load(Ordering::Relaxed) + stage.failed.load(Ordering::Relaxed) >= plan.calls)
            .await;
        sleep(plan.settle).await;
    }
    let (memory_idle, cpu_open) = (resident_bytes(pid), CpuTime::of(pid));
    let (busy_before, own_before) = (machine_busy_seconds(), CpuTime::of(std::process::id()));
    let started = Instant::now();
    let _ = signal.send(Signal::Turns);
    until(|| stage.through.load(Ordering::Relaxed) + stage.failed.load(Ordering::Relaxed) >= plan.calls)
        .await;
    let cpu_done = CpuTime::of(pid);
    let took = started.elapsed();
    let (busy_after, own_after) = (machine_busy_seconds(), CpuTime::of(std::process::id()));
    sleep(plan.settle).await;
    let memory_after = resident_bytes(pid);
    let _ = signal.send(Signal::HangUp);

    let mut measured = Measured::default();
    while let Some(joined) = calls.join_next().await {
        let (tally, failure) = joined.expect("calls do not panic");
        measured.add(tally);
        measured.errors.extend(failure.map(|failure| failure.to_string()));
    }
    measured.first_us.sort_by(f64::total_cmp);
    measured.done_us.sort_by(f64::total_cmp);
    measured.turns = measured.done_us.len();
    let spent = |from: &Option<CpuTime>, to: &Option<CpuTime>| Some(to.as_ref()?.since(from.as_ref()?));
    let per = |spent: Option<Duration>, count: usize| {
        (count > 0).then_some(spent?.as_secs_f64() * 1e6 / count as f64)
    };
    measured.cpu_us_per_turn = per(spent(&cpu_open, &cpu_done), measured.turns);
    measured.cpu_us_per_handshake = gather
        .then(|| per(spent(&cpu_before, &cpu_open), plan.calls))
        .flatten();
    let growth = |now: Option<u64>| Some((now? as f64 - memory_before? as f64) / plan.calls.max(1) as f64);
    measured.bytes_per_idle_call = gather.then(|| growth(memory_idle)).flatten();
    measured.bytes_per_call_after = growth(memory_after);
    measured.others_busy = (|| {
        let server = spent(&cpu_open, &cpu_done)?.as_secs_f64();
        let own = spent(&own_before, &own_after)?.as_secs_f64();
        Some(((busy_after? - busy_before? - server - own) / took.as_secs_f64().max(0.01)).max(0.0))
    })();
    measured
}

impl Measured {
    fn add(&mut self, tally: Tally) {
        self.first_us.extend(tally.first);
        self.done_us.extend(tally.done);
        self.stale += tally.stale;
    }
}

/// Looks now and then: a signal per call would cost more than it tells.
async fn until(reached: impl Fn() -> bool) {
    while !reached() {
        sleep(Duration::from_millis(2)).await;
    }
}
