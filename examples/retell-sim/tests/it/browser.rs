//! A human plays the driver in the browser.

use std::time::Duration;

use retell_client::models::DisconnectionReason;
use retell_llm_ws::{Action, Speech, Turn};
use retell_sim::Simulator;
use serde_json::json;

use crate::support::{App, LONG, place, said};

fn answer(turn: &Turn<'_>) -> Speech {
    let mut speech = Speech::say(format!("You said {}.", turn.said().unwrap_or("nothing")));
    if turn.said().is_some_and(|said| said.contains("bye")) {
        speech.action = Some(Action::EndCall);
    }
    speech
}

async fn post(simulator: &Simulator, call: &str, what: &str, token: &str, body: serde_json::Value) -> u16 {
    let url = format!("{}/sim/calls/{call}/{what}", simulator.base_url());
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    http.post(url)
        .bearer_auth(token)
        .json(&body)
        .send()
        .await
        .unwrap()
        .status()
        .as_u16()
}

#[tokio::test]
async fn join_say_and_the_agent_answers() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let created = place(&simulator, &[("sim_persona", "human")]).await;
    let (id, token) = (created.call_id.as_str(), created.access_token.as_str());
    assert_eq!(post(&simulator, id, "join", "wrong", json!({})).await, 401);
    assert_eq!(
        post(&simulator, "call_unknown", "join", token, json!({})).await,
        401
    );
    assert_eq!(
        post(&simulator, id, "say", token, json!({"text": "too early"})).await,
        409
    );
    assert_eq!(post(&simulator, id, "join", token, json!({})).await, 200);
    assert_eq!(
        post(&simulator, id, "say", token, json!({"text": "  "})).await,
        400
    );
    assert_eq!(
        post(&simulator, id, "say", token, json!({"text": "x".repeat(2_001)})).await,
        400
    );
    assert_eq!(
        post(
            &simulator,
            id,
            "say",
            token,
            json!({"text": "i'm near joliet bye"})
        )
        .await,
        204
    );
    let report = simulator.wait_ended(id, LONG).await.expect("the call ends");
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::AgentHangup)
    );
    assert!(said(&report).contains(&("user".to_owned(), "i'm near joliet bye".to_owned())));
    assert_eq!(report.violations, Vec::<String>::new());
    assert_eq!(
        post(&simulator, id, "say", token, json!({"text": "hello"})).await,
        409
    );
}

#[tokio::test]
async fn hanging_up_ends_the_call() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options().speed(5.0)).await.unwrap();
    let created = place(&simulator, &[("sim_persona", "human")]).await;
    let (id, token) = (created.call_id.as_str(), created.access_token.as_str());
    assert_eq!(post(&simulator, id, "join", token, json!({})).await, 200);
    let live = async {
        while simulator
            .call(id)
            .is_some_and(|report| report.call.utterances().is_empty())
        {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(LONG, live).await.expect("the agent greets");
    assert_eq!(post(&simulator, id, "hangup", token, json!({})).await, 204);
    let report = simulator.wait_ended(id, LONG).await.expect("the call ends");
    assert_eq!(
        report.call.disconnection_reason,
        Some(DisconnectionReason::UserHangup)
    );
}

#[tokio::test]
async fn a_persona_does_not_take_words_from_outside() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options().speed(1.0)).await.unwrap();
    let created = place(&simulator, &[("sim_persona", "on_time")]).await;
    let status = post(
        &simulator,
        created.call_id.as_str(),
        "say",
        &created.access_token,
        json!({"text": "hi"}),
    )
    .await;
    assert_eq!(status, 409);
    simulator.shutdown().await;
}

#[tokio::test]
async fn personas_are_listed() {
    let app = App::start(answer).await;
    let simulator = Simulator::start(app.sim_options()).await.unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = format!("{}/sim/personas", simulator.base_url());
    let list: Vec<serde_json::Value> = http.get(url).send().await.unwrap().json().await.unwrap();
    assert!(list.iter().any(|persona| persona["id"] == "human"));
    assert!(
        list.iter()
            .all(|persona| persona["name"].is_string() && persona["description"].is_string())
    );
}
