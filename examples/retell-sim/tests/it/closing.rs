//! How the socket's end ends the call, with an application that speaks the wire by hand.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::WebSocketUpgrade;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use axum::routing::get;
use retell_client::models::DisconnectionReason;
use retell_sim::{CallReport, SimOptions, Simulator};
use tokio::net::TcpListener;

use crate::support::{KEY, LONG, place, play};

/// What the application does once it has greeted.
#[derive(Clone, Copy)]
enum Then {
    Close(Option<u16>),
    Binary,
    Nonsense,
    IgnorePings,
}

async fn serve(mut socket: WebSocket, then: Then) {
    let greet = r#"{"response_type":"response","response_id":0,"content":"Hi.","content_complete":true}"#;
    let config = r#"{"response_type":"config","config":{"auto_reconnect":true}}"#;
    for text in [config, greet] {
        socket.send(Message::text(text)).await.unwrap();
    }
    let frame = |code| CloseFrame {
        code,
        reason: "".into(),
    };
    match then {
        Then::Close(code) => drop(socket.send(Message::Close(code.map(frame))).await),
        Then::Binary => drop(socket.send(Message::binary(vec![1, 2, 3])).await),
        Then::Nonsense => {
            for text in [
                "not json",
                r#"{"response_type":"response","response_id":"one","content":"","content_complete":true}"#,
            ] {
                socket.send(Message::text(text)).await.unwrap();
            }
            drop(socket.send(Message::Close(Some(frame(1000)))).await);
        }
        Then::IgnorePings => {}
    }
    while let Some(Ok(_)) = socket.recv().await {}
}

async fn application(then: Then) -> SocketAddr {
    let upgrade =
        move |upgrade: WebSocketUpgrade| async move { upgrade.on_upgrade(move |socket| serve(socket, then)) };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().route("/llm/{call_id}", get(upgrade));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

async fn simulator(then: Then) -> Simulator {
    let url = format!("ws://{}/llm", application(then).await);
    Simulator::start(SimOptions::new(KEY).speed(50.0).llm_websocket_url(url))
        .await
        .unwrap()
}

async fn ended(then: Then) -> CallReport {
    play(&simulator(then).await, "[null, null, null]").await
}

#[tokio::test]
async fn each_close_code_has_its_reason() {
    let cases = [
        (Some(1000), DisconnectionReason::AgentHangup),
        (Some(1011), DisconnectionReason::ErrorLlmWebsocketRuntime),
        (None, DisconnectionReason::ErrorLlmWebsocketOpen),
    ];
    for (code, reason) in cases {
        let report = ended(Then::Close(code)).await;
        assert_eq!(report.call.disconnection_reason, Some(reason), "{code:?}");
        assert_eq!(report.reconnects, 0);
    }
}

#[tokio::test]
async fn a_binary_frame_ends_the_call() {
    let report = ended(Then::Binary).await;
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::ErrorLlmWebsocketCorruptPayload)
    );
    assert_eq!(report.violations, ["binary frame"]);
}

#[tokio::test]
async fn frames_that_cannot_be_read_are_noted_and_dropped() {
    let report = ended(Then::Nonsense).await;
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::AgentHangup)
    );
    assert_eq!(report.violations.len(), 2, "{:?}", report.violations);
}

#[tokio::test]
async fn an_unanswered_keepalive_is_dialled_again() {
    let simulator = simulator(Then::IgnorePings).await;
    let created = place(&simulator, &[("sim_persona", "human")]).await;
    let url = format!("{}/sim/calls/{}/join", simulator.base_url(), created.call_id);
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    http.post(url)
        .bearer_auth(&created.access_token)
        .send()
        .await
        .unwrap();
    let redialled = async {
        while simulator
            .call(created.call_id.as_str())
            .is_some_and(|report| report.reconnects == 0)
        {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(LONG, redialled)
        .await
        .expect("five seconds without an answer are too many");
    simulator.shutdown().await;
}
