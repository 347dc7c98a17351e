//! What a step of the dialogue wants said, before it has words.

use crate::{phrasing::Say, reply::Phase, slot::Slot};

/// A question: what to say and what it asks for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Question {
    pub(crate) say: Say,
    pub(crate) asked: Vec<Slot>,
}

/// One reply in the making.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    pub(crate) say: Vec<Say>,
    pub(crate) question: Option<Question>,
    /// Asked by the agenda itself, not by a repair.
    pub(crate) plain: bool,
    pub(crate) end_call: bool,
    pub(crate) hand_over: bool,
    pub(crate) wrap: bool,
    pub(crate) clarify: bool,
    /// The phase after it; `None`: as it was.
    pub(crate) phase: Option<Phase>,
}

impl Plan {
    /// Statements only.
    pub(crate) fn say(say: impl IntoIterator<Item = Say>) -> Self {
        Self {
            say: say.into_iter().collect(),
            question: None,
            plain: false,
            end_call: false,
            hand_over: false,
            wrap: false,
            clarify: false,
            phase: None,
        }
    }

    /// The last words of a call.
    pub(crate) fn end(say: impl IntoIterator<Item = Say>) -> Self {
        Self {
            end_call: true,
            wrap: true,
            phase: Some(Phase::Done),
            ..Self::say(say)
        }
    }

    /// A person takes over.
    pub(crate) fn hand_over(say: impl IntoIterator<Item = Say>) -> Self {
        Self {
            hand_over: true,
            phase: Some(Phase::Done),
            ..Self::say(say)
        }
    }

    pub(crate) fn ask(mut self, say: Say, asked: impl IntoIterator<Item = Slot>) -> Self {
        self.question = Some(Question {
            say,
            asked: asked.into_iter().collect(),
        });
        self
    }

    /// Asks for a slot.
    pub(crate) fn ask_for(self, slot: Slot, asked_before: u8) -> Self {
        self.ask(Say::Ask { slot, asked_before }, [slot])
    }

    pub(crate) const fn phase(mut self, phase: Phase) -> Self {
        self.phase = Some(phase);
        self
    }

    pub(crate) const fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    pub(crate) const fn wrap(mut self) -> Self {
        self.wrap = true;
        self
    }

    pub(crate) const fn clarify(mut self) -> Self {
        self.clarify = true;
        self
    }

    /// Puts a statement in front.
    pub(crate) fn lead(mut self, say: Say) -> Self {
        self.say.insert(0, say);
        self
    }
}
