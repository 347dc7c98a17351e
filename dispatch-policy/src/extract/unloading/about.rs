//! What stands around a phrase of the dock: whether it is of now, of the whole load, and of a dock at all.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::slot::Slot;

/// "staged on the shoulder": no dock is near.
pub(super) fn on_the_road(said: &Said<'_>, i: usize) -> bool {
    pat!("on|along the|this? shoulder|highway|interstate|freeway|ramp|turnpike")
        .find_all(said)
        .iter()
        .any(|r| said.clause(r.start) == said.clause(i))
}

/// A dock was asked about, or is spoken of.
pub(super) fn at_dock(said: &Said<'_>, asked: Option<Slot>) -> bool {
    matches!(asked, Some(Slot::Door | Slot::Lumper | Slot::Detention | Slot::Unloading | Slot::Pod))
        || pat!("dock|docks|door|doors|bay|unload~|offload~|lumper|lumpers|receiver|receivers|receiving|consignee|customer|warehouse|guard|shack|forklift|yard|lot|gate|checked|trailer|pallet|pallets|skids|empty|detention").is_in(said)
}

/// "waiting on a door", "they're holding me for a dock".
pub(super) fn waits_for(said: &Said<'_>, dock: usize) -> bool {
    let clause = said.clause_range(dock);
    (clause.start.max(dock.saturating_sub(4))..dock + 1)
        .any(|i| said.is(i, &["wait", "waiting", "waited", "for", "hold", "holding"]))
}

/// "looking for my next one", "waiting on another load": he has none yet.
pub(super) fn looks_for(said: &Said<'_>, load: usize) -> bool {
    (said.clause_range(load).start.max(load.saturating_sub(4))..load).any(|i| {
        said.is(
            i,
            &[
                "for", "wait", "waiting", "need", "want", "find", "finding", "ready", "hunting", "to",
            ],
        )
    })
}

/// "got done with my break".
pub(super) fn is_done_with_a_rest(said: &Said<'_>, span: &Range<usize>) -> bool {
    (span.start..(span.end + 3).min(said.clause_range(span.start).end)).any(|i| {
        said.is(
            i,
            &[
                "break",
                "ten",
                "thirty",
                "nap",
                "shower",
                "lunch",
                "dinner",
                "breakfast",
                "fueling",
                "inspection",
                "pretrip",
                "reset",
                "eating",
                "sleeping",
            ],
        ) && !said.is(i.wrapping_sub(1), &["since", "at", "by", "before"])
            && !said.is(i + 1, &["minutes", "hours", "ago"])
    })
}

/// "almost empty", "half unloaded", "not done".
pub(super) fn partly(said: &Said<'_>, span: &Range<usize>) -> bool {
    // "half of the trailer is empty"
    let clause = said.clause_range(span.start);
    let share = (clause.start..span.start).any(|i| {
        said.is(
            i,
            &[
                "half", "third", "thirds", "quarter", "quarters", "part", "most", "some", "percent",
                "fourths",
            ],
        )
    });
    if share && (span.clone()).any(|i| said.is(i, &["empty", "unloaded", "offloaded", "off", "out", "gone"]))
    {
        return true;
    }
    // "they're pulling the last of it off right now"
    let going_on = (clause.start..span.start).any(|i| {
        said.is(
            i,
            &[
                "pulling",
                "taking",
                "getting",
                "bringing",
                "working",
                "unloading",
                "hauling",
                "carrying",
            ],
        )
    });
    if going_on && span.clone().any(|i| said.is(i, &["last", "final", "rest"])) {
        return true;
    }
    (span.start.saturating_sub(2)..span.end).any(|i| {
        said.is(
            i,
            &[
                "almost",
                "nearly",
                "half",
                "halfway",
                "partially",
                "mostly",
                "not",
                "about",
                "getting",
                "being",
                "an",
                "hooked",
                "hook",
            ],
        ) && !(said.is(i, &["about"]) && i >= span.end)
    }) || said.is(span.end, &["trailer", "wagon", "in", "miles"]) && !said.is(span.end, &["in"])
}

pub(super) fn denied_inside(said: &Said<'_>, span: &Range<usize>) -> bool {
    span.clone().skip(1).any(|i| said.is(i, &["not", "never"]))
}

/// "they said two hours to get me unloaded", "i'll be empty by five": not yet.
pub(super) fn ahead(said: &Said<'_>, i: usize) -> bool {
    let range = said.clause_range(i);
    (range.start..i + 1).any(|j| {
        said.is(
            j,
            &[
                "will", "would", "should", "when", "once", "until", "till", "before", "supposed", "hours",
                "after",
            ],
        ) && (!said.is(j, &["hours"]) || said.is(j + 1, &["to"]))
    })
}
