//! Any body gets a verdict, and an event that was read is the same after it was written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use retell_webhook::{CallLifecycle, Event, SignatureError, Timestamp, Verifier, sign};

fuzz_target!(|body: &[u8]| {
    let _ = Event::from_slice_legacy(body);
    // Looks for the forms the body may have had.
    let verifier = Verifier::new("key_1").expect("the key is fine");
    let verdict = verifier.verify_at(sign("key_2", body, 0), body, Timestamp::UNIX_EPOCH);
    assert_eq!(verdict, Err(SignatureError::Mismatch));

    let Ok(event) = Event::from_slice(body) else { return };
    let key = event.dedup_key();
    assert!(key.len() <= 300 && key.bytes().all(|byte| byte.is_ascii_graphic()));
    let again = Event::from_slice(&event.to_vec()).expect("what was written can be read");
    assert_eq!(again, event);
    assert_eq!(again.dedup_key(), key);

    if let Some((record, call)) = CallLifecycle::of_event(&event).zip(event.call()) {
        let mut call = call.clone();
        call.access_token = None;
        assert_eq!(record.call(), call);
        let mut twice = record.clone();
        assert!(!twice.merge(record.clone()), "a repeat is no news");
        let kept = serde_json::to_string(&record).expect("a record is JSON");
        assert_eq!(serde_json::from_str::<CallLifecycle>(&kept).ok(), Some(record));
    }
});
