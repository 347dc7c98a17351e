//! The application as a process of its own.

use std::{net::SocketAddr, path::Path, process::Stdio};

use reqwest::{Client, Response};
use serde_json::{Value, json};
use tokio::process::Command;

use crate::program::{Program, StartError};

/// What requests of the simulator and to it carry, and webhooks are signed with.
pub const KEY: &str = "key_whole_application_bench";
/// The agent that calls.
pub const AGENT: &str = "agent_sim_dispatch";
const PASSWORD: &str = "correct horse battery";

/// A running server with an empty database.
#[derive(Debug)]
pub struct Application {
    /// The process.
    pub program: Program,
    http: Client,
    base: String,
}

/// Why the application does not do what it should.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It does not run.
    #[error(transparent)]
    Start(#[from] StartError),
    /// It does not answer.
    #[error("the server does not answer")]
    Http(#[from] reqwest::Error),
    /// It answers something else.
    #[error("the server's answer lacks {0}")]
    Answer(&'static str),
}

impl Application {
    /// Starts the program on this address with its data in this folder, and waits until it is ready.
    ///
    /// # Errors
    ///
    /// When it does not start.
    pub async fn start(
        program: &Path,
        folder: &Path,
        address: SocketAddr,
        retell: String,
        calls: usize,
    ) -> Result<Self, Failure> {
        let database = folder.join("bench.db");
        let mut command = Command::new(program);
        command
            .current_dir(folder)
            .env_clear()
            .env("BIND", address.to_string())
            .env("DATABASE_URL", format!("sqlite://{}", database.display()))
            .env("RETELL_API_KEY", KEY)
            .env("RETELL_AGENT_ID", AGENT)
            .env("RETELL_BASE_URL", retell)
            .env("DISPATCH_ADMIN_PASSWORD", PASSWORD)
            .env("DISPATCH_TRANSFER_NUMBER", "+13125550100")
            .env("DISPATCH_MAX_CALLS", calls.to_string())
            // The usual lines are written, to nobody.
            .stderr(Stdio::null());
        let application = Self {
            program: Program::start("dispatch-server", address, command).await?,
            http: Client::new(),
            base: format!("http://{address}"),
        };
        application.get("/readyz").await?;
        Ok(application)
    }

    /// Starts a web call that a persona takes; its id at the simulator.
    ///
    /// # Errors
    ///
    /// When it is not started.
    pub async fn call(&self, load: &str, persona: &str) -> Result<String, Failure> {
        let body = json!({
            "driver_name": "Pat",
            "load_number": load,
            "call_type": "web",
            "variables": {"sim_persona": persona},
        });
        let request = self
            .http
            .post(format!("{}/api/v1/calls/start", self.base))
            .json(&body);
        let answer = request
            .basic_auth("admin", Some(PASSWORD))
            .send()
            .await?
            .error_for_status()?;
        let started: Value = answer.json().await?;
        let id = started["provider_call_id"].as_str();
        id.map(str::to_owned).ok_or(Failure::Answer("a call's id"))
    }

    /// Deliveries that are on disk but not applied yet.
    ///
    /// # Errors
    ///
    /// When the server does not say.
    pub async fn waiting(&self) -> Result<u64, Failure> {
        let health: Value = self.get("/api/v1/retell/webhook").await?.json().await?;
        health["waiting"].as_u64().ok_or(Failure::Answer("waiting"))
    }

    /// One of the server's own numbers; 0 when it has not counted yet.
    ///
    /// # Errors
    ///
    /// When the server does not say.
    pub async fn counter(&self, name: &str) -> Result<f64, Failure> {
        let page = self.get("/metrics").await?.text().await?;
        let value = page
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        Ok(value.and_then(|value| value.trim().parse().ok()).unwrap_or(0.0))
    }

    async fn get(&self, path: &str) -> Result<Response, Failure> {
        let request = self.http.get(format!("{}{path}", self.base));
        Ok(request
            .basic_auth("admin", Some(PASSWORD))
            .send()
            .await?
            .error_for_status()?)
    }
}
