//! What met what, and what is left of it: "caught the corner of the building", "front end's pushed in".

use crate::facts::EmergencyTier::{High, Immediate};
use crate::facts::EmergencyType::Accident;

use super::super::Finding;
use super::super::listed::{Listed, listed};
use super::super::phrases::{Clause, Owner};
use super::super::words::Kinds;

/// "front end's pushed in", "the roof of the box is gone", "hood's crumpled".
pub(super) fn bent(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let part = clause.subject(verb)?;
    let whole = part.is(Kinds::RIG)
        && clause.is(
            verb,
            listed!("tore torn smashed busted banged messed crumpled crushed mangled bashed"),
        )
        && clause.is(verb + 1, listed!("up in"))
        && clause.is(verb - 1, listed!("is got all really pretty"));
    if whole && part.is_ours() && part.head < verb && !clause.is_negated(verb) {
        return Some(Finding::new(Accident, High, "bent", part.start..verb + 1));
    }
    if !part.is(Kinds::BODYWORK)
        || !part.is_ours()
        || part.head + 5 < verb
        || part.head >= verb
        || clause.is_negated(verb)
    {
        return None;
    }
    if clause
        .after(verb)
        .any(|p| p.is(Kinds::VEHICLE) && !p.is_ours() && listed!("on of").has(clause.prep(p)))
    {
        return None;
    }
    let noun = clause.word(part.head);
    let how = clause.word(verb);
    let grave = listed!(
        "crumpled crushed smashed mangled caved sheared twisted buckled folded flattened demolished \
         destroyed bashed pancaked peeled crunched stove wrecked totaled obliterated scalped crinkled"
    )
    .has(how);
    let moved = listed!("pushed shoved torn tore ripped wiped busted bent split opened").has(how)
        && clause.says_within(
            verb + 1..verb + 3,
            listed!("in up back off out open clean wide under down into"),
        );
    let gone = listed!("gone missing dangling bent torn hanging").has(how)
        && listed!("bumper hood roof fender nose mirror side frame grille grill box trailer end fairing")
            .has(noun);
    // Doors, floors and walls of a trailer wear out by themselves.
    let wears = listed!("floor tarp rack dolly steps window legs skirt skirts deck wall walls panel corner")
        .has(noun)
        || listed!("door doors windshield roof side").has(noun)
            && !listed!("caved crumpled crushed smashed pushed peeled gone ripped torn tore").has(how);
    (grave && !listed!("tarp rack deck").has(noun) || (moved || gone) && !wears)
        .then(|| Finding::new(Accident, High, "bent", part.start..verb + 1))
}

