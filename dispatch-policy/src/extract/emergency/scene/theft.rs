//! Theft and violence: somebody else takes what is his, or lays hands on him.

use crate::facts::EmergencyTier::{High, Immediate};
use crate::facts::EmergencyType::Other;

use super::Finding;
use super::listed::listed;
use super::phrases::{Clause, Owner, Phrase};
use super::verbs::Deed;
use super::words::Kinds;

pub(super) fn judge(clause: &Clause<'_, '_>, found: &mut Vec<Finding>) {
    found.extend(
        clause
            .deeds(Deed::STEAL.or(Deed::TAKE))
            .find_map(|verb| taken(clause, verb)),
    );
    found.extend(clause.deeds(Deed::ATTACK).find_map(|verb| attacked(clause, verb)));
    found.extend(clause.phrases.iter().find_map(|weapon| armed(clause, weapon)));
    found.extend(missing(clause));
    found.extend(made_off(clause));
    found.extend(held_up(clause));
}

fn is_stranger(phrase: Option<Phrase>) -> bool {
    phrase.is_none_or(|p| p.is(Kinds::PERSON) && !p.is_ours() && !p.is(Kinds::NOBODY))
}

/// "they got my reefer unit while i slept", "somebody went through my cab".
fn taken(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let subject = clause.subject(verb).filter(|p| p.head < verb);
    let steals = clause.deeds(Deed::STEAL).any(|i| i == verb);
    let object = clause.after(verb).find(|p| {
        p.prep
            .is_none_or(|i| !clause.is(i, listed!("at for to by from about")))
    })?;
    let goods =
        object.is(Kinds::RIG | Kinds::WORKS | Kinds::WHEEL | Kinds::LOAD | Kinds::VALUABLE | Kinds::BODYWORK);
    if clause.is_negated(verb)
        || object.start > verb + 6
        || object.owner != Owner::Mine && !(steals && object.owner == Owner::The)
    {
        return None;
    }
    let span = verb..object.head + 1;
    if steals {
        let doer = is_stranger(subject) || clause.says(listed!("was got been"));
        return (doer && goods).then(|| Finding::new(Other, High, "stolen", span).of_anyone());
    }
    // "got my trailer in door five" is work: asleep, away or gone makes it theft.
    let behind_his_back = clause.said.tokens.iter().any(|t| {
        listed!("slept asleep sleeping woke overnight cops police stolen thieves robbed shower")
            .has(t.word.as_str())
    });
    let through = clause.is(verb, listed!("went broke got busted"))
        && clause.is(verb + 1, listed!("through into in"))
        && object.is(Kinds::RIG | Kinds::BODYWORK | Kinds::VALUABLE)
        && !clause.is(object.head, listed!("phone door"));
    let named = subject.is_some_and(|p| p.is(Kinds::PERSON) && !p.is_ours());
    let goes_off = clause.says_within(verb + 1..object.head + 3, listed!("off"))
        && clause.is(verb, listed!("made took drove ran hauled"));
    (named
        && goods
        && (behind_his_back
            || goes_off && object.is(Kinds::RIG | Kinds::LOAD) && clause.says(listed!("with in"))
            || through
                && clause.said.len() < 200
                && !clause.said.tokens.iter().any(|t| {
                    listed!("scale gate inspection inspector customs dot logs paperwork bills coop weigh officer officers trooper troopers border dog guard")
                        .has(t.word.as_str())
                })
                && object.is(Kinds::RIG)))
    .then(|| Finding::new(Other, High, "taken", span).of_anyone())
}

