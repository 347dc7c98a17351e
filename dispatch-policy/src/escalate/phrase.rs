//! Key phrases of an organisation.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Decision, Reason, SetAside, Source, Tier, Why};
use crate::extract::{self, Standing};

/// Most key phrases of one [`Escalation`](super::Escalation).
pub const MAX_PHRASES: usize = 200;
/// Longest key phrase, in characters.
pub const MAX_PHRASE_CHARS: usize = 120;

/// What is wrong with a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EscalateError {
    /// A phrase without a word in it.
    EmptyPhrase,
    /// A phrase of more than [`MAX_PHRASE_CHARS`] characters.
    LongPhrase,
    /// More than [`MAX_PHRASES`] phrases.
    TooManyPhrases,
}

impl fmt::Display for EscalateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyPhrase => f.write_str("a key phrase needs a word"),
            Self::LongPhrase => write!(f, "a key phrase has at most {MAX_PHRASE_CHARS} characters"),
            Self::TooManyPhrases => write!(f, "there can be at most {MAX_PHRASES} key phrases"),
        }
    }
}

impl std::error::Error for EscalateError {}

/// Words an organisation wants to hear of, and how fast a person is needed then.
///
/// Case, punctuation, contractions and fillers make no difference: "we've been hit" is heard in "uh, we have been hit".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Setting", into = "Setting")]
pub struct KeyPhrase {
    text: String,
    tier: Tier,
    always: bool,
    words: Vec<String>,
}

/// A key phrase as it is written in a configuration.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    phrase: String,
    tier: Tier,
    #[serde(default)]
    always: bool,
}

impl KeyPhrase {
    /// A phrase that counts where it is meant: not denied, supposed, asked or told of the past.
    ///
    /// # Errors
    ///
    /// The phrase has no word, or more than [`MAX_PHRASE_CHARS`] characters.
    pub fn new(phrase: impl Into<String>, tier: Tier) -> Result<Self, EscalateError> {
        let text = phrase.into();
        if text.chars().count() > MAX_PHRASE_CHARS {
            return Err(EscalateError::LongPhrase);
        }
        let words = extract::words(&text);
        if words.is_empty() {
            return Err(EscalateError::EmptyPhrase);
        }
        Ok(Self {
            text,
            tier,
            always: false,
            words,
        })
    }

    /// Counts wherever it is said, denied or not: for code words.
    #[must_use]
    pub fn always(mut self) -> Self {
        self.always = true;
        self
    }

    /// The phrase as it was set.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it stands for.
    #[must_use]
    pub const fn tier(&self) -> Tier {
        self.tier
    }
}

impl TryFrom<Setting> for KeyPhrase {
    type Error = EscalateError;

    fn try_from(setting: Setting) -> Result<Self, Self::Error> {
        let phrase = Self::new(setting.phrase, setting.tier)?;
        Ok(if setting.always { phrase.always() } else { phrase })
    }
}

impl From<KeyPhrase> for Setting {
    fn from(phrase: KeyPhrase) -> Self {
        Self {
            phrase: phrase.text,
            tier: phrase.tier,
            always: phrase.always,
        }
    }
}

/// Adds what the phrases say about `text`.
pub(super) fn decide(phrases: &[KeyPhrase], text: &str, decision: &mut Decision) {
    if phrases.is_empty() {
        return;
    }
    let needles: Vec<&[String]> = phrases.iter().map(|p| p.words.as_slice()).collect();
    for hit in extract::find_phrases(text, &needles) {
        let phrase = &phrases[hit.phrase];
        let why = match hit.standing {
            Standing::Meant => None,
            _ if phrase.always => None,
            Standing::Denied => Some(Why::Denied),
            Standing::Supposed => Some(Why::Supposed),
            Standing::Past => Some(Why::Past),
            Standing::Asked => Some(Why::Asked),
        };
        match why {
            None => decision.add(Reason {
                tier: phrase.tier,
                kind: None,
                words: hit.words,
                source: Source::KeyPhrase {
                    phrase: phrase.text.clone(),
                },
            }),
            Some(why) => decision.set_aside.push(SetAside {
                words: hit.words,
                phrase: phrase.text.clone(),
                why,
            }),
        }
    }
}
