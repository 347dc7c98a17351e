//! The classes a word can be in; their letters are those of `classes.txt`.

use std::ops::BitOr;

/// A set of classes: of nouns, or of verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::extract) struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $letter:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub(in crate::extract) const $name: Self = Self(bit($letter));)*

            /// The class with a letter.
            pub(super) const fn of(letter: u8) -> Option<Self> {
                match letter {
                    $($letter => Some(Self::$name),)*
                    _ => None,
                }
            }

            /// The class with a name, in lower case.
            pub(in crate::extract) fn named(name: &str) -> Option<Self> {
                $(if name.eq_ignore_ascii_case(stringify!($name)) {
                    return Some(Self::$name);
                })*
                None
            }
        }
    };
}

classes! {
    /// By occupation, kin or anything else: driver, wife, idiot, police.
    PERSON = b'P';
    /// Deer, dog, hornet.
    ANIMAL = b'A';
    /// Whatever rolls, floats or flies, the driver's own too.
    VEHICLE = b'V';
    /// Of a truck: radiator, alternator, hood.
    PART = b'T';
    /// Of a person: wrist, chest.
    BODY = b'B';
    /// Illnesses, symptoms and injuries: seizure, nausea, gash.
    ILLNESS = b'I';
    /// Pistol, machete, grenade.
    WEAPON = b'W';
    /// What stands, lies or gapes where a truck goes: pole, guardrail, ditch, oak.
    OBSTACLE = b'O';
    /// Hail, fog, tornado.
    WEATHER = b'M';
    /// Liquids, gases, chemicals, fuels.
    FLUID = b'F';
    /// Boots, vest.
    CLOTHING = b'C';
    /// Food and drink.
    FOOD = b'E';
    /// Wrench, tarp.
    TOOL = b'K';
    /// Where one has business: warehouse, clinic, diner.
    BUSINESS = b'S';
    /// Minute, week, tonight.
    TIME = b'D';
    /// What is said or sent: call, letter, paperwork.
    COMMUNICATION = b'N';
    /// Anger, panic.
    EMOTION = b'U';
    /// What goods are in, and the goods: pallet, drum, freight.
    CONTAINER = b'X';
    /// What needs current or a signal: phone, app, laptop.
    DEVICE = b'G';
    /// Highway, ramp, shoulder.
    ROAD = b'R';
    /// Accident, blowout, robbery.
    MISHAP = b'H';

    /// Hit, sideswipe, rearend.
    COLLIDE = b'c';
    /// Break, dent, destroy.
    BREAK = b'b';
    /// Fall, overturn, slide.
    FALL = b'f';
    /// Burn, smoke, explode.
    BURN = b'u';
    /// Leak, spill, gush.
    LEAK = b'l';
    /// Steal, rob.
    STEAL = b's';
    /// Attack, threaten, shoot.
    ATTACK = b'a';
    /// Injure, bleed, hurt.
    INJURE = b'i';
    /// Faint, vomit, die.
    SICKEN = b'k';
    /// Breathe, choke, gasp.
    BREATHE = b'h';
    /// Quit, stall, malfunction.
    STOP = b'q';
    /// Drive, go, crawl.
    MOVE = b'm';
    /// Wait, sit, park.
    WAIT = b'w';
    /// Sleep, nap.
    SLEEP = b'z';
    /// Fix, tow, patch.
    REPAIR = b'r';
    /// Arrive, reach, dock.
    ARRIVE = b'v';
    /// Leave, depart.
    DEPART = b'd';
    /// Load, unload, stack.
    LOAD = b'o';
    /// Say, tell, ask, call.
    SPEAK = b'p';
}

/// Upper-case letters are nouns', and low.
const fn bit(letter: u8) -> u64 {
    if letter.is_ascii_uppercase() {
        1 << (letter - b'A')
    } else {
        1 << (letter - b'a' + 26)
    }
}

const NOUNS: u64 = (1 << 26) - 1;

impl Classes {
    /// No class.
    pub(in crate::extract) const NONE: Self = Self(0);

    /// Whether it is in one of `these`.
    pub(in crate::extract) const fn any(self, these: Self) -> bool {
        self.0 & these.0 != 0
    }

    /// Whether no class is known.
    pub(in crate::extract) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn nouns(self) -> Self {
        Self(self.0 & NOUNS)
    }

    pub(super) const fn verbs(self) -> Self {
        Self(self.0 & !NOUNS)
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
