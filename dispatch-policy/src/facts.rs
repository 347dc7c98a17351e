//! What one utterance said: typed facts with their evidence, and dialogue acts.

use std::collections::BTreeSet;

use jiff::{ToSpan as _, Zoned};
use serde::{Deserialize, Serialize};

use crate::slot::Slot;

/// What the extractor may know beside the words.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Context<'a> {
    /// What the agent's last reply asked; the first is the one that decides bare answers.
    pub asked: &'a [Slot],
    /// The clock at the moment of the utterance, in the driver's time zone.
    pub now: &'a Zoned,
    /// Whether an emergency is being handled.
    pub emergency: bool,
    /// Whether a door has been spoken of (a bare number may then be one).
    pub door_topic: bool,
    /// Whether somebody speaks for the driver ("he's on eighty by Elko"): "he" is then the one we called.
    pub spoken_for: bool,
}

impl<'a> Context<'a> {
    /// A fresh call in which `asked` was asked last.
    #[must_use]
    pub fn new(asked: &'a [Slot], now: &'a Zoned) -> Self {
        let emergency = asked.iter().any(|s| {
            matches!(
                s,
                Slot::Safety | Slot::Injuries | Slot::EmergencyLocation | Slot::LoadSecure
            )
        });
        let door_topic = asked.iter().any(|s| matches!(s, Slot::Door | Slot::Unloading));
        Self {
            asked,
            now,
            emergency,
            door_topic,
            spoken_for: false,
        }
    }
}

/// A value with the words it came from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found<T> {
    /// The value, in its normal form.
    pub value: T,
    /// The driver's words that carry it; empty when it only follows from other facts.
    pub words: String,
    /// The name of the rule that read it.
    pub rule: String,
}

/// How the trip is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DriverStatus {
    /// Moving, under way.
    Driving,
    /// Late, held up.
    Delayed,
    /// At the receiver.
    Arrived,
    /// Freight is coming off now.
    Unloading,
}

/// Why the truck is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum DelayReason {
    Traffic,
    Weather,
    Mechanical,
    Construction,
    #[serde(rename = "Road Closure")]
    RoadClosure,
    #[serde(rename = "Shipper Delay")]
    ShipperDelay,
    #[serde(rename = "Receiver Delay")]
    ReceiverDelay,
    #[serde(rename = "Hours of Service")]
    HoursOfService,
    Inspection,
    Other,
    /// On time was stated.
    None,
}

/// How the unloading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum UnloadingStatus {
    #[serde(rename = "Waiting for Door")]
    WaitingForDoor,
    #[serde(rename = "In Door")]
    InDoor,
    #[serde(rename = "Waiting for Lumper")]
    WaitingForLumper,
    Unloading,
    Complete,
    Detention,
    Drop,
}

/// Lumper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lumper {
    /// The driver waits for one.
    Waiting,
    /// One is at work.
    Working,
    /// None is needed.
    NotNeeded,
}

/// What kind of place the truck is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Facility {
    Receiver,
    Shipper,
    TruckStop,
    RestArea,
    WeighStation,
    Yard,
}

/// The kind of an emergency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum EmergencyType {
    Accident,
    Breakdown,
    Medical,
    Other,
}

/// How fast an emergency must be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmergencyTier {
    /// Serious, nobody's life at risk as far as said.
    High,
    /// A life is at risk.
    Immediate,
}

/// Whether anyone is hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Injuries {
    None,
    Reported,
}

/// Where the truck is, in parts. All `None` when nothing was said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Location {
    pub text: Option<String>,
    /// `I-80`, `US-30`, `SR-315`, `FM-1960`, `HWY-6`.
    pub highway: Option<String>,
    /// Direction of travel: `N`, `E`, `S`, `W`.
    pub direction: Option<String>,
    pub mile_marker: Option<f64>,
    pub exit: Option<String>,
    pub city: Option<String>,
    /// Postal code.
    pub state: Option<String>,
    pub facility: Option<Facility>,
}

impl Location {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// When the truck will arrive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Eta {
    /// The instant; of a range its later end. `None` when only a part of the day was said.
    pub at: Option<Zoned>,
    /// Minutes from the clock of the utterance to `at`.
    pub minutes: Option<i64>,
    /// The earlier end of a range, in minutes.
    pub earliest_minutes: Option<i64>,
    /// Only a part of the day was said.
    pub vague: bool,
    /// The driver's words.
    pub text: String,
}

impl Eta {
    /// The instant of the earlier end of a range; `None` when it is none.
    #[must_use]
    pub fn earliest(&self) -> Option<Zoned> {
        let width = self.minutes? - self.earliest_minutes?;
        let at = self.at.as_ref()?;
        (width > 0).then(|| at.checked_sub(width.minutes()).ok())?
    }
}

/// When to call back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallbackTime {
    /// Minutes from the clock of the utterance.
    pub minutes: Option<i64>,
    /// The instant.
    pub at: Option<Zoned>,
}

/// An emergency that was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emergency {
    /// Its kind.
    pub kind: EmergencyType,
    /// Its tier.
    pub tier: EmergencyTier,
}

/// Everything one utterance stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Facts {
    pub driver_status: Option<Found<DriverStatus>>,
    pub location: Option<Found<Location>>,
    pub remaining_miles: Option<Found<f64>>,
    pub eta: Option<Found<Eta>>,
    pub delay_reason: Option<Found<DelayReason>>,
    pub delay_minutes: Option<Found<i64>>,
    pub unloading_status: Option<Found<UnloadingStatus>>,
    pub door: Option<Found<String>>,
    pub lumper: Option<Found<Lumper>>,
    /// The lumper is paid and done, which no code of [`Lumper`] says: there is nothing left to ask about him.
    #[serde(default)]
    pub lumper_over: Option<Found<bool>>,
    pub detention: Option<Found<bool>>,
    pub wait_minutes: Option<Found<i64>>,
    pub pod_ack: Option<Found<bool>>,
    pub emergency: Option<Found<Emergency>>,
    pub safe: Option<Found<bool>>,
    pub injuries: Option<Found<Injuries>>,
    pub load_secure: Option<Found<bool>>,
    pub reefer_temp_f: Option<Found<f64>>,
    pub hos_remaining_minutes: Option<Found<i64>>,
    pub callback: Option<Found<CallbackTime>>,
    /// `en`, `es`: set when it is not plain English, or is known.
    pub language: Option<Found<String>>,
    /// Damage, refusal, wrong address: worth keeping as said.
    pub notes: Vec<String>,
}

/// What the driver did with his words, beside stating facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum Act {
    Affirm,
    Deny,
    Ack,
    Unsure,
    Refuse,
    Busy,
    Hold,
    Callback,
    Goodbye,
    WrongPerson,
    NotOnLoad,
    ThirdParty,
    Voicemail,
    Ivr,
    HumanRequest,
    IsBotQuestion,
    Question,
    RepeatRequest,
    Noise,
    Abuse,
    Chitchat,
    OtherLanguage,
    AlreadyTold,
    StopCalling,
    /// Takes back an emergency said before ("not me, it's up ahead").
    Retraction,
}

/// What a question of the driver is about, when it is one we can answer from the variables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum QuestionTopic {
    Appointment,
    LoadNumber,
    Destination,
    Origin,
    WhoIsCalling,
    WhyCalling,
    Other,
}

/// What one utterance meant.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Understanding {
    /// The facts stated.
    pub facts: Facts,
    /// The acts performed.
    pub acts: BTreeSet<Act>,
    /// What the question was about, when `acts` holds [`Act::Question`].
    pub question: Option<QuestionTopic>,
}
