//! A small application: an LLM socket with a policy, and a webhook receiver that keeps what it gets.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use retell_client::Client;
use retell_client::models::{CallId, CreateWebCall, CreatedWebCall};
use retell_llm_ws::axum::RetellUpgrade;
use retell_llm_ws::frame::AgentConfig;
use retell_llm_ws::{
    Admission, CallContext, ConversationPolicy, Options, PolicyError, Reply, Speech, Turn, async_trait,
};
use retell_sim::{CallReport, SimOptions, Simulator};
use tokio::net::TcpListener;
use tokio::sync::Notify;

pub(crate) const KEY: &str = "key_test_simulator";
pub(crate) const SPEED: f64 = 200.0;
pub(crate) const LONG: Duration = Duration::from_secs(30);

type Answer = Arc<dyn Fn(&Turn<'_>) -> Speech + Send + Sync>;

/// Greets and then answers by a function of the turn.
struct Scripted {
    answer: Answer,
}

#[async_trait]
impl ConversationPolicy for Scripted {
    fn greet(&mut self, call: &CallContext) -> Speech {
        Speech::say(format!(
            "Hi {}, this is dispatch. How's it going?",
            call.variable("driver_name").unwrap_or("there")
        ))
    }

    async fn respond(&self, turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        let speech = (self.answer)(turn);
        if let Some(action) = speech.action {
            reply.act(action);
        }
        reply.finish(speech.text).await?;
        Ok(())
    }
}

/// A policy that is made of a function.
pub(crate) fn policy(answer: Answer) -> Box<dyn ConversationPolicy> {
    Box::new(Scripted { answer })
}

#[derive(Clone)]
struct Ctx {
    answer: Answer,
    options: Options,
    /// Wakes every open socket's task, which then drops it.
    drop_sockets: Arc<Notify>,
    seen: Arc<Mutex<HashSet<String>>>,
    hooks: Arc<Mutex<Vec<Hook>>>,
    refuse: Arc<Mutex<Vec<u16>>>,
}

/// A webhook as it came.
#[derive(Clone)]
pub(crate) struct Hook {
    pub(crate) signature: String,
    pub(crate) body: Bytes,
}

/// The application.
pub(crate) struct App {
    pub(crate) address: SocketAddr,
    ctx: Ctx,
    server: tokio::task::JoinHandle<()>,
}

impl App {
    pub(crate) async fn start(answer: impl Fn(&Turn<'_>) -> Speech + Send + Sync + 'static) -> Self {
        let reminders = AgentConfig {
            reminder_max_count: Some(3),
            ..AgentConfig::default()
        };
        let ctx = Ctx {
            answer: Arc::new(answer),
            options: Options::new().agent_config(reminders),
            drop_sockets: Arc::default(),
            seen: Arc::default(),
            hooks: Arc::default(),
            refuse: Arc::default(),
        };
        Self::serve(SocketAddr::from(([127, 0, 0, 1], 0)), ctx).await
    }

    async fn serve(address: SocketAddr, ctx: Ctx) -> Self {
        let router = Router::new()
            .route("/llm/{call_id}", get(llm))
            .route("/hook", post(hook))
            .with_state(ctx.clone());
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, ctx, server }
    }

    /// Dies as a killed process does: sockets break without a close frame, the port is closed.
    pub(crate) async fn crash(self) -> Crashed {
        self.ctx.drop_sockets.notify_waiters();
        self.server.abort();
        let _ = self.server.await;
        Crashed {
            address: self.address,
            ctx: self.ctx,
        }
    }

    /// Breaks every open socket without a close frame.
    pub(crate) fn drop_sockets(&self) {
        self.ctx.drop_sockets.notify_waiters();
    }

    /// Answers the next webhooks with these statuses, then 204 again.
    pub(crate) fn refuse(&self, statuses: &[u16]) {
        self.ctx.refuse.lock().unwrap().extend(statuses.iter().rev());
    }

    pub(crate) fn hooks(&self) -> Vec<Hook> {
        self.ctx.hooks.lock().unwrap().clone()
    }

    pub(crate) fn sim_options(&self) -> SimOptions {
        SimOptions::new(KEY)
            .speed(SPEED)
            .llm_websocket_url(format!("ws://{}/llm", self.address))
            .webhook_url(format!("http://{}/hook", self.address))
    }
}

/// What is left of a crashed application.
pub(crate) struct Crashed {
    address: SocketAddr,
    ctx: Ctx,
}

impl Crashed {
    /// Starts again on the same port, remembering which calls were greeted.
    pub(crate) async fn restart(self) -> App {
        App::serve(self.address, self.ctx).await
    }
}

async fn llm(State(ctx): State<Ctx>, Path(call_id): Path<String>, upgrade: RetellUpgrade) -> Response {
    upgrade.on_upgrade(ctx.options.message_limit(), async move |socket| {
        let fresh = ctx.seen.lock().unwrap().insert(call_id.clone());
        let admission = if fresh {
            Admission::fresh()
        } else {
            Admission::resumed()
        };
        let answer = Arc::clone(&ctx.answer);
        let served = retell_llm_ws::run(
            socket,
            CallId::from(call_id),
            admission,
            move |_: &CallContext| policy(answer),
            &ctx.options,
        );
        tokio::select! {
            _ = served => {}
            () = ctx.drop_sockets.notified() => {}
        }
    })
}

async fn hook(State(ctx): State<Ctx>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers["x-retell-signature"].to_str().unwrap().to_owned();
    ctx.hooks.lock().unwrap().push(Hook { signature, body });
    let status = ctx.refuse.lock().unwrap().pop().unwrap_or(204);
    StatusCode::from_u16(status).unwrap()
}

pub(crate) fn client(simulator: &Simulator) -> Client {
    Client::builder(KEY)
        .base_url(simulator.base_url())
        .max_retries(0)
        .build()
        .unwrap()
}

/// Places a web call that plays this script, and waits until it is over.
pub(crate) async fn play(simulator: &Simulator, script: &str) -> CallReport {
    let created = place(simulator, &[("sim_script", script), ("driver_name", "Mike")]).await;
    simulator
        .wait_ended(created.call_id.as_str(), LONG)
        .await
        .expect("the call ends in time")
}

pub(crate) async fn place(simulator: &Simulator, variables: &[(&str, &str)]) -> CreatedWebCall {
    let mut request = CreateWebCall::new("agent_sim_dispatch");
    for (name, value) in variables {
        request = request.dynamic_variable(*name, value);
    }
    client(simulator).call().create_web_call(&request).await.unwrap()
}

/// What was said, who and what.
pub(crate) fn said(report: &CallReport) -> Vec<(String, String)> {
    let lines = report.call.utterances().iter();
    lines
        .map(|line| (line.role.as_str().to_owned(), line.content.clone()))
        .collect()
}
