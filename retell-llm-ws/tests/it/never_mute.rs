//! Whatever the policy does, the caller hears a holding phrase, then an answer or the fallback phrase, in time: over a
//! WebSocket in memory on a virtual clock, and over TCP through axum.

use std::{future::IntoFuture, time::Duration};

use axum::{Router, extract::Path, response::Response, routing::any};
use futures_util::{SinkExt, StreamExt};
use retell_client::models::{CallId, Role, Utterance};
use retell_llm_ws::{
    Admission, CallContext, Options, Phrases,
    axum::RetellUpgrade,
    caller::Caller,
    frame::{Inbound, Outbound, Request},
    tungstenite::{Arrival, Refusal, accept},
};
use tokio::{net::TcpListener, time::Instant};
use tokio_tungstenite::{client_async, tungstenite::Message};

use crate::support::Puppet;

fn options() -> Options {
    Options::new()
        .call_details_deadline(Duration::from_millis(10))
        .stall_deadline(Duration::from_secs(3))
        .turn_deadline(Duration::from_secs(8))
        .phrases(Phrases::new().holding(["Hold."]).fallback(["Pardon?"]))
}

fn ask(id: u64, words: &str) -> Inbound {
    Inbound::ResponseRequired(Request {
        response_id: id,
        transcript: vec![Utterance::new(Role::User, words)],
        ..Request::default()
    })
}

/// What the caller hears of one answer, and when, in milliseconds from the request.
async fn heard(words: &str) -> Vec<(u128, String)> {
    let (server, client) = tokio::io::duplex(64 * 1024);
    tokio::spawn(async move {
        let options = options();
        let admit = async |_: &Arrival| Ok::<_, Refusal>(Admission::fresh());
        let call = accept(server, &options, admit).await.unwrap();
        call.serve(|_| Puppet::default(), &options).await
    });
    let (mut socket, _) = client_async("ws://localhost/llm/call_1", client).await.unwrap();
    let mut asked = None;
    let mut heard = Vec::new();
    while let Some(message) = socket.next().await {
        let Message::Text(text) = message.unwrap() else {
            continue;
        };
        let Outbound::Response(response) = Outbound::from_json(&text).unwrap() else {
            continue;
        };
        if response.response_id == 0 {
            socket.send(Message::text(ask(1, words).to_json())).await.unwrap();
            asked = Some(Instant::now());
            continue;
        }
        let after = asked.map_or(0, |asked| asked.elapsed().as_millis());
        if !response.content.is_empty() {
            heard.push((after, response.content));
        }
        if response.content_complete {
            break;
        }
    }
    heard
}

#[tokio::test(start_paused = true)]
async fn a_policy_that_hangs_errs_panics_stalls_or_is_late_is_never_silence() {
    let hold = || (2500, "Hold. ".to_owned());
    let at = |ms, words: &str| (ms, words.to_owned());
    assert_eq!(heard("hang").await, [hold(), at(8000, "Pardon?")]);
    assert_eq!(heard("fail").await, [at(0, "Pardon?")]);
    assert_eq!(heard("panic").await, [at(0, "Pardon?")]);
    assert_eq!(heard("half").await, [at(0, "One half "), at(3000, "Pardon?")]);
    assert_eq!(heard("slow").await, [hold(), at(4000, "Here you are.")]);
    assert_eq!(heard("very slow").await, [hold(), at(8000, "Pardon?")]);
    assert_eq!(heard("flaky").await, [at(0, "At last.")]);
    assert_eq!(heard("tool and fail").await, [at(0, "Pardon?")]);
    assert_eq!(heard("hello").await, [at(0, "You said "), at(0, "hello")]);
}

#[tokio::test]
async fn neither_is_it_behind_axum() {
    async fn call(Path(id): Path<String>, socket: RetellUpgrade) -> Response {
        let options = options()
            .holding_deadline(Duration::from_millis(30))
            .stall_deadline(Duration::from_millis(60))
            .turn_deadline(Duration::from_millis(150));
        let policy = |_: &CallContext| Puppet::default();
        retell_llm_ws::axum::upgrade(socket, id.into(), Admission::fresh(), policy, options, |_| {})
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/llm", listener.local_addr().unwrap());
    let router = Router::new().route("/llm/{call_id}", any(call));
    tokio::spawn(axum::serve(listener, router).into_future());
    let mut caller = Caller::connect(&url, &CallId::from("call_1")).await.unwrap();
    let cases = [
        ("hang", "Hold. Pardon?"),
        ("fail", "Pardon?"),
        ("panic", "Pardon?"),
        ("half", "One half Pardon?"),
        ("slow", "Hold. Pardon?"),
        ("flaky", "At last."),
    ];
    let mut said = String::new();
    let mut next = 0;
    while let Some(frame) = caller.recv().await.unwrap() {
        let Outbound::Response(response) = frame else {
            continue;
        };
        said.push_str(&response.content);
        if !response.content_complete {
            continue;
        }
        if next > 0 {
            assert_eq!(said, cases[next - 1].1, "{}", cases[next - 1].0);
        }
        let Some((words, _)) = cases.get(next) else { break };
        said.clear();
        next += 1;
        caller.send(&ask(next as u64, words)).await.unwrap();
    }
    assert_eq!(next, cases.len());
}
