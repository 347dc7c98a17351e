//! What an emergency asks about: safe or not, anyone hurt, load secure.

use crate::facts::{Facts, Found, Injuries};
use crate::slot::Slot;

use super::lexicon::Classes;
use super::party::BODY;
use super::pattern::pat;
use super::scope;
use super::text::Said;

/// Reads the answers; bare yes and no count only for what was asked.
pub(super) fn read(said: &Said<'_>, asked: Option<Slot>, emergency: bool, facts: &mut Facts) {
    if !(emergency || facts.emergency.is_some()) {
        return;
    }
    safe(said, asked, facts);
    injuries(said, asked, facts);
    load(said, asked, facts);
    // "a forklift ran over a guy's foot": the alarm itself tells of an injury.
    if let Some(alarm) = facts
        .emergency
        .as_ref()
        .filter(|alarm| INJURING.contains(&alarm.rule.as_str()))
    {
        facts.injuries = Some(Found {
            value: Injuries::Reported,
            words: alarm.words.clone(),
            rule: alarm.rule.clone(),
        });
    }
}

/// Rules of emergencies by which somebody is hurt.
const INJURING: &[&str] = &[
    "part of the body",
    "hurt a part",
    "struck in the face",
    "caught a limb",
    "lost a limb",
    "rolled over a limb",
    "run over by a machine",
    "limb run over",
    "crushed",
];

fn yes(said: &Said<'_>) -> bool {
    pat!("^ oh|uh|well|um? yeah|yes|yep|yup|yea|affirmative|sure|correct|mhm|definitely|absolutely|yessir")
        .is_in(said)
        || pat!("think|believe|guess|hope|reckon so").is_in(said)
        || pat!("!or|say|said|says|the|a|is yes|yeah|yep $").is_in(said)
}

fn no(said: &Said<'_>) -> bool {
    pat!("^ oh|uh|well|um? no|nope|nah|negative|not|nobody|none|never").is_in(said)
        || pat!("!or|say|said|says|the|a|is no|nope|nah $").is_in(said)
}

