//! Calls and messages that arrive, and what is answered.

use retell_webhook::{Inbound, InboundAnswer, InboundCall, InboundSms, Payload as _, UnknownEvent};
use serde_json::{Value, json};

fn read(json: &Value) -> Inbound {
    Inbound::from_slice(json.to_string().as_bytes()).unwrap()
}

#[test]
fn a_call_round_trips() {
    let json = json!({"event":"call_inbound","event_timestamp":5,"call_inbound":{"from_number":"+15550100",
        "to_number":"+15550101","agent_id":"a","agent_version":2,"call_id":"c","custom_sip_headers":{"x-load":"7"}}});
    let Inbound::Call(call) = read(&json) else {
        panic!("a call")
    };
    assert_eq!(call.custom_sip_headers["x-load"], "7");
    assert_eq!(call.dedup_key(), "call_inbound:c");
    assert_eq!(serde_json::from_slice::<Value>(&call.to_vec()).unwrap(), json);
    assert!(!format!("{call:?}").contains("5550100"));
}

#[test]
fn a_message_round_trips() {
    let json = json!({"event":"chat_inbound","event_timestamp":5,"chat_inbound":{"from_number":"+15550100",
        "to_number":"+15550101","agent_id":"a","agent_version":"latest","chat_id":"x"}});
    let Inbound::Sms(sms) = read(&json) else {
        panic!("a message")
    };
    assert_eq!(sms.dedup_key(), "chat_inbound:x");
    assert_eq!(serde_json::from_slice::<Value>(&sms.to_vec()).unwrap(), json);
    assert!(!format!("{sms:?}").contains("5550100"));
}

#[test]
fn withheld_numbers_and_odd_fields_do_not_lose_a_call() {
    let odd = json!({"event":"call_inbound","event_timestamp":"now","call_inbound":{"from_number":null,"to_number":"+15550101",
        "agent_id":7,"agent_version":{},"call_id":[],"custom_sip_headers":"none"}});
    let Inbound::Call(call) = read(&odd) else {
        panic!("a call")
    };
    assert_eq!(call, InboundCall::new("", "+15550101"));
}

#[test]
fn without_an_id_numbers_and_time_tell_repeats() {
    let at = |from: &str, time: i64| {
        let mut sms = InboundSms::new(from, "+15550101");
        sms.event_timestamp = Some(time);
        sms.dedup_key()
    };
    assert_eq!(at("+15550100", 5), at("+15550100", 5));
    assert_ne!(at("+15550100", 5), at("+15550100", 6));
    assert_ne!(at("+15550100", 5), at("+15550102", 5));
    assert!(!at("+15550100", 5).contains("5550100"));
}

#[test]
fn what_is_no_call_is_an_error_or_kept() {
    let news = json!({"event":"fax_inbound","fax_inbound":{"pages":2}});
    assert!(matches!(read(&news), Inbound::Unknown(UnknownEvent { raw, .. }) if raw == news));
    assert!(read(&news).answer().is_none());
    for (json, path) in [
        (json!({"event":"call_inbound"}), "call_inbound"),
        (
            json!({"event":"call_inbound","chat_inbound":{"to_number":"+1"}}),
            "call_inbound",
        ),
        (json!({"event":"chat_inbound","chat_inbound":{}}), "chat_inbound"),
        (
            json!({"event":"call_inbound","call_inbound":{"to_number":15_550_101}}),
            "call_inbound.to_number",
        ),
        (json!({"call_inbound":{"to_number":"+1"}}), "."),
    ] {
        let error = Inbound::from_slice(json.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.path(), path, "{json}");
    }
    let sms = InboundSms::new("+15550100", "+15550101").to_vec();
    assert_eq!(InboundCall::from_body(&sms).unwrap_err().path(), "call_inbound");
    assert!(InboundSms::from_body(&sms).is_ok());
}

#[test]
fn an_answer_says_what_was_decided() {
    let value = |answer: &InboundAnswer| serde_json::to_value(answer).unwrap();
    let call = InboundCall::new("+15550100", "+15550101");
    assert_eq!(value(&call.answer()), json!({"call_inbound":{}}));
    assert_eq!(
        value(&InboundSms::new("", "").answer()),
        json!({"chat_inbound":{}})
    );
    let settings = json!({"agent":{"voice_speed":1.1}});
    let full = call
        .answer()
        .override_agent_id("agent_1")
        .override_agent_version(3)
        .dynamic_variable("load_number", 7731)
        .dynamic_variable("driver_name", "Ana")
        .metadata("k", vec![1, 2])
        .agent_override(settings.as_object().unwrap().clone());
    assert_eq!(
        value(&full),
        json!({"call_inbound":{"override_agent_id":"agent_1","override_agent_version":3,
            "dynamic_variables":{"load_number":"7731","driver_name":"Ana"},"metadata":{"k":[1,2]},"agent_override":settings}})
    );
    assert!(!format!("{full:?}").contains("Ana"));
    let tagged = InboundAnswer::sms().override_agent_version("latest_published");
    assert_eq!(
        tagged.to_json(),
        r#"{"chat_inbound":{"override_agent_version":"latest_published"}}"#
    );
    let rejected = full.reject().metadata("late", true);
    assert_eq!(
        value(&rejected),
        json!({"call_inbound":{"reject":true}}),
        "nothing that could void it"
    );
}
