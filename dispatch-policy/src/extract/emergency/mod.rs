//! Emergencies: what happened, to whom, when, and whether it is denied.

mod breakdown;
mod bystander;
mod collision;
mod crash_words;
mod danger;
mod echo;
mod figures;
mod frames;
mod injury;
mod learned;
mod medical;
mod roadside;
mod scene;
mod told;
mod truth;
mod violence;
mod whose;

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{Emergency, EmergencyTier, EmergencyType, Facts, Found};

use super::pattern::{Rule, pat};
use super::text::Said;

use danger::{BRAKES, CRIES, FIRE, SUBSTANCES, TRAPPED};
use medical::{DRIVER, LIFE};
use truth::is_real;
use violence::{THEFT, WEAPONS};

/// Whose trouble a pattern is about by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// The pattern names the driver or his truck.
    Ours,
    /// The clause must not be about somebody else.
    Open,
    /// The clause must be about the driver, his truck or someone with him.
    NeedsUs,
    /// Anyone at all who is where the driver is: not seen in passing, not told of, not at home.
    Scene,
}

#[derive(Debug, Clone, Copy)]
struct Trouble {
    kind: EmergencyType,
    tier: EmergencyTier,
    whose: Whose,
    /// The words deny something themselves ("won't start", "no brakes").
    negative: bool,
}

const fn t(kind: EmergencyType, tier: EmergencyTier, whose: Whose) -> Trouble {
    Trouble {
        kind,
        tier,
        whose,
        negative: false,
    }
}

const fn n(kind: EmergencyType, tier: EmergencyTier, whose: Whose) -> Trouble {
    Trouble {
        kind,
        tier,
        whose,
        negative: true,
    }
}

/// What may have happened, by topic.
static TABLES: [&LazyLock<Vec<Rule<Trouble>>>; 9] = [
    &FIRE,
    &TRAPPED,
    &LIFE,
    &WEAPONS,
    &SUBSTANCES,
    &BRAKES,
    &THEFT,
    &DRIVER,
    &CRIES,
];

/// Something that happened, before it is asked to whom and whether.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub(super) kind: EmergencyType,
    pub(super) tier: EmergencyTier,
    pub(super) rule: &'static str,
    pub(super) span: Range<usize>,
    /// The words hold their own "not" or "no" ("won't start", "no brakes").
    pub(super) negative: bool,
}

/// Reads the gravest emergency in the utterance; of two as grave the one said first.
pub(super) fn read(said: &Said<'_>, facts: &mut Facts) {
    match echo::without(said) {
        Some(plain) => gravest(&plain, facts),
        None => gravest(said, facts),
    }
}

fn gravest(said: &Said<'_>, facts: &mut Facts) {
    let mut best: Option<(Event, String)> = None;
    for (mut event, words) in in_windows(said) {
        let best_event = best.as_ref().map(|(b, _)| b);
        let graver = best_event
            .is_none_or(|b| event.tier > b.tier || (event.tier == b.tier && comes_first(&event, b)));
        if !graver {
            continue;
        }
        if let Some(opinion) = learned::Opinion::on(said, event.span.start) {
            if opinion.doubts() {
                continue;
            }
            event.kind = opinion.kind(event.kind);
        }
        best = Some((event, words));
    }
    let best = best.or_else(|| learned::read(said));
    facts.emergency = best.map(|(e, words)| Found {
        value: Emergency {
            kind: e.kind,
            tier: e.tier,
        },
        words,
        rule: e.rule.to_owned(),
    });
}

/// Breakdowns that are what a crash leaves behind, when there was one.
const AFTERMATH: &[&str] = &[
    "need a tow",
    "will not",
    "failed on me",
    "fluid lost",
    "dead on the shoulder",
    "stranded",
    "towed away",
    "no power",
    "a broken part",
    "smoke from the truck",
    "truck smokes",
    "trouble and a stop",
    "shut itself down",
    "dead in the road",
    "hood or glass",
    "a noise and a stop",
    "a part on the road",
    "part came off",
];

/// Of two as grave: a crash before the breakdown it left behind, else what was said first.
fn comes_first(event: &Event, other: &Event) -> bool {
    use EmergencyType::{Accident, Breakdown};
    match (event.kind, other.kind) {
        (Accident, Breakdown) if AFTERMATH.contains(&other.rule) => true,
        (Breakdown, Accident) if AFTERMATH.contains(&event.rule) => false,
        _ => event.span.start < other.span.start,
    }
}

/// How many words an event is judged by on either side.
const CONTEXT: usize = 60;

