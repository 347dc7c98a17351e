//! What nobody calls by its name: a glow under the hood, a stranger on the step, a truck that is not where he left it.

use crate::facts::EmergencyTier::{High, Immediate};
use crate::facts::EmergencyType::{Breakdown, Medical, Other};

use super::Finding;
use super::listed::{Listed, listed};
use super::phrases::{Clause, Owner, Phrase};
use super::verbs::Deed;
use super::words::Kinds;

pub(super) fn judge(clause: &Clause<'_, '_>, found: &mut Vec<Finding>) {
    found.extend(glow(clause));
    found.extend(burning(clause));
    found.extend(asks_for_a_tow(clause));
    found.extend(chemical(clause));
    found.extend(stranger_at_the_truck(clause));
    found.extend(stranger_in_the_truck(clause));
    found.extend(not_where_he_left_it(clause));
    found.extend(woke_on_the_strips(clause));
    found.extend(noise_and_stop(clause));
}

/// One of `any` in the clause or in the words around it.
fn around(clause: &Clause<'_, '_>, any: &Listed) -> bool {
    let said = clause.said;
    (clause.range.start.saturating_sub(14)..(clause.range.end + 16).min(said.len()))
        .any(|i| any.has(said.word(i)))
}

/// "the dash started a fire", "smoke coming from the load", "the hood's engulfed".
fn burning(clause: &Clause<'_, '_>) -> Option<Finding> {
    let thing = |p: &Phrase| {
        p.is(Kinds::RIG | Kinds::BODYWORK | Kinds::WORKS | Kinds::WHEEL | Kinds::LOAD) && p.is_ours()
            || clause.is(
                p.head,
                listed!("apu box compartment dash seat bunk sleeper dashboard console floorboard mattress"),
            )
    };
    let at = clause.range.clone().find(|&i| {
        let blaze = clause.is(i, listed!("engulfed ablaze smoldering"))
            || clause.is(i, listed!("fire flames")) && clause.is(i.wrapping_sub(1), listed!("on in a caught started into"))
            || clause.is(i, listed!("burning")) && !clause.is(i + 1, listed!("up through a an fuel hours daylight rubber oil my the off down time money coolant out lights"));
        blaze && clause.subject(i).is_some_and(|p| p.head < i && thing(&p))
    });
    let figure = clause.says(listed!(
        "today painted drill department sale extinguisher truck's stick station hauling boss fired"
    )) && !clause.says(listed!("my"));
    if let Some(at) = at.filter(|&i| !figure && !clause.is_negated(i)) {
        return Some(Finding::new(Other, Immediate, "burning", at..at + 1));
    }
    let smoke = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("smoke flames fire sparks")))?;
    let source = clause
        .after(smoke)
        .find(|p| thing(p) && listed!("from off under out inside of behind").has(clause.prep(p)))?;
    let comes = clause.says_within(
        smoke..source.start,
        listed!("coming pouring rolling billowing boiling shooting flying"),
    );
    let stack = clause.is(source.head, listed!("stack stacks exhaust"));
    let tier = if clause.is(smoke, listed!("smoke sparks")) {
        High
    } else {
        Immediate
    };
    let kind = if tier == High { Breakdown } else { Other };
    (comes && !stack && !clause.is_negated(smoke))
        .then(|| Finding::new(kind, tier, "smoke from the truck", smoke..source.head + 1))
}

