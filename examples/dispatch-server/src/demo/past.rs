//! Which calls an empty demo database remembers.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

/// A call that was, as it began.
#[derive(Debug)]
pub(super) struct PastCall {
    pub(super) number: usize,
    pub(super) driver_name: &'static str,
    pub(super) driver_phone: String,
    pub(super) load_number: String,
    pub(super) by_phone: bool,
    pub(super) start: Timestamp,
    pub(super) variables: BTreeMap<String, String>,
}

/// How often each kind of driver answers, in hundredths.
const PERSONAS: [(&str, u32); 13] = [
    ("on_time", 30),
    ("delayed_traffic", 22),
    ("arrived", 12),
    ("unloading_detention", 8),
    ("vague", 6),
    ("interrupter", 5),
    ("emergency", 4),
    ("voicemail", 3),
    ("silent", 2),
    ("wrong_number", 2),
    ("callback", 3),
    ("wants_human", 2),
    ("uncooperative", 1),
];

const DRIVERS: [&str; 24] = [
    "Mike Torres",
    "Dana Whitfield",
    "Luis Herrera",
    "Karen Boyd",
    "Jamal Price",
    "Tom Novak",
    "Renee Castillo",
    "Pete Olsen",
    "Harpreet Gill",
    "Wanda Kessler",
    "Andre Fontaine",
    "Bill Yoder",
    "Sofia Marin",
    "Curtis Bell",
    "Ivan Petrov",
    "Joy Adeyemi",
    "Rick Dalton",
    "Nate Sorensen",
    "Gloria Reyes",
    "Earl Jennings",
    "Tanya Brooks",
    "Omar Haddad",
    "Steve Kowalski",
    "Lena Fischer",
];

const LANES: [(&str, &str); 12] = [
    ("Chicago, IL", "Denver, CO"),
    ("Dallas, TX", "Atlanta, GA"),
    ("Joliet, IL", "Omaha, NE"),
    ("Memphis, TN", "Charlotte, NC"),
    ("Laredo, TX", "Kansas City, MO"),
    ("Fresno, CA", "Phoenix, AZ"),
    ("Columbus, OH", "Nashville, TN"),
    ("Salt Lake City, UT", "Reno, NV"),
    ("Savannah, GA", "Knoxville, TN"),
    ("Minneapolis, MN", "Indianapolis, IN"),
    ("Houston, TX", "Oklahoma City, OK"),
    ("Harrisburg, PA", "Toledo, OH"),
];

/// Days that are remembered.
const DAYS: i32 = 28;

/// The same number and end always give the same call.
pub(super) fn call(number: usize, of: usize, end: Timestamp, zone: &TimeZone) -> PastCall {
    let mut rng = StdRng::seed_from_u64(0x5eed_0000 + number as u64);
    let persona = draw(&mut rng);
    let start = start(&mut rng, number, of, end, zone);
    let (origin, destination) = LANES.choose(&mut rng).copied().unwrap_or(LANES[0]);
    let driver = rng.random_range(0..DRIVERS.len());
    let load_number = format!("{}-{}", rng.random_range(4100..4900), ['A', 'B', 'C'][number % 3]);
    // Appointments are on the half hour, some hours after the call.
    let hours = rng.random_range(2..9);
    let appointment = (start.to_zoned(zone.clone()) + hours.hours())
        .round(jiff::ZonedRound::new().smallest(jiff::Unit::Minute).increment(30))
        .unwrap_or_else(|_| start.to_zoned(zone.clone()));
    let mut variables: BTreeMap<String, String> = [
        ("driver_name", DRIVERS[driver].to_owned()),
        ("load_number", load_number.clone()),
        ("origin", origin.to_owned()),
        ("destination", destination.to_owned()),
        ("appointment_time", appointment.timestamp().to_string()),
        ("sim_persona", persona.to_owned()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    if let Some(zone) = zone.iana_name() {
        variables.insert("timezone".to_owned(), zone.to_owned());
    }
    PastCall {
        number,
        driver_name: DRIVERS[driver],
        // 555-01xx numbers belong to nobody.
        driver_phone: format!("+1312555{:04}", 100 + driver),
        load_number,
        by_phone: rng.random_bool(0.8),
        start,
        variables,
    }
}

fn draw(rng: &mut StdRng) -> &'static str {
    let total: u32 = PERSONAS.iter().map(|(_, weight)| weight).sum();
    let mut left = rng.random_range(0..total);
    for (persona, weight) in PERSONAS {
        if left < weight {
            return persona;
        }
        left -= weight;
    }
    PERSONAS[0].0
}

/// Spread over the days, most of them in working hours, none in the future.
fn start(rng: &mut StdRng, number: usize, of: usize, end: Timestamp, zone: &TimeZone) -> Timestamp {
    let last_day = end.to_zoned(zone.clone()).date();
    let day = i32::try_from(number * DAYS as usize / of.max(1)).unwrap_or(0);
    let hour = if rng.random_bool(0.9) {
        rng.random_range(6..18)
    } else {
        rng.random_range(0..24)
    };
    let (minute, second) = (rng.random_range(0..60), rng.random_range(0..60));
    // The newest first: that is what somebody who opens the page at once looks at.
    let date = last_day.checked_sub(day.days()).unwrap_or(last_day);
    let start = date
        .at(hour, minute, second, 0)
        .to_zoned(zone.clone())
        .map_or(end, |at| at.timestamp());
    let latest = end - 1.hour();
    // Today's later hours have not come yet.
    if start > latest {
        latest - jiff::SignedDuration::from_mins(rng.random_range(0..600))
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_weeks_none_in_the_future_always_the_same() {
        let zone = TimeZone::get("America/Chicago").expect("bundled");
        let end: Timestamp = "2026-11-20T15:00:00Z".parse().expect("valid");
        let calls: Vec<_> = (0..200).map(|number| call(number, 200, end, &zone)).collect();
        let again: Vec<_> = (0..200).map(|number| call(number, 200, end, &zone)).collect();
        assert!(
            calls
                .iter()
                .all(|call| call.start < end && call.start > end - (24 * 28).hours())
        );
        assert!(
            calls
                .iter()
                .zip(&again)
                .all(|(a, b)| a.start == b.start && a.variables == b.variables)
        );
        let kinds: std::collections::BTreeSet<_> = calls
            .iter()
            .map(|call| call.variables["sim_persona"].clone())
            .collect();
        assert!(kinds.len() >= 8, "{kinds:?}");
        assert!(
            PERSONAS
                .iter()
                .all(|(id, _)| retell_sim::driver::PersonaKind::from_id(id).is_some())
        );
    }
}
