//! What holds for every key, body and header.

use jiff::Timestamp;
use proptest::prelude::*;
use retell_webhook::{
    CallLifecycle, Event, FunctionAnswer, FunctionCall, Inbound, MAX_ANSWER, RootArgs, SignatureError,
    Verifier, sign,
};
use serde_json::Value;

const NOW_MS: i64 = 1_700_000_000_000;

fn now() -> Timestamp {
    Timestamp::from_millisecond(NOW_MS).unwrap()
}

fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}

#[test]
fn every_flipped_bit_of_body_header_and_key_fails() {
    let key = "key_3f9c1d7a5b2e4860";
    let body = "{ \"event\" : \"call_ended\", \"call\" : {\"call_id\":\"caf\u{e9}\",\"x\":[1.50,null]}}\n"
        .as_bytes();
    let header = sign(key, body, NOW_MS).into_bytes();
    let verifier = Verifier::new(key).unwrap();
    assert!(verifier.verify_at(&header, body, now()).is_ok());
    for bit in 0..body.len() * 8 {
        let verdict = verifier.verify_at(&header, &flipped(body, bit), now());
        assert_eq!(verdict, Err(SignatureError::Mismatch), "bit {bit} of the body");
    }
    // The time's digits come first, the digest's after; both are text, so most flips are malformed.
    for bit in 0..header.len() * 8 {
        let verdict = verifier.verify_at(flipped(&header, bit), body, now());
        assert!(verdict.is_err(), "bit {bit} of the header");
    }
    for bit in 0..key.len() * 8 {
        // Keys are text; a key that is none, or that no verifier takes, cannot be the right one.
        let Ok(other) = String::from_utf8(flipped(key.as_bytes(), bit)) else {
            continue;
        };
        let Ok(other) = Verifier::new(other) else { continue };
        let verdict = other.verify_at(&header, body, now());
        assert_eq!(verdict, Err(SignatureError::Mismatch), "bit {bit} of the key");
    }
}

#[test]
fn every_other_time_within_the_tolerance_fails() {
    let header = sign("k", b"body", NOW_MS);
    let (_, digest) = header.split_once(',').unwrap();
    let verifier = Verifier::new("k").unwrap();
    for offset in (-300_000..=300_000).filter(|offset| *offset != 0).step_by(97) {
        let moved = format!("v={},{digest}", NOW_MS + offset);
        let verdict = verifier.verify_at(moved, b"body", now());
        assert_eq!(verdict, Err(SignatureError::Mismatch), "{offset}");
    }
}

proptest! {
    #[test]
    fn what_was_signed_verifies(key in r"[^\s\p{C}]{1,80}", body: Vec<u8>, offset in -300_000_i64..=300_000) {
        let header = sign(&key, &body, NOW_MS + offset);
        prop_assert!(Verifier::new(key).unwrap().verify_at(header, &body, now()).is_ok());
    }

    #[test]
    fn any_two_keys_make_two_signatures(one in "[!-~]{1,80}", other in "[!-~]{1,80}", body: Vec<u8>) {
        let header = sign(&one, &body, NOW_MS);
        let verdict = Verifier::new(&other).unwrap().verify_at(header, &body, now());
        prop_assert_eq!(verdict.is_ok(), one == other);
    }

    #[test]
    fn one_flipped_bit_fails(body in prop::collection::vec(any::<u8>(), 1..200), at: prop::sample::Index) {
        let header = sign("k", &body, NOW_MS);
        let verifier = Verifier::new("k").unwrap();
        let changed = flipped(&body, at.index(body.len() * 8));
        prop_assert!(verifier.verify_at(&header, &changed, now()).is_err());
        let changed = flipped(header.as_bytes(), at.index(header.len() * 8));
        prop_assert!(verifier.verify_at(changed, &body, now()).is_err());
    }

    #[test]
    fn any_header_gets_a_verdict(header: Vec<u8>, time in "[0-9]{0,22}", digest in "[0-9a-f]{60,68}") {
        let verifier = Verifier::new("k").unwrap();
        prop_assert!(verifier.verify_at(header, b"", now()).is_err());
        let near = format!("v={time},d={digest}");
        prop_assert!(verifier.verify_at(near, b"", now()).is_err());
    }

    #[test]
    fn any_body_gets_a_verdict(body: Vec<u8>) {
        let _ = Event::from_slice(&body);
        let _ = Event::from_slice_legacy(&body);
        let _ = Inbound::from_slice(&body);
        let _ = FunctionCall::<Value>::from_slice(&body);
        let _ = RootArgs::<Value>::from_slice(&body);
    }

    #[test]
    fn events_in_any_order_make_one_record(
        times in prop::collection::vec(prop::option::of(0_i64..3), 8),
        values in prop::collection::vec(0_u8..3, 8),
        order in prop::collection::vec(0_usize..8, 0..24),
    ) {
        let names = ["call_started", "transcript_updated", "transcript_updated", "transfer_started",
            "transfer_ended", "transfer_started", "call_ended", "call_analyzed"];
        let events: Vec<_> = (0..8).map(|nth| {
            let json = serde_json::json!({"event":names[nth],"event_timestamp":times[nth],
                "transfer_destination":{"number":values[nth].to_string()},
                "call":{"call_id":"c","transcript":values[nth].to_string(),"duration_ms":values[nth]}});
            Event::from_slice(json.to_string().as_bytes()).unwrap()
        }).collect();
        let mut expected = CallLifecycle::new("c");
        let mut found = CallLifecycle::new("c");
        for event in &events {
            expected.observe(event);
        }
        for nth in order {
            found.observe(&events[nth]);
        }
        for event in events.iter().rev() {
            found.observe(event);
        }
        prop_assert!(found == expected);
    }

    #[test]
    fn no_answer_is_cut_by_retell(text in "\\PC{0,40}", times in 1_usize..2_000) {
        let text = text.repeat(times);
        let answer = FunctionAnswer::text(text.clone());
        prop_assert!(answer.body().encode_utf16().count() <= MAX_ANSWER);
        prop_assert!(text.starts_with(answer.body()));
        prop_assert_eq!(answer.body() == text, text.encode_utf16().count() <= MAX_ANSWER);
    }
}
