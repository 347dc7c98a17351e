//! What others may ask of the words: phrases they look for, and the evidence of an act.

use super::text::Said;
use super::{acts, scope};
use crate::facts::{Act, Facts};

/// How words stand in their clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Meant,
    Denied,
    Supposed,
    Past,
    Asked,
}

/// A phrase that was said.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    /// Which of those looked for.
    pub(crate) phrase: usize,
    /// The speaker's words.
    pub(crate) words: String,
    pub(crate) standing: Standing,
}

/// The words of a text as the readings see them.
pub(crate) fn words(text: &str) -> Vec<String> {
    Said::new(text).tokens.into_iter().map(|t| t.word).collect()
}

/// Where the phrases were said; of each the first place where it is meant, or else the first.
pub(crate) fn find_phrases(text: &str, phrases: &[&[String]]) -> Vec<Hit> {
    let said = Said::new(text);
    let mut hits = Vec::new();
    for (n, phrase) in phrases.iter().enumerate() {
        let mut best: Option<Hit> = None;
        for i in 0..said.len() {
            let fits = phrase
                .iter()
                .enumerate()
                .all(|(k, word)| said.word(i + k) == word);
            if !fits {
                continue;
            }
            let standing = standing(&said, i);
            if best.is_none() || standing == Standing::Meant {
                let meant = standing == Standing::Meant;
                best = Some(Hit {
                    phrase: n,
                    words: said.words(i..i + phrase.len()),
                    standing,
                });
                if meant {
                    break;
                }
            }
        }
        hits.extend(best);
    }
    hits
}

fn standing(said: &Said<'_>, i: usize) -> Standing {
    if scope::denied(said, i) {
        Standing::Denied
    } else if scope::supposed(said, i) {
        Standing::Supposed
    } else if scope::past(said, i) {
        Standing::Past
    } else if scope::asks(said, i) {
        Standing::Asked
    } else {
        Standing::Meant
    }
}

/// The rule and the words by which an act was performed.
pub(crate) fn evidence(text: &str, facts: &Facts, act: Act) -> Option<(String, String)> {
    let said = Said::new(text);
    let (rule, span) = acts::span(&said, facts, act)?;
    Some((rule.to_owned(), said.words(span)))
}
