//! Every event that is documented, and some that are not.

use retell_webhook::{Alert, Comparison, DecodeError, Event};
use serde_json::{Value, json};

fn event(json: &Value) -> Result<Event, DecodeError> {
    Event::from_slice(json.to_string().as_bytes())
}

#[test]
fn every_call_event_round_trips() {
    for name in [
        "call_started",
        "call_ended",
        "call_analyzed",
        "transcript_updated",
    ] {
        let json = json!({"event":name,"event_timestamp":17,"call":{"call_id":"c1"}});
        let event = event(&json).unwrap();
        assert_eq!(event.name(), name);
        assert_eq!(event.call_id().unwrap(), "c1");
        assert_eq!(event.event_timestamp(), Some(17));
        assert_eq!(serde_json::to_value(&event).unwrap(), json);
        assert!(!matches!(event, Event::Unknown(_)));
    }
}

#[test]
fn every_transfer_event_round_trips() {
    for name in [
        "transfer_started",
        "transfer_bridged",
        "transfer_cancelled",
        "transfer_ended",
    ] {
        let json = json!({"event":name,"call":{"call_id":"c1"},"transfer_destination":{"number":"+15550100"},
            "transfer_option":{"type":"warm_transfer","showTransfereeAsCaller":true}});
        let event = event(&json).unwrap();
        assert_eq!(serde_json::to_value(&event).unwrap(), json);
        assert!(!matches!(event, Event::Unknown(_)));
        assert!(!format!("{event:?}{}", event.dedup_key()).contains("5550100"));
    }
}

#[test]
fn every_chat_event_round_trips() {
    for name in [
        "chat_started",
        "chat_ended",
        "chat_analyzed",
        "transcript_updated",
    ] {
        let json = json!({"event":name,"event_timestamp":17,"chat":{"chat_id":"x","agent_id":"a"}});
        let event = event(&json).unwrap();
        assert_eq!(event.name(), name);
        assert_eq!(event.chat().unwrap().chat_id, "x");
        assert_eq!((event.call(), event.event_timestamp()), (None, Some(17)));
        assert_eq!(serde_json::to_value(&event).unwrap(), json);
    }
}

#[test]
fn a_chat_is_read_as_far_as_it_is_told() {
    let json = json!({"event":"chat_analyzed","chat":{"chat_id":"x","agent_id":null,"chat_status":null,
        "start_timestamp":1_761_000_000_000.0,"retell_llm_dynamic_variables":{"stops":2},
        "chat_analysis":{"chat_successful":true}}});
    let event = event(&json).unwrap();
    let chat = event.chat().unwrap();
    assert!(chat.agent_id.is_empty() && chat.chat_status.is_absent());
    assert_eq!(chat.start_timestamp, Some(1_761_000_000_000));
    assert_eq!(chat.retell_llm_dynamic_variables.as_ref().unwrap()["stops"], "2");
    assert_eq!(chat.chat_analysis.as_ref().unwrap().chat_successful, Some(true));
    assert_eq!(
        self::event(&json!({"event":"chat_ended","chat":{}}))
            .unwrap_err()
            .path(),
        "chat"
    );
}

#[test]
fn every_alert_event_round_trips() {
    for name in ["alert_triggered", "alert_resolved"] {
        let json = json!({"event":name,"alert":{"alert_incident_id":"i","org_id":"o","alert_rule_id":"r","name":"n",
            "metric_type":"total_call_cost","filter":{"agent":["a"]},"threshold_type":"absolute","threshold_value":100.5,
            "comparator":">=","frequency":"1h","window":3600,"emails":["ops@example.com"],"webhook_urls":["https://h.example/?k=v"],
            "current_value":120.0,"previous_value":80.25,"triggered_timestamp":1,"resolved_timestamp":2,"new_field":true}});
        let event = event(&json).unwrap();
        let alert = event.alert().unwrap();
        assert_eq!(alert.comparison(), Some(Comparison::AtLeast));
        assert_eq!(alert.extra["new_field"], true);
        assert_eq!(serde_json::to_value(&event).unwrap(), json);
        let shown = format!("{event:?}");
        assert!(
            shown.contains("120") && !shown.contains("ops@") && !shown.contains("k=v"),
            "{shown}"
        );
    }
}

#[test]
fn an_alert_with_odd_fields_is_still_an_alert() {
    let event = event(
        &json!({"event":"alert_triggered","alert":{"alert_incident_id":7,"threshold_value":"lots",
        "emails":null,"triggered_timestamp":1.5,"comparator":"about"}}),
    )
    .unwrap();
    let mut expected = Alert::new("");
    expected.comparator = Some("about".into());
    assert_eq!(event.alert(), Some(&expected));
    assert_eq!(event.alert().unwrap().comparison(), None);
}

#[test]
fn an_odd_time_does_not_lose_an_event() {
    for odd in [json!(1.5), json!("soon"), json!(null), json!(1e300)] {
        let event =
            event(&json!({"event":"call_ended","event_timestamp":odd,"call":{"call_id":"c"}})).unwrap();
        assert_eq!(event.event_timestamp(), None);
    }
}

#[test]
fn unknown_events_are_kept_whole() {
    for json in [
        json!({"event":"call_teleported","event_timestamp":5,"call":{"call_id":"c"}}),
        json!({"event":"call_teleported","call":"there","chat":7,"alert":[]}),
        json!({"event":"","more":[1,2,{"deep":null}]}),
    ] {
        let event = event(&json).unwrap();
        assert!(matches!(event, Event::Unknown(_)), "{event:?}");
        assert_eq!(serde_json::to_value(&event).unwrap(), json);
    }
}

#[test]
fn a_destination_of_another_shape_does_not_lose_a_transfer() {
    for odd in [json!("+15550100"), json!(null), json!(7), json!({"number":7})] {
        let event =
            event(&json!({"event":"transfer_started","call":{"call_id":"c"},"transfer_destination":odd}));
        assert!(matches!(event, Ok(Event::TransferStarted(_))), "{odd}");
    }
}

#[test]
fn chats_come_whole() {
    let samples = include_str!("../fixtures/chats.jsonl").lines();
    for sample in samples {
        let sample: Value = serde_json::from_str(sample).unwrap();
        for name in [
            "chat_started",
            "chat_ended",
            "chat_analyzed",
            "transcript_updated",
        ] {
            let json = json!({"event":name,"chat":sample["json"]});
            let event = event(&json).unwrap();
            let chat = event.chat().unwrap();
            assert_eq!(chat.chat_id, sample["json"]["chat_id"].as_str().unwrap());
            assert!(chat.extra.is_empty(), "every documented field is typed");
            assert_eq!(
                serde_json::to_value(&event).unwrap(),
                json,
                "{}",
                sample["variant"]
            );
        }
    }
}
