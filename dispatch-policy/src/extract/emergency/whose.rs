//! Whose trouble it is: the driver's, or somebody else's.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;

/// The clause, or what the words belong to, is about someone else.
pub(super) fn is_someone_elses(said: &Said<'_>, span: &Range<usize>, ours: bool) -> bool {
    let mut range = said.clause_range(span.start);
    if range.start > 0
        && said.is(range.start, &["that", "who", "which", "and"])
        && !said.is(range.start + 1, &["i", "we", "my", "it", "now"])
    {
        // A relative clause speaks of what stands before it.
        range = said.clause_range(range.start - 1).start..range.end;
    }
    let last = said.clause_range(span.end.saturating_sub(1).max(span.start)).end;
    let me_after = (span.start..last.min(said.len()))
        .any(|j| said.is(j, &["me", "us", "my", "our"]) && !is_landmark(said, j));
    let seen = pat!(
        "passed|passing|saw|see|seen|seeing|heard|watching|watched|witnessed|noticed|came|coming|drove|past|by|reporting|reported|helped|helping|called|pulled|stopped|slowed|slowing|looks|rubbernecking|waved|behind"
    );
    let seeing = seen.find_all(said).into_iter().any(|r| {
        r.start >= range.start
            && r.end <= span.start
            && match said.word(r.start) {
                "came" | "coming" => said.is(r.end, &["up", "upon", "across"]),
                "looks" => said.is(r.end, &["like"]) && !me_after,
                "called" => said.is(r.end, &["in", "it", "about", "for"]),
                "stopped" | "pulled" => {
                    said.is(r.end, &["for", "to", "because", "behind"])
                        || said.is(r.end + 1, &["to", "for"])
                            && said.is(r.end, &["over"])
                            && said.is(r.end + 2, &["help", "let"])
                }
                "behind" | "past" | "by" => said.is(r.end, &["a", "an", "the", "this", "some", "that"]),
                "drove" => said.is(r.end, &["by", "past"]),
                "see" | "saw" | "seen" | "seeing" | "watching" => said.is(
                    r.end,
                    &[
                        "a", "an", "the", "some", "that", "two", "another", "this", "somebody", "someone",
                        "one", "guy", "them", "where",
                    ],
                ),
                _ => true,
            }
    });
    if seeing && !me_after {
        return true;
    }
    let at_distance = (range.start..last).any(|j| {
        said.is(j, &["ahead"])
            || (said.is(j, &["up"])
                && said.is(j + 1, &["there", "the", "front", "ahead", "yonder"])
                && said.is(j + 2, &["road", "ahead", "of", "here"]))
            || (said.is(j, &["in"]) && said.is(j + 1, &["front"]) && !said.is(j + 3, &["my"]))
            || (said.is(j, &["other"]) && said.is(j + 1, &["side", "lanes", "direction"]))
            || (said.is(j, &["back"]) && said.is(j + 1, &["there", "yonder"]) && span.start > range.start)
            || (said.is(j, &["behind"]) && said.is(j + 1, &["me", "us"]))
            || (said.is(j, &["down", "up"]) && said.is(j + 1, &["the"]) && said.is(j + 2, &["road"]))
            || (said.is(j, &["next"]) && said.is(j + 1, &["door", "to"]))
            || (said.is(j, &["side"])
                && said.is(j + 1, &["of"])
                && said.is(j + 2, &["the"])
                && said.is(j + 3, &["road", "highway"])
                && indefinite_subject(said, range.start, span.start + 1))
            || (said.is(j, &["on"]) && said.is(j + 1, &["the"]) && said.is(j + 2, &["news", "radio", "cb"]))
    });
    let first_person = (range.start..span.end).any(|j| {
        said.is(j, &["i", "we", "me", "us", "my", "our", "myself"])
            && !is_onlooker(said, j)
            && (said.is(j.wrapping_sub(2), &["front"]) || !is_landmark(said, j))
    });
    if at_distance && !me_after && (!first_person || existential(said, range.start)) {
        return true;
    }
    // "and everybody over here has to gawk": he is one who looks on.
    let looked_at = pat!(
        "everybody|everyone|people|folks|they|cars|we|all ... gawk|gawking|rubberneck|rubbernecking|stare|staring|look|looking|slow|slowing !after|for|into|my"
    );
    if !me_after && !first_person && looked_at.is_in(said) {
        return true;
    }
    let hurt_or_not = pat!("i|we am|are .. okay|fine|hurt|shaken|safe|unhurt").is_in(said)
        || pat!("nobody|noone|everybody|everyone .. hurt|okay|fine").is_in(said);
    if existential(said, range.start)
        && !hurt_or_not
        && !first_person
        && !me_after
        && !(range.start + 1..range.start + 4).any(|j| said.is(j, &["has", "been"]))
        && pat!("accident|wreck|crash|collision")
            .find(said)
            .is_some_and(|r| r.start >= range.start && r.end <= last)
    {
        return true;
    }
    // "a blown tire from somebody else's truck".
    if pat!("somebody|someone else")
        .find(said)
        .is_some_and(|r| r.start >= range.start && r.end <= last)
        && !me_after
    {
        return true;
    }
    // A man with a gun is everybody's trouble.
    let threat = pat!("gun|guns|knife|pistol|rifle|shooting|shooter|machete").is_in(said)
        || pat!("somebody|someone|please call|send|get an|the? 911|ambulance|nine|police").is_in(said);
    if indefinite_subject(said, range.start, span.start + 1) && !me_after && !first_person && !threat {
        return true;
    }
    if is_of_family(said, span) && !me_after {
        return true;
    }
    // "another driver", "his truck", "their forklift".
    !ours
        && range.clone().any(|j| {
            said.is(j, &["his", "their", "her", "somebodys", "someones"])
                && j < span.end
                && said.is(j + 1, &["truck", "trailer", "rig", "car", "tire", "engine"])
        })
        && !me_after
}

