//! The door that is his, of those that are spoken of.

mod spans;

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::extract::{other_driver, repair, scope};
use crate::facts::{Facts, Found};

use spans::{backed_into, bare_door, is_before_an_hour, named_door};

/// Reads doors; consumes their words.
pub(in crate::extract) fn door(
    said: &mut Said<'_>,
    markers: &[Range<usize>],
    topic: bool,
    facts: &mut Facts,
) {
    let mut best: Option<(String, Range<usize>)> = None;
    let mut i = 0;
    while i < said.len() {
        let Some((name, span)) = named_door(said, i)
            .filter(|_| topic || !is_before_an_hour(said, i))
            .or_else(|| backed_into(said, i))
            .or_else(|| topic.then(|| bare_door(said, i)).flatten())
        else {
            i += 1;
            continue;
        };
        i = span.end.max(i + 1);
        // "be ready at four for door twelve": the hour beside the door.
        let at_hour = said.is(
            span.start.wrapping_sub(1),
            &["at", "by", "around", "till", "until", "before"],
        );
        if at_hour
            && named_door(said, span.start).is_none()
            && (i..said.len()).any(|j| named_door(said, j).is_some())
        {
            continue;
        }
        let planned = said
            .clause_range(span.start)
            .any(|j| said.is(j, &["appointment", "scheduled", "supposed"]));
        if other_driver::tells_of(said, span.start)
            || scope::habitual(said, span.start)
            || planned
            || is_anothers(said, &span)
        {
            continue;
        }
        let repaired = best.as_ref().is_some_and(|(_, old)| {
            repair::between(markers, old.end, span.start) || taken_back(said, old.end, span.start)
        });
        let replaces = repaired
            || best
                .as_ref()
                .is_some_and(|(_, old)| is_gone(said, old) && !is_gone(said, &span))
            || match &best {
                None => true,
                Some((_, old)) => {
                    scope::denied(said, old.start)
                        || (old.end..span.start).any(|j| {
                            said.is(
                                j,
                                &[
                                    "moved",
                                    "moving",
                                    "switched",
                                    "switching",
                                    "changed",
                                    "changing",
                                    "now",
                                    "swapped",
                                    "instead",
                                    "sending",
                                    "putting",
                                    "pulled",
                                    "slid",
                                    "bumped",
                                    "today",
                                ],
                            )
                        })
                }
            };
        // The "no" of "no scratch that, they moved me" denies the old door.
        if replaces && (repaired || best.is_none() || !scope::denied(said, span.start)) {
            best = Some((name, span));
        }
    }
    if let Some((value, span)) = best {
        if scope::denied(said, span.start) && said.is(span.start.wrapping_sub(1), &["not"]) {
            return;
        }
        facts.door = Some(Found {
            value,
            words: said.words(span.clone()),
            rule: "door".to_owned(),
        });
        said.take(span);
    }
}

/// "door fourteen no hold on ... it's door three": a no or a wait between two doors.
fn taken_back(said: &Said<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        said.is(
            i,
            &[
                "no",
                "nope",
                "nah",
                "wait",
                "sorry",
                "scratch",
                "actually",
                "rather",
                "correction",
            ],
        ) && !said.is(
            i + 1,
            &[
                "problem",
                "big",
                "issue",
                "lumper",
                "lumpers",
                "detention",
                "trouble",
                "for",
                "on",
            ],
        ) || said.is(i, &["hold", "hang"]) && said.is(i + 1, &["on", "up"])
    })
}

/// "door six is where the other guy is", "seven's got somebody in it".
fn is_anothers(said: &Said<'_>, span: &Range<usize>) -> bool {
    let out =
        pat!("is|was all|? broke|broken|down|blocked|full|taken|closed|busted|occupied").at(said, span.end);
    out.is_some() || pat!("is|was|has|have|had|got where|what|got|the|a|some|that|already|? .. other|another|others|somebody|someone|everybody|swift|werner")
        .at(said, span.end)
        .is_some()
}

/// "yesterday it was nine", "was gonna be dock five": a door of before, or one that came to nothing.
fn is_gone(said: &Said<'_>, span: &Range<usize>) -> bool {
    let clause = said.clause_range(span.start);
    let from = clause
        .start
        .saturating_sub(usize::from(said.is(clause.start.wrapping_sub(1), &["yesterday"])));
    (from..span.start).any(|i| {
        said.is(
            i,
            &[
                "was",
                "were",
                "yesterday",
                "originally",
                "supposed",
                "had",
                "used",
                "earlier",
                "first",
                "thought",
                "told",
                "would",
                "first",
            ],
        )
    })
}
