//! The state of a call: plain data, a function of (variables, turns, clock).

use std::collections::{BTreeMap, BTreeSet};

use jiff::Zoned;

use crate::{
    conflict::Conflict,
    facts::{DelayReason, DriverStatus, EmergencyTier, EmergencyType, UnloadingStatus},
    reply::{Phase, Reply},
    slot::Slot,
    slots::Slots,
    variables::Variables,
};

/// A call that goes on and on is closed kindly with this turn; an emergency that begins in its last turns is handed over
/// with the turn after it.
pub(crate) const MOST_TURNS: usize = 24;
/// More than this after the appointment is late.
const LATE_AFTER_MINUTES: i64 = 15;
/// An appointment this long before the arrival is not that of this trip: the record is stale.
const MOST_LATE_MINUTES: i64 = 7 * 24 * 60;
/// A slot is asked once, and once rephrased.
const PLAIN_ASKS: u8 = 2;
/// With clarifications.
pub(crate) const MOST_ASKS: u8 = 3;

/// How often a slot was asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Asks {
    /// By the agenda.
    pub(crate) plain: u8,
    /// Repeats and clarifications included.
    pub(crate) total: u8,
}

/// Why the call ended, or will with the next reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Complete,
    /// The driver closed before everything was asked.
    Goodbye,
    Human,
    PoorConnection,
    Voicemail,
    WrongContact,
    Callback,
    NoResponse,
    Uncooperative,
}

/// Things that are counted until they are too many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) noise_row: u8,
    pub(crate) noise: u8,
    pub(crate) silence_row: u8,
    pub(crate) silence: u8,
    pub(crate) refusal_row: u8,
    /// How often "why do you need to know" was answered.
    pub(crate) whys: u8,
    /// How often the driver was told that we are sorry to ask again.
    pub(crate) apologies: u8,
    pub(crate) abuse: u8,
    pub(crate) holds: u8,
    pub(crate) foreign: u8,
    pub(crate) chitchat: u8,
    pub(crate) hellos: u8,
    pub(crate) denials: u8,
    /// How often an arrival time of which only a part of the day is known was asked about.
    pub(crate) vague_asks: u8,
}

/// An emergency in progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Emergency {
    pub(crate) kind: EmergencyType,
    pub(crate) tier: EmergencyTier,
    /// The driver turn it was told in.
    pub(crate) since: usize,
    pub(crate) questions: u8,
    /// Turns in a row that brought no fact.
    pub(crate) empty_turns: u8,
    pub(crate) told_911: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) vars: Variables,
    pub(crate) now: Zoned,
    /// Driver turns so far.
    pub(crate) turn: usize,
    pub(crate) phase: Phase,
    pub(crate) slots: Slots,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) asks: BTreeMap<Slot, Asks>,
    /// What an answer would be about: the last question, even when a reply without one came after it.
    pub(crate) expecting: Vec<Slot>,
    /// The same before the last reply, should that one not have been heard.
    pub(crate) expected_before: Vec<Slot>,
    pub(crate) last: Reply,
    /// The question sentence of the last reply.
    pub(crate) last_question: Option<String>,
    /// Whether the last ask was the agenda's own.
    pub(crate) last_plain: bool,
    /// Sentences and replies spoken so far.
    pub(crate) spoken: BTreeSet<String>,
    pub(crate) counts: Counts,
    pub(crate) emergency: Option<Emergency>,
    pub(crate) ending: Option<Ending>,
    pub(crate) handed_over: bool,
    /// The provider says that the transfer did not take place.
    pub(crate) transfer_failed: bool,
    /// The driver knows who is calling.
    pub(crate) introduced: bool,
    /// The last reply granted a wait.
    pub(crate) waiting: bool,
    /// The last reply asked whether anyone is there.
    pub(crate) checked_in: bool,
    pub(crate) gps_checked: bool,
    /// Words with content were heard.
    pub(crate) spoke: bool,
    /// His dispatcher, or who rides with him, answers in his stead.
    pub(crate) spoken_for: bool,
}

