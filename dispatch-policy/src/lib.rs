#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

// What is known before the call, and what the driver's words mean.
pub mod extract;
pub mod facts;
mod place;
pub mod slot;
mod variables;
mod yes_no;

// What is known in the call.
mod conflict;
mod heard;
mod listen;
mod slots;
mod state;

// What is done about it: one step of the dialogue after the other.
mod agenda;
mod answer;
mod call;
mod emergency;
mod next;
mod read_back;
mod repair;

// What is said.
mod compose;
pub mod phrasing;
mod plan;
mod removal;
mod reply;
mod retraction;
mod sentence;
mod speak;
mod spoken;
mod summary;

// What remains of it.
mod outcome;
mod payload;
mod postprocess;
mod rebuild;

// Beside the call: escalation by itself, and the socket.
pub mod escalate;
#[cfg(feature = "llm-ws")]
mod llm_ws;

pub use call::CheckCall;
pub use conflict::{Conflict, ConflictKind};
#[cfg(feature = "llm-ws")]
pub use llm_ws::{CheckCallPolicy, Decision, DecisionHook};
pub use postprocess::{EndOfCall, Outcome, postprocess};
pub use rebuild::{Line, Speaker};
pub use reply::{Input, Phase, Reply, Scenario, SlotView};
pub use slot::Slot;
pub use variables::{HandOver, Variables};
