//! A language model on the phone: any endpoint that speaks the `OpenAI` chat protocol, with streaming and tools.
//!
//! ```sh
//! # without an account: an endpoint in this same program stands in for the model, and a caller for Retell
//! cargo run -p retell-llm-ws --features axum,caller --example llm_stream -- --fake \
//!     --say "where is my order 1042" --say "thank you, goodbye"
//! # for real
//! LLM_BASE_URL=https://api.openai.com/v1 LLM_API_KEY=... LLM_MODEL=gpt-4.1-mini \
//!     cargo run -p retell-llm-ws --features axum,caller --example llm_stream
//! ```
//!
//! `--port N` serves on another port than 8082 (0 takes a free one). With `--say` the program calls itself, prints what
//! is said, and ends; without, it waits for Retell.

#![expect(clippy::print_stdout, reason = "the conversation is what this program is for")]

mod agent;
mod demo;
mod fake;
mod model;
mod tools;

use std::{env, error::Error};

use agent::Agent;
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::any,
};
use model::Model;
use retell_llm_ws::{Admission, Options, axum::RetellUpgrade};
use tokio::net::TcpListener;

#[derive(Default)]
struct Settings {
    port: Option<u16>,
    fake: bool,
    say: Vec<String>,
}

impl Settings {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut settings = Self::default();
        let mut args = env::args().skip(1);
        while let Some(option) = args.next() {
            if option == "--fake" {
                settings.fake = true;
                continue;
            }
            let value = args.next().ok_or("an option needs a value")?;
            match option.as_str() {
                "--port" => settings.port = Some(value.parse()?),
                "--say" => settings.say.push(value),
                _ => return Err(format!("{option}: no such option").into()),
            }
        }
        Ok(settings)
    }
}

async fn call(State(model): State<Model>, Path(call_id): Path<String>, socket: RetellUpgrade) -> Response {
    retell_llm_ws::axum::upgrade(
        socket,
        call_id.into(),
        Admission::fresh(),
        |call| Agent::new(model, call),
        Options::new(),
        |_| {},
    )
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let settings = Settings::read()?;
    let model = if settings.fake {
        Model::new(&fake::start().await?, String::new(), "fake".to_owned())?
    } else {
        let variable = |name: &str| env::var(name).map_err(|_| format!("{name} is not set; try --fake"));
        Model::new(
            &variable("LLM_BASE_URL")?,
            variable("LLM_API_KEY")?,
            variable("LLM_MODEL")?,
        )?
    };
    let port = settings
        .port
        .unwrap_or(if settings.say.is_empty() { 8082 } else { 0 });
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let url = format!("ws://{}/llm", listener.local_addr()?);
    let router = Router::new().route("/llm/{call_id}", any(call)).with_state(model);
    if settings.say.is_empty() {
        println!("listening on {url}");
        return Ok(axum::serve(listener, router).await?);
    }
    tokio::select! {
        served = async { axum::serve(listener, router).await } => Ok(served?),
        talked = demo::call(&url, &settings.say) => talked,
    }
}
