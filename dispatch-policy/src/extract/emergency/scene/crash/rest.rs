//! Where a truck ended up: "in the ditch", "up on the guardrail", and what ended up in it.

use crate::facts::EmergencyTier::High;
use crate::facts::EmergencyType::Accident;

use super::super::Finding;
use super::super::listed::listed;
use super::super::phrases::{Clause, Owner, Phrase};
use super::super::verbs::Deed;
use super::super::words::Kinds;

/// "trailer's in the ditch", "i put it in the median", "front axle's up on the guardrail".
pub(super) fn came_to_rest(clause: &Clause<'_, '_>, place: &Phrase) -> Option<Finding> {
    place.prep?;
    let prep = clause.prep(place);
    let figure = figure(clause, place);
    let ours = figure.is_none_or(|f| {
        f.is_ours()
            && f.is(Kinds::SELF
                | Kinds::RIG
                | Kinds::IT
                | Kinds::BODYWORK
                | Kinds::WHEEL
                | Kinds::WORKS
                | Kinds::LIMB)
    });
    if !ours || figure.is_some_and(|f| f.is(Kinds::GLASS) || f.is(Kinds::DEVICE) && !f.is(Kinds::BODYWORK)) {
        return None;
    }
    let way = between(clause, figure.as_ref(), place);
    let before = clause.range.start..place.start;
    let goes = deeds_in(clause, before.clone(), Deed::GO.or(Deed::TOPPLE).or(Deed::STRIKE));
    let only_is = !before.clone().any(|i| {
        !clause.is(
            i,
            listed!("is am are was were be been sitting sits stuck stopped in on"),
        ) && deeds_in(clause, i..i + 1, Deed::GO.or(Deed::TOPPLE).or(Deed::STRIKE))
    });
    let backs_into = place.is(Kinds::VEHICLE) && listed!("into against").has(prep);
    if deeds_in(clause, way.clone(), Deed::STAND) && !backs_into
        || clause.says_within(way.clone(), listed!("passing passed by past"))
    {
        return None;
    }
    if clause.is(
        place.head + 1,
        listed!("office bottom bottoms valley city road walk crossing rest area county springs"),
    ) {
        return None;
    }
    let alone = figure.is_some_and(|f| f.is(Kinds::SELF));
    let noun = clause.word(place.head);
    let span = way.start.min(place.start)..place.head + 1;
    let fast = clause.says_within(
        way,
        listed!("hung stuck wedged up jammed landed ended wound high resting"),
    );
    let hit = if place.is(Kinds::OFFROAD) {
        let scenery = listed!("woods trees canyon hillside pasture underbrush river lake").has(noun);
        match prep {
            "in" | "into" | "down" => {
                let slid = clause.said.tokens.iter().any(|t| {
                    listed!("ice slid lost skidded control wind brakes crashed swerved blew hydroplaned")
                        .has(&t.word)
                });
                goes && (!scenery || !only_is || slid || (prep == "in" && !alone && noun != "woods"))
            }
            "through" => goes && !only_is && !scenery && !clause.says(listed!("drove driving going headed")),
            "off" | "over" => goes && !only_is,
            "on" | "onto" | "against" => {
                goes && (!alone || !only_is) && !listed!("median shoulder").has(noun)
            }
            _ => false,
        }
    } else if place.is(Kinds::SOFT) {
        listed!("in into through across").has(prep)
            && goes
            && !only_is
            && displaced(clause, place.start)
            && (!listed!("yard lot dirt gravel").has(noun)
                || !clause.says_within(before, listed!("dropped put left backed drop drove")))
    } else if place.is(Kinds::OBSTACLE | Kinds::VEHICLE)
        && place.owner != Owner::Mine
        && !place.is(Kinds::RIG)
    {
        let hard = clause.says_within(
            before,
            listed!(
                "swung slid skidded drifted veered slammed smashed smacked crashed plowed jackknifed bounced spun \
                 careened hit knocked pushed shoved rear ran"
            ),
        );
        let entered = !hard
            && listed!(
                "building house gate booth garage shed barn kiosk island scale shack tollbooth canopy bridge \
             tank pump pumps"
            )
            .has(noun);
        match prep {
            "on" | "onto" | "over" => {
                goes && (!alone || fast && !only_is)
                    && !entered
                    && !listed!("curb fence sign hitch cab log bus train").has(noun)
            }
            "against" | "into" | "through" => {
                !(only_is && clause.says(listed!("lot yard back door dock waiting spot slot row")))
                    && goes
                    && (!alone || !only_is && displaced(clause, place.start))
                    && !entered
            }
            "around" => clause.says(listed!("wrapped bent")),
            "under" | "underneath" | "beneath" => {
                goes && (fast
                    || clause.says(listed!("slid went drove ran"))
                        && !noun.starts_with("bridge")
                        && !noun.starts_with("overpass"))
            }
            _ => false,
        }
    } else if place.is(Kinds::ROAD) && prep == "off" {
        goes && displaced(clause, place.start)
            && clause.says(listed!(
                "slid skidded drifted veered forced pushed shoved blew blown knocked slipped slipping \
                 sliding dropped"
            ))
    } else {
        false
    };
    hit.then(|| Finding::new(Accident, High, "came to rest", span))
}

