//! Whether words call for a person, and how fast: usable alone, on any text that comes in whole or in pieces.
//!
//! What is understood without any setting is what a check call reacts to: danger to life, crashes, breakdowns, illness,
//! theft; the wish for a person; not knowing. An organisation adds key phrases of its own. A decision names the words and
//! the rule it rests on, and what was heard but set aside, with the reason.
//!
//! ```
//! use dispatch_policy::escalate::{Escalation, KeyPhrase, Tier};
//!
//! let escalation = Escalation::with_phrases([KeyPhrase::new("code red", Tier::Immediate)?])?;
//! let decision = escalation.decide("this is a code red at the dock");
//! assert_eq!(decision.tier, Some(Tier::Immediate));
//! assert_eq!(decision.to_string(), "immediate: \"code red\" (key phrase \"code red\")");
//!
//! // The same words denied, supposed or told of the past are no call for help.
//! let decision = escalation.decide("no code red here, just heavy traffic");
//! assert_eq!(decision.tier, None);
//! assert_eq!(decision.to_string(), "none; set aside \"code red\" (key phrase \"code red\"): denied");
//! # Ok::<(), dispatch_policy::escalate::EscalateError>(())
//! ```

mod decision;
mod phrase;
mod watch;

use std::sync::LazyLock;

use jiff::{Timestamp, Zoned, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::extract;
use crate::facts::{Act, Context, Emergency, EmergencyTier, EmergencyType, Found, Understanding};

pub use decision::{Decision, Reason, SetAside, Source, Why};
pub use phrase::{EscalateError, KeyPhrase, MAX_PHRASE_CHARS, MAX_PHRASES};
pub use watch::Watch;

/// How fast a person is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Nothing is known for sure: worth asking once more, not a person.
    Uncertain,
    /// A person was asked for.
    Human,
    /// A crash, a breakdown, theft, illness: a person within this call.
    High,
    /// A life is at risk: 911 and a person at once.
    Immediate,
}

impl Tier {
    /// Whether a person has to take over.
    #[must_use]
    pub const fn needs_person(self) -> bool {
        !matches!(self, Self::Uncertain)
    }
}

impl From<EmergencyTier> for Tier {
    fn from(tier: EmergencyTier) -> Self {
        match tier {
            EmergencyTier::Immediate => Self::Immediate,
            EmergencyTier::High => Self::High,
        }
    }
}

/// Decides over words: the built-in understanding, and the key phrases of an organisation on top of it.
///
/// Pure and cheap to share; the same words always give the same decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<KeyPhrase>", into = "Vec<KeyPhrase>")]
pub struct Escalation {
    phrases: Vec<KeyPhrase>,
}

/// A clock for readings that look at none.
static NO_TIME: LazyLock<Zoned> = LazyLock::new(|| Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC));

impl Escalation {
    /// The built-in understanding alone.
    #[must_use]
    pub const fn new() -> Self {
        Self { phrases: Vec::new() }
    }

    /// With key phrases of an organisation.
    ///
    /// # Errors
    ///
    /// There are more than [`MAX_PHRASES`].
    pub fn with_phrases(phrases: impl IntoIterator<Item = KeyPhrase>) -> Result<Self, EscalateError> {
        let phrases: Vec<KeyPhrase> = phrases.into_iter().take(MAX_PHRASES + 1).collect();
        if phrases.len() > MAX_PHRASES {
            return Err(EscalateError::TooManyPhrases);
        }
        Ok(Self { phrases })
    }

    /// The key phrases.
    #[must_use]
    pub fn phrases(&self) -> &[KeyPhrase] {
        &self.phrases
    }

    /// Whether there are no key phrases.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Decides over one utterance.
    #[must_use]
    pub fn decide(&self, text: &str) -> Decision {
        let meaning = extract::extract(text, &Context::new(&[], &NO_TIME));
        let mut decision = Decision::default();
        if let Some(found) = &meaning.facts.emergency {
            decision.add(Reason {
                tier: found.value.tier.into(),
                kind: Some(found.value.kind),
                words: found.words.clone(),
                source: Source::BuiltIn {
                    rule: found.rule.clone(),
                },
            });
        }
        for (act, tier) in [(Act::HumanRequest, Tier::Human), (Act::Unsure, Tier::Uncertain)] {
            if meaning.acts.contains(&act)
                && let Some((rule, words)) = extract::evidence(text, &meaning.facts, act)
            {
                decision.add(Reason {
                    tier,
                    kind: None,
                    words,
                    source: Source::BuiltIn { rule },
                });
            }
        }
        phrase::decide(&self.phrases, text, &mut decision);
        decision
    }

    /// Watches a stream of text that comes in pieces.
    #[must_use]
    pub const fn watch(&self) -> Watch<'_> {
        Watch::new(self)
    }

    /// Puts what the key phrases decide into what was understood of the same words.
    pub(crate) fn add_to(&self, text: &str, meaning: &mut Understanding) {
        let mut decision = Decision::default();
        phrase::decide(&self.phrases, text, &mut decision);
        let Some(reason) = decision.reasons.first() else {
            return;
        };
        let tier = match reason.tier {
            Tier::Immediate => EmergencyTier::Immediate,
            Tier::High => EmergencyTier::High,
            Tier::Human => {
                meaning.acts.insert(Act::HumanRequest);
                return;
            }
            Tier::Uncertain => {
                meaning.acts.insert(Act::Unsure);
                return;
            }
        };
        let graver = meaning
            .facts
            .emergency
            .as_ref()
            .is_none_or(|found| tier > found.value.tier);
        if graver {
            let kind = meaning
                .facts
                .emergency
                .as_ref()
                .map_or(EmergencyType::Other, |found| found.value.kind);
            meaning.facts.emergency = Some(Found {
                value: Emergency { kind, tier },
                words: reason.words.clone(),
                rule: "key phrase".to_owned(),
            });
        }
    }
}

impl TryFrom<Vec<KeyPhrase>> for Escalation {
    type Error = EscalateError;

    fn try_from(phrases: Vec<KeyPhrase>) -> Result<Self, Self::Error> {
        Self::with_phrases(phrases)
    }
}

impl From<Escalation> for Vec<KeyPhrase> {
    fn from(escalation: Escalation) -> Self {
        escalation.phrases
    }
}