impl State {
    pub(crate) fn new(vars: Variables) -> Self {
        let now = jiff::Timestamp::UNIX_EPOCH.to_zoned(vars.time_zone());
        Self {
            vars,
            now,
            turn: 0,
            phase: Phase::Greeting,
            slots: Slots::default(),
            conflicts: Vec::new(),
            asks: BTreeMap::new(),
            expecting: Vec::new(),
            expected_before: Vec::new(),
            last: Reply::default(),
            last_question: None,
            last_plain: false,
            spoken: BTreeSet::new(),
            counts: Counts::default(),
            emergency: None,
            ending: None,
            handed_over: false,
            transfer_failed: false,
            introduced: false,
            waiting: false,
            checked_in: false,
            gps_checked: false,
            spoke: false,
            spoken_for: false,
        }
    }

    pub(crate) fn asks(&self, slot: Slot) -> Asks {
        self.asks.get(&slot).copied().unwrap_or_default()
    }

    /// May the agenda ask for `slot` once more; `repair`: after a question, a repeat, a silence.
    pub(crate) fn may_ask(&self, slot: Slot, repair: bool) -> bool {
        let asks = self.asks(slot);
        let plain = if slot == Slot::Pod { 1 } else { PLAIN_ASKS };
        asks.total < MOST_ASKS && (repair || asks.plain < plain)
    }

    pub(crate) fn expects(&self, slot: Slot) -> bool {
        self.expecting.contains(&slot)
    }

    /// The status as stated, or as the other facts imply it.
    pub(crate) fn status(&self) -> Option<DriverStatus> {
        let stated = self.slots.status.as_ref().map(|kept| kept.value);
        match stated {
            Some(DriverStatus::Arrived | DriverStatus::Unloading | DriverStatus::Delayed) => stated,
            _ if self.is_late() => Some(DriverStatus::Delayed),
            Some(DriverStatus::Driving) => stated,
            None if self.slots.any_unloading() => Some(DriverStatus::Arrived),
            // Something holds the truck up, and nobody said that it is on time.
            None if self.delay_reason_known() => Some(DriverStatus::Delayed),
            None if self.slots.location.is_some() && self.eta_known() => Some(DriverStatus::Driving),
            None => None,
        }
    }

    pub(crate) fn at_receiver(&self) -> bool {
        matches!(
            self.status(),
            Some(DriverStatus::Arrived | DriverStatus::Unloading)
        )
    }

    pub(crate) const fn eta_known(&self) -> bool {
        self.slots.eta.is_some()
    }

    /// Minutes after the appointment that the stated arrival is; negative when before it.
    pub(crate) fn minutes_after_appointment(&self) -> Option<i64> {
        // Once there, a time said on the way tells nothing any more.
        let stated = self.slots.status.as_ref().map(|kept| kept.value);
        if matches!(stated, Some(DriverStatus::Arrived | DriverStatus::Unloading)) {
            return None;
        }
        let appointment = self.vars.appointment_time.as_ref()?;
        let eta = self.slots.eta.as_ref()?.value.at.as_ref()?;
        let late = eta.timestamp().duration_since(appointment.timestamp()).as_secs() / 60;
        (late <= MOST_LATE_MINUTES).then_some(late)
    }

    /// Lateness in minutes: as stated, or else against the appointment.
    pub(crate) fn delay_minutes(&self) -> Option<i64> {
        let stated = self.slots.delay_minutes.as_ref().map(|kept| kept.value);
        stated.or_else(|| self.minutes_after_appointment().filter(|late| *late > 0))
    }

    fn is_late(&self) -> bool {
        self.slots
            .delay_minutes
            .as_ref()
            .is_some_and(|kept| kept.value > 0)
            || self
                .minutes_after_appointment()
                .is_some_and(|late| late > LATE_AFTER_MINUTES)
    }

    /// A cause was named; "on time" is none.
    pub(crate) fn delay_reason_known(&self) -> bool {
        self.slots
            .delay_reason
            .as_ref()
            .is_some_and(|kept| kept.value != DelayReason::None)
    }

    /// Nothing is left to ask about the dock.
    pub(crate) fn freight_is_off(&self) -> bool {
        self.slots
            .unloading
            .as_ref()
            .is_some_and(|kept| matches!(kept.value, UnloadingStatus::Complete | UnloadingStatus::Drop))
    }

    pub(crate) fn is_over(&self) -> bool {
        self.phase == Phase::Done
    }
}
