//! The structured payload: flat keys, the same names whatever happened in the call.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::{
    facts::{DelayReason, DriverStatus, Injuries, Lumper, UnloadingStatus},
    outcome::{escalation, outcome},
    place,
    reply::SlotView,
    slots::Kept,
    speak,
    state::State,
};

/// Free text longer than this is cut, in characters.
const MOST_TEXT: usize = 200;
/// What stands where nothing is known or nothing applies.
const NOT_APPLICABLE: &str = "N/A";

pub(crate) fn payload(state: &State) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("call_outcome".into(), outcome(state).into());
    if state.emergency.is_some() {
        emergency(state, &mut map);
        // Of the trip only what is known: an emergency payload states nothing by default.
        let mut trip = Map::new();
        dispatch(state, &mut trip);
        let told = |(key, value): &(String, Value)| {
            !matches!(value.as_str(), Some(NOT_APPLICABLE | "Unknown" | "None"))
                && key != "pod_reminder_acknowledged"
        };
        map.extend(trip.into_iter().filter(told));
    } else {
        dispatch(state, &mut map);
    }
    extensions(state, &mut map);
    map
}

fn dispatch(state: &State, map: &mut Map<String, Value>) {
    let status = state.status();
    map.insert(
        "driver_status".into(),
        status.map_or(json!("Unknown"), |status| json!(status)),
    );
    let place = state
        .slots
        .location
        .as_ref()
        .map(|kept| place::written(&kept.value));
    let place = place.filter(|place| !place.is_empty());
    map.insert(
        "current_location".into(),
        place.unwrap_or_else(|| NOT_APPLICABLE.to_owned()).into(),
    );
    map.insert(
        "eta".into(),
        eta(state).unwrap_or_else(|| NOT_APPLICABLE.to_owned()).into(),
    );
    map.insert("delay_reason".into(), json!(delay_reason(state, status)));
    map.insert("unloading_status".into(), unloading(state).into());
    let pod = state.slots.pod.as_ref().is_some_and(|kept| kept.value);
    map.insert("pod_reminder_acknowledged".into(), pod.to_string().into());
}

fn eta(state: &State) -> Option<String> {
    let eta = state.slots.eta.as_ref().filter(|_| !state.at_receiver())?;
    let text = match &eta.value.at {
        Some(at) => speak::clock(at, &state.now),
        None => eta.value.text.chars().take(MOST_TEXT).collect(),
    };
    Some(text).filter(|text| !text.is_empty())
}

/// A truck that rolls on time has none, whatever it drives through; one that is late for a reason nobody named is late
/// for another reason.
fn delay_reason(state: &State, status: Option<DriverStatus>) -> DelayReason {
    let stated = state.slots.delay_reason.as_ref().map(|kept| kept.value);
    match (stated, status) {
        (_, Some(DriverStatus::Driving)) => DelayReason::None,
        // While the call goes on the question may still be answered.
        (None | Some(DelayReason::None), Some(DriverStatus::Delayed)) if state.is_over() => {
            DelayReason::Other
        }
        (stated, _) => stated.unwrap_or(DelayReason::None),
    }
}

/// The first that applies; what it hides stands in the extensions.
fn unloading(state: &State) -> String {
    let slots = &state.slots;
    let code = slots.unloading.as_ref().map(|kept| kept.value);
    let is = |status| code == Some(status);
    let detention = slots.detention.as_ref().is_some_and(|kept| kept.value);
    let lumper = slots.lumper.as_ref().map(|kept| kept.value);
    if is(UnloadingStatus::Complete) {
        "Complete".to_owned()
    } else if is(UnloadingStatus::Drop) {
        "Drop".to_owned()
    } else if detention || is(UnloadingStatus::Detention) {
        "Detention".to_owned()
    } else if lumper == Some(Lumper::Waiting) || (lumper.is_none() && is(UnloadingStatus::WaitingForLumper)) {
        "Waiting for Lumper".to_owned()
    } else if let Some(door) = &slots.door {
        format!("In Door {}", door.value)
    } else if is(UnloadingStatus::Unloading) || state.status() == Some(DriverStatus::Unloading) {
        "Unloading".to_owned()
    } else if is(UnloadingStatus::WaitingForDoor) || slots.door_awaited {
        "Waiting for Door".to_owned()
    } else if is(UnloadingStatus::InDoor) {
        "In Door".to_owned()
    } else {
        NOT_APPLICABLE.to_owned()
    }
}

fn emergency(state: &State, map: &mut Map<String, Value>) {
    let slots = &state.slots;
    let kind = state.emergency.as_ref().map(|emergency| emergency.kind);
    map.insert("emergency_type".into(), json!(kind));
    let safe = slots.safe.as_ref().map(|kept| kept.value);
    let safe = safe.map_or("Unknown", |safe| {
        if safe {
            "Driver confirmed safe"
        } else {
            "Driver not safe"
        }
    });
    map.insert("safety_status".into(), safe.into());
    let injuries = match slots.injuries.as_ref().map(|kept| kept.value) {
        Some(Injuries::None) => "No injuries reported",
        Some(Injuries::Reported) => "Injuries reported",
        None => "Unknown",
    };
    map.insert("injury_status".into(), injuries.into());
    // A place from before the emergency is the fallback only: the truck may have moved.
    let place = slots.emergency_location.as_ref().or(slots.location.as_ref());
    let place = place
        .map(|kept| place::written(&kept.value))
        .filter(|place| !place.is_empty());
    map.insert(
        "emergency_location".into(),
        place.unwrap_or_else(|| NOT_APPLICABLE.to_owned()).into(),
    );
    map.insert(
        "load_secure".into(),
        json!(slots.load_secure.as_ref().map(|kept| kept.value)),
    );
    map.insert(
        "escalation_status".into(),
        escalation(state).unwrap_or("Pending").into(),
    );
}

