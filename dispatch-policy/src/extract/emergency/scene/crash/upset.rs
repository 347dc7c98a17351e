//! A truck that lost its footing, and what one sees from its cab.

use crate::facts::EmergencyTier::High;
use crate::facts::EmergencyType::Accident;

use super::super::Finding;
use super::super::listed::listed;
use super::super::phrases::{Clause, Owner};
use super::super::words::Kinds;

/// "airbags went off", "the air bag's in my face".
pub(super) fn airbags(clause: &Clause<'_, '_>) -> Option<Finding> {
    let bag = clause.range.clone().find(|&i| {
        clause.is(i, listed!("airbag airbags"))
            || clause.is(i, listed!("air")) && clause.is(i + 1, listed!("bag bags"))
    })?;
    let fired = (bag + 1..(bag + 7).min(clause.range.end)).find(|&i| {
        clause.is(i, listed!("deployed deploy inflated"))
            || clause.is(i, listed!("went go gone going")) && clause.is(i + 1, listed!("off"))
            || clause.is(i, listed!("popped came blew hit got is exploded"))
                && clause.says_within(i + 1..i + 5, listed!("face me"))
            || clause.is(i, listed!("popped came")) && clause.is(i + 1, listed!("out off"))
    })?;
    let denied = clause.is_negated(fired);
    (!denied).then(|| Finding::new(Accident, High, "airbags", bag..fired + 1))
}

/// "looking at the sky through my door", "hanging in my seat belt", "buried to the axles".
pub(super) fn seen_from_the_cab(clause: &Clause<'_, '_>) -> Option<Finding> {
    let sky = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("sky ground grass pavement asphalt dirt clouds")))
        .filter(|&i| {
            clause.says_within(i + 1..i + 4, listed!("through out thru"))
                && clause.says_within(i + 2..i + 8, listed!("door window windshield roof"))
                && clause.says_within(clause.range.start..i, listed!("looking see seeing staring look"))
                && (!clause.is(i, listed!("sky clouds"))
                    || !clause.says_within(i..i + 8, listed!("windshield")))
        });
    let hanging = || {
        clause.range.clone().find(|&i| {
            clause.is(i, listed!("hanging hung dangling held"))
                && clause.says_within(i + 1..i + 6, listed!("belt seatbelt belts"))
        })
    };
    let sunk = || {
        clause.range.clone().find(|&i| {
            clause.is(i, listed!("buried sunk sank sinking"))
                && clause.says_within(
                    i + 1..i + 6,
                    listed!("axle axles hub hubs frame bumper rims tanks fenders doors"),
                )
                && clause.is_about_us(i)
        })
    };
    // "sitting on its roof", "laid over on her side": "its" comes as "it is".
    let over = || {
        clause.range.clone().find(|&i| {
            let at = i + 2;
            clause.is(i, listed!("on onto"))
                && (clause.is(i + 1, listed!("its her his"))
                    && clause.is(
                        at,
                        listed!("side roof lid ear belly nose top head back door flank knees"),
                    )
                    || clause.is(i + 1, listed!("my the"))
                        && clause.is(at, listed!("roof lid side"))
                        && clause.is(
                            i.wrapping_sub(1),
                            listed!("laying lying over laid down landed resting sitting"),
                        ))
                && !clause.is(at + 1, listed!("of door window step steps"))
                && clause.subject(i).is_none_or(|s| {
                    s.is_ours() && (s.is(Kinds::RIG | Kinds::IT | Kinds::BODYWORK) || s.is(Kinds::SELF))
                })
                && !clause.says_within(
                    clause.range.start..i,
                    listed!("labels written says number sticker placard stuff"),
                )
        })
    };
    let at = sky.or_else(hanging).or_else(sunk).or_else(over)?;
    Some(Finding::new(Accident, High, "seen from the cab", at..at + 1))
}

