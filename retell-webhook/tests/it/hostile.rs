//! What nobody sends who means well.

use jiff::Timestamp;
use retell_webhook::{Event, FunctionCall, Inbound, SignatureError, Verifier, sign};
use serde_json::Value;

const NOW_MS: i64 = 1_700_000_000_000;

fn at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap()
}

#[test]
fn absurd_times_are_refused_without_a_fuss() {
    let verifier = Verifier::new("k").unwrap();
    for now in [Timestamp::MIN, Timestamp::UNIX_EPOCH, at(NOW_MS), Timestamp::MAX] {
        for time in [0, 1, i64::MAX, i64::MAX - 1, NOW_MS] {
            let fits = now.as_millisecond().abs_diff(time) <= 300_000;
            let verdict = verifier.verify_at(sign("k", b"x", time), b"x", now);
            assert_eq!(verdict.is_ok(), fits, "{time} at {now}");
        }
    }
    assert_eq!(
        verifier.verify_at(sign("k", b"x", -1), b"x", Timestamp::UNIX_EPOCH),
        Err(SignatureError::Malformed)
    );
}

#[test]
fn headers_are_taken_as_they_come() {
    let verifier = Verifier::new("k").unwrap();
    let good = sign("k", b"x", NOW_MS);
    for header in [
        good.replace("v=", "v=0").into_bytes(),
        good.replace(',', ",,").into_bytes(),
        good.replace(',', ";").into_bytes(),
        good.replace("v=1", "v=\u{661}").into_bytes(),
        good.to_uppercase().into_bytes(),
        format!("{good}\r\n{good}").into_bytes(),
        format!("{good},{good}").into_bytes(),
        [&b"\xff\xfe"[..], good.as_bytes()].concat(),
        good.bytes().chain([0]).collect(),
        vec![b'v'; 1 << 20],
    ] {
        let verdict = verifier.verify_at(&header, b"x", at(NOW_MS));
        // A leading zero is the same number, and the number is what is signed.
        let same = header.starts_with(b"v=01");
        assert_eq!(
            verdict.is_ok(),
            same,
            "{}",
            String::from_utf8_lossy(&header[..header.len().min(99)])
        );
    }
}

#[test]
fn bodies_that_are_no_text_get_a_verdict() {
    for body in [
        &b"\xff\xfe\x00"[..],
        b"{\"event\":\"call_ended\xff\",\"call\":{\"call_id\":\"c\"}}",
        b"{\"event\":\"call_ended\",\"call\":{\"call_id\":\"c\xed\xa0\x80\"}}",
        b"\xef\xbb\xbf{\"event\":\"call_ended\",\"call\":{\"call_id\":\"c\"}}",
        b"{\"event\":\"call_ended\",\"call\":{\"call_id\":\"c\"}}\0",
        b"{\"event\":\"call_ended\",\"call\":{\"call_id\":\"\x01\"}}",
    ] {
        assert!(Event::from_slice(body).is_err(), "{body:?}");
        let header = sign("k", body, NOW_MS);
        assert!(
            Verifier::new("k")
                .unwrap()
                .verify_at(header, body, at(NOW_MS))
                .is_ok()
        );
    }
}

#[test]
fn a_list_is_no_object() {
    for body in [
        &br#"["call_ended",{"call_id":"c"}]"#[..],
        br#" ["call_ended",{"call_id":"c"},null,null,5,null,null]"#,
        br#"["call_inbound",5,{"to_number":"+1"},null]"#,
        br#"["find",{"call_id":"c"},null,{}]"#,
    ] {
        assert_eq!(Event::from_slice(body).unwrap_err().path(), ".");
        assert!(Event::from_slice_legacy(body).is_err());
        assert!(Inbound::from_slice(body).is_err());
        assert!(FunctionCall::<Value>::from_slice(body).is_err());
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    for open in ["[", "{\"a\":"] {
        let deep = open.repeat(100_000);
        for body in [
            deep.clone(),
            format!("{{\"event\":\"x\",\"y\":{deep}"),
            format!("{{\"event\":\"call_ended\",\"call\":{{\"metadata\":{deep}"),
        ] {
            assert!(Event::from_slice(body.as_bytes()).is_err());
            assert!(Event::from_slice_legacy(body.as_bytes()).is_err());
            assert!(Inbound::from_slice(body.as_bytes()).is_err());
            assert!(FunctionCall::<Value>::from_slice(body.as_bytes()).is_err());
        }
    }
}

#[test]
fn a_large_body_is_read() {
    let said = r#"{"role":"user","content":"I am on eighty at mile two twelve","words":[]},"#.repeat(50_000);
    let said = said.trim_end_matches(',');
    let body = format!(r#"{{"event":"call_ended","call":{{"call_id":"c","transcript_object":[{said}]}}}}"#);
    assert!(body.len() > 3_000_000);
    let event = Event::from_slice(body.as_bytes()).unwrap();
    assert_eq!(
        event.call().unwrap().transcript_object.as_ref().unwrap().len(),
        50_000
    );
}

#[test]
fn every_key_gets_its_chance_and_none_is_named() {
    let keys: Vec<String> = (0..16).map(|n| format!("key_{n:032}")).collect();
    let verifier = Verifier::with_keys(keys.clone()).unwrap();
    for (nth, key) in keys.iter().enumerate() {
        let found = verifier.verify_at(sign(key, b"x", NOW_MS), b"x", at(NOW_MS));
        assert_eq!(found.unwrap().get(), nth);
    }
    let reason = verifier
        .verify_at(sign("other", b"x", NOW_MS), b"x", at(NOW_MS))
        .unwrap_err();
    let digest = &sign("other", b"x", NOW_MS)[18..];
    let shown = format!("{reason} {reason:?} {verifier:?}");
    assert!(!shown.contains("key_0") && !shown.contains(digest), "{shown}");
}
