//! The call: input in, reply out.

use jiff::Zoned;
use serde_json::{Map, Value};

use crate::{
    conflict::Conflict,
    reply::{Input, Phase, Reply, Scenario, SlotView},
    variables::Variables,
};

/// One check call.
#[derive(Debug, Clone)]
pub struct CheckCall {
    vars: Variables,
}

impl CheckCall {
    /// A call that has not begun.
    #[must_use]
    pub const fn new(vars: Variables) -> Self {
        Self { vars }
    }

    /// The greeting.
    pub fn greet(&mut self, now: &Zoned) -> Reply {
        let _ = (&self.vars, now);
        Reply::default()
    }

    /// One turn.
    pub fn turn(&mut self, now: &Zoned, input: Input<'_>) -> Reply {
        let _ = (&self.vars, now, input);
        Reply::default()
    }

    /// The structured payload so far.
    #[must_use]
    pub fn payload(&self) -> Map<String, Value> {
        Map::new()
    }

    /// What did not agree.
    #[must_use]
    pub const fn conflicts(&self) -> &[Conflict] {
        &[]
    }

    /// The filled slots.
    #[must_use]
    pub const fn slots(&self) -> Vec<SlotView> {
        Vec::new()
    }

    /// Where in the call we are.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        Phase::Greeting
    }

    /// Check call or emergency.
    #[must_use]
    pub const fn scenario(&self) -> Scenario {
        Scenario::Dispatch
    }

    /// Whether the call has ended or was handed over.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        false
    }
}
