//! The servers that are compared, and how each is started.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
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

/// One of the servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Server {
    /// tokio-tungstenite alone; the denominator of every ratio.
    Raw,
    /// fastwebsockets alone; the denominator of handshakes.
    FastWebsockets,
    /// `retell-llm-ws` on its own socket.
    Engine,
    /// `retell-llm-ws` behind an axum router.
    EngineAxum,
    /// `retell-llm-ws` that answers in four chunks.
    EngineChunks,
    /// axum and a tagged serde enum.
    Axum,
    /// express-ws.
    Node,
    /// `FastAPI` on uvicorn.
    Python,
}

impl Server {
    /// All of them, the denominators first.
    pub const ALL: [Self; 8] = [
        Self::Raw,
        Self::FastWebsockets,
        Self::Engine,
        Self::EngineAxum,
        Self::EngineChunks,
        Self::Axum,
        Self::Node,
        Self::Python,
    ];

    /// Its name on the command line and in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw tungstenite",
            Self::FastWebsockets => "raw fastwebsockets",
            Self::Engine => "retell-llm-ws",
            Self::EngineAxum => "retell-llm-ws, axum",
            Self::EngineChunks => "retell-llm-ws, four chunks",
            Self::Axum => "axum, tagged enum",
            Self::Node => "node, express-ws",
            Self::Python => "python, FastAPI",
        }
    }

    /// Its short name, for the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::FastWebsockets => "fastws",
            Self::Engine => "engine",
            Self::EngineAxum => "engine-axum",
            Self::EngineChunks => "engine-chunks",
            Self::Axum => "axum",
            Self::Node => "node",
            Self::Python => "python",
        }
    }

    /// Whether it is written in this workspace's own language and needs nothing installed.
    #[must_use]
    pub fn is_rust(self) -> bool {
        !matches!(self, Self::Node | Self::Python)
    }

    fn command(self, places: &Places, port: u16) -> Command {
        let port = port.to_string();
        let rust = |program: &str| {
            let mut command = Command::new(places.programs.join(program));
            command.args(["--port", &port]);
            command
        };
        let engine = |adapter: &str| {
            let mut command = Command::new(places.programs.join("examples/canned_reply"));
            command.args(["--port", &port, "--adapter", adapter]);
            command
        };
        match self {
            Self::Raw => rust("peer-raw"),
            Self::FastWebsockets => rust("peer-fastws"),
            Self::Axum => rust("peer-axum"),
            Self::Engine => engine("tungstenite"),
            Self::EngineAxum => engine("axum"),
            Self::EngineChunks => {
                let mut command = engine("tungstenite");
                command.args(["--chunks", "4"]);
                command
            }
            Self::Node => {
                let mut command = Command::new("node");
                command
                    .current_dir(places.peers.join("node"))
                    .env("NODE_ENV", "production")
                    .args(["server.js", &port]);
                command
            }
            Self::Python => {
                let mut command = Command::new(&places.python);
                command.current_dir(places.peers.join("python")).args([
                    "-m",
                    "uvicorn",
                    "server:app",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    &port,
                    "--log-level",
                    "warning",
                ]);
                command
            }
        }
    }
}

/// Where things are.
#[derive(Debug, Clone)]
pub struct Places {
    /// Folder of the built Rust programs.
    pub programs: PathBuf,
    /// `benches/peers`.
    pub peers: PathBuf,
    /// The Python that has the peer's packages.
    pub python: PathBuf,
}

impl Places {
    /// The usual ones: this program's own folder, and the source tree.
    ///
    /// # Errors
    ///
    /// When the system does not say where this program is.
    pub fn usual() -> std::io::Result<Self> {
        let own = std::env::current_exe()?;
        let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers");
        Ok(Self {
            programs: own.parent().map(Path::to_path_buf).unwrap_or_default(),
            python: peers.join("python/.venv/bin/python"),
            peers,
        })
    }
}

/// Why a server cannot be measured.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Its program is not there, or cannot be run.
    #[error("{0} cannot be started: {1}")]
    Spawn(&'static str, #[source] std::io::Error),
    /// It ended at once.
    #[error("{0} ended at once")]
    Ended(&'static str),
    /// It does not listen.
    #[error("{0} does not listen")]
    Deaf(&'static str),
}

/// A running server; killed when dropped.
#[derive(Debug)]
pub struct Running {
    child: Child,
    /// Its process id.
    pub pid: u32,
    /// What to dial.
    pub url: String,
}

impl Running {
    /// Starts a server on a free port of the loopback address and waits until it listens.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub async fn start(server: Server, places: &Places) -> Result<Self, StartError> {
        let name = server.name();
        let spawn_error = |error| StartError::Spawn(name, error);
        let address = free_address().map_err(spawn_error)?;
        let mut child = server
            .command(places, address.port())
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
        Ok(Self {
            child,
            pid,
            url: format!("ws://{address}/llm-websocket"),
        })
    }

    /// Ends it.
    pub async fn stop(mut self) {
        let _ = self.child.kill().await;
    }
}

fn free_address() -> std::io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}
