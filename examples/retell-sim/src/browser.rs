//! The browser's side of a web call, in place of WebRTC: join, say, hang up.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json as object};

use crate::driver::{PersonaInfo, PersonaKind};
use crate::rest::{ApiError, bearer, json};
use crate::state::{Command, Shared, is_live, same_secret};

const BODY_LIMIT: usize = 64 * 1024;
const MAX_CHARS: usize = 2_000;

pub(crate) fn router(shared: &Arc<Shared>) -> Router {
    Router::new()
        .route("/sim/personas", get(personas))
        .route("/sim/calls/{call_id}/join", post(join))
        .route("/sim/calls/{call_id}/say", post(say))
        .route("/sim/calls/{call_id}/hangup", post(hang_up))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(Arc::clone(shared))
}

async fn personas() -> Json<&'static [PersonaInfo]> {
    Json(PersonaKind::ALL)
}

async fn join(
    State(shared): State<Arc<Shared>>,
    Path(call_id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    let line = admit(&shared, &call_id, &headers)?;
    line.pass_on(Command::Join).await?;
    shared.change(&call_id, |entry| entry.joined = true);
    Ok(Json(object!({ "call_id": call_id })))
}

#[derive(Deserialize)]
struct Say {
    text: String,
}

async fn say(
    State(shared): State<Arc<Shared>>,
    Path(call_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    let line = admit(&shared, &call_id, &headers)?;
    let Say { text } = json(&body)?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(ApiError::bad_request("text is empty"));
    }
    if text.chars().count() > MAX_CHARS {
        return Err(ApiError::bad_request(format!(
            "text is longer than {MAX_CHARS} characters"
        )));
    }
    if !line.human {
        return Err(ApiError::conflict("this call has a driver of its own"));
    }
    if !line.joined {
        return Err(ApiError::conflict("nobody has joined the call yet"));
    }
    line.pass_on(Command::Say(text)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn hang_up(
    State(shared): State<Arc<Shared>>,
    Path(call_id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, ApiError> {
    admit(&shared, &call_id, &headers)?
        .pass_on(Command::HangUp)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

struct Line {
    commands: tokio::sync::mpsc::Sender<Command>,
    human: bool,
    joined: bool,
}

impl Line {
    async fn pass_on(&self, command: Command) -> Result<(), ApiError> {
        self.commands
            .send(command)
            .await
            .map_err(|_| ApiError::conflict("the call is over"))
    }
}

/// Lets in whoever holds the call's access token. A call that does not exist and a wrong token look the same.
fn admit(shared: &Shared, call_id: &str, headers: &HeaderMap) -> Result<Line, ApiError> {
    let token = bearer(headers).ok_or_else(ApiError::unauthorized)?;
    let line = shared.read(call_id, |entry| {
        let known = entry
            .access_token
            .as_ref()
            .is_some_and(|secret| same_secret(secret, token));
        let commands = entry.commands.clone().filter(|_| is_live(&entry.call));
        known.then(|| {
            commands.map(|commands| Line {
                commands,
                human: entry.human,
                joined: entry.joined,
            })
        })
    });
    match line.flatten() {
        None => Err(ApiError::unauthorized()),
        Some(line) => line.ok_or_else(|| ApiError::conflict("the call is over")),
    }
}
