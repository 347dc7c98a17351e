//! The facts of a call as they are said back.

use jiff::Zoned;

use crate::{
    facts::{DelayReason, DriverStatus, Eta, Location, Lumper, UnloadingStatus},
    slot::Slot,
    state::State,
};

/// Captured facts to be said back; what is `None` is left out.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// How the trip is going.
    pub status: Option<DriverStatus>,
    /// Where the truck is.
    pub location: Option<Location>,
    /// When it arrives.
    pub eta: Option<Eta>,
    /// How late, in minutes.
    pub delay_minutes: Option<i64>,
    /// Why.
    pub delay_reason: Option<DelayReason>,
    /// How the unloading stands.
    pub unloading: Option<UnloadingStatus>,
    /// Which door.
    pub door: Option<String>,
    /// Lumper.
    pub lumper: Option<Lumper>,
    /// On detention or not.
    pub detention: Option<bool>,
    /// Minutes at the dock so far.
    pub wait_minutes: Option<i64>,
    /// Whether the driver sends the proof of delivery.
    pub pod: Option<bool>,
    /// Miles to go.
    pub remaining_miles: Option<f64>,
    /// The running temperature, in degrees Fahrenheit.
    pub reefer_temp_f: Option<f64>,
    /// Minutes left on the driver's clock.
    pub hos_minutes: Option<i64>,
    /// The driver's clock, which tells today from tomorrow.
    pub now: Option<Zoned>,
}

impl Summary {
    /// Everything known.
    pub(crate) fn of(state: &State) -> Self {
        let slots = &state.slots;
        let at_receiver = state.at_receiver();
        let delayed = state.status() == Some(DriverStatus::Delayed);
        let reason = slots.delay_reason.as_ref().map(|kept| kept.value);
        Self {
            status: state.status(),
            location: slots.location.as_ref().map(|kept| kept.value.clone()),
            eta: slots
                .eta
                .as_ref()
                .filter(|_| !at_receiver)
                .map(|kept| kept.value.clone()),
            delay_minutes: state
                .delay_minutes()
                .filter(|minutes| *minutes > 0 && !at_receiver),
            delay_reason: reason.filter(|reason| *reason != DelayReason::None && delayed),
            unloading: slots.unloading.as_ref().map(|kept| kept.value),
            door: slots.door.as_ref().map(|kept| kept.value.clone()),
            lumper: slots.lumper.as_ref().map(|kept| kept.value),
            detention: slots.detention.as_ref().map(|kept| kept.value),
            wait_minutes: slots.wait_minutes.as_ref().map(|kept| kept.value),
            pod: slots.pod.as_ref().map(|kept| kept.value),
            remaining_miles: slots
                .remaining_miles
                .as_ref()
                .filter(|_| !at_receiver)
                .map(|kept| kept.value),
            reefer_temp_f: slots.reefer_temp_f.as_ref().map(|kept| kept.value),
            hos_minutes: slots.hos_minutes.as_ref().map(|kept| kept.value),
            now: Some(state.now.clone()),
        }
    }

    /// Only these slots of it.
    pub(crate) fn only(mut self, keep: &[Slot]) -> Self {
        let has = |slot| keep.contains(&slot);
        let all = std::mem::take(&mut self);
        Self {
            status: all.status.filter(|_| has(Slot::Status)),
            location: all.location.filter(|_| has(Slot::Location)),
            eta: all.eta.filter(|_| has(Slot::Eta)),
            delay_minutes: all.delay_minutes.filter(|_| has(Slot::DelayReason)),
            delay_reason: all.delay_reason.filter(|_| has(Slot::DelayReason)),
            unloading: all.unloading.filter(|_| has(Slot::Unloading)),
            door: all.door.filter(|_| has(Slot::Door)),
            lumper: all.lumper.filter(|_| has(Slot::Lumper)),
            detention: all.detention.filter(|_| has(Slot::Detention)),
            pod: all.pod.filter(|_| has(Slot::Pod)),
            now: all.now,
            ..Self::default()
        }
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Self {
            now: None,
            ..self.clone()
        } == Self::default()
    }
}

/// What was said stays out of logs.
impl std::fmt::Debug for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Summary")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
