//! What was decided, and why.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Tier;
use crate::facts::EmergencyType;

/// What the words call for. `Display` explains it in one line; the line holds the speaker's words, so it belongs to the
/// record of the call and not into a log.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Decision {
    /// The gravest tier; `None` when nothing was said that calls for anything.
    pub tier: Option<Tier>,
    /// What speaks for it, the gravest first.
    pub reasons: Vec<Reason>,
    /// Key phrases that were heard and do not count here.
    pub set_aside: Vec<SetAside>,
}

/// One thing that speaks for a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reason {
    /// The tier it speaks for.
    pub tier: Tier,
    /// The kind of an emergency.
    pub kind: Option<EmergencyType>,
    /// The speaker's words it rests on.
    pub words: String,
    /// Who says so: the built-in understanding or a key phrase.
    pub source: Source,
}

/// Where a reason comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Source {
    /// A rule of the built-in understanding.
    BuiltIn {
        /// Its name.
        rule: String,
    },
    /// A key phrase of the organisation.
    KeyPhrase {
        /// As it was set.
        phrase: String,
    },
}

/// A key phrase that was heard and set aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetAside {
    /// The speaker's words.
    pub words: String,
    /// The phrase, as it was set.
    pub phrase: String,
    /// Why it does not count.
    pub why: Why,
}

/// Why words are not meant as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// "no ...", "not ...".
    Denied,
    /// "if ...", "unless ...", "almost ...".
    Supposed,
    /// Dated before today.
    Past,
    /// "is there ...?"
    Asked,
}

impl Decision {
    /// Adds a reason in its place; of equals the one found first stays first.
    pub(super) fn add(&mut self, reason: Reason) {
        let at = self.reasons.partition_point(|r| r.tier >= reason.tier);
        self.reasons.insert(at, reason);
        self.tier = self.reasons.first().map(|r| r.tier);
    }

    /// Whether a person has to take over.
    #[must_use]
    pub fn needs_person(&self) -> bool {
        self.tier.is_some_and(Tier::needs_person)
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tier {
            Some(tier) => write!(f, "{}: ", name(tier))?,
            None => f.write_str("none")?,
        }
        for (n, reason) in self.reasons.iter().enumerate() {
            let comma = if n > 0 { ", " } else { "" };
            write!(f, "{comma}\"{}\" ({})", reason.words, reason.source)?;
        }
        for aside in &self.set_aside {
            write!(
                f,
                "; set aside \"{}\" (key phrase \"{}\"): {}",
                aside.words, aside.phrase, aside.why
            )?;
        }
        Ok(())
    }
}

const fn name(tier: Tier) -> &'static str {
    match tier {
        Tier::Immediate => "immediate",
        Tier::High => "high",
        Tier::Human => "human",
        Tier::Uncertain => "uncertain",
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn { rule } => write!(f, "rule \"{rule}\""),
            Self::KeyPhrase { phrase } => write!(f, "key phrase \"{phrase}\""),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Denied => "denied",
            Self::Supposed => "supposed",
            Self::Past => "past",
            Self::Asked => "asked",
        })
    }
}
