//! One whole call in demo mode: started, spoken, reported, kept.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn a_call_goes_its_whole_way() {
    let desk = Desk::demo("100", 0).await;
    let (_, info) = desk.get("/api/v1/info").await;
    assert_eq!(info["mode"], "demo");
    assert!(
        info["sim"]["personas"]
            .as_array()
            .is_some_and(|p| p.iter().any(|p| p["id"] == "human"))
    );
    let script = json!([
        "hey yeah i'm rolling i'm on i eighty westbound near joliet illinois should be there in two hours",
        "no that's everything",
    ]);
    let body = json!({"driver_name": "Mike", "load_number": "7891-B", "call_type": "web",
                      "variables": {"sim_script": script.to_string()}});
    let (status, started) = desk.post("/api/v1/calls/start", &body).await;
    assert_eq!(status, StatusCode::CREATED, "{started}");
    let path = format!("/api/v1/calls/{}", started["id"].as_str().expect("an id"));
    // Turns are written a moment after they were spoken, many calls' together.
    let all_there = |call: &serde_json::Value| {
        call["call_analysis"].is_object() && call["turns"].as_array().is_some_and(|turns| turns.len() >= 3)
    };
    let call = desk.until(&path, all_there).await;
    assert_eq!(
        (&call["status"], &call["simulated"]),
        (&json!("ended"), &json!(true))
    );
    assert_eq!(call["call_outcome"], "In-Transit Update", "{call}");
    let payload = &call["structured_payload"];
    assert!(
        payload["current_location"]
            .as_str()
            .is_some_and(|place| place.contains("Joliet")),
        "{payload}"
    );
    assert!(
        call["duration_ms"].as_i64().is_some_and(|ms| ms > 5_000),
        "in the call's own time: {call}"
    );
    assert_eq!(call["has_recording"], true);

    let recording = desk
        .request(Method::GET, &format!("{path}/recording"))
        .header("range", "bytes=0-43");
    let recording = recording.send().await.expect("an answer");
    assert_eq!(recording.status(), StatusCode::PARTIAL_CONTENT);
    assert!(recording.bytes().await.expect("bytes").starts_with(b"RIFF"));
    assert_eq!(desk.get("/api/v1/metrics").await.1["total_calls"], 1);
    tokio::time::timeout(Duration::from_secs(20), desk.stop())
        .await
        .expect("it stops");
}