/// "a prius under my trailer", "deer in my radiator", "glass all over my lap".
pub(super) fn came_at_us(clause: &Clause<'_, '_>, place: &Phrase) -> Option<Finding> {
    place.prep?;
    let ours = place.owner == Owner::Mine
        || place.owner == Owner::The && place.is(Kinds::RIG | Kinds::BODYWORK | Kinds::LAP);
    let thing = clause
        .phrases
        .iter()
        .rev()
        .find(|p| p.head < place.start && p.prep.is_none_or(|i| clause.is(i, listed!("of with"))))
        .copied()
        .or_else(|| clause.subject(clause.range.start))?;
    let prep = clause.prep(place);
    if !ours || thing.owner == Owner::Mine && !thing.is(Kinds::GLASS | Kinds::LOAD) {
        return None;
    }
    let noun = clause.said.word(thing.head);
    let at = clause.word(place.head);
    let start = if thing.head < clause.range.start {
        clause.range.start
    } else {
        thing.head + 1
    };
    let way = start..place.start;
    let into = listed!("in into inside through under underneath beneath against").has(prep);
    let onto = listed!("on onto across over").has(prep);
    let span = thing.start.max(clause.range.start)..place.head + 1;
    let span_starts_with_us = clause.is(thing.start, listed!("my our"));
    let hit = if thing.is(Kinds::GLASS) && place.is(Kinds::LAP | Kinds::SELF) {
        !span_starts_with_us && (into || onto)
            || place.is(Kinds::LAP) && clause.says(listed!("shattered busted came blew caved"))
    } else if (thing.is(Kinds::VEHICLE)
        || thing.owner == Owner::Theirs && thing.is(Kinds::BODYWORK | Kinds::RIG | Kinds::WHEEL))
        && !thing.is_ours()
    {
        let seen = listed!("mirror mirrors lane spot window door seat").has(at)
            || listed!("forklift jockey jack hostler").has(noun) && listed!("in inside").has(prep);
        (into || onto && listed!("hood roof bumper fender windshield").has(at))
            && place.is(Kinds::RIG | Kinds::BODYWORK | Kinds::WHEEL | Kinds::WORKS)
            && !(seen && prep != "into")
            && !clause.says_within(way, listed!("parked backed pulled stopped front loaded"))
    } else if thing.is(Kinds::LOAD) {
        matches!(prep, "through" | "into" | "over")
            && (listed!("headboard bulkhead rack windshield roof nose").has(at) || place.is(Kinds::LAP) && !clause.is(place.head, listed!("dash console")))
            && clause.says_within(way, listed!("came come shot slid flew went busted broke moved crashed punched rolled"))
    } else if thing.is(Kinds::PERSON) && !thing.is(Kinds::NOBODY) && prep == "into" {
        place.is(Kinds::RIG | Kinds::BODYWORK | Kinds::WHEEL)
            && !listed!("door cab sleeper bunk window seat").has(at)
            && clause.says_within(
                way,
                listed!(
                    "merged merging came drove turned pulled swerved moved crossed ran slid backed \
                     drifted crashed cut plowed slammed rammed smashed backing"
                ),
            )
    } else if thing.is(Kinds::ANIMAL) && !listed!("dog steer horse").has(noun) || listed!("tree trees limb limbs branch branches pole wire wires powerline powerlines sign rock rocks boulder log debris guardrail rail barrel cone fence post mattress couch cable cables ladder gantry beam girder awning streetlight stoplight brick rebar mailbox hydrant").has(noun)
    {
        (into || onto)
            && (place.is(Kinds::RIG | Kinds::BODYWORK | Kinds::WHEEL)
                || place.is(Kinds::LAP)
                || place.is(Kinds::WORKS))
            && !clause.says_within(way, listed!("loaded hauling strapped chained"))
            && !clause.says_within(
                clause.range.start..thing.start,
                listed!("hauling haul loaded carrying put got"),
            )
            && !(at == "trailer"
                && listed!("beam log cable ladder sign rebar wire girder cow bull").has(noun))
    } else {
        false
    };
    hit.then(|| Finding::new(Accident, High, "came at us", span))
}

/// The last noun without a preposition before `place`, or what the clause shares with the one before.
fn figure(clause: &Clause<'_, '_>, place: &Phrase) -> Option<Phrase> {
    clause.subject(place.start)
}

/// The words between the two.
fn between(clause: &Clause<'_, '_>, from: Option<&Phrase>, to: &Phrase) -> std::ops::Range<usize> {
    let start = from
        .filter(|p| clause.range.contains(&p.head))
        .map_or(clause.range.start, |p| p.head + 1);
    start..to.start.max(start)
}

/// Moved against his will, or to rest: not "turned into", "pulled into".
fn displaced(clause: &Clause<'_, '_>, end: usize) -> bool {
    clause.says_within(
        clause.range.start..end,
        listed!(
            "swung drove smacked rest finished slid skidded drifted veered swerved went ran ended wound landed put stuck buried nosed \
             plowed plunged rolled forced pushed shoved knocked sent sliding rode dropped bounced slipped \
             sucked dumped planted rolling slammed smashed spun blew shot careened jackknifed left rear \
             backed wedged hung laid flew tipped slide skidding"
        ),
    )
}

fn deeds_in(clause: &Clause<'_, '_>, range: std::ops::Range<usize>, any: Deed) -> bool {
    clause.deeds(any).any(|i| range.contains(&i))
}
