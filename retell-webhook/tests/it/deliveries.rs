//! The deliveries this crate makes for other people's tests.

use std::time::Duration;

use http::Method;
use jiff::Timestamp;
use retell_client::models::{Call, CallStatus, CallType};
use retell_webhook::{
    CallEvent, Event, Rejection, SIGNATURE_HEADER, SignatureError, Verifier, testing::Delivery,
};

const KEY: &str = "key_1";

fn now() -> Timestamp {
    Timestamp::from_millisecond(1_700_000_000_000).unwrap()
}

fn ended() -> Event {
    Event::CallEnded(CallEvent::new(Call::new(
        "call_1",
        "agent_1",
        CallType::WebCall,
        CallStatus::Ended,
    )))
}

fn received(delivery: Delivery) -> Result<Event, Rejection> {
    let request = delivery.into_request::<Vec<u8>>("/retell");
    Verifier::new(KEY)
        .unwrap()
        .receive_at(request.headers(), request.body(), now())
}

#[test]
fn a_delivery_is_what_retell_would_send() {
    let request = Delivery::new(KEY, &ended(), now()).into_request::<Vec<u8>>("https://app.example/retell");
    assert_eq!(request.method(), Method::POST);
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.headers().get_all(SIGNATURE_HEADER).iter().count(), 1);
    assert_eq!(received(Delivery::new(KEY, &ended(), now())).unwrap(), ended());
}

#[test]
fn each_broken_delivery_is_broken_in_its_way() {
    let good = || Delivery::new(KEY, &ended(), now());
    let minutes = Duration::from_secs(301);
    for (broken, reason) in [
        (good().unsigned(), SignatureError::Missing),
        (good().malformed(), SignatureError::Malformed),
        (good().truncated(), SignatureError::Malformed),
        (good().aged(KEY, minutes), SignatureError::Stale),
        (good().postdated(KEY, minutes), SignatureError::Future),
        (good().resigned("other"), SignatureError::Mismatch),
        (good().tampered(), SignatureError::Mismatch),
        (good().reserialised(), SignatureError::LooksReserialised),
    ] {
        assert_eq!(received(broken).unwrap_err(), Rejection::Signature(reason));
    }
}

#[test]
fn what_is_wrong_with_the_signature_leaves_a_body_that_decodes() {
    let good = Delivery::new(KEY, &ended(), now());
    for body in [good.clone().tampered().body, good.clone().reserialised().body] {
        assert_ne!(body, good.body);
        assert_eq!(Event::from_slice(&body).unwrap(), ended());
    }
}

#[test]
fn any_bytes_can_be_delivered_and_broken() {
    for raw in [&b""[..], b"{}", b"[1, 2]", b"\xff", br#""a\"b: c,""#] {
        let good = || Delivery::of_bytes(KEY, raw, now());
        let verdict = |delivery: Delivery| {
            let signature = delivery.signature.unwrap_or_default();
            Verifier::new(KEY)
                .unwrap()
                .verify_at(signature, &delivery.body, now())
        };
        assert!(verdict(good()).is_ok());
        assert_eq!(verdict(good().tampered()), Err(SignatureError::Mismatch));
        assert!(verdict(good().resigned("other")).is_err());
        assert!(
            verdict(good().aged(KEY, Duration::from_secs(300))).is_ok(),
            "five minutes are allowed"
        );
    }
    let text = Delivery::of_bytes(KEY, br#"{"a,b:":"\\",",":1}"#, now()).reserialised();
    assert_eq!(
        text.body, br#"{"a,b:": "\\", ",": 1}"#,
        "nothing inside of strings is touched"
    );
}

#[test]
fn deliveries_do_not_show_what_they_carry() {
    let shown = format!("{:?}", Delivery::of_bytes(KEY, "+15550100", now()));
    assert!(
        !shown.contains("5550100") && !shown.contains(KEY) && !shown.contains("v="),
        "{shown}"
    );
}
