//! The facts as Spanish clauses.

use super::time;
use crate::{
    facts::{DelayReason, DriverStatus, Facility, Location, Lumper, UnloadingStatus},
    phrasing::{Summary, states},
    speak,
};

/// "en camino por la I-80 hacia el oeste en la milla 212 cerca de Joliet, con llegada a las 4:15 de la tarde".
pub(super) fn clauses(summary: &Summary) -> Vec<String> {
    use DriverStatus::{Arrived, Driving, Unloading};
    let place = summary.location.as_ref();
    let arrived = matches!(summary.status, Some(Arrived | Unloading));
    let stands = summary.status == Some(Driving) && place.is_some_and(|place| place.facility.is_some());
    let status = summary.status.filter(|_| !stands).map(status);
    let place = if arrived {
        // At the receiver the road adds nothing.
        let city = place.and_then(|place| place.city.as_deref());
        city.map(|city| format!("en {}", speak::clip(city, 4)))
    } else {
        place.map(place_phrase)
    };
    let first = status.map(str::to_owned).into_iter().chain(place);
    let mut clauses = vec![first.collect::<Vec<_>>().join(" ")];
    clauses.extend(arrival(summary));
    clauses.extend(delay(summary));
    clauses.extend(dock(summary));
    clauses.extend(
        summary
            .remaining_miles
            .map(|miles| format!("faltan {} millas", speak::number(miles))),
    );
    clauses.extend(
        summary
            .reefer_temp_f
            .map(|degrees| format!("el termo a {} grados", speak::number(degrees))),
    );
    clauses.extend(
        summary
            .hos_minutes
            .map(|minutes| format!("le quedan {} de reloj", time::duration(minutes))),
    );
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

const fn status(status: DriverStatus) -> &'static str {
    match status {
        DriverStatus::Driving => "en camino",
        DriverStatus::Delayed => "con retraso",
        DriverStatus::Arrived => "ya con el cliente",
        DriverStatus::Unloading => "descargando con el cliente",
    }
}

fn arrival(summary: &Summary) -> Option<String> {
    let eta = summary.eta.as_ref()?;
    let (Some(at), Some(now)) = (&eta.at, &summary.now) else {
        return Some(format!("con llegada {}", speak::clip(&eta.text, 6)));
    };
    Some(match eta.earliest() {
        Some(earliest) => format!(
            "con llegada {}entre {} y {}",
            time::day(at, now),
            time::hour(&earliest, now),
            time::hour(at, now)
        ),
        None => format!("con llegada aproximada {}", time::clock(at, now)),
    })
}

fn delay(summary: &Summary) -> Option<String> {
    let reason = summary.delay_reason.and_then(reason);
    let behind = summary.delay_minutes.map(time::duration);
    match (behind, reason) {
        (Some(behind), Some(reason)) => Some(format!("como {behind} de retraso por {reason}")),
        (Some(behind), None) => Some(format!("como {behind} de retraso")),
        (None, Some(reason)) => Some(format!("demora por {reason}")),
        (None, None) => None,
    }
}

const fn reason(reason: DelayReason) -> Option<&'static str> {
    Some(match reason {
        DelayReason::Traffic => "el tráfico",
        DelayReason::Weather => "el clima",
        DelayReason::Mechanical => "una falla mecánica",
        DelayReason::Construction => "obras en la carretera",
        DelayReason::RoadClosure => "carretera cerrada",
        DelayReason::ShipperDelay => "el embarcador",
        DelayReason::ReceiverDelay => "el cliente",
        DelayReason::HoursOfService => "las horas de servicio",
        DelayReason::Inspection => "una inspección",
        DelayReason::Other | DelayReason::None => return None,
    })
}

fn dock(summary: &Summary) -> Vec<String> {
    let door = summary.door.as_deref();
    let door_said = door.map(|door| format!("puerta {}", speak::clip(door, 2)));
    let unloading = match summary.unloading {
        Some(UnloadingStatus::Complete) => Some("descarga terminada"),
        Some(UnloadingStatus::Drop) => Some("remolque entregado"),
        Some(UnloadingStatus::WaitingForDoor) if door.is_none() => Some("esperando puerta"),
        _ => None,
    };
    let lumper = summary.lumper.map(|lumper| match lumper {
        Lumper::Waiting => "esperando a los lumpers",
        Lumper::Working => "los lumpers trabajando",
        Lumper::NotNeeded => "sin lumpers",
    });
    let detention = summary
        .detention
        .map(|yes| if yes { "en detención" } else { "sin detención" });
    let waited = summary.wait_minutes.filter(|minutes| *minutes > 0);
    let waited = waited.map(|minutes| format!("lleva ahí {}", time::duration(minutes)));
    let pod = summary.pod.map(|yes| {
        if yes {
            "usted manda el comprobante"
        } else {
            "sin comprobante de su parte"
        }
    });
    let owned = |text: Option<&str>| text.map(str::to_owned);
    [
        door_said,
        owned(unloading),
        owned(lumper),
        owned(detention),
        waited,
        owned(pod),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "por la I-80 hacia el oeste en la milla 212 cerca de Joliet".
pub(super) fn place_phrase(place: &Location) -> String {
    let mut words = Vec::new();
    if let Some(road) = &place.highway {
        let direction = match place.direction.as_deref() {
            Some("N") => " hacia el norte",
            Some("E") => " hacia el este",
            Some("S") => " hacia el sur",
            Some("W") => " hacia el oeste",
            _ => "",
        };
        // A road of which only the number was said has no shield to read out.
        let road = speak::clip(road, 2).replace("HWY-", "carretera ");
        words.push(format!("por la {road}{direction}"));
    }
    if let Some(marker) = place.mile_marker {
        words.push(format!("en la milla {}", speak::number(marker)));
    }
    if let Some(exit) = &place.exit {
        words.push(format!("en la salida {}", speak::clip(exit, 1)));
    }
    if let Some(facility) = place.facility {
        words.push(facility_phrase(facility).to_owned());
    }
    match (&place.city, &place.state) {
        (Some(city), Some(state)) => words.push(format!(
            "cerca de {}, {}",
            speak::clip(city, 4),
            states::spanish(state)
        )),
        (Some(city), None) => words.push(format!("cerca de {}", speak::clip(city, 4))),
        (None, Some(state)) => words.push(format!("en {}", states::spanish(state))),
        (None, None) => {}
    }
    if words.is_empty() {
        words.extend(place.text.as_deref().map(|text| speak::clip(text, 6)));
    }
    words.join(" ")
}

const fn facility_phrase(facility: Facility) -> &'static str {
    match facility {
        Facility::Receiver => "con el cliente",
        Facility::Shipper => "con el embarcador",
        Facility::TruckStop => "en una parada de camiones",
        Facility::RestArea => "en un área de descanso",
        Facility::WeighStation => "en una báscula",
        Facility::Yard => "en un patio",
    }
}
