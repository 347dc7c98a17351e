//! Trucks that give out: a part that fails, is lost, or is named as broken.

use std::sync::LazyLock;

use crate::facts::EmergencyTier::High;
use crate::facts::EmergencyType::Breakdown;

use super::Finding;
use super::listed::{Listed, listed};
use super::phrases::{Clause, Owner, Phrase};
use super::verbs::Deed;
use super::words::Kinds;

pub(super) fn judge(clause: &Clause<'_, '_>, found: &mut Vec<Finding>) {
    found.extend(
        clause
            .deeds(Deed::FAIL.or(Deed::FAIL_WITH))
            .find_map(|verb| gave_out(clause, verb)),
    );
    found.extend(clause.deeds(Deed::LOSE).find_map(|verb| lost(clause, verb)));
    found.extend(
        clause
            .phrases
            .iter()
            .find_map(|part| broken_part(clause, part).or_else(|| holed(clause, part))),
    );
    found.extend(refuses(clause));
    found.extend(stopped_working(clause));
}

/// Stops without stopping the truck.
fn is_beside(clause: &Clause<'_, '_>, part: &Phrase) -> bool {
    BESIDE.has(clause.word(part.head)) && !is_fed(clause, part.head)
}

/// "fuel pump", "air line", not a pump or a line of anything.
fn is_fed(clause: &Clause<'_, '_>, noun: usize) -> bool {
    clause.is(
        noun.wrapping_sub(1),
        listed!("air fuel oil brake coolant water injection"),
    )
}

fn is_vital(part: &Phrase) -> bool {
    part.is(Kinds::WORKS | Kinds::WHEEL) && part.is_ours()
}

/// Doors, docks, reefers and what else stops without stopping the truck.
static BESIDE: LazyLock<Listed> = LazyLock::new(|| {
    Listed::new(
        "door doors apu reefer locks lock fan pins pin slider filter filters battery charger gate \
         strap straps seat sensor load pump shoe shoes block drive drives set caps cam leaf slack \
         pan carrier",
    )
});

/// "right rear outside tire came apart", "motor won't stay lit", "transmission's toast".
fn gave_out(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let part = clause.subject(verb)?;
    if !is_vital(&part) || is_beside(clause, &part) || part.head >= verb || clause.is_negated(verb) {
        return None;
    }
    let near = verb <= part.head + 5;
    if clause.says(listed!("plan deal day week schedule")) && part.is(Kinds::WHEEL) {
        return None;
    }
    let after = verb + 1;
    let said_so = clause.says_within(
        after..after + 3,
        listed!(
            "out down off apart loose up bad flat dead itself go kaput boom bang on toast shot fried junk \
             gone busted broke broken blown done hot smoking shredded pieces bits ghost"
        ),
    );
    let direct = crate_deed(clause, verb, Deed::FAIL);
    // "tires are shot" are worn; "the brakes are down to nothing" too.
    let state = clause.is(verb, listed!("is going gone"));
    let worn = state
        && part.is(Kinds::WHEEL)
        && clause.says_within(after..after + 3, listed!("shot bad down hot on done up off out"));
    let on_time = clause.is(after, listed!("on up"))
        && (state || clause.is(verb, listed!("came come went let")))
        && !clause.says_within(after..after + 3, listed!("me us"));
    (near && (direct || said_so) && !worn && !on_time)
        .then(|| Finding::new(Breakdown, High, "a part gave out", part.start..verb + 1))
}

fn crate_deed(clause: &Clause<'_, '_>, verb: usize, any: Deed) -> bool {
    clause.deeds(any).any(|i| i == verb)
}

/// "lost all her power", "dumped every drop of coolant", "threw a rod".
fn lost(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    if !clause.is_about_us(verb) || clause.is_negated(verb) {
        return None;
    }
    let what = clause.after(verb).next().filter(|p| p.start <= verb + 5)?;
    let noun = clause.word(what.head);
    let direct = what.prep.is_none() || listed!("of up out").has(clause.prep(what));
    // Air bags are dumped to hook a trailer.
    let vented = clause.is(verb, listed!("dumped dumping"))
        && !listed!("oil coolant antifreeze fluid transmission hydraulic").has(noun);
    let fluid = what.is(Kinds::FLUID)
        && clause.is(
            verb,
            listed!(
                "lost losing lose loses dumped dumping puking puked leaking spitting spewing slinging spraying pouring gushing \
                 throwing pissing"
            ),
        )
        && !listed!("reverse fuel diesel water drive charge").has(noun)
        && !vented;
    let part = what.is(Kinds::WORKS | Kinds::WHEEL)
        && what.owner != Owner::Theirs
        && !clause.is(verb, listed!("dumped dumping"))
        && !is_beside(clause, what)
        && !clause.is(verb, listed!("tore leaked bleeding burned"));
    let elsewhere = clause.says(listed!("plant warehouse dock building store reefer apu phone"));
    (direct && (fluid || part) && !elsewhere)
        .then(|| Finding::new(Breakdown, High, "lost a part", verb..what.head + 1))
}

