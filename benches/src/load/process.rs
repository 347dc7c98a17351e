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
}

/// Resident memory of a process, in bytes.
#[must_use]
pub fn resident_bytes(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
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
