//! Word lists: the truck and its parts, others, and what a truck can meet.

/// The truck and what belongs to it.
#[rustfmt::skip]
pub(in crate::extract) const RIG: &[&str] = &[
    "truck", "tractor", "rig", "trailer", "engine", "motor", "cab", "unit", "tire", "tires", "steer",
    "steers", "drive", "drives", "wheel", "wheels", "hub", "brake", "brakes", "hood", "bumper", "mirror",
    "radiator", "hose", "belt", "alternator", "turbo", "transmission", "clutch", "axle", "driveshaft",
    "battery", "starter", "compressor", "gasket", "tank", "tanks", "load", "freight", "cargo", "sleeper",
    "dash", "duals", "dual", "recap", "line", "pump", "bearing", "injector", "lines", "steering", "tread",
    "rear", "fender", "landing", "rim", "rims", "fan", "airbag", "airbags", "spring", "springs", "frame",
    "kingpin", "fifth", "filter", "harness", "wiring", "alternators", "drum", "drums", "chamber", "valve",
    "bearings", "lug", "lugs", "differential", "ujoint", "joint", "piston", "block", "gears", "gearbox",
    "shifter", "pedal", "batteries", "starters", "solenoid", "derate", "def", "egr", "dpf", "regen", "ecm",
    "flywheel", "shaft", "intercooler", "manifold", "gladhand", "hoses", "tie", "rod", "suspension", "shock",
    "shocks", "chassis", "headlight", "headlights", "grille", "grill", "fairing", "coupler", "crankshaft", "caliper", "rotor", "airline", "airlines",
];

/// People and vehicles that are not the driver's.
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    "car", "cars", "guy", "guys", "man", "men", "woman", "lady", "dude", "driver", "drivers", "trucker",
    "truckers", "somebody", "someone", "he", "she", "they", "people", "semi", "semis", "van", "suv",
    "bus", "pickup", "vehicle", "vehicles", "motorcycle", "biker", "wheeler", "wheelers", "idiot", "kid",
    "forklift", "police", "cops", "cop", "trooper", "troopers", "crew", "lumper", "lumpers", "buddy",
    "wife", "brother", "fella", "folks", "everybody", "everyone", "camper", "rv", "sedan", "tanker",
    "minivan", "motorhome", "trucks", "trailers", "dispatch", "dispatcher", "receiver", "shipper",
    "broker", "customer", "app", "phone", "eld", "tablet", "computer", "laptop", "system", "gps",
    "website", "site", "server", "printer", "radio", "apu", "fridge", "microwave", "heater", "tv",
    "pallet", "pallets", "jack", "conveyor", "traffic", "weather", "rain", "storm", "snow", "wind",
    "market", "price", "prices", "house", "barn", "building", "warehouse", "brush", "grass", "field",
    "forest", "boss", "dock", "plate", "door", "leveler", "scale", "light", "lights", "train", "plane",
    "dog", "friend", "cousin", "husband", "scanner", "camera", "fedex", "swift", "ups", "amazon",
    "headset", "gate", "team", "reefer", "log", "logbook", "tow", "fuel", "word", "rates", "bridge",
    "overpass", "guardrail", "sign", "pole", "fence", "store", "office", "plant", "facility", "lane", "road",
    "highway", "exit", "ramp", "wire", "wires", "powerline", "deer", "elk", "moose", "cow", "hog", "bear", "coyote",
];

/// Words that make the noun after them somebody else's.
#[rustfmt::skip]
pub(super) const INDEFINITE: &[&str] = &[
    "a", "an", "another", "some", "one", "other", "his", "their", "her", "two", "three", "four", "few",
    "several", "someones", "somebodys", "couple", "your",
];

#[rustfmt::skip]
pub(super) const PEOPLE: &[&str] = &[
    "pedestrian", "man", "woman", "person", "guy", "lady", "somebody", "someone", "biker", "cyclist",
    "bicyclist", "motorcyclist", "worker", "flagger", "child", "boy", "girl", "kid", "people", "him",
    "bicycle", "motorcycle", "bike", "dude",
];

#[rustfmt::skip]
pub(super) const HARD: &[&str] = &[
    "deer", "pole", "poles", "car", "cars", "wall", "guardrail", "guard", "rail", "bridge", "overpass",
    "barrier", "barrels", "barrel", "median", "cow", "cows", "elk", "moose", "bear", "hog", "hogs",
    "animal", "horse", "tree", "trees", "fence", "building", "mirror", "post", "bollard", "hydrant",
    "sign", "van", "suv", "pickup", "sedan", "semi", "wheeler", "vehicle", "something", "canopy",
    "awning", "ditch", "rock", "boulder", "debris", "mattress", "ladder", "barricade", "train", "bus",
    "house", "mailbox", "wire", "wires", "rv", "camper", "forklift", "gator", "jeep", "embankment",
    "buffalo", "coyote", "antelope", "truck", "trailer", "tractor", "bumper", "hood", "fender", "gate",
    "door", "overhang", "dog", "curb", "toll", "booth", "light", "bobtail", "cab", "minivan", "tanker",
    "wagon", "pillar", "flatbed", "lowboy", "cruiser", "excavator", "column", "beam", "trooper", "cruiser",
];

/// Parts of a person.
#[rustfmt::skip]
pub(in crate::extract) const BODY: &[&str] = &[
    "foot", "feet", "toe", "toes", "ankle", "ankles", "finger", "fingers", "wrist", "wrists", "head",
    "face", "neck", "knee", "knees", "back", "arm", "arms", "hand", "hands", "leg", "legs", "shoulder",
    "shoulders", "rib", "ribs", "chest", "nose", "elbow", "hip", "jaw", "eye", "thumb", "spine",
];

#[rustfmt::skip]
pub(super) const EVERYDAY: &[&str] = &[
    "traffic", "lot", "bunch", "snag", "delay", "little", "patch", "red", "bump", "few", "bit", "detour",
    "backup", "slowdown", "construction", "storm", "rest", "loves", "pilot", "petro", "ta", "weigh",
    "scale", "scales", "jackpot", "rough", "heavy", "couple", "ton", "pothole", "potholes", "stretch",
    "spot", "good", "road", "checkpoint", "closure", "jam", "rain", "snow", "weather", "shower",
    "showers", "nail", "fuel", "hay", "sack", "bed", "gym", "restroom", "bathroom", "limit", "brakes",
    "gas", "state", "county", "interstate", "highway", "loop", "bypass", "exit", "ramp", "city", "town",
    "hills", "mountains", "mountain", "line", "border", "hitch", "yard", "island", "ground", "snooze",
    "button", "lights", "rush", "lunch", "deal", "rock-bottom", "store", "head", "flats", "grade", "pass",
    "ice", "fog", "wind", "winds", "slow", "standstill", "hold", "low", "high", "deadline", "mark",
    "target", "number", "clock", "hours", "seventy", "wal", "walmart", "buffet", "casino", "turnpike",
    "dirt", "gravel", "receiver", "shipper", "stop", "bottleneck", "trouble", "problem", "problems",
    "issue", "issues", "friend", "old",
];
