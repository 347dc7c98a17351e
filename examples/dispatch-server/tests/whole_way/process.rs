//! The server as a process of its own, to be killed.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, Command};

use crate::api::{Api, PASSWORD};
use crate::bench::{AGENT, KEY};

pub(crate) struct Process {
    child: Child,
    address: SocketAddr,
    pub(crate) api: Api,
}

impl Process {
    /// Starts the server on `address` with its data in `folder` and waits until it is ready.
    pub(crate) async fn start(address: SocketAddr, folder: &Path, retell: &str, worker: &str) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_dispatch-server"))
            .current_dir(folder)
            .env_clear()
            .env("BIND", address.to_string())
            .env(
                "DATABASE_URL",
                format!("sqlite://{}", folder.join("test.db").display()),
            )
            .env("RETELL_API_KEY", KEY)
            .env("RETELL_AGENT_ID", AGENT)
            .env("RETELL_BASE_URL", retell)
            .env("DISPATCH_ADMIN_PASSWORD", PASSWORD)
            .env("DISPATCH_WEBHOOK_WORKER", worker)
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the program starts");
        let mut process = Self {
            child,
            address,
            api: Api::new(format!("http://{address}")),
        };
        process.until_ready().await;
        process
    }

    async fn until_ready(&mut self) {
        let url = format!("http://{}/readyz", self.address);
        for _ in 0..600 {
            assert!(
                self.child.try_wait().expect("its status").is_none(),
                "the server ended at once"
            );
            if reqwest::get(&url)
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the server is not ready");
    }

    /// SIGKILL: no handler runs, nothing is flushed.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.expect("the process can be killed");
    }
}
