//! Why the truck is late.

mod causes;
mod docks;
mod others;
mod road;
mod topics;
mod weigh;

use crate::facts::{DelayReason, DriverStatus, Facts, Found};

use super::pattern::{Rule, pat};
use super::scope;
use super::status;
use super::text::Said;

use causes::CAUSES;

/// Reads the cause of a delay.
pub(super) fn read(said: &Said<'_>, facts: &mut Facts, asked: bool) {
    let driving = facts
        .driver_status
        .as_ref()
        .is_some_and(|s| s.value == DriverStatus::Driving && s.rule == "on time");
    let on_time = status::on_time(said);
    let late = asked
        || facts.delay_minutes.is_some()
        || facts
            .driver_status
            .as_ref()
            .is_some_and(|s| s.value == DriverStatus::Delayed);
    let mut found: Vec<(i8, usize, Found<DelayReason>)> = Vec::new();
    let one_lane = pat!("one|single lane").is_in(said);
    for rule in CAUSES.iter() {
        for span in rule.pattern.find_all(said) {
            // "construction's all done now": told as over, and no cause of anything.
            // "pouring concrete": no rain.
            if rule.name == "weather" && said.is(span.end, &["concrete", "cement", "asphalt", "tar"]) {
                continue;
            }
            let is_over = !late
                && pat!("is|are|has|have all|been|just? done|over|finished|cleared|gone|behind|open")
                    .at(said, span.end)
                    .is_some();
            if is_over
                || !late && scope::habitual(said, span.start)
                || !is_but_for(said, span.start)
                    && (is_denied(said, &span)
                        || scope::conditional(said, span.start) && !ended_by(said, span.start))
                || is_fine(said, span.start)
                || weigh::is_dismissed(said, &span)
                || scope::believed(said, span.start)
                || !late && scope::past(said, span.start)
                || reads_other_than_inspected(rule, said, &span)
                || !late && scope::planned(said, span.start)
                || is_planned(said, &span)
            {
                continue;
            }
            if !speaks_for_delay(rule, said, &span, late) {
                continue;
            }
            let mut weight = if rule.value == DelayReason::Traffic { 1 } else { 2 };
            if matches!(rule.name, "crawl" | "nobody goes") || rule.value == DelayReason::Other {
                weight = 0;
            }
            // A crash ahead is why there is one lane left.
            if rule.name == "lights ahead" {
                weight = 3;
            }
            if matches!(rule.name, "crash of others" | "fire of others") {
                weight = if one_lane { 3 } else { 1 };
            }
            // "the receiver's so backed up": whose place it is.
            let mut reason = rule.value;
            if matches!(rule.name, "backed up" | "crawl" | "traffic")
                && let Some(of) = backed_up_at(said, span.start)
            {
                reason = of;
                weight = 2;
            }
            if reason == DelayReason::Mechanical && others::is_anothers(said, &span) {
                reason = DelayReason::Traffic;
                weight = 1;
            }
            weight += weigh::standing(said, &span);
            let f = Found {
                value: reason,
                words: said.words(span.clone()),
                rule: rule.name.to_owned(),
            };
            found.push((weight, span.start, f));
        }
    }
    // "a cement truck laid over on the ramp": a wreck by what the other did.
    if let Some(span) = others::wrecks(said) {
        let weight = 1 + weigh::standing(said, &span);
        let f = Found {
            value: DelayReason::Traffic,
            words: said.words(span.clone()),
            rule: "wreck of others".to_owned(),
        };
        found.push((weight, span.start, f));
    }
    // "customs kept us, but now we're right on schedule": over, and no delay.
    if driving && !asked && facts.delay_minutes.is_none() {
        found.clear();
    }
    // The heaviest; of equals the one said first.
    found.sort_by_key(|(weight, at, _)| (std::cmp::Reverse(*weight), *at));
    // What no list names by itself; a plain word for a cause stands before "something else", and before what is only
    // mentioned.
    let vague = found
        .first()
        .is_none_or(|(weight, _, f)| f.value == DelayReason::Other || *weight < 1);
    facts.delay_reason = found.into_iter().next().map(|(_, _, f)| f);
    if vague && late && !on_time {
        facts.delay_reason = topics::read(said).or(facts.delay_reason.take());
    }
    if asked && facts.delay_minutes.is_none() && denies_lateness(said) {
        facts.delay_reason = None;
    }
    let on_time = on_time || asked && denies_lateness(said);
    if facts.delay_reason.is_none() && on_time && facts.delay_minutes.is_none() {
        let words = said.words(0..said.len());
        facts.delay_reason = Some(Found {
            value: DelayReason::None,
            words,
            rule: "on time".to_owned(),
        });
    }
}

