//! How often a request is sent, and when.

use std::time::{Duration, Instant};

use retell_client::models::ListCalls;
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{any, method},
};

use crate::{builder, client, phone_call};

/// A server that answers `first` that often, then well.
async fn server(first: ResponseTemplate, times: u64) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(first)
        .up_to_n_times(times)
        .mount(&server)
        .await;
    Mock::given(any())
        .respond_with(
            ResponseTemplate::new(200).set_body_json(json!({"call_id":"c","items":[],"has_more":false})),
        )
        .mount(&server)
        .await;
    server
}

fn soon(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status).insert_header("retry-after-ms", "1")
}

async fn sent(server: &MockServer) -> usize {
    server.received_requests().await.unwrap().len()
}

#[tokio::test]
async fn a_read_is_sent_three_times() {
    for status in [408, 429, 500, 503] {
        let server = server(soon(status), 2).await;
        let response = client(&server)
            .call()
            .retrieve("c")
            .with_response()
            .await
            .unwrap();
        assert_eq!((sent(&server).await, response.attempts), (3, 3), "{status}");
    }
}

#[tokio::test]
async fn then_the_last_error_is_given() {
    let server = server(soon(500), 3).await;
    let error = client(&server).call().retrieve("c").await.unwrap_err();
    assert_eq!((error.attempts(), sent(&server).await), (3, 3));
    assert_eq!(error.status().unwrap(), 500);
}

#[tokio::test]
async fn the_caller_decides_how_often() {
    let server = server(soon(500), 9).await;
    client(&server)
        .call()
        .retrieve("c")
        .max_retries(0)
        .await
        .unwrap_err();
    assert_eq!(sent(&server).await, 1);
    client(&server)
        .call()
        .retrieve("c")
        .max_retries(3)
        .await
        .unwrap_err();
    assert_eq!(sent(&server).await, 1 + 4);
    let patient = builder(&server).max_retries(5).build().unwrap();
    patient.call().retrieve("c").await.unwrap();
}

#[tokio::test]
async fn a_list_is_a_read_although_it_is_a_post() {
    let server = server(soon(503), 1).await;
    client(&server).call().list(&ListCalls::new()).await.unwrap();
    assert_eq!(sent(&server).await, 2);
}

#[tokio::test]
async fn refusals_are_final() {
    for status in [400, 401, 402, 403, 404, 409, 422] {
        let server = server(ResponseTemplate::new(status), 1).await;
        client(&server).call().retrieve("c").await.unwrap_err();
        assert_eq!(sent(&server).await, 1, "{status}");
    }
}

#[tokio::test]
async fn the_server_has_the_last_word() {
    let no = server(soon(500).insert_header("x-should-retry", "false"), 1).await;
    client(&no).call().retrieve("c").await.unwrap_err();
    assert_eq!(sent(&no).await, 1);
    let yes = server(soon(409).insert_header("x-should-retry", "true"), 1).await;
    client(&yes).call().retrieve("c").await.unwrap();
    assert_eq!(sent(&yes).await, 2);
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    for (name, value) in [
        ("retry-after", "0.4"),
        ("retry-after-ms", "400"),
        ("ratelimit-reset", "0.4"),
    ] {
        let server = server(ResponseTemplate::new(429).insert_header(name, value), 1).await;
        let started = Instant::now();
        client(&server).call().retrieve("c").await.unwrap();
        assert!(started.elapsed() >= Duration::from_millis(400), "{name}");
        assert_eq!(sent(&server).await, 2, "{name}");
    }
}

#[tokio::test]
async fn a_wait_that_is_too_long_goes_to_the_caller() {
    let server = server(ResponseTemplate::new(429).insert_header("retry-after", "3600"), 1).await;
    let error = client(&server).call().retrieve("c").await.unwrap_err();
    assert!(error.is_rate_limited());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!(sent(&server).await, 1);
}

#[tokio::test]
async fn all_attempts_together_have_a_limit() {
    let server = server(ResponseTemplate::new(503).insert_header("retry-after", "30"), 1).await;
    let hasty = builder(&server)
        .total_timeout(Duration::from_secs(5))
        .build()
        .unwrap();
    let started = Instant::now();
    let error = hasty.call().retrieve("c").await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(30)));
    assert!(started.elapsed() < Duration::from_secs(5));
    assert_eq!(sent(&server).await, 1);
}

#[tokio::test]
async fn limits_without_end_are_no_limits() {
    let server = server(soon(500), 1).await;
    let patient = builder(&server)
        .timeout(Duration::MAX)
        .total_timeout(Duration::MAX)
        .build()
        .unwrap();
    patient.call().retrieve("c").await.unwrap();
    assert_eq!(sent(&server).await, 2);
}

#[tokio::test]
async fn a_phone_call_with_a_key_is_repeated_and_keeps_its_key() {
    let server = server(soon(500), 1).await;
    let call = phone_call().idempotency_key("once");
    client(&server).call().create_phone_call(&call).await.unwrap();
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].body, requests[1].body);
}

#[tokio::test]
async fn ending_a_call_is_repeated() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .respond_with(soon(500))
        .up_to_n_times(1)
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    client(&server).call().stop("c").await.unwrap();
    assert_eq!(sent(&server).await, 2);
}
