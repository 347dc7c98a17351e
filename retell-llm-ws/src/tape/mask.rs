//! What people said, taken off a tape before it is written.

use std::{borrow::Cow, fmt, sync::Arc};

use serde_json::{Map, Value};

/// What is taken away while recording.
///
/// Of each frame only the protocol's own words (kinds, roles, ids, times) stay for certain; every other text, known or
/// not, is masked: what was said, words, numbers called, dynamic variables, tool arguments and results, metadata. Names
/// of JSON fields stay, and so do lengths, so that a masked call can still be played.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Mask {
    /// Nothing.
    #[default]
    None,
    /// Every digit becomes `0`. Numbers in words ("five") stay.
    Digits,
    /// Every letter becomes `x` and every digit `0`.
    Words,
    /// What this function makes of each text: take away names you know, for one.
    Custom(Arc<dyn Fn(&str) -> String + Send + Sync>),
}

/// Texts that are the protocol's own.
const KEPT_TEXTS: &[&str] = &[
    "interaction_type",
    "response_type",
    "role",
    "turntaking",
    "call_id",
    "agent_id",
    "call_type",
    "call_status",
    "direction",
    "tool_call_id",
    "type",
    "transition_type",
];
/// Numbers that are the protocol's own.
const KEPT_NUMBERS: &[&str] = &[
    "timestamp",
    "response_id",
    "interrupt_id",
    "start",
    "end",
    "time_sec",
    "start_timestamp",
    "end_timestamp",
    "duration_ms",
    "agent_version",
    "responsiveness",
    "interruption_sensitivity",
    "reminder_trigger_ms",
    "reminder_max_count",
];
/// Below these the names of fields are somebody's own, whatever they look like.
const FREE_FORM: &[&str] = &[
    "metadata",
    "retell_llm_dynamic_variables",
    "collected_dynamic_variables",
    "custom_sip_headers",
];
/// In an utterance's `metadata`.
const KEPT_IDS: &[&str] = &["response_id", "interrupt_id"];

impl Mask {
    /// A mask that asks this function.
    pub fn custom(mask: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        Self::Custom(Arc::new(mask))
    }

    /// The name in the tape's header.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Digits => "digits",
            Self::Words => "words",
            Self::Custom(_) => "custom",
        }
    }

    /// The mask with this name, as far as a name tells.
    #[cfg(feature = "replay")]
    pub(super) fn named(name: &str) -> Self {
        match name {
            "digits" => Self::Digits,
            "words" => Self::Words,
            _ => Self::None,
        }
    }

    /// One frame, masked.
    pub(super) fn frame<'a>(&self, frame: &'a str) -> Cow<'a, str> {
        if matches!(self, Self::None) {
            return Cow::Borrowed(frame);
        }
        Cow::Owned(match serde_json::from_str::<Map<String, Value>>(frame) {
            Ok(mut members) => {
                self.members(&mut members, false);
                Value::Object(members).to_string()
            }
            Err(_) => self.text(frame),
        })
    }

    fn members(&self, members: &mut Map<String, Value>, free: bool) {
        // What has this id is a tool's call, and the name in it the tool's.
        let tool = members.contains_key("tool_call_id");
        for (name, value) in members {
            let name = name.as_str();
            let kept = match value {
                Value::String(_) => !free && (KEPT_TEXTS.contains(&name) || (tool && name == "name")),
                Value::Number(_) if free => KEPT_IDS.contains(&name),
                Value::Number(_) => KEPT_NUMBERS.contains(&name),
                _ => false,
            };
            if !kept {
                self.value(value, free || FREE_FORM.contains(&name));
            }
        }
    }

    fn value(&self, value: &mut Value, free: bool) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(_) => *value = Value::from(0),
            Value::String(text) => *text = self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item, free)),
            Value::Object(members) => self.members(members, free),
        }
    }

    fn text(&self, text: &str) -> String {
        let letter = |c: char| match self {
            Self::Words if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => '0',
            _ => c,
        };
        match self {
            Self::None => text.to_owned(),
            Self::Digits | Self::Words => text.chars().map(letter).collect(),
            Self::Custom(mask) => mask(text),
        }
    }
}

impl fmt::Debug for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn masked(mask: &Mask, frame: &Value) -> Value {
        serde_json::from_str(&mask.frame(&frame.to_string())).unwrap()
    }

    fn request() -> Value {
        json!({"interaction_type":"response_required","response_id":4,"transcript":[
            {"role":"user","content":"It's load 77, Ana","words":[{"word":"77,","start":1.5,"end":2.0}],
             "metadata":{"response_id":3,"name":"Ana","n":7}}],
            "new_field":{"role":"agent","card":4111,"name":"Ana"}})
    }

    #[test]
    fn digits_go_and_the_protocol_stays() {
        assert_eq!(
            masked(&Mask::Digits, &request()),
            json!({"interaction_type":"response_required","response_id":4,"transcript":[
                {"role":"user","content":"It's load 00, Ana","words":[{"word":"00,","start":1.5,"end":2.0}],
                 "metadata":{"response_id":3,"name":"Ana","n":0}}],
                "new_field":{"role":"agent","card":0,"name":"Ana"}})
        );
    }

    #[test]
    fn words_go_too() {
        assert_eq!(
            masked(&Mask::Words, &request()),
            json!({"interaction_type":"response_required","response_id":4,"transcript":[
                {"role":"user","content":"xx'x xxxx 00, xxx","words":[{"word":"00,","start":1.5,"end":2.0}],
                 "metadata":{"response_id":3,"name":"xxx","n":0}}],
                "new_field":{"role":"agent","card":0,"name":"xxx"}})
        );
        let details = json!({"interaction_type":"call_details","call":{"call_id":"call_1","from_number":"+14155550100",
            "retell_llm_dynamic_variables":{"name":"Ana","call_id":"mine"}}});
        assert_eq!(
            masked(&Mask::Words, &details),
            json!({"interaction_type":"call_details","call":{"call_id":"call_1","from_number":"+00000000000",
                "retell_llm_dynamic_variables":{"name":"xxx","call_id":"xxxx"}}})
        );
    }

    #[test]
    fn the_name_of_a_tool_stays() {
        let call = json!({"response_type":"tool_call_invocation","tool_call_id":"t1","name":"find_load",
            "arguments":"{\"driver\":\"Ana\"}"});
        let masked = masked(&Mask::Words, &call);
        assert_eq!(
            (&masked["name"], &masked["tool_call_id"]),
            (&json!("find_load"), &json!("t1"))
        );
        assert_eq!(masked["arguments"], "{\"xxxxxx\":\"xxx\"}");
    }

    #[test]
    fn a_function_decides_and_text_that_is_no_json_is_masked_whole() {
        let mask = Mask::custom(|text| text.replace("Ana", "***"));
        let frame = masked(&mask, &request());
        assert_eq!(frame["transcript"][0]["content"], "It's load 77, ***");
        assert_eq!(Mask::Words.frame("{Ana 7"), "{xxx 0");
        assert_eq!(Mask::None.frame("{Ana 7"), "{Ana 7");
    }
}
