//! Names at a word: a known town, a state, the shape of a town nobody has heard of.

use crate::extract::gazetteer::{code_alone, state_after_town, state_at, town_at};
use crate::extract::numbers::is_number_word;
use crate::extract::text::Said;

use super::Candidate;
use super::around::is_landmark_noun;
use super::lead::{Lead, lead};
use super::unknown::{is_firm, unknown_town};

/// A name at `i`: a known town, a state, or after a clear preposition an unknown town with its state.
pub(super) fn name_at(said: &Said<'_>, i: usize, asked: bool) -> Option<(Candidate, bool)> {
    if said.is_taken(i..i + 1) {
        return None;
    }
    if let Some(town) = town_at(said, i).filter(|t| !said.is_taken(i..i + t.len)) {
        let end = i + town.len;
        // "west of tucson", "north bend" is a town but "north of bend" is not.
        let relation = said.is(end, &["of"]) && town.wordlike && state_at(said, end + 1).is_none();
        let region = said.is(i, &["west", "north", "south", "east"]) && town.len == 1;
        if !(relation || region) {
            let state = state_after_town(said, end, Some(town.states)).or_else(|| {
                // "liberal in kansas"
                let (state, n) = state_at(said, end + 1).filter(|_| said.is(end, &["in", "of"]))?;
                town.states
                    .split(' ')
                    .any(|s| s == state)
                    .then_some((state, n + 1))
            });
            // "oklahoma city" is more than a state.
            let is_state_too = state_at(said, i).is_some_and(|(_, n)| n >= town.len);
            if !(is_state_too && state.is_none()) {
                let used_as_word = town.wordlike
                    && state.is_none()
                    && (lead(said, i) == Lead::None || after_article(said, i))
                    && !(asked && i == 0 && end >= said.len());
                if !used_as_word && (state.is_some() || !is_common_use(said, i, end)) {
                    let span = i..end + state.map_or(0, |(_, n)| n);
                    let c = Candidate {
                        city: Some(town.name),
                        state: state.map(|(s, _)| s),
                        states: town.states,
                        span,
                        weight: 0,
                        passed: false,
                    };
                    return Some((c, !town.wordlike || state.is_some()));
                }
            }
        }
    }
    if let Some((state, len)) = state_at(said, i).filter(|_| !is_river(said, i)) {
        // "ohio state route": a road; "texas roadhouse", "the indiana toll road": still Indiana.
        let c = Candidate {
            city: None,
            state: Some(state),
            states: "",
            span: i..i + len,
            weight: 0,
            passed: false,
        };
        let end = i + len;
        if said.is(end, &["state"]) && said.is(end + 1, &["line"]) {
            return Some((
                Candidate {
                    span: i..end + 2,
                    ..c
                },
                true,
            ));
        }
        return Some((c, true));
    }
    // "in pa", "through va": a code by itself, unless it is a word of its own.
    if said.is(i.wrapping_sub(1), &["in", "into", "across", "through"])
        && let Some(state) = code_alone(said.word(i))
    {
        let c = Candidate {
            city: None,
            state: Some(state),
            states: "",
            span: i..i + 1,
            weight: 0,
            passed: false,
        };
        return Some((c, true));
    }
    unknown_town(said, i, asked).map(|c| (c, false))
}

/// "crossing the mississippi": water, as states have no article.
fn is_river(said: &Said<'_>, i: usize) -> bool {
    said.is(i.wrapping_sub(1), &["the"])
        && said.is(
            i,
            &[
                "mississippi",
                "missouri",
                "ohio",
                "colorado",
                "arkansas",
                "tennessee",
                "delaware",
                "kansas",
            ],
        )
        && !said.is(i + 1, &["side", "line", "turnpike", "border", "state", "area"])
}

pub(super) fn after_article(said: &Said<'_>, i: usize) -> bool {
    i > 0
        && said.is(
            i - 1,
            &["the", "a", "an", "my", "this", "that", "your", "his", "some"],
        )
}

/// "mobile" in "on my mobile", "ontario" in "the ontario office": an article or a noun that follows speaks against.
fn is_common_use(said: &Said<'_>, i: usize, end: usize) -> bool {
    after_article(said, i)
        && !(is_firm(said, i - 1) && said.is(i - 1, &["the"]) && ends_name(said, i, end))
        && !(is_landmark_noun(said, end)
            || said.is(
                end,
                &[
                    "area", "exit", "city", "loves", "pilot", "ta", "petro", "yard", "truck", "exits",
                    "metro",
                ],
            ))
}

/// "laredo" and no "laredo freight", "laredo wants": asked something else, a town by itself and not one of something.
pub(super) fn stands_alone(said: &Said<'_>, i: usize, end: usize) -> bool {
    ends_name(said, i, end)
        || said.is_taken(end..end + 1)
        || said.is(
            end,
            &[
                "i", "we", "yeah", "sir", "maam", "about", "exit", "mile", "maybe", "near", "not", "instead",
            ],
        )
        || is_number_word(said.word(end))
}

/// No noun follows that the name could belong to.
pub(super) fn ends_name(said: &Said<'_>, i: usize, end: usize) -> bool {
    end >= said.len()
        || said.clause(end) != said.clause(i)
        || said.is(
            end,
            &[
                "right", "now", "on", "at", "about", "headed", "heading", "going", "just", "in", "off", "by",
                "still",
            ],
        )
}
