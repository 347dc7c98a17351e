//! The record of a call is the same however its events arrive.

use retell_webhook::{CallLifecycle, Event, Stage, TransferStage};
use serde_json::{Value, json};

fn event(json: &Value) -> Event {
    Event::from_slice(json.to_string().as_bytes()).unwrap()
}

/// Events of one call that contradict each other wherever they can: in stage, in time, and in value alone.
fn events() -> [Event; 6] {
    let call = |more: Value| {
        let mut call = json!({"call_id":"c","agent_id":"a","call_type":"phone_call"});
        call.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        call
    };
    [
        json!({"event":"call_started","event_timestamp":10,
            "call":call(json!({"call_status":"ongoing","start_timestamp":9,"metadata":{"k":1}}))}),
        json!({"event":"transcript_updated",
            "call":call(json!({"call_status":"ongoing","start_timestamp":10,"transcript":"Agent: Hi","collected_dynamic_variables":{"x":"1"}}))}),
        json!({"event":"transcript_updated",
            "call":call(json!({"call_status":"ongoing","start_timestamp":11,"transcript":"Agent: Ho","collected_dynamic_variables":{"x":"2"}}))}),
        json!({"event":"transfer_bridged","event_timestamp":15,"transfer_destination":{"number":"+15550100"},
            "call":call(json!({"transfer_destination":"+15550100","transcript":"Agent: Hi\nUser: Yo"}))}),
        json!({"event":"call_ended","event_timestamp":20,
            "call":call(json!({"call_status":"ended","start_timestamp":10,"end_timestamp":20,"transcript":"Agent: Hi\nUser: Yo\n","disconnection_reason":"user_hangup"}))}),
        json!({"event":"call_analyzed","event_timestamp":30,
            "call":call(json!({"call_status":"ended","end_timestamp":21,"call_analysis":{"call_successful":true}}))}),
    ]
    .map(|json| event(&json))
}

fn record_of<'a>(events: impl IntoIterator<Item = &'a Event>) -> CallLifecycle {
    let mut record = CallLifecycle::new("c");
    for event in events {
        record.observe(event);
    }
    record
}

/// Goes through every sequence of up to six events out of six: each order, each selection, each repetition.
fn extend(
    record: &CallLifecycle,
    seen: usize,
    left: u32,
    seeing: &[CallLifecycle],
    expected: &[CallLifecycle],
) -> usize {
    assert!(record == &expected[seen], "{seen:06b}: {record:?}");
    if left == 0 {
        return 1;
    }
    let mut sequences = 1;
    for (nth, seen_now) in seeing.iter().enumerate() {
        let mut next = record.clone();
        let stage = next.stage();
        let news = next.merge(seen_now.clone());
        assert!(next.stage() >= stage, "the stage fell");
        assert_eq!(news, &next != record, "news is what changes the record");
        sequences += extend(&next, seen | 1 << nth, left - 1, seeing, expected);
    }
    sequences
}

#[test]
fn every_order_and_repetition_of_six_events_ends_in_the_same_record() {
    let events = events();
    let seeing: Vec<_> = events
        .iter()
        .map(|event| CallLifecycle::of_event(event).unwrap())
        .collect();
    // For each selection of events the record they make in their given order.
    let expected: Vec<_> = (0..64_usize)
        .map(|seen| {
            record_of(
                (0..6)
                    .filter(|nth| seen & (1 << nth) != 0)
                    .map(|nth| &events[nth]),
            )
        })
        .collect();
    let sequences = extend(&CallLifecycle::new("c"), 0, 6, &seeing, &expected);
    let every: usize = (0..=6).map(|length| 6_usize.pow(length)).sum();
    assert_eq!(sequences, every);
}

#[test]
fn records_merge_as_their_events_do() {
    let events = events();
    let whole = record_of(&events);
    for seen in 0..64_usize {
        let (one, other): (Vec<_>, Vec<_>) = (0..6).partition(|nth| seen & (1 << nth) != 0);
        let mut record = record_of(one.iter().map(|nth| &events[*nth]));
        record.merge(record_of(other.iter().map(|nth| &events[*nth])));
        assert!(record == whole, "{seen:06b}");
    }
}

