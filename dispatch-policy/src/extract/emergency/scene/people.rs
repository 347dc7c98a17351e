//! People who fail, are hurt, or are held fast.

use std::sync::LazyLock;

use crate::facts::EmergencyTier::{High, Immediate};
use crate::facts::EmergencyType::{Accident, Medical};

use super::Finding;
use super::listed::{Listed, listed};
use super::phrases::{Clause, Owner, Phrase};
use super::verbs::Deed;
use super::words::Kinds;

pub(super) fn judge(clause: &Clause<'_, '_>, found: &mut Vec<Finding>) {
    found.extend(clause.phrases.iter().find_map(|limb| chest(clause, limb)));
    found.extend(clause.deeds(Deed::AIL).find_map(|verb| numb(clause, verb)));
    found.extend(clause.deeds(Deed::HURT).find_map(|verb| hurt(clause, verb)));
    found.extend(
        clause
            .deeds(Deed::COLLAPSE)
            .find_map(|verb| collapsed(clause, verb)),
    );
    found.extend(clause.deeds(Deed::HOLD).find_map(|verb| held(clause, verb)));
    found.extend(unwell(clause));
    found.extend(struck_down(clause));
    found.extend(motionless(clause));
    found.extend(fit(clause));
}

fn is_body_of_somebody(clause: &Clause<'_, '_>, limb: &Phrase) -> bool {
    limb.is(Kinds::LIMB)
        && (limb.owner == Owner::Mine
            || limb.owner == Owner::Theirs
            || clause.says_within(limb.start..limb.head + 1, listed!("left right one half")) && limb.owner != Owner::Any)
        // "my side", "my back" of the truck.
        && !clause.is(limb.head + 1, listed!("of door window haul turn lane mirror"))
}

/// "feels like somebody's standing on my chest".
fn chest(clause: &Clause<'_, '_>, limb: &Phrase) -> Option<Finding> {
    if !clause.is(limb.head, listed!("chest breastbone sternum"))
        || limb.owner != Owner::Mine && limb.owner != Owner::Theirs
    {
        return None;
    }
    let calm = clause.says(listed!(
        "off freezer hair tattoo cold pocket tool load fine high deep pumped"
    )) || clause.is_negated(limb.start);
    let bad = clause.says(listed!(
        "feel feels feeling felt sitting standing stomping squeezing pressing hurts hurting tight \
         tightness weight pain pains pressure burning band vise elephant truck crushing killing heavy \
         stabbing something acting bad cramping funny weird ache aching aches grabbing pounding knot \
         stabs twinges squeeze clamping clamped"
    ));
    (bad && !calm).then(|| Finding::new(Medical, Immediate, "chest", limb.start..limb.head + 1).of_anyone())
}

/// "my left hand's gone dead", "half my face is numb".
fn numb(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let limb = clause.subject(verb)?;
    let harmless = clause.says(listed!(
        "cold freezing asleep sleep butt seat wind sitting dentist steering tired"
    ));
    let at = clause.word(limb.head);
    (is_body_of_somebody(clause, &limb)
        && limb.head < verb
        && !harmless
        && !clause.is_negated(verb)
        && !listed!("back feet butt toes fingers gut stomach phone ear skin body brain").has(at))
    .then(|| Finding::new(Medical, Immediate, "numb", limb.start..verb + 1).of_anyone())
}

