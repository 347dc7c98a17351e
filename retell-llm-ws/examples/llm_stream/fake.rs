//! A chat endpoint without a model: answers by rule, but streams like one.

use std::{convert::Infallible, time::Duration};

use axum::{
    Json, Router,
    body::Body,
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
    routing::post,
};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// Serves on a free port of this machine; the base URL.
pub(crate) async fn start() -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/v1", listener.local_addr()?);
    let router = Router::new().route("/v1/chat/completions", post(completions));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(url)
}

async fn completions(Json(request): Json<Value>) -> Response {
    let events = deltas(&request).into_iter().map(|delta| {
        let chunk = json!({"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": delta}]});
        format!("data: {chunk}\n\n")
    });
    let events: Vec<_> = events.chain(["data: [DONE]\n\n".to_owned()]).collect();
    let body = stream::iter(events).then(|event| async move {
        tokio::time::sleep(Duration::from_millis(5)).await;
        Ok::<_, Infallible>(event)
    });
    ([(CONTENT_TYPE, "text/event-stream")], Body::from_stream(body)).into_response()
}

/// What the model says or does next.
fn deltas(request: &Value) -> Vec<Value> {
    let last = &request["messages"]
        .as_array()
        .and_then(|messages| messages.last().cloned())
        .unwrap_or_default();
    let content = last["content"].as_str().unwrap_or_default();
    let said = content.to_lowercase();
    if last["role"] == "tool" {
        let answer: Value = serde_json::from_str(content).unwrap_or_default();
        return match answer["status"].as_str() {
            Some(status) => words(&format!("Your order {status}. Is there anything else?")),
            None => words("I could not find that order, sorry."),
        };
    }
    if said.contains("bye") {
        return tool("end_call", "{}");
    }
    if said.contains("order") {
        let digits: String = said.chars().filter(char::is_ascii_digit).collect();
        return tool("lookup_order", &json!({ "order_id": digits }).to_string());
    }
    words("We are open from 9:30 a.m. to 6 p.m. today. Would you like to know about an order?")
}

/// In pieces that respect nothing, like tokens.
fn words(text: &str) -> Vec<Value> {
    pieces(text).map(|piece| json!({ "content": piece })).collect()
}

fn tool(name: &str, arguments: &str) -> Vec<Value> {
    let first = json!({"tool_calls": [{"index": 0, "id": format!("call_{name}"), "type": "function",
        "function": {"name": name, "arguments": ""}}]});
    let parts = pieces(arguments)
        .map(|part| json!({"tool_calls": [{"index": 0, "function": {"arguments": part}}]}))
        .collect::<Vec<_>>();
    [vec![first], parts].concat()
}

fn pieces(text: &str) -> impl Iterator<Item = String> {
    let chars: Vec<char> = text.chars().collect();
    chars
        .chunks(4)
        .map(String::from_iter)
        .collect::<Vec<_>>()
        .into_iter()
}
