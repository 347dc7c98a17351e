//! Questions inside an utterance: the clause they open, and the subject behind their verb.

use super::clauses::CARRIERS;

/// After these a question word opens no question: it is their object.
#[rustfmt::skip]
const KNOWING: &[&str] = &[
    "know", "tell", "see", "sure", "idea", "remember", "ask", "say", "said", "matter", "guess", "care", "of", "about", "to", "at",
    "from", "on", "in", "for", "is", "was", "are", "not", "or", "wonder", "wondering", "asking", "me", "you", "him", "depends",
    "clue", "check", "just", "exactly", "by", "with",
];

/// Forms of the verb that stand before their subject in a question.
const HELPERS: &[&str] = &[
    "am", "is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "should",
];

const SUBJECTS: &[&str] = &[
    "i", "we", "you", "they", "he", "she", "it", "the", "my", "this", "that", "your", "these", "there",
];

/// "'fore i tell you anything where's this load going": a question word with its verb and its subject behind it.
pub(super) fn opens_question(words: &[&str], i: usize) -> bool {
    let word = |j: usize| words.get(j).copied().unwrap_or_default();
    let Some(prev) = i.checked_sub(1).map(word) else {
        return false;
    };
    matches!(word(i), "where" | "what" | "when" | "who" | "why" | "how")
        && HELPERS.contains(&word(i + 1))
        && SUBJECTS.contains(&word(i + 2))
        && !CARRIERS.contains(&prev)
        && !KNOWING.contains(&prev)
}

/// "where am i taking this", "what time am i", "which door do i": the subject behind the verb of a question word.
pub(super) fn is_inverted(words: &[&str], i: usize) -> bool {
    let asks = |j: usize| {
        matches!(
            words[j],
            "where" | "what" | "when" | "who" | "why" | "how" | "which"
        )
    };
    i >= 2 && (asks(i - 2) || i >= 3 && asks(i - 3)) && HELPERS.contains(&words[i - 1])
}
