//! What a driver knows about his own day.

use std::collections::BTreeMap;

use rand::RngExt;
use rand::rngs::StdRng;

use super::voice::{length, number, pick};

/// Highway, direction of travel, a mile marker on it and the town nearby, in a driver's words.
const PLACES: &[(&str, &str, u32, &str)] = &[
    ("i eighty", "westbound", 212, "grand island"),
    ("i eighty", "eastbound", 284, "davenport"),
    ("i forty", "westbound", 166, "albuquerque"),
    ("i forty", "eastbound", 85, "jackson"),
    ("i seventy", "eastbound", 124, "columbia"),
    ("i seventy five", "southbound", 309, "knoxville"),
    ("i ninety four", "westbound", 109, "eau claire"),
    ("i thirty five", "northbound", 331, "oklahoma city"),
    ("i sixty five", "southbound", 238, "birmingham"),
    ("i ten", "eastbound", 851, "beaumont"),
    ("i eighty one", "northbound", 143, "roanoke"),
    ("i twenty", "westbound", 177, "midland"),
];

/// Why he is late, as he says it.
const REASONS: &[&str] = &[
    "traffic's backed up bad there's a wreck up ahead of us",
    "heavy traffic it's just stop and go",
    "the weather it's snowing pretty hard out here",
    "construction they got it down to one lane",
    "the shipper took forever to load me this morning",
    "had to take my thirty and i'm short on hours",
    "got pulled in for an inspection at the scale",
];

/// What went wrong in an emergency: the opening, and whether the load is all right.
const TROUBLES: &[(&str, &str)] = &[
    (
        "hey i just got rear ended out here i need some help",
        "yeah the load's secure trailer doors are still sealed",
    ),
    (
        "i had a blowout just now and i'm over on the shoulder",
        "load's fine it hasn't moved",
    ),
    (
        "truck broke down on me it overheated and i'm stuck on the shoulder",
        "yeah the load is secure reefer's still running",
    ),
    (
        "i just jackknifed it i'm off the road",
        "i don't know i haven't looked at the load yet",
    ),
    (
        "somebody sideswiped me and took off i had an accident",
        "load is secure as far as i can see",
    ),
];

/// A driver's day.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    /// The name he goes by, from `driver_name`.
    pub(super) name: String,
    pub(super) highway: &'static str,
    pub(super) direction: &'static str,
    pub(super) mile: String,
    pub(super) town: &'static str,
    /// How long until he is there.
    pub(super) eta: String,
    /// How late he is when he is.
    pub(super) late: String,
    pub(super) reason: &'static str,
    pub(super) door: String,
    pub(super) waited: String,
    pub(super) trouble: &'static str,
    pub(super) load_state: &'static str,
}

impl Facts {
    /// A day drawn at random; `late` makes the way longer.
    pub(super) fn draw(variables: &BTreeMap<String, String>, rng: &mut StdRng) -> Self {
        let (highway, direction, mile, town) = PLACES[rng.random_range(0..PLACES.len())];
        let (trouble, load_state) = TROUBLES[rng.random_range(0..TROUBLES.len())];
        let first_name = variables
            .get("driver_name")
            .and_then(|name| name.split_whitespace().next());
        Self {
            name: first_name.unwrap_or("the driver").to_lowercase(),
            highway,
            direction,
            mile: number(mile + rng.random_range(0..9)),
            town,
            eta: length([45, 60, 75, 90, 120, 150, 180, 240][rng.random_range(0..8)]),
            late: length([30, 45, 60, 90, 120][rng.random_range(0..5)]),
            reason: pick(rng, REASONS),
            door: number(rng.random_range(2..80)),
            waited: length([120, 150, 180, 210][rng.random_range(0..4)]),
            trouble,
            load_state,
        }
    }
}