/// "my wrist's broke", "burned my arm bad", "thumb's swelled up".
fn hurt(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let weak = clause.is(
        verb,
        listed!("hurts hurting throbbing popped bent split jammed torn tore snapped opened"),
    );
    let after = clause.after(verb).next().filter(|p| {
        p.start <= verb + 3 && (p.prep.is_none() || listed!("up off open in inside").has(clause.prep(p)))
    });
    let limb = after
        .copied()
        .filter(|p| is_body_of_somebody(clause, p))
        .or_else(|| {
            clause
                .subject(verb)
                .filter(|p| p.head < verb && p.head + 6 > verb && is_body_of_somebody(clause, p))
        })?;
    let at = clause.word(limb.head);
    let figure = listed!("back heart side speech voice neck ear ears eyes feet teeth tooth mouth").has(at)
        && (weak || listed!("breaks hurt broke busted burned burnt split").has(clause.word(verb)))
        || at == "side"
        || at == "heart"
        || at == "head" && clause.is(verb, listed!("hurts hurting throbbing"))
        || at == "body"
        || clause.says(listed!("habit haircut hair sun sunburn workout gym laughing"));
    let tier = if clause.says(listed!("bone off clean artery wide"))
        && clause.is(verb, listed!("cut sliced gashed severed ripped torn tore"))
    {
        Immediate
    } else {
        High
    };
    let spared = figure || weak && limb.owner != Owner::Mine;
    (!spared && !clause.is_negated(verb)).then(|| {
        Finding::new(
            Medical,
            tier,
            "a limb is hurt",
            limb.start.min(verb)..limb.head.max(verb) + 1,
        )
        .of_anyone()
    })
}

/// "my co-driver just slumped over", "somebody's choking".
fn collapsed(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let who = clause.subject(verb)?;
    let person = who.is(Kinds::SELF | Kinds::MATE | Kinds::PERSON) && !who.is(Kinds::NOBODY);
    (person
        && who.head < verb
        && verb <= who.head + 6
        && !clause.is_negated(verb)
        && !clause.is(verb, listed!("seized drowning drowned"))
        && !(clause.is(verb, listed!("choking")) && clause.is(verb + 1, listed!("on up it")))
        && !(clause.is(verb, listed!("collapsed")) && clause.says(listed!("bed bunk couch tired"))))
    .then(|| Finding::new(Medical, Immediate, "collapsed", who.start..verb + 1).of_anyone())
}

/// "forklift guy got pinned between my trailer and the dock", "my foot's wedged under the pedal".
fn held(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let who = clause
        .subject(verb)
        .filter(|p| p.head < verb && p.head + 5 >= verb);
    let limb = who.is_some_and(|p| is_body_of_somebody(clause, &p));
    let person = who.is_some_and(|p| p.is(Kinds::SELF | Kinds::MATE | Kinds::PERSON) && !p.is(Kinds::NOBODY));
    if limb
        && clause.is(verb, listed!("pinned trapped wedged crushed"))
        && clause.after(verb).next().is_none()
        && !clause.is_negated(verb)
    {
        return Some(
            Finding::new(Accident, Immediate, "held fast", clause.range.start..verb + 1).of_anyone(),
        );
    }
    let against = clause.after(verb).find(|p| {
        let prep = clause.prep(p);
        match prep {
            "between" | "under" | "underneath" | "beneath" => p.is(Kinds::RIG
                | Kinds::BODYWORK
                | Kinds::WORKS
                | Kinds::WHEEL
                | Kinds::LOAD
                | Kinds::VEHICLE
                | Kinds::OBSTACLE
                | Kinds::DEVICE
                | Kinds::LAP),
            "against" | "by" => {
                p.is(Kinds::RIG | Kinds::BODYWORK | Kinds::LOAD | Kinds::VEHICLE | Kinds::OBSTACLE)
                    && !clause.is(verb, listed!("stuck"))
            }
            "in" | "inside" | "on" => {
                limb && !p.is(Kinds::EVERYDAY)
                    || person
                        && (p.is(Kinds::RIG | Kinds::LAP | Kinds::VEHICLE)
                            && clause.is(verb, listed!("trapped pinned crushed")))
            }
            _ => false,
        }
    })?;
    let loose = clause.is(verb, listed!("stuck caught jammed"))
        && person
        && !limb
        && !listed!("between under underneath beneath").has(clause.prep(against));
    let stands = who.is_some_and(|p| p.is(Kinds::SELF))
        && !limb
        && clause.is(
            against.head,
            listed!("bridge overpass trestle viaduct canopy wire wires"),
        );
    let queue = clause.is(verb, listed!("stuck caught sandwiched squeezed jammed"))
        && person
        && who.is_some_and(|p| p.is(Kinds::SELF))
        && clause.prep(against) == "between"
        && !clause.is(against.head, listed!("dock wall trailer"));
    ((limb || person) && !loose && !queue && !stands && !clause.is_negated(verb))
        .then(|| Finding::new(Accident, Immediate, "held fast", verb..against.head + 1).of_anyone())
}