/// "a guy swung on me", "two dudes just jumped my partner".
fn attacked(clause: &Clause<'_, '_>, verb: usize) -> Option<Finding> {
    let doer = clause
        .subject(verb)
        .filter(|p| p.head < verb && verb <= p.head + 6)?;
    if !is_stranger(Some(doer)) || clause.is_negated(verb) {
        return None;
    }
    let strong = !clause.is(
        verb,
        listed!(
            "hit hitting beat jumped jumping pulled pulling kicked grabbed struck smacked coming came \
             charging charged shot shooting pistol spit chasing"
        ),
    );
    let victim = clause
        .after(verb)
        .find(|p| p.is(Kinds::SELF | Kinds::MATE) && p.start <= verb + 4)?;
    let prep = clause.prep(victim);
    let bodily = matches!(prep, "" | "at" | "on") || listed!("toward towards").has(prep);
    let figure = clause.is(
        victim.head + 1,
        listed!("up with about off for over a out to in back that down around my the on"),
    ) || clause.is(victim.head, listed!("i we"));
    let swings = clause.is(verb, listed!("swung swinging swings charging charged coming"))
        && listed!("on at toward").has(prep);
    let came = clause.is(verb, listed!("coming came chasing charging charged"))
        && !clause.says(listed!("swinging yelling screaming threatening"));
    let fee = clause.is(verb, listed!("robbed robbing"))
        && clause.is(victim.head + 1, listed!("on blind of for out"));
    (bodily
        && !fee
        && (strong || swings)
        && !came
        && (!figure || strong && clause.is(victim.head + 1, listed!("in with and out over down"))))
    .then(|| Finding::new(Other, Immediate, "attacked", doer.start..victim.head + 1).of_anyone())
}

/// "one's got a pistol", "beating on my window with a tire iron".
fn armed(clause: &Clause<'_, '_>, weapon: &Phrase) -> Option<Finding> {
    let iron = clause.is(weapon.head, listed!("tire")) && clause.is(weapon.head + 1, listed!("iron"));
    if !iron && !weapon.is(Kinds::WEAPON) {
        return None;
    }
    let tool = !clause.is(
        weapon.head,
        listed!("gun guns pistol shotgun rifle machete revolver handgun knife weapon firearm blade glock"),
    );
    let doer = clause.subject(weapon.start)?;
    let raised = clause.says(listed!(
        "swinging waving beating pointing pointed threatening pulled chasing coming after window banging \
         smashing hitting swung drew aimed stuck"
    ));
    let holds = clause.says_within(
        clause.range.start..weapon.start,
        listed!("with got has holding pulled have carrying"),
    );
    let toward = clause.says(listed!("me us my window door truck one face he"));
    let person = doer.is(Kinds::PERSON) && !doer.is_ours() && !doer.is(Kinds::NOBODY)
        || clause.is(clause.range.start, listed!("one"));
    let official = clause.says(listed!(
        "cop cops trooper officer guard deputy police security hunter hunters grease nail staple heat \
         radar range safe"
    ));
    (person
        && holds
        && !official
        && !clause.is_negated(weapon.start)
        && if tool { raised } else { toward || raised })
    .then(|| Finding::new(Other, Immediate, "armed", weapon.start..weapon.head + 1).of_anyone())
}

/// Words of a thief near the clause.
fn thief_near(clause: &Clause<'_, '_>) -> bool {
    let said = clause.said;
    let thief = listed!(
        "somebody someone thief thieves stole stolen cut sawed slept asleep sleeping woke robbed cops police \
         theft shower overnight busted pried"
    );
    (clause.range.start.saturating_sub(14)..(clause.range.end + 14).min(said.len()))
        .any(|i| thief.has(said.word(i)))
}

/// "my catalytic converter's gone, somebody cut it out".
fn missing(clause: &Clause<'_, '_>) -> Option<Finding> {
    let gone = clause
        .range
        .clone()
        .find(|&i| clause.is(i, listed!("gone missing vanished disappeared stolen")))?;
    let thing = clause.subject(gone)?;
    let goods = thing.is(Kinds::RIG | Kinds::LOAD | Kinds::VALUABLE | Kinds::WHEEL | Kinds::WORKS)
        && thing.owner == Owner::Mine;
    let near = thing.head < gone && gone <= thing.head + 4;
    (goods && near && thief_near(clause) && !clause.is_negated(gone))
        .then(|| Finding::new(Other, High, "missing", thing.start..gone + 1).of_anyone())
}