fn safe(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    let found = |value, rule: &str| {
        Some(Found {
            value,
            words: said.words(0..said.len()),
            rule: rule.to_owned(),
        })
    };
    let bad = pat!("not safe|okay|good|fine|all|out|really|so|well|in safe|right|good|okay?").find(said).is_some_and(|r| !said.is(r.start + 1, &["all", "out"]) || said.is(r.end - 1, &["right", "safe"]))
        || pat!("unsafe|danger|dangerous|trapped|pinned").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || pat!("still|stuck|sitting|in|stopped|blocking|across in|on|the|middle|of|a|both|all|two? the|of|live|left|middle|travel|fast|both|all|right|center|traffic lane|lanes|road|highway|interstate|traffic").find(said).is_some_and(|r| !scope::denied(said, r.start) && !said.is(r.end, &["now"]))
        || pat!("in|blocking|across the|a|my|both|all|two? left|right|center|middle|fast|slow|hammer|travel|live|of? the? lane|lanes|roadway|road|traffic").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || pat!("not get|getting out|off|over|away").is_in(said)
        || pat!("traffic|cars|trucks is|are|keep|keeps|flying|zipping|going by|flying|whizzing|right|past|close").find(said).is_some()
        || pat!("traffic|cars|trucks|semis|wheelers|everybody|people|they|vehicles ... by|past|from|close|at|inches|foot|feet|meter|pass").is_in(said)
            && pat!("pass|passing|blow|blowing|fly|flying|go|going|whip|whipping|zip|zipping|come|coming|run|running|scream|screaming|roar|roaring ... foot|feet|inch|inches|meter|meters|close|me|door|mirror|truck|by|past").is_in(said)
            && pat!("foot|feet|inch|inches|meter|close|me|door|mirror|my").is_in(said)
        || pat!("can|could|able|way not|hardly|barely|to|? even|get|open|climb ... out|door|doors|belt").is_in(said) && said.kinds(0).noun.is_empty() && pat!("not").is_in(said);
    let good = pat!("safe|okay|alright|unhurt|unharmed").find_all(said).into_iter().any(|r| !scope::denied(said, r.start) && about_me(said, r.start, asked))
        || pat!("i|we am|are ... fine|good|okay|safe|alright|shoulder|out|off|clear|away").find_all(said).into_iter().any(|r| !scope::denied(said, r.end - 1) && !said.is(r.end, &["of"]) && pat!("pass|passing|black|blacking|run|stress|freak|freaking|bleed|knocked|hanging out|off").at(said, r.end - 2).is_none() && !(r.start..r.end).any(|i| said.is(i, &["not"])) && !off_into(said, r.end))
        || pat!("all right|good|okay|clear|fine").find_all(said).into_iter().any(|r| asked == Some(Slot::Safety) && !scope::denied(said, r.start))
        || pat!("on|onto|to|at|off|over|in the|a|side|on|to|of|away? wide|right|grass|far? shoulder|side|ramp|grass|median|guardrail|exit|lot|ditch|embankment|bank|hill|berm").find_all(said).into_iter().any(|r| asked == Some(Slot::Safety) && !scope::denied(said, r.start))
        || pat!("out of|away the|from|my|harm? truck|cab|way|traffic|road|rig|it|lane|lanes").find_all(said).into_iter().any(|r| !scope::denied(said, r.start) && !said.is(r.start.wrapping_sub(1), &["getting", "get", "climbing", "jumping", "thrown"]))
        || asked == Some(Slot::Safety) && out_of_the_way(said)
        || pat!("pulled|pull|got|standing|sitting|made|am|moved|walked|climbed|crawled off|over|out|behind|away|clear|well to|the|in|side|safely|of?").find_all(said).into_iter().any(|r| asked == Some(Slot::Safety) && !scope::denied(said, r.start) && !said.is(r.start, &["am"]));
    if asked == Some(Slot::Safety) {
        let hedge = pat!("not sure|know").is_in(said);
        if bad && !good_after_no(said) {
            facts.safe = found(false, "not safe");
        } else if good {
            facts.safe = found(true, "safe");
        } else if yes(said) {
            facts.safe = found(true, "answer");
        } else if no(said) && !hedge {
            facts.safe = found(false, "answer");
        }
    } else if bad && pat!("not safe|okay").is_in(said) {
        facts.safe = found(false, "not safe");
    } else if good && !bad && !is_on_his_way_off(said) {
        facts.safe = found(true, "safe");
    }
}

/// "coasting to the shoulder", "getting it over", "trying to make the ramp": not there yet.
fn is_on_his_way_off(said: &Said<'_>) -> bool {
    pat!("coasting|limping|easing|drifting|nursing|trying|crawling|creeping|rolling|getting|pulling|heading|headed|fighting|steering it|her|this|him|my|the|? ... to|toward|towards|over|onto|for|off !already|safe")
        .is_in(said)
        && !pat!("safe|stopped|parked").is_in(said)
}

/// "i'm off in the ditch": not off the road to be safe.
fn off_into(said: &Said<'_>, end: usize) -> bool {
    said.is(end.wrapping_sub(1), &["off"]) && said.is(end, &["in", "into"])
}

/// "climbed out", "up on the bank", "behind the guardrail", "sitting in the trooper's car".
fn out_of_the_way(said: &Said<'_>) -> bool {
    let stands = [
        pat!(
            "climbed|crawled|jumped|hopped|got|made|walked|stepped|clear|came me|us|it|all|well|way? out|down|away|clear|off !of|here|in|there|to"
        ),
        pat!(
            "on|up|behind|over|in|at|beyond|past|by|across|to|inside|into the|a|his|their|this|? @my? bank|guardrail|guard|hill|hillside|embankment|grass|ditch|field|tree|trees|sidewalk|barrier|wall|fence|lot|driveway|office|store|building|station|shop|house|cruiser|restaurant|woods|median|ramp|berm"
        ),
        pat!(
            "in|with the|a|his|their trooper|troopers|cop|cops|police|officer|ambulance|firemen|medics|paramedics|officers"
        ),
        pat!(
            "sitting|sit|setting|standing|waiting|am in|inside|with|by|behind|at ... trooper|troopers|cop|cops|police|officer|ambulance|cruiser|car|store|station|restaurant|house|rail|wall|fence|trees|treeline|deputy|sheriff"
        ),
        pat!(
            "back|far|away|well|clear from|off|away|of the|from|? road|traffic|highway|lanes|lane|shoulder|edge|white"
        ),
    ];
    stands.into_iter().any(|p| {
        p.find_all(said)
            .into_iter()
            .any(|r| !scope::denied(said, r.start))
    })
}