/// "the trailer came around and met the cab", "back end kicked out on me", "she folded up".
pub(super) fn swung_round(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        let turned = clause.is(
            i,
            listed!("came come swung spun whipped slid slung went kicked stepped broke got coming swinging"),
        ) && (clause.is(i + 1, listed!("around sideways crossways crooked"))
            || clause.is(i, listed!("kicked stepped slid"))
                && clause.is(i + 1, listed!("out"))
                && clause.says(listed!("me us ice rain snow curve ramp"))
            || clause.is(i, listed!("got broke"))
                && clause.is(i + 1, listed!("away loose"))
                && clause.is(i + 2, listed!("from on"))
                && clause.is(i + 3, listed!("me")));
        let folded = clause.is(i, listed!("folded jackknifed buckled"))
            && (clause.is(i + 1, listed!("up on in like")));
        let met = clause.is(i, listed!("met hit kissed caught slapped smacked"))
            && clause.says_within(i + 1..i + 5, listed!("cab tractor sleeper truck"))
            && !clause.says(listed!("another other"));
        turned || folded || met
    })?;
    let subject = clause.subject(verb)?;
    let ours = subject.is_ours()
        && subject.owner != Owner::Any
        && (subject.is(Kinds::RIG | Kinds::IT) || clause.is(subject.head, listed!("end backend rear")))
        && !clause.is_negated(verb);
    let it_came = subject.is(Kinds::IT) && clause.is(verb, listed!("came come went got coming swinging"));
    let meant = clause.says(listed!("nice straight easy fine good perfect smooth right"));
    (ours && !it_came && !meant)
        .then(|| Finding::new(Accident, High, "swung round", subject.start.min(verb)..verb + 2))
}

/// "my coils are all over the interstate", "dropped the trailer on the ramp".
pub(super) fn spilled(clause: &Clause<'_, '_>) -> Option<Finding> {
    let road = clause.phrases.iter().find(|p| {
        (p.is(Kinds::ROAD | Kinds::OFFROAD)) && listed!("on over across in into onto").has(clause.prep(p))
    })?;
    let thing = clause
        .phrases
        .iter()
        .find(|p| p.head < road.start && p.is(Kinds::LOAD | Kinds::RIG) && p.is_ours())?;
    let way = clause.range.start..road.start;
    let strewn = clause.says_within(
        way.clone(),
        listed!(
            "over across came scattered spilled dumped everywhere strewn fell falling rolled slid lost \
             spilling"
        ),
    );
    let dropped = thing.is(Kinds::RIG)
        && clause.says_within(way, listed!("dropped unhooked lost"))
        && road.is(Kinds::ROAD);
    let lost = thing.is(Kinds::LOAD) && strewn && !clause.is(thing.head, listed!("chains straps machine"));
    (lost || dropped).then(|| Finding::new(Accident, High, "spilled", thing.start..road.head + 1))
}

/// "i left the road".
pub(super) fn left_the_road(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        clause.is(i, listed!("left leaving departed"))
            && clause.is(i + 1, listed!("the"))
            && clause.is(i + 2, listed!("road roadway pavement"))
    })?;
    let trip = clause.is(
        verb + 3,
        listed!("construction work test trip show behind closure closed crew"),
    );
    (clause.is_about_us(verb) && !trip && !clause.is_negated(verb))
        .then(|| Finding::new(Accident, High, "left the road", verb..verb + 3))
}

/// "my trailer is lying down now".
pub(super) fn lies_down(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        clause.is(i, listed!("lying laying laid layed lies lays flat"))
            && clause.is(i + 1, listed!("down over flat on"))
            && !clause.is(i + 1, listed!("on")) | clause.is(i + 2, listed!("side ground road"))
    })?;
    let subject = clause.subject(verb)?;
    (subject.is(Kinds::RIG) && subject.is_ours() && !clause.is_negated(verb))
        .then(|| Finding::new(Accident, High, "lies down", subject.start..verb + 2))
}

/// "we're rolling", "the whole thing's going over".
pub(super) fn going_over(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        clause.is(i, listed!("going went tipping rolling leaning falling"))
            && clause.is(i + 1, listed!("over"))
            && (i + 2 >= clause.range.end || clause.is(i + 2, listed!("on in with and right now sideways")))
    })?;
    let subject = clause.subject(verb)?;
    let ours = subject.is(Kinds::RIG | Kinds::IT) && subject.is_ours();
    (ours && !clause.is_negated(verb) && !clause.says(listed!("scale paperwork logs")))
        .then(|| Finding::new(Accident, High, "going over", verb..verb + 2))
}

