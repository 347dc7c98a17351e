//! An agent on an axum router: a secret in the query, a limit on calls, calls that outlive a deployment.
//!
//! ```sh
//! LLM_SECRET=long-and-random cargo run -p retell-llm-ws --features axum --example axum_server
//! ```
//!
//! Give the agent `wss://your.host/llm?token=long-and-random` as its `llm_websocket_url`.

use std::{env, error::Error, time::Duration};

use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::any,
};
use retell_llm_ws::{
    Admission, Options, Secret, Shutdown, Speech, Turn, axum::RetellUpgrade, models::CallId,
    policies::speech_fn, registry::Registry,
};

#[derive(Clone)]
struct Host {
    secret: Secret,
    registry: Registry,
    options: Options,
}

#[derive(serde::Deserialize)]
struct Token {
    #[serde(default)]
    token: String,
}

async fn call(
    State(host): State<Host>,
    Path(call_id): Path<CallId>,
    Query(Token { token }): Query<Token>,
    upgrade: RetellUpgrade,
) -> Response {
    if !host.secret.matches(&token) {
        return (StatusCode::NOT_FOUND, "no calls are served at this address").into_response();
    }
    let Some(seat) = host.registry.enter(&call_id) else {
        return (StatusCode::SERVICE_UNAVAILABLE, "too many calls at once").into_response();
    };
    let admission = Admission::fresh().seated(seat);
    retell_llm_ws::axum::upgrade(
        upgrade,
        call_id,
        admission,
        |_| speech_fn(echo),
        host.options,
        |outcome| {
            eprintln!("a call of {} turns ended: {:?}", outcome.turns, outcome.reason);
        },
    )
}

fn echo(turn: &Turn<'_>) -> Speech {
    Speech::say(format!("You said: {}", turn.said().unwrap_or("nothing.")))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let shutdown = Shutdown::new();
    let host = Host {
        secret: Secret::new(env::var("LLM_SECRET").map_err(|_| "LLM_SECRET must be set")?),
        registry: Registry::new(200),
        options: Options::new().shutdown(shutdown.clone()),
    };
    let router = Router::new().route("/llm/{call_id}", any(call)).with_state(host);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8081").await?;
    eprintln!("listening on {}", listener.local_addr()?);
    let stop = async move {
        let _ = tokio::signal::ctrl_c().await;
        // Calls may end by themselves for a while; then Retell dials again and finds the next process.
        shutdown.drain(Duration::from_secs(60));
        shutdown.idle().await;
    };
    tokio::select! {
        served = async { axum::serve(listener, router).await } => served?,
        () = stop => {}
    }
    Ok(())
}
