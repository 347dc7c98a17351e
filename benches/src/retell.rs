//! Stands in for Retell: calls and webhooks of the size real ones have, and a server that hands the calls out.

use std::{
    net::{Ipv4Addr, TcpListener},
    sync::{Arc, LazyLock},
    thread,
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
    serve::ListenerExt as _,
};
use retell_client::models::{Call, Utterance};
use retell_webhook::{CallEvent, Event};
use serde_json::{Value, json};

use crate::messages;

/// The API key that the server takes, and that webhooks are signed with.
pub const KEY: &str = "key_0123456789abcdef0123456789ab";
/// The one call that can be read whole.
pub const CALL_ID: &str = "call_00000000000000000000000000000000";
/// Calls on the page.
pub const PAGE: usize = 1_000;
/// What is said in the call that can be read whole.
const UTTERANCES: usize = 80;

static CALL: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../fixtures/call.json")).expect("JSON"));

/// A call that is over, as a list shows it: without what was said. No two are alike.
#[must_use]
pub fn listed_call(number: usize) -> Value {
    let mut call = CALL.clone();
    let duration_ms = 60_000 + 37 * (number as u64 % 2_000);
    let start = 1_761_000_000_013 + 90_000 * number as u64;
    call["call_id"] = format!("call_{number:032}").into();
    call["duration_ms"] = duration_ms.into();
    call["start_timestamp"] = start.into();
    call["end_timestamp"] = (start + duration_ms).into();
    call
}

/// A call with all that was said.
#[must_use]
pub fn whole_call(utterances: usize) -> Call {
    let mut call: Call = serde_json::from_value(listed_call(0)).expect("a call");
    let conversation = messages::conversation(utterances, true);
    let said = |utterance: &Utterance| format!("{}: {}\n", utterance.role, utterance.content);
    call.transcript = Some(conversation.iter().map(said).collect());
    call.transcript_with_tool_calls = Some(conversation.iter().cloned().map(Into::into).collect());
    call.transcript_object = Some(conversation);
    call
}

/// The one call that the server hands out whole.
#[must_use]
pub fn spoken_call() -> Call {
    whole_call(UTTERANCES)
}

/// The last page of a list.
#[must_use]
pub fn page() -> Value {
    json!({"items": (0..PAGE).map(listed_call).collect::<Vec<_>>(), "has_more": false})
}

/// The body of a `call_analyzed` webhook with so much said in the call.
#[must_use]
pub fn call_analyzed(utterances: usize) -> String {
    let mut event = CallEvent::new(whole_call(utterances));
    event.event_timestamp = Some(1_761_000_095_000);
    serde_json::to_string(&Event::CallAnalyzed(event)).expect("events are JSON")
}

struct Answers {
    page: Bytes,
    call: Bytes,
}

/// Starts the server, on a thread of its own for as long as this program runs. Its base URL.
///
/// # Errors
///
/// When it cannot listen.
pub fn serve() -> std::io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let listener = listener.tap_io(|socket| drop(socket.set_nodelay(true)));
            axum::serve(listener, router()).await
        })
    });
    Ok(url)
}

fn router() -> Router {
    let answers = Answers {
        page: page().to_string().into(),
        call: serde_json::to_string(&spoken_call())
            .expect("calls are JSON")
            .into(),
    };
    Router::new()
        .route("/v3/list-calls", post(list))
        .route("/v2/get-call/{call_id}", get(retrieve))
        .layer(middleware::from_fn(with_key))
        .with_state(Arc::new(answers))
}

async fn with_key(headers: HeaderMap, request: axum::extract::Request, next: Next) -> Response {
    let given = headers.get(header::AUTHORIZATION).map(|value| value.as_bytes());
    if given != Some(format!("Bearer {KEY}").as_bytes()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    next.run(request).await
}

/// Whoever asks for less than the page gets none.
async fn list(State(answers): State<Arc<Answers>>, Json(wanted): Json<Value>) -> Response {
    if wanted != json!({"limit": PAGE}) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    json_text(&answers.page)
}

async fn retrieve(State(answers): State<Arc<Answers>>, Path(call_id): Path<String>) -> Response {
    if call_id != CALL_ID {
        return StatusCode::NOT_FOUND.into_response();
    }
    json_text(&answers.call)
}

fn json_text(text: &Bytes) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text.clone()).into_response()
}

#[cfg(test)]
mod tests {
    use retell_client::Page;

    use super::*;

    #[test]
    fn calls_are_such_as_the_client_knows() {
        let page: Page<Call> = serde_json::from_value(page()).expect("a page");
        assert_eq!(page.items.len(), PAGE);
        assert!(page.items[0].extra.is_empty(), "{:?}", page.items[0].extra);
        assert_ne!(page.items[0].call_id, page.items[999].call_id);
        let call = spoken_call();
        let mut listed = serde_json::to_value(&call).expect("a call is JSON");
        for said in ["transcript", "transcript_object", "transcript_with_tool_calls"] {
            listed.as_object_mut().expect("an object").remove(said);
        }
        assert_eq!(listed, listed_call(0), "nothing is lost on the way");
        assert_eq!(call.call_id.as_str(), CALL_ID);
        assert_eq!(call.transcript_object.map(|said| said.len()), Some(UTTERANCES));
        assert!(call.extra.is_empty(), "{:?}", call.extra);
    }
}