/// "got too close to the light standard and it's on the ground", "cut it short and the tandems are in the ditch".
pub(super) fn misjudged(clause: &Clause<'_, '_>) -> Option<Finding> {
    let cue = clause.range.clone().find(|&i| {
        clause.is(i, listed!("too")) && clause.is(i + 1, listed!("close tight short wide sharp fast soon"))
            || clause.is(i, listed!("misjudged miscalculated underestimated overshot"))
            || clause.is(i, listed!("swung swing cut")) && clause.is(i + 1, listed!("wide it short"))
    })?;
    let said = clause.said;
    let after = cue..(cue + 24).min(said.len());
    let broken = after.clone().any(|i| {
        listed!("bent broke broken ripped tore smashed crushed busted scraped peeled clipped caught hung snapped dented knocked crumpled wedged jammed")
            .has(said.word(i))
            || said.is(i, &["on", "to"]) && said.is(i + 1, &["the"]) && said.is(i + 2, &["ground", "floor"])
            || said.is(i, &["laying", "lying", "is", "went", "came", "fell"]) && said.is(i + 1, &["down", "over", "off"])
    });
    let spared = after
        .clone()
        .any(|i| listed!("missed stopped fine okay nothing without almost good").has(said.word(i)));
    (broken && !spared && clause.is_about_us(cue) && !clause.is_negated(cue))
        .then(|| Finding::new(Accident, High, "misjudged", cue..cue + 2))
}

/// "i rolled it", "well i done rolled my outfit over".
pub(super) fn toppled(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        clause.is(
            i,
            listed!(
                "rolled flipped tipped wrecked totaled totalled crashed overturned jackknifed ditched dumped"
            ),
        )
    })?;
    let what = clause
        .after(verb)
        .next()
        .filter(|p| p.prep.is_none() && p.start <= verb + 2)?;
    let after = what.head + 1;
    let ends = after >= clause.range.end
        || clause.is(
            after,
            listed!("over on here near coming going trying by around again"),
        );
    let rolls = clause.is(after, listed!("over")) && clause.is(after + 1, listed!("to the my a"));
    let driver = clause
        .subject(verb)
        .is_none_or(|s| s.is(Kinds::SELF | Kinds::MATE));
    let truck = what.is(Kinds::RIG | Kinds::IT) && what.is_ours();
    (driver && truck && ends && !rolls && !clause.is_negated(verb))
        .then(|| Finding::new(Accident, High, "toppled", verb..after))
}

/// "some kids threw a brick and it came through my windshield".
pub(super) fn through_the_glass(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        clause.is(
            i,
            listed!("came come flew flying went crashed busted smashed bounced"),
        ) && clause.is(i + 1, listed!("through into"))
    })?;
    let glass = clause.after(verb).next().filter(|p| p.start <= verb + 3)?;
    let hit = clause.is(glass.head, listed!("windshield roof windscreen")) && glass.owner != Owner::Theirs
        || clause.is(glass.head, listed!("window cab side")) && glass.owner == Owner::Mine;
    let person = clause
        .subject(verb)
        .is_some_and(|s| s.is(Kinds::SELF | Kinds::MATE | Kinds::PERSON) && !s.is(Kinds::IT));
    let light = clause.says(listed!("sun light wind breeze rain noise air glare smell"));
    (hit && !person && !light && !clause.is_negated(verb))
        .then(|| Finding::new(Accident, High, "through the glass", verb..glass.head + 1))
}

/// "there's a lot of damage under the front end".
pub(super) fn damage_to_ours(clause: &Clause<'_, '_>) -> Option<Finding> {
    let damage = clause.range.clone().find(|&i| clause.is(i, listed!("damage")))?;
    let mine = clause.after(damage).any(|p| {
        p.is(Kinds::RIG | Kinds::BODYWORK | Kinds::WORKS)
            && p.is_ours()
            && listed!("to on under underneath in").has(clause.prep(p))
    });
    let told = clause.says_within(
        damage.saturating_sub(5)..damage,
        listed!("got lot some bad is did have has"),
    );
    let old = clause.says(listed!(
        "old prior existing already previous last load freight pallets product any if report"
    ));
    (mine && told && !old && !clause.is_negated(damage))
        .then(|| Finding::new(Accident, High, "damage", damage..damage + 1))
}
