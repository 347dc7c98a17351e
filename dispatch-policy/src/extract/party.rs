//! Who does it, and to whom: subjects and objects around a verb.

use super::gazetteer::town_at;
use super::text::Said;

/// Who or what a noun phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// The driver himself.
    Us,
    /// His truck, his trailer, a part of it, or "it".
    Ours,
    /// Somebody or something else.
    Other,
    /// Left out: the driver speaks of himself.
    Unsaid,
}

/// The truck and what belongs to it.
pub(super) const RIG: &[&str] = &[
    "truck",
    "tractor",
    "rig",
    "trailer",
    "engine",
    "motor",
    "cab",
    "unit",
    "tire",
    "tires",
    "steer",
    "steers",
    "drive",
    "drives",
    "wheel",
    "wheels",
    "hub",
    "brake",
    "brakes",
    "hood",
    "bumper",
    "mirror",
    "radiator",
    "hose",
    "belt",
    "alternator",
    "turbo",
    "transmission",
    "clutch",
    "axle",
    "driveshaft",
    "battery",
    "starter",
    "compressor",
    "gasket",
    "tank",
    "tanks",
    "load",
    "freight",
    "cargo",
    "sleeper",
    "dash",
    "duals",
    "dual",
    "recap",
    "line",
    "pump",
    "bearing",
    "injector",
    "lines",
    "steering",
    "tread",
    "rear",
    "fender",
    "landing",
];

/// People and vehicles that are not the driver's.
const OTHERS: &[&str] = &[
    "car",
    "cars",
    "guy",
    "guys",
    "man",
    "men",
    "woman",
    "lady",
    "dude",
    "driver",
    "drivers",
    "trucker",
    "truckers",
    "somebody",
    "someone",
    "he",
    "she",
    "they",
    "people",
    "semi",
    "semis",
    "van",
    "suv",
    "bus",
    "pickup",
    "vehicle",
    "vehicles",
    "motorcycle",
    "biker",
    "wheeler",
    "wheelers",
    "idiot",
    "kid",
    "forklift",
    "police",
    "cops",
    "cop",
    "trooper",
    "troopers",
    "crew",
    "lumper",
    "lumpers",
    "buddy",
    "wife",
    "brother",
    "fella",
    "folks",
    "everybody",
    "everyone",
    "camper",
    "rv",
    "sedan",
    "tanker",
    "minivan",
    "motorhome",
    "trucks",
    "trailers",
    "dispatch",
    "dispatcher",
    "receiver",
    "shipper",
    "broker",
    "customer",
    "app",
    "phone",
    "eld",
    "tablet",
    "computer",
    "laptop",
    "system",
    "gps",
    "website",
    "site",
    "server",
    "printer",
    "radio",
    "apu",
    "fridge",
    "microwave",
    "heater",
    "tv",
    "pallet",
    "pallets",
    "jack",
    "conveyor",
    "traffic",
    "weather",
    "rain",
    "storm",
    "snow",
    "wind",
    "market",
    "price",
    "prices",
    "house",
    "barn",
    "building",
    "warehouse",
    "brush",
    "grass",
    "field",
    "forest",
    "boss",
    "dock",
    "plate",
    "door",
    "leveler",
    "scale",
    "light",
    "lights",
    "train",
    "plane",
    "dog",
    "friend",
    "cousin",
    "husband",
    "scanner",
    "camera",
    "fedex",
    "swift",
    "ups",
    "amazon",
    "headset",
    "gate",
    "team",
    "reefer",
    "log",
    "logbook",
    "tow",
    "fuel",
    "word",
    "rates",
];

/// Words that make the noun after them somebody else's.
const INDEFINITE: &[&str] = &[
    "a",
    "an",
    "another",
    "some",
    "one",
    "other",
    "his",
    "their",
    "her",
    "two",
    "three",
    "four",
    "few",
    "several",
    "someones",
    "somebodys",
    "couple",
    "your",
];

/// Who stands before the verb at `verb`, inside its clause; a clause joined by "and" shares its subject.
pub(super) fn subject(said: &Said<'_>, verb: usize) -> Who {
    let start = said.clause_range(verb).start;
    if let Some(who) = named_before(said, start, verb) {
        return who;
    }
    let joined = start > 0 && said.is(start, &["and", "then", "so"]);
    let before = if joined {
        said.clause_range(start - 1).start..start
    } else {
        0..0
    };
    // The first one of the clause before is its subject.
    before
        .clone()
        .find_map(|i| named_before(said, before.start, i + 1))
        .unwrap_or(Who::Unsaid)
}

