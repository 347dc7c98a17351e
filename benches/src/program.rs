//! Programs under measurement, each a process of its own.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::Stdio,
    time::Duration,
};

use tokio::{
    net::TcpStream,
    process::{Child, Command},
    time::{Instant, sleep},
};

/// A slow interpreter on a busy machine still starts within this.
const START_WITHIN: Duration = Duration::from_secs(30);

/// Why a program cannot be measured.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// It is not there, or cannot be run.
    #[error("{0} cannot be started: {1}")]
    Spawn(&'static str, #[source] std::io::Error),
    /// It ended at once.
    #[error("{0} ended at once")]
    Ended(&'static str),
    /// It does not listen.
    #[error("{0} does not listen")]
    Deaf(&'static str),
    /// There is no place to listen.
    #[error("the loopback address has no free port")]
    NoPort(#[source] std::io::Error),
}

/// A running program; killed when dropped.
#[derive(Debug)]
pub struct Program {
    child: Child,
    /// Its process id.
    pub pid: u32,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Program {
    /// Starts one that will listen on this address, and waits until it does.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub async fn start(
        name: &'static str,
        address: SocketAddr,
        mut command: Command,
    ) -> Result<Self, StartError> {
        let spawn_error = |error| StartError::Spawn(name, error);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(spawn_error)?;
        let deadline = Instant::now() + START_WITHIN;
        while TcpStream::connect(address).await.is_err() {
            if child.try_wait().map_err(spawn_error)?.is_some() {
                return Err(StartError::Ended(name));
            }
            if Instant::now() >= deadline {
                return Err(StartError::Deaf(name));
            }
            sleep(Duration::from_millis(20)).await;
        }
        let pid = child.id().ok_or(StartError::Ended(name))?;
        Ok(Self { child, pid, address })
    }

    /// Ends it.
    pub async fn stop(mut self) {
        let _ = self.child.kill().await;
    }
}

/// An address nobody listens on.
///
/// # Errors
///
/// When the loopback address has no free port.
pub fn free_address() -> Result<SocketAddr, StartError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_err(StartError::NoPort)
}
