//! The first half is a header, the rest a body: no header but the one `sign` makes is believed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use retell_webhook::{SIGNATURE_HEADER, Timestamp, Verifier, sign};

const KEY: &str = "key_1";
const NOW_MS: i64 = 1_700_000_000_000;

fuzz_target!(|data: &[u8]| {
    let verifier = Verifier::new(KEY).expect("the key is fine");
    let now = Timestamp::from_millisecond(NOW_MS).expect("the time is fine");
    let (header, body) = data.split_at(data.len() / 2);
    assert!(verifier.verify_at(header, body, now).is_err(), "nobody guesses a digest");

    // A signature with what follows it: only nothing may.
    let good = sign(KEY, body, NOW_MS);
    assert!(verifier.verify_at(&good, body, now).is_ok());
    let mut longer = good.into_bytes();
    longer.extend_from_slice(header);
    assert_eq!(verifier.verify_at(&longer, body, now).is_ok(), header.is_empty());

    // The same through a request's headers.
    if let Ok(value) = http::HeaderValue::from_bytes(header) {
        let headers = http::HeaderMap::from_iter([(http::HeaderName::from_static(SIGNATURE_HEADER), value)]);
        assert!(verifier.receive_at::<retell_webhook::Event>(&headers, body, now).is_err());
    }
});
