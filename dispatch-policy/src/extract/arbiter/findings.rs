//! What the arbiter sees beside the words: what was asked, and what the rules made of the answer.

use crate::extract::learned::key;
use crate::facts::{Facts, Found};
use crate::place::facility_name;
use crate::slot::Slot;

use super::question::{DELAY, DOCK, LUMPER, Question, STATUS};

/// Calls `see` with the key of each.
pub(super) fn each(asked: Option<Slot>, facts: &Facts, mut see: impl FnMut(u64)) {
    visit(asked, facts, |name| see(key(name)));
}

/// Calls `see` with the pieces of each name. None looks like a word's.
pub(super) fn visit(asked: Option<Slot>, facts: &Facts, mut see: impl FnMut(&[&str])) {
    see(&["asked=", asked.map_or("", Slot::as_str)]);
    found(&STATUS, facts.driver_status.as_ref(), &mut see);
    found(&DOCK, facts.unloading_status.as_ref(), &mut see);
    found(&LUMPER, facts.lumper.as_ref(), &mut see);
    found(&DELAY, facts.delay_reason.as_ref(), &mut see);
    see(&[
        "all=",
        STATUS.name(facts.driver_status.as_ref().map(|f| f.value)),
        "/",
        DOCK.name(facts.unloading_status.as_ref().map(|f| f.value)),
        "/",
        DELAY.name(facts.delay_reason.as_ref().map(|f| f.value)),
    ]);
    let location = facts.location.as_ref().map(|found| &found.value);
    for (name, there) in [
        ("has=eta", facts.eta.is_some()),
        ("has=vague eta", facts.eta.as_ref().is_some_and(|e| e.value.vague)),
        ("has=lateness", facts.delay_minutes.is_some()),
        ("has=road", location.is_some_and(|l| l.highway.is_some())),
        ("has=town", location.is_some_and(|l| l.city.is_some())),
        ("has=door", facts.door.is_some()),
        ("has=wait", facts.wait_minutes.is_some()),
        ("has=miles", facts.remaining_miles.is_some()),
        ("has=clock", facts.hos_remaining_minutes.is_some()),
        ("has=callback", facts.callback.is_some()),
        ("has=emergency", facts.emergency.is_some()),
    ] {
        if there {
            see(&[name]);
        }
    }
    if let Some(facility) = location.and_then(|l| l.facility) {
        see(&["at=", facility_name(facility)]);
    }
    if let Some(eta) = &facts.eta {
        see(&["eta by ", &eta.rule]);
    }
}

/// What the rules answer to a question, and by which rule.
fn found<T: Copy + PartialEq>(
    question: &Question<T>,
    found: Option<&Found<T>>,
    see: &mut impl FnMut(&[&str]),
) {
    let answer = question.name(found.map(|found| found.value));
    see(&[question.key, "=", answer]);
    if let Some(found) = found {
        see(&[question.key, " by ", &found.rule]);
    }
}
