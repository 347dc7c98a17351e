//! Crashes of the driver's own: verbs of collision and loss of control with their subjects and objects.

use std::ops::Range;

use crate::facts::{EmergencyTier, EmergencyType};

use super::Event;
use super::crash_words::{FALLS, Force, NOUNS, VERBS};
use super::told;
use crate::extract::lexicon::Classes;
use crate::extract::party::{Met, Who, object, subject};
use crate::extract::pattern::pat;
use crate::extract::text::Said;

/// Every crash the words tell of, whoever's it is; the filters of the caller decide.
pub(super) fn events(said: &Said<'_>) -> Vec<Event> {
    let mut found = Vec::new();
    for rule in VERBS.iter() {
        for span in rule.pattern.find_all(said) {
            if let Some(tier) = strike(said, rule.value, &span) {
                found.push(event(rule.name, tier, span));
            }
        }
    }
    for p in FALLS.iter() {
        for span in p.find_all(said) {
            let who = subject(said, span.start);
            if is_plan(said, &span) || is_parked(said, &span) {
                continue;
            }
            let pushed = (span.start..span.end).any(|i| said.is(i, &["me", "us", "my", "our"]));
            // "she's laying on her side": the truck.
            let she = (span.start.saturating_sub(3)..span.start).any(|i| said.is(i, &["she"]))
                && span.clone().any(|i| said.is(i, &["her", "upside"]));
            if matches!(who, Who::Us | Who::Ours | Who::Unsaid) || pushed || she {
                found.push(event("lost control", EmergencyTier::High, span));
            }
        }
    }
    for p in NOUNS.iter() {
        for span in p.find_all(said) {
            if subject(said, span.start) != Who::Other && !there_before(said, span.start) {
                found.push(event("in an accident", EmergencyTier::High, span));
            }
        }
    }
    // "there was a wreck and i'm in it", "some lady turned in front of me ... we hit"
    found.extend(told::events(said));
    let crash = pat!("wreck|accident|crash|collision|pileup").is_in(said);
    for span in pat!("i|we am|was|were|are in|part|involved it|one|of|in|that").find_all(said) {
        if crash && !crate::extract::scope::denied(said, span.end) {
            found.push(event("in it", EmergencyTier::High, span));
        }
    }
    if crash && let Some(span) = pat!("it|that|which was|is me|us|mine $").find(said) {
        found.push(event("it was me", EmergencyTier::High, span));
    }
    let hit = pat!("we hit|collided $")
        .find(said)
        .or_else(|| pat!("we hit|collided each|head").find(said));
    found.extend(hit.map(|s| event("we hit", EmergencyTier::High, s)));
    // "some kid came across the median and got me": a doer on the road, who left his lane.
    if pat!("median|centerline|centre|line|lane|lanes|light|sign|intersection|across|head").is_in(said) {
        let got = pat!("got|get|nailed|tagged|caught|creamed|smoked me|us $|good|pretty|and|right|head");
        found.extend(
            got.find_all(said)
                .into_iter()
                .filter(|s| subject(said, s.start) == Who::Other && road_user_before(said, s.start))
                .map(|s| event("got us", EmergencyTier::High, s)),
        );
    }
    // "my buddy wrecked last week and i just did the same".
    let again = pat!("i|we just|went|also|now|and? did|done|gone the|that|it same|too|thing").find_all(said);
    let told_of = |i: usize| {
        FALLS
            .iter()
            .chain(NOUNS.iter())
            .any(|p| p.find(said).is_some_and(|r| r.start < i))
    };
    found.extend(
        again
            .into_iter()
            .filter(|span| told_of(span.start))
            .map(|span| event("did the same", EmergencyTier::High, span)),
    );
    let in_the_way = pat!("front|pulled|cut|turned|stopped|road|lane").is_in(said);
    if in_the_way {
        let helpless =
            pat!("could|can|did not get? stop|stopped|avoid|miss in? time|it|him|her|them? $|she|he|it|and");
        found.extend(
            helpless
                .find_all(said)
                .into_iter()
                .filter(|s| road_user_before(said, s.start))
                .map(|s| Event {
                    negative: true,
                    ..event("could not stop", EmergencyTier::High, s)
                }),
        );
    }
    // "there's been an accident": ours unless it is placed elsewhere.
    let been = pat!(
        "there has|is|have|was just? been a|an kind|of|bad|little|an|a? accident|wreck|crash|collision|incident !ahead|up|in|on|blocking|back|at|near|by|that|here|over|down|so"
    );
    let was = pat!(
        "there was|is a|an little|bad|big? accident|wreck|crash|collision !ahead|up|in|on|blocking|back|at|near|by|that|over|down|so|off|around|along|further"
    );
    if pat!("i|we am|are .. okay|fine|hurt|shaken|safe|unhurt").is_in(said)
        || pat!("nobody|noone|everybody|everyone .. hurt|okay|fine").is_in(said)
    {
        found.extend(
            was.find_all(said)
                .into_iter()
                .map(|s| event("there has been", EmergencyTier::High, s)),
        );
    }
    found.extend(
        been.find_all(said)
            .into_iter()
            .map(|s| event("there has been", EmergencyTier::High, s)),
    );
    found
}

