//! What is read, written and read again stays the same, and what is merged in any grouping comes out the same.

use proptest::prelude::*;
use retell_client::models::{Call, CallId};
use retell_webhook::{CallLifecycle, Event, FunctionCall, Inbound, InboundCall, InboundSms, RootArgs, Stage};
use serde_json::{Map, Value, json};

/// Any JSON of moderate size.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,8}", inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// The name of an event that is documented.
fn any_name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "call_started",
        "call_ended",
        "call_analyzed",
        "transcript_updated",
        "transfer_started",
        "transfer_bridged",
        "transfer_cancelled",
        "transfer_ended",
    ])
}

/// A call object with some of its fields.
fn any_call() -> impl Strategy<Value = Map<String, Value>> {
    let text = || prop::option::of(".{0,20}".prop_map(Value::from));
    let number = || prop::option::of((0_i64..1 << 50).prop_map(Value::from));
    (text(), text(), number(), number(), prop::option::of(any_json())).prop_map(
        |(transcript, recording_url, start_timestamp, duration_ms, metadata)| {
            let fields = [
                ("transcript", transcript),
                ("recording_url", recording_url),
                ("start_timestamp", start_timestamp),
                ("duration_ms", duration_ms),
                ("metadata", metadata.filter(|value| !value.is_null())),
            ];
            let mut call = Map::new();
            call.insert("call_id".to_owned(), json!("c"));
            call.extend(
                fields
                    .into_iter()
                    .filter_map(|(name, value)| Some((name.to_owned(), value?))),
            );
            call
        },
    )
}

fn any_event() -> impl Strategy<Value = Event> {
    (
        any_name(),
        any_call(),
        prop::option::of(0_i64..4),
        prop::option::of("[0-9]{1,3}"),
    )
        .prop_map(|(name, call, at, number)| {
            let mut json = json!({"event":name,"call":call});
            if let Some(at) = at {
                json["event_timestamp"] = json!(at);
            }
            if let Some(number) = number {
                json["transfer_destination"] = json!({"number":number});
            }
            Event::from_slice(json.to_string().as_bytes()).unwrap()
        })
}

fn any_record() -> impl Strategy<Value = CallLifecycle> {
    prop::collection::vec(any_event(), 0..4).prop_map(|events| {
        let mut record = CallLifecycle::new("c");
        for event in &events {
            record.observe(event);
        }
        record
    })
}

fn joined(one: &CallLifecycle, other: &CallLifecycle) -> CallLifecycle {
    let mut joined = one.clone();
    joined.merge(other.clone());
    joined
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_event_is_itself_after_a_round_trip(event in any_event()) {
        let again = Event::from_slice(&event.to_vec()).unwrap();
        prop_assert_eq!(again.dedup_key(), event.dedup_key());
        prop_assert_eq!(again, event);
    }

    #[test]
    fn an_unknown_event_is_kept_whole(name in "[a-z]{1,12}_of_tomorrow", body in any_json()) {
        let json = json!({"event":name,"call":body,"chat":body});
        let event = Event::from_slice(json.to_string().as_bytes()).unwrap();
        prop_assert!(matches!(event, Event::Unknown(_)));
        prop_assert_eq!(serde_json::from_slice::<Value>(&event.to_vec()).unwrap(), json);
    }

    #[test]
    fn records_form_a_join(a in any_record(), b in any_record(), c in any_record()) {
        prop_assert!(joined(&a, &b) == joined(&b, &a), "commutative");
        prop_assert!(joined(&joined(&a, &b), &c) == joined(&a, &joined(&b, &c)), "associative");
        prop_assert!(joined(&a, &a) == a, "idempotent");
        let both = joined(&a, &b);
        prop_assert!(joined(&both, &a) == both, "nothing is forgotten");
        prop_assert_eq!(both.stage(), a.stage().max(b.stage()));
    }

    #[test]
    fn a_record_is_itself_after_a_round_trip(record in any_record()) {
        let kept = serde_json::to_string(&record).unwrap();
        let read: CallLifecycle = serde_json::from_str(&kept).unwrap();
        prop_assert!(read == record);
        prop_assert_eq!(read.call(), record.call());
    }

    #[test]
    fn one_event_makes_a_record_of_its_call(event in any_event()) {
        let record = CallLifecycle::of_event(&event).unwrap();
        prop_assert_eq!(Some(&record.call()), event.call());
        prop_assert_eq!(Some(record.stage()), Stage::of(&event));
        prop_assert_eq!(record.transfer().is_some(), event.name().starts_with("transfer_"));
    }

    #[test]
    fn an_inbound_webhook_is_itself_after_a_round_trip(
        from in ".{0,20}", to in ".{0,20}", id in prop::option::of(".{1,20}"), at: Option<i64>, version: Option<i64>,
        headers in prop::collection::btree_map("[a-z-]{1,9}", ".{0,9}", 0..4),
    ) {
        let mut call = InboundCall::new(from.clone(), to.clone());
        call.call_id = id.clone().map(CallId::from);
        call.event_timestamp = at;
        call.agent_version = version.map(Into::into);
        call.custom_sip_headers = headers;
        prop_assert_eq!(Inbound::from_slice(&call.to_vec()), Ok(Inbound::Call(call)));
        let mut sms = InboundSms::new(from, to);
        sms.chat_id = id.map(Into::into);
        sms.event_timestamp = at;
        prop_assert_eq!(Inbound::from_slice(&sms.to_vec()), Ok(Inbound::Sms(sms)));
    }

    #[test]
    fn arguments_arrive_as_they_were_passed(args in any_json(), name in "[a-zA-Z0-9_-]{1,64}") {
        let nested = json!({"name":name,"call":{"call_id":"c"},"args":args}).to_string();
        let function = FunctionCall::<Value>::from_slice(nested.as_bytes()).unwrap();
        let expected = if args.is_null() { json!({}) } else { args.clone() };
        prop_assert_eq!(&function.args, &expected);
        prop_assert_eq!(function.call.map(|call| *call).map(|call: Call| call.call_id), Some("c".into()));
        let root = RootArgs::<Value>::from_slice(args.to_string().as_bytes()).unwrap();
        prop_assert_eq!(root.0, args);
    }
}
