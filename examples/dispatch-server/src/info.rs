//! What this server is and how to connect it; health.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::config::Config;
use crate::problem::{Chain, Problem};
use crate::state::AppState;

/// How long the database may take to show that it is there.
const READY_DEADLINE: Duration = Duration::from_secs(3);

/// Whether calls are real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// A simulator plays Retell and the drivers.
    Demo,
    /// Calls go through a Retell account.
    Live,
}

/// What this server is and how to connect it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Info {
    /// Whether calls are real.
    pub mode: Mode,
    /// The version of the server.
    pub version: String,
    /// Paste this into the agent's custom LLM setting at Retell (a secret, if configured, shows as `<DISPATCH_LLM_SECRET>`).
    pub llm_websocket_url: String,
    /// Paste this into the agent's webhook setting at Retell.
    pub webhook_url: String,
    /// The simulator, in demo mode.
    #[schema(required)]
    pub sim: Option<SimInfo>,
}

/// What the simulator offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SimInfo {
    /// Who can answer the phone.
    pub personas: Vec<Persona>,
}

/// Somebody who can answer the phone: the variable `sim_persona` chooses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Persona {
    /// The value of `sim_persona`.
    pub id: String,
    /// For people.
    pub name: String,
    /// What this driver does.
    pub description: String,
}

/// Health of the process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// `ok`.
    pub status: String,
}

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(info))
}

/// For monitors, without a password.
pub(crate) fn health_router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(healthz))
        .routes(routes!(readyz))
}

/// What this server is and how to connect it
#[utoipa::path(
    get, path = "/api/v1/info", tag = "info", operation_id = "get_info",
    responses(
        (status = 200, description = "Mode, version and URLs", body = Info),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn info(State(app): State<AppState>) -> Json<Info> {
    let sim = (app.config.mode == Mode::Demo).then(|| SimInfo {
        personas: retell_sim::Simulator::personas()
            .iter()
            .map(|persona| Persona {
                id: persona.id.to_string(),
                name: persona.name.to_string(),
                description: persona.description.to_string(),
            })
            .collect(),
    });
    let urls = Urls::new(&app.config, app.address);
    Json(Info {
        mode: app.config.mode,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        llm_websocket_url: urls
            .llm_websocket(app.config.llm_secret.as_ref().map(|_| "<DISPATCH_LLM_SECRET>")),
        webhook_url: urls.webhook(),
        sim,
    })
}

/// The URLs Retell is given.
#[derive(Debug)]
pub(crate) struct Urls(String);

impl Urls {
    pub(crate) fn new(config: &Config, address: SocketAddr) -> Self {
        Self(config.public_base(address))
    }

    /// Retell appends `/` and the call's id, so a secret can only be a segment of the path.
    pub(crate) fn llm_websocket(&self, secret: Option<&str>) -> String {
        let base = self.0.replacen("http", "ws", 1);
        let secret = secret.map(|secret| format!("/{secret}")).unwrap_or_default();
        format!("{base}/api/v1/retell/llm-webhook{secret}")
    }

    pub(crate) fn webhook(&self) -> String {
        format!("{}/api/v1/retell/webhook", self.0)
    }
}

/// Is the process alive
#[utoipa::path(get, path = "/healthz", tag = "info", responses((status = 200, description = "Yes", body = Health)))]
async fn healthz() -> Json<Health> {
    Json(Health {
        status: "ok".to_owned(),
    })
}

/// Can it serve
#[utoipa::path(
    get, path = "/readyz", tag = "info",
    responses(
        (status = 200, description = "Yes", body = Health),
        (status = 503, description = "Not now", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn readyz(State(app): State<AppState>) -> Result<Json<Health>, Problem> {
    let unready = |detail| Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail);
    if app.closing.is_cancelled() || app.drain.is_draining() {
        return Err(unready("the server is shutting down"));
    }
    match tokio::time::timeout(READY_DEADLINE, app.store.ping()).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::error!(error = %Chain(&error), "the database cannot be read");
            return Err(unready("the database cannot be read; see the log"));
        }
        Err(_) => return Err(unready("the database does not answer in time")),
    }
    Ok(healthz().await)
}
