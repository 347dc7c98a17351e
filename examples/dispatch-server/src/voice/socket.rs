//! The routes Retell dials.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use dispatch_policy::CheckCallPolicy;
use http::StatusCode;
use jiff::Timestamp;
use retell_client::models::CallId;
use retell_llm_ws::axum::{Connection, RetellUpgrade};
use retell_llm_ws::frame::AgentConfig;
use retell_llm_ws::socket::Socket;
use retell_llm_ws::{Admission, CallContext, ConversationPolicy, Options, Outcome};
use serde::Deserialize;

use super::admission::admit;
use super::live_calls::Place;
use super::recorder::{Recorded, Recorder};
use crate::agents::Agent;
use crate::demo;
use crate::info::Mode;
use crate::problem::{Chain, Problem};
use crate::state::AppState;
use crate::store::KnownCall;
use crate::webhooks::report;

/// Retell sends the whole transcript in each message.
const MAX_MESSAGE: usize = 8 * 1024 * 1024;

pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route("/api/v1/retell/llm-webhook/{call_id}", get(with_token))
        .route("/api/v1/retell/llm-webhook/{secret}/{call_id}", get(with_segment))
}

#[derive(Deserialize)]
struct Token {
    token: Option<String>,
}

async fn with_token(
    State(app): State<AppState>,
    Path(call_id): Path<String>,
    Query(token): Query<Token>,
    upgrade: RetellUpgrade,
) -> Result<Response, Problem> {
    open(app, call_id, token.token.as_deref(), upgrade).await
}

async fn with_segment(
    State(app): State<AppState>,
    Path((secret, call_id)): Path<(String, String)>,
    upgrade: RetellUpgrade,
) -> Result<Response, Problem> {
    open(app, call_id, Some(&secret), upgrade).await
}

async fn open(
    app: AppState,
    call_id: String,
    secret: Option<&str>,
    upgrade: RetellUpgrade,
) -> Result<Response, Problem> {
    let (call, agent) = admit(&app, &call_id, secret).await.inspect_err(|problem| {
        metrics::counter!("dispatch_sockets_refused_total", "status" => problem.status.to_string())
            .increment(1);
    })?;
    let mut place = app.live.enter(&call_id).ok_or_else(|| {
        Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "too many calls at once; see DISPATCH_MAX_CALLS",
        )
    })?;
    Ok(upgrade.on_upgrade(MAX_MESSAGE, move |socket| async move {
        // Beside the call: Retell need not wait for our disk.
        tokio::spawn(connected(app.clone(), call.id.clone(), Timestamp::now()));
        let outcome = serve(&app, socket, &mut place, &call, &agent).await;
        finished(&call, &outcome);
    }))
}

async fn connected(app: AppState, id: String, at: Timestamp) {
    match app.store.connect_call(&id, at).await {
        Ok(row) => app.call_changed(row),
        Err(error) => {
            tracing::error!(call.id = id, error = %Chain(&error), "a connected call was not written down")
        }
    }
}

async fn serve(
    app: &AppState,
    socket: Socket<Connection>,
    place: &mut Place,
    call: &KnownCall,
    agent: &Agent,
) -> Outcome {
    let call_id = place.provider_call_id.clone();
    let so_far = Arc::clone(&place.so_far);
    let recorder = Arc::new(Recorder::new(
        app.clone(),
        call.id.clone(),
        call_id.clone(),
        so_far,
    ));
    let options = Options::new()
        .agent_config(AgentConfig {
            reminder_trigger_ms: Some(agent.reminder_trigger_ms.into()),
            reminder_max_count: Some(agent.reminder_max_count),
            ..AgentConfig::default()
        })
        .max_message_bytes(MAX_MESSAGE)
        .observer(Arc::new((app.engine, recorder.clone())))
        .shutdown(app.drain.clone());
    let mut admission = if call.greeted {
        Admission::resumed()
    } else {
        Admission::fresh()
    };
    if let Some(seat) = place.seat.take() {
        admission = admission.seated(seat);
    }
    let transfer = agent
        .transfer_number
        .clone()
        .or_else(|| app.config.transfer_number.clone())
        .or_else(|| (app.config.mode == Mode::Demo).then(|| demo::TRANSFER_NUMBER.to_owned()));
    let policy = policy(call, agent, transfer, recorder);
    retell_llm_ws::run(socket, CallId::from(call_id), admission, policy, &options).await
}

/// Makes the policy once the call is known. What we wrote down ourselves stands in for what Retell does not say.
fn policy(
    call: &KnownCall,
    agent: &Agent,
    transfer_number: Option<String>,
    recorder: Arc<Recorder>,
) -> impl FnOnce(&CallContext) -> Box<dyn ConversationPolicy> {
    let mut known = call.variables.clone();
    known
        .entry("company_name".to_owned())
        .or_insert_with(|| agent.company_name.clone());
    known
        .entry("timezone".to_owned())
        .or_insert_with(|| agent.timezone.clone());
    if let Some(number) = transfer_number {
        known.entry("transfer_number".to_owned()).or_insert(number);
    }
    let defaults = report::variables(&known);
    move |_| {
        let listener = Arc::clone(&recorder);
        let policy =
            CheckCallPolicy::new(defaults).on_decision(Arc::new(move |decision| listener.decided(decision)));
        Box::new(Recorded { policy, recorder })
    }
}

fn finished(call: &KnownCall, outcome: &Outcome) {
    tracing::info!(
        call.id = call.id,
        reason = ?outcome.reason,
        turns = outcome.turns,
        bad_frames = outcome.bad_frames,
        duration_ms = u64::try_from(outcome.duration.as_millis()).unwrap_or(u64::MAX),
        "a call's socket closed"
    );
}
