//! Nothing this crate says aloud holds a key, a digest, a number or a word of a conversation.

use std::error::Error;

use jiff::Timestamp;
use retell_webhook::{
    CallLifecycle, DecodeError, Event, FunctionAnswer, FunctionCall, Inbound, KeyError, Rejection, RootArgs,
    SignatureError, Verifier, sign, testing::Delivery,
};
use serde_json::json;

/// Stands wherever something personal may stand.
const SECRET: &str = "s3cr3t-5550100";

/// What a log would hold of an error: itself, what caused it, and its debug form.
fn said(error: &dyn Error) -> String {
    let mut text = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!(" {cause} {cause:?}"));
        source = cause.source();
    }
    text
}

fn quiet(text: &str) {
    assert!(!text.contains(SECRET), "{text}");
}

#[test]
fn errors_of_signatures_hold_neither_key_nor_digest() {
    let now = Timestamp::now();
    let verifier = Verifier::with_keys([SECRET, "other"]).unwrap();
    quiet(&format!("{verifier:?}"));
    let good = sign(SECRET, b"body", now.as_millisecond());
    let digest = good[good.len() - 64..].to_owned();
    let foreign = sign("foreign", b"body", now.as_millisecond());
    let foreign_digest = foreign[foreign.len() - 64..].to_owned();
    for (header, body) in [
        (String::new(), &b"body"[..]),
        (format!("{good}x"), b"body"),
        (sign(SECRET, b"body", 0), b"body"),
        (foreign, b"body"),
        (good, SECRET.as_bytes()),
    ] {
        let error = verifier.verify_at(header, body, now).unwrap_err();
        let text = said(&error) + &said(&Rejection::Signature(error));
        quiet(&text);
        assert!(
            !text.contains(&digest) && !text.contains(&foreign_digest),
            "{text}"
        );
    }
    for key in [format!("{SECRET} "), format!("\n{SECRET}")] {
        let error = Verifier::new(key).unwrap_err();
        assert_eq!(error, KeyError::Blank);
        quiet(&said(&error));
    }
    quiet(&format!("{:?}", Delivery::of_bytes(SECRET, SECRET, now)));
}

#[test]
fn every_reason_reads_differently() {
    let reasons = [
        SignatureError::Missing,
        SignatureError::Malformed,
        SignatureError::Stale,
        SignatureError::Future,
        SignatureError::Mismatch,
        SignatureError::LooksReserialised,
    ];
    for (nth, reason) in reasons.iter().enumerate() {
        let text = reason.to_string();
        assert!(reasons[..nth].iter().all(|other| other.to_string() != text));
        assert!(
            text.chars().next().is_some_and(char::is_lowercase) && !text.ends_with('.'),
            "{text}"
        );
        assert_eq!(Rejection::Signature(*reason).status(), 401);
    }
}

#[test]
fn errors_of_bodies_tell_the_place_alone() {
    let body = |json: serde_json::Value| json.to_string().into_bytes();
    let errors: Vec<DecodeError> = vec![
        Event::from_slice(SECRET.as_bytes()).unwrap_err(),
        Event::from_slice(&body(json!([SECRET]))).unwrap_err(),
        Event::from_slice(&body(json!({"event":"call_ended","call":SECRET}))).unwrap_err(),
        Event::from_slice(&body(
            json!({"event":"call_ended","call":{"call_id":"c","duration_ms":SECRET}}),
        ))
        .unwrap_err(),
        Event::from_slice(&body(
            json!({"event":"call_ended","call":{"call_id":"c","transcript_object":SECRET}}),
        ))
        .unwrap_err(),
        Event::from_slice(&body(json!({"event":"chat_ended","chat":{"chat_id":[SECRET]}}))).unwrap_err(),
        Event::from_slice_legacy(&body(json!({"event":"call_ended","data":SECRET}))).unwrap_err(),
        Inbound::from_slice(&body(
            json!({"event":"call_inbound","call_inbound":{"to_number":[SECRET]}}),
        ))
        .unwrap_err(),
        FunctionCall::<u8>::from_slice(&body(json!({"name":"f","args":SECRET}))).unwrap_err(),
        RootArgs::<u8>::from_slice(&body(json!(SECRET))).unwrap_err(),
    ];
    for error in errors {
        quiet(&said(&error));
        quiet(&said(&Rejection::Decode(error)));
    }
}

#[test]
fn events_and_records_show_ids_and_states_only() {
    let call = json!({"call_id":"c","from_number":SECRET,"to_number":SECRET,"transcript":SECRET,"access_token":SECRET,
        "metadata":{"k":SECRET},"retell_llm_dynamic_variables":{"k":SECRET},"transfer_destination":SECRET,
        "transcript_object":[{"role":"user","content":SECRET,"words":[]}],"call_analysis":{"call_summary":SECRET}});
    for event in [
        json!({"event":"call_analyzed","call":call}),
        json!({"event":"transfer_started","call":call,"transfer_destination":{"number":SECRET},"transfer_option":{"k":SECRET}}),
        json!({"event":"chat_ended","chat":{"chat_id":"x","transcript":SECRET}}),
        json!({"event":"alert_triggered","alert":{"alert_incident_id":"i","emails":[SECRET],"webhook_urls":[SECRET],"k":SECRET}}),
        json!({"event":"news","k":SECRET}),
    ] {
        let event = Event::from_slice(event.to_string().as_bytes()).unwrap();
        quiet(&format!("{event:?} {}", event.dedup_key()));
        if let Some(record) = CallLifecycle::of_event(&event) {
            quiet(&format!("{record:?} {:?}", record.call()));
        }
    }
    for inbound in ["call_inbound", "chat_inbound"] {
        let arrival = json!({"from_number":SECRET,"to_number":SECRET,"custom_sip_headers":{"k":SECRET}});
        let body = json!({"event":inbound, inbound:arrival}).to_string();
        let inbound = Inbound::from_slice(body.as_bytes()).unwrap();
        let answer = inbound
            .answer()
            .unwrap()
            .dynamic_variable("k", SECRET)
            .metadata("k", SECRET);
        quiet(&format!("{inbound:?} {answer:?}"));
    }
    let body = json!({"name":"f","call":call,"args":SECRET}).to_string();
    let function = FunctionCall::<String>::from_slice(body.as_bytes()).unwrap();
    quiet(&format!(
        "{function:?} {} {:?}",
        function.dedup_key(),
        FunctionAnswer::text(SECRET)
    ));
}