/// "they're holding me up, he's got my keys", "a bunch of guys surrounded my truck".
fn held_up(clause: &Clause<'_, '_>) -> Option<Finding> {
    let said = clause.said;
    let near = |words: &super::listed::Listed| {
        (clause.range.start.saturating_sub(12)..(clause.range.end + 12).min(said.len()))
            .any(|i| words.has(said.word(i)))
    };
    let verb = clause.range.clone().find(|&i| {
        clause.is(i, listed!("holding held"))
            && clause.is(i + 1, listed!("me us"))
            && clause.is(i + 2, listed!("up hostage"))
            && near(listed!(
                "gun knife keys wallet money cash robbing robbed pistol hostage mask masks"
            ))
            || clause.is(i, listed!("surrounded surrounding surround cornered boxed"))
                && clause.says_within(i + 1..i + 4, listed!("me us my truck"))
                && near(listed!("guys men people dudes gang kids they mob crowd"))
                && !near(listed!("traffic trucks cars parking snow fog"))
    })?;
    (!clause.is_negated(verb)).then(|| Finding::new(Other, Immediate, "held up", verb..verb + 2).of_anyone())
}

/// "ran off with the whole trailer", "broke into my load", "cut the lock off my truck", "my rig got jacked".
fn made_off(clause: &Clause<'_, '_>) -> Option<Finding> {
    let ours = |p: &Phrase| {
        p.is(Kinds::RIG | Kinds::LOAD | Kinds::VALUABLE)
            && matches!(p.owner, Owner::Mine | Owner::The)
            && !clause.is(p.head, listed!("phone"))
    };
    let verb = clause.range.clone().find(|&i| {
        let next = |n: usize, words: &super::listed::Listed| clause.is(i + n, words);
        let off_with = clause.is(i, listed!("took ran drove made taken hauled"))
            && next(1, listed!("off away"))
            && next(2, listed!("with in"));
        let into = clause.is(i, listed!("broke broken breaking")) && next(1, listed!("into"));
        let lock = clause.is(i, listed!("cut sawed busted broke pried picked snapped popped"))
            && clause.says_within(i + 1..i + 4, listed!("lock locks padlock"))
            && clause.says_within(i + 2..i + 6, listed!("off on from"));
        let cleaned = clause.is(i, listed!("cleaned emptied")) && next(1, listed!("out"));
        off_with || into || lock || cleaned
    });
    if let Some(verb) = verb {
        let object = clause
            .after(verb)
            .find(|p| ours(p) && p.is(Kinds::RIG | Kinds::LOAD))?;
        let subject = clause.subject(verb).filter(|p| p.head < verb);
        let thief = subject.is_some_and(|p| p.is(Kinds::PERSON) && !p.is_ours() && !p.is(Kinds::NOBODY));
        let work = clause.says(listed!("receiver lumper lumpers dock inspection customs guard tow wrecker partner codriver yard mechanic trash swept broom"));
        let cleans = clause.is(verb, listed!("cleaned emptied")) && object.owner != Owner::Mine;
        return (thief && !work && !cleans && !clause.is_negated(verb))
            .then(|| Finding::new(Other, High, "made off", verb..object.head + 1).of_anyone());
    }
    let verb = clause.deeds(Deed::STEAL).find(|&i| {
        clause.says_within(
            i.saturating_sub(3)..i,
            listed!("got was been is get getting were"),
        ) && clause
            .subject(i)
            .is_some_and(|p| p.head < i && p.owner == Owner::Mine && ours(&p))
    })?;
    (!clause.is_negated(verb) && !clause.is(verb + 1, listed!("up on by")))
        .then(|| Finding::new(Other, High, "stolen", verb - 1..verb + 1).of_anyone())
}
