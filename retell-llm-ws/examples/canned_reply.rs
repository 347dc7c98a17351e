//! One fixed sentence through the whole engine: what the engine itself costs, for load generators.
//!
//! ```sh
//! cargo run --release -p retell-llm-ws --all-features --example canned_reply -- --port 8080
//! ```
//!
//! Serves `ws://127.0.0.1:PORT/llm-websocket/{call_id}`. `--adapter axum` serves through axum rather than a plain
//! listener, `--chunks N` sends the sentence in N parts, `--workers N` uses N threads (1 by default: all calls on one).

use std::{env, error::Error, str::FromStr};

use axum::{Router, extract::Path, routing::any};
use retell_llm_ws::{
    Admission, ConversationPolicy, Options, PolicyError, Reply, Speech, Turn, async_trait,
    axum::RetellUpgrade,
    tungstenite::{Arrival, Refusal, accept},
};
use tokio::net::TcpListener;

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

fn options() -> Options {
    Options::new()
}

async fn plain(listener: TcpListener, chunks: usize) -> std::io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        tokio::spawn(async move {
            let options = options();
            let admit = async |arrival: &Arrival| {
                if arrival.path().starts_with("/llm-websocket/") {
                    Ok(Admission::fresh())
                } else {
                    Err(Refusal::new(404, "calls are served at /llm-websocket/{call_id}"))
                }
            };
            if let Ok(call) = accept(stream, &options, admit).await {
                call.serve(|_| Canned { chunks }, &options).await;
            }
        });
    }
}

async fn with_axum(listener: TcpListener, chunks: usize) -> std::io::Result<()> {
    let call = move |Path(call_id): Path<String>, upgrade: RetellUpgrade| async move {
        let policy = move |_: &_| Canned { chunks };
        retell_llm_ws::axum::upgrade(
            upgrade,
            call_id.into(),
            Admission::fresh(),
            policy,
            options(),
            |_| {},
        )
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
        if settings.axum {
            with_axum(listener, settings.chunks).await?;
        } else {
            plain(listener, settings.chunks).await?;
        }
        Ok(())
    })
}
