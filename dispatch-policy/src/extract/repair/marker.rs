//! The words by which something is taken back.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::gazetteer::town_at;
use crate::extract::numbers::is_number_word;
use crate::extract::pattern::Pattern;
use crate::extract::text::Said;

/// Words by which a speaker takes back what he just said.
static MARKERS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "no|oh? wait no? sorry|actually? i|it? mean|meant|is? make|call? that|it?",
        "wait no? actually? make? that|it?",
        "i am sorry|wrong",
        "what am|was i|we saying|thinking",
        "listen to me",
        "oh|wait|no|nope|nah|shoot that|it was",
        "no? sorry|scuse|pardon no? i|it? mean|meant|is? make? that?",
        "no i mean|meant",
        "i mean|meant no? make? that?",
        "scratch|strike|correct|check|cancel|forget that|it no? make|call? that|it?",
        "no? let me correct|fix|change that|it|myself",
        "correction",
        "no? make|call that|it !up|back|out|in|to|on|all|through|work|home|there",
        "no no no?",
        "or rather|actually",
        "well? no? actually",
        "no my|that bad|mistake|wrong",
        "my bad|mistake",
        "no that is|was not? wrong|right",
        "excuse me",
        "i misspoke|misread|lied",
        "no|nope? maam|sir? i? take|took that|it back",
        "i stand corrected",
        "no? let me back|start up|over",
        "well? probably? more like",
        "well? no? probably? closer to",
        "no|nope|wait that|it is|was the? last|previous|other|wrong exit|one|sign|marker|mile?",
        "no|nope|wait i? just? passed|missed that|it one?",
        "no|nope|wait that|it is|was the one|exit|marker i|we have|? just? passed|missed|left",
        "no|nope|wait that|it was a? couple|few|just? minute|minutes|second|while|bit|ways ago|back",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// What a speaker says to himself while he looks again: with a "no" beside it, it takes back what he said.
static MUSINGS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "or is it|that not?",
        "there it goes|is !a|no",
        "here it comes",
        "what am|was i saying|thinking|talking|doing|reading|looking about|at?",
        "listen|look to|at me|this|here?",
        "let me see|look|check|think|finish|squint again|here|closer?",
        "let me .. look|see|check|read",
        "that|it is|was my|her|his|an|a? trailer|load|truck|unit|room|bay|building|suite|dock|yesterday number|one",
        "that|it is|was the bay|trailer|load|truck|unit|room|building|suite|dock number",
        "hold|hang up|on a|one? second|minutes|moment|sec?",
        "that|it is|was the? old|last|other|previous|wrong one|sign|marker|exit|number|time|door?",
        "i tell|told|telling you? a? lie|lies|wrong",
        "i am lying|wrong|mistaken|mixed|turned up|around?",
        "i got|had|have|read|said|told it|that|you? wrong|backwards|mixed|turned up|around?",
        "my eyes|brain|head|mind",
        "that is not|wrong right|it|correct?",
        "it|that changed|moved|flipped|updated",
        "do not listen to me",
        "i forget|forgot",
        "shoot|shucks|dang|darn|heck|crap|gosh|whoops|oops|lord|jeez",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// Musings that take back by themselves.
const TAKES_BACK: &[&str] = &[
    "lie",
    "lies",
    "lying",
    "whoops",
    "oops",
    "wrong",
    "mistaken",
    "saying",
    "thinking",
    "backwards",
];

/// Where the markers stand, longest first at each place.
pub(in crate::extract) fn markers(said: &Said<'_>) -> Vec<Range<usize>> {
    let found = phrases(said);
    let musings: Vec<Range<usize>> = MUSINGS
        .iter()
        .flat_map(|p| p.all_within(said, 1..said.len()))
        .collect();
    if musings.is_empty() {
        return found;
    }
    chained(said, &found, &musings)
}

/// Musings side by side with a "no" or a marker are one marker with it: "or is it | no | there it goes".
fn chained(said: &Said<'_>, found: &[Range<usize>], musings: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut part = vec![false; said.len()];
    for range in found.iter().chain(musings) {
        part[range.clone()].fill(true);
    }
    let refusal = |i: usize| said.is(i, &["no", "nope", "nah", "wait", "sorry", "oh"]);
    for i in 1..said.len() {
        let beside = part[i - 1] || part.get(i + 1) == Some(&true);
        part[i] |= refusal(i) && beside;
    }
    let mut chains: Vec<Range<usize>> = Vec::new();
    let mut i = 1;
    while i < said.len() {
        if !part[i] {
            i += 1;
            continue;
        }
        let end = (i..said.len()).find(|&j| !part[j]).unwrap_or(said.len());
        let marked = found.iter().any(|m| m.start >= i && m.end <= end);
        let refused = (i..end).any(|j| said.is(j, &["no", "nope", "nah"]) || said.is(j, TAKES_BACK));
        if marked || refused {
            chains.push(i..end);
        }
        i = end;
    }
    chains
}

/// The phrases that take back.
fn phrases(said: &Said<'_>) -> Vec<Range<usize>> {
    // Nothing stands before the first word that could be taken back.
    let mut ends = vec![None; said.len()];
    for marker in MARKERS.iter().flat_map(|p| p.all_within(said, 1..said.len())) {
        let longest = &mut ends[marker.start];
        *longest = (*longest).max(Some(marker.end));
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut i = 1;
    while i < said.len() {
        let end = ends[i]
            .or_else(|| no_before_name(said, i))
            .or_else(|| no_between_towns(said, i));
        match end {
            Some(end) if end > i => {
                found.push(i..end);
                i = end;
            }
            _ => i += 1,
        }
    }
    found
}

/// "... well no that was still texas ... it's mile six": a no that answers himself, between two mentions of one thing.
pub(in crate::extract) fn refused(said: &Said<'_>, mut between: Range<usize>) -> bool {
    between.any(|i| said.is(i, &["no", "nope", "nah"]) && said.is(i + 1, &["that", "it", "this", "wait"]))
}

/// "eighty four no i eighty six": a no between a number and the next thing that has one.
fn no_before_name(said: &Said<'_>, i: usize) -> Option<usize> {
    // "in tulsa no i'm by joplin"
    let here = said.is(i, &["no", "nope", "nah"])
        && said.is(i + 1, &["i", "we"])
        && said.is(i + 2, &["am", "are"])
        && said.is(i + 3, &["in", "at", "by", "near", "on", "past", "outside"]);
    if here {
        return Some(i + 1);
    }
    let between = said.is(i, &["no", "nope", "nah"])
        && is_number_word(said.before(i, 1))
        && said.is(
            i + 1,
            &[
                "i",
                "interstate",
                "us",
                "highway",
                "exit",
                "mile",
                "door",
                "dock",
                "route",
            ],
        )
        && is_number_word(said.word(i + 2));
    between.then_some(i + 1)
}

/// "lexington no louisville": a no between the names of two towns.
fn no_between_towns(said: &Said<'_>, i: usize) -> Option<usize> {
    let no = said.is(i, &["no", "nope", "nah"]);
    let ends = |i: usize| (i.saturating_sub(3)..i).any(|j| town_at(said, j).is_some_and(|t| j + t.len == i));
    (no && town_at(said, i + 1).is_some() && ends(i)).then_some(i + 1)
}

/// Whether something before `at` was taken back after `since`.
pub(in crate::extract) fn between(markers: &[Range<usize>], since: usize, at: usize) -> bool {
    markers.iter().any(|m| m.start >= since && m.end <= at)
}
