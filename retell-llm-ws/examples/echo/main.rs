//! An agent that repeats what it hears.
//!
//! ```sh
//! cargo run -p retell-llm-ws --features axum,tape --example echo
//! ```
//!
//! `--port N` serves on another port than 8081 (0 takes a free one), `--tape DIR` records each socket into a file of its
//! own there, with the digits masked.

mod policy;

use std::{env, error::Error, fs::File, path::PathBuf, sync::Arc, thread};

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::any,
};
use policy::Echo;
use retell_llm_ws::{
    Admission, Options, Timestamp,
    axum::RetellUpgrade,
    tape::{Mask, record},
};

/// Where tapes go, if anywhere.
type Tapes = Option<Arc<PathBuf>>;

async fn call(State(tapes): State<Tapes>, Path(call_id): Path<String>, socket: RetellUpgrade) -> Response {
    let options = match tapes {
        None => Options::new(),
        Some(folder) => match recorded(&folder, &call_id) {
            Ok(options) => options,
            Err(error) => {
                eprintln!("cannot record: {error}");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        },
    };
    retell_llm_ws::axum::upgrade(
        socket,
        call_id.into(),
        Admission::fresh(),
        |_| Echo,
        options,
        |_| {},
    )
}

/// Options of a call that goes on a tape.
fn recorded(folder: &std::path::Path, call_id: &str) -> std::io::Result<Options> {
    // The path is the caller's: keep what cannot lead out of the folder.
    let name: String = call_id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
        .take(80)
        .collect();
    let now = Timestamp::now().as_millisecond();
    let file = File::create_new(folder.join(format!("{name}.{now}.jsonl")))?;
    let (recording, writer) = record();
    thread::spawn(move || {
        if let Err(error) = writer.mask(Mask::Digits).write_to(file) {
            eprintln!("the tape broke off: {error}");
        }
    });
    Ok(Options::new().tape(recording))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut port = 8081;
    let mut tapes: Tapes = None;
    let mut args = env::args().skip(1);
    while let Some(option) = args.next() {
        let value = args.next().ok_or("an option needs a value")?;
        match option.as_str() {
            "--port" => port = value.parse()?,
            "--tape" => tapes = Some(Arc::new(value.into())),
            _ => return Err(format!("{option}: no such option").into()),
        }
    }
    let router = Router::new().route("/llm/{call_id}", any(call)).with_state(tapes);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    eprintln!("listening on ws://{}/llm", listener.local_addr()?);
    Ok(axum::serve(listener, router).await?)
}
