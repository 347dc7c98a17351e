//! Webhooks: nothing unsigned gets in, nothing signed is lost, any order ends in the same record.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::StatusCode;
use retell_webhook::testing::Delivery;
use serde_json::{Value, json};
use wiremock::MockServer;

use crate::desk::{Desk, KEY, call, finished, live, retell, web};

fn event(name: &str, call: &Value) -> Value {
    json!({"event": name, "call": call})
}

#[tokio::test]
async fn only_retells_own_signature_is_accepted() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let body = serde_json::to_vec(&event("call_started", &call("c", "ongoing", &[]))).expect("JSON");
    let good = || Delivery::of_bytes(KEY, body.clone(), Timestamp::now());
    for bad in [
        good().unsigned(),
        good().tampered(),
        good().malformed(),
        good().resigned("another key"),
        good().aged(KEY, Duration::from_secs(301)),
    ] {
        let response = desk.deliver_raw(&bad).await;
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(
            response.text().await.expect("a body"),
            "",
            "the sender is told nothing"
        );
    }
    assert_eq!(desk.get("/api/v1/metrics").await.1["total_calls"], 0);
    assert_eq!(desk.deliver_raw(&good()).await.status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn oversize_is_refused_and_rubbish_is_kept_as_dead() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let large = Delivery::of_bytes(KEY, vec![b' '; 10 * 1024 * 1024 + 1], Timestamp::now());
    assert_eq!(
        desk.deliver_raw(&large).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    for rubbish in ["not json", "{\"event\":\"call_ended\",\"call\":{\"call_id\":7}}"] {
        let rubbish = Delivery::of_bytes(KEY, rubbish, Timestamp::now());
        assert_eq!(desk.deliver_raw(&rubbish).await.status(), StatusCode::NO_CONTENT);
        assert_eq!(
            desk.deliver_raw(&rubbish).await.status(),
            StatusCode::NO_CONTENT,
            "a repetition is one"
        );
    }
    let health = desk.until_applied().await;
    assert_eq!(
        (&health["dead"], &health["worker"], &health["status"]),
        (&json!(2), &json!(true), &json!("ok"))
    );
    // What is unknown is no error: it is settled without a trace.
    assert_eq!(
        desk.deliver(&json!({"event": "brand_new", "thing": 1})).await,
        StatusCode::NO_CONTENT
    );
    assert_eq!(desk.until_applied().await["dead"], 2);
}

#[tokio::test]
async fn any_order_and_number_ends_in_the_same_record() {
    let started = event("call_started", &call("call_1", "ongoing", &[]));
    let updated = event(
        "transcript_updated",
        &call("call_1", "ongoing", &[("agent", "Hi Mike"), ("user", "hey")]),
    );
    let ended = event("call_ended", &finished("call_1"));
    let mut analysed_call = finished("call_1");
    analysed_call["call_analysis"] = json!({"call_summary": "On time.", "user_sentiment": "Positive"});
    analysed_call["recording_url"] = json!("https://example.com/r.wav");
    let analysed = event("call_analyzed", &analysed_call);
    let orders: [&[&Value]; 5] = [
        &[&started, &updated, &ended, &analysed],
        &[&analysed, &ended, &updated, &started],
        &[&ended, &ended, &started, &analysed, &started, &updated],
        &[&started, &analysed, &started, &ended, &updated, &analysed],
        &[&updated, &ended, &started, &analysed],
    ];
    let mut records = Vec::new();
    for order in orders {
        let retell = retell().await;
        let desk = Desk::live(&retell, &[]).await;
        let (_, placed) = desk.post("/api/v1/calls/start", &web()).await;
        let mut over = false;
        for event in order {
            assert_eq!(desk.deliver(event).await, StatusCode::NO_CONTENT);
            desk.until_applied().await;
            let (_, call) = desk.get("/api/v1/calls/call_1").await;
            assert!(!over || call["status"] == "ended", "the status moved back");
            over = call["status"] == "ended";
        }
        let (_, mut record) = desk.get("/api/v1/calls/call_1").await;
        assert_eq!(record["id"], placed["id"], "the row we wrote");
        for changing in ["id", "created_at", "agent_id"] {
            record[changing] = Value::Null;
        }
        records.push(record);
    }
    for record in &records {
        assert_eq!(record, &records[0]);
    }
    let record = &records[0];
    assert_eq!(
        (&record["status"], &record["live"], &record["duration_ms"]),
        (&json!("ended"), &json!(false), &json!(60_000))
    );
    assert_eq!(record["transcript"].as_array().map(Vec::len), Some(5));
    assert_eq!(record["has_recording"], true);
    assert_eq!(record["call_analysis"]["call_summary"], "On time.");
    assert!(
        record["end_reason"]["sentence"]
            .as_str()
            .is_some_and(|s| !s.is_empty())
    );
    assert!(
        record["structured_payload"]["call_outcome"].is_string(),
        "{record}"
    );
    assert_eq!(
        record["call_outcome"],
        record["structured_payload"]["call_outcome"]
    );
    assert!(
        !record.to_string().contains("example.com/r.wav"),
        "the recording's address stays here"
    );
}

#[tokio::test]
async fn calls_of_others_get_a_row() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let mut inbound = finished("call_in");
    inbound["call_type"] = json!("phone_call");
    inbound["direction"] = json!("inbound");
    inbound["from_number"] = json!("+15550003333");
    inbound["to_number"] = json!("+15550004444");
    inbound["agent_id"] = json!("agent_other");
    inbound["retell_llm_dynamic_variables"] = json!({});
    desk.deliver(&event("call_ended", &inbound)).await;
    desk.until_applied().await;
    let (status, call) = desk.get("/api/v1/calls/call_in").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        (&call["driver_phone"], &call["call_type"], &call["driver_name"]),
        (&json!("+15550003333"), &json!("phone"), &json!(""))
    );
    let (_, agents) = desk.get("/api/v1/agents").await;
    assert_eq!(agents["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(agents["items"][0]["is_default"], true);
}

#[tokio::test]
async fn a_call_that_never_connected_ends_without_a_result() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    desk.post("/api/v1/calls/start", &web()).await;
    let mut call = call("call_1", "not_connected", &[]);
    call["disconnection_reason"] = json!("dial_no_answer");
    call.as_object_mut().expect("an object").remove("start_timestamp");
    desk.deliver(&event("call_ended", &call)).await;
    desk.until_applied().await;
    let (_, call) = desk.get("/api/v1/calls/call_1").await;
    assert_eq!(
        (&call["status"], &call["started_at"], &call["structured_payload"]),
        (&json!("ended"), &Value::Null, &Value::Null)
    );
    assert_eq!(call["disconnection_reason"], "dial_no_answer");
    let time = |name: &str| call[name].as_str().and_then(|at| at.parse::<Timestamp>().ok());
    assert!(
        time("ended_at").is_some() && time("ended_at") >= time("created_at"),
        "{call}"
    );
}

#[tokio::test]
async fn what_one_process_kept_the_next_applies() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &["--webhook-worker", "off"]).await;
    assert_eq!(
        desk.deliver(&event("call_ended", &finished("call_1"))).await,
        StatusCode::NO_CONTENT
    );
    let (_, health) = desk.get("/api/v1/retell/webhook").await;
    assert_eq!(
        (&health["waiting"], &health["worker"]),
        (&json!(1), &json!(false))
    );
    assert_eq!(desk.get("/api/v1/calls/call_1").await.0, StatusCode::NOT_FOUND);
    let folder = desk.stop().await;
    let config = live(&retell, &folder, &[]);
    let desk = Desk::start(config, folder).await;
    desk.until_applied().await;
    assert_eq!(desk.get("/api/v1/calls/call_1").await.1["status"], "ended");
}
