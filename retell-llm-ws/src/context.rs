//! What is known about the call on this socket.

use jiff::Timestamp;
use retell_client::models::{Call, CallId, Role, Utterance};

use crate::registry::CallHandle;

/// The call a policy speaks in.
#[derive(Debug, Clone)]
pub struct CallContext {
    /// Retell's id of the call, the last segment of the path it dialled.
    pub call_id: CallId,
    /// The call as Retell described it, once `call_details` has come.
    pub call: Option<Box<Call>>,
    /// Whether this socket continues a call that was greeted before.
    pub resumed: bool,
    /// When this socket was opened.
    pub connected_at: Timestamp,
    pub(crate) handle: Option<CallHandle>,
}

impl CallContext {
    /// A call of which only the id is known.
    pub fn new(call_id: CallId, now: Timestamp) -> Self {
        Self {
            call_id,
            call: None,
            resumed: false,
            connected_at: now,
            handle: None,
        }
    }

    /// The same, with this dynamic variable, as if Retell had told it. For tests and simulations.
    #[must_use]
    pub fn with_variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let call = self.call.get_or_insert_default();
        call.call_id = self.call_id.clone();
        call.retell_llm_dynamic_variables
            .get_or_insert_default()
            .insert(name.into(), value.into());
        self
    }

    /// A handle on this call, when the host took a [`Seat`](crate::registry::Seat) for it.
    pub fn handle(&self) -> Option<&CallHandle> {
        self.handle.as_ref()
    }

    /// One dynamic variable of the call.
    pub fn variable(&self, name: &str) -> Option<&str> {
        self.call.as_ref()?.dynamic_variable(name)
    }

    /// All dynamic variables of the call, ordered by name.
    pub fn variables(&self) -> impl Iterator<Item = (&str, &str)> {
        self.call
            .iter()
            .flat_map(|call| &call.retell_llm_dynamic_variables)
            .flatten()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// When the call began: what Retell says, or else when this socket was opened.
    pub fn started_at(&self) -> Timestamp {
        self.call
            .as_ref()
            .and_then(|call| call.start_timestamp)
            .and_then(|ms| Timestamp::from_millisecond(ms).ok())
            .unwrap_or(self.connected_at)
    }
}

/// Whether the agent said this.
pub(crate) fn is_agent(utterance: &Utterance) -> bool {
    utterance.role == Role::Agent
}
