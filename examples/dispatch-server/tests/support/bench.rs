//! A simulator and a server wired to each other.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use clap::Parser as _;
use dispatch_server::Server;
use dispatch_server::config::{Config, Settings};
use retell_sim::{CallReport, SimOptions, Simulator};
use tempfile::TempDir;

use crate::api::{Api, PASSWORD, PATIENCE};

pub(crate) const KEY: &str = "key_whole_way_0123456789";
pub(crate) const AGENT: &str = "agent_sim_dispatch";

/// An address nobody listens on.
pub(crate) fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("loopback has a free port");
    listener.local_addr().expect("a bound socket has an address")
}

/// A simulator that expects the server at `address`.
pub(crate) async fn simulator(address: SocketAddr, speed: f64) -> Simulator {
    let options = SimOptions::new(KEY)
        .agent_id(AGENT)
        .llm_websocket_url(format!("ws://{address}/api/v1/retell/llm-webhook"))
        .webhook_url(format!("http://{address}/api/v1/retell/webhook"))
        .max_concurrent(1_000)
        .speed(speed);
    Simulator::start(options).await.expect("the simulator starts")
}

/// Both, in this process; the server believes that it serves a real account.
pub(crate) struct Bench {
    pub(crate) simulator: Simulator,
    pub(crate) api: Api,
    server: Server,
    _data: TempDir,
}

impl Bench {
    pub(crate) async fn start(speed: f64) -> Self {
        // `RUST_LOG=debug` shows why a call went wrong.
        let filter = tracing_subscriber::EnvFilter::from_default_env();
        let _ = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_test_writer()
            .try_init();
        let data = tempfile::tempdir().expect("a temporary folder");
        let address = free_address();
        let simulator = simulator(address, speed).await;
        let settings = Settings::parse_from([
            "dispatch-server".to_owned(),
            format!("--bind={address}"),
            format!(
                "--database-url=sqlite://{}",
                data.path().join("test.db").display()
            ),
            format!("--retell-api-key={KEY}"),
            format!("--retell-agent-id={AGENT}"),
            format!("--retell-base-url={}", simulator.base_url()),
            format!("--admin-password={PASSWORD}"),
            "--transfer-number=+13125550100".to_owned(),
            "--max-calls=1000".to_owned(),
        ]);
        let config = Config::new(settings).expect("the settings are right");
        let server = Server::start(config).await.expect("the server starts");
        Self {
            simulator,
            api: Api::new(format!("http://{address}")),
            server,
            _data: data,
        }
    }

    /// Waits until the call is over on Retell's side, every webhook delivered.
    pub(crate) async fn until_over(&self, id: &str) -> CallReport {
        self.simulator
            .wait_ended(id, PATIENCE)
            .await
            .unwrap_or_else(|| panic!("call {id} is not over in time"))
    }

    pub(crate) async fn stop(self) {
        self.simulator.shutdown().await;
        self.server.stop().await.expect("the server stops in order");
    }
}
