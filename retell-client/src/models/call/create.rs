//! What is sent to create calls.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::models::{
    AgentId, AgentOverride, AgentVersion, Direction, NodeId, Nullable, PhoneNumber, lenient, macros::model,
    variables::dynamic_variables,
};

model! {
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
    CreatePhoneCall shows(override_agent_id, override_agent_version, honor_internal_dnc) {
        /// The number calling, bought from or imported into Retell.
        from_number: PhoneNumber,
        /// The number called. From a number bought from Retell only the United States can be reached.
        to_number: PhoneNumber,
        ..
        /// Settings for this call only.
        agent_override: Option<AgentOverride>,
        /// SIP headers, such as `X-Load`; custom telephony only.
        custom_sip_headers: Option<BTreeMap<String, String>>,
        /// Refuse when the contact asked not to be called; Retell's default is false.
        honor_internal_dnc: Option<bool>,
        /// The same key with the same request makes no second call for one hour; lets the client retry.
        idempotency_key: Option<String>,
        /// Take numbers that are not in E.164; custom telephony only. See [`PhoneNumber::unchecked`].
        ignore_e164_validation: Option<bool>,
        /// Anything to find on the call later, up to 50 kB.
        metadata: Nullable<Value>,
        /// Agent for this call only; otherwise the number's outbound agent.
        override_agent_id: Option<AgentId>,
        /// Its version.
        override_agent_version: Option<AgentVersion>,
        /// Variables for the agent.
        #[serde(deserialize_with = "lenient::string_map")]
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
    }
}
dynamic_variables!(CreatePhoneCall);

impl CreatePhoneCall {
    /// Adds a SIP header.
    #[must_use]
    pub fn custom_sip_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.custom_sip_headers
            .get_or_insert_default()
            .insert(name.into(), value.into());
        self
    }
}

model! {
    /// A web call to be made.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-web-call>.
    CreateWebCall shows(agent_id, agent_version) {
        /// The agent that speaks.
        agent_id: AgentId,
        ..
        /// Settings for this call only.
        agent_override: Option<AgentOverride>,
        /// Its version; Retell's default is the latest.
        agent_version: Option<AgentVersion>,
        /// Node to begin at; conversation flow agents only.
        current_node_id: Nullable<NodeId>,
        /// State to begin in; Retell LLM agents with states only.
        current_state: Nullable<String>,
        /// Anything to find on the call later, up to 50 kB.
        metadata: Nullable<Value>,
        /// Variables for the agent.
        #[serde(deserialize_with = "lenient::string_map")]
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
    }
}
dynamic_variables!(CreateWebCall);

model! {
    /// A phone call whose SIP leg is yours: dial `sip:{call_id}@sip.retellai.com` within five minutes of registering it.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/register-phone-call>.
    RegisterPhoneCall shows(agent_id, agent_version, direction) {
        /// The agent that speaks.
        agent_id: AgentId,
        ..
        /// Settings for this call only.
        agent_override: Option<AgentOverride>,
        /// Its version; Retell's default is the latest.
        agent_version: Option<AgentVersion>,
        /// Who called whom.
        direction: Option<Direction>,
        /// The caller's number, for the record.
        from_number: Option<String>,
        /// Anything to find on the call later, up to 50 kB.
        metadata: Nullable<Value>,
        /// Variables for the agent.
        #[serde(deserialize_with = "lenient::string_map")]
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
        /// The number called, for the record.
        to_number: Option<String>,
    }
}
dynamic_variables!(RegisterPhoneCall);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_was_set_is_sent() {
        let call = CreatePhoneCall::new(number("+14155550100"), number("+14155550123"));
        assert_eq!(
            json!(call),
            json!({"from_number":"+14155550100","to_number":"+14155550123"})
        );
        let call = CreateWebCall::new("a")
            .dynamic_variable("n", 4)
            .agent_version("latest");
        assert_eq!(
            json!(call),
            json!({"agent_id":"a","agent_version":"latest","retell_llm_dynamic_variables":{"n":"4"}})
        );
    }

    #[test]
    fn debug_shows_no_numbers_or_variables() {
        let call = CreatePhoneCall::new(number("+14155550100"), number("+14155550123"))
            .dynamic_variable("driver_name", "Maria");
        let shown = format!("{call:?}");
        assert!(!shown.contains("415") && !shown.contains("Maria"), "{shown}");
    }

    fn number(text: &str) -> PhoneNumber {
        text.parse().unwrap()
    }
}
