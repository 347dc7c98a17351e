//! What the kernel says a server has used. Linux only: elsewhere nothing is known.

use std::{collections::BTreeMap, fs, time::Duration};

/// CPU time of a process up to a moment.
#[derive(Debug, Clone)]
pub struct CpuTime {
    /// Nanoseconds by thread; exact, but threads that ended are forgotten.
    threads: BTreeMap<u64, u64>,
    /// User and system time in ticks of 10 ms; coarse, but whole.
    ticks: u64,
}

impl CpuTime {
    /// Reads it now. `None` when there is no such process, or no `/proc`.
    #[must_use]
    pub fn of(pid: u32) -> Option<Self> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // Behind the name, which may itself hold blanks and brackets.
        let fields: Vec<&str> = stat.get(stat.rfind(')')? + 2..)?.split(' ').collect();
        let ticks = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
        let mut threads = BTreeMap::new();
        for entry in fs::read_dir(format!("/proc/{pid}/task")).ok()?.flatten() {
            let thread = entry.file_name().to_string_lossy().parse().ok()?;
            if let Ok(text) = fs::read_to_string(entry.path().join("schedstat")) {
                threads.insert(thread, text.split(' ').next()?.parse().ok()?);
            }
        }
        Some(Self { threads, ticks })
    }

    /// What was used since `earlier`.
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Duration {
        let whole = !self.threads.is_empty()
            && earlier
                .threads
                .keys()
                .all(|thread| self.threads.contains_key(thread));
        if whole {
            let sum = |time: &Self| time.threads.values().sum::<u64>();
            Duration::from_nanos(sum(self).saturating_sub(sum(earlier)))
        } else {
            Duration::from_millis(self.ticks.saturating_sub(earlier.ticks) * 10)
        }
    }

    /// What each thread used since `earlier`, by its id; without threads that ended.
    #[must_use]
    pub fn by_thread_since(&self, earlier: &Self) -> BTreeMap<u64, Duration> {
        let spent = |(thread, now): (&u64, &u64)| {
            let before = earlier.threads.get(thread).copied().unwrap_or(0);
            (*thread, Duration::from_nanos(now.saturating_sub(before)))
        };
        self.threads.iter().map(spent).collect()
    }
}

/// Resident memory of a process, in bytes.
#[must_use]
pub fn resident_bytes(pid: u32) -> Option<u64> {
    Some(number_in(pid, "status", "VmRSS:")? * 1024)
}

/// The most memory a process ever had resident, in bytes.
#[must_use]
pub fn peak_bytes(pid: u32) -> Option<u64> {
    Some(number_in(pid, "status", "VmHWM:")? * 1024)
}

/// Bytes a process has caused to be written to disks.
#[must_use]
pub fn disk_bytes(pid: u32) -> Option<u64> {
    number_in(pid, "io", "write_bytes:")
}

/// The first number in the line of a process's file that begins with this.
fn number_in(pid: u32, file: &str, line: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/{file}")).ok()?;
    let rest = text.lines().find_map(|found| found.strip_prefix(line))?;
    rest.split_whitespace().next()?.parse().ok()
}

/// Seconds all cores together were busy since the machine started.
#[must_use]
pub fn machine_busy_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let fields: Vec<f64> = stat
        .lines()
        .next()?
        .split_whitespace()
        .skip(1)
        .filter_map(|field| field.parse().ok())
        .collect();
    // user, nice, system, idle, iowait, irq, softirq, steal; in ticks of 10 ms.
    let busy: f64 = [0, 1, 2, 5, 6, 7]
        .iter()
        .filter_map(|&index| fields.get(index))
        .sum();
    Some(busy / 100.0)
}
