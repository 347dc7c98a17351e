//! Who answers the phone: a script, a persona, or a human who types.
//!
//! A driver hears the agent's words and decides his next [`Move`]. It is synchronous, owns no clock and no socket,
//! and makes the same moves again for the same words and the same seed.

mod ear;
mod facts;
mod persona;
mod persona_kind;
mod script;
mod trucker;
mod voice;

pub use persona::Persona;
pub use persona_kind::{PersonaInfo, PersonaKind};
pub use script::Script;

use std::collections::BTreeMap;

/// What the driver just heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Heard<'a> {
    /// The agent has spoken; empty when it left the floor to the driver without a word.
    Agent(&'a str),
    /// Nothing, for as long as the driver was ready to wait.
    Silence,
}

/// What the driver does next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Move {
    /// He speaks.
    Say(Line),
    /// He says nothing until the agent speaks again or his patience ends.
    Wait,
    /// He hangs up.
    HangUp,
}

/// One thing the driver says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// The words as a speech recogniser writes them: lower case, numbers in words, hardly any punctuation.
    pub text: String,
    /// How long he thinks before he speaks, in milliseconds of the call.
    pub think_ms: u64,
    /// After this many words he hesitates so long that the agent is asked to answer, and then goes on talking.
    pub hesitates_after: Option<usize>,
}

impl Line {
    /// These words, after a short breath.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            think_ms: 700,
            hesitates_after: None,
        }
    }

    /// Think this long first, in milliseconds.
    #[must_use]
    pub fn think_ms(mut self, think_ms: u64) -> Self {
        self.think_ms = think_ms;
        self
    }

    /// Hesitate after this many words.
    #[must_use]
    pub fn hesitates_after(mut self, words: usize) -> Self {
        self.hesitates_after = Some(words);
        self
    }
}

/// The one who answers a simulated call.
#[derive(Debug)]
#[non_exhaustive]
pub enum Driver {
    /// Says these lines in turn, whatever the agent says.
    Script(Script),
    /// A small machine that listens and answers.
    Persona(Box<Persona>),
    /// Somebody who types; the words come from outside.
    Human,
}

impl Driver {
    /// A script; `None` is a silence that lasts until the agent speaks again.
    ///
    /// When the lines are used up the driver listens to the agent's next reply and hangs up.
    pub fn script(lines: impl IntoIterator<Item = Option<String>>) -> Self {
        Self::Script(Script::new(lines))
    }

    /// A persona that knows what the call's dynamic variables say about him and draws the rest from `seed`.
    pub fn persona(kind: PersonaKind, variables: &BTreeMap<String, String>, seed: u64) -> Self {
        match kind {
            PersonaKind::Human => Self::Human,
            kind => Self::Persona(Box::new(Persona::new(kind, variables, seed))),
        }
    }

    /// The driver the dynamic variables ask for: `sim_script`, else `sim_persona`, else one drawn from `seed`.
    ///
    /// # Errors
    ///
    /// A sentence for the one who set the variables, when a persona is unknown or a script is not a JSON array of
    /// strings and nulls (at most 200, each at most 2 000 characters).
    pub fn from_variables(variables: &BTreeMap<String, String>, seed: u64) -> Result<Self, String> {
        if let Some(json) = variables.get("sim_script") {
            return Script::from_json(json).map(Self::Script);
        }
        let kind = match variables.get("sim_persona").map(|name| name.trim()) {
            Some(name) if !name.is_empty() => PersonaKind::from_id(name).ok_or_else(|| {
                let known: Vec<_> = PersonaKind::ALL.iter().map(|info| info.id).collect();
                format!("sim_persona is not a persona; known are {}", known.join(", "))
            })?,
            _ => PersonaKind::drawn_from(seed),
        };
        Ok(Self::persona(kind, variables, seed))
    }

    /// Is it a human, whose words come from outside?
    pub fn is_human(&self) -> bool {
        matches!(self, Self::Human)
    }

    /// Is it a mailbox?
    pub fn is_voicemail(&self) -> bool {
        matches!(self, Self::Persona(persona) if persona.kind() == PersonaKind::Voicemail)
    }

    /// Does somebody pick up at all?
    pub fn picks_up(&self) -> bool {
        !matches!(self, Self::Persona(persona) if persona.kind() == PersonaKind::NoAnswer)
    }

    /// What he does after what he heard.
    pub fn next(&mut self, heard: Heard<'_>) -> Move {
        match self {
            Self::Script(script) => script.next(heard),
            Self::Persona(persona) => persona.next(heard),
            Self::Human => Move::Wait,
        }
    }

    /// How long he stays silent before he acts on his own, in milliseconds of the call; `None` is for ever.
    pub fn patience_ms(&self) -> Option<u64> {
        match self {
            Self::Script(_) | Self::Human => None,
            Self::Persona(persona) => Some(persona.patience_ms()),
        }
    }

    /// At which word of the agent's reply that is being spoken he cuts in, if he does.
    pub fn barges_in_at(&mut self) -> Option<usize> {
        match self {
            Self::Persona(persona) => persona.barges_in_at(),
            Self::Script(_) | Self::Human => None,
        }
    }
}
