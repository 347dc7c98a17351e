//! The answers a sender gets.

use std::time::Duration;

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request,
    http::StatusCode,
    response::Response,
    routing::post,
};
use jiff::Timestamp;
use retell_client::models::{Call, CallType};
use retell_webhook::{
    CallEvent, Event, Rejection, SIGNATURE_HEADER, SignatureError, SignedBody, Verifier, Webhook,
    testing::Delivery,
};
use tower::ServiceExt as _;

const KEY: &str = "key_1";

fn app() -> Router {
    Router::new()
        .route("/event", post(async |webhook: Webhook| webhook.event.dedup_key()))
        .route("/raw", post(async |body: SignedBody| body.bytes))
        .route("/small", post(async |body: SignedBody<64>| body.bytes))
        .with_state(Verifier::new(KEY).unwrap())
}

fn ended() -> Delivery {
    let call = Call::new("call_1", "agent_1", CallType::WebCall);
    Delivery::new(KEY, &Event::CallEnded(CallEvent::new(call)), Timestamp::now())
}

async fn deliver(path: &str, delivery: Delivery) -> Response {
    let mut request = Request::post(path);
    if let Some(signature) = &delivery.signature {
        request = request.header(SIGNATURE_HEADER, signature);
    }
    let request = request.body(Body::from(delivery.body)).unwrap();
    app().oneshot(request).await.unwrap()
}

async fn body(response: Response) -> Bytes {
    axum::body::to_bytes(response.into_body(), 1 << 24).await.unwrap()
}

#[tokio::test]
async fn a_good_delivery_is_decoded() {
    let response = deliver("/event", ended()).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(body(response).await, "call_ended:call_1");
}

#[tokio::test]
async fn raw_bytes_come_through_untouched() {
    let raw = "{ \"event\" : \"caf\u{e9}\" }\n";
    let response = deliver("/raw", Delivery::of_bytes(KEY, raw, Timestamp::now())).await;
    assert_eq!(body(response).await, raw);
}

#[tokio::test]
async fn every_bad_signature_is_the_same_bare_401() {
    let old = Duration::from_secs(301);
    for (delivery, reason) in [
        (ended().unsigned(), SignatureError::Missing),
        (ended().malformed(), SignatureError::Malformed),
        (ended().aged(KEY, old), SignatureError::Stale),
        (ended().tampered(), SignatureError::Mismatch),
        (ended().resigned("other"), SignatureError::Mismatch),
    ] {
        for path in ["/event", "/raw"] {
            let response = deliver(path, delivery.clone()).await;
            assert_eq!(response.status(), StatusCode::UNAUTHORIZED, "{reason}");
            assert_eq!(
                response.extensions().get(),
                Some(&Rejection::Signature(reason)),
                "the reason is there for our own log"
            );
            assert!(body(response).await.is_empty());
        }
    }
}

#[tokio::test]
async fn a_large_body_is_taken_and_a_larger_one_refused() {
    let at = Timestamp::now();
    let five_mib = Delivery::of_bytes(KEY, vec![b'x'; 5 << 20], at);
    assert_eq!(deliver("/raw", five_mib).await.status(), StatusCode::OK);
    let eleven_mib = Delivery::of_bytes(KEY, vec![b'x'; 11 << 20], at);
    assert_eq!(
        deliver("/raw", eleven_mib).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let fits = Delivery::of_bytes(KEY, vec![b'x'; 64], at);
    assert_eq!(deliver("/small", fits).await.status(), StatusCode::OK);
    let one_more = Delivery::of_bytes(KEY, vec![b'x'; 65], at);
    assert_eq!(
        deliver("/small", one_more).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn a_signed_body_that_is_no_event_is_a_400() {
    for raw in ["", "[]", r#"{"event":"call_ended"}"#, r#"{"call":{}}"#] {
        let response = deliver("/event", Delivery::of_bytes(KEY, raw, Timestamp::now())).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{raw}");
    }
}