/// "no i'm fine": the no is only a beginning.
fn good_after_no(said: &Said<'_>) -> bool {
    pat!("^ no|nah|nope i|we|yeah|everything|all am|are|is|i? !not").is_in(said)
        && (pat!("fine|good|okay|safe|clear").is_in(said) || pat!("all right").is_in(said))
        && !pat!("not safe|okay|good|fine|out|off").is_in(said)
}

/// "load's okay" is about the load.
fn about_me(said: &Said<'_>, i: usize, asked: Option<Slot>) -> bool {
    let range = said.clause_range(i);
    let load = (range.start..i).any(|j| {
        said.is(
            j,
            &[
                "load", "freight", "cargo", "trailer", "truck", "he", "she", "they", "driver", "guy", "it",
                "doors",
            ],
        )
    });
    let me = (range.start..i).any(|j| said.is(j, &["i", "we", "me", "us"]));
    me || (!load && asked == Some(Slot::Safety))
}

fn injuries(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    let found = |value, rule: &str| {
        Some(Found {
            value,
            words: said.words(0..said.len()),
            rule: rule.to_owned(),
        })
    };
    let asks = asked == Some(Slot::Injuries);
    let except = pat!("except|besides|apart|other|but|just|only|aside ... wrist|arm|leg|head|neck|back|shoulder|knee|hand|foot|ankle|nose|partner|driver|passenger|guy|bruised|sore|cut|hurt|bleeding|scratched|ribs|lady|finger|chest|face|kid").find(said).is_some_and(|r| !scope::denied(said, r.end - 1));
    let hurt = pat!(
        "hurt|hurts|hurting|injured|injury|injuries|bleeding|unconscious|broken|broke|sore|cut|bruised|concussion|whiplash|banged|scratched|limping|pain|burned|killed|dead|sprained|shaken|ambulance|stitches|gash|trapped"
    );
    let reported = hurt.find_all(said).into_iter().any(|r| {
        !scope::denied(said, r.start)
            && !denied_ahead(said, r.start)
            && !scope::supposed(said, r.start)
            && !truck_word(said, r.start)
            && (asks || !said.is(r.start, &["shaken"]))
    });
    let reported = reported
        && !pat!("shaken up|is?").find(said).is_some_and(|r| {
            !pat!("hurt|bleeding|cut|sore|broke|broken|injured|neck|pain|head").is_in(said)
                && r.start < said.len()
        });
    let part = pat!("@body is|are|feels|might|pretty|a|got|hurts .. stiff|hurts|hurt|hurting|sore|killing|swollen|bleeding|pain|broken|broke|banged|messed|busted|smashed|crushed|cut|jammed|twisted|burned|torn|numb").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || pat!("hurt|hit|bumped|knocked|smacked|whacked|broke|busted|banged|smashed|cut|twisted|jammed|burned|tore|crushed|wrenched|tweaked|cracked up? my|his|her|their right|left? @body").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || asks && pat!("scratch|scrape|cut|bump|bruise|knot|burn|gash on|to|across my|his|her|their left|right? @body|forehead|scalp|cheek|chin|lip|skin").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || pat!("not feel|move my|his|her left|right? @body").is_in(said)
        || pat!("he|she|guy|man|woman|lady|driver|kid|passenger|partner .. not moving|breathing|responding|conscious|awake").is_in(said)
        || pat!("not|hardly feel|move|lift|bend|raise|put my|his|her|their|weight @body|on").is_in(said)
        || asks && pat!("scratch|scrape|bruise|bump|knot|nick|gash|lump|headache|dizzy|nosebleed|limp|whiplash|stiff").find(said).is_some_and(|r| !scope::denied(said, r.start) && !pat!("not|without a|one|even|so").is_in(said) && !truck_word(said, said.clause_range(r.start).end - 1))
        || somebody_down(said)
        || asks && pat!("but|except|only .. %person|he|she|they|other ... is|are|was|were|did $").is_in(said)
        || asks && pat!("my|his|her|their|the left|right|lower|upper|? %body").find_all(said).into_iter().any(|r| !scope::denied(said, r.start) && !pat!("fine|okay|good|all|heart|right").is_in(said) && !said.is(r.end - 1, &["side"]))
        || pat!("holding|clutching|grabbing|favoring|rubbing|nursing his|her|my|their side|stomach|head|ribs|%body").is_in(said)
        || pat!("%person|he|she|they|him|her ... not ... stand|walk|move|feel|talk|remember|see|straighten|breathe").is_in(said) && !pat!("truck|trailer|traffic").is_in(said)
        || asks && pat!("scratches|bruises|cuts|scrapes|bumps|burns|stitches|goose|knot").find(said).is_some_and(|r| !scope::denied(said, r.start) && !truck_word(said, said.clause_range(r.start).end - 1));
    let none = pat!("no|not|nobody|noone|none|without .. hurt|injured|injuries|injury|harmed|bleeding|hurts|scratch|one|ambulance").is_in(said) && !pat!("not stop|quit .. bleeding").is_in(said)
        || pat!("everyone|everybody|all|we|both is|are|of|us|them? .. okay|fine|good|right|alright|unhurt").find(said).is_some_and(|r| !scope::denied(said, r.end - 1) && (asks || said.is(r.start, &["everyone", "everybody"])))
        || pat!("no one|body .. hurt|injured").is_in(said)
        || pat!("neither one|of? ... hurt|injured|harmed|bleeding|touched|scratched|scratch|bruise|mark|scrape").is_in(said)
        || pat!("not|nary|barely|hardly so|even|got|have|? much|got|have|? as|? a|one|any|? scratch|bruise|mark|bump|nick|scrape|cut|limp|hair|drop").is_in(said)
        || pat!("everyone|everybody|we|both|all .. walked|climbed|crawled|got away|out").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || pat!("everyone|everybody|all|both|we|i|they|he|she all|of|us|just? walked|walking|climbed|got|jumped|standing|up away|out|around|off|and").find(said).is_some_and(|r| (asks || said.is(r.start, &["everyone", "everybody"])) && !pat!("not|limping|except|but").is_in(said))
        || asks && pat!("shaken|shook|rattled|startled|scared|rattled up|is|?").is_in(said) && !pat!("@body").is_in(said)
        || pat!("unhurt|unharmed|uninjured|unscathed").is_in(said)
        || pat!("everyone|everybody|all|both|we|they is|are|of|us|them|? .. up|walking|standing|talking|moving|okay").find(said).is_some_and(|r| !scope::denied(said, r.end - 1) && !pat!("not|limping|except|but|one").is_in(said))
        || pat!("just|only|but|except my|our|the|some|a? little|bit? pride|ego|feelings|nerves|paint|sheet|metal|wallet|truck|trailer|bumper|mirror|fender|vehicles|equipment|property|car|cars|trucks").is_in(said);
    if except && (none || asks) || part || reported {
        facts.injuries = found(Injuries::Reported, "someone is hurt");
    } else if none {
        facts.injuries = found(Injuries::None, "nobody is hurt");
    } else if asks {
        let good = pat!("i|we am|are .. fine|good|okay|alright|all|unhurt").is_in(said)
            || pat!("just me").is_in(said) && !yes(said)
            || pat!("all|everybody|everything good|okay|right|fine").is_in(said);
        let other = pat!("he|she|they|driver|lady|guy|passenger|partner|kid|woman|man ... taken|ambulance|hospital|not|bad|rough|unconscious|complaining|shape|out").is_in(said);
        if other {
            facts.injuries = found(Injuries::Reported, "someone else is hurt");
        } else if no(said) || good && !said.is(0, &["yes"]) {
            facts.injuries = found(Injuries::None, "answer");
        } else if yes(said) {
            facts.injuries = found(Injuries::Reported, "answer");
        }
    }
}

