//! What the engine says on its own: while an answer is late, and when none comes.

use std::{fmt, sync::Arc};

/// The engine's own sentences. Of several alternates each is said in turn, so that a caller does not hear the same one twice
/// in a row. Cheap to clone.
///
/// Chosen per call, and so per language, by [`Options::phrases_for`](crate::Options::phrases_for).
#[derive(Clone, PartialEq, Eq)]
pub struct Phrases {
    holding: Arc<[String]>,
    fallback: Arc<[String]>,
}

impl Phrases {
    /// English.
    pub fn new() -> Self {
        Self::default()
    }

    /// Said when an answer is late. None at all: nothing is said.
    #[must_use]
    pub fn holding<S: Into<String>>(mut self, alternates: impl IntoIterator<Item = S>) -> Self {
        // The answer follows under the same id, parted by a blank.
        self.holding = alternates
            .into_iter()
            .map(|phrase| {
                let mut phrase = phrase.into();
                if !phrase.ends_with(char::is_whitespace) {
                    phrase.push(' ');
                }
                phrase
            })
            .collect();
        self
    }

    /// Said when the policy fails, panics or takes too long. None at all: the answer ends in silence.
    #[must_use]
    pub fn fallback<S: Into<String>>(mut self, alternates: impl IntoIterator<Item = S>) -> Self {
        self.fallback = alternates.into_iter().map(Into::into).collect();
        self
    }

    /// The holding phrase for the `n`th time.
    pub(crate) fn nth_holding(&self, n: usize) -> Option<&str> {
        nth(&self.holding, n)
    }

    /// The fallback phrase for the `n`th time.
    pub(crate) fn nth_fallback(&self, n: usize) -> Option<&str> {
        nth(&self.fallback, n)
    }
}

fn nth(alternates: &[String], n: usize) -> Option<&str> {
    alternates
        .get(n.checked_rem(alternates.len())?)
        .map(String::as_str)
}

impl Default for Phrases {
    /// English, two or three of each.
    fn default() -> Self {
        Self {
            holding: Arc::new([]),
            fallback: Arc::new([]),
        }
        .holding(["One moment, please.", "Just a second.", "Bear with me, please."])
        .fallback([
            "Sorry, I missed that. Could you say it again?",
            "I'm sorry, could you repeat that, please?",
        ])
    }
}

impl fmt::Debug for Phrases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Phrases")
            .field("holding", &self.holding.len())
            .field("fallback", &self.fallback.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternates_take_turns() {
        let phrases = Phrases::new().holding(["a", "b "]).fallback(Vec::<String>::new());
        let said: Vec<_> = (0..3).map(|n| phrases.nth_holding(n)).collect();
        assert_eq!(said, [Some("a "), Some("b "), Some("a ")]);
        assert_eq!(phrases.nth_fallback(0), None);
    }
}