/// "got a busted radiator", "my driveshaft's laying in the road".
fn broken_part(clause: &Clause<'_, '_>, part: &Phrase) -> Option<Finding> {
    if !part.is(Kinds::WORKS | Kinds::WHEEL) || matches!(part.owner, Owner::Theirs) || is_beside(clause, part)
    {
        return None;
    }
    let how = (part.start..part.head).find(|&i| {
        clause.is(
            i,
            listed!(
                "busted broken blown snapped seized shredded cracked ruptured burst popped exploded fried \
                 blowed dead locked sheared separated collapsed frozen broke split severed"
            ),
        )
    });
    let mine = clause.subject(part.start).is_none_or(|s| s.is_ours())
        && clause.says_within(
            clause.range.start..part.start,
            listed!("got have with i is has had found"),
        );
    let lies = || {
        (part.head + 1..(part.head + 5).min(clause.range.end)).find(|&i| {
            clause.is(
                i,
                listed!("laying lying hanging dragging rolling bouncing somewhere"),
            ) && part.owner == Owner::Mine
                && clause.says_within(
                    i + 1..i + 6,
                    listed!(
                        "road highway lane ground behind ditch interstate pavement freeway median down \
                         off by"
                    ),
                )
        })
    };
    let at = how.filter(|_| mine).or_else(lies)?;
    Some(Finding::new(
        Breakdown,
        High,
        "a broken part",
        part.start.min(at)..part.head.max(at) + 1,
    ))
}

/// "there's a hole in my radiator", "my oil pan's got a crack in it".
fn holed(clause: &Clause<'_, '_>, part: &Phrase) -> Option<Finding> {
    let noun = clause.word(part.head);
    if !part.is(Kinds::WORKS | Kinds::WHEEL)
        || !part.is_ours()
        || !listed!("in through").has(clause.prep(part))
        || listed!("muffler exhaust").has(noun)
    {
        return None;
    }
    let hole = (part.start.saturating_sub(4).max(clause.range.start)..part.start)
        .find(|&i| clause.is(i, listed!("hole holes crack gash split rip puncture")))?;
    (!clause.is_negated(hole)).then(|| Finding::new(Breakdown, High, "holed", hole..part.head + 1))
}

/// "tranny won't pull no gear", "motor does not want to start".
fn refuses(clause: &Clause<'_, '_>) -> Option<Finding> {
    let not = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("not refuses hardly barely")))?;
    let part = clause.subject(not)?;
    let verb = (not + 1..(not + 5).min(clause.range.end)).find(|&i| {
        clause.is(
            i,
            listed!(
                "start starting pull pulling shift shifting crank cranking fire build building engage \
                 disengage release budge run running rev grab move turn work working charge charging \
                 catch"
            ),
        )
    })?;
    let later = clause.says_within(
        verb + 1..verb + 4,
        listed!("until till today on with without before"),
    );
    (is_vital(&part) && !is_beside(clause, &part) && part.head < not && !later)
        .then(|| Finding::new(Breakdown, High, "refuses", part.start..verb + 1).denying())
}

/// "my truck stopped working", "steering went haywire".
fn stopped_working(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        clause.is(i, listed!("stopped quit")) && clause.is(i + 1, listed!("working running pulling"))
            || clause.is(i, listed!("went")) && clause.is(i + 1, listed!("haywire crazy berserk nuts"))
            || clause.is(i, listed!("not"))
                && clause.is(
                    i + 1,
                    listed!("working engage engaging respond responding running"),
                )
    })?;
    let part = clause.subject(verb)?;
    let ours = (is_vital(&part) || part.is(Kinds::RIG) && part.is_ours()) && !is_beside(clause, &part);
    (ours && part.head < verb && verb <= part.head + 4)
        .then(|| Finding::new(Breakdown, High, "stopped working", part.start..verb + 2).denying())
}
