//! Every clock time and length of time in the utterance, each with the part it plays.

mod apart;
mod aside;
mod bare;
mod deeds;
mod frame;
mod hours;
mod linked;
mod miles;
mod other;
mod roles;
mod table;
mod this_hour;
mod times;
mod vague;

use std::ops::Range;

use jiff::Zoned;

use crate::facts::{CallbackTime, Eta, Facts, Found};

use super::pattern::pat;
use super::repair;
use super::text::Said;

use hours::drive_time_left;
use miles::miles_left;
use other::{counts, radio_codes};
use roles::role;
use table::Role;
use times::{since, times};

#[derive(Debug, Clone)]
struct Time {
    span: Range<usize>,
    at: Option<Zoned>,
    low_minutes: i64,
    minutes: i64,
    length: bool,
    explicit: bool,
    vague: bool,
}

/// What the surroundings of the utterance allow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) now: &'a Zoned,
    pub(super) asked_eta: bool,
    pub(super) asked_callback: bool,
    pub(super) asked_wait: bool,
    /// He is at the receiver, or was asked how it goes there.
    pub(super) at_dock: bool,
    /// Nothing particular was asked, or the status or place.
    pub(super) open: bool,
    pub(super) asked_confirm: bool,
    /// He says where he is as well.
    pub(super) placed: bool,
    /// He is at the receiver: bare times are not arrivals.
    pub(super) arrived: bool,
}

/// Reads all times into `facts`.
pub(super) fn read(said: &mut Said<'_>, markers: &[Range<usize>], set: Setting<'_>, facts: &mut Facts) {
    miles_left(said, set.asked_eta, facts);
    drive_time_left(said, facts);
    counts(said);
    radio_codes(said);
    let mut times = times(said, set);
    linked::same_unit(said, &mut times, set.now);
    let mut arrivals: Vec<Time> = Vec::new();
    let mut told: Vec<Time> = Vec::new();
    let mut first: Option<Time> = None;
    let mut late: Option<Range<usize>> = None;
    for mut t in times {
        let role = role(said, &t, set);
        if std::env::var("DBG").is_ok() {
            eprintln!("{t:?} {role:?}");
        }
        let before = first.take();
        let found = |value: i64, rule: &str| {
            Some(Found {
                value,
                words: said.words(t.span.clone()),
                rule: rule.to_owned(),
            })
        };
        // "an hour behind, no make that two": how late he is, said anew.
        let anew = t.length
            && !said.is(t.span.end, &["out", "away", "from"])
            && late
                .as_ref()
                .is_some_and(|l| markers.iter().any(|m| m.start >= l.end && m.end == t.span.start));
        let role = if anew { Role::Lateness } else { role };
        match role {
            Role::Arrival | Role::Hearsay if is_wait_of_others(said, &t) => first = Some(t),
            Role::Arrival => {
                linked::after_another(said, before.as_ref(), &mut t, set.now);
                linked::later_than(said, before.as_ref(), &mut t, set.now);
                arrivals.push(t);
            }
            Role::Hearsay => told.push(t),
            // "my ten's up at nine": what follows begins there.
            Role::Other if is_before_rolling(said, &t) => first = Some(t),
            Role::Lateness if t.length && (anew || facts.delay_minutes.is_none()) => {
                late = Some(t.span.clone());
                facts.delay_minutes = found(t.minutes, "lateness");
            }
            Role::Waited if facts.wait_minutes.is_none() || t.length => {
                let minutes = if t.length {
                    Some(t.minutes)
                } else {
                    since(&t, set.now)
                };
                if let Some(m) = minutes {
                    facts.wait_minutes = found(m, "waited");
                }
            }
            Role::DriveTimeLeft if facts.hos_remaining_minutes.is_none() && t.length => {
                facts.hos_remaining_minutes = found(t.minutes, "drive time left");
            }
            Role::CallBack if facts.callback.is_none() && !t.vague => {
                let value = CallbackTime {
                    minutes: Some(t.minutes),
                    at: t.at.clone(),
                };
                facts.callback = Some(Found {
                    value,
                    words: said.words(t.span.clone()),
                    rule: "call back".to_owned(),
                });
            }
            _ => {}
        }
    }
    if let Some(t) = choose(said, if arrivals.is_empty() { told } else { arrivals }, markers) {
        let words = said.words(t.span.clone());
        let earliest = (t.low_minutes != t.minutes).then_some(t.low_minutes);
        let value = if t.vague {
            Eta {
                at: None,
                minutes: None,
                earliest_minutes: None,
                vague: true,
                text: words.clone(),
            }
        } else {
            Eta {
                at: t.at,
                minutes: Some(t.minutes),
                earliest_minutes: earliest,
                vague: false,
                text: words.clone(),
            }
        };
        let rule = if t.vague {
            "part of the day"
        } else if t.length {
            "time to go"
        } else {
            "clock"
        };
        facts.eta = Some(Found {
            value,
            words,
            rule: rule.to_owned(),
        });
    }
}

