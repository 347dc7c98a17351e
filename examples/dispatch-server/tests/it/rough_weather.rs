//! Retell out of order, recordings out of reach, databases in use by others.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;
use sqlx::Connection as _;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, finished, live, retell, takes_web_calls, web};

/// Retell's answers that are none.
fn broken() -> Vec<ResponseTemplate> {
    vec![
        ResponseTemplate::new(201).set_body_string("<html>proxy</html>"),
        ResponseTemplate::new(201).set_body_json(json!([])),
        ResponseTemplate::new(200).set_body_json(json!({"call_id": 7})),
        ResponseTemplate::new(302).insert_header("location", "http://127.0.0.1:1/"),
    ]
}

#[tokio::test]
async fn an_answer_that_is_rubbish_is_no_call_and_no_second_one() {
    for rubbish in broken() {
        let retell = MockServer::start().await;
        takes_web_calls(&retell, rubbish).await;
        let desk = Desk::live(&retell, &[]).await;
        let response = desk.start_with_key("once", &web()).await;
        assert_eq!(response.status(), StatusCode::BAD_GATEWAY);
        let first = response.text().await.expect("a body");
        let again = desk.start_with_key("once", &web()).await;
        assert_eq!(again.status(), StatusCode::BAD_GATEWAY, "{first}");
        let (_, page) = desk.get("/api/v1/conversations").await;
        let id = page["items"][0]["id"].as_str().expect("an id").to_owned();
        let (_, call) = desk.get(&format!("/api/v1/calls/{id}")).await;
        let failure = call["failure"].as_str().expect("a failure");
        assert!(
            failure.starts_with(char::is_uppercase) && failure.ends_with('.'),
            "{failure}"
        );
    }
}

#[tokio::test]
async fn ending_and_verifying_survive_whatever_retell_says() {
    for status in [401, 402, 404, 429, 500] {
        let retell = retell().await;
        let desk = Desk::live(&retell, &[]).await;
        desk.post("/api/v1/calls/start", &web()).await;
        Mock::given(wiremock::matchers::any())
            .respond_with(ResponseTemplate::new(status).set_body_string("no"))
            .mount(&retell)
            .await;
        let (ended, problem) = desk.post("/api/v1/calls/call_1/end", &json!({})).await;
        if status == 404 {
            assert_eq!(ended, StatusCode::NO_CONTENT);
            assert_eq!(desk.get("/api/v1/calls/call_1").await.1["status"], "ended");
        } else {
            assert_eq!(ended, StatusCode::BAD_GATEWAY, "{status}");
            assert_eq!(
                problem["detail"], "Retell did not hang up; try again in a moment.",
                "{status}"
            );
        }
        let (_, agents) = desk.get("/api/v1/agents").await;
        let id = agents["items"][0]["id"].as_str().expect("an id").to_owned();
        let (verified, wiring) = desk
            .post(&format!("/api/v1/agents/{id}/verify"), &json!({}))
            .await;
        assert_eq!(
            (verified, &wiring["ok"]),
            (StatusCode::OK, &json!(false)),
            "{status}"
        );
    }
}

#[tokio::test]
async fn hanging_up_what_is_over_is_no_error() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    desk.post("/api/v1/calls/start", &web()).await;
    Mock::given(method("POST"))
        .and(path("/v2/stop-call/call_1"))
        .respond_with(ResponseTemplate::new(400).set_body_json(json!({"message": "the call has ended"})))
        .mount(&retell)
        .await;
    Mock::given(method("GET"))
        .and(path("/v2/get-call/call_1"))
        .respond_with(ResponseTemplate::new(200).set_body_json(finished("call_1")))
        .mount(&retell)
        .await;
    let (ended, problem) = desk.post("/api/v1/calls/call_1/end", &json!({})).await;
    assert_eq!(ended, StatusCode::NO_CONTENT, "{problem}");
    let (_, call) = desk.get("/api/v1/calls/call_1").await;
    assert_eq!(
        (&call["status"], &call["disconnection_reason"]),
        (&json!("ended"), &json!("agent_hangup"))
    );
}

