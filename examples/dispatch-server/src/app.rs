//! Puts the parts together.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use retell_client::Client;
use retell_llm_ws::{MetricsObserver, Shutdown};
use retell_webhook::Verifier;
use secrecy::ExposeSecret as _;
use tokio::sync::{Notify, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::agents::{AgentSettings, REMINDER_MAX_COUNT, REMINDER_TRIGGER_MS};
use crate::config::Config;
use crate::demo::Demo;
use crate::error::StartError;
use crate::info::Mode;
use crate::live::{Hub, MAX_LISTENERS};
use crate::problem::{Problem, trace_ids};
use crate::state::{AppState, Shared};
use crate::store::sqlite::SqliteStore;
use crate::store::{NewAgent, Store};
use crate::voice::{LiveCalls, TurnWriter};
use crate::{auth, demo, housekeeping, metrics, openapi, reconcile, telemetry, voice, web, webhooks};

/// How long live calls may go on when the process is told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Calls nobody here knows that Retell is asked about at once: strangers who dial must not use up its rate limit.
const MAX_LOOKUPS: usize = 4;

/// The whole application, not yet listening.
pub struct App {
    state: AppState,
    router: Router,
    tasks: TaskTracker,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl App {
    /// Opens the database, in demo mode starts the simulator, and puts the routes together. `address` is what the
    /// listener is bound to.
    ///
    /// # Errors
    ///
    /// When something it needs cannot be had; the error says what to do.
    pub async fn build(config: Config, address: SocketAddr) -> Result<Self, StartError> {
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&config.database).await?);
        let demo = match config.mode {
            Mode::Demo => Some(Demo::start(&config, address).await?),
            Mode::Live => None,
        };
        let retell = retell(&config, demo.as_ref())?;
        let verifier =
            Verifier::new(config.webhook_secret.expose_secret()).map_err(|error| StartError::Setting {
                variable: "RETELL_WEBHOOK_SECRET",
                source: error.into(),
            })?;
        let provider_agent_id = demo
            .as_ref()
            .map(|demo| demo.agent_id().to_owned())
            .or_else(|| config.agent_id.clone());
        store
            .ensure_agent(&default_agent(&config, provider_agent_id), jiff::Timestamp::now())
            .await?;
        let prometheus = telemetry::prometheus();
        let state = AppState::new(Shared {
            begun: jiff::Timestamp::now(),
            address,
            retell,
            http: reqwest::Client::builder()
                .connect_timeout(Duration::from_secs(10))
                .read_timeout(Duration::from_secs(30))
                .redirect(reqwest::redirect::Policy::limited(3))
                .build()
                .map_err(StartError::Http)?,
            hub: Arc::new(Hub::default()),
            listeners: Arc::new(Semaphore::new(MAX_LISTENERS)),
            live: Arc::new(LiveCalls::new(config.max_calls)),
            turns: TurnWriter::start(Arc::clone(&store)),
            drain: Shutdown::new(),
            inbox: Notify::new(),
            running: Default::default(),
            verifier,
            closing: CancellationToken::new(),
            prometheus,
            engine: MetricsObserver::new(),
            lookups: Semaphore::new(MAX_LOOKUPS),
            demo,
            store,
            config,
        });
        let router = router(&state);
        Ok(Self {
            state,
            router,
            tasks: TaskTracker::new(),
        })
    }

    /// What the handlers share.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// The routes.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Starts what runs beside the requests; the listener should be open.
    pub fn start_tasks(&self) {
        let app = &self.state;
        if app.config.mode == Mode::Live && app.config.llm_secret.is_none() {
            tracing::warn!(
                "DISPATCH_LLM_SECRET is not set: whoever learns the id of a call can speak for the agent; set it and add it to the agent's URL"
            );
        }
        if app.config.webhook_worker {
            self.tasks.spawn(webhooks::worker::run(app.clone()));
            self.tasks.spawn(reconcile::run(app.clone()));
        }
        self.tasks.spawn(housekeeping::run(app.clone()));
        if app.config.seed_calls > 0 {
            self.tasks.spawn(demo::seed(app.clone()));
        }
        self.tasks.close();
    }

    /// Lets live calls go on for a moment, drops them without a word (Retell dials again, and the next process takes
    /// over), and finishes what is being written.
    pub async fn shut_down(self) {
        let Self { state, tasks, .. } = self;
        let live = state.live.count();
        if live > 0 {
            tracing::info!(live, grace_secs = GRACE.as_secs(), "waiting for live calls");
        }
        state.drain.drain(GRACE);
        // A little more than the grace: a call that does not end then is not waited for.
        if tokio::time::timeout(GRACE + Duration::from_secs(2), state.drain.idle())
            .await
            .is_err()
        {
            tracing::warn!("some calls did not end in time");
        }
        if let Some(demo) = &state.demo {
            demo.shut_down().await;
        }
        state.closing.cancel();
        tasks.wait().await;
        state.turns.flush().await;
        state.store.close().await;
    }
}

