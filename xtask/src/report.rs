//! Runs steps one after the other, remembers how each ended, and sums up.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// How a step ended.
enum Outcome {
    Passed(Duration),
    Failed(String),
    Skipped(String),
}

/// All steps of one run.
pub(crate) struct Report {
    root: PathBuf,
    strict: bool,
    steps: Vec<(String, Outcome)>,
}

impl Report {
    /// A run in the workspace at `root`. With `CI=true` a skipped step counts as failed.
    pub(crate) fn new(root: PathBuf) -> Self {
        let strict = std::env::var("CI").is_ok_and(|v| v == "true" || v == "1");
        Self {
            root,
            strict,
            steps: Vec::new(),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A step that calls cargo.
    pub(crate) fn cargo(&mut self, name: &str, args: &[&str]) -> Step<'_> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.args(args).current_dir(&self.root);
        self.step(name, command)
    }

    /// A step that calls npm in a folder of the workspace.
    pub(crate) fn npm(&mut self, name: &str, folder: &str, args: &[&str]) -> Step<'_> {
        let mut command = Command::new("npm");
        command
            .args(args)
            .current_dir(self.root.join(folder))
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        self.step(name, command)
    }

    /// A step that calls a program in the workspace's root.
    pub(crate) fn program(&mut self, name: &str, program: impl AsRef<std::ffi::OsStr>) -> Step<'_> {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        self.step(name, command)
    }

    fn step(&mut self, name: &str, command: Command) -> Step<'_> {
        Step {
            report: self,
            name: name.to_owned(),
            command,
        }
    }

    /// Names a step that could not be run, and why.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        say(&format!("--- {name}: skipped, {why}"));
        self.steps
            .push((name.to_owned(), Outcome::Skipped(why.to_owned())));
    }

    /// Names a step that failed outside a command of its own.
    pub(crate) fn fail(&mut self, name: &str, why: &str) {
        say(&format!("--- {name}: failed, {why}"));
        self.steps
            .push((name.to_owned(), Outcome::Failed(why.to_owned())));
    }

    /// Prints the summary and gives the exit status: success when nothing failed (and, under `CI`, nothing was skipped).
    pub(crate) fn finish(self) -> ExitCode {
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        say("\n=== summary");
        for (name, outcome) in &self.steps {
            match outcome {
                Outcome::Passed(took) => {
                    passed += 1;
                    say(&format!("  ok       {name} ({:.0} s)", took.as_secs_f64()));
                }
                Outcome::Failed(why) => {
                    failed += 1;
                    say(&format!("  FAILED   {name}: {why}"));
                }
                Outcome::Skipped(why) if self.strict => {
                    failed += 1;
                    say(&format!(
                        "  FAILED   {name}: may not be skipped when CI=true, {why}"
                    ));
                }
                Outcome::Skipped(why) => {
                    skipped += 1;
                    say(&format!("  skipped  {name}: {why}"));
                }
            }
        }
        say(&format!("{passed} passed, {failed} failed, {skipped} skipped"));
        if failed == 0 && passed > 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// A command about to run.
pub(crate) struct Step<'a> {
    report: &'a mut Report,
    name: String,
    command: Command,
}

impl Step<'_> {
    pub(crate) fn env(mut self, key: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    pub(crate) fn arg(mut self, arg: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    pub(crate) fn args(mut self, args: impl IntoIterator<Item: AsRef<std::ffi::OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// Runs in another folder than the workspace's root.
    pub(crate) fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Embeds the dashboard built before, or none.
    pub(crate) fn dashboard(self, built: bool) -> Self {
        if built {
            let dist = self.report.root.join("examples/dispatch-server/web/dist");
            self.env("DISPATCH_WEB_DIST", dist)
        } else {
            self.env("DISPATCH_WEB", "skip")
        }
    }

    /// Runs it with its output shown; says whether it succeeded.
    pub(crate) fn run(mut self) -> bool {
        say(&format!("\n--- {}", self.name));
        let started = Instant::now();
        let outcome = match self.command.status() {
            Ok(status) if status.success() => Outcome::Passed(started.elapsed()),
            Ok(status) => Outcome::Failed(status.to_string()),
            Err(error) => Outcome::Failed(format!("could not start: {error}")),
        };
        let ok = matches!(outcome, Outcome::Passed(_));
        self.report.steps.push((self.name, outcome));
        ok
    }
}

/// Prints a line; a closed pipe is no reason to stop testing.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}
