//! A time told without having been asked for, that no words around it explain.

use crate::extract::gazetteer::town_at;
use crate::extract::pattern::pat;
use crate::extract::piece::piece;
use crate::extract::text::Said;

use super::alone::stands_alone;
use super::claims::is_past;
use super::table::Role;
use super::{Setting, Time};

/// The part it plays.
pub(super) fn unasked(said: &Said<'_>, t: &Time, set: Setting<'_>) -> Role {
    // Told without a question: only what can hardly be anything else.
    let hedged = said.is(
        t.span.start.wrapping_sub(1),
        &[
            "about", "in", "like", "probably", "maybe", "around", "by", "roughly", "at", "think", "guess",
            "say",
        ],
    );
    // "on the seventy by dayton maybe another hour": still on the road, and nothing he waits for.
    let another = said.is(t.span.start.wrapping_sub(1), &["another"])
        && pat!("on|past|by|near|through|outside|rolling|driving|headed|trucking|moving|seventy").is_in(said)
        && !pat!("load~|unload~|wait~|sit~|sat|stuck|dock|lumper|break|nap|shipper|receiver|parked|stopped|shower|fuel~|they|he|here|behind|late|traffic").is_in(said);
    // "five hundred miles so tomorrow morning at eight": what it comes to.
    let clause = said.clause_range(t.span.start);
    let concluded = said.is(clause.start, &["so"])
        && (clause.start + 1..t.span.start)
            .all(|j| said.is(j, &["that", "is", "it", "about", "like", "probably", "maybe"]));
    // "salina by four"
    let goal = said.is(t.span.start.wrapping_sub(1), &["by", "before"])
        && (t.span.start.saturating_sub(5)..t.span.start.saturating_sub(1))
            .any(|j| town_at(said, j).is_some_and(|town| j + town.len + 1 == t.span.start));
    if goal && !set.arrived && !t.vague && (set.open || set.asked_confirm) {
        return Role::Arrival;
    }
    let hedged = hedged || another || concluded || set.placed && is_closing(said, t);
    if (set.open || set.asked_confirm)
        && !set.arrived
        && hedged
        && !t.vague
        && (t.length || t.explicit)
        && !said.is(t.span.end, &["load", "drive"])
    {
        return Role::Arrival;
    }
    if set.asked_confirm && t.explicit {
        return Role::Arrival;
    }
    if !set.arrived
        && !set.at_dock
        && !t.vague
        && (t.length || t.explicit)
        && stands_alone(said, t)
        && !(t.length && tells_of_before(said, t))
    {
        return Role::Likely;
    }
    Role::Unclear
}

/// "bowling green, thirty minutes": the last thing said, right behind the place; unless he stands there.
fn is_closing(said: &Said<'_>, t: &Time) -> bool {
    const LAST: &[&str] = &[
        "sorry", "maybe", "probably", "tops", "max", "or", "so", "about", "i", "think", "guess", "sir",
        "maam",
    ];
    let stands = pat!("sat|sitting|stuck|waiting|wait|parked|stopped|been|held|stuck|standing|dead|still|behind|late|lost|shut|broke|break|nap|fuel|they|delay|delayed|backup|backed|traffic|loading|loaded|shipper|shop|lost|took|since|ago").is_in(said);
    let last = (t.span.end..said.len()).all(|i| said.is(i, LAST));
    let start = said.clause_range(t.span.start).start;
    let follows = (start..t.span.start)
        .rev()
        .take_while(|&i| !said.is_taken(i..i + 1))
        .all(|i| {
            said.is(
                i,
                &[
                    "like", "about", "maybe", "probably", "say", "so", "roughly", "and", "got", "another",
                    "line", "border", "exit", "area",
                ],
            )
        });
    t.span.start > 0 && last && follows && !stands && (t.length || t.explicit)
}

/// "that last dock broke my heart five hours": what has been.
fn tells_of_before(said: &Said<'_>, t: &Time) -> bool {
    let clause = piece(said, &t.span);
    (clause.start..t.span.start).any(|i| is_past(said, i))
}
