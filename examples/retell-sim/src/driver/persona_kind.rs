//! The personas by name.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// A persona as the dashboard lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct PersonaInfo {
    /// What `sim_persona` is set to.
    pub id: &'static str,
    /// A short name to show.
    pub name: &'static str,
    /// What to expect of the call.
    pub description: &'static str,
}

/// Who a simulated driver can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PersonaKind {
    /// Rolling and on time.
    OnTime,
    /// Held up, with a reason and a later arrival.
    DelayedTraffic,
    /// At the receiver, waiting for a door.
    Arrived,
    /// In a door, hours in detention.
    UnloadingDetention,
    /// In trouble; needs a human.
    Emergency,
    /// Picks up and never says a word.
    Silent,
    /// Not the driver at all.
    WrongNumber,
    /// Vague first, definite only when asked again.
    Vague,
    /// A mailbox.
    Voicemail,
    /// On time, and talks over the agent.
    Interrupter,
    /// Busy; wants to be called back.
    Callback,
    /// Wants a real person.
    WantsHuman,
    /// Will not say anything useful.
    Uncooperative,
    /// Nobody picks up.
    NoAnswer,
    /// Somebody types the driver's words.
    Human,
}

impl PersonaKind {
    /// All of them, in the order a list shows them.
    pub const ALL: &'static [PersonaInfo] = &[
        info(
            "on_time",
            "On time",
            "Rolling, gives place and arrival when asked.",
        ),
        info(
            "delayed_traffic",
            "Delayed",
            "Held up by traffic, weather or work on the road; later than planned.",
        ),
        info(
            "arrived",
            "Arrived",
            "At the receiver and checked in, waiting for a door.",
        ),
        info(
            "unloading_detention",
            "In detention",
            "Backed into a door for hours, asks for detention.",
        ),
        info(
            "emergency",
            "Emergency",
            "Had an accident or broke down; the call goes to a human.",
        ),
        info(
            "vague",
            "Vague",
            "Answers loosely first and gives details only when asked again.",
        ),
        info(
            "interrupter",
            "Interrupter",
            "Talks over the agent, then gives the facts.",
        ),
        info("callback", "Busy", "Cannot talk now and asks for a call back."),
        info("wants_human", "Wants a person", "Asks for a real dispatcher."),
        info(
            "uncooperative",
            "Uncooperative",
            "Will not say where he is or when he gets there.",
        ),
        info("wrong_number", "Wrong number", "Never heard of the load."),
        info("voicemail", "Voicemail", "A mailbox greeting and a beep."),
        info("silent", "Silent", "Picks up and says nothing."),
        info("no_answer", "No answer", "Nobody picks up."),
        info("human", "You", "You play the driver and type his words."),
    ];

    /// The persona of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "on_time" => Self::OnTime,
            "delayed_traffic" => Self::DelayedTraffic,
            "arrived" => Self::Arrived,
            "unloading_detention" => Self::UnloadingDetention,
            "emergency" => Self::Emergency,
            "silent" => Self::Silent,
            "wrong_number" => Self::WrongNumber,
            "vague" => Self::Vague,
            "voicemail" => Self::Voicemail,
            "interrupter" => Self::Interrupter,
            "callback" => Self::Callback,
            "wants_human" => Self::WantsHuman,
            "uncooperative" => Self::Uncooperative,
            "no_answer" => Self::NoAnswer,
            "human" => Self::Human,
            _ => return None,
        })
    }

    /// A persona drawn from `seed`, common ones more often; never `human` or `no_answer`.
    pub fn drawn_from(seed: u64) -> Self {
        const WEIGHTS: [(PersonaKind, u32); 13] = [
            (PersonaKind::OnTime, 26),
            (PersonaKind::DelayedTraffic, 22),
            (PersonaKind::Arrived, 14),
            (PersonaKind::UnloadingDetention, 10),
            (PersonaKind::Vague, 7),
            (PersonaKind::Interrupter, 4),
            (PersonaKind::Emergency, 4),
            (PersonaKind::Callback, 3),
            (PersonaKind::Voicemail, 3),
            (PersonaKind::WantsHuman, 2),
            (PersonaKind::WrongNumber, 2),
            (PersonaKind::Uncooperative, 2),
            (PersonaKind::Silent, 1),
        ];
        let total = WEIGHTS.iter().map(|(_, weight)| weight).sum();
        let mut draw = StdRng::seed_from_u64(seed).random_range(0..total);
        for (kind, weight) in WEIGHTS {
            if draw < weight {
                return kind;
            }
            draw -= weight;
        }
        Self::OnTime
    }
}

const fn info(id: &'static str, name: &'static str, description: &'static str) -> PersonaInfo {
    PersonaInfo {
        id,
        name,
        description,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_persona_exists() {
        for info in PersonaKind::ALL {
            assert!(
                PersonaKind::from_id(info.id).is_some(),
                "{} is listed only",
                info.id
            );
        }
        assert_eq!(PersonaKind::from_id("nobody"), None);
    }

    #[test]
    fn the_draw_is_steady_and_varied() {
        let drawn: std::collections::HashSet<_> = (0..300).map(PersonaKind::drawn_from).collect();
        assert!(drawn.len() >= 10, "only {} kinds in 300 draws", drawn.len());
        assert!((0..300).all(|seed| PersonaKind::drawn_from(seed) == PersonaKind::drawn_from(seed)));
        assert!(!drawn.contains(&PersonaKind::Human));
    }
}
