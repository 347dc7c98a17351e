//! "The truck he is in the canal": a pronoun that only repeats the noun before it, as speakers of other languages use it.

use crate::extract::lexicon::Classes;
use crate::extract::text::Said;

/// The same words without pronouns that repeat their noun; `None` when there are none.
pub(super) fn without<'a>(said: &Said<'a>) -> Option<Said<'a>> {
    let echoes: Vec<usize> = (1..said.len()).filter(|&i| is_echo(said, i)).collect();
    if echoes.is_empty() {
        return None;
    }
    let kept = said
        .tokens
        .iter()
        .enumerate()
        .filter(|(i, _)| !echoes.contains(i));
    let mut plain = Said::of(said.raw, kept.map(|(_, token)| token.clone()).collect());
    plain.refresh();
    Some(plain)
}

const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "can", "could", "not",
    "just", "went", "came", "got", "got", "quit", "want", "wants",
];

/// A pronoun behind the noun that opens its clause, with a verb after it.
fn is_echo(said: &Said<'_>, i: usize) -> bool {
    if !said.is(i, &["he", "she", "they", "it"]) || said.tokens[i].stop && i > 3 {
        return false;
    }
    let verb = said.is(i + 1, AUXILIARIES) || said.kinds(i + 1).verb.is_some();
    let before = said.clause_range(i - 1);
    let noun = |j: usize| {
        said.kinds(j)
            .noun
            .any(Classes::VEHICLE | Classes::PART | Classes::BODY | Classes::ANIMAL | Classes::CONTAINER)
            || crate::extract::party::RIG.contains(&said.word(j))
    };
    // Nothing but the noun and what describes it may stand before.
    let described = before.start + 4 > i - 1
        && (before.start..i - 1).all(|j| {
            said.is(
                j,
                &[
                    "the", "my", "this", "that", "a", "one", "our", "his", "left", "right", "front", "rear",
                    "whole", "back", "and", "so", "then", "but", "trailer", "truck", "other", "big", "small",
                ],
            ) || noun(j)
        });
    verb && described && noun(i - 1)
}