/// The noun or pronoun nearest before `end`.
fn named_before(said: &Said<'_>, start: usize, end: usize) -> Option<Who> {
    (start..end).rev().find_map(|i| {
        let w = said.word(i);
        if matches!(w, "i" | "we" | "partner" | "codriver" | "passenger") {
            return Some(Who::Us);
        }
        if w == "driver" && said.is(i.wrapping_sub(1), &["co"]) {
            return Some(Who::Us);
        }
        if w == "it" || w == "thing" {
            return Some(Who::Ours);
        }
        if RIG.contains(&w) && !(w == "drive" && said.is(i.wrapping_sub(1), &["to", "can", "i"])) {
            let away = (said.is(i + 1, &["in"]) && said.is(i + 2, &["front"])) || said.is(i + 1, &["ahead"]);
            return Some(if away || is_indefinite(said, start, i) {
                Who::Other
            } else {
                Who::Ours
            });
        }
        OTHERS.contains(&w).then_some(Who::Other)
    })
}

fn is_indefinite(said: &Said<'_>, start: usize, noun: usize) -> bool {
    let mut i = noun;
    while i > start {
        i -= 1;
        if said.is(i, &["my", "our", "the", "this", "me", "i", "we"]) {
            return false;
        }
        if INDEFINITE.contains(&said.word(i)) {
            // "one of my tires", "a steer tire": a part is ours, a whole vehicle is not.
            return !is_part(said.word(noun)) || said.is(i, &["his", "their", "her", "another", "other"]);
        }
        if noun - i >= 4 {
            break;
        }
    }
    false
}

fn is_part(word: &str) -> bool {
    RIG.contains(&word) && !matches!(word, "truck" | "tractor" | "trailer" | "rig" | "unit" | "load")
}

/// What a verb of collision met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Met {
    Us,
    OurRig,
    Person,
    Body,
    /// Something that breaks or is broken.
    Hard,
    /// Traffic, a snag, a town: an everyday use.
    Everyday,
    /// Some thing with "a" that is on neither list.
    Unknown,
    Nothing,
}

const PEOPLE: &[&str] = &[
    "pedestrian",
    "man",
    "woman",
    "person",
    "guy",
    "lady",
    "somebody",
    "someone",
    "biker",
    "cyclist",
    "bicyclist",
    "motorcyclist",
    "worker",
    "flagger",
    "child",
    "boy",
    "girl",
    "kid",
    "people",
    "him",
    "bicycle",
    "motorcycle",
    "bike",
    "dude",
];

const HARD: &[&str] = &[
    "deer",
    "pole",
    "poles",
    "car",
    "cars",
    "wall",
    "guardrail",
    "guard",
    "rail",
    "bridge",
    "overpass",
    "barrier",
    "barrels",
    "barrel",
    "median",
    "cow",
    "cows",
    "elk",
    "moose",
    "bear",
    "hog",
    "hogs",
    "animal",
    "horse",
    "tree",
    "trees",
    "fence",
    "building",
    "mirror",
    "post",
    "bollard",
    "hydrant",
    "sign",
    "van",
    "suv",
    "pickup",
    "sedan",
    "semi",
    "wheeler",
    "vehicle",
    "something",
    "canopy",
    "awning",
    "ditch",
    "rock",
    "boulder",
    "debris",
    "mattress",
    "ladder",
    "barricade",
    "train",
    "bus",
    "house",
    "mailbox",
    "wire",
    "wires",
    "rv",
    "camper",
    "forklift",
    "gator",
    "jeep",
    "embankment",
    "buffalo",
    "coyote",
    "antelope",
    "truck",
    "trailer",
    "tractor",
    "bumper",
    "hood",
    "fender",
    "gate",
    "door",
    "overhang",
    "dog",
    "curb",
    "toll",
    "booth",
    "light",
    "bobtail",
    "cab",
    "minivan",
    "tanker",
    "wagon",
    "pillar",
    "column",
    "beam",
    "trooper",
    "cruiser",
];

/// Parts of a person.
pub(super) const BODY: &[&str] = &[
    "foot", "feet", "toe", "toes", "ankle", "ankles", "finger", "fingers", "wrist", "wrists", "head", "face", "neck", "knee",
    "knees", "back", "arm", "arms", "hand", "hands", "leg", "legs", "shoulder", "shoulders", "rib", "ribs", "chest", "nose",
    "elbow", "hip", "jaw", "eye", "thumb", "spine",
];

