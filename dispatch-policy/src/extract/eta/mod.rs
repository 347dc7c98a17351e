//! Every clock time and length of time in the utterance, each with the part it plays.

mod alone;
mod apart;
mod aside;
mod bare;
mod choice;
mod claims;
mod coming;
mod deeds;
mod frame;
mod hours;
mod linked;
mod miles;
mod other;
mod roles;
mod site;
mod table;
mod this_hour;
mod times;
mod unasked;
mod vague;

use std::ops::Range;

use jiff::Zoned;

use crate::facts::{CallbackTime, Eta, Facts, Found};

use super::text::Said;

use choice::choose;
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
    /// Nothing says that it is the arrival, and nothing that it is something else.
    likely: bool,
    /// The words around it can say nothing else.
    sure: bool,
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

/// Reads all times into `facts`. Whether the words can say nothing else than that he is still on his way.
pub(super) fn read(
    said: &mut Said<'_>,
    markers: &[Range<usize>],
    set: Setting<'_>,
    facts: &mut Facts,
) -> bool {
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
            Role::Arrival | Role::Coming | Role::Likely | Role::Hearsay if is_wait_of_others(said, &t) => {
                first = Some(t)
            }
            Role::Arrival | Role::Coming | Role::Likely => {
                t.likely = role == Role::Likely;
                t.sure = role == Role::Coming;
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
    let Some(t) = choose(said, if arrivals.is_empty() { told } else { arrivals }, markers) else {
        return false;
    };
    {
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
    t.sure
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
