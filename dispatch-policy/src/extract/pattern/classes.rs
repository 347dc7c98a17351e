//! Word classes that several rules share.

/// Their names, as `@name` has them, and their words.
pub(super) const CLASSES: &[(&str, &str)] = &[
    ("me", "i|we"),
    ("us", "me|us|myself|ourselves"),
    ("be", "is|was|are|were|am|be|been|being|got|getting|gets"),
    (
        "rig",
        "truck|tractor|rig|trailer|semi|engine|motor|cab|wagon|unit|reefer|bobtail",
    ),
    ("my", "my|our|the|his|this"),
    (
        "site",
        "receiver|receivers|consignee|customer|warehouse|dc|dock|docks|destination|gate|delivery",
    ),
    (
        "chem",
        "acid|propane|chlorine|ammonia|anhydrous|peroxide|caustic|lye|nitrogen|hydrogen|methane|butane|lng|benzene|\
         toluene|methanol|pesticide|fertilizer|solvent|bleach|sulfur",
    ),
    // Buildings: they burn, as people "on fire" do not.
    (
        "place",
        "warehouse|building|plant|facility|receiver|shipper|dock|docks|dc|store|office|shop|roof|place|house|kitchen",
    ),
    (
        "lump",
        "lumper|lumpers|lumber|lumpur|lumping|lumbers|jumper|jumpers|lumberjack|lumberjacks|lump",
    ),
    // What "pass out" cannot have behind it when a person faints: things handed out, and the way out of a place.
    (
        "thing",
        "of|to|into|onto|through|toward|towards|my|our|the|a|an|some|all|his|her|their|these|those|this|that|two|three|\
         four|five|both|most|paper|papers|paperwork|bills|copies|flyers|flyer|cards|water|masks|vests",
    ),
    (
        "body",
        "arm|arms|leg|legs|head|neck|back|shoulder|shoulders|knee|knees|wrist|wrists|hand|hands|foot|feet|ankle|ankles|\
         rib|ribs|chest|face|nose|finger|fingers|elbow|hip|hips|jaw|eye|toe|thumb|collarbone|spine",
    ),
    (
        "dir",
        "north|south|east|west|northbound|southbound|eastbound|westbound",
    ),
    (
        "soft",
        "a|an|the|my|our|some|any|about|like|just|really|still|already|now|right|all|pretty|kind|of|that|this",
    ),
];
