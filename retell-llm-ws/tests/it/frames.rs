//! Frames read and written: lossless, forgiving to what is new, precise about what is wrong.

use proptest::prelude::*;
use retell_llm_ws::{
    Action,
    frame::{Inbound, Outbound, Response},
};
use serde_json::Value;

fn lines(fixture: &str) -> impl Iterator<Item = (&str, Value)> {
    fixture
        .lines()
        .map(|line| (line, serde_json::from_str(line).unwrap()))
}

#[test]
fn a_kind_named_twice_is_the_first_one() {
    let text = r#"{"interaction_type":"new","interaction_type":"newer","a":1}"#;
    let frame = Inbound::from_json(text).unwrap();
    assert!(matches!(&frame, Inbound::Unknown(unknown) if unknown.kind == "new"));
    assert_eq!(Inbound::from_json(&frame.to_json()), Ok(frame));
}

#[test]
fn inbound_frames_round_trip() {
    let mut kinds = Vec::new();
    for (line, json) in lines(include_str!("../fixtures/inbound.jsonl")) {
        let frame = Inbound::from_json(line).unwrap();
        assert_eq!(frame.kind(), json["interaction_type"]);
        assert_eq!(serde_json::from_str::<Value>(&frame.to_json()).unwrap(), json);
        assert_eq!(serde_json::from_value::<Inbound>(json).unwrap(), frame);
        kinds.push(frame.kind().to_owned());
    }
    kinds.dedup();
    assert_eq!(
        kinds,
        [
            "ping_pong",
            "call_details",
            "update_only",
            "response_required",
            "reminder_required",
            "weather_report"
        ]
    );
}

#[test]
fn outbound_frames_round_trip() {
    for (line, json) in lines(include_str!("../fixtures/outbound.jsonl")) {
        let frame = Outbound::from_json(line).unwrap();
        assert_eq!(frame.kind(), json["response_type"]);
        assert_eq!(frame.to_json(), line, "the kind comes first and nothing is added");
        assert_eq!(serde_json::from_value::<Outbound>(json).unwrap(), frame);
    }
}

#[test]
fn what_is_new_passes() {
    let frame = Inbound::from_json(
        r#" {"mood":"good","response_id":3,"transcript":[{"role":"user","content":"a","loud":true}],
             "interaction_type":"response_required","kind":"x","response_type":"y"}"#,
    )
    .unwrap();
    let Inbound::ResponseRequired(request) = frame else {
        panic!("{frame:?}")
    };
    assert_eq!(
        (request.response_id, request.transcript[0].content.as_str()),
        (3, "a")
    );

    let frame =
        Outbound::from_json(r#"{"response_type":"config","config":{"call_details":true},"response_id":0}"#);
    let Ok(Outbound::Config { config }) = frame else {
        panic!("{frame:?}")
    };
    assert!(
        config.call_details && !config.auto_reconnect,
        "what is left out is off"
    );
}

#[test]
fn what_is_wrong_is_named_by_its_path() {
    for (text, path) in [
        (r#"{"interaction_type":"ping_pong"}"#, "timestamp"),
        (
            r#"{"interaction_type":"ping_pong","timestamp":"now"}"#,
            "timestamp",
        ),
        (r#"{"timestamp":1}"#, "interaction_type"),
        (r#"{"interaction_type":null}"#, "interaction_type"),
        (r#"{"interaction_type":"call_details","call":{}}"#, "call.call_id"),
        (
            r#"{"interaction_type":"response_required","transcript":[]}"#,
            "response_id",
        ),
        (
            r#"{"interaction_type":"response_required","response_id":1.5,"transcript":[]}"#,
            "response_id",
        ),
        (
            r#"{"interaction_type":"update_only","transcript":[{"role":"user"},{"role":7}]}"#,
            "transcript[1].role",
        ),
        (
            r#"{"interaction_type":"update_only","transcript":[],"turntaking":false}"#,
            "turntaking",
        ),
    ] {
        let error = Inbound::from_json(text).unwrap_err();
        assert_eq!(error.path(), Some(path), "{text}");
        assert!(error.to_string().contains(path));
    }
    for (text, path) in [
        (
            r#"{"response_type":"response","response_id":1,"content":"a","content_complete":"true"}"#,
            "content_complete",
        ),
        (
            r#"{"response_type":"response","response_id":1,"content":5,"content_complete":true}"#,
            "content",
        ),
        (
            r#"{"response_type":"config","config":{"auto_reconnect":1}}"#,
            "config.auto_reconnect",
        ),
        (r#"{"response_type":"update_agent"}"#, "agent_config"),
        (r#"{"response_id":1}"#, "response_type"),
    ] {
        assert_eq!(
            Outbound::from_json(text).unwrap_err().path(),
            Some(path),
            "{text}"
        );
    }
    for text in [
        "",
        "[]",
        "null",
        "\"ping_pong\"",
        "{",
        r#"{"interaction_type":"ping_pong","timestamp":1}x"#,
    ] {
        assert!(Inbound::from_json(text).unwrap_err().is_syntax(), "{text}");
    }
}

#[test]
fn of_two_actions_the_stronger_counts() {
    let mut response = Response {
        end_call: Some(true),
        transfer_number: Some("+15550100".to_owned()),
        digit_to_press: Some("1".to_owned()),
        ..Response::default()
    };
    assert_eq!(response.action(), Some(Action::EndCall));
    response.end_call = Some(false);
    assert!(matches!(response.action(), Some(Action::Transfer { .. })));
    response.transfer_number = None;
    assert_eq!(response.action(), Some(Action::PressDigits("1".to_owned())));
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::EndCall),
        ("\\PC{0,12}", any::<bool>()).prop_map(|(number, show)| Action::Transfer {
            number,
            show_transferee_as_caller: show
        }),
        "\\PC{0,12}".prop_map(Action::PressDigits),
    ]
}

proptest! {
    #[test]
    fn any_response_survives_the_wire(
        id: u64, content: String, complete: bool, no_interruption in proptest::option::of(any::<bool>()),
        action in proptest::option::of(action()),
    ) {
        let mut response = if complete { Response::last(id, content) } else { Response::chunk(id, content) };
        response.no_interruption_allowed = no_interruption;
        if let Some(action) = action.clone() {
            response = response.with_action(action);
        }
        prop_assert_eq!(response.action(), action);
        let frame = Outbound::Response(response);
        prop_assert_eq!(Outbound::from_json(&frame.to_json()).unwrap(), frame);
    }

    #[test]
    fn no_text_is_too_strange(text: String) {
        let _ = (Inbound::from_json(&text), Outbound::from_json(&text));
    }

    #[test]
    fn no_object_is_too_strange(kind in "[a-z_]{0,20}", key in "[a-z_]{0,12}", number: f64, text: String) {
        for tag in ["interaction_type", "response_type"] {
            for kind in [kind.as_str(), "ping_pong", "update_only", "response", "response_required", "metadata"] {
                let frame = serde_json::json!({ tag: kind, key.as_str(): number, "transcript": [text], "x": text });
                let _ = (Inbound::from_json(&frame.to_string()), Outbound::from_json(&frame.to_string()));
            }
        }
    }
}
