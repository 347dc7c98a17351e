//! Where, when and how something was measured.

use std::{ffi::OsStr, path::Path, process::Command};

use serde::{Deserialize, Serialize};

use super::{Options, fragment::Part};

/// What one has to know to measure it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Processor, cores, memory, kernel.
    pub machine: String,
    /// Compilers, interpreters, packages.
    pub versions: Vec<String>,
    /// The command that was given.
    pub command: String,
    /// The day, UTC.
    pub date: String,
    /// Rounds that the medians are taken over.
    pub rounds: usize,
    /// Who was not measured.
    pub left_out: Vec<String>,
}

impl Setting {
    /// This machine, now; `versions` go behind that of the compiler.
    #[must_use]
    pub fn here(part: Part, options: &Options, versions: Vec<String>) -> Self {
        Self {
            machine: machine(),
            versions: output("rustc", ["--version"])
                .into_iter()
                .chain(versions)
                .collect(),
            command: command(part),
            date: jiff::Timestamp::now().strftime("%Y-%m-%d").to_string(),
            rounds: options.rounds,
            left_out: options.leave_out.clone(),
        }
    }
}

/// What a program prints, such as its version; `None` when it fails or prints nothing.
#[must_use]
pub fn output(program: impl AsRef<OsStr>, args: impl IntoIterator<Item: AsRef<OsStr>>) -> Option<String> {
    let output = Command::new(program).args(args).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}

/// The versions of these crates, from the workspace's lock file.
#[must_use]
pub fn locked(crates: &[&str]) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let lock = std::fs::read_to_string(file).unwrap_or_default();
    let lines: Vec<&str> = lock.lines().collect();
    let value = |line: &str, key: &str| {
        let rest = line.strip_prefix(key)?.strip_prefix(" = \"")?;
        rest.strip_suffix('"').map(str::to_owned)
    };
    lines
        .windows(2)
        .filter_map(|pair| Some((value(pair[0], "name")?, value(pair[1], "version")?)))
        .filter(|(name, _)| crates.contains(&name.as_str()))
        .map(|(name, version)| format!("{name} {version}"))
        .collect()
}

/// The packages a peer's `package.json` or `requirements.txt` pins.
#[must_use]
pub fn pinned(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    if let Ok(package) = serde_json::from_str::<serde_json::Value>(&text) {
        let dependencies = package["dependencies"].as_object().into_iter().flatten();
        return dependencies
            .filter_map(|(name, version)| Some(format!("{name} {}", version.as_str()?)))
            .collect();
    }
    text.lines()
        .filter_map(|line| line.split_once("=="))
        .map(|(name, version)| format!("{name} {version}"))
        .collect()
}

/// Processor, cores, memory and kernel, as far as Linux says.
fn machine() -> String {
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let field = |text: &str, name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(|rest| rest.trim_start_matches([' ', '\t', ':']).trim().to_owned())
    };
    let model = field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "unknown processor".into());
    let memory = field(&read("/proc/meminfo"), "MemTotal").unwrap_or_else(|| "unknown".into());
    let kernel = read("/proc/sys/kernel/osrelease");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "{cores} cores of {model}; memory {memory}; Linux {}",
        kernel.trim()
    )
}

/// What was typed, without the folders of this machine.
fn command(part: Part) -> String {
    let mut arguments = std::env::args().skip(1);
    let mut shown = vec![format!("cargo xtask bench {} --", part.name())];
    while let Some(argument) = arguments.next() {
        if argument == "--out" {
            arguments.next();
        } else {
            shown.push(argument);
        }
    }
    shown.join(" ").trim_end_matches(" --").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_of_the_lock_files() {
        let found = locked(&["axum", "tokio"]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found.iter().any(|version| version.starts_with("axum 0.8")),
            "{found:?}"
        );
        let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
        let node = pinned(&peers.join("node/package.json"));
        assert!(
            node.iter().any(|version| version.starts_with("ws 7.")),
            "{node:?}"
        );
        let python = pinned(&peers.join("python/requirements.txt"));
        assert!(
            python.iter().any(|version| version.starts_with("fastapi 0.")),
            "{python:?}"
        );
    }
}