/// "the guy that hit me ain't moving", "she's screaming": somebody lies there, or cries.
fn somebody_down(said: &Said<'_>) -> bool {
    let down = pat!("not moving|breathing|responding|waking|talking|awake|conscious|responsive|answering");
    let cries = pat!(
        "screaming|moaning|groaning|bloody|unresponsive|airlifted|lifeflighted|medevaced|stretcher|helicopter|slumped|knocked"
    );
    let person = |i: usize| {
        said.kinds(i).noun.any(Classes::PERSON) || said.is(i, &["he", "she", "they", "him", "her"])
    };
    let of_person = |r: &std::ops::Range<usize>| (r.start.saturating_sub(8)..r.start).any(person);
    let not_person = |r: &std::ops::Range<usize>| {
        let start = said.clause_range(r.start).start;
        (start..r.start).any(|i| {
            said.is(i, &["traffic", "it"]) || said.kinds(i).noun.any(Classes::VEHICLE | Classes::CONTAINER)
        })
    };
    down.find_all(said).iter().any(|r| of_person(r) && !not_person(r))
        || cries
            .find_all(said)
            .iter()
            .any(|r| of_person(r) && !scope::denied(said, r.start))
}

/// "i don't think anybody's hurt": the denial stands in the clause before.
fn denied_ahead(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start;
    start > 0 && scope::denied(said, start)
        || pat!("not think|believe|look|looks|see ... hurt|injured|injuries|bleeding|anybody|anyone")
            .find(said)
            .is_some_and(|r| r.start <= i && i < r.end + 4)
}

