//! What holds for every key, body and header.

use jiff::Timestamp;
use proptest::prelude::*;
use retell_webhook::{Event, SignatureError, Verifier, sign};

const NOW_MS: i64 = 1_700_000_000_000;

fn now() -> Timestamp {
    Timestamp::from_millisecond(NOW_MS).unwrap()
}

proptest! {
    #[test]
    fn what_was_signed_verifies(key in r"[^\s\p{C}]{1,80}", body: Vec<u8>, offset in -300_000_i64..=300_000) {
        let header = sign(&key, &body, NOW_MS + offset);
        prop_assert!(Verifier::new(key).unwrap().verify_at(header, &body, now()).is_ok());
    }

    #[test]
    fn one_flipped_bit_of_the_body_fails(body in prop::collection::vec(any::<u8>(), 1..200), at: prop::sample::Index, bit in 0..8_u32) {
        let header = sign("k", &body, NOW_MS);
        let mut changed = body.clone();
        let at = at.index(changed.len());
        changed[at] ^= 1_u8 << bit;
        let verdict = Verifier::new("k").unwrap().verify_at(header, &changed, now());
        prop_assert_eq!(verdict, Err(SignatureError::Mismatch));
    }

    #[test]
    fn one_flipped_bit_of_the_header_fails(body: Vec<u8>, at: prop::sample::Index, bit in 0..8_u32) {
        let mut header = sign("k", &body, NOW_MS).into_bytes();
        let at = at.index(header.len());
        header[at] ^= 1_u8 << bit;
        prop_assert!(Verifier::new("k").unwrap().verify_at(header, &body, now()).is_err());
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
    }
}