/// What one has when a body fails: "some kind of fit", "the shakes and cold sweats".
fn fit(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("having had has have throwing got")))?;
    let who = clause.subject(verb)?;
    let fit = (verb + 1..(verb + 7).min(clause.range.end))
        .find(|&i| clause.is(i, listed!("fit fits convulsions seizure seizures spasms")))?;
    let angry = clause.is(verb, listed!("throwing"))
        || clause.is(fit + 1, listed!("over about because that if at"))
        || clause.is_negated(fit);
    (who.is(Kinds::SELF | Kinds::MATE | Kinds::PERSON)
        && !angry
        && !clause.says(listed!("boss dispatcher guard receiver")))
    .then(|| Finding::new(Medical, Immediate, "a fit", verb..fit + 1).of_anyone())
}

static SYMPTOMS: LazyLock<Listed> = LazyLock::new(|| {
    Listed::new(
        "shakes sweats chills fever vomiting puking nausea diarrhea migraine cramps dizziness spins \
         hives palpitations flu sweating shivering trembling clammy lightheaded woozy dizzy nauseous \
         queasy fainting",
    )
});

/// Ill, and it has stopped him: neither alone.
fn unwell(clause: &Clause<'_, '_>) -> Option<Finding> {
    let symptom = clause.range.clone().find(|&i| clause.is(i, &SYMPTOMS))?;
    let said = clause.said;
    let stopped = (clause.range.start.saturating_sub(12)..(clause.range.end + 14).min(said.len())).any(|i| {
        listed!("shut pulled pull stopped parked shoulder stop drive driving wheel continue lie lay")
            .has(said.word(i))
    });
    (stopped && clause.is_about_us(symptom) && !clause.is_negated(symptom))
        .then(|| Finding::new(Medical, High, "unwell", symptom..symptom + 1))
}

/// "a guy here at the dock got run over", "the lumper was hit by a forklift".
fn struck_down(clause: &Clause<'_, '_>) -> Option<Finding> {
    let verb = clause.range.clone().find(|&i| {
        let passive = clause.says_within(
            i.saturating_sub(3).max(clause.range.start)..i,
            listed!("got was been is gets"),
        );
        let over = clause.is(i, listed!("run ran rolled backed")) && clause.is(i + 1, listed!("over"));
        let by = clause.is(i, listed!("hit struck clipped knocked backed run"))
            && clause.says_within(i + 1..i + 4, listed!("by into"))
            && clause
                .after(i)
                .any(|p| p.is(Kinds::VEHICLE | Kinds::RIG | Kinds::LOAD));
        passive && (over || by)
    })?;
    let who = clause.subject(verb)?;
    let person = who.is(Kinds::MATE | Kinds::PERSON) && !who.is(Kinds::SELF | Kinds::NOBODY);
    (person && who.head < verb && !clause.is_negated(verb))
        .then(|| Finding::new(Accident, Immediate, "struck down", verb..verb + 2).of_anyone())
}

/// "the lady in the car that hit me ain't moving".
fn motionless(clause: &Clause<'_, '_>) -> Option<Finding> {
    let not = clause.range.clone().find(|&i| {
        clause.is(i, listed!("not"))
            && clause.says_within(
                i + 1..i + 3,
                listed!("moving breathing responding answering responsive conscious awake waking"),
            )
    })?;
    let who = clause.subject(not)?;
    let person = who.is(Kinds::MATE | Kinds::PERSON)
        && !who.is(Kinds::SELF | Kinds::NOBODY | Kinds::IT | Kinds::DEVICE);
    let calm = clause.says(listed!(
        "yet over fast phone text texts emails radio calls line till until"
    )) || clause.says_within(not + 1..not + 5, listed!("up it the my that to any"));
    (person && who.head < not && !calm).then(|| {
        Finding::new(Medical, Immediate, "motionless", who.start..not + 2)
            .denying()
            .of_anyone()
    })
}