/// "gonna need a wrecker out here", "i need road service", "can you send a tire guy".
fn asks_for_a_tow(clause: &Clause<'_, '_>) -> Option<Finding> {
    let asks = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("need needs send get call want needing")))?;
    let help = (asks + 1..(asks + 6).min(clause.range.end)).find(|&i| {
        clause.is(i, listed!("wrecker rotator winch"))
            || clause.is(i, listed!("tow")) && !clause.is(i + 1, listed!("company lot yard motor"))
            || clause.is(i, listed!("service tire repair")) && clause.is(i + 1, listed!("truck guy man call"))
            || clause.is(i, listed!("road roadside"))
                && clause.is(i + 1, listed!("service assistance side repair call"))
            || clause.is(i, listed!("roadside"))
            || clause.is(i, listed!("pulled pull"))
                && clause.is(i + 1, listed!("out me"))
                && clause.says_within(i..i + 5, listed!("mud ditch snow sand median grass out"))
            || clause.is(i, listed!("jump")) && clause.is(i + 1, listed!("start me us it"))
    })?;
    let said = clause.said;
    let other = said.is(help + 1, &["number", "phone", "info"])
        || clause.says(listed!(
            "friend buddy his brother another he him them somebody's her"
        ))
        || clause.says(listed!("if might unless when case tooth load pickup"))
        || clause.is(clause.range.start, listed!("do did does should"));
    let other = other
        || clause
            .after(help)
            .any(|p| p.is(Kinds::PERSON) && listed!("to for").has(clause.prep(p)));
    // From the beginning, so that "going to need" is no plan.
    (!other && !clause.is_negated(asks))
        .then(|| Finding::new(Breakdown, High, "need a tow", clause.range.start..help + 1))
}

/// "there's orange coming out from under the hood like flickering", "sparks and a glow back by the tandems".
fn glow(clause: &Clause<'_, '_>) -> Option<Finding> {
    let light = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("orange glow flicker flickering embers blazing")))?;
    let place = clause.phrases.iter().any(|p| {
        p.is(Kinds::RIG | Kinds::BODYWORK | Kinds::WORKS | Kinds::WHEEL | Kinds::LAP)
            && p.is_ours()
            && listed!("under underneath from behind inside in out off by around beneath of")
                .has(clause.prep(p))
    });
    let comes = clause.says(listed!(
        "coming under flickering licking shooting behind inside underneath"
    ));
    let light_bulb = clause.says(listed!(
        "light lights cones barrels sign vest sunset triangle triangles dash"
    ));
    (place && comes && !light_bulb && !clause.is_negated(light))
        .then(|| Finding::new(Other, Immediate, "a glow", light..light + 1))
}

/// "the tanker's pissing acid out the bottom valve": what nobody should breathe comes out.
fn chemical(clause: &Clause<'_, '_>) -> Option<Finding> {
    let stuff = clause.range.clone().find(|&i| {
        clause.is(
            i,
            listed!(
                "acid propane chlorine ammonia anhydrous peroxide caustic lye hydrogen methane butane \
                 benzene toluene methanol pesticide fertilizer solvent bleach sulfuric hazmat chemical \
                 chemicals gasoline ethanol corrosive placarded nitrogen formaldehyde phenol drum tote totes barrel cylinder acetone \
                 xylene hydrochloric nitric lpg lng natural"
            ),
        )
    })?;
    let out = clause.deeds(Deed::LEAK).find(|&i| {
        !clause.is(i, listed!("coming running shooting"))
            || clause.says_within(i + 1..i + 3, listed!("out from off down everywhere all"))
    })?;
    let aside = clause.says(listed!("saw passed ahead load reflux last refinery rain plant"))
        && !clause.says(listed!("my our"));
    (!aside && !clause.is_negated(out) && !clause.is_negated(stuff)).then(|| {
        Finding::new(
            Other,
            Immediate,
            "a chemical comes out",
            stuff.min(out)..stuff.max(out) + 1,
        )
        .of_anyone()
    })
}

/// "some guy on my running board yanking on my door handle and he won't get down".
fn stranger_at_the_truck(clause: &Clause<'_, '_>) -> Option<Finding> {
    let who = clause
        .phrases
        .iter()
        .find(|p| p.is(Kinds::PERSON) && !p.is_ours() && !p.is(Kinds::NOBODY))?;
    let official = clause.says(listed!(
        "cop cops trooper officer guard lumper lumpers worker inspector mechanic tech dot police security \
         driver checker clerk loader unload load receiver spotter"
    ));
    let act = clause.range.clone().find(|&i| {
        i > who.head
            && clause.is(
                i,
                listed!(
                    "yanking jiggling prying kicking beating pounding tampering messing trying climbed \
                     climbing tried cutting banging smashing reaching jumped broke breaking pulling"
                ),
            )
    })?;
    let mine = clause.after(act).any(|p| {
        p.is(Kinds::RIG | Kinds::BODYWORK | Kinds::LAP) && (p.owner == Owner::Mine || p.is(Kinds::RIG))
            || clause.is(p.head, listed!("handle lock locks seal board"))
    }) || clause.says_within(act..act + 5, listed!("handle lock locks seal"));
    let hostile = clause.is(
        act,
        listed!("yanking jiggling prying kicking tampering smashing messing cutting"),
    ) || clause.is(act, listed!("trying tried"))
        && clause.says_within(act + 1..act + 5, listed!("open break get steal pull grab climb"))
        || around(
            clause,
            listed!("yelling screaming threatening drunk crazy leave scared cops police"),
        );
    (mine && hostile && !official && !clause.is_negated(act))
        .then(|| Finding::new(Other, High, "a stranger at the truck", who.start..act + 1).of_anyone())
}

