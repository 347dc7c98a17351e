//! What a time in the words is about: the arrival, or something else.

use crate::extract::numbers::is_number_word as number_word;
use crate::extract::pattern::pat;
use crate::extract::piece::piece;
use crate::extract::scope;
use crate::extract::text::Said;

use super::claims::is_claimed;
use super::coming::is_coming;
use super::frame::{Governed, governed};
use super::table::{Role, hits};
use super::unasked::unasked;
use super::{Setting, Time};

/// Which part a time plays, from the words before and after it in its clause.
pub(super) fn role(said: &Said<'_>, t: &Time, set: Setting<'_>) -> Role {
    // "give or take forty": the answer when it stands alone, else how sure he is of another.
    if pat!("give or take")
        .find_all(said)
        .iter()
        .any(|r| r.end == t.span.start)
    {
        let alone = !(0..t.span.start).any(|i| number_word(said.word(i)) || said.is(i, &["hour", "half"]));
        return if set.asked_eta && alone {
            Role::Arrival
        } else {
            Role::Other
        };
    }
    if is_coming(said, t) && !set.asked_callback {
        return Role::Coming;
    }
    let mut hits = hits(said, t);
    // "a hair past six" is no "past six hours".
    if !t.length && said.is(t.span.start.wrapping_sub(1), &["past"]) {
        hits.retain(|(_, name)| *name != "last");
    }
    // "i'm making eleven", "tuesday early", "eleven fifteen already told the lady": of lengths these say something else.
    if !t.length {
        let ago = said.is(t.span.end, &["ago", "earlier", "back"]);
        hits.retain(|(_, name)| !matches!(*name, "saved" | "ahead of it") && (*name != "ago" || ago));
    }
    let has = |r: Role| hits.iter().any(|(role, _)| *role == r);
    let named = |n: &str| hits.iter().any(|(_, name)| *name == n);
    let then_call = pat!("and|then|so then? call|try|ring|buzz|holler !it|that")
        .at(said, t.span.end)
        .is_some();
    let saved = t.length && named("saved") && !said.is(t.span.end, &["out", "away"]);
    if !t.length && named("miss my hour") {
        return Role::Other;
    }
    // "i won't make my two o'clock": the appointment by its hour.
    if !t.length && t.explicit && (named("my hour") || is_missed(said, t.span.start)) {
        return Role::Other;
    }
    if named("hold on a moment")
        || named("to spare")
        || named("ordered")
        || saved
        || !t.length && named("it has gone")
    {
        return Role::Other;
    }
    // "not for another three hours": the least it takes.
    if set.asked_eta
        && pat!("not for|in|till|until another|at|least|about|a|like?")
            .find_all(said)
            .iter()
            .any(|r| r.end == t.span.start || said.is(r.end, &["least"]) && r.end + 1 == t.span.start)
    {
        return Role::Arrival;
    }
    // "hit little rock at noon and now i'm in forrest city": then, and no longer.
    let clause = said.clause_range(t.span.start);
    let since_then = pat!("and|but|? now i|we|?")
        .at(said, clause.end)
        .is_some_and(|end| end > clause.end && clause.end < said.len())
        && !t.length
        && !clause
            .clone()
            .any(|j| said.is(j, &["will", "should", "going", "be", "by", "would"]));
    if since_then && t.span.end == clause.end {
        return Role::Other;
    }
    // "an hour and a half back because a train sat across the road": late, and not ago.
    if t.length
        && said.is(t.span.end, &["back"])
        && said.is(
            t.span.end + 1,
            &["because", "due", "thanks", "on", "from", "since"],
        )
    {
        return Role::Lateness;
    }
    // "i told her i'd call her back in ten": not us.
    if has(Role::CallBack)
        && pat!("call|ring|phone|text|buzz|holler at? her|him|them|my|the|his|mama|mom|home !cell|phone|number|cellphone|line").is_in(said)
        && !pat!("call|ring|try|text|phone|holler|buzz back? at? me|us").is_in(said)
    {
        return Role::Other;
    }
    // "be there at four thirty call me later if you need": the time was told before the call was spoken of.
    let told = pat!("be|get|getting|make|made there|it|in by|at|around|about|in|like?")
        .find_all(said)
        .iter()
        .any(|r| r.end == t.span.start);
    let over = t.length && said.is(t.span.end, &["ago", "back", "earlier"]);
    let calls = !over
        && hits
            .iter()
            .any(|(role, name)| *role == Role::CallBack && (!told || *name != "call after"));
    // "buzz me again when i'm through the scale, say half an hour": an order to call, and its time.
    let ordered = pat!("^ please|hey|just|okay|man|no|well|y'all|? call|ring|try|buzz|holler|phone|text|catch|get me|us|at|back|again .. back|again|later|when|once|after|in|at|around|tomorrow|tonight")
        .is_in(said)
        && !pat!("there|arrive|arriving|deliver|eta|receiver").is_in(said);
    if calls
        || (then_call || ordered) && !told && !over
        || set.asked_callback
            && !(has(Role::Arrival) && pat!("there|arrive|arriving|deliver|eta|receiver|here").is_in(said))
    {
        return Role::CallBack;
    }
    if has(Role::DriveTimeLeft) {
        return if t.length {
            Role::DriveTimeLeft
        } else {
            Role::Other
        };
    }
    // "ten minutes is all i'm late": the subject of being late opens a clause of its own.
    let is_all = pat!("is|was all|about|what|how i|we am|are|was|running? late|behind|down|short")
        .at(said, t.span.end)
        .is_some();
    let back = pat!("back|behind|down because|due|thanks|on")
        .at(said, t.span.end)
        .is_some();
    // "the lead truck's an hour behind me": how late another is.
    let another =
        said.is(t.span.end, &["behind"]) && said.is(t.span.end + 1, &["me", "us", "him", "them", "her"]);
    if t.length && another {
        return Role::Other;
    }
    // Asked about detention, "three hours past it" is past the free time.
    let free = set.asked_wait && said.is(t.span.end, &["past", "over", "into"]);
    // "another half hour till it kicks in": the wait is to come.
    let kicks_in = set.asked_wait
        && (to_come_before(said, t)
            || said.is(t.span.end, &["till", "until", "before", "left", "more", "of"]));
    if t.length && (free || kicks_in) {
        return Role::Other;
    }
    // "running behind, about an hour"
    let start = said.clause_range(t.span.start).start;
    let told_before = start > 0
        && said.is(start - 1, &["late", "behind", "delayed"])
        && (start..t.span.start).all(|j| {
            said.is(
                j,
                &[
                    "about", "like", "maybe", "probably", "by", "say", "roughly", "around",
                ],
            )
        })
        && !said.is(t.span.end, &["out", "away", "from", "to"]);
    if t.length && (has(Role::Lateness) || is_all || back || told_before) {
        return Role::Lateness;
    }
    // "got here about an hour ago": how long he has been there.
    let came = pat!(
        "got|gotten|made|arrived|came|showed|pulled|rolled|backed|checked|bumped it? here|in|up|into? the? dock|door? about|like|maybe|almost|probably|just?"
    );
    let stands_there = said.is(t.span.end, &["ago"])
        && came.find_all(said).iter().any(|r| r.end == t.span.start)
        && !pat!(
            "they|he|she|truck|lumper|lumpers|wrecker|mechanic|police got|came|showed|pulled|arrived|rolled"
        )
        .is_in(said);
    if t.length
        && (stands_there || set.at_dock && pat!("arrived").at(said, t.span.start.wrapping_sub(1)).is_some())
    {
        return Role::Waited;
    }
    let stayed = pat!(
        "been here|there|sitting|waiting|parked|docked for|about|like|over|almost|going|on|maybe|probably?"
    )
    .find_all(said)
    .iter()
    .any(|r| r.end == t.span.start);
    if t.length && stayed && has(Role::Waited) {
        return Role::Waited;
    }
    if is_claimed(said, t) && !has(Role::Waited) && !set.asked_wait {
        return Role::Other;
    }
    match governed(said, t) {
        Some(Governed::Other) => return Role::Other,
        Some(Governed::Hearsay) if set.asked_eta => return Role::Hearsay,
        // "tell em i'm twenty minutes out and i need a lumper": whoever is out is not at the dock.
        Some(Governed::Arrival) if !set.at_dock || t.length && said.is(t.span.end, &["out", "away"]) => {
            return Role::Arrival;
        }
        _ => {}
    }
    if !t.length && t.explicit && has(Role::Lateness) && !has(Role::Arrival) && !set.asked_eta {
        return Role::Unclear;
    }
    let been = has(Role::Waited) && said.is(t.span.end, &["already"]);
    // "got here about an hour ago"
    let came = pat!("got|arrived|checked|pulled|came|made|rolled|backed here|in|there|it|? right? about|like|maybe|just|over|almost?")
        .find_all(said)
        .iter()
        .any(|r| r.end == t.span.start);
    if t.length && came && said.is(t.span.end, &["ago"]) && set.at_dock {
        return Role::Waited;
    }
    if named("ago") && !been
        || named("not for a time")
        || named("last")
        || named("should have been")
        || named("supposed")
        || (named("to unload") && !since_led(said, t))
    {
        return Role::Other;
    }
    if since_led(said, t) && !t.length {
        // What began then was the wait, unless he tells of the road or the day.
        let elsewhere = pat!(
            "driving|rolling|moving|running|unloaded|empty|done|finished|road|traffic|up|awake|duty|clock|closed|shut|open|left|broke|shipper|break|bunk|bed|shop"
        );
        let clause = piece(said, &t.span);
        let other = elsewhere.find_all(said).iter().any(|r| clause.contains(&r.start));
        return if !other && (set.at_dock || has(Role::Waited)) {
            Role::Waited
        } else {
            Role::Other
        };
    }
    // "they say another hour": to come, and not waited yet.
    let to_come = said.is(t.span.start.wrapping_sub(1), &["another"])
        && !(t.span.start.saturating_sub(4)..t.span.start)
            .any(|j| said.is(j, &["been", "waited", "sat", "already"]));
    if to_come && has(Role::Waited) && (set.at_dock || !has(Role::Arrival)) {
        return Role::Other;
    }
    if has(Role::Waited) && t.length {
        return Role::Waited;
    }
    let arrival = has(Role::Arrival);
    let strong_other = hits.iter().any(|(r, n)| {
        *r == Role::Other
            && matches!(
                *n,
                "appointment"
                    | "appointment after"
                    | "closes"
                    | "break"
                    | "break after"
                    | "break end"
                    | "can roll"
                    | "wanted"
                    | "on paper"
                    | "can not drive past"
                    | "to spare"
                    | "until it opens"
                    | "you will have"
                    | "unload in"
                    | "repair"
            )
    });
    // "in the shop, they're saying three hours": how long the work takes.
    let work = t.length
        && pat!("they|he|shop|mechanic|tech|guy is|are|? saying|say|says|said|telling|tell|told").is_in(said)
        && pat!("shop|mechanic|repair|repaired|fix|fixing|fixed|tech|service|derate|regen|alternator|tow|wrecker|dealer").is_in(said)
        && !pat!("there|arrive|eta|out|away").is_in(said);
    if work {
        return Role::Other;
    }
    let takes = t.length && named("it will take");
    if strong_other && !takes && !(arrival && named("then")) {
        return Role::Other;
    }
    if hits.iter().any(|(r, n)| *r == Role::Other && *n == "past verb") && !arrival {
        return if t.length && said.is(t.span.start.wrapping_sub(1), &["got", "have"]) && set.asked_eta {
            Role::Arrival
        } else {
            Role::Other
        };
    }
    if arrival {
        return Role::Arrival;
    }
    if has(Role::Other) {
        return Role::Other;
    }
    // "another half hour till it kicks in": still to be waited.
    let to_wait = said.is(t.span.start.wrapping_sub(1), &["another"])
        || said.is(t.span.end, &["till", "until", "before", "more", "left"])
        || said.is(t.span.end, &["to"]) && said.is(t.span.end + 1, &["go"]);
    if set.asked_wait && t.length && to_wait {
        return Role::Other;
    }
    if set.asked_wait && t.length && !set.asked_eta {
        return Role::Waited;
    }
    if set.asked_eta {
        return Role::Likely;
    }
    unasked(said, t, set)
}

/// "i don't think i'm gonna make that three o'clock": denied, so no time of his.
fn is_missed(said: &Said<'_>, start: usize) -> bool {
    pat!("make|making|hit|beat that|the|my|our|your")
        .all_within(said, start.saturating_sub(2)..start)
        .any(|r| {
            // "no make that four twenty" corrects.
            let corrects = said.is(r.start.wrapping_sub(1), &["no", "nope", "nah"]);
            r.end == start && !corrects && scope::denied(said, r.start)
        })
}

/// "another half hour", "still got an hour": not spent yet.
fn to_come_before(said: &Said<'_>, t: &Time) -> bool {
    (t.span.start.saturating_sub(2)..t.span.start).any(|j| said.is(j, &["another", "got", "have"]))
        && !(t.span.start.saturating_sub(5)..t.span.start)
            .any(|j| said.is(j, &["been", "waited", "sat", "already"]))
}

fn since_led(said: &Said<'_>, t: &Time) -> bool {
    (t.span.start.saturating_sub(3)..t.span.start + 1).any(|j| said.is(j, &["since"]))
}
