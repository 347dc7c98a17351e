//! A driver at random: mostly of one mind, never quite.

use dispatch_policy::{HandOver, Reply, Slot, Variables, phrasing::Language};
use rand::{RngExt as _, rngs::StdRng, seq::IndexedRandom as _};

use crate::lines::{
    ABUSE, EMERGENCIES, FOREIGN, HOLDS, LEAVING, MACHINES, NOISE, QUESTIONS, REFUSALS, RETRACTIONS,
    STRANGERS, TALK, TOWNS, UNSURE, WORDS, YES_NO,
};

/// What a turn can be.
#[derive(Debug, Clone, Copy)]
enum Move {
    Answer,
    /// A fact nobody asked for, often against one said before.
    Contradict,
    Silence,
    Salad,
    Emergency,
    Say(&'static [&'static str]),
}

/// Every move but the answer, the emergency and the ways out of the call.
const MOVES: [Move; 14] = [
    Move::Contradict,
    Move::Silence,
    Move::Salad,
    Move::Say(RETRACTIONS),
    Move::Say(NOISE),
    Move::Say(REFUSALS),
    Move::Say(UNSURE),
    Move::Say(ABUSE),
    Move::Say(QUESTIONS),
    Move::Say(HOLDS),
    Move::Say(TALK),
    Move::Say(FOREIGN),
    Move::Say(YES_NO),
    Move::Contradict,
];
const WAYS_OUT: [Move; 3] = [Move::Say(MACHINES), Move::Say(STRANGERS), Move::Say(LEAVING)];

pub(crate) struct Driver {
    /// What he mostly does.
    habit: Move,
    /// How often he does something else, of a hundred turns.
    odd: u32,
    /// How often he cuts the agent off, of a hundred turns.
    rude: u32,
}

pub(crate) struct Said {
    /// `None` is a silence.
    pub(crate) words: Option<String>,
    pub(crate) emergency: bool,
}

fn pick(from: &[&'static str], rng: &mut StdRng) -> &'static str {
    from.choose(rng).copied().unwrap_or_default()
}

impl Driver {
    pub(crate) fn new(rng: &mut StdRng) -> Self {
        let helpful = rng.random_ratio(1, 2);
        let habit = MOVES.choose(rng).copied().filter(|_| !helpful);
        Self {
            habit: habit.unwrap_or(Move::Answer),
            odd: rng.random_range(0..60),
            rude: if rng.random_ratio(1, 4) { 30 } else { 0 },
        }
    }

    pub(crate) fn answer(&mut self, last: &Reply, rng: &mut StdRng) -> Said {
        let of_a_hundred = rng.random_range(0..100_u32);
        let next = match of_a_hundred {
            0..=1 => Move::Emergency,
            2..=3 => WAYS_OUT.choose(rng).copied().unwrap_or(Move::Silence),
            n if n < 4 + self.odd => MOVES.choose(rng).copied().unwrap_or(Move::Silence),
            _ => self.habit,
        };
        let words = match next {
            Move::Silence => None,
            Move::Answer => Some(answer_to(last.asked.first().copied(), rng)),
            Move::Contradict => Some(fact(rng)),
            Move::Salad => {
                let length = rng.random_range(1..25);
                let words: Vec<_> = (0..length).map(|_| pick(WORDS, rng)).collect();
                Some(words.join(" "))
            }
            Move::Emergency => Some(pick(EMERGENCIES, rng).to_owned()),
            Move::Say(lines) => Some(pick(lines, rng).to_owned()),
        };
        Said {
            words,
            emergency: matches!(next, Move::Emergency),
        }
    }

    /// The first words of the reply, when he does not let it finish.
    pub(crate) fn cuts_off(&self, last: &Reply, rng: &mut StdRng) -> Option<String> {
        if !rng.random_ratio(self.rude, 100) {
            return None;
        }
        let words: Vec<_> = last.text.split_whitespace().collect();
        let heard = rng.random_range(1..=words.len());
        Some(words[..heard].join(" "))
    }
}

fn answer_to(asked: Option<Slot>, rng: &mut StdRng) -> String {
    let yes = rng.random_bool(0.6);
    let town = pick(TOWNS, rng);
    let n = rng.random_range(1..200_u32);
    match asked {
        Some(Slot::Location) => format!("i'm on i {} near {town} mile marker {n}", n % 95 + 1),
        Some(Slot::Eta) => pick(
            &[
                "about {n} minutes",
                "sometime tonight",
                "in an hour and a half",
                "four or five hours",
            ],
            rng,
        )
        .replace("{n}", &n.to_string()),
        Some(Slot::DelayReason) => pick(
            &[
                "traffic",
                "snow up here",
                "they loaded me late",
                "waiting on a tow for the trailer tire",
            ],
            rng,
        )
        .to_owned(),
        Some(Slot::Door) => format!("door {n}"),
        Some(Slot::Safety) => if yes {
            "yeah i'm safe"
        } else {
            "no i'm still in the lane"
        }
        .to_owned(),
        Some(Slot::Injuries) => if yes {
            "nobody's hurt"
        } else {
            "the other driver is hurt"
        }
        .to_owned(),
        Some(Slot::EmergencyLocation) => format!("i eighty mile marker {n}"),
        Some(Slot::LoadSecure) => if yes { "load's fine" } else { "the freight shifted" }.to_owned(),
        Some(Slot::Callback) => format!("try me in {n} minutes"),
        Some(Slot::Status) => pick(
            &[
                "rolling right along",
                "i'm at the receiver",
                "running behind",
                "they're unloading me",
                "in traffic but on time",
            ],
            rng,
        )
        .to_owned(),
        _ => if yes { "yeah" } else { "no" }.to_owned(),
    }
}

/// Any fact at all.
fn fact(rng: &mut StdRng) -> String {
    let n = rng.random_range(1..60_u32);
    let town = pick(TOWNS, rng);
    let hour = pick(
        &["three", "four fifteen", "half past six", "nine tomorrow morning"],
        rng,
    );
    let form = pick(
        &[
            "no wait i'm in {town}",
            "actually make that {hour}",
            "be there at {hour}",
            "i'm at the receiver now",
            "nah i'm still rolling",
            "i'm about {n} minutes behind",
            "no it's door {n}",
            "they put me in door {n} no wait {n} and a lumper is on it",
            "lumper's done",
            "i'm on detention",
            "no detention",
            "been sitting here {n} minutes",
            "it's traffic not the weather",
            "i'm empty",
            "waiting on a door",
            "i already sent the pod",
            "i'm not sending any pod",
            "reefer's at minus {n}",
            "i got {n} minutes left on my clock",
            "three to four hours out",
        ],
        rng,
    );
    form.replace("{town}", town)
        .replace("{hour}", hour)
        .replace("{n}", &n.to_string())
}

/// A trip of which more or less is known.
pub(crate) fn variables(rng: &mut StdRng) -> Variables {
    let pairs = [
        ("driver_name", "Mike Jones"),
        ("load_number", "7891-B"),
        ("company_name", "Acme Freight"),
        ("origin", "Gary, IN"),
        ("destination", "Toledo, OH"),
        ("gps_location", "I-80 near Lincoln, NE"),
        ("appointment_time", "2026-03-04T17:00:00-06:00"),
    ];
    let known: Vec<_> = pairs.into_iter().filter(|_| rng.random_bool(0.7)).collect();
    let mut vars = Variables::from_map(known);
    if rng.random_ratio(1, 5) {
        vars.language = Some(Language::Spanish);
    }
    if rng.random_ratio(1, 4) {
        vars.hand_over = HandOver::CallBack;
    }
    vars
}