/// "who says i'm late", "there's nothing holding me up": asked why, he is not.
fn denies_lateness(said: &Said<'_>) -> bool {
    let late = pat!("late|behind|delayed|delay").find(said);
    late.is_some_and(|r| {
        said.clause_range(r.start).start > 0 && scope::is_contested(said, said.clause_range(r.start).start)
    }) || pat!(
        "nothing|nobody|noone is|am|? holding|slowing|delaying|keeping me|us|it|nothing|? up|back|down|?"
    )
    .is_in(said)
        || pat!("not|never .. told|said|say .. late|behind|delayed").is_in(said)
}

/// Asked why, he gives a reason that is on no list: it is one all the same.
pub(super) fn in_his_own_words(said: &Said<'_>, facts: &mut Facts) {
    let something_else = facts.delay_reason.is_some()
        || facts.emergency.is_some()
        || facts.eta.is_some()
        || facts.delay_minutes.is_some()
        || matches!(
            facts.driver_status.as_ref().map(|s| s.value),
            Some(DriverStatus::Driving | DriverStatus::Arrived | DriverStatus::Unloading)
        )
        || facts.unloading_status.is_some()
        || facts.language.is_some();
    let told = tells(said) || said.len() >= 4 && facts.location.is_none();
    let denies = pat!("^ no|nah|nope|not|nothing|none|never").is_in(said)
        || pat!("not know|sure|late|saying|telling|tell|remember|care|your|really").is_in(said);
    if !something_else && !denies && told {
        facts.delay_reason = Some(Found {
            value: DelayReason::Other,
            words: said.words(0..said.len()),
            rule: "in his own words".to_owned(),
        });
    }
}

/// Something that happened: "my dog got loose", "i had to chase him down".
fn tells(said: &Said<'_>) -> bool {
    said.len() >= 6
        && pat!("had|got|went|took|left|made|kept|ran|lost|forgot|came|told|called|was|were|would|could|did|gave|sent|put|broke|needed|wanted|stopped|waited|missed|turned|spilled|dropped")
            .is_in(said)
}

/// Denied itself. "not the rain the roadwork": the denial covers its own words, and not the next thing that is named.
/// "it's not because of the snow": the cause stands in a clause of its own.
fn is_denied(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    if says_no_itself(said, span) {
        return false;
    }
    let clause = said.clause_range(span.start);
    let before = said.is(clause.start.wrapping_sub(1), &["not"])
        && said.is(clause.start, &["because"])
        && !said.is(clause.start.wrapping_sub(2), &["why"]);
    let named_since = |not: usize| {
        let articles =
            (not + 1..span.start).filter(|&i| said.is(i, &["the", "a", "my", "all", "this", "these"]));
        articles.count() >= 2 && !(not + 1..span.start).any(|i| said.is(i, &["or", "nor", "and", "of"]))
    };
    let not = (clause.start..span.start).rev().find(|&i| said.is(i, &["not"]));
    // "what i can't stand is a shipper that ...": the denial belongs to the question.
    let is = span.start.saturating_sub(2).max(clause.start)..span.start;
    let cleft = (0..span.start).any(|i| said.is(i, &["what"]))
        && is
            .clone()
            .any(|i| said.is(i, &["is", "was"]) && !said.is(i + 1, &["not"]));
    // "it wouldn't start this morning, batteries were flat": the subject of a verb of its own.
    let own_verb = not
        .is_some_and(|n| span.start - n > 2 && !said.is(n + 1, &["that", "because", "like", "as"]))
        && said.is(
            span.start + 1,
            &[
                "was", "were", "is", "are", "had", "went", "quit", "died", "froze", "gelled", "let", "blew",
            ],
        );
    if cleft || own_verb {
        return false;
    }
    before || scope::denied(said, span.start) && !not.is_some_and(named_since)
}

/// "if it wasn't for the snow i'd be there": it is there.
fn is_but_for(said: &Said<'_>, i: usize) -> bool {
    pat!("if it|? is|was|were|had? not been? for")
        .find_all(said)
        .iter()
        .any(|r| r.end <= i && i - r.end <= 4)
}

/// "i was fine till they shut the pass down": it came to pass.
pub(super) fn ended_by(said: &Said<'_>, i: usize) -> bool {
    let clause = said.clause_range(i);
    (clause.start..=i).any(|j| {
        said.is(j, &["till", "until"])
            && pat!("was|were|been|had|made|doing|going|rolling|running")
                .all_within(said, 0..j)
                .next()
                .is_some()
            && !said
                .clause_range(j)
                .any(|k| said.is(k, &["will", "open", "opens", "lets", "clears"]))
    })
}