/// "eta six, it says here six twenty", "i told em five but ... figure six fifteen": the later one is exact, or what he
/// reckons now beside what he said or hoped once.
fn is_better(said: &Said<'_>, old: &Time, new: &Time) -> bool {
    let exact = !old.length && !new.length && !old.explicit && new.explicit;
    let once = said
        .clause_range(old.span.start)
        .take_while(|i| *i < old.span.start)
        .any(|i| {
            said.is(
                i,
                &[
                    "told",
                    "promised",
                    "said",
                    "originally",
                    "thought",
                    "quoted",
                    "hoped",
                    "hoping",
                    "gave",
                    "was",
                    "usually",
                    "normally",
                    "typically",
                    "ordinarily",
                    "supposed",
                    "plan",
                    "planned",
                ],
            )
        });
    let reckons = (old.span.end..new.span.start)
        .any(|i| said.is(i, &["but", "so", "though", "today", "now"]))
        && (old.span.end..new.span.start).any(|i| {
            said.is(
                i,
                &[
                    "figure", "figuring", "probably", "closer", "looking", "more", "say", "call", "make",
                    "put", "thinking", "think",
                ],
            )
        });
    let named = !old.explicit
        && new.explicit
        && !new.length
        && (new.span.start.saturating_sub(2)..new.span.start)
            .any(|i| said.is(i, &["say", "call", "figure", "make", "go"]));
    // "an hour and a half away, but i have to shut down, see you at seven": after the rest.
    let rests = (old.span.end..new.span.start).any(|i| {
        said.is(i, &["shut"]) && said.is(i + 1, &["down"])
            || said.is(i, &["reset", "bed", "bunk", "nap"])
            || said.is(i, &["not"]) && said.is(i + 1, &["make"])
            || said.is(i, &["my", "a"]) && said.is(i + 1, &["ten", "break"])
    });
    // "an hour and change, say an hour twenty"
    let exactly =
        old.length && new.length && said.is(new.span.start.wrapping_sub(1), &["say", "call", "make"]);
    let closer = said.is(new.span.start.wrapping_sub(2), &["closer", "nearer"])
        || said.is(new.span.start.wrapping_sub(1), &["closer", "nearer"]);
    // "google says three ten, i say three thirty"
    let i_say = said.is(new.span.start.wrapping_sub(1), &["say", "figure", "think"])
        && (new.span.start.saturating_sub(3)..new.span.start)
            .any(|j| j > old.span.end && said.is(j, &["i", "would"]))
        || said.is(new.span.start.wrapping_sub(2), &["i"])
            && said.is(new.span.start.wrapping_sub(1), &["say"]);
    // "i had five, but now i got five fifty"
    let anew = !old.length
        && new.explicit
        && !new.length
        && said.is(new.span.start.wrapping_sub(1), &["got", "have", "at"])
        && (old.span.end..new.span.start).any(|i| said.is(i, &["now"]));
    anew && (once || said.is(old.span.start.wrapping_sub(1), &["had"]))
        || i_say && old.length == new.length
        || rests && old.length && !new.length
        || closer
        || exactly
        || exact
        || once && reckons
        || reckons && !old.explicit
        || named
        || concludes(said, new)
}

