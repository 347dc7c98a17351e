//! Doors, lumpers, detention, how the unloading stands, and the proof of delivery.

mod about;
mod answered;
mod awaited;
mod detention;
mod done;
mod door;
mod lumper;
mod lumpers;
mod order;
mod pod;
mod states;

use std::ops::Range;

use crate::facts::{Facts, Found, Lumper, UnloadingStatus};
use crate::slot::Slot;

use super::other_driver;
use super::pattern::pat;
use super::scope;
use super::status;
use super::text::Said;

use about::{ahead, at_dock, denied_inside, is_done_with_a_rest, looks_for, on_the_road, partly, waits_for};
use detention::detention;
use lumper::lumper;
use states::STATES;

pub(super) use awaited::is_other_line;
pub(super) use door::door;
pub(super) use pod::pod;

/// Reads lumper, detention and the state of unloading.
pub(super) fn read(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    lumper(said, asked, facts);
    detention(said, asked, facts);
    state(said, asked, facts);
}

fn state(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    use UnloadingStatus::{Complete, Detention, Drop, InDoor, Unloading, WaitingForDoor, WaitingForLumper};
    let shipper = pat!("shipper|shippers|loading|loaded|pickup")
        .find(said)
        .is_some_and(|r| !said.is(r.start, &["loaded"]) || said.is(r.start + 1, &["me", "yet", "up"]))
        // "they're still throwing freight on me"
        || pat!("@handling|putting|piling|packing|slapping .. on|onto|aboard me|us|my|here !off").is_in(said);
    let mut found: Vec<(usize, Found<UnloadingStatus>)> = Vec::new();
    let at_dock = at_dock(said, asked);
    for rule in STATES.iter() {
        for span in rule.pattern.find_all(said) {
            // Words that are said of the road, of a shipper and of a dock alike.
            if QUEUE.contains(&rule.name) && !at_dock
                || PAPERS.contains(&rule.name)
                    && pat!("at|from|by|leaving|left the|my|our? shipper|shippers|pickup|plant|mill|loading")
                        .is_in(said)
                || scope::habitual(said, span.start)
            {
                continue;
            }
            if shipper && !matches!(rule.value, Complete | Drop)
                || scope::asks(said, span.start)
                || scope::believed(said, span.start)
                || scope::upon_arrival(said, span.start) && rule.name != "will be called"
                || other_driver::tells_of(said, span.start)
                || rule.value == Unloading && other_driver::is_done_to(said, &span)
                || rule.name == "in line" && is_other_line(said, span.start)
                || other_driver::is_at_another_stop(said, span.start)
                || rule.value == WaitingForDoor && status::elsewhere(said, span.start)
                || rule.value == Complete && is_done_with_a_rest(said, &span)
                || on_the_road(said, span.start) && !matches!(rule.value, Complete | Drop)
                || scope::taken_back(said, &span)
            {
                continue;
            }
            let no_inside = matches!(
                rule.name,
                "not started" | "no door" | "not given" | "lumper not here"
            );
            if !no_inside && (scope::denied(said, span.start) || denied_inside(said, &span)) {
                continue;
            }
            // "they'll buzz me when a door opens": the call is ahead, and the wait for it is now.
            let called = rule.name == "will be called";
            if (scope::supposed(said, span.start) || ahead(said, span.end - 1))
                && !matches!(rule.value, Drop)
                && !called
            {
                continue;
            }
            if rule.value == Detention && facts.detention.as_ref().is_none_or(|d| !d.value) {
                continue;
            }
            if rule.value == Complete
                && (partly(said, &span)
                    || pat!("wait~|until|till|to|hours|when|once|before")
                        .find(said)
                        .is_some_and(|r| {
                            r.end <= span.start
                                && said.clause(r.start) == said.clause(span.start)
                                && !said.is(r.start, &["to"])
                                && rule.name != "signed out"
                        }))
            {
                continue;
            }
            // "they're done with the tail end", "they told me to drop it but there's no empties"
            if rule.value == Complete
                && pat!("with|the the|my? tail|nose|front|back|half|first|side|top|part|bottom|one|rear")
                    .at(
                        said,
                        span.end - usize::from(said.is(span.end - 1, &["with", "the"])),
                    )
                    .is_some()
                || rule.value == Drop && was_meant(said, &span)
            {
                continue;
            }
            // "they're done with everybody but me"
            if rule.value == Complete
                && pat!("everybody|everyone|all|others else? but|except|before|besides me|us|mine")
                    .is_in(said)
                || rule.name == "cut loose" && said.is(span.end, &["from"])
            {
                continue;
            }
            // "i got unloaded yesterday, this is a new load"
            let clause = said.clause_range(span.start);
            let before = clause.clone().any(|i| said.is(i, &["yesterday"]))
                || said.is(clause.start.wrapping_sub(1), &["yesterday"])
                || pat!("new|another|next|different load|one|trailer")
                    .find(said)
                    .is_some_and(|r| r.start >= span.end && !looks_for(said, r.start))
                    && pat!("this|now|last|reloaded|picked").is_in(said);
            if rule.value == Complete && before {
                continue;
            }
            // "level two, they let me go": it was an inspection that let him go.
            if rule.name == "cut loose"
                && pat!("inspection|level|trooper|scale|scales|dot|officer|cop|cops|coop|weigh").is_in(said)
            {
                continue;
            }
            // "they said drop and hook but it turned into a live unload"
            let live = pat!("live unload").find(said);
            if rule.value == Drop
                && live.is_some_and(|r| r.start > span.start && !scope::denied(said, r.start))
            {
                continue;
            }
            if rule.value == Drop
                && rule.name == "dropped"
                && pat!("dropped a|an|off|my|the? wheel|lane|load bar|phone|call|guy|wife|kid|pallet|pallets")
                    .at(said, span.start)
                    .is_some()
            {
                continue;
            }
            let start = span.start;
            let state = Found {
                value: rule.value,
                words: said.words(span),
                rule: rule.name.to_owned(),
            };
            found.push((start, state));
        }
    }
    let door = facts.door.as_ref().filter(|_| !shipper);
    let stood = door.map(|d| (d, said.position(&d.words)));
    // "number five in line for door twenty two": it is his, and he is not in it.
    if let Some((d, at)) = stood.filter(|(_, at)| !waits_for(said, *at)) {
        let state = Found {
            value: InDoor,
            words: d.words.clone(),
            rule: d.rule.clone(),
        };
        found.push((at, state));
    }
    let mut found = order::settle(said, facts, found);
    if facts.detention.as_ref().is_some_and(|d| d.value)
        && let Some(d) = &facts.detention
    {
        found.push(Found {
            value: Detention,
            words: d.words.clone(),
            rule: d.rule.clone(),
        });
    }
    if let Some(l) = facts.lumper.as_ref().filter(|l| l.value == Lumper::Waiting) {
        found.push(Found {
            value: WaitingForLumper,
            words: l.words.clone(),
            rule: l.rule.clone(),
        });
    }
    // "in a door", "backed into the dock" without a number.
    if let Some(span) =
        pat!("in|at|on|into|against|to|under a|the|my|this|their dock|door|bay|hole !on|money|by")
            .find(said)
            .filter(|r| {
                !scope::denied(said, r.start)
                    && !ahead(said, r.start)
                    && !shipper
                    && !other_driver::tells_of(said, r.start)
                    && !waits_for(said, r.start)
            })
    {
        found.push(Found {
            value: InDoor,
            words: said.words(span),
            rule: "in a door".to_owned(),
        });
    }
    if at_dock
        && !shipper
        && facts.door.is_none()
        && let Some((span, rule)) = awaited::door_awaited(said)
    {
        found.push(Found {
            value: WaitingForDoor,
            words: said.words(span),
            rule: rule.to_owned(),
        });
    }
    // "don't have one", asked for his door.
    if let Some(span) = pat!("not .. have|got|get|given|assigned|see one|it|any|none|mine|$")
        .find(said)
        .filter(|_| asked == Some(Slot::Door) && facts.door.is_none())
    {
        found.push(Found {
            value: WaitingForDoor,
            words: said.words(span),
            rule: "has none".to_owned(),
        });
    }
    // Other trucks stand before him: the dock he speaks of is not his yet.
    let queue = |f: &&Found<UnloadingStatus>| {
        matches!(
            f.rule.as_str(),
            "trucks ahead" | "next up" | "number in line" | "docks are full"
        )
    };
    if facts.door.is_none()
        && let Some(f) = found.iter().find(queue).cloned()
    {
        found.retain(|f| f.value != InDoor);
        found.push(f);
    }
    let order = [
        Complete,
        Drop,
        Detention,
        WaitingForLumper,
        Unloading,
        InDoor,
        WaitingForDoor,
    ];
    facts.unloading_status = order
        .iter()
        .find_map(|v| found.iter().find(|f| f.value == *v).cloned());
}

