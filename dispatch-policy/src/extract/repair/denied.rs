//! Numbers that are denied: "not six, sixteen", "you heard fifteen, i said two fifty".

use crate::extract::numbers::{cardinal, is_number_word};
use crate::extract::pattern::pat;
use crate::extract::text::{Said, Token};

use super::{is_letter, is_unit, number_len};

/// "not an hour more like two": the number that stands takes the unit of the one denied.
pub(super) fn denied_length(said: &Said<'_>) -> Option<Vec<Token>> {
    let denied = pat!(
        "not a|an|one|two|three|four|five|six hours|hour|minutes but? it? is? more|closer like|to about|maybe|probably?"
    );
    let found = denied.find(said)?;
    let unit = found
        .clone()
        .find(|&i| said.is(i, &["hour", "hours", "minutes"]))?;
    let len = number_len(said, found.end)?;
    let end = found.end + len;
    if is_unit(said.word(end))
        || said.is(end, &["and", "or", "to", "thirty"])
        || said.is_taken(found.end..end)
    {
        return None;
    }
    // "not an hour more like forty five" are minutes: nobody drives that many hours.
    let (n, counted) = cardinal(said, found.end)?;
    if n > 12.0 || counted != len {
        return None;
    }
    let mut tokens = said.tokens[..found.start].to_vec();
    tokens.extend_from_slice(&said.tokens[found.end..end]);
    let mut word = said.word(unit).to_owned();
    if word == "hour" && n > 1.0 {
        word = "hours".to_owned();
    }
    tokens.push(Token {
        word,
        ..said.tokens[end - 1].clone()
    });
    tokens.extend_from_slice(&said.tokens[end..]);
    Some(tokens)
}

/// "you heard fifteen, i said two fifty": what the other understood goes.
pub(super) fn misheard(said: &Said<'_>) -> Option<Vec<Token>> {
    let heard = pat!(
        "you|they|it heard|got|put|have|had|wrote|said|took|typed|understood|thought me|it|that|down|as|at|? #"
    );
    let said_it = pat!("but? i|we said|meant|mean|told|say you|it|was|is|? #");
    let old = heard.find(said)?;
    let new = said_it
        .all_within(said, old.end..(old.end + 4).min(said.len()))
        .next()?;
    let first = old.clone().find(|&i| is_number_word(said.word(i)))?;
    let second = new.clone().find(|&i| is_number_word(said.word(i)))?;
    let mut tokens = said.tokens[..first].to_vec();
    tokens.extend_from_slice(&said.tokens[second..]);
    Some(tokens)
}

/// "not six, sixteen", "nineteen not nine", "it's sixteen, not six": the denied number goes.
pub(super) fn contrast(said: &Said<'_>) -> Option<Vec<Token>> {
    let not = pat!("not|instead of? the? door|dock|bay|exit|mile|marker|at?");
    for found in not.find_all(said) {
        if said.word(found.start) == "instead" && !said.is(found.start + 1, &["of"]) {
            continue;
        }
        let Some(len) = number_len(said, found.end) else {
            continue;
        };
        let mut end = found.end + len;
        // "one eighteen b not one eighty"
        let lettered = found.start > 1
            && is_letter(said.word(found.start - 1))
            && is_number_word(said.word(found.start - 2));
        let before = found.start > 0
            && (is_number_word(said.word(found.start - 1))
                || is_unit(said.word(found.start - 1))
                || lettered);
        let mut next = end;
        while said.is(
            next,
            &[
                "but", "it", "is", "make", "that", "more", "like", "i", "said", "at", "door", "dock", "exit",
                "marker", "mile",
            ],
        ) {
            next += 1;
        }
        let after = number_len(said, next).is_some()
            || is_unit(said.word(end)) && number_len(said, end + 1).is_some();
        if !before && !after {
            continue;
        }
        // "not two hours three hours"
        let unit_then_number = is_unit(said.word(end)) && number_len(said, end + 1).is_some();
        if before && is_unit(said.word(end)) || !before && unit_then_number {
            end += 1;
        }
        // "not six, sixteen": two numbers side by side need the comma to part them; without one the longer
        // reading has run them together.
        // "on eighty four no not eighty four i eighty six": what he denies he had said himself.
        let same = |k: usize| (0..len).all(|d| said.word(k + d) == said.word(found.end + d));
        let from = (found.start.saturating_sub(6)..found.start.saturating_sub(len))
            .find(|&k| after && !before && same(k))
            .unwrap_or(found.start);
        let mut tokens = said.tokens[..from].to_vec();
        tokens.extend_from_slice(&said.tokens[end..]);
        return Some(tokens);
    }
    // "not six sixteen" without a comma.
    for found in pat!("not #").find_all(said) {
        let first = found.start + 1;
        if let Some((_, len)) = cardinal(said, first)
            && first + len < found.end
            && cardinal(said, first + len).is_some_and(|(_, l)| first + len + l == found.end)
            && !said.before(found.start, 1).is_empty()
        {
            let mut tokens = said.tokens[..found.start].to_vec();
            tokens.extend_from_slice(&said.tokens[first + len..]);
            return Some(tokens);
        }
        if let Some((_, len)) = cardinal(said, first)
            && first + len < found.end
            && found.start == 0
        {
            return Some(said.tokens[first + len..].to_vec());
        }
    }
    None
}
