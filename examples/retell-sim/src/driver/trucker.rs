//! A driver who listens and answers what he is asked.

use std::collections::{BTreeMap, HashMap};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::ear::{Topic, topic};
use super::facts::Facts;
use super::voice::{filler, pick};
use super::{Line, Move};

/// Where he stands with his load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Situation {
    OnTime,
    Delayed,
    Arrived,
    Detention,
    Emergency,
}

/// One driver on one call.
#[derive(Debug)]
pub(super) struct Trucker {
    situation: Situation,
    /// Gives a loose answer the first time he is asked.
    vague: bool,
    facts: Facts,
    rng: StdRng,
    asked: HashMap<Topic, u32>,
    last: String,
    opened: bool,
    turns: u32,
}

impl Trucker {
    pub(super) fn new(
        situation: Situation,
        vague: bool,
        variables: &BTreeMap<String, String>,
        mut rng: StdRng,
    ) -> Self {
        let facts = Facts::draw(variables, &mut rng);
        let rng = StdRng::seed_from_u64(rng.random());
        Self {
            situation,
            vague,
            facts,
            rng,
            asked: HashMap::new(),
            last: String::new(),
            opened: false,
            turns: 0,
        }
    }

    pub(super) fn answer(&mut self, agent: &str) -> Move {
        self.turns += 1;
        let topic = topic(agent);
        let times = self.asked.entry(topic).or_default();
        *times += 1;
        let times = *times;
        if self.turns > 30 || times > 6 || (topic == Topic::Goodbye && times > 1) {
            return Move::HangUp;
        }
        let text = self.words(topic, times);
        self.last.clone_from(&text);
        let think_ms = self.rng.random_range(450..1_300);
        let line = Line::new(filler(&mut self.rng, &text)).think_ms(think_ms);
        // Long answers are not always said in one go.
        let words = line.text.split_whitespace().count();
        Move::Say(match words {
            8.. if self.vague || self.rng.random_bool(0.12) => line.hesitates_after(words / 2),
            _ => line,
        })
    }

    fn words(&mut self, topic: Topic, times: u32) -> String {
        if !self.opened && topic != Topic::Repeat && topic != Topic::CheckIn {
            self.opened = true;
            if matches!(topic, Topic::Status | Topic::Identity | Topic::Other) {
                return self.opening(topic);
            }
        }
        let f = &self.facts;
        let rng = &mut self.rng;
        match topic {
            Topic::Repeat if self.last.is_empty() => "yeah this is me go ahead".to_owned(),
            Topic::Repeat => format!("i said {}", self.last),
            Topic::CheckIn if self.last.is_empty() => "yeah i'm here go ahead".to_owned(),
            Topic::CheckIn => format!("yeah i'm here {}", self.last),
            Topic::Goodbye => pick(
                rng,
                &["alright thanks bye", "ten four bye", "okay you too bye now"],
            )
            .to_owned(),
            Topic::Confirm => pick(
                rng,
                &[
                    "yep that's right",
                    "that's correct",
                    "yeah you got it",
                    "sounds right",
                ],
            )
            .to_owned(),
            Topic::AnythingElse => {
                pick(rng, &["no that's it", "nope that'll do it", "no i'm good thanks"]).to_owned()
            }
            Topic::CallBack => format!(
                "yeah call me back in {}",
                pick(rng, &["thirty minutes", "an hour"])
            ),
            Topic::Safe => pick(
                rng,
                &[
                    "yeah i'm safe i'm out of the truck",
                    "yes i'm safe over on the shoulder",
                ],
            )
            .to_owned(),
            Topic::Injuries => pick(rng, &["no nobody's hurt", "no injuries everybody's fine"]).to_owned(),
            Topic::LoadSecure if self.situation == Situation::Emergency => f.load_state.to_owned(),
            Topic::LoadSecure => "yeah the load's secure".to_owned(),
            Topic::Identity => format!("yeah this is {}", f.name),
            Topic::Pod => pick(
                rng,
                &[
                    "yeah i'll send the pod",
                    "sure will do",
                    "yep i'll get it over to you",
                ],
            )
            .to_owned(),
            Topic::Location => self.location(times),
            Topic::Eta => self.eta(times),
            Topic::DelayReason => self.reason(),
            Topic::Door | Topic::Unloading => self.door(),
            Topic::Lumper => match self.situation {
                Situation::Detention => "lumper's working on it now".to_owned(),
                Situation::Arrived => "no no lumper needed on this one".to_owned(),
                _ => "i'm not there yet".to_owned(),
            },
            Topic::Detention => match self.situation {
                Situation::Detention => format!("been here {} we're in detention now", f.waited),
                Situation::Arrived => "no detention i just got here twenty minutes ago".to_owned(),
                _ => "no i'm not there yet".to_owned(),
            },
            Topic::Status | Topic::Other => self.status(),
        }
    }

