//! What the agent can say, apart from how it says it.

#[cfg(test)]
mod agreement;
mod english;
mod language;
mod spanish;
mod states;

use jiff::Zoned;

pub use crate::summary::Summary;
use crate::{
    facts::{CallbackTime, Location},
    slot::Slot,
    variables::HandOver,
};

pub use english::English;
pub use language::Language;
pub use spanish::Spanish;

/// One thing to say. The dialogue chooses it; a [`PhraseBook`] has the words.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Say {
    /// Opens the call and asks how the trip is going: a question.
    Greeting {
        /// The driver's first name.
        driver: Option<String>,
        /// Who is calling.
        company: Option<String>,
        /// The load.
        load: Option<String>,
    },
    /// Asks for a slot: a question.
    Ask {
        /// Which.
        slot: Slot,
        /// How often it was asked before; a second ask offers something to hold on to.
        asked_before: u8,
    },
    /// Asks whether the driver really is there, without arguing: a question.
    ConfirmPlace(Box<Location>),
    /// Asks to repeat: a question.
    SayAgain,
    /// Asks what is off in the read-back: a question.
    WhatToFix,
    /// Takes an answer.
    Ack,
    /// An answer was not to be had, and that is fine.
    NoProblem,
    /// Agrees to repeat.
    Sure,
    /// The line is still bad.
    StillNoisy,
    /// The line is too bad to go on.
    BadLine,
    /// Is anyone there; no question that could be taken for one about the trip.
    CheckIn {
        /// The second time.
        again: bool,
    },
    /// Ends a silent call.
    NobodyThere,
    /// Grants a wait.
    TakeYourTime,
    /// Still waiting, gladly.
    NoRush,
    /// Before a narrower question to someone who does not answer.
    Probe {
        /// The second time.
        again: bool,
    },
    /// Lets an unwilling driver go.
    LetGo,
    /// Meets abuse calmly.
    StayCalm,
    /// Will not call any more.
    WillStopCalling,
    /// Returns small talk.
    SmallTalk,
    /// Sorry for asking what was told before.
    SorryToAskAgain,
    /// Thanks to someone who speaks for the driver.
    ThanksForHim,
    /// It is an automated assistant; a person can be had.
    AmAutomated,
    /// Who is calling.
    WhoWeAre {
        /// The company.
        company: Option<String>,
        /// The load.
        load: Option<String>,
    },
    /// Why.
    WhyWeCall {
        /// The load.
        load: Option<String>,
    },
    /// When the appointment is.
    AppointmentIs {
        /// The time.
        at: Zoned,
        /// The driver's clock.
        now: Zoned,
    },
    /// Which load.
    LoadIs(String),
    /// Where it goes.
    DestinationIs(String),
    /// Where it comes from.
    OriginIs(String),
    /// What a proof of delivery is.
    WhatIsPod,
    /// Dispatch will answer that.
    DispatchWillFollowUp,
    /// Dispatch will look into it.
    DispatchWillCheck,
    /// We only speak one language; how to get a person in the other.
    Bilingual,
    /// Wrong number.
    WrongNumber,
    /// Sorry to whoever holds the phone.
    SorryToBother,
    /// We will try again.
    TryAgainLater,
    /// We will call back at that time.
    CallBackAt {
        /// When.
        time: CallbackTime,
        /// The driver's clock.
        now: Zoned,
    },
    /// Thanks for saying that the load is not his.
    NotOnLoad,
    /// For the machine.
    VoicemailMessage,
    /// A person takes over.
    HandOver {
        /// By transfer, or by calling back.
        how: HandOver,
        /// In an emergency.
        urgent: bool,
    },
    /// An emergency was understood.
    EmergencyHeard,
    /// Takes an answer in an emergency.
    EmergencyAck,
    /// Call 911.
    Call911 {
        /// A life is at risk now.
        immediate: bool,
    },
    /// It was no emergency after all.
    Relieved,
    /// Says everything back.
    ReadBack {
        /// The facts.
        summary: Box<Summary>,
        /// Said before: shorter.
        brief: bool,
    },
    /// Says back what has just changed, or what was not said back yet.
    Corrected(Box<Summary>),
    /// Nothing could be learned, and the call ends.
    NothingLearned,
    /// The last words.
    Goodbye {
        /// The driver is at the receiver.
        arrived: bool,
    },
}

/// Names and places stay out of logs.
impl std::fmt::Debug for Say {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ask { slot, .. } => f.debug_tuple("Ask").field(slot).finish(),
            _ => f.write_str("Say"),
        }
    }
}

/// The words of a language.
///
/// The dialogue takes the first variant it has not spoken yet in the call, so that no sentence comes twice. A question
/// is one sentence with one question mark, a statement has none, and a slot needs at least four questions. Variants
/// stay under about twenty words, read-backs under sixty.
pub trait PhraseBook: std::fmt::Debug + Send + Sync {
    /// Ways of saying it, the best first; at least one.
    fn variants(&self, say: &Say, driver: Option<&str>) -> Vec<String>;
}

/// Words of facts in a read-back before the last ones are left out.
const READ_BACK_WORDS: usize = 52;

/// The clauses as one list. The extras stand last: they go first when it grows too long to listen to.
fn facts_within(mut clauses: Vec<String>) -> String {
    while clauses.len() > 1 && clauses.join(" ").split_whitespace().count() > READ_BACK_WORDS {
        clauses.pop();
    }
    clauses.join(", ")
}

fn list(variants: &[&str]) -> Vec<String> {
    variants.iter().map(|&text| text.to_owned()).collect()
}

/// The first ask is the open question, the ones after it offer handles.
fn ask(mut questions: [&str; 4], asked_before: u8) -> Vec<String> {
    questions.rotate_left(usize::from(asked_before > 0));
    list(&questions)
}
