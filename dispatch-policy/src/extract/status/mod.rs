//! How the trip is going: driving, delayed, at the receiver, being unloaded.

mod frame;
mod late;
mod place;
mod signs;

use crate::facts::{DriverStatus, Facts, Found, UnloadingStatus};

use super::other_driver;
use super::pattern::pat;
use super::scope;
use super::text::Said;
use super::unloading;

pub(super) use frame::elsewhere;
use signs::{SIGNS, Sign};

/// Reads the status, with what the other readings found at hand. Who is `under_way` by his own hour is not there yet.
pub(super) fn read(said: &Said<'_>, facts: &mut Facts, door_topic: bool, under_way: bool) {
    let mut best: [Option<Found<DriverStatus>>; 4] = [None, None, None, None];
    let mut on_time = false;
    let mut on_time_words = None;
    let mut not_there = false;
    let late = late::predicates(said)
        .into_iter()
        .map(|span| ("late", Sign::Delayed, span));
    let signs = SIGNS.iter().flat_map(|rule| {
        let spans = rule.pattern.find_all(said).into_iter();
        spans.map(|span| (rule.name, rule.value, span))
    });
    {
        for (name, sign, span) in signs.chain(late) {
            let denied = scope::denied(said, span.start) || scope::asks(said, span.start);
            let conditional = scope::conditional(said, span.start);
            let supposed = conditional
                || scope::planned(said, span.start)
                || future(said, span.start, if sign == Sign::Driving { 0 } else { 3 });
            // "they're not unloading me yet", "they're moving": the denial stands inside; the subject is the crew.
            let arrives = matches!(sign, Sign::Arrived | Sign::Unloading);
            if arrives && span.clone().skip(1).any(|i| said.is(i, &["not", "never"]))
                || sign == Sign::Driving && is_theirs(said, span.start)
            {
                continue;
            }
            if sign == Sign::Driving && frame::is_no_drive(said, &span)
                || sign == Sign::Delayed && frame::is_of_another_day(said, span.start)
                || arrives && frame::intends(said, span.end - 1)
            {
                continue;
            }
            let elsewhere = elsewhere(said, span.start);
            let due = (said.clause_range(span.start).start..span.start)
                .any(|i| said.is(i, &["appointment", "scheduled"]));
            // "be at the customer by three": he leaves out that he will.
            let to_be = said.is(span.start.wrapping_sub(1), &["be"])
                && !said.is(span.start.wrapping_sub(2), &["i", "we"]);
            if arrives && (elsewhere || to_be || due || scope::habitual(said, span.start)) {
                continue;
            }
            // "sitting in this same spot on the highway": wherever that is, it is no receiver.
            if sign == Sign::Arrived
                && on_the_road(said, span.start)
                && !SITE.contains(&said.word(span.end - 1))
            {
                continue;
            }
            let value = match sign {
                // "he's late, the other truck"
                Sign::Delayed if is_of_others(said, span.start) => continue,
                // "the receiver closed early": not his earliness.
                Sign::OnTime
                    if said.is(
                        span.start.wrapping_sub(1),
                        &[
                            "closed", "close", "closes", "opened", "shut", "quit", "left", "started",
                        ],
                    ) =>
                {
                    continue;
                }
                Sign::OnTime => {
                    // "was on time till i hit this construction"
                    let was = said.is(span.start.wrapping_sub(1), &["was", "were"])
                        && (span.end..said.len())
                            .any(|i| said.is(i, &["late", "behind", "stuck", "stopped", "till", "until"]));
                    if !denied && !conditional && !was && !scope::planned(said, span.start) {
                        on_time = true;
                        on_time_words.get_or_insert_with(|| said.words(span));
                    }
                    continue;
                }
                Sign::NotThere => {
                    not_there = true;
                    continue;
                }
                Sign::Delayed if denied => {
                    // "i'm not late", "won't be late"; "not moving" says so itself.
                    if said.is(span.end - 1, &["late", "behind", "delayed", "tardy", "overdue"]) {
                        on_time = true;
                        on_time_words.get_or_insert_with(|| said.words(span));
                    }
                    continue;
                }
                _ if denied || (supposed && sign != Sign::Delayed) => continue,
                _ if scope::taken_back(said, &span) => continue,
                // "they're unloading the guy next to me", "my gps says i arrived but ..."
                Sign::Unloading if other_driver::is_done_to(said, &span) => continue,
                Sign::Arrived if told_by_a_device(said, span.start) => continue,
                Sign::Arrived if name == "in line" && unloading::is_other_line(said, span.start) => continue,
                // "thought i'd be late but i had a tailwind"
                _ if scope::believed(said, span.start) || other_driver::tells_of(said, span.start) => {
                    continue;
                }
                // "gonna be late" states it.
                Sign::Delayed if conditional => continue,
                // "was running late this morning, ain't no more"
                Sign::Delayed if is_over(said, &span) => {
                    on_time = true;
                    on_time_words.get_or_insert_with(|| said.words(span));
                    continue;
                }
                Sign::Arrived => DriverStatus::Arrived,
                Sign::Unloading => DriverStatus::Unloading,
                Sign::Delayed => DriverStatus::Delayed,
                Sign::Driving => DriverStatus::Driving,
            };
            let slot = &mut best[rank(value)];
            // What only a dock can mean stands before what a place on the road can mean, too.
            if slot
                .as_ref()
                .is_none_or(|found| is_weak(&found.rule) && !is_weak(name))
            {
                *slot = Some(Found {
                    value,
                    words: said.words(span),
                    rule: name.to_owned(),
                });
            }
        }
    }
    // Facts read elsewhere speak too. What they imply has no words of its own: their words are theirs.
    let from = |value, rule: &str| {
        Some(Found {
            value,
            words: String::new(),
            rule: rule.to_owned(),
        })
    };
    if let Some(u) = &facts.unloading_status {
        let value = if u.value == UnloadingStatus::Unloading {
            DriverStatus::Unloading
        } else {
            DriverStatus::Arrived
        };
        let slot = &mut best[rank(value)];
        *slot = slot.take().or_else(|| from(value, "unloading"));
    }
    if facts.door.is_some() && !door_topic {
        best[1] = best[1].take().or_else(|| from(DriverStatus::Arrived, "door"));
    }
    if facts.delay_minutes.is_some() && !on_time {
        best[2] = best[2].take().or_else(|| from(DriverStatus::Delayed, "lateness"));
    }
    let [unloading, arrived, delayed, driving] = best;
    let (unloading, arrived) = (unloading.filter(|_| !under_way), arrived.filter(|_| !under_way));
    let en_route = driving.is_some() && facts.unloading_status.is_none() && facts.door.is_none();
    let arrived = arrived.filter(|a| !(not_there || (en_route && is_weak(&a.rule))));
    let unloading = unloading.filter(|_| {
        !matches!(
            facts.unloading_status.as_ref().map(|u| u.value),
            Some(
                UnloadingStatus::Complete
                    | UnloadingStatus::WaitingForDoor
                    | UnloadingStatus::WaitingForLumper
            )
        )
    });
    let delayed = delayed.filter(|_| !on_time);
    let eta = facts.eta.as_ref().is_some_and(|e| !e.value.vague);
    let implied = (facts
        .location
        .as_ref()
        .is_some_and(|l| l.value.highway.is_some() || l.value.city.is_some())
        && eta
        && !not_there)
        .then(|| from(DriverStatus::Driving, "place and eta"))
        .flatten();
    let not_there_yet = pat!("not|almost|nearly quite|even|really|nowhere? there|here")
        .find(said)
        .map(|span| Found {
            value: DriverStatus::Driving,
            words: said.words(span),
            rule: "not there yet".to_owned(),
        });
    let on_time_found = on_time.then(|| Found {
        value: DriverStatus::Driving,
        words: on_time_words.unwrap_or_default(),
        rule: "on time".to_owned(),
    });
    facts.driver_status = unloading
        .or(arrived)
        .or(delayed)
        .or(driving)
        .or(not_there_yet)
        .or(on_time_found.filter(|_| !not_there))
        .or(implied);
}

