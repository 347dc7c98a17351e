//! The program: reads settings, serves until it is told to stop.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use dispatch_server::config::{Config, Settings};
use dispatch_server::info::Mode;
use dispatch_server::problem::Chain;
use dispatch_server::{Server, StartError, openapi, telemetry};

#[tokio::main]
async fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("openapi") {
        let written = std::io::stdout().write_all(openapi::document().as_bytes());
        return if written.is_ok() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    }
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "dispatch-server: {}", Chain(&error));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), StartError> {
    // A missing file is fine; what is set already wins.
    let _ = dotenvy::dotenv();
    let config = Config::new(Settings::parse()).map_err(StartError::Config)?;
    telemetry::init_logs(config.log_format);
    let (mode, database) = (config.mode, config.database.clone());
    let server = Server::start(config).await?;
    let url = format!("http://{}", server.address());
    match mode {
        Mode::Demo => {
            tracing::info!(%url, database = %database.display(), "DEMO MODE: a simulator plays Retell, no real calls are placed");
        }
        Mode::Live => tracing::info!(%url, database = %database.display(), "serving; calls are real"),
    }
    stop_signal().await;
    tracing::info!("stopping; once more stops at once");
    tokio::select! {
        stopped = server.stop() => stopped,
        () = stop_signal() => {
            tracing::warn!("stopped at once; calls that were on are dialled again by Retell");
            Ok(())
        }
    }
}

/// Ctrl-C, or what a service manager sends.
async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
