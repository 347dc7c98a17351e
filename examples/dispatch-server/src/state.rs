//! What handlers share.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::FromRef;
use jiff::Timestamp;
use metrics_exporter_prometheus::PrometheusHandle;
use retell_client::Client;
use retell_llm_ws::{MetricsObserver, Shutdown};
use retell_webhook::Verifier;
use tokio::sync::{Notify, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::calls::{CallRow, RunningKeys};
use crate::config::Config;
use crate::demo::Demo;
use crate::live::{CallChanged, Hub};
use crate::store::Store;
use crate::voice::{LiveCalls, TurnWriter};

/// Shared by every handler; cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

/// What is shared.
pub struct Shared {
    /// Checked settings.
    pub config: Config,
    /// When this process began.
    pub begun: Timestamp,
    /// The bound address.
    pub address: SocketAddr,
    /// Where calls are kept.
    pub store: Arc<dyn Store>,
    /// Retell, or the simulator.
    pub retell: Client,
    /// Fetches recordings, which are on other hosts than Retell's API.
    pub http: reqwest::Client,
    /// Live events.
    pub hub: Arc<Hub>,
    /// Places for listeners.
    pub listeners: Arc<Semaphore>,
    /// Places for questions to Retell about calls nobody here knows.
    pub lookups: Semaphore,
    /// The simulator, in demo mode.
    pub(crate) demo: Option<Demo>,
    /// Calls whose socket is open here.
    pub live: Arc<LiveCalls>,
    /// Keeps turns.
    pub turns: TurnWriter,
    /// Lets live calls end when the process does.
    pub drain: Shutdown,
    /// Wakes the webhook worker.
    pub inbox: Notify,
    /// Requests with an idempotency key that are being answered.
    pub running: RunningKeys,
    /// Checks signatures of webhooks.
    pub verifier: Verifier,
    /// Cancelled when the server closes.
    pub closing: CancellationToken,
    /// Prometheus' page.
    pub prometheus: PrometheusHandle,
    /// Counts the calls and turns of the engine, for that page.
    pub engine: MetricsObserver,
}

impl AppState {
    /// Shares it.
    pub fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// Tells everybody that a row changed.
    pub fn call_changed(&self, call: CallRow) {
        self.hub.publish("call", &CallChanged { call });
    }
}

impl std::ops::Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

impl FromRef<AppState> for Verifier {
    fn from_ref(app: &AppState) -> Self {
        app.verifier.clone()
    }
}