/// "cops have everybody stopped for a wreck", "wrote me up for a marker light": who stops whom, and for what.
fn reads_other_than_inspected(
    rule: &Rule<DelayReason>,
    said: &Said<'_>,
    span: &std::ops::Range<usize>,
) -> bool {
    match rule.value {
        DelayReason::Inspection => {
            matches!(rule.name, "police" | "officer at the truck")
                && pat!("wreck|wrecks|accident|crash|crashed|pileup|closed|detour|everybody|everyone|lanes|traffic|rollover|funeral|parade")
                    .is_in(said)
        }
        // The light at the dock.
        DelayReason::Mechanical
            if span.clone().any(|i| said.is(i, &["light", "lights"]))
                && said.clause_range(span.start).any(|i| said.is(i, &["red", "green"])) =>
        {
            true
        }
        DelayReason::Mechanical => {
            let start = said.clause_range(span.start).start.max(span.start.saturating_sub(4));
            (start..span.start).any(|i| said.is(i, &["for", "over", "about", "because"]))
                && pat!("@officer|ticket|ticketed|citation|cited|wrote|dinged|fined|inspection|scale|coop")
                    .find(said)
                    .is_some_and(|r| r.end <= span.start)
        }
        _ => false,
    }
}

/// "traffic's light", "truck's fine", "weather's pretty as a picture": what is well holds nobody up.
pub(super) fn is_fine(said: &Said<'_>, at: usize) -> bool {
    let good = pat!(
        "is|are|was|were|been|looks|running all|real|really|pretty|not|super|very|still|running|moving|so|too|just? light|fine|good|great|clear|nice|perfect|okay|right|bad|thin|flowing|smooth|pretty|beautiful|dry|open|clean|moving|decent|wonderful|strong|easy|nothing|solid"
    );
    // "we're good on the truck"
    let good_on = pat!("good|fine|okay|clear|happy|set on|with|about the|my|our|?")
        .find_all(said)
        .iter()
        .any(|r| r.end == at && !scope::denied(said, r.start));
    good_on
        || good.at(said, at + 1).is_some_and(|end| {
            let bad = said.is(end - 1, &["bad"]);
            let denied = (at + 1..end - 1).any(|i| said.is(i, &["not"]));
            bad == denied && !said.is(end - 1, &["light"]) | !said.is(end, &["out", "is", "on", "pole"])
        })
}

/// "no doors", "not loaded": the "no" belongs to the cause.
fn says_no_itself(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    span.clone().any(|i| said.is(i, &["no", "not", "without"]))
}

/// "gotta stop for fuel", "going to take my ten": not a delay unless late.
fn is_planned(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    // "give or take ten" is no break.
    if pat!("give or take")
        .find_all(said)
        .iter()
        .any(|r| span.contains(&(r.end - 1)))
    {
        return true;
    }
    let range = said.clause_range(span.start);
    (range.start..span.start).any(|i| said.is(i, &["what", "how", "where", "who"])) && range.start == 0
}

/// Whether a phrase is a cause here, or only a place or a passing remark.
fn speaks_for_delay(
    rule: &Rule<DelayReason>,
    said: &Said<'_>,
    span: &std::ops::Range<usize>,
    late: bool,
) -> bool {
    match rule.value {
        DelayReason::Inspection => {
            late || !matches!(rule.name, "scale")
                || said.is(span.end - 1, &["pulled", "held", "stuck", "backed", "line"])
        }
        DelayReason::Other => late,
        DelayReason::ReceiverDelay => {
            late || !matches!(
                rule.name,
                "last stop"
                    | "nobody to unload"
                    | "crew is out"
                    | "fault of the receiver"
                    | "no doors"
                    | "the stop before"
                    | "where the last one went"
            )
        }
        DelayReason::ShipperDelay => {
            late || !matches!(
                rule.name,
                "fault of the shipper" | "building the order" | "before they load" | "where it was picked up"
            )
        }
        DelayReason::HoursOfService => {
            late || matches!(
                rule.name,
                "out of hours" | "ran out" | "hours" | "clock" | "break" | "shut down" | "hos"
            )
        }
        DelayReason::Traffic if rule.name == "crash of others" => {
            !pat!("i|we was|were|got|been|had|am|have in? a|an")
                .find_all(said)
                .iter()
                .any(|r| r.end == span.start)
        }
        _ => true,
    }
}

/// The place whose line or crowd it is, when the clause names one before.
fn backed_up_at(said: &Said<'_>, at: usize) -> Option<DelayReason> {
    let clause = said.clause_range(at);
    (clause.start..at).rev().find_map(|i| match said.word(i) {
        "receiver" | "receivers" | "consignee" | "customer" | "warehouse" | "dock" | "docks"
        | "receiving" | "dc" | "doors" => Some(DelayReason::ReceiverDelay),
        "shipper" | "shippers" | "loading" | "pickup" | "loaders" | "plant" | "mill" => {
            Some(DelayReason::ShipperDelay)
        }
        "scale" | "scales" | "coop" | "customs" | "border" | "inspection" | "checkpoint" | "crossing" => {
            Some(DelayReason::Inspection)
        }
        _ => None,
    })
}
