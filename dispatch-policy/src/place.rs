//! Places: do two agree, what do they make together, and how are they written.

use crate::{
    facts::{Facility, Location},
    speak,
};

/// Two statements about the same part that differ.
pub(crate) fn clash(old: &Location, new: &Location) -> bool {
    differ(old.city.as_deref(), new.city.as_deref(), same_town)
        || differ(old.highway.as_deref(), new.highway.as_deref(), same_road)
        || differ(
            old.state.as_deref(),
            new.state.as_deref(),
            str::eq_ignore_ascii_case,
        )
        || differ(
            old.exit.as_deref(),
            new.exit.as_deref(),
            str::eq_ignore_ascii_case,
        )
        || matches!((old.mile_marker, new.mile_marker), (Some(a), Some(b)) if (a - b).abs() > 0.05)
}

/// `new` says something `old` does not.
pub(crate) const fn adds(old: &Location, new: &Location) -> bool {
    (old.city.is_none() && new.city.is_some())
        || (old.highway.is_none() && new.highway.is_some())
        || (old.mile_marker.is_none() && new.mile_marker.is_some())
        || (old.exit.is_none() && new.exit.is_some())
        || (old.facility.is_none() && new.facility.is_some())
}

/// The newer statement, with what of the older one it leaves standing: a new town keeps the road,
/// a new road keeps the town, but the marker and the exit belong to the point that was corrected.
pub(crate) fn merge(old: &Location, new: &Location) -> Location {
    let moved = clash(old, new);
    let new_road = differ(old.highway.as_deref(), new.highway.as_deref(), same_road);
    let new_town = differ(old.city.as_deref(), new.city.as_deref(), same_town);
    let new_state = differ(
        old.state.as_deref(),
        new.state.as_deref(),
        str::eq_ignore_ascii_case,
    );
    let or = |new: &Option<String>, old: &Option<String>, stands: bool| {
        new.clone().or_else(|| old.clone().filter(|_| stands))
    };
    Location {
        text: new.text.clone().or_else(|| old.text.clone()),
        highway: match (&new.highway, &old.highway) {
            // The same road by a vaguer name.
            (Some(vague), Some(named)) if vague.starts_with("HWY-") && same_road(vague, named) => {
                old.highway.clone()
            }
            _ => or(&new.highway, &old.highway, !new_state),
        },
        direction: or(&new.direction, &old.direction, !new_road),
        mile_marker: new.mile_marker.or(if moved { None } else { old.mile_marker }),
        exit: or(&new.exit, &old.exit, !moved),
        city: or(&new.city, &old.city, !new_state),
        state: or(&new.state, &old.state, !new_town),
        facility: new.facility.or(if moved { None } else { old.facility }),
    }
}

/// Good enough to send help to: a bare road is not.
pub(crate) const fn is_exact(place: &Location) -> bool {
    place.mile_marker.is_some() || place.exit.is_some() || place.city.is_some() || place.facility.is_some()
}

/// A position report, "City, ST" or "I-40 near City, ST".
pub(crate) fn parse_report(report: &str) -> Location {
    let (road, town) = match report.split_once(" near ") {
        Some((road, town)) => (Some(road.trim().to_uppercase()), town),
        None => (None, report),
    };
    let town = town.trim().trim_start_matches("near ");
    let mut parts = town.split(',').map(str::trim);
    let city = parts.next().unwrap_or_default();
    // Coordinates are no town, and "USA" is no state.
    let city = Some(city).filter(|city| city.chars().any(char::is_alphabetic));
    let state = parts
        .next()
        .filter(|state| state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_alphabetic()));
    Location {
        text: Some(report.to_owned()),
        highway: road,
        city: city.map(str::to_owned),
        state: state.map(str::to_uppercase),
        ..Location::default()
    }
}

/// Whether a stated place and a position report cannot both be right. A road that matches settles it within a state.
pub(crate) fn contradicts(report: &Location, stated: &Location) -> bool {
    let same = |a: Option<&str>, b: Option<&str>, eq: fn(&str, &str) -> bool| matches!((a, b), (Some(a), Some(b)) if eq(a, b));
    let states = differ(
        report.state.as_deref(),
        stated.state.as_deref(),
        str::eq_ignore_ascii_case,
    );
    let road = same(report.highway.as_deref(), stated.highway.as_deref(), same_road);
    states || !road && differ(report.city.as_deref(), stated.city.as_deref(), same_town)
}

fn differ(a: Option<&str>, b: Option<&str>, same: impl Fn(&str, &str) -> bool) -> bool {
    matches!((a, b), (Some(a), Some(b)) if !same(a, b))
}

/// "I-80" and a road of which only the number was said are the same road.
fn same_road(a: &str, b: &str) -> bool {
    let split = |road: &str| {
        let (class, number) = road.split_once('-').unwrap_or(("", road));
        (class.to_uppercase(), number.to_uppercase())
    };
    let ((class_a, number_a), (class_b, number_b)) = (split(a), split(b));
    number_a == number_b && (class_a == class_b || class_a == "HWY" || class_b == "HWY")
}

