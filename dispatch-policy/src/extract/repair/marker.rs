//! The words by which something is taken back.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::numbers::is_number_word;
use crate::extract::pattern::Pattern;
use crate::extract::text::Said;

/// Words by which a speaker takes back what he just said.
static MARKERS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "no|oh? wait no? sorry|actually? i|it? mean|meant|is? make|call? that|it?",
        "wait no? actually? make? that|it?",
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

/// Where the markers stand, longest first at each place.
pub(in crate::extract) fn markers(said: &Said<'_>) -> Vec<Range<usize>> {
    // Nothing stands before the first word that could be taken back.
    let mut ends = vec![None; said.len()];
    for marker in MARKERS.iter().flat_map(|p| p.all_within(said, 1..said.len())) {
        let longest = &mut ends[marker.start];
        *longest = (*longest).max(Some(marker.end));
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut i = 1;
    while i < said.len() {
        let end = ends[i].or_else(|| no_before_name(said, i));
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

/// "eighty four no i eighty six": a no between a number and the next thing that has one.
fn no_before_name(said: &Said<'_>, i: usize) -> Option<usize> {
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

/// Whether something before `at` was taken back after `since`.
pub(in crate::extract) fn between(markers: &[Range<usize>], since: usize, at: usize) -> bool {
    markers.iter().any(|m| m.start >= since && m.end <= at)
}
