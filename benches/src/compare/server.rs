//! The servers that are compared, and how each is started.

use std::path::{Path, PathBuf};

use tokio::process::Command;

use crate::program::{Program, StartError, free_address};

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

/// Starts a server on a free port.
///
/// # Errors
///
/// When it does not start.
pub async fn start(server: Server, places: &Places) -> Result<Program, StartError> {
    let address = free_address()?;
    Program::start(server.name(), address, server.command(places, address.port())).await
}
