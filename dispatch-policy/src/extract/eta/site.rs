//! Being at the place where the load goes: "tied up to your dock at seven", "in their lot four sharp", "on the scale at
//! your plant at eight".

use crate::extract::piece::piece;
use crate::extract::text::Said;

use super::Time;
use super::alone::stands_alone;
use super::claims::is_past;

/// Where the load goes, and parts of it. Behind "their" or "your" nearly any place is one of them.
#[rustfmt::skip]
const SITES: &[&str] = &[
    "receiver", "receivers", "customer", "customers", "consignee", "dock", "docks", "gate", "warehouse", "dc", "door", "doors",
    "ramp", "pad", "lot", "window", "shack", "guard", "plant", "property", "driveway", "drive", "premises", "facility", "curb",
    "pier", "yard", "destination", "delivery", "slot", "street", "place", "pallets", "security", "site", "dump",
];

/// Words that lead to a place.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "at", "on", "in", "into", "onto", "to", "against", "up", "by", "off", "outside", "inside", "with", "hit", "hitting", "see",
    "seeing", "crossing", "cross", "touching", "touch", "kissing", "kiss", "tapping", "tap", "bump", "bumping", "make", "from",
    "reach", "reaching", "dock", "docking",
];

/// Words between the place and the time.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "at", "by", "around", "about", "before", "in", "like", "maybe", "probably", "just", "right", "close", "to", "no", "later",
    "than", "say", "there", "for", "of", "the", "today", "or", "near", "after", "till", "until",
];

/// Words that say it has not happened yet, or that it is what he means to do.
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "will", "should", "would", "going", "can", "could", "might", "be", "want", "trying", "try", "planning", "plan", "hoping",
    "hope", "looking", "fixing", "shooting", "aiming", "supposed",
];

/// Whether he says that he is at the receiver then.
pub(super) fn is_at_site(said: &Said<'_>, t: &Time) -> bool {
    let mut clause = piece(said, &t.span);
    if stands_alone(said, t) && !t.length {
        clause.start = said.clause_range(t.span.start).start.max(clause.start);
    }
    let start = t.span.start;
    let Some(site) = site_before(said, clause.start, start) else {
        return false;
    };
    // A length is how long he has been there, unless it is until then.
    if t.length && !(site + 1..start).any(|j| said.is(j, &["in"])) {
        return false;
    }
    let theirs = (clause.start..site).any(|j| {
        said.is(
            j,
            &[
                "they",
                "he",
                "she",
                "who",
                "nobody",
                "everybody",
                "if",
                "when",
                "appointment",
                "due",
                "holler",
                "hollering",
                "call",
                "text",
                "talk",
                "talking",
                "check",
                "leave",
                "leaves",
                "leaving",
                "left",
                "open",
                "opens",
                "close",
                "closes",
                "start",
                "starts",
                "shipper",
                "pickup",
                "home",
                "house",
            ],
        )
    });
    if theirs || said.is(start.wrapping_sub(1), &["since", "until", "till"]) {
        return false;
    }
    let ahead = (clause.start..site).any(|j| said.is(j, AHEAD));
    let past = (clause.start..site).any(|j| is_past(said, j) || said.is(j, &["been", "since", "sat"]));
    let doing = (clause.start..site).any(|j| {
        said.word(j).len() > 4
            && said.word(j).ends_with("ing")
            && !said.is(
                j,
                &["waiting", "sitting", "morning", "evening", "loading", "unloading"],
            )
    });
    let verbless = said.is(clause.start, LEADS);
    ahead && !(past && said.is(clause.start, &["was", "were", "had"]))
        || !past && (doing || verbless || t.explicit && states(said, clause.start, site))
}

/// "midnight at the receiver", "five thirty in their yard": the place comes behind the hour.
pub(super) fn is_before_site(said: &Said<'_>, t: &Time) -> bool {
    let end = t.span.end;
    let mut site = end + 1;
    while site < end + 4 && said.is(site, &["the", "their", "your", "this", "back", "front", "that"]) {
        site += 1;
    }
    let clause = piece(said, &t.span);
    let else_said = |j: usize| {
        is_past(said, j)
            || said.is(
                j,
                &[
                    "appointment",
                    "due",
                    "scheduled",
                    "supposed",
                    "since",
                    "been",
                    "if",
                    "they",
                    "he",
                    "she",
                    "open",
                    "opens",
                    "close",
                    "closes",
                    "lunch",
                    "until",
                    "till",
                    "call",
                    "leave",
                    "leaving",
                    "want",
                    "wants",
                    "slot",
                    "window",
                    "delivery",
                    "another",
                    "not",
                ],
            )
    };
    said.is(end, &["at", "in", "on", "into", "outside"])
        && said.is(site, SITES)
        && !said.is(site + 1, &["opens", "closes", "is", "was", "in", "store"])
        && !(clause.start..t.span.start).any(else_said)
}

/// "i'm tied up to your dock at seven", "i hit the dock at two": told in the present of what is to come.
fn states(said: &Said<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|j| said.is(j, &["i", "we"])) && !(from..to).any(|j| said.is(j, &["not", "never"]))
}

/// The place named right before the time, with the preposition or the verb that leads there.
fn site_before(said: &Said<'_>, from: usize, start: usize) -> Option<usize> {
    let site = (from.max(start.saturating_sub(5))..start).rev().find(|&j| {
        let whose = said.is(j.wrapping_sub(1), &["their", "your", "yalls", "his"])
            && !said.is(j, &["appointment", "time", "window", "way", "lunch", "break"]);
        whose && said.word(j).len() > 2
            || said.is(j, SITES)
            || said.is(j, &["them", "you", "yours"])
                && said.is(j.wrapping_sub(1), &["with", "on", "at", "to", "see"])
    })?;
    // "at door five by five": its number stands between.
    let clear = (site + 1..start).all(|j| {
        said.is(j, BETWEEN) || said.is_taken(j..j + 1) || said.is(j, &["parking", "sharp", "lot", "you"])
    });
    let led = (site.saturating_sub(4).max(from)..site).any(|j| said.is(j, LEADS));
    (clear && led).then_some(site)
}