#[tokio::test]
async fn a_recording_out_of_reach_says_so() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let mut call = finished("call_1");
    // Port 1 of this machine: nobody is there.
    call["recording_url"] = json!("http://127.0.0.1:1/secret-token.wav");
    desk.deliver(&json!({"event": "call_ended", "call": call})).await;
    desk.until_applied().await;
    let (status, problem) = desk.get("/api/v1/calls/call_1/recording").await;
    assert_eq!(status, StatusCode::BAD_GATEWAY);
    assert!(!problem.to_string().contains("secret-token"), "{problem}");

    let mut call = finished("call_2");
    call["recording_url"] = json!(format!("{}/huge.wav", retell.uri()));
    Mock::given(method("GET"))
        .and(path("/huge.wav"))
        .respond_with(
            ResponseTemplate::new(200)
                .insert_header("content-disposition", "attachment; filename=\"evil.html\"")
                .set_body_raw(vec![0; 20 * 1024 * 1024], "text/html"),
        )
        .mount(&retell)
        .await;
    desk.deliver(&json!({"event": "call_ended", "call": call})).await;
    desk.until_applied().await;
    let response = desk
        .request(Method::GET, "/api/v1/calls/call_2/recording")
        .send()
        .await
        .expect("an answer");
    assert_eq!(
        response.headers()["content-type"],
        "audio/wav",
        "no page of others"
    );
    assert!(response.headers().get("content-disposition").is_none());
    assert_eq!(response.bytes().await.expect("bytes").len(), 20 * 1024 * 1024);
}

#[tokio::test]
async fn two_servers_on_one_file_apply_each_event_once() {
    let retell = MockServer::start().await;
    let first = Desk::live(&retell, &[]).await;
    let second = dispatch_server::Server::start(live(&retell, &first.folder, &[]))
        .await
        .expect("it starts");
    for i in 0..30 {
        let event = json!({"event": "call_ended", "call": finished(&format!("call_{i}"))});
        assert_eq!(first.deliver(&event).await, StatusCode::NO_CONTENT);
        second.state().inbox.notify_one();
    }
    let health = first.until_applied().await;
    assert_eq!(health["dead"], 0);
    assert_eq!(first.get("/api/v1/metrics").await.1["total_calls"], 30);
    second.stop().await.expect("it stops");
}

#[tokio::test]
async fn a_webhook_waits_while_another_program_holds_the_database() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(desk.folder.path().join("test.db"));
    let mut other = sqlx::SqliteConnection::connect_with(&options)
        .await
        .expect("opened");
    sqlx::query("BEGIN IMMEDIATE")
        .execute(&mut other)
        .await
        .expect("locked");
    let event = json!({"event": "call_ended", "call": finished("call_1")});
    let delivering = desk.deliver(&event);
    let reading = async {
        // Readers are not held up.
        assert_eq!(desk.get("/api/v1/metrics").await.0, StatusCode::OK);
        assert_eq!(desk.get("/readyz").await.0, StatusCode::OK);
        tokio::time::sleep(Duration::from_millis(300)).await;
        sqlx::query("ROLLBACK").execute(&mut other).await.expect("freed");
    };
    let (delivered, ()) = tokio::join!(delivering, reading);
    assert_eq!(delivered, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_file_that_is_damaged_is_not_ready_and_not_silent() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    desk.deliver(&json!({"event": "call_ended", "call": finished("call_1")}))
        .await;
    desk.until_applied().await;
    let folder = desk.stop().await;
    let file = folder.path().join("test.db");
    let mut bytes = std::fs::read(&file).expect("read");
    // The header stays, every page after the first is rubbish.
    bytes[4096..].fill(0xa5);
    std::fs::write(&file, bytes).expect("written");
    match dispatch_server::Server::start(live(&retell, &folder, &[])).await {
        Err(error) => assert!(error.to_string().starts_with("DATABASE_URL: "), "{error}"),
        Ok(server) => {
            let url = format!("http://{}/readyz", server.address());
            assert_eq!(
                reqwest::get(url).await.expect("an answer").status(),
                StatusCode::SERVICE_UNAVAILABLE
            );
        }
    }
}
