//! Hanging up works as long as one of the two ways to Retell does.

use reqwest::StatusCode;
use retell_llm_ws::caller::Caller;
use serde_json::json;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::desk::{Desk, retell};
use crate::voice::{details, dial, next, send, started, words};

async fn answers_a_stop(retell: &MockServer, status: u16) {
    Mock::given(method("POST"))
        .and(path("/v2/stop-call/call_1"))
        .respond_with(ResponseTemplate::new(status))
        .expect(1..)
        .mount(retell)
        .await;
}

async fn greeted(desk: &Desk) -> Caller {
    started(desk).await;
    let mut caller = dial(desk, "", "call_1").await.expect("let in");
    send(&mut caller, details()).await;
    words(&mut caller, 0).await;
    caller
}

#[tokio::test]
async fn the_line_hangs_up_when_retells_api_does_not() {
    let retell = retell().await;
    answers_a_stop(&retell, 500).await;
    let desk = Desk::live(&retell, &[]).await;
    let mut caller = greeted(&desk).await;
    let (status, problem) = desk.post("/api/v1/calls/call_1/end", &json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{problem}");
    while next(&mut caller).await["end_call"] != true {}
}

#[tokio::test]
async fn the_line_stays_quiet_when_retells_api_hangs_up() {
    let retell = retell().await;
    answers_a_stop(&retell, 204).await;
    let desk = Desk::live(&retell, &[]).await;
    let mut caller = greeted(&desk).await;
    let (status, problem) = desk.post("/api/v1/calls/call_1/end", &json!({})).await;
    assert_eq!(status, StatusCode::NO_CONTENT, "{problem}");
    send(
        &mut caller,
        json!({"interaction_type": "ping_pong", "timestamp": 7}),
    )
    .await;
    loop {
        let frame = next(&mut caller).await;
        assert_ne!(frame["end_call"], true, "{frame}");
        if frame["response_type"] == "ping_pong" && frame["timestamp"] == 7 {
            break;
        }
    }
}