/// "parked in the median crossover", "the trooper's working in the median": there on purpose.
fn is_parked(said: &Said<'_>, span: &Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    (range.start..span.start).any(|i| said.is(i, &["parked", "working", "mowing", "hiding", "staged"]))
}

/// "my sleep schedule's wrecked", "this wrecked my week": plans, and no truck.
fn is_plan(said: &Said<'_>, span: &Range<usize>) -> bool {
    const PLANS: &[&str] = &[
        "schedule", "sleep", "day", "week", "weekend", "month", "plan", "plans", "budget", "paycheck",
        "mood", "stomach", "nerves", "hours", "clock", "logs", "route", "credit", "diet", "knees", "back",
        "marriage", "evening", "night", "bathroom", "kitchen", "restroom", "trip",
    ];
    let before = (span.start.saturating_sub(4)..span.start)
        .any(|i| said.is(i, PLANS) && said.clause(i) == said.clause(span.start));
    let after = (span.end..span.end + 3).any(|i| said.is(i, PLANS))
        && said.is(span.start, &["wrecked", "totaled", "totalled"]);
    (before || after) && said.is(span.start, &["wrecked", "totaled", "totalled", "flipped"])
}

/// A driver or a vehicle that is not ours was named before.
fn road_user_before(said: &Said<'_>, i: usize) -> bool {
    (0..i).any(|j| {
        said.kinds(j).noun.any(Classes::ANIMAL)
            || said.is(
                j,
                &[
                    "he",
                    "she",
                    "they",
                    "car",
                    "truck",
                    "semi",
                    "suv",
                    "van",
                    "pickup",
                    "bus",
                    "wheeler",
                    "motorcycle",
                    "guy",
                    "kid",
                    "lady",
                    "woman",
                    "man",
                    "dude",
                    "driver",
                    "idiot",
                    "somebody",
                    "someone",
                    "trucker",
                    "rv",
                    "jeep",
                ],
            )
    })
}

/// "there's been an accident" tells of any; it is read on its own.
fn there_before(said: &Said<'_>, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|j| said.is(j, &["there"]) && said.clause(j) == said.clause(i))
}

pub(super) fn event(rule: &'static str, tier: EmergencyTier, span: Range<usize>) -> Event {
    Event {
        kind: EmergencyType::Accident,
        tier,
        rule,
        span,
        negative: false,
    }
}