const EVERYDAY: &[&str] = &[
    "traffic",
    "lot",
    "bunch",
    "snag",
    "delay",
    "little",
    "patch",
    "red",
    "bump",
    "few",
    "bit",
    "detour",
    "backup",
    "slowdown",
    "construction",
    "storm",
    "rest",
    "loves",
    "pilot",
    "petro",
    "ta",
    "weigh",
    "scale",
    "scales",
    "jackpot",
    "rough",
    "heavy",
    "couple",
    "ton",
    "pothole",
    "potholes",
    "stretch",
    "spot",
    "good",
    "road",
    "checkpoint",
    "closure",
    "jam",
    "rain",
    "snow",
    "weather",
    "shower",
    "showers",
    "nail",
    "fuel",
    "hay",
    "sack",
    "bed",
    "gym",
    "restroom",
    "bathroom",
    "limit",
    "brakes",
    "gas",
    "state",
    "county",
    "interstate",
    "highway",
    "loop",
    "bypass",
    "exit",
    "ramp",
    "city",
    "town",
    "hills",
    "mountains",
    "mountain",
    "line",
    "border",
    "hitch",
    "yard",
    "island",
    "ground",
    "snooze",
    "button",
    "lights",
    "rush",
    "lunch",
    "deal",
    "rock-bottom",
    "store",
    "head",
    "flats",
    "grade",
    "pass",
    "ice",
    "fog",
    "wind",
    "winds",
    "slow",
    "standstill",
    "hold",
    "low",
    "high",
    "deadline",
    "mark",
    "target",
    "number",
    "clock",
    "hours",
    "seventy",
    "wal",
    "walmart",
    "buffet",
    "casino",
    "turnpike",
    "dirt",
    "gravel",
    "receiver",
    "shipper",
    "stop",
    "bottleneck",
    "trouble",
    "problem",
    "problems",
    "issue",
    "issues",
    "friend",
    "old",
];

/// Somebody outside a vehicle is spoken of.
fn on_foot(said: &Said<'_>) -> bool {
    const AFOOT: &[&str] = &[
        "pedestrian", "walk", "walked", "walking", "walks", "step", "stepped", "stepping", "crossing", "crossed",
        "standing", "stood", "bike", "bicycle", "foot", "kid", "child", "runs", "worker", "flagger",
    ];
    (0..said.len()).any(|i| said.is(i, AFOOT))
}

/// What follows a verb of collision that ends before `i`.
pub(super) fn object(said: &Said<'_>, i: usize) -> Met {
    let end = said
        .clause_range(i.saturating_sub(1))
        .end
        .max((i + 2).min(said.len()));
    let mut indefinite = false;
    let mut mine = false;
    for j in i..end.min(i + 9) {
        let w = said.word(j);
        let next = said.word(j + 1);
        match w {
            "me" | "us" | "myself" => {
                let figure = matches!(
                    next,
                    "up" | "back" | "with" | "for" | "about" | "off" | "again" | "later" | "like" | "that"
                );
                return if figure { Met::Everyday } else { Met::Us };
            }
            "my" | "our" => mine = true,
            "a" | "an" | "another" | "some" | "one" => indefinite = true,
            "somebody" | "someone" => {
                // "somebody's mirror": the thing counts.
                if next == "is" && HARD.contains(&said.word(j + 2)) {
                    return Met::Hard;
                }
                return Met::Person;
            }
            _ if mine && (RIG.contains(&w) || w == "door" || w == "mirror" || w == "side") => {
                return Met::OurRig;
            }
            _ if BODY.contains(&w)
                && said.is(j.wrapping_sub(1), &["my", "his", "her"])
                && !said.is(j + 1, &["of"]) =>
            {
                return Met::Body;
            }
            // "i hit him": the one on foot, or the one in his car.
            "him" | "her" if !on_foot(said) => return Met::Hard,
            _ if PEOPLE.contains(&w) && !matches!(next, "is") => return Met::Person,
            _ if PEOPLE.contains(&w) => {
                return if HARD.contains(&said.word(j + 2)) {
                    Met::Hard
                } else {
                    Met::Person
                };
            }
            "truck" | "rest" | "stop" if matches!(next, "stop" | "stops" | "area" | "light" | "lights" | "wash") => {
                return Met::Everyday;
            }
            "light" if !matches!(next, "pole" | "post") => return Met::Everyday,
            "wall" if next == "of" => return Met::Everyday,
            "fuel" | "gas" if matches!(next, "pump" | "island") => {
                return if next == "pump" { Met::Hard } else { Met::Everyday };
            }
            "door" if super::numbers::is_number_word(next) => return Met::Everyday,
            "stop" | "road" | "street" if next == "sign" => return Met::Hard,
            "dock" if matches!(next, "wall" | "post" | "door" | "plate" | "bumper") => return Met::Hard,
            "dock" => return Met::Everyday,
            "deer" => return Met::Hard,
            _ if HARD.contains(&w) => return Met::Hard,
            // "a low bridge": the noun counts.
            "low" | "high" | "old" | "little" | "good" if HARD.contains(&next) => {}
            _ if EVERYDAY.contains(&w) => return Met::Everyday,
            _ if town_at(said, j).is_some_and(|t| !t.wordlike) => return Met::Everyday,
            _ => {}
        }
    }
    if indefinite { Met::Unknown } else { Met::Nothing }
}
