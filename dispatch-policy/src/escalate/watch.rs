//! Words that come in pieces: a recogniser's partial results, a text stream.

use super::{Decision, Escalation, Tier};

/// Longest running utterance that is kept, in characters; of a longer one the beginning is forgotten.
const MOST_CHARS: usize = 2_000;

/// Watches a stream of text and tells when the decision over the running utterance changes.
///
/// A word that comes later can take back an alarm ("i hit a deer ... last week") as well as raise one, so every change of
/// the tier is told, the fall as the rise. The host says where an utterance ends.
///
/// ```
/// use dispatch_policy::escalate::{Escalation, Tier};
///
/// let escalation = Escalation::new();
/// let mut watch = escalation.watch();
/// assert_eq!(watch.push("i'm in omaha and my tr"), None);
/// let decision = watch.push("ailer's on fire").expect("an alarm");
/// assert_eq!(decision.tier, Some(Tier::Immediate));
/// assert_eq!(watch.push(" hurry"), None, "nothing new");
/// watch.end_utterance();
/// assert_eq!(watch.tier(), None);
/// ```
#[derive(Clone)]
pub struct Watch<'a> {
    escalation: &'a Escalation,
    text: String,
    tier: Option<Tier>,
}

impl<'a> Watch<'a> {
    pub(super) const fn new(escalation: &'a Escalation) -> Self {
        Self {
            escalation,
            text: String::new(),
            tier: None,
        }
    }

    /// Takes the next piece of the running utterance, which may begin and end inside a word. Returns the decision over the
    /// utterance so far when its tier changed.
    pub fn push(&mut self, piece: &str) -> Option<Decision> {
        self.text.push_str(piece);
        self.forget_the_beginning();
        self.look()
    }

    /// The whole running utterance anew, as recognisers that revise themselves send it.
    pub fn replace(&mut self, text: &str) -> Option<Decision> {
        self.text.clear();
        self.push(text)
    }

    /// The utterance is complete: what comes next stands by itself.
    pub fn end_utterance(&mut self) {
        self.text.clear();
        self.tier = None;
    }

    /// The tier of the running utterance so far.
    #[must_use]
    pub const fn tier(&self) -> Option<Tier> {
        self.tier
    }

    fn look(&mut self) -> Option<Decision> {
        let decision = self.escalation.decide(&self.text);
        if decision.tier == self.tier {
            return None;
        }
        self.tier = decision.tier;
        Some(decision)
    }

    fn forget_the_beginning(&mut self) {
        let count = self.text.chars().count();
        if count <= MOST_CHARS {
            return;
        }
        let cut = self
            .text
            .char_indices()
            .nth(count - MOST_CHARS)
            .map_or(0, |(at, _)| at);
        let word = self.text[cut..]
            .find(char::is_whitespace)
            .map_or(cut, |at| cut + at);
        self.text.drain(..word);
    }
}

/// The words stay out of logs.
impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch")
            .field("chars", &self.text.chars().count())
            .field("tier", &self.tier)
            .finish_non_exhaustive()
    }
}