/// Whether a verb of collision tells of a crash that is the driver's.
fn strike(said: &Said<'_>, force: Force, span: &Range<usize>) -> Option<EmergencyTier> {
    let high = Some(EmergencyTier::High);
    let who = subject(said, span.start);
    let met = object(said, span.end.min(said.len()));
    let met = if met == Met::Nothing {
        object_inside(said, span)
    } else {
        met
    };
    let passive = (span.start.saturating_sub(3)..span.start).any(|i| {
        said.clause(i) == said.clause(span.start)
            && said.is(i, &["got", "been", "was", "were", "getting", "get", "is"])
    }) && !said.is(span.start.wrapping_sub(1), &["i", "we", "just", "he", "they"])
        | said.is(span.start.wrapping_sub(2), &["got", "been", "was"]);
    if passive && force != Force::Over {
        let by_thing = (span.end..said.clause_range(span.start).end).any(|i| {
            said.kinds(i).noun.any(Classes::WEATHER)
                || said.is(
                    i,
                    &[
                        "traffic",
                        "rain",
                        "snow",
                        "weather",
                        "storm",
                        "bill",
                        "fee",
                        "fine",
                        "charge",
                        "ticket",
                        "hail",
                        "construction",
                        "detention",
                        "layover",
                        "rate",
                        "rates",
                        "pay",
                        "inspection",
                    ],
                )
        }) || said.is(span.end, &["with", "up", "hard"])
            && said.is(span.end + 1, &["a", "the", "some", "by", "in", "for"])
            && !said.is(span.end, &["hard"]);
        let busy = said.is(span.start, &["slammed", "smashed", "crunched"])
            && said.is(
                span.end,
                &[
                    "this", "today", "all", "last", "here", "with", "tonight", "lately", "again", "at",
                ],
            );
        let meant = matches!(force, Force::Strike | Force::Crash) && !busy;
        return (matches!(who, Who::Us | Who::Ours | Who::Unsaid) && meant && !by_thing)
            .then_some(EmergencyTier::High);
    }
    match met {
        // "box truck sideswiped me": no truck of his hits him.
        Met::Us | Met::OurRig
            if matches!(who, Who::Other | Who::Unsaid) || met == Met::Us && who == Who::Ours =>
        {
            // "they bumped me to tomorrow", "traffic hit me".
            let figure = force == Force::Meet
                && (span.start > 0
                    && said.is(
                        span.start.wrapping_sub(1),
                        &["they", "dispatch", "receiver", "broker"],
                    ))
                || met == Met::OurRig
                    && who == Who::Unsaid
                    && said.is(span.start, &["took", "caught", "pushed", "touched"])
                    && !said.is(span.end - 1, &["out", "off", "down"])
                || figurative_doer(said, span.start)
                || (force == Force::Meet
                    && met == Met::Us
                    && !said.is(
                        span.end.wrapping_sub(1),
                        &[
                            "into", "against", "tapped", "bumped", "clipped", "scraped", "tagged",
                        ],
                    ));
            (!figure).then_some(EmergencyTier::High)
        }
        Met::Us => None,
        Met::OurRig => matches!(force, Force::Strike | Force::Crash | Force::Meet)
            .then_some(EmergencyTier::High)
            .filter(|_| {
                // "took my truck to the shop", but "took out my radiator".
                said.is(span.end - 1, &["out", "off", "down"])
                    || !said.is(span.start, &["took", "caught", "touched", "pushed"])
            }),
        Met::Body => match (force, who) {
            (Force::Over, _) => Some(EmergencyTier::Immediate),
            (_, Who::Other) => high,
            _ => None,
        },
        _ if who == Who::Other => None,
        Met::Person if force == Force::Crash => high,
        Met::Person if force == Force::Meet => high.filter(|_| pat!("in front|ahead of").is_in(said)),
        Met::Person => Some(EmergencyTier::Immediate),
        Met::Hard => {
            // "pulled into the truck", "turned into the gate" steer; "took the truck" drives.
            let steering = said.is(
                span.start,
                &["pulled", "turned", "drove", "took", "pushed", "caught", "knocked"],
            ) && (force == Force::Meet);
            let taken_out = said.is(span.end.wrapping_sub(1), &["out", "down", "off", "over"]);
            let dock = said.is(span.start, &["backed", "back", "bumped"])
                && pat!("the|a|my|this|it? door|doors|gate")
                    .at(said, span.end)
                    .is_some();
            let animal = force != Force::Over
                || pat!("... deer|cow|dog|animal|hog|elk|bear|car|sign|pole|hydrant|fence|mailbox|curb")
                    .at(said, span.end)
                    .is_some();
            ((taken_out || !steering) && !dock && animal && !scraped_paint(said, span))
                .then_some(EmergencyTier::High)
        }
        Met::Unknown if matches!(force, Force::Strike | Force::Crash) => high,
        Met::Nothing if force == Force::Crash && who != Who::Other => {
            high.filter(|_| said.is(span.start, &["rear", "rearended", "sideswiped"]))
        }
        Met::Nothing if said.is(span.end, &["it", "him", "her"]) && animal_before(said, span.start) => high,
        Met::Everyday | Met::Unknown | Met::Nothing => None,
    }
}

/// "a deer ran out and i nailed it".
fn animal_before(said: &Said<'_>, i: usize) -> bool {
    (0..i).any(|j| {
        said.is(
            j,
            &[
                "deer",
                "elk",
                "moose",
                "bear",
                "cow",
                "hog",
                "dog",
                "coyote",
                "horse",
                "animal",
                "pole",
                "car",
                "pedestrian",
            ],
        )
    })
}

/// "ran somebody over": the object stands inside.
fn object_inside(said: &Said<'_>, span: &Range<usize>) -> Met {
    if span.clone().any(|i| {
        said.is(
            i,
            &[
                "guy",
                "man",
                "woman",
                "kid",
                "lady",
                "person",
                "pedestrian",
                "worker",
                "somebody",
                "someone",
            ],
        )
    }) && said.is(span.end.wrapping_sub(1), &["over"])
    {
        Met::Person
    } else {
        Met::Nothing
    }
}

/// Weather, prices and traffic hit people without touching them.
fn figurative_doer(said: &Said<'_>, verb: usize) -> bool {
    let start = said.clause_range(verb).start;
    (start..verb).any(|i| {
        said.is(
            i,
            &[
                "traffic", "weather", "rain", "storm", "snow", "wind", "price", "prices", "market",
                "dispatch", "broker", "boss", "bill", "it", "hunger", "sleep", "that",
            ],
        )
    }) && !(start..verb).any(|i| said.is(i, &["car", "truck", "guy", "somebody", "someone"]))
}

/// Words of wear, not of a crash.
fn scraped_paint(said: &Said<'_>, span: &Range<usize>) -> bool {
    said.is(span.start, &["scraped", "scratched"])
        && said.is(span.end, &["by", "together", "ice", "the"])
        && (span.end..said.len()).any(|i| said.is(i, &["ice", "windshield"]))
}
