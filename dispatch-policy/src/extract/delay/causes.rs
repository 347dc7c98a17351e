//! Phrases that name a cause.

use std::sync::LazyLock;

use super::docks::DOCKS;
use super::road::ROAD;
use crate::extract::pattern::{Rule, rules};
use crate::facts::DelayReason::{self, HoursOfService, Inspection, Mechanical, Other};

pub(super) static CAUSES: LazyLock<Vec<Rule<DelayReason>>> = LazyLock::new(|| {
    let table: Vec<_> = ROAD.iter().chain(DOCKS).chain(TRUCK).copied().collect();
    rules(&table)
});

/// The truck, its driver's clock, and who inspects them.
const TRUCK: &[(&str, DelayReason, &str)] = &[
    (
        "mechanical",
        Mechanical,
        "mechanical|breakdown|flat|blowout|alternator|radiator|coolant|overheated|overheating|derate|derated|regen|mechanic|turbo|transmission|clutch|compressor|starter|injector|driveline|axle|wheelbearing|tow|towed|wrecker|repair|repairs|repaired|airline|gladhand|roadside",
    ),
    (
        "broke down",
        Mechanical,
        "< and|then|i|we? i|we|just? broke|broken down !the|pallets|my|these|those",
    ),
    (
        "system",
        Mechanical,
        "def|brake|air|electrical|fuel|abs|cooling|exhaust system|line|problem|trouble|acting|fault|code|codes|leak",
    ),
    (
        "broke",
        Mechanical,
        "truck|tractor|trailer|engine|motor|rig|it|i|we|reefer|unit .. broke|broken|died|quit|overheat~|leak~|shop !over",
    ),
    (
        "parts",
        Mechanical,
        "chamber|chambers|valve|gasket|fuse|relay|bearing|switch|pipe|slack|adjuster|pigtail|wiper|wipers|mirror|windshield|latch|tire|tires|brakes|brake|engine|battery|belt|hose|def|air|fuel|check|light|lights|mudflap|suspension|shock|filter|sensor|wheel|hub|oil|alternator|water|pump problem|problems|issue|issues|trouble|leak|leaking|blew|blown|blow|went|out|flat|replaced|swapped|changed|fixed|changed|died|failed|light|line|filter|pump|engine|was|is|bad !over|across|standing|everywhere",
    ),
    (
        "tire",
        Mechanical,
        "blew|blown|lost|broke|broken|snapped|popped|busted|change|changed|changing|replace|replaced|replacing|fix|fixed|fixing|bad|new|patched a|the|my|out|two|another? steer|drive|trailer? tire|tires|battery|belt|hose|alternator|brakes|line|compressor|pump",
    ),
    (
        "shop",
        Mechanical,
        "in|at|to|into the|a|ta|loves|petro|truck? shop",
    ),
    (
        "stopped to fix it",
        Mechanical,
        "stop|stopped|pull|pulled|had|have|wait|waited|took|shop .. fix|change|repair|patch|strap|replace|swap|rewire|fixed|changed|repaired|replaced|swapped !paperwork|bol|it",
    ),
    (
        "waiting on parts",
        Mechanical,
        "wait~ on|for a|the|my|some|this|another? part|parts|mechanic|tech|tire|shop|service",
    ),
    (
        "mud flap",
        Mechanical,
        "mud|airline|air|brake|trailer|marker|head|tail|turn flap|flaps|line|lines|light|lights|signal|hose !out|as|for|everywhere|ahead|far",
    ),
    (
        "tire man",
        Mechanical,
        "tire|road|service|truck|mobile shop|guy|service|tech|mechanic|call|truck ... tire|tires|put|took|fixed|patched|replaced|swapped|changed|forever|long|slow|waiting",
    ),
    (
        "truck trouble",
        Mechanical,
        "truck|engine|trailer|reefer|tractor|unit trouble|troubles|problem|problems|issue|issues|acting|giving",
    ),
    (
        "out of hours",
        HoursOfService,
        "out of|on hours|time|clock|drive|driving|hos|service",
    ),
    ("hours", HoursOfService, "hours of service"),
    (
        "rest to be over",
        HoursOfService,
        "my|the|a ten|thirty|thirtyfour|34|break|reset|eight|? hour|? is|was|to|being be|up|over|done|finish|finished|end|up|over|done",
    ),
    ("hos", HoursOfService, "hos|elevenhour|reset|layover|restart"),
    (
        "break",
        HoursOfService,
        "my|a|the|his|taking|take|took|mandatory|required|on ten|thirty|eleven|fourteen|thirty|10|30|34|eight|break|sleeper !minutes|to|miles|after|pallets|one|two|three|four|five|six|seven|eight|nine|east|west|north|south|past|by|near|at|outside|just|headed|heading|going|through|around|in|coming",
    ),
    (
        "shut down",
        HoursOfService,
        "shut|shutting|shutdown down? for|on|the|to|my|a? my|hours|night|ten|clock|rest|break|reset",
    ),
    (
        "the log says stop",
        HoursOfService,
        "elog|elogs|eld|log|logs|logbook|clock|hours shut|shutting|parked|put|says|makes|made|ran me|us|i|out down|out|over|got|have|off",
    ),
    (
        "clock",
        HoursOfService,
        "clock|fourteen|eleven|seventy|hos ran|run|runs|is|expired|died|out|done|up|gone|shot out|up|done|on?",
    ),
    (
        "ran out",
        HoursOfService,
        "ran|run|running|burned|used|maxed out|up|low of|on|all|my|up? hours|clock|eleven|fourteen|seventy|time|drive",
    ),
    (
        "inspection",
        Inspection,
        "inspection|inspected|inspecting|inspector|dot|portable",
    ),
    ("level", Inspection, "level one|two|three|1|2|3|five"),
    (
        "scale",
        Inspection,
        "weigh|way|scale|scales|chicken|coop station|house|coop|pulled|held|stuck|me|line|backed|red|got",
    ),
    (
        "in line at the scale",
        Inspection,
        "line|waiting|stuck|backed|sitting up|in|at|on|for|? at|on|for|in the|a|? scale|scales|weigh|coop|customs|border|inspection|checkpoint",
    ),
    (
        "at the scale",
        Inspection,
        "pulled|held|stuck|pull|stopped|called|sent|caught me|us|up|in|at|by|around .. scale|scales|weigh|coop|dot|station|trooper|troopers|police|cop|cops|patrol|officer",
    ),
    (
        "police",
        Inspection,
        "trooper|troopers|police|cop|cops|patrol|officer|smokey|statey|deputy|dot pulled|stopped|got|is|has|had|lit|wrote|writing|checking me|us|my|over",
    ),
    (
        "pulled over",
        Inspection,
        "got|pulled|been|getting pulled|me|us over",
    ),
    (
        "officer at the truck",
        Inspection,
        "@officer ... me|us|my|mine|truck|trailer|rig|logs|logbook|load|permits",
    ),
    ("overweight", Inspection, "overweight|overaxle"),
    (
        "border",
        Inspection,
        "customs|border crossing|inspection|line|patrol|delay|backed?",
    ),
    (
        "lost",
        Other,
        "got|am|was|were|getting lost !a|an|time|the|my|about|thirty|hours",
    ),
    ("wrong turn", Other, "wrong turn|exit|address|place|way"),
    ("missed", Other, "missed my|the|an|that exit|turn|appointment"),
    (
        "parking",
        Other,
        "not|no|find|finding|looking|hunting ... parking|park|spot !ticket|brake",
    ),
    (
        "turned around",
        Other,
        "turn|turned|turning|go|went|going|come|double|doubled|backtrack|backtracked around|back|forty|ten|twenty|thirty|fifty|miles|?",
    ),
    (
        "forgot",
        Other,
        "forgot|lost|left|misplaced my|the paperwork|bills|wallet|keys|phone|card",
    ),
    ("overslept", Other, "overslept"),
    ("slept in", Other, "slept in|through|late"),
    (
        "personal",
        Other,
        "family|doctor|hospital|personal|funeral|dentist|bathroom|sick|stomach",
    ),
    ("train", Other, "train|drawbridge|ferry|parade|protest"),
    (
        "fuel",
        Other,
        "fuel|fueling|fuelling|reweigh|rework line|stop|up|the? load?",
    ),
    ("late start", Other, "late|slow start"),
    ("rework", Other, "load shifted|rework|reworked"),
];