/// "caught the corner of the building", "bounced off the wall", "took out a mailbox".
pub(super) fn struck(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let subject = clause.subject(verb);
    let object = clause.after(verb).next()?;
    let near = object.start <= verb + 4;
    // "a wall of snow", "the edge of the storm".
    if clause.is(object.head + 1, listed!("of")) {
        return None;
    }
    let prep = clause.prep(object);
    if !near
        || !matches!(
            prep,
            "" | "into" | "against" | "off" | "through" | "on" | "down" | "out" | "over" | "up" | "with"
        )
    {
        return None;
    }
    let passive =
        clause.says_within(verb.saturating_sub(3)..verb, listed!("got been was were")) && prep.is_empty();
    let span = verb..object.head + 1;
    let noun = clause.word(object.head);
    let us = subject.is_none_or(|s| s.is_ours() && !s.is(Kinds::LOAD));
    if us && !passive {
        let person = object.is(Kinds::PERSON)
            && !object.is(Kinds::DEVICE)
            && !listed!("driver customer receiver mechanic").has(noun);
        let foot = clause.says(listed!(
            "bike bicycle motorcycle foot pedestrian walking crosswalk crossing"
        ));
        if person && foot && !listed!("off with up on").has(prep) {
            return Some(Finding::new(Accident, Immediate, "struck somebody", span));
        }
        let it = matches!(prep, "" | "into")
            && clause.is(object.head, listed!("it him her them"))
            && clause.met_before.is_some_and(|met| {
                met.is(Kinds::ANIMAL | Kinds::VEHICLE | Kinds::OBSTACLE) && !met.is(Kinds::EVERYDAY)
            })
            && !clause.is(
                verb,
                listed!("broke cracked punched collected bumped took take caught"),
            );
        let theirs = object.owner == Owner::Theirs
            && object.is(Kinds::BODYWORK | Kinds::RIG | Kinds::WHEEL)
            && !listed!("door doors window steps floor walls").has(noun);
        let hard =
            (it || theirs || object.is(Kinds::OBSTACLE | Kinds::VEHICLE | Kinds::ANIMAL | Kinds::OFFROAD))
                && !object.is(Kinds::EVERYDAY | Kinds::LOAD | Kinds::DEVICE)
                && object.owner != Owner::Mine
                && !listed!(
                    "bus train taxi uber ferry plane flight boat ship shuttle subway pumps scale steer turkey hitch ladder mattress couch transformer \
                     bridge gate alligator bull log"
                )
                .has(noun);
        let meets = !listed!(
            "broke split cracked snapped pulling dragged tore hooked wasted busted collected pulled"
        )
        .has(clause.word(verb))
            || clause.is(verb + 1, listed!("down out off up"));
        let caught = !clause.is(verb, listed!("caught catch took take takes taking"))
            || clause.is(verb, listed!("caught catch"))
                && !listed!("cab fence").has(noun)
                && !clause.says(listed!("up ride sight"))
            || clause.says_within(verb + 1..object.head + 3, listed!("out down off"))
                && object.prep.is_none_or(|p| clause.is(p, listed!("out down off")))
            || object.is(Kinds::OFFROAD) && clause.is(verb, listed!("took take takes"));
        let stepping = !caught || listed!("with up").has(prep) && !clause.is(verb, listed!("collided"));
        return (hard && meets && !stepping).then(|| Finding::new(Accident, High, "struck", span));
    }
    // Somebody else's doing, to what is ours.
    let other = subject.is_some_and(|s| {
        s.is(Kinds::VEHICLE | Kinds::PERSON | Kinds::ANIMAL | Kinds::OBSTACLE) && !s.is_ours()
    });
    let mine = object.owner == Owner::Mine
        && object.is(Kinds::BODYWORK | Kinds::RIG | Kinds::WHEEL)
        && !listed!("door window tarp").has(noun)
        && !(noun == "windshield" && subject.is_some_and(|s| s.is(Kinds::OBSTACLE)));
    let taken = clause.is(verb, listed!("took take takes taking"))
        && !(clause.says_within(verb + 1..object.head + 3, listed!("out off down"))
            && object.is(Kinds::BODYWORK | Kinds::WHEEL));
    let force = !taken
        && !listed!("broke bumped bump tapped tapping kissed brushed dragged hooked banging")
            .has(clause.word(verb))
        || clause.is(verb + 1, listed!("into"))
        || subject.is_some_and(|s| s.is(Kinds::VEHICLE));
    (other && mine && force).then(|| Finding::new(Accident, High, "struck ours", span))
}

/// "felt a bump i think it's a pole", "heard a crunch when i backed in".
pub(super) fn felt_it(clause: &Clause<'_, '_>) -> Option<Finding> {
    let felt = clause.range.clone().find(|&i| {
        clause.is(i, listed!("felt heard feel hear"))
            && clause.says_within(
                i + 1..i + 6,
                listed!("bump thump crunch scrape crack thud bang jolt clunk"),
            )
    })?;
    let said = clause.said;
    let near = clause.range.start.saturating_sub(15)..(clause.range.end + 20).min(said.len());
    let any = |words: &Listed| near.clone().any(|i| words.has(said.word(i)));
    let met = any(listed!(
        "pole car truck's wall post bollard fence building bent dent dented mirror somebody something \
         corner sign"
    )) && any(listed!(
        "backing backed turning turned pulling swinging swung bent dented think"
    ));
    let harmless = any(listed!("dock pothole railroad tracks hitch coupled hooked"))
        && !any(listed!("bent dented pole car"));
    (met && !harmless && clause.is_about_us(felt))
        .then(|| Finding::new(Accident, High, "felt it", felt..felt + 3))
}

/// "my truck got run into by a drunk driver", "my mirror got knocked off by a truck".
pub(super) fn hit_by(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        let passive = clause.says_within(
            i.saturating_sub(3).max(clause.range.start)..i,
            listed!("got was been is gets just"),
        );
        passive
            && (clause.is(i, listed!("run backed plowed slammed bumped crashed smashed"))
                && clause.is(i + 1, listed!("into"))
                || clause.is(
                    i,
                    listed!("knocked ripped torn taken tore clipped broken smashed crushed"),
                ) && clause.is(i + 1, listed!("off out in up by")))
    })?;
    let who = clause.subject(verb)?;
    let ours = who.is(Kinds::SELF) || who.owner == Owner::Mine && who.is(Kinds::RIG | Kinds::BODYWORK);
    let by = clause.after(verb).any(|p| {
        clause.prep(p) == "by"
            && p.is(Kinds::VEHICLE | Kinds::PERSON | Kinds::ANIMAL | Kinds::OBSTACLE)
            && p.owner != Owner::Mine
    });
    (ours && by && who.head < verb && !clause.is_negated(verb))
        .then(|| Finding::new(Accident, High, "hit by", verb..verb + 2))
}
