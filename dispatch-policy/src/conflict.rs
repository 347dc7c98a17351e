//! Two statements that do not agree.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Why two values stand against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConflictKind {
    /// The driver changed a value in a later turn.
    Correction,
    /// The stated place is not where the position report was.
    Gps,
    /// The status changed to one that excludes the former.
    Status,
    /// An emergency was taken back.
    Retraction,
}

/// One disagreement, kept for the record; the last value stands.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// The slot: `location`, `eta`, `status`, `door`, `emergency`.
    pub slot: String,
    /// Why.
    pub kind: ConflictKind,
    /// The values in the order they came.
    pub values: Vec<Value>,
    /// The driver turns they came in, from 1; 0 is what was known before the call.
    pub turns: Vec<usize>,
    /// Whether the driver's last word settled it.
    pub resolved: bool,
}

/// The values are the driver's: they stay out of logs.
impl std::fmt::Debug for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Conflict")
            .field("slot", &self.slot)
            .field("kind", &self.kind)
            .field("turns", &self.turns)
            .field("resolved", &self.resolved)
            .finish_non_exhaustive()
    }
}