fn extensions(state: &State, map: &mut Map<String, Value>) {
    let slots = &state.slots;
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            map.entry(key).or_insert(value);
        }
    };
    if let Some(place) = slots
        .emergency_location
        .as_ref()
        .or(slots.location.as_ref())
        .map(|kept| &kept.value)
    {
        let text = place
            .text
            .as_ref()
            .map(|text| text.chars().take(MOST_TEXT).collect::<String>());
        put("location.text", json!(text));
        put("location.highway", json!(place.highway));
        put("location.direction", json!(place.direction));
        put(
            "location.mile_marker",
            place.mile_marker.map_or(Value::Null, number),
        );
        put("location.exit", json!(place.exit));
        put("location.city", json!(place.city));
        put("location.state", json!(place.state));
        put("location.facility", json!(place.facility));
    }
    if let Some(eta) = slots
        .eta
        .as_ref()
        .filter(|_| !state.at_receiver())
        .map(|kept| &kept.value)
    {
        put("eta_minutes", json!(eta.minutes));
        put("eta_at", json!(eta.at.as_ref().map(speak::rfc3339)));
        // Of a range the later end is the value; the earlier one is kept beside it.
        put(
            "eta_earliest_at",
            json!(eta.earliest().as_ref().map(speak::rfc3339)),
        );
        put("eta_vague", if eta.vague { json!(true) } else { Value::Null });
    }
    put("delay_minutes", json!(state.delay_minutes()));
    put("door", value(&slots.door));
    put("lumper", value(&slots.lumper));
    put("detention", value(&slots.detention));
    put("wait_minutes", value(&slots.wait_minutes));
    put(
        "reefer_temp_f",
        slots
            .reefer_temp_f
            .as_ref()
            .map_or(Value::Null, |kept| number(kept.value)),
    );
    put("hos_remaining_minutes", value(&slots.hos_minutes));
    put(
        "remaining_miles",
        slots
            .remaining_miles
            .as_ref()
            .map_or(Value::Null, |kept| number(kept.value)),
    );
    if let Some(callback) = slots.callback.as_ref().map(|kept| &kept.value) {
        put("callback_minutes", json!(callback.minutes));
        put("callback_at", json!(callback.at.as_ref().map(speak::rfc3339)));
    }
    put("language", value(&slots.language));
    put("escalation_status", json!(escalation(state)));
    if !slots.notes.is_empty() {
        put("notes", json!(slots.notes));
    }
}

/// Whole numbers without a fraction: 212, not 212.0.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e9 {
        // Checked above: whole, and far within the range.
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 1e9")]
        let whole = value as i64;
        return json!(whole);
    }
    json!(value)
}

fn value<T: Serialize>(slot: &Option<Kept<T>>) -> Value {
    slot.as_ref().map_or(Value::Null, |kept| json!(kept.value))
}

/// The filled slots with their words, in the order of the agenda.
pub(crate) fn slots(state: &State) -> Vec<SlotView> {
    let slots = &state.slots;
    let place = |kept: &Kept<crate::facts::Location>| json!(place::written(&kept.value));
    let views = [
        view("driver_status", &slots.status, |_| json!(state.status())),
        view("current_location", &slots.location, place),
        view("remaining_miles", &slots.remaining_miles, |kept| {
            number(kept.value)
        }),
        view("eta", &slots.eta, |_| json!(eta(state))),
        view("delay_reason", &slots.delay_reason, |kept| json!(kept.value)),
        view("delay_minutes", &slots.delay_minutes, |kept| json!(kept.value)),
        view("unloading_status", &slots.unloading, |kept| json!(kept.value)),
        view("door", &slots.door, |kept| json!(kept.value)),
        view("lumper", &slots.lumper, |kept| json!(kept.value)),
        view("detention", &slots.detention, |kept| json!(kept.value)),
        view("wait_minutes", &slots.wait_minutes, |kept| json!(kept.value)),
        view("pod_reminder_acknowledged", &slots.pod, |kept| json!(kept.value)),
        view("safe", &slots.safe, |kept| json!(kept.value)),
        view("injuries", &slots.injuries, |kept| json!(kept.value)),
        view("emergency_location", &slots.emergency_location, place),
        view("load_secure", &slots.load_secure, |kept| json!(kept.value)),
        view("reefer_temp_f", &slots.reefer_temp_f, |kept| number(kept.value)),
        view("hos_remaining_minutes", &slots.hos_minutes, |kept| {
            json!(kept.value)
        }),
        view("callback_minutes", &slots.callback, |kept| {
            json!(kept.value.minutes)
        }),
        view("language", &slots.language, |kept| json!(kept.value)),
    ];
    let mut views: Vec<_> = views
        .into_iter()
        .flatten()
        .filter(|view| !view.value.is_null())
        .collect();
    // A status that follows from the other facts has no words of its own.
    if let (None, Some(status)) = (&slots.status, state.status()) {
        let name = "driver_status".to_owned();
        views.insert(
            0,
            SlotView {
                name,
                value: json!(status),
                words: None,
                turn: None,
                rule: None,
            },
        );
    }
    views
}

fn view<T>(name: &str, slot: &Option<Kept<T>>, value: impl Fn(&Kept<T>) -> Value) -> Option<SlotView> {
    slot.as_ref().map(|kept| SlotView {
        name: name.to_owned(),
        value: value(kept),
        words: Some(kept.words.clone()).filter(|words| !words.is_empty()),
        turn: Some(kept.turn),
        rule: Some(kept.rule.clone()),
    })
}
