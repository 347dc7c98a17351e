//! Demo mode: Retell's side played by a simulator in this process.

mod past;
mod recall;
mod rehearse;
mod seed;

use std::fs::{File, TryLockError};
use std::net::SocketAddr;
use std::path::Path;

use axum::Router;
use retell_sim::{SimOptions, Simulator};
use secrecy::ExposeSecret as _;

use crate::calls::CallDetail;
use crate::config::Config;
use crate::error::StartError;
use crate::state::AppState;

pub(crate) use seed::seed;

/// Where demo calls come from when no number is configured; 555-01xx numbers belong to nobody.
pub(crate) const FROM_NUMBER: &str = "+13125550199";
/// Where demo calls are transferred when no number is configured; the simulator only notes it.
pub(crate) const TRANSFER_NUMBER: &str = "+13125550100";

/// The simulator in this process.
#[derive(Debug)]
pub(crate) struct Demo {
    lock: File,
    simulator: Simulator,
    agent_id: String,
}

impl Demo {
    /// Starts the simulator on a port of its own; it comes to the server at `address`.
    pub(crate) async fn start(config: &Config, address: SocketAddr) -> Result<Self, StartError> {
        let lock = lock(&config.database)?;
        let secret = config
            .llm_secret
            .as_ref()
            .map(|secret| format!("/{}", secret.expose_secret()));
        let options = SimOptions::new(config.api_key.expose_secret())
            .webhook_url(format!("http://{address}/api/v1/retell/webhook"))
            .llm_websocket_url(format!(
                "ws://{address}/api/v1/retell/llm-webhook{}",
                secret.unwrap_or_default()
            ))
            .speed(config.sim_speed)
            .seed(rand::random())
            .max_concurrent(config.max_calls);
        let agent_id = options.agent_id.clone();
        let simulator = Simulator::start(options)
            .await
            .map_err(|error| StartError::Simulator(error.into()))?;
        Ok(Self {
            lock,
            simulator,
            agent_id,
        })
    }

    /// Where its REST API is.
    pub(crate) fn base_url(&self) -> String {
        self.simulator.base_url()
    }

    /// The agent it knows from the start.
    pub(crate) fn agent_id(&self) -> &str {
        &self.agent_id
    }

    /// The browser's side of web calls.
    pub(crate) fn browser_router(&self) -> Router<AppState> {
        self.simulator.browser_router().with_state(())
    }

    /// Where the recording of a simulated call is. The simulator forgets its calls when the process ends, so one that it
    /// does not know is told to it again.
    pub(crate) fn recording_url(&self, call: &CallDetail) -> Option<String> {
        let known = self.simulator.call(call.row.provider_call_id.as_deref()?);
        match known {
            Some(known) => known.call.recording_url,
            None => self.simulator.adopt(recall::call(call)?).recording_url,
        }
    }

    /// Ends live calls and stops listening.
    pub(crate) async fn shut_down(&self) {
        self.simulator.shutdown().await;
        // Closing the file would free it too, but a task may still hold on to us for a moment.
        let _ = self.lock.unlock();
    }
}

/// One demo server per database: the simulator of a second one would not know the calls of the first, and would report
/// them lost.
fn lock(database: &Path) -> Result<File, StartError> {
    let path = database.with_extension("demo-lock");
    let opened = File::options().create(true).append(true).open(&path);
    let file = opened.map_err(|error| StartError::Simulator(error.into()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StartError::InUse(database.to_owned())),
        // Some network file systems know no locks.
        Err(TryLockError::Error(error)) => {
            tracing::warn!(%error, "the database cannot be locked against a second demo server");
            Ok(file)
        }
    }
}