#[test]
fn the_better_informed_event_decides() {
    let record = record_of(&events());
    let call = record.call();
    assert_eq!(record.stage(), Stage::Analyzed);
    assert!(record.stage().is_over());
    assert_eq!(call.call_status.as_str(), "ended");
    assert_eq!(call.end_timestamp, Some(21), "analysis knows better than the end");
    assert_eq!(
        call.start_timestamp,
        Some(10),
        "the end knows better than the start"
    );
    assert_eq!(call.transcript.as_deref(), Some("Agent: Hi\nUser: Yo\n"));
    assert_eq!(call.metadata.get(), Some(&json!({"k":1})), "nobody else knew");
    assert_eq!(
        call.collected_dynamic_variables.unwrap()["x"],
        "2",
        "two that know the same: the greater text"
    );
    let transfer = record.transfer().unwrap();
    assert_eq!(
        (transfer.stage, transfer.event_timestamp),
        (TransferStage::Bridged, Some(15))
    );
}

#[test]
fn others_are_passed_over() {
    let mut record = record_of(&events()[..1]);
    let before = record.clone();
    for other in [
        json!({"event":"call_ended","call":{"call_id":"another"}}),
        json!({"event":"chat_ended","chat":{"chat_id":"c"}}),
        json!({"event":"news","call":{"call_id":"c"}}),
    ] {
        assert!(!record.observe(&event(&other)));
        assert!(CallLifecycle::of_event(&event(&other)).is_none_or(|seen| seen.call_id() == "another"));
    }
    assert!(record == before);
    assert!(record.observe(&events()[4]) && !record.observe(&events()[4]));
}

#[test]
fn a_record_is_kept_as_json_and_a_forged_one_refused() {
    let record = record_of(&events());
    let kept = serde_json::to_value(&record).unwrap();
    let read: CallLifecycle = serde_json::from_value(kept.clone()).unwrap();
    assert!(read == record);
    // JavaScript's sums have all seventeen digits, and some numbers are odder still.
    for number in [
        "12.340000000000002",
        "0.30000000000000004",
        "1.7e57",
        "1700000000000000000000000000000000060000",
    ] {
        let body = format!(
            r#"{{"event":"call_ended","call":{{"call_id":"c","metadata":{{"n":{number}}},"latency":{{"e2e":{{"p50":{number}}}}}}}}}"#
        );
        let seen = CallLifecycle::of_event(&Event::from_slice(body.as_bytes()).unwrap()).unwrap();
        let kept = serde_json::to_string(&seen).unwrap();
        assert!(
            serde_json::from_str::<CallLifecycle>(&kept).unwrap() == seen,
            "{number}"
        );
    }
    let mut forged = kept;
    forged["facts"]["duration_ms"] = json!({"stage":"ended","value":"long, +15550100"});
    let error = serde_json::from_value::<CallLifecycle>(forged).unwrap_err();
    assert!(!error.to_string().contains("5550100"), "{error}");
    assert!(!format!("{record:?}").contains("5550100"));
}

#[test]
fn a_record_keeps_no_token() {
    let body = br#"{"event":"call_started","call":{"call_id":"c","access_token":"s3cret"}}"#;
    let record = CallLifecycle::of_event(&Event::from_slice(body).unwrap()).unwrap();
    assert!(!serde_json::to_string(&record).unwrap().contains("s3cret"));
    assert_eq!(record.call().access_token, None);
}

#[test]
fn a_retrieved_call_takes_its_place_among_the_events() {
    let call = |json: Value| serde_json::from_value::<retell_webhook::models::Call>(json).unwrap();
    for (json, stage) in [
        (json!({"call_id":"c","call_status":"registered"}), Stage::Created),
        (json!({"call_id":"c","call_status":"unheard_of"}), Stage::Created),
        (json!({"call_id":"c","call_status":"ongoing"}), Stage::Started),
        (json!({"call_id":"c","call_status":"not_connected"}), Stage::Ended),
        (
            json!({"call_id":"c","call_status":"error","call_analysis":{}}),
            Stage::Analyzed,
        ),
    ] {
        let call = call(json);
        assert_eq!(Stage::of_call(&call), stage);
        let mut record = record_of(&events()[..2]);
        record.merge(CallLifecycle::of_call(&call, stage, None));
        assert_eq!(record.stage(), stage.max(Stage::Underway));
    }
}
