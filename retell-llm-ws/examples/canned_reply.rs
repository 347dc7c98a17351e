//! One fixed sentence through the whole engine: what the engine itself costs, for load generators.
//!
//! ```sh
//! cargo run --release -p retell-llm-ws --all-features --example canned_reply -- --port 8080
//! ```
//!
//! Serves `ws://127.0.0.1:PORT/llm-websocket/{call_id}`. `--adapter axum` serves through axum rather than a plain
//! listener, `--chunks N` sends the sentence in N parts, `--workers N` uses N threads (1 by default: all calls on one).

use std::{env, error::Error, str::FromStr, sync::Arc};

use axum::{Router, extract::Path, http::StatusCode, response::IntoResponse as _, routing::any};
use retell_llm_ws::{
    Admission, ConversationPolicy, Options, PolicyError, Reply, Speech, Turn, async_trait,
    axum::RetellUpgrade,
    models::CallId,
    registry::Registry,
    tungstenite::{Arrival, Refusal, accept},
};
use tokio::net::TcpListener;

const MOST_CALLS: usize = 10_000;
const SENTENCE: &str = "I am sorry, can you say that again?";

struct Canned {
    chunks: usize,
}

#[async_trait]
impl ConversationPolicy for Canned {
    fn greet(&mut self, _: &retell_llm_ws::CallContext) -> Speech {
        Speech::say("How may I help you?")
    }

    async fn respond(&self, _: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
        let mut rest = SENTENCE;
        for part in 1..self.chunks {
            let (chunk, after) =
                rest.split_at(SENTENCE.len() * part / self.chunks - (SENTENCE.len() - rest.len()));
            reply.say(chunk).await?;
            rest = after;
        }
        Ok(reply.finish(rest).await?)
    }
}

#[derive(Default)]
struct Settings {
    port: u16,
    axum: bool,
    chunks: usize,
    workers: usize,
}

impl Settings {
    fn read() -> Result<Self, Box<dyn Error>> {
        fn number<T: FromStr<Err: Error + 'static>>(value: Option<String>) -> Result<T, Box<dyn Error>> {
            Ok(value.ok_or("an option needs a value")?.parse()?)
        }
        let mut settings = Self {
            chunks: 1,
            workers: 1,
            ..Self::default()
        };
        let mut arguments = env::args().skip(1);
        while let Some(name) = arguments.next() {
            let value = arguments.next();
            match name.as_str() {
                "--port" => settings.port = number(value)?,
                "--chunks" => settings.chunks = number::<usize>(value)?.clamp(1, SENTENCE.len()),
                "--workers" => settings.workers = number(value)?,
                "--adapter" => match value.as_deref() {
                    Some("axum") => settings.axum = true,
                    Some("tungstenite") => settings.axum = false,
                    _ => return Err("--adapter is axum or tungstenite".into()),
                },
                _ => return Err(format!("unknown option {name}").into()),
            }
        }
        Ok(settings)
    }
}

/// The defaults, but for the pace: a load generator sends as fast as it can.
fn options() -> Options {
    Options::new().max_messages_per_second(1_000_000)
}

/// A call's place among those on the line, as a host keeps them.
fn seat(registry: &Registry, call_id: &CallId) -> Option<Admission> {
    Some(Admission::fresh().seated(registry.enter(call_id)?))
}

async fn plain(listener: TcpListener, chunks: usize) -> std::io::Result<()> {
    let registry = Registry::new(MOST_CALLS);
    let options = Arc::new(options());
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (registry, options) = (registry.clone(), options.clone());
        tokio::spawn(async move {
            let admit = async |arrival: &Arrival| {
                if !arrival.path().starts_with("/llm-websocket/") {
                    return Err(Refusal::new(404, "calls are served at /llm-websocket/{call_id}"));
                }
                seat(&registry, arrival.call_id()).ok_or_else(|| Refusal::new(503, "too many calls at once"))
            };
            if let Ok(call) = accept(stream, &options, admit).await {
                call.serve(|_| Canned { chunks }, &options).await;
            }
        });
    }
}

async fn with_axum(listener: TcpListener, chunks: usize) -> std::io::Result<()> {
    let registry = Registry::new(MOST_CALLS);
    let options = options();
    let call = move |Path(call_id): Path<CallId>, upgrade: RetellUpgrade| {
        let (registry, options) = (registry.clone(), options.clone());
        async move {
            let Some(admission) = seat(&registry, &call_id) else {
                return (StatusCode::SERVICE_UNAVAILABLE, "too many calls at once").into_response();
            };
            let policy = move |_: &_| Canned { chunks };
            retell_llm_ws::axum::upgrade(upgrade, call_id, admission, policy, options, |_| {})
        }
    };
    axum::serve(
        listener,
        Router::new().route("/llm-websocket/{call_id}", any(call)),
    )
    .await
}

fn main() -> Result<(), Box<dyn Error>> {
    let settings = Settings::read()?;
    let runtime = if settings.workers > 1 {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(settings.workers)
            .enable_all()
            .build()?
    } else {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
    };
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", settings.port)).await?;
        eprintln!("listening on {}", listener.local_addr()?);
        if settings.axum {
            with_axum(listener, settings.chunks).await?;
        } else {
            plain(listener, settings.chunks).await?;
        }
        Ok(())
    })
}
