//! The simulator as a whole.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use retell_client::models::Call;
use secrecy::ExposeSecret;
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::driver::PersonaKind;
use crate::state::{Entry, Shared};
use crate::{CallReport, PersonaInfo, SimError, SimOptions, browser, rest};

/// How long webhooks on their way may take when the simulator is shut down.
const FAREWELL: Duration = Duration::from_secs(3);

/// A running simulator of Retell: REST, the caller's side of the LLM socket, signed webhooks.
///
/// It runs on the tokio runtime it was started on, until [`shutdown`](Self::shutdown) or until it is dropped.
#[derive(Debug)]
pub struct Simulator {
    shared: Arc<Shared>,
}

impl Simulator {
    /// Starts listening.
    ///
    /// # Errors
    ///
    /// When a setting cannot be used or the address is not free.
    pub async fn start(options: SimOptions) -> Result<Self, SimError> {
        check(&options)?;
        let address = options.listen;
        let listening = |source| SimError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(listening)?;
        let base_url = format!("http://{}", reachable(listener.local_addr().map_err(listening)?));
        // Webhooks go where they are told, not where a proxy or a redirect leads.
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| SimError::WebhookSender(Box::new(error)))?;
        let shared = Arc::new(Shared::new(options, base_url, http));
        let app = rest::router(&shared).merge(browser::router(&shared));
        let closing = shared.closing.clone();
        shared.tasks.spawn(async move {
            let served = axum::serve(listener, app)
                .with_graceful_shutdown(closing.cancelled_owned())
                .await;
            if let Err(error) = served {
                tracing::debug!(%error, "the simulator stopped listening");
            }
        });
        Ok(Self { shared })
    }

    /// The base URL of the REST API, such as `http://127.0.0.1:40123`.
    pub fn base_url(&self) -> String {
        self.shared.base_url.clone()
    }

    /// The `/sim/...` routes for the browser, to merge into another origin's router. The simulator serves them itself
    /// as well.
    pub fn browser_router(&self) -> axum::Router {
        browser::router(&self.shared)
    }

    /// Every call that is remembered, oldest first.
    pub fn calls(&self) -> Vec<CallReport> {
        self.shared.reports()
    }

    /// What is known about one call.
    pub fn call(&self, call_id: &str) -> Option<CallReport> {
        self.shared.report(call_id)
    }

    /// Takes in a finished call, a [rehearsed](crate::rehearsal) one for example, so that get-call, list-calls and its
    /// recording answer for it. Sends no webhook. Returns the call with its `recording_url`.
    pub fn adopt(&self, mut call: Call) -> Call {
        if call.start_timestamp.is_some() {
            call.recording_url = Some(format!(
                "{}/recordings/{}.wav",
                self.shared.base_url, call.call_id
            ));
        }
        let mut entry = Entry::new(call.clone());
        entry.over = true;
        self.shared.add(entry);
        call
    }

    /// Waits until the call is [over](CallReport::over), at most `limit`; `None` when the call is not known or not
    /// over in time.
    ///
    /// # Cancel safety
    ///
    /// Safe: nothing is consumed.
    pub async fn wait_ended(&self, call_id: &str, limit: Duration) -> Option<CallReport> {
        let mut changes = self.shared.changes();
        let over = async {
            loop {
                changes.borrow_and_update();
                // The report holds the whole call; it is made once, not at every change of any call.
                if self.shared.read(call_id, |entry| entry.over)? {
                    return self.shared.report(call_id);
                }
                changes.changed().await.ok()?;
            }
        };
        timeout(limit, over).await.ok().flatten()
    }

    /// Ends calls that are live (`manual_stopped`), waits up to 3 s for webhooks on their way, and stops listening.
    pub async fn shutdown(&self) {
        self.shared.closing.cancel();
        self.shared.tasks.close();
        if timeout(FAREWELL, self.shared.tasks.wait()).await.is_err() {
            tracing::debug!("webhooks were still on their way at shutdown");
        }
    }

    /// The personas a call can ask for with the dynamic variable `sim_persona`.
    pub fn personas() -> &'static [PersonaInfo] {
        PersonaKind::ALL
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.shared.closing.cancel();
    }
}

fn check(options: &SimOptions) -> Result<(), SimError> {
    let refuse = |name, reason: &str| {
        Err(SimError::Setting {
            name,
            reason: reason.to_owned(),
        })
    };
    if options.api_key.expose_secret().is_empty() {
        return refuse("api_key", "it is empty; any text will do, such as key_simulator");
    }
    if !(0.1..=1_000.0).contains(&options.speed) {
        return refuse("speed", "it must lie between 0.1 and 1000; 1 is as fast as life");
    }
    if options.agent_id.is_empty() {
        return refuse("agent_id", "it is empty");
    }
    if options.max_concurrent == 0 {
        return refuse("max_concurrent", "with 0 no call could ever be placed");
    }
    let starts = |url: &Option<String>, schemes: &[&str]| {
        url.as_ref().is_none_or(|url| {
            schemes
                .iter()
                .any(|scheme| url.len() > scheme.len() && url.starts_with(scheme))
        })
    };
    if !starts(&options.webhook_url, &["http://", "https://"]) {
        return refuse("webhook_url", "it must begin with http:// or https://");
    }
    if !starts(&options.llm_websocket_url, &["ws://", "http://"]) {
        return refuse(
            "llm_websocket_url",
            "it must begin with ws://; the simulator speaks no TLS to the application",
        );
    }
    Ok(())
}

/// An address others can use: a wildcard address is reached over loopback.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(std::net::IpAddr::from([127, 0, 0, 1]));
    }
    address
}
