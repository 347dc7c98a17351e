//! What is known, and from which words.

use serde::Serialize;

use crate::facts::{
    CallbackTime, DelayReason, DriverStatus, Eta, Found, Injuries, Location, Lumper, UnloadingStatus,
};

/// Evidence longer than this is cut, in characters.
const MOST_WORDS: usize = 200;

/// A value with its provenance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Kept<T> {
    pub(crate) value: T,
    /// The driver's words.
    pub(crate) words: String,
    /// The driver turn, from 1.
    pub(crate) turn: usize,
    /// The rule that read it.
    pub(crate) rule: String,
}

impl<T: Clone> Kept<T> {
    pub(crate) fn of(found: &Found<T>, turn: usize) -> Self {
        Self {
            value: found.value.clone(),
            words: found.words.chars().take(MOST_WORDS).collect(),
            turn,
            rule: found.rule.clone(),
        }
    }
}

/// Every slot of a call.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Slots {
    pub(crate) status: Option<Kept<DriverStatus>>,
    pub(crate) location: Option<Kept<Location>>,
    pub(crate) remaining_miles: Option<Kept<f64>>,
    pub(crate) eta: Option<Kept<Eta>>,
    pub(crate) delay_reason: Option<Kept<DelayReason>>,
    pub(crate) delay_minutes: Option<Kept<i64>>,
    pub(crate) unloading: Option<Kept<UnloadingStatus>>,
    pub(crate) door: Option<Kept<String>>,
    pub(crate) lumper: Option<Kept<Lumper>>,
    pub(crate) detention: Option<Kept<bool>>,
    /// Paid and done: no value of `lumper` says so.
    pub(crate) lumper_over: bool,
    /// No door was given yet, whatever else holds the truck up since.
    pub(crate) door_awaited: bool,
    pub(crate) wait_minutes: Option<Kept<i64>>,
    pub(crate) pod: Option<Kept<bool>>,
    pub(crate) safe: Option<Kept<bool>>,
    pub(crate) injuries: Option<Kept<Injuries>>,
    pub(crate) load_secure: Option<Kept<bool>>,
    pub(crate) emergency_location: Option<Kept<Location>>,
    pub(crate) reefer_temp_f: Option<Kept<f64>>,
    pub(crate) hos_minutes: Option<Kept<i64>>,
    pub(crate) callback: Option<Kept<CallbackTime>>,
    pub(crate) language: Option<Kept<String>>,
    pub(crate) notes: Vec<String>,
}

impl Slots {
    /// The lumper was waited for or at work before; now he is neither.
    pub(crate) fn end_lumper(&mut self) {
        self.lumper_over = true;
        self.lumper = None;
        if self
            .unloading
            .as_ref()
            .is_some_and(|kept| kept.value == UnloadingStatus::WaitingForLumper)
        {
            self.unloading = None;
        }
    }

    /// Anything a dispatcher would call an update.
    pub(crate) const fn any_update(&self) -> bool {
        self.status.is_some()
            || self.location.is_some()
            || self.eta.is_some()
            || self.door.is_some()
            || self.unloading.is_some()
    }

    pub(crate) const fn any_unloading(&self) -> bool {
        self.door.is_some() || self.lumper.is_some() || self.unloading.is_some()
    }
}
