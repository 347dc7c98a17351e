//! Runs case files: `cargo run -p dispatch-policy --example run_cases -- [--json] FILE...`
//!
//! Exit status 1 when a case fails, 2 when a file cannot be read.

#![expect(
    clippy::print_stdout,
    reason = "a command-line program speaks through its output"
)]

mod compare;
mod dialogues;
mod utterances;

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde_json::{Value, json};

#[derive(Debug, Default, Clone, Copy)]
struct Score {
    passed: usize,
    total: usize,
}

impl Score {
    fn count(&mut self, passed: bool) {
        self.total += 1;
        self.passed += usize::from(passed);
    }

    fn json(self) -> Value {
        json!({ "passed": self.passed, "total": self.total })
    }
}

#[derive(Debug, Default)]
struct Report {
    utterances: Score,
    keys: Score,
    dialogues: Score,
    missed: usize,
    false_alarms: usize,
    groups: BTreeMap<String, Score>,
    failures: Vec<(String, Vec<String>)>,
}

impl Report {
    fn add(&mut self, case: &Value) -> Result<(), String> {
        let id = case["id"].as_str().ok_or("a case without id")?.to_owned();
        match case["kind"].as_str() {
            Some("utterance") => {
                let outcome = utterances::run(case).map_err(|e| format!("{id}: {e}"))?;
                self.utterances.count(outcome.failed.is_empty());
                self.keys.total += outcome.keys;
                self.keys.passed += outcome.keys - outcome.failed.len();
                self.missed += usize::from(outcome.missed_emergency);
                self.false_alarms += usize::from(outcome.false_alarm);
                let group = case["group"].as_str().unwrap_or("none").to_owned();
                self.groups
                    .entry(group)
                    .or_default()
                    .count(outcome.failed.is_empty());
                if !outcome.failed.is_empty() {
                    self.failures.push((id, outcome.failed));
                }
                Ok(())
            }
            Some("dialogue") => {
                let failed = dialogues::failures(case);
                self.dialogues.count(failed.is_empty());
                if !failed.is_empty() {
                    self.failures.push((id, failed));
                }
                Ok(())
            }
            other => Err(format!("{id}: unknown kind {other:?}")),
        }
    }

    fn json(&self) -> Value {
        let groups: serde_json::Map<String, Value> =
            self.groups.iter().map(|(g, s)| (g.clone(), s.json())).collect();
        let failures: Vec<Value> = self
            .failures
            .iter()
            .map(|(id, checks)| json!({ "id": id, "checks": checks }))
            .collect();
        json!({
            "utterances": self.utterances.json(),
            "keys": self.keys.json(),
            "dialogues": self.dialogues.json(),
            "emergencies": { "missed": self.missed, "false_alarms": self.false_alarms },
            "groups": groups,
            "failures": failures,
        })
    }

    fn print(&self) {
        for (id, checks) in &self.failures {
            for check in checks {
                println!("{id}  {check}");
            }
        }
        for (group, score) in &self.groups {
            println!("{group:<22} {:>4} / {}", score.passed, score.total);
        }
        println!(
            "{:<22} {:>4} / {}",
            "utterances", self.utterances.passed, self.utterances.total
        );
        println!("{:<22} {:>4} / {}", "keys", self.keys.passed, self.keys.total);
        println!(
            "{:<22} {:>4} / {}",
            "dialogues", self.dialogues.passed, self.dialogues.total
        );
        println!(
            "emergencies missed {}, false alarms {}",
            self.missed, self.false_alarms
        );
    }
}

fn read(files: &[String]) -> Result<Report, String> {
    let mut report = Report::default();
    for file in files {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
            let case: Value = serde_json::from_str(line).map_err(|e| format!("{file}:{}: {e}", n + 1))?;
            report.add(&case).map_err(|e| format!("{file}:{}: {e}", n + 1))?;
        }
    }
    Ok(report)
}

fn main() -> ExitCode {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let as_json = files.iter().any(|f| f == "--json");
    files.retain(|f| f != "--json");
    if files.is_empty() {
        eprintln!("usage: run_cases [--json] FILE...");
        return ExitCode::from(2);
    }
    match read(&files) {
        Ok(report) => {
            if as_json {
                println!("{}", report.json());
            } else {
                report.print();
            }
            ExitCode::from(u8::from(!report.failures.is_empty()))
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
