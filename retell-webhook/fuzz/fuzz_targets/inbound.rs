//! Inbound calls, messages and custom functions: any body gets a verdict, and what was read can be written.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use retell_webhook::{FunctionAnswer, FunctionCall, Inbound, MAX_ANSWER, RootArgs};
use serde_json::Value;

fuzz_target!(|body: &[u8]| {
    if let Ok(function) = FunctionCall::<BTreeMap<String, Value>>::from_slice(body) {
        assert!(function.dedup_key().bytes().all(|byte| byte.is_ascii_graphic()));
    }
    let _ = RootArgs::<BTreeMap<String, Vec<Option<f64>>>>::from_slice(body);
    let answer = FunctionAnswer::text(String::from_utf8_lossy(body));
    assert!(answer.body().encode_utf16().count() <= MAX_ANSWER);

    let Ok(inbound) = Inbound::from_slice(body) else { return };
    let (key, written) = match &inbound {
        Inbound::Call(call) => (call.dedup_key(), call.to_vec()),
        Inbound::Sms(sms) => (sms.dedup_key(), sms.to_vec()),
        _ => return,
    };
    assert!(key.bytes().all(|byte| byte.is_ascii_graphic()));
    assert_eq!(Inbound::from_slice(&written).as_ref(), Ok(&inbound));
    assert!(inbound.answer().is_some());
});
