//! The answers a sender gets.

use std::time::Duration;

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request,
    http::StatusCode,
    response::Response,
    routing::{delete, post},
};
use jiff::Timestamp;
use retell_client::models::{Call, CallStatus, CallType};
use retell_webhook::{
    CallEvent, Event, FunctionAnswer, FunctionCall, Inbound, InboundAnswer, InboundCall, LegacyEvent,
    Rejection, RootArgs, SIGNATURE_HEADER, SignatureError, SignedBody, Verifier, Webhook, sign,
    testing::Delivery,
};
use serde::Deserialize;
use tower::ServiceExt as _;

const KEY: &str = "key_1";

#[derive(Deserialize)]
struct Args {
    load: String,
}

async fn find(webhook: Webhook<FunctionCall<Args>>) -> FunctionAnswer {
    FunctionAnswer::text(format!("{} {}", webhook.event.name, webhook.event.args.load))
}

async fn ring(webhook: Webhook<InboundCall>) -> InboundAnswer {
    webhook.event.answer().override_agent_id("night")
}

fn app() -> Router {
    Router::new()
        .route("/event", post(async |webhook: Webhook| webhook.event.dedup_key()))
        .route(
            "/legacy",
            post(async |webhook: Webhook<LegacyEvent>| webhook.event.0.dedup_key()),
        )
        .route("/raw", post(async |body: SignedBody| body.bytes))
        .route("/small", post(async |body: SignedBody<Verifier, 64>| body.bytes))
        .route("/find", post(find))
        .route(
            "/root",
            post(async |webhook: Webhook<RootArgs<Args>>| webhook.event.0.load),
        )
        .route(
            "/now",
            delete(async |webhook: Webhook<RootArgs<()>>| webhook.key.get().to_string()),
        )
        .route("/ring", post(ring))
        .route(
            "/inbound",
            post(async |webhook: Webhook<Inbound>| webhook.event.answer().unwrap()),
        )
        .with_state(Verifier::with_keys(["key_new", KEY]).unwrap())
}

fn ended() -> Delivery {
    let call = Call::new("call_1", "agent_1", CallType::WebCall, CallStatus::Registered);
    Delivery::new(KEY, &Event::CallEnded(CallEvent::new(call)), Timestamp::now())
}

async fn deliver(path: &str, delivery: Delivery) -> Response {
    app().oneshot(delivery.into_request::<Body>(path)).await.unwrap()
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
        (ended().postdated(KEY, old), SignatureError::Future),
        (ended().truncated(), SignatureError::Malformed),
        (ended().reserialised(), SignatureError::LooksReserialised),
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

#[tokio::test]
async fn each_kind_of_webhook_has_its_answer() {
    let now = Timestamp::now();
    let ring = InboundCall::new("+15550100", "+15550101").to_vec();
    let sms = r#"{"event":"chat_inbound","chat_inbound":{"to_number":"+15550101"}}"#;
    for (path, raw, answer, kind) in [
        (
            "/find",
            &br#"{"name":"find","call":{"call_id":"c"},"args":{"load":"7"}}"#[..],
            "find 7",
            "text/plain",
        ),
        ("/root", br#"{"load":"7"}"#, "7", "text/plain"),
        (
            "/ring",
            &ring,
            r#"{"call_inbound":{"override_agent_id":"night"}}"#,
            "application/json",
        ),
        (
            "/inbound",
            sms.as_bytes(),
            r#"{"chat_inbound":{}}"#,
            "application/json",
        ),
        (
            "/legacy",
            br#"{"event":"call_ended","data":{"call_id":"c"}}"#,
            "call_ended:c",
            "text/plain",
        ),
    ] {
        let response = deliver(path, Delivery::of_bytes(KEY, raw, now)).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        let content_type = response.headers()["content-type"].to_str().unwrap().to_owned();
        assert!(content_type.starts_with(kind), "{path}: {content_type}");
        assert_eq!(body(response).await, answer);
    }
}

#[tokio::test]
async fn a_request_without_a_body_is_signed_too() {
    let request = |signature: String| {
        Request::delete("/now")
            .header(SIGNATURE_HEADER, signature)
            .body(Body::empty())
            .unwrap()
    };
    let now = Timestamp::now().as_millisecond();
    let response = app().oneshot(request(sign(KEY, b"", now))).await.unwrap();
    assert_eq!(body(response).await, "1", "the second key signed it");
    let response = app().oneshot(request(sign(KEY, b"{}", now))).await.unwrap();
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn two_signatures_are_one_too_many() {
    let mut request: Request = ended().into_request("/event");
    let signature = request.headers()[SIGNATURE_HEADER].clone();
    request.headers_mut().append(SIGNATURE_HEADER, signature);
    let response = app().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    let reason = response.extensions().get();
    assert_eq!(reason, Some(&Rejection::Signature(SignatureError::Malformed)));
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_400() {
    let delivery = ended();
    let broken = futures_util::stream::iter([
        Ok(Bytes::from(delivery.body[..10].to_vec())),
        Err(std::io::Error::other("the line is dead")),
    ]);
    let mut request: Request = delivery.into_request("/event");
    *request.body_mut() = Body::from_stream(broken);
    let response = app().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert_eq!(response.extensions().get(), Some(&Rejection::Unreadable));
}

#[tokio::test]
async fn a_bad_header_is_refused_before_the_body_is_read() {
    let mut request: Request = ended().malformed().into_request("/event");
    *request.body_mut() = Body::from_stream(futures_util::stream::pending::<std::io::Result<Bytes>>());
    let response = app().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}