/// "the truck two ahead of me", "the guy behind us": he only says where it is.
fn is_landmark(said: &Said<'_>, me: usize) -> bool {
    said.is(me, &["me", "us"])
        && (said.is(me.wrapping_sub(1), &["behind"])
            || said.is(me.wrapping_sub(1), &["of"]) && said.is(me.wrapping_sub(2), &["ahead", "front"]))
}

/// "my buddy", "my wife": his people, who are somewhere else as long as nothing puts them in the truck.
pub(super) fn is_of_family(said: &Said<'_>, span: &Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    let other = pat!(
        "buddy|friend|brother|cousin|wife|husband|girlfriend|boyfriend|mom|dad|mother|father|son|daughter|kid|kids|neighbor|coworker|boss|uncle|aunt|nephew|niece|grandson|grandma|grandpa|mama|sister|baby|trainer"
    );
    // "my brother's in the hospital, he had a heart attack".
    let from = if range.start > 0 && said.is(range.start, &["he", "she", "they"]) {
        said.clause_range(range.start - 1).start
    } else {
        range.start
    };
    let elsewhere =
        pat!("hospital|funeral|er|icu").is_in(said) && !pat!("need|to|nearest hospital|a|the?").is_in(said);
    // "need a wrecker for my buddy": it is for him.
    let for_him = |i: usize| {
        pat!("for my|a|the|his? buddy|friend|brother|cousin|coworker|neighbor")
            .at(said, i)
            .is_some()
    };
    let aged = pat!("my|our|the .. year|month old");
    let of_other = other
        .find_all(said)
        .into_iter()
        .chain(aged.find_all(said))
        .any(|r| {
            let any_kid = said.is(r.start, &["kid"])
                && !said.is(r.start.wrapping_sub(1), &["my", "our", "his", "her", "the"]);
            !any_kid
                && r.start >= from
                && (r.start < span.end
                    || for_him(r.start.saturating_sub(1))
                    || for_him(r.start.saturating_sub(2)))
                && !pat!("my|the wife|husband|partner|dog|kid|son|daughter|girlfriend|trainer")
                    .find_all(said)
                    .iter()
                    .any(|m| m.end == r.end && with_me(said))
        });
    of_other && (elsewhere || !with_me(said))
}

