//! What was said and done, in order.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::{Map, Value};

use crate::models::{ToolCallId, Utterance, lenient, macros::quiet_debug};

/// One entry of `transcript_with_tool_calls`, told apart by `role`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TranscriptItem {
    /// Somebody speaks: roles `agent`, `user`, `transfer_target`, `system`.
    Utterance(Utterance),
    /// The agent calls a tool: role `tool_call_invocation`.
    ToolCallInvocation(ToolCallInvocation),
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
        fn body<T: serde::de::DeserializeOwned, E: serde::de::Error>(
            mut item: Map<String, Value>,
        ) -> Result<T, E> {
            item.remove("role");
            serde_json::from_value(Value::Object(item)).map_err(E::custom)
        }

        let item = Map::deserialize(deserializer)?;
        let role = item
            .get("role")
            .and_then(Value::as_str)
            .ok_or_else(|| D::Error::missing_field("role"))?;
        Ok(match role {
            "agent" | "user" | "transfer_target" | "system" => {
                Self::Utterance(serde_json::from_value(Value::Object(item)).map_err(D::Error::custom)?)
            }
            "tool_call_invocation" => Self::ToolCallInvocation(body(item)?),
            "tool_call_result" => Self::ToolCallResult(body(item)?),
            "node_transition" => Self::NodeTransition(body(item)?),
            "dtmf" => Self::Dtmf(body(item)?),
            "sms" => Self::Sms(body(item)?),
            "injected" => Self::Injected(body(item)?),
            _ => Self::Unknown(UnknownItem { raw: item }),
        })
    }
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

/// A tool call by the agent.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ToolCallInvocation {
    /// Pairs this with its result.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub tool_call_id: ToolCallId,
    /// The configured name of the tool.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub name: String,
    /// Arguments as JSON text.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub arguments: String,
    /// Kind of tool, such as `custom` or `end_call`; absent for custom-LLM agents.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Everything else Retell sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

quiet_debug!(ToolCallInvocation {
    tool_call_id,
    name,
    kind
});

/// The answer of a tool.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ToolCallResult {
    /// Pairs this with its invocation.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub tool_call_id: ToolCallId,
    /// What the tool said.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub content: String,
    /// Whether it worked, where told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successful: Option<bool>,
    /// Everything else Retell sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

quiet_debug!(ToolCallResult {
    tool_call_id,
    successful
});

/// A step of a conversation flow.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NodeTransition {
    /// Node left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_node_id: Option<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former_node_name: Option<String>,
    /// Node entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_node_id: Option<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_node_name: Option<String>,
    /// Why: `normal`, `global`, `global_go_back`, `interrupt_go_back`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transition_type: Option<String>,
    /// Everything else Retell sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

quiet_debug!(NodeTransition {
    former_node_id,
    new_node_id,
    transition_type
});

/// A key pressed on the telephone.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Dtmf {
    /// The key.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub digit: String,
    /// Everything else Retell sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

quiet_debug!(Dtmf {});

/// A text message received during the call.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sms {
    /// Its text.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub content: String,
    /// Seconds of call audio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_sec: Option<f64>,
    /// Everything else Retell sent, such as `multimedia`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

quiet_debug!(Sms { time_sec });

/// Text put into the conversation from outside.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Injected {
    /// The text.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub content: String,
    /// Seconds of call audio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_sec: Option<f64>,
    /// Everything else Retell sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

quiet_debug!(Injected { time_sec });

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
