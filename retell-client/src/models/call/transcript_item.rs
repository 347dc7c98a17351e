//! What was said and done, in order.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};
use serde_json::{Map, Value};

use crate::models::{
    BackupModelUsed, Extra, Multimedia, NodeId, Number, ToolCallId, TransitionType, Utterance, lenient,
    macros::model,
    tagged::{self, Raw},
};

/// One entry of `transcript_with_tool_calls`, told apart by `role`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TranscriptItem {
    /// Somebody speaks: roles `agent`, `user`, `transfer_target`, `system`.
    Utterance(Utterance),
    /// The agent calls a tool: role `tool_call_invocation`.
    ToolCallInvocation(Box<ToolCallInvocation>),
    /// A tool answers: role `tool_call_result`.
    ToolCallResult(ToolCallResult),
    /// A conversation flow moves on: role `node_transition`.
    NodeTransition(NodeTransition),
    /// A key is pressed: role `dtmf`.
    Dtmf(Dtmf),
    /// A text message: role `sms`.
    Sms(Sms),
    /// Text added through the live-call API: role `injected`.
    Injected(Injected),
    /// A role this version does not know.
    Unknown(UnknownItem),
}

impl TranscriptItem {
    /// The role as it stands on the wire.
    pub fn role(&self) -> &str {
        match self {
            Self::Utterance(item) => item.role.as_str(),
            Self::ToolCallInvocation(_) => "tool_call_invocation",
            Self::ToolCallResult(_) => "tool_call_result",
            Self::NodeTransition(_) => "node_transition",
            Self::Dtmf(_) => "dtmf",
            Self::Sms(_) => "sms",
            Self::Injected(_) => "injected",
            Self::Unknown(item) => item.role(),
        }
    }

    /// The utterance, if somebody speaks.
    pub fn as_utterance(&self) -> Option<&Utterance> {
        match self {
            Self::Utterance(utterance) => Some(utterance),
            _ => None,
        }
    }
}

impl From<Utterance> for TranscriptItem {
    fn from(utterance: Utterance) -> Self {
        Self::Utterance(utterance)
    }
}

// The role is read first: a known role with a broken body is an error, not silently unknown.
impl<'de> Deserialize<'de> for TranscriptItem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Item)
    }
}

const SPEAKERS: [&str; 4] = ["agent", "user", "transfer_target", "system"];

struct Item;

impl<'de> Visitor<'de> for Item {
    type Value = TranscriptItem;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an item of a transcript")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<TranscriptItem, A::Error> {
        let mut fields = Extra::new();
        while let Some((name, value)) = members.next_entry::<String, Value>()? {
            // Most items are utterances, and Retell writes the role in front: those need not be kept in between.
            let first = fields.is_empty() && name == "role";
            if first && value.as_str().is_some_and(|role| SPEAKERS.contains(&role)) {
                let mut utterance = Utterance::deserialize(MapAccessDeserializer::new(members))?;
                utterance.role = serde_json::from_value(value).map_err(A::Error::custom)?;
                return Ok(TranscriptItem::Utterance(utterance));
            }
            fields.insert(name, value);
        }
        whole(Raw::of(fields, "role")?)
    }
}

/// An item by its role, wherever that stood.
fn whole<E: Error>(raw: Raw) -> Result<TranscriptItem, E> {
    Ok(match raw.tag() {
        speaker if SPEAKERS.contains(&speaker) => {
            TranscriptItem::Utterance(tagged::body(raw.whole().into())?)
        }
        "tool_call_invocation" => TranscriptItem::ToolCallInvocation(raw.body()?),
        "tool_call_result" => TranscriptItem::ToolCallResult(raw.body()?),
        "node_transition" => TranscriptItem::NodeTransition(raw.body()?),
        "dtmf" => TranscriptItem::Dtmf(raw.body()?),
        "sms" => TranscriptItem::Sms(raw.body()?),
        "injected" => TranscriptItem::Injected(raw.body()?),
        _ => TranscriptItem::Unknown(UnknownItem { raw: raw.whole() }),
    })
}

impl Serialize for TranscriptItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Tagged<'a, T> {
            role: &'a str,
            #[serde(flatten)]
            body: &'a T,
        }

        fn tagged<T: Serialize, S: Serializer>(
            role: &str,
            body: &T,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            Tagged { role, body }.serialize(serializer)
        }

        let role = self.role();
        match self {
            Self::Utterance(item) => item.serialize(serializer),
            Self::ToolCallInvocation(item) => tagged(role, item, serializer),
            Self::ToolCallResult(item) => tagged(role, item, serializer),
            Self::NodeTransition(item) => tagged(role, item, serializer),
            Self::Dtmf(item) => tagged(role, item, serializer),
            Self::Sms(item) => tagged(role, item, serializer),
            Self::Injected(item) => tagged(role, item, serializer),
            Self::Unknown(item) => item.raw.serialize(serializer),
        }
    }
}

model! {
    /// A tool call by the agent.
    #[derive(Default)]
    ToolCallInvocation shows(tool_call_id, name, kind) {
        /// Pairs this with its result.
        #[serde(default, deserialize_with = "lenient::or_default")]
        tool_call_id: ToolCallId,
        /// The configured name of the tool.
        #[serde(default, deserialize_with = "lenient::or_default")]
        name: String,
        /// Arguments as JSON text.
        #[serde(default, deserialize_with = "lenient::or_default")]
        arguments: String,
        ..
        /// Kind of tool, such as `custom` or `end_call`; left out for custom-LLM agents.
        #[serde(rename = "type")]
        kind: Option<String>,
        /// Notes by Retell.
        metadata: Option<ToolCallMetadata>,
        /// What a thinking model signed its thoughts with.
        thought_signature: Option<String>,
    }
}