/// The person rides along: "in the truck with me", "in my sleeper".
fn with_me(said: &Said<'_>) -> bool {
    pat!("with me|us").is_in(said)
        || pat!("in the|my passenger|sleeper|bunk|cab|truck").is_in(said)
        || pat!("wake|waking|breathing|answer|answering|responding|unconscious|unresponsive|pulse|bleeding|seizure")
            .is_in(said)
}

/// "i passed", "we saw": the first person only looks on.
fn is_onlooker(said: &Said<'_>, j: usize) -> bool {
    pat!("i|we have|just|had|only? passed|saw|seen|see|heard|watched|drove|stopped|slowed|pulled")
        .at(said, j)
        .is_some()
}

fn existential(said: &Said<'_>, start: usize) -> bool {
    pat!("there|they is|was|are|were|has|have|had|looks")
        .at(said, start)
        .is_some()
        || pat!("yeah|well|okay|no|because|and|but|so|it there|is is|was|a|an")
            .at(said, start)
            .is_some()
}

/// The doer or sufferer is "a car", "some guy", "another truck", "they".
fn indefinite_subject(said: &Said<'_>, from: usize, to: usize) -> bool {
    let subject = pat!(
        "a|an|some|another|one|this|two|three|four|that|couple|bunch|those|these|other|few|multiple|several of|other|big|little|poor|old|stupid|dang|damn|crazy|young|idiot|of? car|cars|truck|trucks|guy|guys|man|woman|lady|semi|semis|van|vans|driver|drivers|suv|bus|pickup|rv|wheeler|vehicle|vehicles|motorcycle|biker|tanker|camper|trucker|kid|forklift|crew|fedex|ups|swift|house|barn|building|field|hay|brush|motorhome|minivan|sedan|trailer|tractor|dude|fella|old"
    );
    let crew = pat!(
        "guys|crew|team|lumpers|lumper|they|dock|warehouse|receiver|receivers|shipper|somebody|someone|people|everybody|everyone|you|car|brush|grass|wild|forest|house|building|police|cops|troopers|dot|tow|wrecker|wreckers|rotator"
    );
    // "a swift truck", "another werner trailer".
    let strange = (from.saturating_sub(3)..to).any(|i| {
        said.is(i, &["a", "an", "another", "some"])
            && said.is(
                i + 2,
                &[
                    "truck", "trucks", "trailer", "rig", "van", "tanker", "bus", "driver",
                ],
            )
            && !said.is(i + 1, &["my", "our", "on", "in", "of", "to", "with", "and"])
    });
    // "this truck just caught fire" is his; "this truck ahead" is not.
    let mine = |i: usize| {
        said.is(i, &["this"])
            && said.is(i + 1, &["truck", "trailer", "tractor", "rig"])
            && !said.is(i + 2, &["ahead", "in", "up", "behind", "beside"])
    };
    let hit = |p: &crate::extract::pattern::Pattern| {
        (from..to.min(said.len()))
            .any(|i| !mine(i) && p.at(said, i).is_some_and(|e| e <= said.len() && i < to))
    };
    hit(subject) || hit(crew) || strange
}

/// The clause is about the driver, his truck or his people.
pub(super) fn is_ours(said: &Said<'_>, span: &Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    let last = said.clause_range(span.end.saturating_sub(1).max(span.start)).end;
    let ours = |j: usize| {
        said.is(
            j,
            &[
                "i", "we", "me", "us", "my", "our", "truck", "trailer", "rig", "tractor", "myself",
            ],
        ) && !is_onlooker(said, j)
    };
    (range.start..last).any(ours)
        || span.start == 0
        || (range.start == span.start && !said.is(span.start, &["accident", "wreck", "crash"]))
        || (range.start > 0
            && said.clause_range(range.start - 1).any(ours)
            && said.is(range.start, &["and", "because", "so", "just"]))
}
