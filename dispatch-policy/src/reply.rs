//! What goes into a turn and what comes out of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::slot::Slot;

/// One turn of the driver, as the policy receives it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Input<'a> {
    /// The driver's words; `None` is a silence (Retell's `reminder_required`).
    pub said: Option<&'a str>,
    /// The agent's words before this turn as they were really spoken, when known. A question
    /// the driver cut off before it was spoken does not count as asked. `None`: all of it was.
    pub heard: Option<&'a str>,
}

impl<'a> Input<'a> {
    /// The driver said `text`.
    #[must_use]
    pub const fn said(text: &'a str) -> Self {
        Self {
            said: Some(text),
            heard: None,
        }
    }

    /// The driver said nothing.
    #[must_use]
    pub const fn silence() -> Self {
        Self {
            said: None,
            heard: None,
        }
    }

    /// Sets what the driver really heard of the agent's last words.
    #[must_use]
    pub const fn heard(self, heard: Option<&'a str>) -> Self {
        Self {
            said: self.said,
            heard,
        }
    }
}

/// What the agent does next.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reply {
    /// The words to speak; never empty.
    pub text: String,
    /// What is asked in it; empty when nothing is.
    pub asked: Vec<Slot>,
    /// Hang up after these words. Never together with a question.
    pub end_call: bool,
    /// Hand the call to a person with these words.
    pub transfer: bool,
    /// This is the read-back or the goodbye.
    pub wrap: bool,
    /// It confirms a value or asks for a repeat.
    pub clarify: bool,
}

/// Where in the call we are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Phase {
    /// Nothing was heard from the driver yet.
    #[default]
    Greeting,
    /// Collecting the facts.
    Gathering,
    /// An emergency is being handled.
    Emergency,
    /// The facts were said back and the driver has the floor.
    ReadBack,
    /// One last answer is awaited (when to call back), then the call ends.
    Closing,
    /// The call has ended or was handed over.
    Done,
}

impl Phase {
    /// The name as it is written on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::Gathering => "gathering",
            Self::Emergency => "emergency",
            Self::ReadBack => "read_back",
            Self::Closing => "closing",
            Self::Done => "done",
        }
    }
}

/// What kind of call it turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Scenario {
    /// A check call.
    #[default]
    Dispatch,
    /// An emergency that was not taken back.
    Emergency,
}

impl Scenario {
    /// The name as it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dispatch => "Dispatch",
            Self::Emergency => "Emergency",
        }
    }
}

/// One filled slot, for live display.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SlotView {
    /// The payload key: `driver_status`, `current_location`, `door`.
    pub name: String,
    /// The value in its normal form.
    pub value: serde_json::Value,
    /// The driver's words that carried it.
    pub words: Option<String>,
    /// The driver turn it was set in, from 1.
    pub turn: Option<usize>,
    /// The name of the rule that read it.
    #[serde(default)]
    pub rule: Option<String>,
}

// What was said on a call stays out of logs: debug output shows the shape of things only.

impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input")
            .field("silence", &self.said.is_none())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("asked", &self.asked)
            .field("end_call", &self.end_call)
            .field("transfer", &self.transfer)
            .field("wrap", &self.wrap)
            .field("clarify", &self.clarify)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for SlotView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlotView")
            .field("name", &self.name)
            .field("turn", &self.turn)
            .field("rule", &self.rule)
            .finish_non_exhaustive()
    }
}
