//! What is sent to create calls.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::models::{AgentId, AgentVersion, PhoneNumber, lenient, macros::quiet_debug};

/// An outbound phone call to be made.
///
/// ```
/// use retell_client::models::{CreatePhoneCall, PhoneNumber};
///
/// let call = CreatePhoneCall::new(PhoneNumber::new("+14155550100")?, PhoneNumber::new("+14155550123")?)
///     .override_agent_id("agent_1")
///     .dynamic_variable("load_number", 7731)
///     .idempotency_key("load-7731-check-1");
/// # Ok::<(), retell_client::models::PhoneNumberError>(())
/// ```
///
/// Mirrors <https://docs.retellai.com/api-references/create-phone-call>.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreatePhoneCall {
    /// The number calling, bought from or imported into Retell.
    pub from_number: PhoneNumber,
    /// The number called.
    pub to_number: PhoneNumber,
    /// Agent for this call only; otherwise the number's outbound agent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_agent_id: Option<AgentId>,
    /// Its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_agent_version: Option<AgentVersion>,
    /// Settings for this call only, as Retell documents them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_override: Option<Value>,
    /// Variables for the agent.
    #[serde(
        default,
        deserialize_with = "lenient::string_map",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub retell_llm_dynamic_variables: BTreeMap<String, String>,
    /// Anything to find on the call later, up to 50 kB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// SIP headers.
    #[serde(
        default,
        deserialize_with = "lenient::string_map",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub custom_sip_headers: BTreeMap<String, String>,
    /// Refuse when the contact asked not to be called; Retell's default is false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub honor_internal_dnc: Option<bool>,
    /// The same key with the same request makes no second call for one hour; lets the client retry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<String>,
}

impl CreatePhoneCall {
    /// A call between two numbers.
    pub fn new(from_number: PhoneNumber, to_number: PhoneNumber) -> Self {
        Self {
            from_number,
            to_number,
            override_agent_id: None,
            override_agent_version: None,
            agent_override: None,
            retell_llm_dynamic_variables: BTreeMap::new(),
            metadata: None,
            custom_sip_headers: BTreeMap::new(),
            honor_internal_dnc: None,
            idempotency_key: None,
        }
    }

    /// Agent for this call only.
    #[must_use]
    pub fn override_agent_id(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.override_agent_id = Some(agent_id.into());
        self
    }

    /// Version of the agent for this call only.
    #[must_use]
    pub fn override_agent_version(mut self, version: impl Into<AgentVersion>) -> Self {
        self.override_agent_version = Some(version.into());
        self
    }

    /// Adds a variable. Retell takes strings only, so the value is written as text.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass strings and numbers alike"
    )]
    pub fn dynamic_variable(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.retell_llm_dynamic_variables
            .insert(name.into(), value.to_string());
        self
    }

    /// Adds variables.
    #[must_use]
    pub fn dynamic_variables(mut self, variables: impl IntoIterator<Item = (String, String)>) -> Self {
        self.retell_llm_dynamic_variables.extend(variables);
        self
    }

    /// Anything to find on the call later.
    #[must_use]
    pub fn metadata(mut self, metadata: impl Into<Value>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Adds a SIP header.
    #[must_use]
    pub fn custom_sip_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.custom_sip_headers.insert(name.into(), value.into());
        self
    }

    /// Refuse when the contact asked not to be called.
    #[must_use]
    pub fn honor_internal_dnc(mut self, honor: bool) -> Self {
        self.honor_internal_dnc = Some(honor);
        self
    }

    /// Makes the request safe to repeat for one hour.
    #[must_use]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }
}

quiet_debug!(CreatePhoneCall {
    override_agent_id,
    override_agent_version,
    honor_internal_dnc
});

/// A web call to be made.
///
/// Mirrors <https://docs.retellai.com/api-references/create-web-call>.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreateWebCall {
    /// The agent that speaks.
    pub agent_id: AgentId,
    /// Its version; Retell's default is the latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_version: Option<AgentVersion>,
    /// Settings for this call only, as Retell documents them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_override: Option<Value>,
    /// Variables for the agent.
    #[serde(
        default,
        deserialize_with = "lenient::string_map",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub retell_llm_dynamic_variables: BTreeMap<String, String>,
    /// Anything to find on the call later, up to 50 kB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata: Option<Value>,
    /// Node to begin at; conversation flow agents only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_node_id: Option<String>,
    /// State to begin in; Retell LLM agents with states only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_state: Option<String>,
}

impl CreateWebCall {
    /// A call with an agent.
    pub fn new(agent_id: impl Into<AgentId>) -> Self {
        Self {
            agent_id: agent_id.into(),
            ..Self::default()
        }
    }

    /// Version of the agent.
    #[must_use]
    pub fn agent_version(mut self, version: impl Into<AgentVersion>) -> Self {
        self.agent_version = Some(version.into());
        self
    }

    /// Adds a variable. Retell takes strings only, so the value is written as text.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers pass strings and numbers alike"
    )]
    pub fn dynamic_variable(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.retell_llm_dynamic_variables
            .insert(name.into(), value.to_string());
        self
    }

    /// Adds variables.
    #[must_use]
    pub fn dynamic_variables(mut self, variables: impl IntoIterator<Item = (String, String)>) -> Self {
        self.retell_llm_dynamic_variables.extend(variables);
        self
    }

    /// Anything to find on the call later.
    #[must_use]
    pub fn metadata(mut self, metadata: impl Into<Value>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

quiet_debug!(CreateWebCall {
    agent_id,
    agent_version
});

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_was_set_is_sent() {
        let call = CreatePhoneCall::new("+14155550100".parse().unwrap(), "+14155550123".parse().unwrap());
        assert_eq!(
            serde_json::to_value(&call).unwrap(),
            json!({"from_number":"+14155550100","to_number":"+14155550123"})
        );
        assert_eq!(
            serde_json::to_value(
                CreateWebCall::new("a")
                    .dynamic_variable("n", 4)
                    .agent_version("latest")
            )
            .unwrap(),
            json!({"agent_id":"a","agent_version":"latest","retell_llm_dynamic_variables":{"n":"4"}})
        );
    }

    #[test]
    fn debug_shows_no_numbers_or_variables() {
        let call = CreatePhoneCall::new("+14155550100".parse().unwrap(), "+14155550123".parse().unwrap())
            .dynamic_variable("driver_name", "Maria");
        let shown = format!("{call:?}");
        assert!(!shown.contains("415") && !shown.contains("Maria"), "{shown}");
    }
}