/// "they say one hour more, then i drive five": how long others take before he starts.
fn is_wait_of_others(said: &Said<'_>, t: &Time) -> bool {
    let clause = said.clause_range(t.span.start);
    let others = clause.clone().any(|j| {
        said.is(
            j,
            &["they", "shipper", "dock", "crew", "he", "she", "mechanic", "load"],
        )
    });
    let then =
        said.is(clause.end, &["then"]) || said.is(clause.end, &["and"]) && said.is(clause.end + 1, &["then"]);
    t.length && others && then && !clause.clone().any(|j| said.is(j, &["i", "we", "there"]))
}

/// A break or a stop that ends before he rolls on.
fn is_before_rolling(said: &Said<'_>, t: &Time) -> bool {
    let clause = said.clause_range(t.span.start);
    // "five o'clock is when | i roll"
    let end = if said.is(clause.end.wrapping_sub(1), &["when"]) {
        said.clause_range(clause.end).end
    } else {
        clause.end
    };
    let end = if said.is(clause.end, &["when"]) {
        said.clause_range(clause.end).end
    } else {
        end
    };
    (clause.start..end).any(|i| {
        said.is(
            i,
            &[
                "break", "ten", "thirty", "reset", "nap", "sleep", "roll", "rolling", "legal", "fuel",
                "fueling", "clock", "leave", "leaving", "heading", "start", "starting", "driving", "wake",
                "restart", "roll", "go", "drive",
            ],
        )
    })
}

/// "... so let's say quarter to six", "so put four": what he comes to in the end.
fn concludes(said: &Said<'_>, new: &Time) -> bool {
    let clause = said.clause_range(new.span.start);
    // "so what's that an hour twenty"
    let sums = said.is(clause.start, &["so"])
        && pat!("so what|that|it is|will|would|be that|it|about|like|be|? another|about|like|maybe?")
            .at(said, clause.start)
            == Some(new.span.start);
    if sums {
        return true;
    }
    // "so figure | i'll be in davenport around nine"
    let figures = clause.start >= 2
        && said.is(clause.start - 1, &["figure", "guess", "say", "reckon"])
        && said.is(said.clause_range(clause.start - 1).start, &["so"]);
    if figures {
        return true;
    }
    let comes = (clause.start + 1..new.span.start).any(|i| said.is(i, &["there", "in"]));
    said.is(clause.start, &["so"]) && comes && new.explicit && !new.length
        || said.is(clause.start, &["so", "but", "then"])
            && (clause.start + 1..new.span.start).any(|i| {
                said.is(
                    i,
                    &[
                        "say", "put", "call", "figure", "make", "reckon", "guess", "probably", "looking",
                        "look", "expect", "mark", "pencil",
                    ],
                )
            })
}

/// A number beats a part of the day; the last one counts after a repair or as the final word.
fn choose(said: &Said<'_>, arrivals: Vec<Time>, markers: &[Range<usize>]) -> Option<Time> {
    let mut best: Option<Time> = None;
    for t in arrivals {
        best = Some(match best {
            Some(b) if t.vague && !b.vague => b,
            Some(b) if b.vague && !t.vague => t,
            // "a three hour pull, so five": the length and the hour it comes to.
            Some(b)
                if b.length
                    && !t.length
                    && !t.vague
                    && (b.minutes - t.minutes).abs() <= 45
                    && b.minutes >= 60 =>
            {
                t
            }
            Some(b) if repair::between(markers, b.span.end, t.span.start) => t,
            // "gotta fuel, that's twenty, then about fifty": what comes after it counts.
            Some(b)
                if b.length
                    && t.length
                    && said.is(said.clause_range(t.span.start).start, &["then"])
                    && said.clause(b.span.start) != said.clause(t.span.start) =>
            {
                t
            }
            // "an hour no two hours", "was shooting for three but now it's looking like five"
            Some(b)
                if said.is(t.span.start.wrapping_sub(1), &["no", "actually", "so", "figure"])
                    || (b.span.end..t.span.start).any(|i| said.is(i, &["now"])) =>
            {
                t
            }
            Some(b) if is_better(said, &b, &t) => t,
            Some(b) => b,
            None => t,
        });
    }
    best
}
