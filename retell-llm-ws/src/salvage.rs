//! What can be saved of a frame a part of which has the wrong type.
//!
//! Every request holds the whole transcript: one odd word in it would otherwise leave each further request unanswered and
//! the agent mute for the rest of the call. So the odd part is left out and the rest is used.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

use crate::frame::Inbound;

/// Odd parts left out of one frame at most; each costs another reading.
const MOST_PARTS: usize = 16;

/// The frame without its odd parts; `None` when nothing useful would be left, or the kind is not worth it.
pub(crate) fn salvage(text: &str) -> Option<Inbound> {
    let frame: Map<String, Value> = serde_json::from_str(text).ok()?;
    match frame.get("interaction_type")?.as_str()? {
        "response_required" => request(frame).map(Inbound::ResponseRequired),
        "reminder_required" => request(frame).map(Inbound::ReminderRequired),
        "update_only" => without_odd_parts(Value::Object(frame)).map(Inbound::UpdateOnly),
        "call_details" => without_odd_parts(Value::Object(frame)).map(Inbound::CallDetails),
        _ => None,
    }
}

/// A request that can be named must be answered, if need be without a transcript.
fn request(mut frame: Map<String, Value>) -> Option<crate::frame::Request> {
    if !frame.get("transcript").is_some_and(Value::is_array) {
        frame.insert("transcript".to_owned(), Value::Array(Vec::new()));
    }
    let id = frame.get("response_id")?.clone();
    without_odd_parts(Value::Object(frame)).or_else(|| {
        let bare = serde_json::json!({ "response_id": id, "transcript": [] });
        serde_json::from_value(bare).ok()
    })
}

fn without_odd_parts<T: DeserializeOwned>(mut frame: Value) -> Option<T> {
    for _ in 0..=MOST_PARTS {
        match serde_path_to_error::deserialize(&frame) {
            Ok(read) => return Some(read),
            Err(error) => remove(&mut frame, error.path())?,
        }
    }
    None
}

/// Takes out what stands at `path`; `None` when that is the whole.
fn remove(frame: &mut Value, path: &Path) -> Option<()> {
    let known: Vec<&Segment> = path
        .iter()
        .take_while(|segment| matches!(segment, Segment::Seq { .. } | Segment::Map { .. }))
        .collect();
    let (last, above) = known.split_last()?;
    let parent = above.iter().try_fold(frame, |parent, segment| match segment {
        Segment::Seq { index } => parent.get_mut(*index),
        Segment::Map { key } => parent.get_mut(key),
        Segment::Enum { .. } | Segment::Unknown => None,
    })?;
    match (last, parent) {
        (Segment::Seq { index }, Value::Array(items)) if *index < items.len() => {
            items.remove(*index);
            Some(())
        }
        (Segment::Map { key }, Value::Object(members)) => members.remove(key).map(drop),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn transcript(frame: &Value) -> Option<Vec<String>> {
        match salvage(&frame.to_string())? {
            Inbound::ResponseRequired(request) => Some(
                request
                    .transcript
                    .into_iter()
                    .map(|utterance| utterance.content)
                    .collect(),
            ),
            other => panic!("{other:?}"),
        }
    }

    fn asked(transcript: &Value) -> Value {
        json!({"interaction_type":"response_required","response_id":4,"transcript":transcript})
    }

    #[test]
    fn odd_words_do_not_take_the_rest_with_them() {
        let frame = asked(&json!([
            {"role":"agent","content":"Hello","words":[{"word":1,"start":"x","end":2.0}]},
            "noise",
            {"role":7,"content":"yes","words":{}},
            {"role":"user","content":"no"}
        ]));
        assert_eq!(transcript(&frame).unwrap(), ["Hello", "yes", "no"]);
    }

    #[test]
    fn a_request_that_can_be_named_is_answered() {
        for odd in [json!(null), json!({}), json!("x"), json!(vec![json!(1); 100])] {
            assert_eq!(transcript(&asked(&odd)).unwrap(), [""; 0]);
        }
        for nameless in [json!(null), json!("4"), json!(-1), json!(1.5)] {
            let mut frame = asked(&json!([]));
            frame["response_id"] = nameless;
            assert!(salvage(&frame.to_string()).is_none(), "{frame}");
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            "[a-z]{0,6}".prop_map(Value::from),
        ];
        let key = prop_oneof![
            Just("role"),
            Just("content"),
            Just("words"),
            Just("word"),
            Just("start"),
            Just("x")
        ];
        leaf.prop_recursive(4, 40, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..5)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_the_transcript_a_named_request_is_answered(said in any_json(), tools in any_json(), id: u64) {
            let frame = json!({"interaction_type":"reminder_required","response_id":id,"transcript":said,
                "transcript_with_tool_calls":tools});
            let Some(Inbound::ReminderRequired(request)) = salvage(&frame.to_string()) else {
                panic!("not saved: {frame}")
            };
            prop_assert_eq!(request.response_id, id);
        }
    }

    #[test]
    fn tool_calls_do_not_take_the_transcript_with_them() {
        let mut frame = asked(&json!([{"role":"user","content":"hi"}]));
        frame["transcript_with_tool_calls"] =
            json!([{"role":"dtmf","digit":{}}, {"role":"dtmf","digit":"1"}]);
        let Some(Inbound::ResponseRequired(request)) = salvage(&frame.to_string()) else {
            panic!("not saved")
        };
        assert_eq!(request.transcript.len(), 1);
        assert_eq!(request.transcript_with_tool_calls.unwrap().len(), 1);
    }

    #[test]
    fn details_keep_what_can_be_read() {
        let frame = json!({"interaction_type":"call_details","call":{"call_id":"c","from_number":5,
            "retell_llm_dynamic_variables":{"load_number":"7731"},"latency":[]}});
        let Some(Inbound::CallDetails(details)) = salvage(&frame.to_string()) else {
            panic!("not saved")
        };
        assert_eq!(details.call.dynamic_variable("load_number"), Some("7731"));
        let nameless = json!({"interaction_type":"call_details","call":{"call_id":5}});
        assert!(salvage(&nameless.to_string()).is_none());
    }
}
