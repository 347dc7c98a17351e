//! One key is one call, whatever happens in between.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use wiremock::{MockServer, ResponseTemplate};

use crate::desk::{Desk, answer, live, retell, takes_web_calls, web, web_call};

async fn dialled(retell: &MockServer) -> usize {
    retell.received_requests().await.map_or(0, |requests| {
        requests.iter().filter(|r| r.method.as_str() == "POST").count()
    })
}

#[tokio::test]
async fn the_same_request_gets_the_first_answer_again() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let first = desk.start_with_key("k1", &web()).await;
    assert!(first.headers().get("idempotent-replay").is_none());
    let (status, first) = answer(first).await;
    assert_eq!(status, StatusCode::CREATED);
    let second = desk.start_with_key("k1", &web()).await;
    assert_eq!(second.headers()["idempotent-replay"], "true");
    let (status, second) = answer(second).await;
    assert_eq!((status, &second), (StatusCode::OK, &first));
    assert_eq!(dialled(&retell).await, 1);

    let other = json!({"driver_name": "Eve", "load_number": "7891-B", "call_type": "web"});
    let (status, problem) = answer(desk.start_with_key("k1", &other).await).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        problem["detail"]
            .as_str()
            .is_some_and(|d| d.contains("different request"))
    );
    for bad in ["", &"x".repeat(256)] {
        assert_eq!(
            desk.start_with_key(bad, &web()).await.status(),
            StatusCode::BAD_REQUEST
        );
    }
}

#[tokio::test]
async fn requests_at_the_same_time_are_one_call() {
    let retell = MockServer::start().await;
    let slow = ResponseTemplate::new(201)
        .set_body_json(web_call("call_1"))
        .set_delay(Duration::from_millis(300));
    takes_web_calls(&retell, slow).await;
    let desk = Desk::live(&retell, &[]).await;
    let body = web();
    let answers = futures_util::future::join_all((0..8).map(|_| desk.start_with_key("k1", &body))).await;
    let mut statuses: Vec<u16> = answers.iter().map(|a| a.status().as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 200, 200, 200, 200, 200, 201]);
    assert_eq!(dialled(&retell).await, 1);
    assert_eq!(desk.get("/api/v1/conversations").await.1["total"], 1);
}

#[tokio::test]
async fn a_restart_forgets_nothing() {
    let retell = retell().await;
    let desk = Desk::live(&retell, &[]).await;
    let (_, first) = answer(desk.start_with_key("k1", &web()).await).await;
    // A request that the process did not live to answer.
    let store = &desk.server.state().store;
    let hash = {
        use sha2::{Digest as _, Sha256};
        let request: dispatch_server::calls::StartCall = serde_json::from_value(web()).expect("a request");
        Sha256::digest(serde_json::to_vec(&request).expect("JSON")).to_vec()
    };
    store
        .take_key("k2", &hash, "call-in-doubt", jiff::Timestamp::now())
        .await
        .expect("taken");
    let folder = desk.stop().await;

    let config = live(&retell, &folder, &[]);
    let desk = Desk::start(config, folder).await;
    let (status, again) = answer(desk.start_with_key("k1", &web()).await).await;
    assert_eq!((status, again), (StatusCode::OK, first));
    let (status, problem) = answer(desk.start_with_key("k2", &web()).await).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        problem["detail"]
            .as_str()
            .is_some_and(|d| d.contains("call-in-doubt")),
        "{problem}"
    );
    assert_eq!(dialled(&retell).await, 1);
}

#[tokio::test]
async fn a_refusal_frees_the_key_and_a_doubt_keeps_it() {
    for (theirs, again, calls) in [(400, 422, 2), (500, 502, 1)] {
        let retell = MockServer::start().await;
        takes_web_calls(
            &retell,
            ResponseTemplate::new(theirs).set_body_json(json!({"message": "no"})),
        )
        .await;
        let desk = Desk::live(&retell, &[]).await;
        let (first, _) = answer(desk.start_with_key("k1", &web()).await).await;
        let second = desk.start_with_key("k1", &web()).await;
        assert_eq!((first.as_u16(), second.status().as_u16()), (again, again));
        assert_eq!(second.headers().contains_key("idempotent-replay"), calls == 1);
        let (_, problem): (_, Value) = answer(second).await;
        assert_eq!(problem["trace_id"].as_str().map(str::len), Some(32));
        assert_eq!(dialled(&retell).await, calls);
    }
}