/// "the mirror's broken": the truck is, not a person.
fn truck_word(said: &Said<'_>, i: usize) -> bool {
    let range = said.clause_range(i);
    range.clone().any(|j| {
        j < i
            && said.is(
                j,
                &[
                    "mirror",
                    "bumper",
                    "hood",
                    "truck",
                    "trailer",
                    "headlight",
                    "tire",
                    "door",
                    "windshield",
                    "axle",
                    "fender",
                    "light",
                    "glass",
                    "pride",
                    "load",
                    "pallets",
                    "seal",
                    "radiator",
                ],
            )
    }) && !range
        .clone()
        .any(|j| said.is(j, &["arm", "leg", "neck", "head", "wrist"]))
        || (said.is(i, &["broke", "broken"]) && said.is(i + 1, &["down"]))
        // "limping it to the side": the truck.
        || (said.is(i, &["limping"])
            && said.is(
                i + 1,
                &["to", "it", "her", "along", "in", "over", "toward", "towards", "down", "off", "into", "home", "on"],
            ))
        || (said.is(i, &["dead"])
            && !range.clone().any(|j| {
                said.is(
                    j,
                    &[
                        "he", "she", "driver", "somebody", "someone", "man", "woman", "they",
                    ],
                )
            }))
        || (said.is(i, &["cut", "broke"])
            && !range
                .clone()
                .any(|j| BODY.contains(&said.word(j)) || said.is(j, &["got", "bad", "himself", "myself"])))
        || (said.is(i, &["pain"])
            && said.is(i + 1, &["in"])
            && said.is(i + 3, &["neck", "butt"])
            && said.is(i.wrapping_sub(1), &["a"]))
}