#[tokio::test]
async fn a_phone_call_needs_no_number_of_ours() {
    let desk = Desk::demo("100", 0).await;
    let script = json!(["i want to talk to a person", "no really a person please"]);
    let body = json!({"driver_name": "Mike", "driver_phone": "+13125550111", "load_number": "1", "call_type": "phone",
                      "variables": {"sim_script": script.to_string()}});
    let (status, started) = desk.post("/api/v1/calls/start", &body).await;
    assert_eq!(status, StatusCode::CREATED, "{started}");
    let path = format!("/api/v1/calls/{}", started["id"].as_str().expect("an id"));
    let call = desk.until(&path, |call| call["call_analysis"].is_object()).await;
    assert_eq!(call["disconnection_reason"], "call_transfer", "{call}");

    // What was recorded before can be heard after.
    let desk = Desk::demo_in(desk.stop().await, "100", 0).await;
    let recording = desk.request(Method::GET, &format!("{path}/recording"));
    let recording = recording.send().await.expect("an answer");
    assert_eq!(recording.status(), StatusCode::OK);
    assert!(recording.bytes().await.expect("bytes").starts_with(b"RIFF"));
    // Nothing to hear in a call that never was.
    assert_eq!(
        desk.get("/api/v1/calls/nobody/recording").await.0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_browser_plays_the_driver_on_our_own_origin() {
    let desk = Desk::demo("20", 0).await;
    let body = json!({"driver_name": "Mike", "load_number": "7891-B", "call_type": "web", "variables": {"sim_persona": "human"}});
    let (_, started) = desk.post("/api/v1/calls/start", &body).await;
    let call_id = started["provider_call_id"].as_str().expect("an id").to_owned();
    let token = started["retell"]["access_token"]
        .as_str()
        .expect("a token")
        .to_owned();
    let sim = async |action: &str, token: &str, body: serde_json::Value| {
        let url = desk.url(&format!("/sim/calls/{call_id}/{action}"));
        desk.http
            .post(url)
            .bearer_auth(token)
            .json(&body)
            .send()
            .await
            .expect("an answer")
            .status()
    };
    assert_eq!(sim("join", "wrong", json!({})).await, StatusCode::UNAUTHORIZED);
    assert!(sim("join", &token, json!({})).await.is_success());
    let path = format!("/api/v1/calls/{call_id}");
    desk.until(&path, |call| call["live"] == true).await;
    desk.until(&path, |call| {
        call["turns"].as_array().is_some_and(|turns| !turns.is_empty())
    })
    .await;
    assert!(
        sim(
            "say",
            &token,
            json!({"text": "i'm in grand island nebraska be there in an hour"})
        )
        .await
        .is_success()
    );
    desk.until(&path, |call| {
        call["turns"].as_array().is_some_and(|turns| turns.len() >= 2)
    })
    .await;
    let end = desk
        .request(Method::POST, &format!("{path}/end"))
        .send()
        .await
        .expect("an answer");
    assert_eq!(end.status(), StatusCode::NO_CONTENT);
    let call = desk.until(&path, |call| call["status"] == "ended").await;
    assert_eq!(call["disconnection_reason"], "manual_stopped", "{call}");
    assert_eq!(
        call["end_reason"]["sentence"], "Stopped before it was finished.",
        "{call}"
    );
    assert_eq!(call["live_state"], serde_json::Value::Null, "{call}");
}

#[tokio::test]
async fn a_server_that_is_stopped_does_not_blame_the_driver() {
    // In real time: the moment that live calls get at the end is too short to finish them.
    let desk = Desk::demo("1", 0).await;
    let join = async |driver: &str, line: Option<&str>| {
        let body = json!({"driver_name": driver, "load_number": "7891-B", "call_type": "web", "variables": {"sim_persona": "human"}});
        let (_, started) = desk.post("/api/v1/calls/start", &body).await;
        let call_id = started["provider_call_id"].as_str().expect("an id").to_owned();
        let token = started["retell"]["access_token"].as_str().expect("a token");
        let sim = async |action: &str, body: serde_json::Value| {
            let url = desk.url(&format!("/sim/calls/{call_id}/{action}"));
            let answer = desk.http.post(url).bearer_auth(token).json(&body).send().await;
            assert!(answer.expect("an answer").status().is_success());
        };
        let path = format!("/api/v1/calls/{call_id}");
        let turns = async |at_least| {
            desk.until(&path, |call| {
                call["turns"]
                    .as_array()
                    .is_some_and(|turns| turns.len() >= at_least)
            })
            .await
        };
        sim("join", json!({})).await;
        turns(1).await;
        if let Some(line) = line {
            sim("say", json!({"text": line})).await;
            turns(2).await;
        }
        path
    };
    let (silent, speaking) = tokio::join!(
        join("Mike", None),
        join("Jo", Some("i'm rolling on i eighty near joliet illinois")),
    );
    let desk = Desk::demo_in(desk.stop().await, "1", 0).await;
    for (path, outcome) in [(silent, "Incomplete"), (speaking, "In-Transit Update")] {
        let call = desk.until(&path, |call| call["status"] == "ended").await;
        assert_eq!(
            call["end_reason"]["sentence"], "Stopped before it was finished.",
            "{call}"
        );
        assert_eq!(call["call_outcome"], outcome, "{call}");
        assert_eq!(call["structured_payload"]["call_outcome"], outcome, "{call}");
    }
}
