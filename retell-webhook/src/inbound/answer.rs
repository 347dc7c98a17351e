//! What to do with an arriving call or message.

use std::collections::BTreeMap;

use retell_client::models::{AgentId, AgentVersion};
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::{Map, Value};

use super::{CALL, SMS};

/// The answer to an inbound webhook: 200 with this as JSON. With the feature `axum` it is a response.
///
/// ```
/// use retell_webhook::InboundAnswer;
///
/// let answer = InboundAnswer::call()
///     .override_agent_id("agent_night")
///     .dynamic_variable("driver_name", "Ana");
/// assert_eq!(
///     answer.to_json(),
///     r#"{"call_inbound":{"override_agent_id":"agent_night","dynamic_variables":{"driver_name":"Ana"}}}"#
/// );
/// ```
///
/// Mirrors <https://docs.retellai.com/features/inbound-call-webhook>.
#[derive(Clone, PartialEq)]
pub struct InboundAnswer {
    subject: &'static str,
    decision: Decision,
}

#[derive(Clone, Default, PartialEq, Serialize)]
struct Decision {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    reject: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    override_agent_id: Option<AgentId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    override_agent_version: Option<AgentVersion>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    dynamic_variables: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agent_override: Option<Map<String, Value>>,
}

impl InboundAnswer {
    /// An answer about a call that changes nothing.
    pub fn call() -> Self {
        Self {
            subject: CALL,
            decision: Decision::default(),
        }
    }

    /// An answer about a text message that changes nothing.
    pub fn sms() -> Self {
        Self {
            subject: SMS,
            decision: Decision::default(),
        }
    }

    /// Turns it away. Whatever else was or will be set is left out: Retell ignores a rejection that has anything
    /// invalid beside it.
    #[must_use]
    pub fn reject(mut self) -> Self {
        self.decision.reject = true;
        self
    }

    /// Another agent than the one bound to the number.
    #[must_use]
    pub fn override_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.decision.override_agent_id = Some(agent_id.into());
        self
    }

    /// A version of the agent: its number, its tag, `latest` or `latest_published`.
    #[must_use]
    pub fn override_agent_version(mut self, version: impl Into<AgentVersion>) -> Self {
        self.decision.override_agent_version = Some(version.into());
        self
    }

    /// Adds a variable for the agent. Retell takes strings only, so the value is written as text.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass strings and numbers alike"
    )]
    pub fn dynamic_variable(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.decision
            .dynamic_variables
            .insert(name.into(), value.to_string());
        self
    }

    /// Adds something to find on the call or chat later.
    #[must_use]
    pub fn metadata(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.decision
            .metadata
            .get_or_insert_default()
            .insert(name.into(), value.into());
        self
    }

    /// Settings for this call or chat only: an object with any of `agent`, `retell_llm`, `conversation_flow`.
    #[must_use]
    pub fn agent_override(mut self, settings: Map<String, Value>) -> Self {
        self.decision.agent_override = Some(settings);
        self
    }

    /// The body of the answer.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("all keys are strings")
    }
}

impl Serialize for InboundAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rejected = Decision {
            reject: true,
            ..Decision::default()
        };
        let decision = if self.decision.reject {
            &rejected
        } else {
            &self.decision
        };
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.subject, decision)?;
        map.end()
    }
}

impl std::fmt::Debug for InboundAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InboundAnswer")
            .field("subject", &self.subject)
            .field("reject", &self.decision.reject)
            .field("override_agent_id", &self.decision.override_agent_id)
            .finish_non_exhaustive()
    }
}
