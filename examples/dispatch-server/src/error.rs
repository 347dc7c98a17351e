//! Why the server did not start.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::config::ConfigError;
use crate::store::StoreError;
use crate::store::sqlite::OpenError;

/// Why the server did not start; each says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// Settings that cannot be used.
    #[error("{}", list(.0))]
    Config(Vec<ConfigError>),
    /// A setting that turned out not to work.
    #[error("{variable}: cannot be used")]
    Setting {
        /// The environment variable.
        variable: &'static str,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The port is taken, or the address is not ours.
    #[error(
        "BIND: cannot listen on {address}; is another server running there? choose another port with BIND=127.0.0.1:8081"
    )]
    Listen {
        /// Where.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The database file cannot be used.
    #[error("DATABASE_URL: choose a file this user may write, such as sqlite://data/dispatch.db")]
    Database(#[from] OpenError),
    /// Another demo server is at work on the same file.
    #[error("DATABASE_URL: another demo server uses {}; stop it, or choose another file", .0.display())]
    InUse(PathBuf),
    /// The database failed at once.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// The HTTP client could not be made.
    #[error("the HTTP client cannot be set up")]
    Http(#[source] reqwest::Error),
    /// The simulator did not start.
    #[error("the simulator did not start")]
    Simulator(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Serving broke.
    #[error("the server stopped serving")]
    Serve(#[source] std::io::Error),
}

fn list(errors: &[ConfigError]) -> String {
    let lines: Vec<String> = errors.iter().map(|error| format!("  {error}")).collect();
    format!("these settings cannot be used:\n{}", lines.join("\n"))
}