/// Told as past, and as past only: "was behind but we're good now".
fn is_over(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    let was = (said
        .clause_range(span.start)
        .start
        .max(span.start.saturating_sub(8))..span.end)
        .any(|i| said.is(i, &["was", "were", "had"]));
    let was = was
        || pat!("was|were going|about to .. late|behind|delayed")
            .find_all(said)
            .iter()
            .any(|r| r.end >= span.start && r.start <= span.start);
    let over = pat!("no more|longer").is_in(said)
        // "the bridge was backed up so i went around it"
        || pat!("i|we went|took|got|came|drove|cut|jumped|ducked around|another|past|through|by|off|over|up it|that|all|the|way|?")
            .find_all(said)
            .iter()
            .any(|r| r.start >= span.end && !scope::denied(said, r.start))
        || pat!(
            "so|but|now|and i|we|it|all|? am|are|is all|? good|fine|golden|okay|set|square|straight|caught"
        )
        .find_all(said)
        .iter()
        .any(|r| r.start >= span.end && !scope::denied(said, r.end - 1))
        || pat!("not anymore|now").is_in(said)
        || pat!("but|now|all ... good|fine|golden|caught|schedule|time|better")
            .find_all(said)
            .iter()
            .any(|r| r.start >= span.end && !scope::denied(said, r.end - 1));
    was && over
}