/// Without case, dots and hyphens; "Saint" is "St".
fn same_town(a: &str, b: &str) -> bool {
    let key = |town: &str| {
        let words = town.to_lowercase().replace(['.', '\''], "").replace('-', " ");
        let words = words.split_whitespace().map(|word| match word {
            "saint" => "st",
            "fort" => "ft",
            "mount" => "mt",
            word => word,
        });
        words.collect::<Vec<_>>().join(" ")
    };
    key(a) == key(b)
}

/// As it is written in the record: "I-80 W, mile marker 212, near Joliet, IL".
pub(crate) fn written(place: &Location) -> String {
    let mut parts = Vec::new();
    match (&place.highway, &place.direction) {
        (Some(road), Some(direction)) => parts.push(format!("{road} {direction}")),
        (Some(road), None) => parts.push(road.clone()),
        _ => {}
    }
    if let Some(marker) = place.mile_marker {
        parts.push(format!("mile marker {}", speak::number(marker)));
    }
    if let Some(exit) = &place.exit {
        parts.push(format!("exit {exit}"));
    }
    let near = if parts.is_empty() { "" } else { "near " };
    match (&place.city, &place.state) {
        (Some(city), Some(state)) => parts.push(format!("{near}{city}, {state}")),
        (Some(city), None) => parts.push(format!("{near}{city}")),
        (None, Some(state)) => parts.push(state.clone()),
        _ => {}
    }
    match place.facility {
        Some(facility) if parts.is_empty() => place
            .text
            .clone()
            .unwrap_or_else(|| facility_name(facility).to_owned()),
        Some(facility) => format!("{} ({})", parts.join(", "), facility_name(facility)),
        None if parts.is_empty() => place.text.clone().unwrap_or_default(),
        None => parts.join(", "),
    }
}

pub(crate) const fn facility_name(facility: Facility) -> &'static str {
    match facility {
        Facility::Receiver => "receiver",
        Facility::Shipper => "shipper",
        Facility::TruckStop => "truck stop",
        Facility::RestArea => "rest area",
        Facility::WeighStation => "weigh station",
        Facility::Yard => "yard",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town(city: &str, state: Option<&str>) -> Location {
        Location {
            city: Some(city.into()),
            state: state.map(Into::into),
            ..Location::default()
        }
    }

    fn road(highway: &str, marker: f64) -> Location {
        Location {
            highway: Some(highway.into()),
            mile_marker: Some(marker),
            ..Location::default()
        }
    }

    #[test]
    fn a_report_is_contradicted_by_another_town_or_state_only() {
        let report = parse_report("Ogallala, NE");
        assert!(contradicts(&report, &town("Cheyenne", Some("WY"))));
        assert!(contradicts(&report, &town("Sidney", None)));
        assert!(!contradicts(&report, &town("ogallala", None)));
        assert!(!contradicts(&report, &road("I-80", 126.0)));
        assert!(!contradicts(
            &parse_report("St. Louis, MO"),
            &town("Saint Louis", None)
        ));
    }

    #[test]
    fn reports_of_every_shape_are_read_for_what_they_name() {
        let read = |report| {
            let place = parse_report(report);
            (place.highway, place.city, place.state)
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(read("Ogallala, NE, USA"), (None, some("Ogallala"), some("NE")));
        assert_eq!(
            read("i-80 near Ogallala, ne"),
            (some("I-80"), some("Ogallala"), some("NE"))
        );
        assert_eq!(read("near Ogallala"), (None, some("Ogallala"), None));
        assert_eq!(read("41.1280, -101.7196"), (None, None, None));
        assert_eq!(read(""), (None, None, None));
    }

    #[test]
    fn a_road_that_matches_the_report_settles_it() {
        let report = parse_report("I-40 near Amarillo, TX");
        let mut stated = town("Groom", None);
        stated.highway = Some("HWY-40".into());
        assert!(!contradicts(&report, &stated));
        stated.highway = Some("US-287".into());
        assert!(contradicts(&report, &stated));
    }

    #[test]
    fn a_corrected_town_keeps_the_road_and_drops_the_marker() {
        let old = Location {
            city: Some("Omaha".into()),
            ..road("I-80", 450.0)
        };
        let new = merge(&old, &town("Des Moines", None));
        assert_eq!((new.highway.as_deref(), new.mile_marker), (Some("I-80"), None));
        assert_eq!(new.city.as_deref(), Some("Des Moines"));
    }

    #[test]
    fn parts_said_apart_make_one_place() {
        let whole = merge(&town("Joliet", None), &road("I-80", 130.5));
        assert_eq!(written(&whole), "I-80, mile marker 130.5, near Joliet");
    }
}
