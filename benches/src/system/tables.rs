//! What all levels showed, as a part of the page.

use super::{
    level::{Level, Outcome},
    limits::Busy,
};
use crate::{
    load::{median, percentile},
    report::{Cell, Fragment, Part, Row, Setting, Table},
};

/// A turn that takes longer is heard as a pause; when one in a hundred does, the level is too much.
pub const TURN_BOUND_MS: f64 = 100.0;

/// One run of one level.
#[derive(Debug, Clone)]
pub struct Run {
    /// What was played.
    pub level: Level,
    /// What it showed.
    pub outcome: Outcome,
}

/// A run in one line, for whoever waits.
#[must_use]
pub fn line(outcome: &Outcome) -> String {
    let show = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
    format!(
        "{} at once, {:.0} s, {} turns, p50 {} p99 {} ms, {} errors, {:?}",
        outcome.at_once,
        outcome.seconds,
        outcome.turns(),
        show(outcome.turn_ms(0.5)),
        show(outcome.turn_ms(0.99)),
        outcome.errors.len(),
        outcome.busy,
    )
}

/// A column: its head, and the figures of one run in it.
type Column = (&'static str, fn(&Run) -> Option<Vec<f64>>);

const LATENCY: &[Column] = &[
    ("on at once", |run| Some(vec![run.outcome.at_once as f64])),
    ("turns per second", |run| {
        Some(vec![run.outcome.turns() as f64 / run.outcome.seconds])
    }),
    ("turn, ms", |run| shares(&run.outcome.turns_ms, &[0.5, 0.9, 0.99])),
    ("webhook acknowledged, ms", |run| {
        shares(&run.outcome.webhooks_ms, &[0.5, 0.9, 0.99])
    }),
];

const COST: &[Column] = &[
    ("CPU per call, ms", |run| {
        Some(vec![per_call(run, run.outcome.server_cpu? * 1e3)])
    }),
    ("CPU per turn, µs", |run| {
        Some(vec![
            run.outcome.server_cpu? * 1e6 / run.outcome.turns().max(1) as f64,
        ])
    }),
    ("commits per call", |run| {
        Some(vec![per_call(run, run.outcome.commits)])
    }),
    ("written per call, kB", |run| {
        Some(vec![per_call(run, run.outcome.disk_bytes? / 1e3)])
    }),
    ("memory idle / peak, MB", |run| {
        Some(vec![run.outcome.idle_bytes? / 1e6, run.outcome.peak_bytes? / 1e6])
    }),
    ("memory per call, kB", |run| {
        let growth = run.outcome.peak_bytes? - run.outcome.idle_bytes?;
        Some(vec![growth / 1e3 / run.outcome.at_once.max(1) as f64])
    }),
];

const BUSIEST: &[Column] = &[
    ("server, cores", |run| Some(vec![run.outcome.busy?.server])),
    ("its busiest thread", |run| {
        Some(vec![run.outcome.busy?.busiest_thread])
    }),
    ("database writer: CPU / disk", |run| {
        let busy = run.outcome.busy?;
        Some(vec![busy.writer_cpu, busy.writer_disk])
    }),
    ("generator, cores", |run| Some(vec![run.outcome.busy?.generator])),
    ("machine, cores", |run| Some(vec![run.outcome.busy?.machine])),
];

fn per_call(run: &Run, whole: f64) -> f64 {
    whole / run.level.calls.max(1) as f64
}

fn shares(ascending: &[f64], shares: &[f64]) -> Option<Vec<f64>> {
    shares.iter().map(|share| percentile(ascending, *share)).collect()
}

/// The whole part.
#[must_use]
pub fn fragment(setting: Setting, levels: &[Level], runs: &[Run]) -> Fragment {
    let table = |title: &str, note: &str, columns: &[Column]| Table {
        title: title.to_owned(),
        note: note.to_owned(),
        columns: columns.iter().map(|(head, _)| (*head).to_owned()).collect(),
        rows: levels.iter().map(|level| row(level, runs, columns)).collect(),
    };
    Fragment {
        part: Part::System,
        setting,
        goals: Vec::new(),
        findings: findings(levels, runs),
        tables: vec![
            table(
                "Turns and webhooks under so many calls",
                "Milliseconds as Retell sees them, p50 / p90 / p99: from a request to the first word of its answer, and \
                 from sending a webhook to its acknowledgement, when it is on disk. A level is a server of its own with an \
                 empty database.",
                LATENCY,
            ),
            table(
                "What a call costs",
                "The server's CPU, commits and bytes written to disk, from the start of the first call until the last \
                 webhook is applied, divided by the calls, or by all their turns. The peak of memory is that of the whole \
                 level; per call it is what the peak is above idle.",
                COST,
            ),
            table(
                "The busiest five seconds",
                "Cores and shares of one thread. The database's one writing thread is on a core (CPU) or waits for the \
                 disk; all that is written waits in line for it.",
                BUSIEST,
            ),
        ],
        chart: Some(table(
            "Turn and webhook latency by calls at once: p50, milliseconds",
            "",
            &LATENCY[2..],
        )),
    }
}

fn row(level: &Level, runs: &[Run], columns: &[Column]) -> Row {
    let cell = |(_, figures): &Column| {
        let found: Vec<Vec<f64>> = of(level, runs).filter_map(figures).collect();
        let width = found.iter().map(Vec::len).min()?;
        let values = (0..width).map(|place| median(found.iter().map(|run| run[place])));
        let values = values.collect::<Option<Vec<f64>>>()?;
        Some(Cell { values, ratio: None })
    };
    Row {
        name: match level.calls {
            1 => "1 call".to_owned(),
            calls => format!("{calls} calls"),
        },
        cells: columns.iter().map(cell).collect(),
    }
}

fn of<'a>(level: &'a Level, runs: &'a [Run]) -> impl Iterator<Item = &'a Run> {
    runs.iter().filter(move |run| run.level == *level)
}

fn findings(levels: &[Level], runs: &[Run]) -> Vec<String> {
    let errors: usize = runs.iter().map(|run| run.outcome.errors.len()).sum();
    let mut findings = vec![format!("Errors: {errors}")];
    if let Some(level) = levels.first() {
        findings.push(format!(
            "Calls run {} times as fast as life, so that a level makes the turns and webhooks of {0} times as many calls",
            level.speed
        ));
    }
    let rounds = levels.first().map_or(0, |level| of(level, runs).count());
    let once = levels.iter().find(|level| of(level, runs).count() < rounds);
    if let Some(level) = once {
        findings.push(format!(
            "From {} calls on a level was played once, to find where it is too much",
            level.calls
        ));
    }
    let too_much = levels.iter().find(|level| is_too_much(level, runs));
    let shown = too_much.or(levels.last());
    if let Some((level, p99)) = shown.and_then(|level| Some((level, turn_p99(level, runs)?))) {
        let verdict = if p99 > TURN_BOUND_MS { "above" } else { "within" };
        findings.push(format!(
            "{} calls: p99 of a turn {p99:.1} ms, {verdict} the bound of {TURN_BOUND_MS:.0} ms; at its limit: {}",
            level.calls,
            limit(level, runs)
        ));
    }
    findings
}

/// Whether one turn in a hundred took longer than is bearable, or a call failed.
#[must_use]
pub fn is_too_much(level: &Level, runs: &[Run]) -> bool {
    turn_p99(level, runs).is_some_and(|p99| p99 > TURN_BOUND_MS)
        || of(level, runs).any(|run| !run.outcome.errors.is_empty())
}

fn turn_p99(level: &Level, runs: &[Run]) -> Option<f64> {
    median(of(level, runs).filter_map(|run| run.outcome.turn_ms(0.99)))
}

/// What was at its limit in the busiest run of a level.
fn limit(level: &Level, runs: &[Run]) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let busiest = of(level, runs)
        .filter_map(|run| run.outcome.busy)
        .max_by(|one, other| one.ours().total_cmp(&other.ours()));
    match busiest {
        None => "not known on this system".to_owned(),
        Some(busy) => Busy::limit(&busy, cores).unwrap_or_else(|| "nothing".to_owned()),
    }
}
