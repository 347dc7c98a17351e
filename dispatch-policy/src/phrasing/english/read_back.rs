//! The facts as English clauses.

use crate::{
    facts::{DelayReason, DriverStatus, Facility, Location, Lumper, UnloadingStatus},
    phrasing::{Summary, states},
    place, speak,
};

/// "rolling on I-80 westbound at mile marker 212, near Joliet, getting in around 4:15 PM".
pub(super) fn clauses(summary: &Summary) -> Vec<String> {
    let mut clauses = Vec::new();
    let arrived = matches!(
        summary.status,
        Some(DriverStatus::Arrived | DriverStatus::Unloading)
    );
    let stands = summary.status == Some(DriverStatus::Driving)
        && summary
            .location
            .as_ref()
            .is_some_and(|place| place.facility.is_some());
    let place = summary
        .location
        .as_ref()
        .map(place_phrase)
        .filter(|place| !place.is_empty());
    clauses.push(match (summary.status.map(status), place) {
        // At the receiver the road adds nothing.
        (Some(status), _) if arrived => {
            match summary.location.as_ref().and_then(|place| place.city.as_deref()) {
                Some(city) => format!("{status} in {}", speak::clip(city, 4)),
                None => status.to_owned(),
            }
        }
        // A truck that stands somewhere does not roll.
        (Some(_), Some(place)) if stands => place,
        (Some(status), Some(place)) => format!("{status} {place}"),
        (Some(status), None) => status.to_owned(),
        (None, Some(place)) => place,
        (None, None) => String::new(),
    });
    clauses.extend(arrival(summary));
    clauses.extend(delay(summary));
    clauses.extend(dock(summary));
    if let Some(miles) = summary.remaining_miles {
        clauses.push(format!("{} miles to go", speak::number(miles)));
    }
    if let Some(degrees) = summary.reefer_temp_f {
        clauses.push(format!("reefer at {} degrees", speak::number(degrees)));
    }
    if let Some(minutes) = summary.hos_minutes {
        clauses.push(format!("{} left on your clock", speak::duration(minutes)));
    }
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

const fn status(status: DriverStatus) -> &'static str {
    match status {
        DriverStatus::Driving => "rolling",
        DriverStatus::Delayed => "running late",
        DriverStatus::Arrived => "at the receiver",
        DriverStatus::Unloading => "unloading at the receiver",
    }
}

fn arrival(summary: &Summary) -> Option<String> {
    let eta = summary.eta.as_ref()?;
    let (Some(at), Some(now)) = (&eta.at, &summary.now) else {
        return Some(format!("getting in {}", speak::clip(&eta.text, 6)));
    };
    let latest = speak::clock(at, now);
    Some(match eta.earliest() {
        Some(earliest) => format!("getting in between {} and {latest}", speak::clock(&earliest, now)),
        None => format!("getting in around {latest}"),
    })
}

fn delay(summary: &Summary) -> Option<String> {
    let reason = summary.delay_reason.and_then(reason);
    let behind = summary
        .delay_minutes
        .map(|minutes| format!("about {} behind", speak::duration(minutes)));
    match (behind, reason) {
        (Some(behind), Some(reason)) => Some(format!("{behind} because of {reason}")),
        (Some(behind), None) => Some(behind),
        (None, Some(reason)) => Some(format!("held up by {reason}")),
        (None, None) => None,
    }
}

const fn reason(reason: DelayReason) -> Option<&'static str> {
    Some(match reason {
        DelayReason::Traffic => "traffic",
        DelayReason::Weather => "weather",
        DelayReason::Mechanical => "a mechanical issue",
        DelayReason::Construction => "construction",
        DelayReason::RoadClosure => "a road closure",
        DelayReason::ShipperDelay => "the shipper",
        DelayReason::ReceiverDelay => "the receiver",
        DelayReason::HoursOfService => "hours of service",
        DelayReason::Inspection => "an inspection",
        DelayReason::Other => return None,
        DelayReason::None => return None,
    })
}

fn dock(summary: &Summary) -> Vec<String> {
    let mut clauses = Vec::new();
    if let Some(door) = &summary.door {
        clauses.push(format!("door {}", speak::clip(door, 2)));
    }
    match summary.unloading {
        Some(UnloadingStatus::Complete) => clauses.push("unloading complete".to_owned()),
        Some(UnloadingStatus::Drop) => clauses.push("trailer dropped".to_owned()),
        Some(UnloadingStatus::WaitingForDoor) if summary.door.is_none() => {
            clauses.push("waiting for a door".to_owned());
        }
        _ => {}
    }
    clauses.extend(summary.lumper.map(|lumper| {
        match lumper {
            Lumper::Waiting => "waiting on a lumper",
            Lumper::Working => "lumper at work",
            Lumper::NotNeeded => "no lumper",
        }
        .to_owned()
    }));
    clauses.extend(
        summary
            .detention
            .map(|yes| if yes { "on detention" } else { "not on detention" }.to_owned()),
    );
    if let Some(minutes) = summary.wait_minutes.filter(|minutes| *minutes > 0) {
        clauses.push(format!("{} there so far", speak::duration(minutes)));
    }
    clauses.extend(summary.pod.map(|yes| {
        if yes {
            "POD coming from you"
        } else {
            "no POD from you"
        }
        .to_owned()
    }));
    clauses
}

/// "on I-80 westbound at mile marker 212 near Joliet".
pub(super) fn place_phrase(place: &Location) -> String {
    let mut words = Vec::new();
    if let Some(road) = &place.highway {
        let direction = match place.direction.as_deref() {
            Some("N") => " northbound",
            Some("E") => " eastbound",
            Some("S") => " southbound",
            Some("W") => " westbound",
            _ => "",
        };
        // A road of which only the number was said has no shield to read out.
        let road = speak::clip(road, 2).replace("HWY-", "highway ");
        words.push(format!("on {road}{direction}"));
    }
    if let Some(marker) = place.mile_marker {
        words.push(format!("at mile marker {}", speak::number(marker)));
    }
    if let Some(exit) = &place.exit {
        words.push(format!("at exit {}", speak::clip(exit, 1)));
    }
    if let Some(facility) = place.facility {
        let article = if matches!(facility, Facility::Receiver | Facility::Shipper) {
            "the"
        } else {
            "a"
        };
        words.push(format!("at {article} {}", place::facility_name(facility)));
    }
    match (&place.city, &place.state) {
        (Some(city), Some(state)) => {
            words.push(format!(
                "near {}, {}",
                speak::clip(city, 4),
                states::english(state)
            ));
        }
        (Some(city), None) => words.push(format!("near {}", speak::clip(city, 4))),
        (None, Some(state)) => words.push(format!("in {}", states::english(state))),
        (None, None) => {}
    }
    if words.is_empty() {
        words.extend(place.text.as_deref().map(|text| speak::clip(text, 6)));
    }
    words.join(" ")
}