/// The events with their words. A flood of words is read in overlapping parts, each event in the part that has its
/// context, so that the work grows with the words and not with their square.
fn in_windows(said: &Said<'_>) -> Vec<(Event, String)> {
    let mut found = Vec::new();
    let mut core = 0;
    while core < said.len() {
        let (from, next) = (core.saturating_sub(CONTEXT), core + 2 * CONTEXT);
        let to = (next + CONTEXT).min(said.len());
        // What fits in one part is not cut.
        let next = if to == said.len() { to } else { next };
        let cut = (to - from < said.len()).then(|| Said::of(said.raw, said.tokens[from..to].to_vec()));
        let part = cut.as_ref().unwrap_or(said);
        for event in events(part) {
            if (core..next).contains(&(event.span.start + from)) {
                let words = part.words(event.span.clone());
                let span = event.span.start + from..event.span.end + from;
                found.push((Event { span, ..event }, words));
            }
        }
        core = next;
    }
    found
}

/// "my inside dual exploded": a tyre or a hose bursts, nothing burns.
fn is_burst(said: &Said<'_>, span: &Range<usize>) -> bool {
    let burst = pat!(
        "tire|tires|dual|duals|recap|recaps|hose|airbag|steer|steers|radiator|retread|line|battery .. exploded|exploding|explosion"
    );
    let figure = (span.start.saturating_sub(3)..span.start).any(|i| {
        said.is(
            i,
            &[
                "phone",
                "bladder",
                "head",
                "inbox",
                "prices",
                "demand",
                "traffic",
                "email",
                "emails",
                "work",
                "business",
                "brain",
                "guy",
                "he",
                "she",
                "lady",
                "boss",
                "dispatcher",
                "customer",
                "broker",
                "woman",
                "wife",
            ],
        )
    });
    figure || burst.find_all(said).iter().any(|r| r.end == span.end)
}

/// What is real: ours, now, and not denied.
fn events(said: &Said<'_>) -> Vec<Event> {
    let mut found = Vec::new();
    for rule in TABLES.iter().flat_map(|table| table.iter()) {
        for span in rule.pattern.find_all(said) {
            if rule.name == "flames" && is_burst(said, &span) {
                continue;
            }
            if is_real(said, &span, rule.value) {
                let Trouble {
                    kind, tier, negative, ..
                } = rule.value;
                found.push(Event {
                    kind,
                    tier,
                    rule: rule.name,
                    span,
                    negative,
                });
            }
        }
    }
    // "it's got my legs, i can't get out": something holds him.
    let held = pat!("leg|legs|foot|feet|arm|hand|dash|steering|cab|seat|seatbelt|fire|smoke|water|flames|jammed|wedged|crushed|buried|upside")
        .is_in(said);
    if held
        && let Some(span) =
            pat!("i|we|he|she? can not get|pull|break|climb out|loose|free !there|here|by|on|at|to|until")
                .find(said)
    {
        let trouble = n(EmergencyType::Accident, EmergencyTier::Immediate, Whose::Ours);
        if is_real(said, &span, trouble) {
            found.push(Event {
                kind: trouble.kind,
                tier: trouble.tier,
                rule: "held fast",
                span,
                negative: true,
            });
        }
    }
    let leak =
        pat!("leaking|leak|leaked|spilling|spilled|spill|dripping|seeping|fuming|venting|oozing").find(said);
    if let Some(span) = leak.filter(|_| {
        pat!("hazmat|placarded|placards|hazardous|chemical|chemicals|acid|toxic|corrosive|flammable")
            .is_in(said)
    }) {
        let trouble = Trouble {
            kind: EmergencyType::Other,
            tier: EmergencyTier::Immediate,
            whose: Whose::Ours,
            negative: false,
        };
        if is_real(said, &span, trouble) {
            found.push(Event {
                kind: trouble.kind,
                tier: trouble.tier,
                rule: "hazmat leaks",
                span,
                negative: false,
            });
        }
    }
    let told = collision::events(said)
        .into_iter()
        .chain(breakdown::events(said))
        .chain(roadside::events(said))
        .chain(injury::events(said));
    for e in told {
        let whose = if e.kind == EmergencyType::Medical {
            Whose::Scene
        } else {
            Whose::Ours
        };
        let trouble = Trouble {
            kind: e.kind,
            tier: e.tier,
            whose,
            negative: e.negative,
        };
        if is_real(said, &e.span, trouble) {
            found.push(e);
        }
    }
    found.extend(
        frames::events(said)
            .into_iter()
            .chain(scene::events(said))
            .filter(|(event, trouble)| is_real(said, &event.span, *trouble))
            .map(|(event, _)| event),
    );
    found.extend(bystander::event(said));
    found
}