fn retell(config: &Config, demo: Option<&Demo>) -> Result<Client, StartError> {
    let mut builder = Client::builder(config.api_key.expose_secret())
        .max_retries(1)
        .timeout(Duration::from_secs(20));
    if let Some(url) = demo
        .map(Demo::base_url)
        .or_else(|| config.retell_base_url.as_ref().map(ToString::to_string))
    {
        builder = builder.base_url(url);
    }
    builder.build().map_err(|error| StartError::Setting {
        variable: if config.retell_base_url.is_some() {
            "RETELL_BASE_URL"
        } else {
            "RETELL_API_KEY"
        },
        source: error.into(),
    })
}

fn default_agent(config: &Config, provider_agent_id: Option<String>) -> NewAgent {
    NewAgent {
        settings: AgentSettings {
            provider_agent_id: provider_agent_id.clone(),
            name: "Check calls".to_owned(),
            company_name: config.company_name.clone(),
            timezone: config.timezone_name.clone(),
            transfer_number: config.transfer_number.clone(),
            reminder_trigger_ms: REMINDER_TRIGGER_MS,
            reminder_max_count: REMINDER_MAX_COUNT,
        },
        provider_agent_id,
        is_default: true,
    }
}

/// Everything the server answers to.
fn router(app: &AppState) -> Router {
    // Retell comes here with its own proofs; a password would lock it out.
    let open = Router::from(openapi::open_routes()).merge(voice::router());
    let document = openapi::document();

    let mut guarded = Router::from(openapi::guarded_routes())
        .route(
            "/api/openapi.json",
            get(async move || ([(header::CONTENT_TYPE, "application/json")], document.clone())),
        )
        .route("/metrics", get(metrics::prometheus));
    guarded = guarded
        .fallback(web::serve)
        .method_not_allowed_fallback(async || {
            Problem::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "this address does not take that method",
            )
            .into_response()
        })
        .layer(from_fn_with_state(app.clone(), auth::require_admin));
    // These carry a token of their own where the password would stand.
    if let Some(demo) = &app.demo {
        guarded = guarded.merge(demo.browser_router());
    }
    guarded = guarded
        .layer(from_fn_with_state(app.clone(), auth::guard_origin))
        .layer(cors(&app.config));

    guarded
        .merge(open)
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "something went wrong on the server; the trace id finds it in the log",
            )
            .into_response()
        }))
        .layer(from_fn(in_time))
        .layer(from_fn(telemetry::observe))
        .layer(from_fn(trace_ids))
        // Outside of whatever may still rewrite a body.
        .layer(CompressionLayer::new())
        .layer(headers("x-content-type-options", "nosniff"))
        .layer(headers("referrer-policy", "no-referrer"))
        .layer(headers("x-frame-options", "DENY"))
        .layer(headers("cross-origin-opener-policy", "same-origin"))
        .layer(headers(
            "permissions-policy",
            "microphone=(self), camera=(), geolocation=()",
        ))
        .layer(headers("content-security-policy", csp(app.config.mode)))
        .with_state(app.clone())
}

/// How long an answer may take to begin; streams may then go on.
const ANSWER_DEADLINE: Duration = Duration::from_secs(90);

/// A body that never ends, or a provider that never answers, does not hold a request for ever.
async fn in_time(request: Request, next: Next) -> Response {
    tokio::time::timeout(ANSWER_DEADLINE, next.run(request))
        .await
        .unwrap_or_else(|_| {
            Problem::new(
                StatusCode::REQUEST_TIMEOUT,
                "the request took too long; try again in a moment",
            )
            .into_response()
        })
}

fn headers(name: &'static str, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
}

/// Nothing inline, nothing foreign; calls in the browser reach Retell in live mode only.
const fn csp(mode: Mode) -> &'static str {
    match mode {
        Mode::Demo => {
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
             connect-src 'self'; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; \
             object-src 'none'"
        }
        Mode::Live => {
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
             connect-src 'self' https://*.retellai.com wss://*.retellai.com https://*.livekit.cloud wss://*.livekit.cloud; \
             media-src 'self' blob:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; \
             form-action 'self'; object-src 'none'"
        }
    }
}

fn cors(config: &Config) -> CorsLayer {
    let origins: Vec<HeaderValue> = config
        .cors_origins
        .iter()
        .filter_map(|origin| origin.parse().ok())
        .collect();
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST, Method::PUT])
        .allow_headers([
            header::CONTENT_TYPE,
            header::AUTHORIZATION,
            HeaderName::from_static("idempotency-key"),
            HeaderName::from_static("last-event-id"),
        ])
        .expose_headers([
            HeaderName::from_static("x-request-id"),
            HeaderName::from_static("idempotent-replay"),
        ])
        .allow_credentials(true)
        .max_age(Duration::from_secs(600))
}

/// A path without the query, for logs: the route where there is one, because paths may hold a secret.
pub(crate) fn logged_path(request: &Request) -> String {
    request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or_else(|| "unmatched".to_owned(), |path| path.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, Bytes};
    use axum::routing::post;
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_body_that_never_ends_is_not_waited_for() {
        let app = Router::new()
            .route("/", post(async |_: Bytes| "read"))
            .layer(from_fn(in_time));
        let drip = futures_util::stream::pending::<Result<Bytes, std::io::Error>>();
        let request = Request::post("/")
            .body(Body::from_stream(drip))
            .expect("a request");
        let answer = app.oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::REQUEST_TIMEOUT);
    }
}
