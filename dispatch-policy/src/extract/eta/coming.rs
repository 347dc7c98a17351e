//! Frames that make a time the arrival whatever else is said: "twenty minutes and i'm in their yard", "two hours to the
//! dock", "you'll have it by three", "count on six".

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;

use super::Time;
use super::claims::is_past;
use super::site::{is_at_site, is_before_site};

/// Words for where the load goes, and for who is there.
#[rustfmt::skip]
const SITES: &[&str] = &[
    "there", "receiver", "receivers", "customer", "consignee", "dock", "docks", "gate", "delivery", "warehouse", "dc", "door",
    "ramp", "pad", "lot", "yard", "window", "shack", "guard", "plant", "place", "destination", "property", "driveway",
    "premises", "facility", "store", "drop", "pier", "port", "mill", "you", "yours", "them", "yalls", "your", "their", "theirs",
];

/// Words that stand before where it goes.
const TO: &[&str] = &[
    "to", "from", "over", "till", "until", "off", "short", "of", "away",
];

/// Whether the words around the time say that he comes then.
pub(super) fn is_coming(said: &Said<'_>, t: &Time) -> bool {
    let end = t.span.end;
    if !t.length && !t.vague && is_before_site(said, t) {
        return true;
    }
    if t.length && (is_way_to_them(said, end) && !happened(said, t) || is_way_ahead(said, end)) {
        return true;
    }
    let been = (said.clause_range(t.span.start).start..t.span.start).any(|j| said.is(j, &["been"]));
    t.length && !been && and_there(said, end)
        || !t.vague && is_at_site(said, t)
        || is_handed_over(said, &t.span)
        || is_counted_on(said, t)
}

/// "two hours to the dock", "an hour from them", "ninety minutes over to you".
fn is_way_to_them(said: &Said<'_>, end: usize) -> bool {
    if !said.is(end, TO) {
        return false;
    }
    let mut j = end + 1;
    while j < end + 4 && said.is(j, &["to", "from", "of", "get", "the", "all"]) {
        j += 1;
    }
    // "three hours to your reload": whose it is, and then what.
    let whose = said.is(j, &["your", "their", "yalls"]);
    let site = if whose { j + 1 } else { j };
    if !said.is(site, SITES) || said.is(j, &["of"]) {
        return false;
    }
    // "an hour till the gate opens", "an hour to them getting started": their deed, and no way.
    let theirs = said.is(site, &["them", "they", "you"]) && said.is(site + 1, &["to", "get", "getting"]);
    let opens = said.is(site + 1, &["open", "opens", "close", "closes", "is", "gets"]);
    !(theirs || opens && said.is(end, &["till", "until", "to"]))
}

/// "i lost a tire about two hours from you": where something happened.
fn happened(said: &Said<'_>, t: &Time) -> bool {
    let start = said.clause_range(t.span.start).start;
    let end = t.span.end;
    said.is(end, &["from", "short", "off"])
        && (start..t.span.start)
            .any(|j| is_past(said, j) || said.is(j, &["laid", "stuck", "parked", "sitting", "lost", "hit"]))
}

/// "still have fifty minutes ahead of me", "two hours left to run", "an hour of road".
fn is_way_ahead(said: &Said<'_>, end: usize) -> bool {
    pat!("ahead of|from me|us").at(said, end).is_some()
        || pat!("in front of me|us").at(said, end).is_some()
        || pat!("left|more|yet? to run|drive|roll|cover").at(said, end).is_some()
        || pat!("of road|driving|highway|interstate between|ahead|in|left|to|yet|$").at(said, end).is_some()
        || pat!("up|down the road|highway|interstate !from").at(said, end).is_some()
        || pat!("till|until|before|and i|we am|are|will|? be|get|pull|roll|hit|back|bump? in|into|at|on|to? there|them|you|yall").at(said, end).is_some()
}

