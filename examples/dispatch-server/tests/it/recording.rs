//! Recordings pass through, ranges included; links that have expired are renewed.

use reqwest::{Method, StatusCode};
use serde_json::json;
use wiremock::matchers::{header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, finished};

#[tokio::test]
async fn ranges_pass_and_expired_links_are_renewed() {
    let retell = MockServer::start().await;
    let desk = Desk::live(&retell, &[]).await;
    Mock::given(method("GET"))
        .and(path("/old.wav"))
        .respond_with(ResponseTemplate::new(403))
        .mount(&retell)
        .await;
    Mock::given(method("GET"))
        .and(path("/new.wav"))
        .and(header("range", "bytes=0-3"))
        .respond_with(
            ResponseTemplate::new(206)
                .insert_header("content-range", "bytes 0-3/100")
                .insert_header("set-cookie", "a=b")
                .set_body_raw("RIFF", "audio/x-wav"),
        )
        .mount(&retell)
        .await;
    let mut call = finished("call_1");
    call["recording_url"] = json!(format!("{}/new.wav", retell.uri()));
    Mock::given(method("GET"))
        .and(path("/v2/get-call/call_1"))
        .respond_with(ResponseTemplate::new(200).set_body_json(&call))
        .mount(&retell)
        .await;
    let mut old = finished("call_1");
    old["recording_url"] = json!(format!("{}/old.wav", retell.uri()));
    desk.deliver(&json!({"event": "call_ended", "call": old})).await;
    desk.until_applied().await;

    let url = "/api/v1/calls/call_1/recording";
    let response = desk
        .request(Method::GET, url)
        .header("range", "bytes=0-3")
        .send()
        .await
        .expect("an answer");
    assert_eq!(response.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(response.headers()["content-range"], "bytes 0-3/100");
    assert_eq!(response.headers()["content-type"], "audio/x-wav");
    assert!(response.headers().get("set-cookie").is_none());
    assert_eq!(response.text().await.expect("a body"), "RIFF");

    desk.deliver(&json!({"event": "call_ended", "call": finished("call_2")}))
        .await;
    desk.until_applied().await;
    assert_eq!(
        desk.get("/api/v1/calls/call_2/recording").await.0,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        desk.get("/api/v1/calls/nobody/recording").await.0,
        StatusCode::NOT_FOUND
    );
}