/// "my gps says i arrived but this is somebody's house": he does not believe it himself.
fn told_by_a_device(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start;
    pat!("gps|phone|app|tablet|garmin|google|waze|computer|map|thing|it says|said|claims|thinks|shows|swears|told")
        .all_within(said, start.saturating_sub(5)..i)
        .any(|r| r.end <= i && (i..said.len()).any(|j| said.is(j, &["but", "this", "wrong"])))
}

/// "he's late": told of somebody else, and nothing in the clause of the driver.
fn is_of_others(said: &Said<'_>, i: usize) -> bool {
    let clause = said.clause_range(i);
    (clause.start..i).any(|j| said.is(j, &["he", "she"]))
        && !(clause.start..i).any(|j| said.is(j, &["i", "we", "me", "us", "my", "our"]))
}

/// Words that end a phrase which names the receiver's own ground.
const SITE: &[&str] = &[
    "receiver",
    "receivers",
    "consignee",
    "customer",
    "warehouse",
    "dock",
    "docks",
    "door",
    "gate",
    "yard",
    "guard",
    "shack",
    "dc",
    "property",
    "delivery",
    "destination",
];

/// The clause tells of a road, and of nothing beside it that has a gate.
fn on_the_road(said: &Said<'_>, i: usize) -> bool {
    pat!("on|along|of the|this? side|shoulder? of? the|this? highway|interstate|freeway|turnpike|thruway|shoulder|parkway|tollway|beltway")
        .find_all(said)
        .iter()
        .any(|r| said.clause(r.start) == said.clause(i))
}

/// "they're moving": the crew's doing, or the traffic's.
fn is_theirs(said: &Said<'_>, verb: usize) -> bool {
    pat!("they|he|she is|are|was|were").at(said, verb.saturating_sub(2)) == Some(verb)
        && said.is(
            verb,
            &["moving", "rolling", "going", "working", "coming", "running"],
        )
        && pat!("trailer|pallet|pallets|freight|unload~|dock|door|receiver|lumper|lumpers|forklift")
            .is_in(said)
}

/// Arrivals that a driver on the road says as well.
fn is_weak(rule: &str) -> bool {
    matches!(rule, "here" | "in line" | "in a door")
}

fn rank(value: DriverStatus) -> usize {
    match value {
        DriverStatus::Unloading => 0,
        DriverStatus::Arrived => 1,
        DriverStatus::Delayed => 2,
        DriverStatus::Driving => 3,
    }
}

/// "i'll be there", "should be backed in by": not yet.
fn future(said: &Said<'_>, i: usize, reach: usize) -> bool {
    let range = said.clause_range(i);
    let end = (i + reach).min(range.end).max(range.start);
    (range.start..end).any(|j| {
        said.is(
            j,
            &["will", "should", "when", "once", "tomorrow", "supposed", "would"],
        )
    })
}

/// Whether the words say that nothing is late.
pub(super) fn on_time(said: &Said<'_>) -> bool {
    SIGNS.iter().filter(|r| r.value == Sign::OnTime).any(|r| {
        r.pattern
            .find_all(said)
            .iter()
            .any(|s| !scope::denied(said, s.start) && !scope::supposed(said, s.start))
    }) || pat!("not .. late|behind|delayed").is_in(said)
}
