#![doc = include_str!("../README.md")]

mod call;
mod conflict;
pub mod extract;
pub mod facts;
mod outcome;
mod rebuild;
mod reply;
pub mod slot;
mod variables;

pub use call::CheckCall;
pub use conflict::{Conflict, ConflictKind};
pub use outcome::{EndOfCall, Outcome, postprocess};
pub use rebuild::{Line, Speaker};
pub use reply::{Input, Phase, Reply, Scenario, SlotView};
pub use slot::Slot;
pub use variables::{HandOver, Variables};
