//! What travels over the event stream.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::calls::CallRow;

/// `event: call`: a row changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CallChanged {
    /// The row as it is now.
    pub call: CallRow,
}

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// The dispatcher's agent.
    Agent,
    /// The driver.
    User,
}

/// `event: turn`: something was said; the same `seq` replaces what it said before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TurnChanged {
    /// Our id of the call.
    pub id: String,
    /// Retell's id of the call.
    pub provider_call_id: String,
    /// Place in the transcript, from 0.
    pub seq: u32,
    /// Who spoke.
    pub role: Speaker,
    /// The words so far.
    pub content: String,
    /// Whether the words are final.
    pub r#final: bool,
}

/// `event: slots`: what the agent has understood so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SlotsChanged {
    /// Our id of the call.
    pub id: String,
    /// Retell's id of the call.
    pub provider_call_id: String,
    /// What it is.
    #[serde(flatten)]
    pub state: LiveState,
}

/// What the agent has understood so far in a call that is on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LiveState {
    /// Every known slot.
    pub slots: Vec<SlotState>,
    /// The payload as it would be if the call ended now.
    pub payload: Map<String, Value>,
    /// Where the dialogue stands (`gathering`, `read_back`, ...).
    pub phase: String,
}

/// One slot with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SlotState {
    /// The slot.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// The driver's words for it.
    #[schema(required)]
    pub words: Option<String>,
    /// The driver's turn they came from, from 1.
    #[schema(required)]
    pub turn: Option<u32>,
}
