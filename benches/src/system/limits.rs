//! What was at its limit: looks at the threads of the server and at the machine while calls are on. Linux only.

use std::{
    collections::{BTreeMap, VecDeque},
    fs,
    time::{Duration, Instant},
};

use tokio::{
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};
use tokio_util::sync::CancellationToken;

use crate::load::{CpuTime, machine_busy_seconds};

/// The thread that writes to the database; everything written waits in line for it.
const WRITER: &str = "sqlite-writer";
/// How often the writer's state is looked at: the kernel counts its CPU, but not its waiting for the disk.
const LOOK_EVERY: Duration = Duration::from_millis(10);
/// Looks between two readings of the counters.
const LOOKS: u32 = 50;
/// Readings that make up the busiest stretch of a run: five seconds.
const STRETCH: usize = 10;

/// How busy everything was over a stretch of time; shares of one core or thread, 0 to 1, or cores.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Busy {
    /// Cores the server used.
    pub server: f64,
    /// Cores the generator used.
    pub generator: f64,
    /// Share of its time that the busiest thread of the server was on a core.
    pub busiest_thread: f64,
    /// Share of its time that the database's writing thread was on a core.
    pub writer_cpu: f64,
    /// Share of its time that it waited for the disk.
    pub writer_disk: f64,
    /// Cores that were busy, whoever used them.
    pub machine: f64,
}

impl Busy {
    /// Cores that server and generator used: whatever else runs does not choose the stretch.
    pub(super) fn ours(&self) -> f64 {
        self.server + self.generator
    }

    /// What was at its limit, in words; `None` when nothing was.
    #[must_use]
    pub fn limit(&self, cores: usize) -> Option<String> {
        const FULL: f64 = 0.9;
        let writer = self.writer_cpu + self.writer_disk;
        if self.machine >= FULL * cores as f64 {
            Some(format!(
                "all {cores} cores (server {:.2}, generator {:.2}, everything else {:.2})",
                self.server,
                self.generator,
                (self.machine - self.server - self.generator).max(0.0)
            ))
        } else if writer >= FULL {
            Some(format!(
                "the database's one writer ({:.0} % on a core, {:.0} % waiting for the disk)",
                self.writer_cpu * 100.0,
                self.writer_disk * 100.0
            ))
        } else if self.busiest_thread >= FULL {
            Some("one thread of the server".to_owned())
        } else {
            None
        }
    }
}

/// The counters at a moment.
#[derive(Debug)]
struct Reading {
    at: Instant,
    server: CpuTime,
    generator: CpuTime,
    machine: f64,
    /// Looks at the writer until then, and how many found it waiting for the disk.
    looks: u32,
    waiting: u32,
}

/// Looks on until it is told to stop.
#[derive(Debug)]
pub struct Watch {
    stop: CancellationToken,
    task: JoinHandle<Option<Busy>>,
}

impl Watch {
    /// Starts watching a server's process; this process is the generator.
    #[must_use]
    pub fn start(pid: u32) -> Self {
        let stop = CancellationToken::new();
        let task = tokio::spawn(watch(pid, stop.clone()));
        Self { stop, task }
    }

    /// The busiest stretch; `None` where the kernel does not tell.
    pub async fn stop(self) -> Option<Busy> {
        self.stop.cancel();
        self.task.await.ok().flatten()
    }
}

