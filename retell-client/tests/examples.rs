//! The examples, run as they are against a server that plays Retell.
//!
//! `cargo test` builds them before this; alone they are built by `cargo build --examples`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{path::PathBuf, process::Output};

use serde_json::{Value, json};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::method, matchers::path};

/// Where cargo puts examples: beside the folder of the tests.
fn binary(name: &str) -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let binary = tests.ancestors().nth(2).unwrap().join("examples").join(name);
    let binary = binary.with_extension(std::env::consts::EXE_EXTENSION);
    assert!(
        binary.exists(),
        "{} is missing: cargo build --examples",
        binary.display()
    );
    binary
}

/// A server that answers each `(verb, path)` with the JSON beside it.
async fn retell(answers: &[(&str, &str, Value)]) -> MockServer {
    let server = MockServer::start().await;
    for (verb, route, answer) in answers {
        Mock::given(method(*verb))
            .and(path(*route))
            .respond_with(ResponseTemplate::new(200).set_body_json(answer))
            .expect(1)
            .mount(&server)
            .await;
    }
    server
}

async fn run(name: &str, arguments: &[&str], server: &MockServer) -> Output {
    tokio::process::Command::new(binary(name))
        .args(arguments)
        .env("RETELL_API_KEY", "key_test")
        .env("RETELL_BASE_URL", server.uri())
        .output()
        .await
        .unwrap()
}

/// What a run that went well printed.
fn printed(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// The body of the request to `route`.
async fn sent(server: &MockServer, route: &str) -> Value {
    let requests = server.received_requests().await.unwrap();
    let request = requests
        .iter()
        .find(|request| request.url.path() == route)
        .unwrap();
    request.body_json().unwrap()
}

fn agent() -> Value {
    json!({"agent_id": "agent_2", "last_modification_timestamp": 1, "version": 0, "voice_id": "11labs-Adrian",
        "response_engine": {"type": "custom-llm", "llm_websocket_url": "wss://example.com/llm"}})
}

fn number() -> Value {
    json!({"phone_number": "+14155550100", "phone_number_type": "custom", "last_modification_timestamp": 1})
}

#[tokio::test]
async fn an_agent_is_made_and_published() {
    let server = retell(&[
        ("POST", "/create-agent", agent()),
        ("POST", "/publish-agent-version/agent_2", json!({})),
    ])
    .await;
    let output = run("create_agent", &["wss://example.com/llm"], &server).await;
    assert!(printed(&output).contains("agent_2"));
    let engine = &sent(&server, "/create-agent").await["response_engine"];
    assert_eq!(engine["llm_websocket_url"], "wss://example.com/llm");
    assert_eq!(
        sent(&server, "/publish-agent-version/agent_2").await["version"],
        0
    );
}

#[tokio::test]
async fn a_flow_is_made_with_its_agent() {
    let flow = json!({"conversation_flow_id": "flow_1", "version": 0, "last_modification_timestamp": 1});
    let server = retell(&[
        ("POST", "/create-conversation-flow", flow),
        ("POST", "/create-agent", agent()),
    ])
    .await;
    let output = run("conversation_flow", &["+14155550100"], &server).await;
    assert!(printed(&output).contains("agent_2"));
    let nodes = &sent(&server, "/create-conversation-flow").await["nodes"];
    assert_eq!(nodes[1]["transfer_destination"]["number"], "+14155550100");
    let engine = &sent(&server, "/create-agent").await["response_engine"];
    assert_eq!(
        engine,
        &json!({"type": "conversation-flow", "conversation_flow_id": "flow_1"})
    );
}

#[tokio::test]
async fn a_number_is_bought_or_imported() {
    let server = retell(&[
        ("POST", "/create-phone-number", number()),
        ("POST", "/import-phone-number", number()),
    ])
    .await;
    for arguments in [
        &["buy", "agent_1", "415"][..],
        &["import", "agent_1", "+14155550100", "sip.example.com"],
    ] {
        let output = run("numbers", arguments, &server).await;
        assert!(printed(&output).contains("+14155550100"));
    }
    assert_eq!(sent(&server, "/create-phone-number").await["area_code"], 415);
    let imported = sent(&server, "/import-phone-number").await;
    assert_eq!(imported["termination_uri"], "sip.example.com");
    assert_eq!(
        imported["inbound_agents"],
        json!([{"agent_id": "agent_1", "weight": 1}])
    );
}

#[tokio::test]
async fn calls_are_listed_with_what_to_do() {
    let calls =
        json!({"items": [{"call_id": "call_1", "disconnection_reason": "dial_busy"}], "has_more": false});
    let server = retell(&[("POST", "/v3/list-calls", calls)]).await;
    let output = run("list_calls", &[], &server).await;
    assert!(printed(&output).starts_with("call_1  "));
}

#[tokio::test]
async fn an_example_without_its_arguments_says_what_it_needs() {
    let server = retell(&[]).await;
    for name in ["create_agent", "conversation_flow", "numbers"] {
        let output = run(name, &[], &server).await;
        assert!(!output.status.success());
        assert!(!output.stderr.is_empty(), "{name} says nothing");
    }
    assert!(server.received_requests().await.unwrap().is_empty());
}