fn load(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    let found = |value, rule: &str| {
        Some(Found {
            value,
            words: said.words(0..said.len()),
            rule: rule.to_owned(),
        })
    };
    let asks = asked == Some(Slot::LoadSecure);
    let topic =
        pat!("load|freight|cargo|trailer|pallets|product|seal|straps|doors|everything|nothing").is_in(said);
    if pat!("not|never|have been|gone|went|walked|got|gotten|made|climbed|had ... look|check|see|inspect|yet|back|open").find(said).is_some_and(|r| said.is(r.start, &["not", "never"])) && (asks || topic)
        || asks && pat!("can|could not ... see|tell|look|check|open|get").is_in(said)
        || pat!("not|have looked|checked|check|look|know|sure|idea|seen|tell|had|gotten|opened|no a|clue|idea|sure|yet|in|it|chance|time|moment?").find(said).is_some_and(|r| said.is(r.start, &["not"])) && (asks || topic)
        || asks && pat!("no idea|clue").is_in(said)
    {
        return;
    }
    if !(asks || topic) {
        return;
    }
    let named = pat!(
        "load|freight|cargo|pallets|product|seal|straps|boxes|stuff|skids|coils|steel|lumber|trailer|doors|everything|nothing|it"
    );
    let bad = pat!("shifted|shifting|spilled|spilling|moved|fell|fallen|leaning|gone|stolen|missing|broken|broke|loose|lost|leaking|busted|damaged|everywhere|tipped|crushed|open|ripped|torn|came|burning|fire|scattered|hanging|shift|wrecked|exposed|dumped|destroyed|ruined|over|through")
        .find_all(said)
        .into_iter()
        .any(|r| !scope::denied(said, r.start) && !scope::past(said, r.start) && !pat!("nothing").find(said).is_some_and(|n| n.start < r.start && said.clause(n.start) == said.clause(r.start)) && !pat!("not|did .. think|look|believe").find(said).is_some_and(|n| n.start < r.start && said.is(n.start, &["not"])) && (asks || near_topic(said, r.start)));
    let runs_out = asks && pat!("running|pouring|coming|leaking|dripping|spilling|oozing|flowing|squirting|gushing|hanging|sticking|poking|falling out|from|through|everywhere|all|over|down|onto").find(said).is_some_and(|r| !scope::denied(said, r.start));
    let good = pat!("secure|secured|fine|okay|good|intact|tight|sealed|strapped|safe|undamaged|solid|held|right|stable|untouched|upright|closed|latched|empty")
        .find_all(said)
        .into_iter()
        .any(|r| !scope::denied(said, r.start) && (asks || near_topic(said, r.start)))
        || pat!("seal|seals is|are|still|there .. on|there|good|intact").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || asks && pat!("doors is|are|still .. shut").is_in(said)
        || asks && pat!("stay|staying|stayed|still|all|everything|sitting|sits|standing|remains|riding in|where|put|right|good its|their|it|place|there|one|should|shape|way").find(said).is_some_and(|r| !scope::denied(said, r.start))
        || pat!("nothing|not|never|did|none|no .. shift|shifted|moved|move|spilled|fell|broke|damage|budge|budged|spill|came|loose|lost|leaking").find(said).is_some_and(|r| !said.is(r.start, &["did"]) && (asks || topic));
    let denied_good = pat!("not .. secure|fine|okay|good|tight|sealed|safe|right").is_in(said)
        && (asks || named.is_in(said) && pat!("load|freight|cargo").is_in(said));
    let on_the_ground = asks
        && pat!("on|in|across|over|all the|both|all|two|every ground|road|highway|ditch|median|lane|lanes|shoulder|pavement|floor")
            .find(said)
            .is_some_and(|r| !scope::denied(said, r.start) && !pat!("trailer|doors is|are").is_in(said));
    if bad || runs_out || on_the_ground || denied_good && asks {
        facts.load_secure = found(false, "load not secure");
    } else if good {
        facts.load_secure = found(true, "load secure");
    } else if asks && yes(said) {
        facts.load_secure = found(true, "answer");
    } else if asks && no(said) {
        facts.load_secure = found(false, "answer");
    }
}

fn near_topic(said: &Said<'_>, i: usize) -> bool {
    said.clause_range(i).any(|j| {
        said.is(
            j,
            &[
                "load", "freight", "cargo", "pallets", "product", "seal", "straps", "skids", "coils", "boxes",
            ],
        )
    })
}