async fn watch(pid: u32, stop: CancellationToken) -> Option<Busy> {
    let writer = threads(pid).into_iter().find(|(_, name)| name == WRITER);
    let writer = writer.map(|(thread, _)| thread);
    let mut ticks = interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let (mut looks, mut waiting) = (0_u32, 0_u32);
    let mut readings: VecDeque<Reading> = VecDeque::with_capacity(STRETCH + 1);
    let mut busiest: Option<Busy> = None;
    let mut running = true;
    while running {
        tokio::select! {
            _ = ticks.tick() => {}
            // The last stretch counts, however short.
            () = stop.cancelled() => running = false,
        }
        looks += 1;
        if writer.is_some_and(|thread| waits_for_disk(pid, thread)) {
            waiting += 1;
        }
        if running && !looks.is_multiple_of(LOOKS) {
            continue;
        }
        if readings.len() > STRETCH {
            readings.pop_front();
        }
        readings.push_back(Reading {
            at: Instant::now(),
            server: CpuTime::of(pid)?,
            generator: CpuTime::of(std::process::id())?,
            machine: machine_busy_seconds()?,
            looks,
            waiting,
        });
        if let (Some(first), Some(last)) = (readings.front(), readings.back())
            && (readings.len() > STRETCH || (!running && busiest.is_none()))
        {
            let busy = between(first, last, writer);
            if busiest.is_none_or(|before| before.ours() < busy.ours()) {
                busiest = Some(busy);
            }
        }
    }
    busiest
}

fn between(first: &Reading, last: &Reading, writer: Option<u64>) -> Busy {
    let seconds = (last.at - first.at).as_secs_f64().max(0.001);
    let by_thread: BTreeMap<u64, Duration> = last.server.by_thread_since(&first.server);
    let share = |time: Duration| time.as_secs_f64() / seconds;
    let looks = f64::from((last.looks - first.looks).max(1));
    Busy {
        server: share(last.server.since(&first.server)),
        generator: share(last.generator.since(&first.generator)),
        busiest_thread: by_thread.values().copied().map(share).fold(0.0, f64::max),
        writer_cpu: writer
            .and_then(|thread| by_thread.get(&thread).copied())
            .map_or(0.0, share),
        writer_disk: f64::from(last.waiting - first.waiting) / looks,
        machine: (last.machine - first.machine) / seconds,
    }
}

/// The threads of a process and their names.
fn threads(pid: u32) -> Vec<(u64, String)> {
    let entries = fs::read_dir(format!("/proc/{pid}/task"));
    entries
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let thread = entry.file_name().to_string_lossy().parse().ok()?;
            let name = fs::read_to_string(entry.path().join("comm")).ok()?;
            Some((thread, name.trim().to_owned()))
        })
        .collect()
}

fn waits_for_disk(pid: u32, thread: u64) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/task/{thread}/stat")).unwrap_or_default();
    let state = stat.rfind(')').and_then(|end| stat.get(end + 2..end + 3));
    state == Some("D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_thing_that_is_full_is_named() {
        let quiet = Busy {
            server: 0.5,
            generator: 0.2,
            busiest_thread: 0.4,
            writer_cpu: 0.1,
            writer_disk: 0.3,
            machine: 0.8,
        };
        assert_eq!(quiet.limit(2), None);
        let disk = Busy {
            writer_disk: 0.85,
            ..quiet
        };
        let named = disk.limit(2).unwrap_or_default();
        assert!(
            named.contains("10 % on a core, 85 % waiting for the disk"),
            "{named}"
        );
        let full = Busy { machine: 1.9, ..disk };
        let named = full.limit(2).unwrap_or_default();
        assert!(
            named.contains("server 0.50, generator 0.20, everything else 1.20"),
            "{named}"
        );
        assert!(
            quiet.limit(8).is_none()
                && Busy {
                    busiest_thread: 0.95,
                    ..quiet
                }
                .limit(8)
                .is_some()
        );
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_writer_is_found_by_its_name() {
        let (done, waiting) = std::sync::mpsc::channel::<()>();
        let (up, started) = std::sync::mpsc::channel();
        let thread = std::thread::Builder::new().name(WRITER.to_owned());
        let writer = thread.spawn(move || {
            up.send(()).expect("the test listens");
            let _ = waiting.recv();
        });
        started.recv().expect("the thread runs");
        let found = threads(std::process::id());
        assert!(found.iter().any(|(_, name)| name == WRITER), "{found:?}");
        drop(done);
        writer.expect("a thread").join().expect("it ends");
    }
}
