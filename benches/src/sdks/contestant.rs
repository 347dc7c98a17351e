//! Who takes part, and how each is started and asked.

use std::{process::Stdio, time::Duration};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
    time::timeout,
};

use super::task::{Operation, Seen, Work};
use crate::{compare::server::Places, load::CpuTime, retell};

/// A slow interpreter on a busy machine still answers within this.
const ANSWER_WITHIN: Duration = Duration::from_secs(240);

/// One who does the tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contestant {
    /// reqwest and `serde_json` into the client's own structs; the HMAC alone: what it costs at least.
    Bare,
    /// The same into `serde_json::Value`, which is all that is left to do without types.
    Untyped,
    /// `retell-client` and `retell-webhook`.
    Ours,
    /// The official SDK for Node.
    Node,
    /// The official SDK for Python.
    Python,
}

impl Contestant {
    /// All of them, the denominator first.
    pub const ALL: [Self; 5] = [Self::Bare, Self::Untyped, Self::Ours, Self::Node, Self::Python];

    /// Its short name, for the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Untyped => "untyped",
            Self::Ours => "ours",
            Self::Node => "node",
            Self::Python => "python",
        }
    }

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Untyped => "bare, untyped",
            Self::Ours => "retell-client, retell-webhook",
            Self::Node => "retell-sdk for Node",
            Self::Python => "retell-sdk for Python",
        }
    }

    /// Whether it does this at all: without reading anything there is nothing to leave untyped.
    #[must_use]
    pub fn does(self, operation: Operation) -> bool {
        self != Self::Untyped || !matches!(operation, Operation::Verify | Operation::Refuse)
    }

    fn command(self, places: &Places, url: &str) -> Command {
        let mut command = match self {
            Self::Bare | Self::Untyped | Self::Ours => {
                let mut command = Command::new(places.programs.join("peer-sdk"));
                command.args(["--contestant", self.key()]);
                command
            }
            Self::Node => {
                let mut command = Command::new("node");
                command
                    .current_dir(places.peers.join("node"))
                    .env("NODE_ENV", "production")
                    .arg("sdk.js");
                command
            }
            Self::Python => {
                let mut command = Command::new(&places.python);
                command.current_dir(places.peers.join("python")).arg("sdk.py");
                command
            }
        };
        command.args([url, retell::KEY, retell::CALL_ID]);
        command
    }
}

/// Why a contestant has no result.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Its program is not there, or cannot be run.
    #[error("{0} cannot be started: {1}")]
    Spawn(&'static str, #[source] std::io::Error),
    /// It does not take tasks any more.
    #[error("{0} cannot be asked: {1}")]
    Ask(&'static str, #[source] std::io::Error),
    /// It ended, or stands still.
    #[error("{name} does not answer to {work}")]
    Silent {
        /// Who.
        name: &'static str,
        /// What was asked.
        work: String,
    },
    /// It did something else than it was asked.
    #[error("{name} has not done {work}: {answer}, where {wanted:?} is right")]
    Wrong {
        /// Who.
        name: &'static str,
        /// What was asked.
        work: String,
        /// What it said.
        answer: String,
        /// What there was to read.
        wanted: Seen,
    },
}

/// A running contestant; killed when dropped.
#[derive(Debug)]
pub struct Running {
    name: &'static str,
    tasks: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    child: Child,
}

impl Running {
    /// Starts one, to work with the server at `url`.
    ///
    /// # Errors
    ///
    /// When its program cannot be run.
    pub fn start(contestant: Contestant, places: &Places, url: &str) -> Result<Self, Failure> {
        let name = contestant.name();
        let mut child = contestant
            .command(places, url)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| Failure::Spawn(name, error))?;
        let gone = || Failure::Spawn(name, std::io::ErrorKind::BrokenPipe.into());
        Ok(Self {
            name,
            tasks: child.stdin.take().ok_or_else(gone)?,
            answers: BufReader::new(child.stdout.take().ok_or_else(gone)?).lines(),
            child,
        })
    }

    /// Has it do the work. Its CPU time, user and system, in microseconds for each time the work was done; `None` where
    /// the system does not tell.
    ///
    /// # Errors
    ///
    /// When it does not answer, or has not read what there was to read.
    pub async fn run(&mut self, work: &Work) -> Result<Option<f64>, Failure> {
        let task = work.task();
        let line = serde_json::to_string(&task).expect("a task is JSON");
        let ready = self.ask(work, &line).await?;
        if ready != "ready" {
            return Err(self.wrong(work, ready));
        }
        let before = self.used();
        let answer = self.ask(work, "go").await?;
        let after = self.used();
        if serde_json::from_str(&answer).ok() != Some(work.seen.times(task.times)) {
            return Err(self.wrong(work, answer));
        }
        let spent = |(after, before): (CpuTime, CpuTime)| after.since(&before).as_secs_f64();
        Ok(after
            .zip(before)
            .map(|times| spent(times) * 1e6 / task.times as f64))
    }

    fn used(&self) -> Option<CpuTime> {
        self.child.id().and_then(CpuTime::of)
    }

    fn wrong(&self, work: &Work, answer: String) -> Failure {
        Failure::Wrong {
            name: self.name,
            work: work.name.clone(),
            answer,
            wanted: work.seen.times(work.times),
        }
    }

    async fn ask(&mut self, work: &Work, line: &str) -> Result<String, Failure> {
        let failed = |error| Failure::Ask(self.name, error);
        self.tasks
            .write_all(format!("{line}\n").as_bytes())
            .await
            .map_err(failed)?;
        self.tasks.flush().await.map_err(failed)?;
        match timeout(ANSWER_WITHIN, self.answers.next_line()).await {
            Ok(Ok(Some(answer))) => Ok(answer),
            _ => Err(Failure::Silent {
                name: self.name,
                work: work.name.clone(),
            }),
        }
    }
}
