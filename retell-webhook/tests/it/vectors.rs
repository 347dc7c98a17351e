//! Signatures whose verdict is known.

use jiff::Timestamp;
use retell_webhook::Verifier;
use serde::Deserialize;

#[derive(Deserialize)]
struct Vector {
    body: String,
    key: String,
    signature: String,
    now_ms: i64,
    valid: bool,
    why: String,
}

#[test]
fn every_vector_gets_its_verdict() {
    let vectors: Vec<Vector> = include_str!("../fixtures/signature-vectors.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(vectors.len(), 12);
    for vector in &vectors {
        let verifier = Verifier::new(&vector.key).unwrap();
        let now = Timestamp::from_millisecond(vector.now_ms).unwrap();
        let verdict = verifier.verify_at(&vector.signature, vector.body.as_bytes(), now);
        assert_eq!(verdict.is_ok(), vector.valid, "{}: {verdict:?}", vector.why);
    }
}

#[test]
fn documented_digests_are_reproduced() {
    for (key, body, digest) in [
        (
            "test-api-key",
            r#"{"event":"call_ended"}"#,
            "07024cabe7dd8f6d1c6e4a8324ca92c812e6ad4a7ee506c04f7e462e3321823e",
        ),
        (
            "key_test_0123456789",
            "",
            "ae79294ad5e41f636ccbde97f8d69322dc66d5c71c57eb8654090ba193e7a476",
        ),
        (
            "key_test_0123456789",
            r#"{"event":"call_ended","call":{"call_id":"c1","note":"café","x":1.0}}"#,
            "d3ce466b51e47551aeaa0b8957412eb33af0a1b267b2d506b3e13a24a6f60d6d",
        ),
        (
            "key_test_0123456789",
            "{\"event\":\"call_ended\",\"call\":{\"call_id\":\"c1\",\"note\":\"caf\\u00e9\",\"x\":1.0}}",
            "2e8f2d3daa20a87f120eca4bfceb81583ad6ec88d1d28890ee8415b34c21bbd6",
        ),
    ] {
        let header = retell_webhook::sign(key, body.as_bytes(), 1_700_000_000_000);
        assert_eq!(header, format!("v=1700000000000,d={digest}"));
    }
}