/// "there's a guy sitting in my truck".
fn stranger_in_the_truck(clause: &Clause<'_, '_>) -> Option<Finding> {
    let inside = clause.phrases.iter().find(|p| {
        p.owner == Owner::Mine
            && clause.is(p.head, listed!("truck cab sleeper bunk seat tractor"))
            && listed!("in inside").has(clause.prep(p))
    })?;
    let who = clause
        .phrases
        .iter()
        .find(|p| p.head < inside.start && p.is(Kinds::PERSON) && p.owner == Owner::Any)?;
    let known = clause.says(listed!(
        "mechanic tech student trainee officer trooper inspector friend buddy helper driver cop kid baby"
    ));
    (!known && !clause.is_negated(inside.start))
        .then(|| Finding::new(Other, High, "a stranger in the truck", who.start..inside.head + 1).of_anyone())
}

/// "my truck isn't where i left it", "my trailer's not in the spot".
fn not_where_he_left_it(clause: &Clause<'_, '_>) -> Option<Finding> {
    let thing = clause
        .phrases
        .iter()
        .find(|p| p.is(Kinds::RIG) && p.is_ours() && p.prep.is_none())?;
    let not =
        (thing.head + 1..(thing.head + 5).min(clause.range.end)).find(|&i| clause.is(i, listed!("not")))?;
    let said = clause.said;
    let left = listed!("where there in").has(said.word(not + 1))
        && (said.is(not + 1, &["there"]) && said.is(not + 2, &["anymore", "no", "and", ""])
            || (not + 2..not + 8).any(|i| listed!("left parked dropped put").has(said.word(i))));
    left.then(|| Finding::new(Other, High, "not where he left it", thing.start..not + 2).denying())
}

/// "i keep waking up on the rumble strip", "woke up in the other lane".
fn woke_on_the_strips(clause: &Clause<'_, '_>) -> Option<Finding> {
    let woke = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("woke waking wake awoke")))?;
    let there = clause.says_within(
        woke..woke + 8,
        listed!("rumble strip strips shoulder lane median grass weeds wheel"),
    );
    (there
        && !clause.is_negated(woke)
        && clause.is_about_us(woke)
        && !clause.says(listed!("parked inspection knock")))
    .then(|| Finding::new(Medical, High, "woke on the strips", woke..woke + 1))
}

/// "there was a loud bang in the back and now the trailer's dragging and i'm coasting over".
fn noise_and_stop(clause: &Clause<'_, '_>) -> Option<Finding> {
    let sign = clause.range.clone().find(|&i| {
        clause.is(
            i,
            listed!(
                "bang boom pop popping dragging clunk grinding thumping leaning wobbling shimmy shaking \
                 vibrating"
            ),
        )
    })?;
    let truck = around(
        clause,
        listed!("trailer truck engine motor tire wheel axle hood back under front rear tandems"),
    );
    let stop = around(
        clause,
        listed!("coasting coasted limping limped shoulder pulled stopped berm breakdown"),
    ) && !around(clause, listed!("exit scale kid"));
    let fine = around(clause, listed!("fine jake normal okay fixed nothing good"));
    let rowdy = around(clause, listed!("music fireworks neighbor party wind soda deer"));
    (truck && stop && !fine && !rowdy && !clause.is_negated(sign))
        .then(|| Finding::new(Breakdown, High, "a noise and a stop", sign..sign + 1))
}