/// Standing in a line or at a light.
const QUEUE: &[&str] = &[
    "trucks ahead",
    "next up",
    "i am next",
    "number in line",
    "told to wait",
    "said to sit",
    "waiting to be called",
    "green at the dock",
    "docks are full",
    "part of it to go",
    "so many left",
    "truck rocking",
    "hears them at it",
    "just started",
    "out in the lot",
    "some off, some to go",
    "trips with a machine",
    "a hand in the trailer",
    "the last of it",
    "back at it",
    "backed up to it",
    "some more on it",
    "part of it is out",
    "up to the nose",
    "machine goes in",
];

/// "they told me to drop it but there ain't no empties": it came to nothing.
fn was_meant(said: &Said<'_>, span: &Range<usize>) -> bool {
    pat!("told|said|wanted|want|supposed|meant|going|was me|us|it|i|we|? to|i|we|? to|just|could|would|can|?")
        .find_all(said)
        .iter()
        .any(|r| r.start < span.start && r.end >= span.start)
        && (span.end..said.len()).any(|i| said.is(i, &["but", "except", "instead"]))
}

/// Being done with papers.
const PAPERS: &[&str] = &[
    "signed out",
    "papers back",
    "bills signed",
    "signed and let go",
    "signing the bills",
    "released",
    "cut loose",
    "swept out",
    "nothing left inside",
    "papers in hand",
];
