//! The event stream: at once, in order, repeated after a break, honest about gaps.

use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::{Method, Response};
use serde_json::Value;

use crate::desk::{Desk, retell, web};

/// Reads events one by one.
struct Events {
    body: std::pin::Pin<Box<dyn futures_util::Stream<Item = reqwest::Result<bytes::Bytes>> + Send>>,
    text: String,
}

#[derive(Debug, PartialEq, Eq)]
struct Event {
    name: String,
    id: Option<u64>,
    data: String,
}

impl Events {
    async fn open(desk: &Desk, last: Option<&str>) -> Self {
        let mut request = desk.request(Method::GET, "/api/v1/events");
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response: Response = request.send().await.expect("an answer");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        Self {
            body: Box::pin(response.bytes_stream()),
            text: String::new(),
        }
    }

    async fn next(&mut self) -> Event {
        loop {
            if let Some(end) = self.text.find("\n\n") {
                let frame: String = self.text.drain(..end + 2).collect();
                let field = |name: &str| {
                    frame
                        .lines()
                        .find_map(|line| line.strip_prefix(name))
                        .map(|value| value.trim_start().to_owned())
                };
                return Event {
                    name: field("event:").unwrap_or_default(),
                    id: field("id:").and_then(|id| id.parse().ok()),
                    data: field("data:").unwrap_or_default(),
                };
            }
            let piece = tokio::time::timeout(Duration::from_secs(20), self.body.next())
                .await
                .expect("in time");
            let piece = piece.expect("the stream goes on").expect("bytes");
            self.text.push_str(std::str::from_utf8(&piece).expect("text"));
        }
    }

    /// The next event of this name.
    async fn named(&mut self, name: &str) -> Event {
        loop {
            let event = self.next().await;
            if event.name == name {
                return event;
            }
        }
    }
}

#[tokio::test]
async fn hello_comes_at_once_and_changes_follow() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let mut events = Events::open(&desk, None).await;
    assert_eq!(events.next().await.name, "hello");
    let place = events.next().await;
    assert_eq!(place.name, "heartbeat");
    let place = place.id.expect("a place in the sequence");
    let (_, started) = desk.post("/api/v1/calls/start", &web()).await;
    let (first, second) = (events.named("call").await, events.named("call").await);
    assert_eq!((first.id, second.id), (Some(place + 1), Some(place + 2)));
    let call: Value = serde_json::from_str(&second.data).expect("JSON");
    assert_eq!(call["call"]["id"], started["id"]);
    assert_eq!(call["call"]["provider_call_id"], "call_1");
}

#[tokio::test]
async fn what_was_missed_is_repeated() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    desk.post("/api/v1/calls/start", &web()).await;
    let last = desk.server.state().hub.last();
    let mut events = Events::open(&desk, Some(&(last - 2).to_string())).await;
    assert_eq!(events.next().await.name, "hello");
    assert_eq!(events.next().await.id, Some(last - 1));
    assert_eq!(events.next().await.id, Some(last));
}

#[tokio::test]
async fn a_gap_is_admitted() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let last = desk.server.state().hub.last();
    for unknown in ["1", "rubbish", &(last + 5).to_string()] {
        let mut events = Events::open(&desk, Some(unknown)).await;
        assert_eq!(events.next().await.name, "hello");
        let resync = events.next().await;
        assert_eq!(
            (resync.name.as_str(), resync.id),
            ("resync", Some(last)),
            "{unknown}"
        );
    }
}

#[tokio::test]
async fn a_listener_that_falls_behind_is_told_so() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let mut events = Events::open(&desk, None).await;
    assert_eq!(events.next().await.name, "hello");
    // More than the sockets' buffers and the queue hold together.
    let large = "x".repeat(64 * 1024);
    for _ in 0..3000 {
        desk.server.state().hub.publish("turn", &large);
    }
    let resync = events.named("resync").await;
    assert_eq!(resync.id, Some(desk.server.state().hub.last()));
}

#[tokio::test]
async fn closing_the_server_ends_the_stream() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let mut events = Events::open(&desk, None).await;
    assert_eq!(events.next().await.name, "hello");
    tokio::time::timeout(Duration::from_secs(5), desk.stop())
        .await
        .expect("it does not wait for listeners");
}
