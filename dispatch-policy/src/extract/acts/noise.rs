//! Nothing but brackets, grunts and fragments.

use std::borrow::Cow;

use crate::extract::text::Said;

/// Nothing but brackets, grunts and fragments. `said` is `raw`, untouched.
pub(in crate::extract) fn is_noise(raw: &str, said: &Said<'_>) -> bool {
    let mut depth = 0usize;
    let outside: String = raw
        .chars()
        .filter(|c| {
            match c {
                '[' | '(' | '<' | '{' => depth += 1,
                ']' | ')' | '>' | '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    let bracketed = outside.len() + 2 < raw.len();
    let left = if outside.len() == raw.len() {
        Cow::Borrowed(said)
    } else {
        Cow::Owned(Said::new(&outside))
    };
    let content = left.tokens.iter().filter(|t| !is_fragment(&t.word)).count();
    // "That's it" is a sentence.
    if content == 0 && left.len() == 3 && left.is(1, &["is"]) && left.is(2, &["it"]) {
        return false;
    }
    if content == 0 {
        // A lone "the" or "and" is a fragment; "yeah" and "no" are words of their own.
        return left.len() <= 4 || bracketed;
    }
    // Markers with a stray word or two around them.
    bracketed
        && content <= 1
        && said.len() <= 4
        && !left.tokens.iter().any(|t| {
            matches!(
                t.word.as_str(),
                "yes"
                    | "yeah"
                    | "no"
                    | "yep"
                    | "okay"
                    | "nope"
                    | "bye"
                    | "here"
                    | "driving"
                    | "rolling"
                    | "late"
            )
        })
}

fn is_fragment(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "and"
            | "of"
            | "to"
            | "is"
            | "it"
            | "i"
            | "but"
            | "so"
            | "or"
            | "in"
            | "at"
            | "on"
            | "that"
            | "with"
            | "for"
            | "this"
            | "was"
            | "mm"
            | "mmm"
            | "mhmm"
            | "huh"
            | "oh"
            | "hm"
            | "shh"
            | "psh"
            | "static"
            | "inaudible"
            | "noise"
            | "crackle"
            | "crackling"
            | "unintelligible"
    ) || (word.len() >= 3
        && !word
            .chars()
            .any(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !c.is_ascii() || c.is_ascii_digit())
        && !matches!(word, "hmm" | "dmv" | "mph"))
}
