//! What one writes first: axum, owned structs, an internally tagged enum.

use axum::{
    Router,
    extract::{
        Path,
        ws::{Message, WebSocket, WebSocketUpgrade},
    },
    response::Response,
    routing::any,
};
use benches::peer::{self, GREETING, REPLY};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(tag = "interaction_type", rename_all = "snake_case")]
#[expect(dead_code, reason = "read, as an application would, and not looked at")]
enum Event {
    PingPong {
        timestamp: u64,
    },
    CallDetails {
        call: serde_json::Value,
    },
    UpdateOnly {
        transcript: Vec<Utterance>,
        turntaking: Option<String>,
    },
    ResponseRequired {
        response_id: u64,
        transcript: Vec<Utterance>,
    },
    ReminderRequired {
        response_id: u64,
        transcript: Vec<Utterance>,
    },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "read, as an application would, and not looked at")]
struct Utterance {
    role: String,
    content: String,
    #[serde(default)]
    words: Vec<Word>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "read, as an application would, and not looked at")]
struct Word {
    word: String,
    start: f64,
    end: f64,
}

#[derive(Serialize)]
#[serde(tag = "response_type", rename_all = "snake_case")]
enum Reply {
    Config {
        config: Config,
    },
    PingPong {
        timestamp: u64,
    },
    Response {
        response_id: u64,
        content: String,
        content_complete: bool,
        end_call: bool,
    },
}

#[derive(Serialize)]
struct Config {
    auto_reconnect: bool,
    call_details: bool,
}

fn main() -> std::io::Result<()> {
    peer::serve(|options| async move {
        let app = Router::new().route("/llm-websocket/{call_id}", any(upgrade));
        let listener = tokio::net::TcpListener::bind(options.address()).await?;
        axum::serve(listener, app).await
    })
}

async fn upgrade(Path(_): Path<String>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(|socket| async move {
        let _ = call(socket).await;
    })
}

async fn call(mut socket: WebSocket) -> Result<(), axum::Error> {
    let config = Config {
        auto_reconnect: true,
        call_details: true,
    };
    send(&mut socket, &Reply::Config { config }).await?;
    while let Some(message) = socket.recv().await {
        let Message::Text(text) = message? else {
            continue;
        };
        match serde_json::from_str::<Event>(&text) {
            Ok(Event::CallDetails { .. }) => send(&mut socket, &say(0, GREETING)).await?,
            Ok(Event::PingPong { timestamp }) => {
                send(&mut socket, &Reply::PingPong { timestamp }).await?;
            }
            Ok(Event::ResponseRequired { response_id, .. } | Event::ReminderRequired { response_id, .. }) => {
                send(&mut socket, &say(response_id, REPLY)).await?
            }
            Ok(Event::UpdateOnly { .. }) => {}
            Err(error) => eprintln!("bad message: {error}"),
        }
    }
    Ok(())
}

fn say(response_id: u64, content: &str) -> Reply {
    Reply::Response {
        response_id,
        content: content.to_owned(),
        content_complete: true,
        end_call: false,
    }
}

async fn send(socket: &mut WebSocket, reply: &Reply) -> Result<(), axum::Error> {
    let text = serde_json::to_string(reply).map_err(axum::Error::new)?;
    socket.send(Message::Text(text.into())).await
}
