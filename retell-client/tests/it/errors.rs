//! What a caller learns when a request fails.

use std::error::Error as _;

use retell_client::{Error, ErrorKind};
use serde_json::json;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use crate::{builder, client, phone_call};

async fn refused(answer: ResponseTemplate) -> Error {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    client(&server)
        .call()
        .retrieve("call_1")
        .max_retries(0)
        .await
        .unwrap_err()
}

#[tokio::test]
async fn every_documented_status_is_told_apart() {
    for (status, auth, not_found, limited, payment) in [
        (400, false, false, false, false),
        (401, true, false, false, false),
        (402, false, false, false, true),
        (403, true, false, false, false),
        (404, false, true, false, false),
        (422, false, true, false, false),
        (429, false, false, true, false),
        (500, false, false, false, false),
    ] {
        let answer = ResponseTemplate::new(status)
            .insert_header("x-request-id", "req_1")
            .set_body_json(json!({"status":"error","message":"no such +14155550123"}));
        let error = refused(answer).await;
        assert_eq!(error.kind(), ErrorKind::Api);
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.api_message(), Some("no such +14155550123"));
        assert_eq!(error.request_id(), Some("req_1"));
        assert_eq!(error.attempts(), 1);
        assert_eq!(
            (
                error.is_auth(),
                error.is_not_found(),
                error.is_rate_limited(),
                error.is_payment_required()
            ),
            (auth, not_found, limited, payment),
            "{status}"
        );
        assert!(!error.submission_unknown(), "reads have no effect");
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("5550123") && !shown.contains("key_test"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn an_error_body_may_be_anything() {
    let error = refused(ResponseTemplate::new(502).set_body_string("<h1>Bad gateway</h1>")).await;
    assert_eq!(error.api_message(), Some("<h1>Bad gateway</h1>"));
    let error = refused(ResponseTemplate::new(500).set_body_bytes([0xff, 0xfe])).await;
    assert_eq!(error.status().unwrap(), 500);
    let error = refused(ResponseTemplate::new(404)).await;
    assert_eq!((error.is_not_found(), error.api_message()), (true, None));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let error = refused(ResponseTemplate::new(307).insert_header("location", "http://127.0.0.1:9/")).await;
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Api, 307)
    );
}

#[tokio::test]
async fn an_answer_of_the_wrong_shape_tells_where_and_not_what() {
    let body = json!({"call_id":"c","transcript_object":[{"role":"user","content":"ok"},
        {"role":"user","content":["my number is 5550123"]}]});
    let error = refused(ResponseTemplate::new(200).set_body_json(body)).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    let shown = format!("{error} {error:?} {}", error.source().is_some());
    assert!(shown.contains("transcript_object[1].content"), "{shown}");
    assert!(!shown.contains("5550123"), "{shown}");
    let error = refused(ResponseTemplate::new(200).set_body_string("<html>")).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_creation_whose_answer_cannot_be_read_did_happen() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(201).set_body_string("oops"))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .call()
        .create_phone_call(&phone_call())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.submission_unknown());
    assert!(error.to_string().ends_with("it may have taken effect"), "{error}");
}

#[tokio::test]
async fn an_answer_beyond_the_limit_is_not_read_nor_asked_for_again() {
    let server = MockServer::start().await;
    let body = json!({"call_id":"c","transcript":"x".repeat(2000)});
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(body))
        .expect(1)
        .mount(&server)
        .await;
    let client = builder(&server).max_response_bytes(1000).build().unwrap();
    let error = client.call().retrieve("c").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}