model! {
    /// Notes of Retell's on a tool call.
    ToolCallMetadata shows(backup_model_used) {
        ..
        /// The model that stood in for the configured one.
        backup_model_used: Option<BackupModelUsed>,
    }
}

model! {
    /// The answer of a tool.
    #[derive(Default)]
    ToolCallResult shows(tool_call_id, successful) {
        /// Pairs this with its invocation.
        #[serde(default, deserialize_with = "lenient::or_default")]
        tool_call_id: ToolCallId,
        /// What the tool said.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
        ..
        /// Whether it worked, where told.
        successful: Option<bool>,
    }
}

model! {
    /// A step of a conversation flow.
    NodeTransition shows(former_node_id, new_node_id, transition_type) {
        ..
        /// Node left.
        former_node_id: Option<NodeId>,
        /// Its name.
        former_node_name: Option<String>,
        /// Node entered.
        new_node_id: Option<NodeId>,
        /// Its name.
        new_node_name: Option<String>,
        /// Why.
        transition_type: Option<TransitionType>,
    }
}

model! {
    /// A key pressed on the telephone.
    #[derive(Default)]
    Dtmf {
        /// The key.
        #[serde(default, deserialize_with = "lenient::or_default")]
        digit: String,
        ..
    }
}

model! {
    /// A text message received during the call.
    #[derive(Default)]
    Sms shows(time_sec) {
        /// Its text.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
        ..
        /// Seconds of call audio.
        time_sec: Option<Number>,
        /// Pictures and the like that came with it.
        multimedia: Option<Vec<Multimedia>>,
    }
}

model! {
    /// Text put into the conversation from outside.
    #[derive(Default)]
    Injected shows(time_sec) {
        /// The text.
        #[serde(default, deserialize_with = "lenient::or_default")]
        content: String,
        ..
        /// Seconds of call audio.
        time_sec: Option<Number>,
    }
}

/// An entry with a role this version does not know, kept whole.
#[derive(Clone, PartialEq)]
pub struct UnknownItem {
    raw: Map<String, Value>,
}

impl UnknownItem {
    /// The role as received.
    pub fn role(&self) -> &str {
        self.raw.get("role").and_then(Value::as_str).unwrap_or_default()
    }

    /// The whole entry, `role` included.
    pub fn raw(&self) -> &Map<String, Value> {
        &self.raw
    }
}

impl std::fmt::Debug for UnknownItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnknownItem")
            .field("role", &self.role())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::models::Role;

    fn item(json: Value) -> TranscriptItem {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn every_known_role_round_trips() {
        for json in [
            json!({"role":"agent","content":"hi","words":[{"word":"hi","start":0.5,"end":0.75}],"metadata":{"response_id":3}}),
            json!({"role":"tool_call_invocation","tool_call_id":"t","name":"look","arguments":"{}","type":"custom","time_sec":2.5}),
            json!({"role":"tool_call_result","tool_call_id":"t","content":"ok","successful":true}),
            json!({"role":"node_transition","former_node_id":"a","new_node_id":"b","transition_type":"global"}),
            json!({"role":"dtmf","digit":"4"}),
            json!({"role":"sms","content":"x","time_sec":1.5,"multimedia":[{"url":"u"}]}),
            json!({"role":"injected","content":"x","time_sec":1.5}),
            json!({"role":"hologram","shape":[1,2]}),
        ] {
            let item = item(json.clone());
            assert_eq!(item.role(), json["role"]);
            assert_eq!(serde_json::to_value(&item).unwrap(), json);
        }
    }

    #[test]
    fn where_the_role_stands_does_not_matter() {
        for rest in [
            r#""content":"hi","words":[{"word":"hi","start":0.5,"end":0.75}],"metadata":{"response_id":3}"#,
            r#""content":"hi","words":null,"mood":{"deep":[1]}"#,
        ] {
            for role in SPEAKERS {
                let read =
                    |json: String| serde_json::from_str::<TranscriptItem>(&json).map_err(|e| e.to_string());
                let front = read(format!(r#"{{"role":"{role}",{rest}}}"#));
                assert_eq!(front.as_ref().map(TranscriptItem::role), Ok(role));
                assert_eq!(front, read(format!(r#"{{{rest},"role":"{role}"}}"#)));
            }
        }
    }

    #[test]
    fn a_known_role_with_a_broken_body_is_an_error() {
        let broken = json!({"role":"dtmf","digit":{"not":"text"}});
        assert!(serde_json::from_value::<TranscriptItem>(broken).is_err());
        assert!(serde_json::from_value::<TranscriptItem>(json!({"content":"x"})).is_err());
    }

    #[test]
    fn debug_shows_no_words() {
        let said = Utterance::new(Role::User, "my number is five");
        let shown = format!("{:?}", TranscriptItem::from(said));
        assert!(shown.contains("User") && !shown.contains("five"), "{shown}");
        let unknown = item(json!({"role":"x","secret":"y"}));
        assert!(!format!("{unknown:?}").contains("secret"));
    }
}
