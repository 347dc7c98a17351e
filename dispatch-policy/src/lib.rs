#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod agenda;
mod answers;
mod call;
mod compose;
mod conflict;
mod emergency;
pub mod escalate;
pub mod extract;
pub mod facts;
mod heard;
mod listen;
#[cfg(feature = "llm-ws")]
mod llm_ws;
mod outcome;
mod payload;
pub mod phrasing;
mod place;
mod plan;
mod read_back;
mod rebuild;
mod repair;
mod reply;
pub mod slot;
mod slots;
mod speak;
mod spoken;
mod state;
mod summary;
mod variables;

pub use call::CheckCall;
pub use conflict::{Conflict, ConflictKind};
#[cfg(feature = "llm-ws")]
pub use llm_ws::{CheckCallPolicy, Decision, DecisionHook};
pub use outcome::{EndOfCall, Outcome, postprocess};
pub use rebuild::{Line, Speaker};
pub use reply::{Input, Phase, Reply, Scenario, SlotView};
pub use slot::Slot;
pub use variables::{HandOver, Variables};