/// "twenty minutes and i'm in their yard", "two hours and you can have it", "half an hour then i'm yours".
fn and_there(said: &Said<'_>, end: usize) -> bool {
    let Some(i) =
        pat!("or|so|tops|max|easy|about|maybe|more|? and|then|till|until|before|fore then? i|we|you|they|it")
            .at(said, end)
    else {
        return false;
    };
    let who = i - 1;
    let clause_end = (i..said.len().min(i + 9))
        .find(|&j| said.clause(j) != said.clause(i))
        .unwrap_or(said.len().min(i + 9));
    let there = (i..clause_end).any(|j| {
        said.is(j, &["there"]) && j < i + 4 && !said.is(j.wrapping_sub(1), &["not", "out"])
            || said.is(j, &["yours", "docking", "arriving", "delivering"])
            || said.is(
                j,
                &[
                    "at", "in", "on", "to", "with", "by", "backing", "backed", "pulling",
                ],
            ) && (j + 1..(j + 4).min(clause_end)).any(|k| said.is(k, SITES) && !said.is(k, &["drop"]))
    });
    if said.is(who, &["i", "we"]) {
        let going = said.is(
            i,
            &[
                "am", "are", "will", "would", "pull", "roll", "get", "hit", "should", "see", "arrive",
            ],
        );
        return going && (there || pat!("am|are|will|would be|? turning|pulling|backing|rolling|getting? in|done|onsite|yours|home|here").at(said, i).is_some());
    }
    // "thirty minutes and they'll have it"
    pat!("will|can|? have|get|see|got it|me|us|your|their|the")
        .at(said, i)
        .is_some()
}

/// What is handed over besides the freight.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "to", "pod", "paper", "papers", "paperwork", "bills", "picture", "pictures", "receipt", "number", "copy", "text", "email",
    "call", "scanned", "scan", "down", "scheduled", "appointment",
];

/// "you'll have it by three thirty", "they get their pallets around one", "you'll see me in ten".
fn is_handed_over(said: &Said<'_>, span: &Range<usize>) -> bool {
    let from = said.clause_range(span.start).start;
    pat!("you|they|she|he|customer|receiver|them|yall|all will|should|can|going|gonna|to|? have|get|gets|see|getting|seeing|having me|us|it|freight|load|pallets|stuff|product|order|truck|theirs|yours|whites|daylight|all|your|their|the|this|that|my")
        .all_within(said, from..span.start)
        .any(|r| {
            let papers = (r.end - 1..span.start).any(|j| said.is(j, PAPERS));
            let wants = said.is(r.start.wrapping_sub(1), &["if", "when", "want", "wants"]);
            // "they have me at six": their plan.
            let plan = said.is(r.start, &["they", "she", "he"])
                && said.is(r.start + 1, &["have", "get", "getting"])
                && said.is(r.end - 1, &["me", "us"]);
            let near = r.end + 6 >= span.start;
            near && !(papers || wants || plan)
        })
}

/// "count on six", "i'd settle for nine", "put me at the window two forty", "slot me for two".
fn is_counted_on(said: &Said<'_>, t: &Time) -> bool {
    let start = t.span.start;
    let from = start.saturating_sub(7);
    let counted = pat!(
        "count|counting|bank|banking|bet|betting|plan|planning|good|shooting|shoot|aiming|aim|gunning|pushing|settle|hoping on|for about|around|like|roughly|maybe|?"
    );
    let listed = pat!(
        "put|slot|tag|chalk|mark|pencil|pen|shoot|write|lock|sign|jot|list|log|have|got|get me|us down|up|in|? at|for|on|as the|your|their|? window|sheet|board|list|log|calendar|books|gate|door|? for|at|as|? about|around|like|?"
    );
    let watch = pat!("set|check your watch|clock|clocks for|by|to me|?");
    let ends = |r: &Range<usize>| r.end == start;
    counted
        .all_within(said, from..start)
        .any(|r| ends(&r) && !is_over(said, r.start))
        || listed.all_within(said, from..start).any(|r| {
            ends(&r)
                && r.len() > 2
                && !is_theirs(said, r.start)
                && !(t.length && said.is(r.start, &["have", "got", "get"]))
        })
        || watch.all_within(said, from..start).any(|r| ends(&r))
}

/// "i was shooting for three": hoped once.
fn is_over(said: &Said<'_>, verb: usize) -> bool {
    (verb.saturating_sub(2)..verb).any(|j| said.is(j, &["was", "were", "had", "been"]))
}

/// "they have me down for six": their plan, and not his word.
fn is_theirs(said: &Said<'_>, verb: usize) -> bool {
    (verb.saturating_sub(3)..verb).any(|j| {
        said.is(
            j,
            &[
                "they",
                "he",
                "she",
                "broker",
                "dispatch",
                "dispatcher",
                "receiver",
                "shipper",
                "customer",
                "had",
                "boss",
                "office",
            ],
        )
    })
}