    fn opening(&mut self, topic: Topic) -> String {
        let hello = match topic {
            Topic::Identity => format!("yeah this is {} ", self.facts.name),
            _ => pick(&mut self.rng, &["hey ", "yeah hey ", "hello yeah ", ""]).to_owned(),
        };
        format!("{hello}{}", self.status())
    }

    fn status(&mut self) -> String {
        let f = &self.facts;
        let rng = &mut self.rng;
        if self.vague && self.turns < 2 {
            return pick(
                rng,
                &["i'm out here rolling", "we're getting there", "still driving man"],
            )
            .to_owned();
        }
        match self.situation {
            Situation::OnTime => match rng.random_range(0..4) {
                0 => format!("going good i'm rolling on {} right on time", f.highway),
                1 => "doing fine still driving on schedule".to_owned(),
                2 => format!("all good i'm on {} {} near {}", f.highway, f.direction, f.town),
                _ => "we're rolling everything's good running on time".to_owned(),
            },
            Situation::Delayed => match rng.random_range(0..3) {
                0 => format!("i'm running about {} behind", f.late),
                1 => format!("not great i'm delayed {}", f.reason),
                _ => "running late today".to_owned(),
            },
            Situation::Arrived => pick(
                rng,
                &[
                    "i'm here at the receiver just got checked in",
                    "made it i'm at the receiver waiting on a door",
                    "just pulled in and checked in with the guard shack at the receiver",
                ],
            )
            .to_owned(),
            Situation::Detention => format!(
                "i'm at the receiver backed in door {} they're unloading me",
                f.door
            ),
            Situation::Emergency => f.trouble.to_owned(),
        }
    }

    fn location(&mut self, times: u32) -> String {
        let f = &self.facts;
        let rng = &mut self.rng;
        match self.situation {
            Situation::Arrived | Situation::Detention => return "i'm at the receiver".to_owned(),
            _ if self.vague && times == 1 => {
                return pick(
                    rng,
                    &[
                        "somewhere out on the highway",
                        "out here in the middle of nowhere",
                    ],
                )
                .to_owned();
            }
            _ => {}
        }
        match rng.random_range(0..4) {
            0 => format!("i'm on {} {} mile marker {}", f.highway, f.direction, f.mile),
            1 => format!(
                "{} {} around mile marker {} near {}",
                f.highway, f.direction, f.mile, f.town
            ),
            2 => format!("just passed {} on {} {}", f.town, f.highway, f.direction),
            _ => format!(
                "i'm at mile marker {} on {} close to {}",
                f.mile, f.highway, f.town
            ),
        }
    }

    fn eta(&mut self, times: u32) -> String {
        let f = &self.facts;
        let rng = &mut self.rng;
        match self.situation {
            Situation::Arrived | Situation::Detention => return "i'm already here".to_owned(),
            _ if self.vague && times == 1 => {
                return pick(rng, &["later tonight i guess", "sometime this evening"]).to_owned();
            }
            _ => {}
        }
        match rng.random_range(0..4) {
            0 => format!("about {} out", f.eta),
            1 => format!("i should be there in {}", f.eta),
            2 => format!("gps says {} to go", f.eta),
            _ => format!("give me {} or so", f.eta),
        }
    }

    fn reason(&mut self) -> String {
        match self.situation {
            Situation::OnTime => "nothing i'm not late i'm right on time".to_owned(),
            Situation::Arrived | Situation::Detention => "they're just slow at the dock here".to_owned(),
            Situation::Delayed => self.facts.reason.to_owned(),
            Situation::Emergency => self.facts.trouble.to_owned(),
        }
    }

    fn door(&mut self) -> String {
        match self.situation {
            Situation::Detention => format!("door {} they're unloading me now", self.facts.door),
            Situation::Arrived => pick(
                &mut self.rng,
                &[
                    "no door yet still waiting on a door",
                    "they haven't given me a door yet",
                    "waiting for a door",
                ],
            )
            .to_owned(),
            _ => "i'm not there yet".to_owned(),
        }
    }
}
