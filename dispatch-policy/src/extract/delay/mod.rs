//! Why the truck is late.

mod causes;

use crate::facts::{DelayReason, DriverStatus, Facts, Found};

use super::pattern::{Rule, pat};
use super::scope;
use super::status;
use super::text::Said;

use causes::CAUSES;

/// Reads the cause of a delay.
pub(super) fn read(said: &Said<'_>, facts: &mut Facts, asked: bool) {
    let on_time = status::on_time(said);
    let late = asked
        || facts.delay_minutes.is_some()
        || facts
            .driver_status
            .as_ref()
            .is_some_and(|s| s.value == DriverStatus::Delayed);
    let mut found: Vec<(u8, usize, Found<DelayReason>)> = Vec::new();
    let one_lane = pat!("one|single lane").is_in(said);
    for rule in CAUSES.iter() {
        for span in rule.pattern.find_all(said) {
            if scope::denied(said, span.start) && !says_no_itself(said, &span)
                || scope::conditional(said, span.start)
                || !late && scope::planned(said, span.start)
                || is_planned(said, &span)
            {
                continue;
            }
            if !speaks_for_delay(rule, said, &span, late) {
                continue;
            }
            let mut weight = if rule.value == DelayReason::Traffic { 1 } else { 2 };
            if rule.name == "crawl" || rule.value == DelayReason::Other {
                weight = 0;
            }
            // A crash ahead is why there is one lane left.
            if matches!(rule.name, "crash of others" | "fire of others") {
                weight = if one_lane { 3 } else { 1 };
            }
            if is_main(said, span.start) {
                weight += 4;
            } else if is_reason(said, span.start) {
                weight += 2;
            }
            let f = Found {
                value: rule.value,
                words: said.words(span.clone()),
                rule: rule.name.to_owned(),
            };
            found.push((weight, span.start, f));
        }
    }
    // The heaviest; of equals the one said first.
    found.sort_by_key(|(weight, at, _)| (std::cmp::Reverse(*weight), *at));
    facts.delay_reason = found.into_iter().next().map(|(_, _, f)| f);
    if facts.delay_reason.is_none() && on_time && facts.delay_minutes.is_none() {
        let words = said.words(0..said.len());
        facts.delay_reason = Some(Found {
            value: DelayReason::None,
            words,
            rule: "on time".to_owned(),
        });
    }
}

/// Asked why, he gives a reason that is on no list: it is one all the same.
pub(super) fn in_his_own_words(said: &Said<'_>, facts: &mut Facts) {
    let something_else = facts.delay_reason.is_some()
        || facts.emergency.is_some()
        || facts.location.is_some()
        || facts.eta.is_some()
        || facts.delay_minutes.is_some()
        || facts.driver_status.is_some()
        || facts.unloading_status.is_some()
        || facts.language.is_some();
    let denies = (0..said.len()).any(|i| said.is(i, &["not", "no", "nothing", "never", "none", "nobody"]));
    if !something_else && !denies && said.len() >= 4 {
        facts.delay_reason = Some(Found {
            value: DelayReason::Other,
            words: said.words(0..said.len()),
            rule: "in his own words".to_owned(),
        });
    }
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
                "last stop" | "nobody to unload" | "crew is out" | "fault of the receiver"
            )
        }
        DelayReason::ShipperDelay => late || rule.name != "fault of the shipper",
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

fn is_main(said: &Said<'_>, i: usize) -> bool {
    (i.saturating_sub(5)..i).any(|j| {
        said.is(
            j,
            &[
                "mostly",
                "mainly",
                "main",
                "primarily",
                "biggest",
                "real",
                "really",
                "actually",
                "especially",
                "worst",
                "rather",
            ],
        )
    }) || pat!("more|it the|is")
        .find_all(said)
        .iter()
        .any(|r| r.end == i && said.is(r.start, &["more"]))
}

fn is_reason(said: &Said<'_>, i: usize) -> bool {
    let clause = said.clause_range(i).start;
    (clause.max(i.saturating_sub(5))..i)
        .any(|j| said.is(j, &["because", "due", "from", "blame", "thanks", "account", "by"]))
}
