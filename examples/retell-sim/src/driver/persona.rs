//! The personas as machines: truckers with different days, and callers who are no help.

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::ear::{Topic, topic};
use super::persona_kind::PersonaKind;
use super::trucker::{Situation, Trucker};
use super::voice::pick;
use super::{Heard, Line, Move};

/// How often an interrupter cuts in.
const BARGE_INS: u32 = 2;
/// Silence after which a driver says "hello?", in milliseconds.
const PATIENCE_MS: u64 = 18_000;

/// A seeded machine that reads the agent's words and answers like somebody on the phone in a truck.
#[derive(Debug)]
pub struct Persona {
    kind: PersonaKind,
    trucker: Trucker,
    rng: StdRng,
    /// How often he has spoken.
    said: u32,
    /// How often in a row nothing was heard.
    silences: u32,
    barge_ins: u32,
    name: String,
}

impl Persona {
    /// The persona `kind`, who knows what `variables` say about him and draws the rest from `seed`.
    pub fn new(kind: PersonaKind, variables: &BTreeMap<String, String>, seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed ^ 0x5eed_0fd5);
        let situation = match kind {
            PersonaKind::DelayedTraffic => Situation::Delayed,
            PersonaKind::Arrived => Situation::Arrived,
            PersonaKind::UnloadingDetention => Situation::Detention,
            PersonaKind::Emergency => Situation::Emergency,
            PersonaKind::Vague if rng.random_bool(0.5) => Situation::Delayed,
            _ => Situation::OnTime,
        };
        let own = StdRng::seed_from_u64(rng.random());
        Self {
            kind,
            trucker: Trucker::new(situation, kind == PersonaKind::Vague, variables, own),
            rng,
            said: 0,
            silences: 0,
            barge_ins: 0,
            name: variables
                .get("driver_name")
                .and_then(|name| name.split_whitespace().next())
                .unwrap_or("him")
                .to_lowercase(),
        }
    }

    /// Which persona it is.
    pub fn kind(&self) -> PersonaKind {
        self.kind
    }

    pub(super) fn patience_ms(&self) -> u64 {
        PATIENCE_MS
    }

    pub(super) fn barges_in_at(&mut self) -> Option<usize> {
        if self.kind != PersonaKind::Interrupter || self.barge_ins >= BARGE_INS {
            return None;
        }
        self.barge_ins += 1;
        Some(self.rng.random_range(4..8))
    }

    pub(super) fn next(&mut self, heard: Heard<'_>) -> Move {
        let agent = match heard {
            Heard::Agent(words) => {
                self.silences = 0;
                words
            }
            Heard::Silence => {
                self.silences += 1;
                return self.after_silence();
            }
        };
        self.said += 1;
        match self.kind {
            PersonaKind::Silent | PersonaKind::NoAnswer | PersonaKind::Human => Move::Wait,
            PersonaKind::Voicemail => self.mailbox(),
            PersonaKind::WrongNumber => self.wrong_number(),
            PersonaKind::Callback => self.busy(agent),
            PersonaKind::WantsHuman => self.wants_human(agent),
            PersonaKind::Uncooperative => self.uncooperative(agent),
            _ => self.trucker.answer(agent),
        }
    }

    fn after_silence(&mut self) -> Move {
        match self.kind {
            PersonaKind::Silent if self.silences < 4 => Move::Wait,
            PersonaKind::Silent | PersonaKind::Voicemail => Move::HangUp,
            _ if self.silences == 1 => Move::Say(Line::new("hello you there").think_ms(0)),
            _ => Move::HangUp,
        }
    }

    fn mailbox(&mut self) -> Move {
        if self.said > 1 {
            return Move::Wait;
        }
        let text = format!(
            "hey you've reached {} i can't get to the phone right now leave a message after the tone",
            self.name
        );
        Move::Say(Line::new(text).think_ms(300))
    }

    fn wrong_number(&mut self) -> Move {
        let name = &self.name;
        match self.said {
            1 => Move::Say(Line::new(match self.rng.random_range(0..3) {
                0 => format!("you got the wrong number there's no {name} here"),
                1 => "who is this i don't drive a truck you have the wrong number".to_owned(),
                _ => format!("i'm not {name} wrong number"),
            })),
            2 => self.say(&["yeah no problem bye", "alright bye"]),
            _ => Move::HangUp,
        }
    }

    fn busy(&mut self, agent: &str) -> Move {
        match (self.said, topic(agent)) {
            (1, _) => self.say(&[
                "hey i can't talk right now i'm backing in can you call me back in thirty minutes",
                "i'm busy driving in heavy traffic call me back in an hour",
            ]),
            (2 | 3, Topic::Goodbye) => self.say(&["alright thanks bye", "okay bye"]),
            (2 | 3, _) => self.say(&[
                "yeah just call me back in thirty minutes",
                "in an hour would be good thanks bye",
            ]),
            _ => Move::HangUp,
        }
    }

    fn wants_human(&mut self, agent: &str) -> Move {
        match (self.said, topic(agent)) {
            (5.., _) => Move::HangUp,
            (2.., Topic::Goodbye) => self.say(&["okay", "thanks"]),
            _ => self.say(&[
                "can i talk to a real person please",
                "just get me somebody in dispatch",
                "i need to speak to a human not a machine",
            ]),
        }
    }

    fn uncooperative(&mut self, agent: &str) -> Move {
        if self.said > 5 || (self.said > 1 && topic(agent) == Topic::Goodbye) {
            return Move::HangUp;
        }
        self.say(&[
            "it's fine",
            "whatever man",
            "why do you need to know that",
            "i ain't telling you that",
            "i'm busy leave me alone",
        ])
    }

    fn say(&mut self, lines: &[&str]) -> Move {
        let think_ms = self.rng.random_range(450..1_200);
        Move::Say(Line::new(pick(&mut self.rng, lines)).think_ms(think_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTIONS: [&str; 6] = [
        "Hi Mike, this is dispatch about load 7891-B. How's it going out there?",
        "Where are you right now?",
        "When will you get there?",
        "What's holding you up?",
        "So that's all. Did I get that right?",
        "Thanks, Mike. Drive safe.",
    ];

    fn variables() -> BTreeMap<String, String> {
        [("driver_name".to_owned(), "Mike Jones".to_owned())].into()
    }

    fn lines(kind: PersonaKind, seed: u64) -> Vec<Move> {
        let mut persona = Persona::new(kind, &variables(), seed);
        QUESTIONS
            .iter()
            .map(|words| persona.next(Heard::Agent(words)))
            .collect()
    }

    #[test]
    fn the_same_seed_says_the_same() {
        for info in PersonaKind::ALL {
            let kind = PersonaKind::from_id(info.id).unwrap();
            assert_eq!(lines(kind, 11), lines(kind, 11), "{}", info.id);
        }
        let varied: std::collections::HashSet<_> = (0..20)
            .map(|seed| format!("{:?}", lines(PersonaKind::OnTime, seed)))
            .collect();
        assert!(varied.len() > 10);
    }

    #[test]
    fn words_are_what_a_recogniser_writes() {
        for info in PersonaKind::ALL {
            let kind = PersonaKind::from_id(info.id).unwrap();
            for seed in 0..40 {
                for made in lines(kind, seed) {
                    let Move::Say(line) = made else { continue };
                    assert!(!line.text.trim().is_empty());
                    assert!(
                        line.text
                            .chars()
                            .all(|c| c.is_ascii_lowercase() || c == ' ' || c == '\''),
                        "{}: {}",
                        info.id,
                        line.text
                    );
                    assert!(
                        !line.text.contains("  ") && !line.text.starts_with(' '),
                        "{}",
                        line.text
                    );
                }
            }
        }
    }

    #[test]
    fn nobody_talks_for_ever() {
        for info in PersonaKind::ALL {
            let kind = PersonaKind::from_id(info.id).unwrap();
            if matches!(
                kind,
                PersonaKind::Human | PersonaKind::NoAnswer | PersonaKind::Silent | PersonaKind::Voicemail
            ) {
                continue;
            }
            let mut persona = Persona::new(kind, &variables(), 3);
            let over = (0..60).any(|_| persona.next(Heard::Agent("How's it going?")) == Move::HangUp);
            assert!(over, "{} never hangs up", info.id);
        }
    }

    #[test]
    fn silence_is_answered_once_and_then_ends_the_call() {
        let mut persona = Persona::new(PersonaKind::OnTime, &variables(), 3);
        assert!(matches!(persona.next(Heard::Silence), Move::Say(_)));
        assert_eq!(persona.next(Heard::Silence), Move::HangUp);
    }
}
