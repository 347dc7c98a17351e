//! Facts that cannot be meant, by what is known of the trip or said in the same breath.

use crate::{
    facts::{DriverStatus, Facility, Facts, Lumper, UnloadingStatus},
    state::State,
};

/// Takes out of a turn what the rest of it, or what is known, excludes.
pub(crate) fn drop_from(facts: &mut Facts, state: &State) {
    if is_at_the_shipper(state, facts) {
        forget_the_dock(facts);
    } else if state.at_receiver() && !is_on_the_way(facts) {
        facts.driver_status = facts.driver_status.take().filter(|found| arrived(found.value));
    }
    agree(facts);
}

const fn arrived(status: DriverStatus) -> bool {
    matches!(status, DriverStatus::Arrived | DriverStatus::Unloading)
}

/// The truck stands where it is loaded: said now, or before and nothing else since.
fn is_at_the_shipper(state: &State, facts: &Facts) -> bool {
    if let Some(found) = &facts.location
        && (found.value.facility.is_some() || found.value.highway.is_some())
    {
        return found.value.facility == Some(Facility::Shipper);
    }
    let moves = facts
        .driver_status
        .as_ref()
        .is_some_and(|found| found.value == DriverStatus::Driving);
    let kept = state.slots.location.as_ref();
    !moves && kept.is_some_and(|kept| kept.value.facility == Some(Facility::Shipper))
}

/// A door, a lumper, a wait at the shipper are not those of the delivery.
fn forget_the_dock(facts: &mut Facts) {
    facts.driver_status = facts.driver_status.take().filter(|found| !arrived(found.value));
    facts.unloading_status = None;
    facts.door = None;
    facts.lumper = None;
    facts.lumper_over = None;
    facts.detention = None;
    facts.wait_minutes = None;
}

/// Who has arrived is not under way again because the lumper, or the line, is: that takes words of the road and none of
/// the dock.
fn is_on_the_way(facts: &Facts) -> bool {
    let dock = facts.unloading_status.is_some()
        || facts.door.is_some()
        || facts.lumper.is_some()
        || facts.lumper_over.is_some()
        || facts.detention.is_some()
        || facts.pod_ack.is_some();
    let road = facts.eta.is_some() || facts.remaining_miles.is_some() || facts.location.is_some();
    let late = facts
        .driver_status
        .as_ref()
        .is_some_and(|found| found.value == DriverStatus::Delayed);
    !dock && (road || !late)
}

/// "Lumper ain't needed" does not wait for one, and detention is a matter of its own beside where the truck stands.
fn agree(facts: &mut Facts) {
    let not_needed = facts
        .lumper
        .as_ref()
        .is_some_and(|found| found.value == Lumper::NotNeeded);
    let denied = facts.detention.as_ref().is_some_and(|found| !found.value);
    facts.unloading_status = facts.unloading_status.take().filter(|found| match found.value {
        UnloadingStatus::WaitingForLumper => !not_needed,
        UnloadingStatus::Detention => !denied,
        _ => true,
    });
}
