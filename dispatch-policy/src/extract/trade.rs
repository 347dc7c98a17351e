//! Words of the trade, by class: who works at a dock, what comes off a trailer, who stops a truck, what fails on one.

/// Classes for patterns, as `@name`.
pub(super) const CLASSES: &[(&str, &str)] = &[
    // Whoever handles freight. "he" and "they" at a dock are these.
    (
        "crew",
        "they|crew|crews|guys|guy|fellas|fella|lumpers|lumper|forklift|forklifts|receiver|receivers|receiving|warehouse|\
         worker|workers|dockworker|dockworkers|kid|kids|dude|dudes|lady|gal|people|folks|team|staff|somebody|someone|\
         boys|boy|feller|fellers|operator|operators|hand|man|men|he|she|hands|clerk|employees|jack|jacks|gentleman|customer|consignee|dock",
    ),
    (
        "freight",
        "pallet|bundle|drum|roll|coil|bag|barrel|crate|bin|bale|piece|pieces|pallets|skid|skids|freight|load|product|stuff|case|cases|box|boxes|carton|cartons|tote|totes|drums|rolls|\
         coils|bags|barrels|crates|bundles|beams|layers|stack|stacks|row|rows|cargo|merchandise|goods|material|bins|\
         bales|buckets|sacks|shipment",
    ),
    // What is done to freight on its way off, as it goes on.
    (
        "handling",
        "unloading|offloading|counting|scanning|breaking|stacking|restacking|downstacking|throwing|tossing|digging|\
         emptying|hauling|grabbing|tailgating|fingerprinting|sorting|segregating|stripping|tallying|dragging|\
         jacking|pulling|taking|moving|carrying|rolling|picking|bringing|checking|working|getting|lifting|sliding|\
         running|plucking|knocking|yanking|clearing|cleaning|rehandling",
    ),
    (
        "gate",
        "gate|gates|guard|guards|shack|security|guardhouse|entrance|checkpoint|guardshack",
    ),
    (
        "papers",
        "paperwork|bills|bill|papers|bol|bols|pod|pods|receipt|receipts|manifest|delivery|slip|tickets",
    ),
    (
        "officer",
        "trooper|troopers|police|cop|cops|patrol|patrolman|officer|officers|smokey|statey|staties|deputy|deputies|\
         sheriff|dot|inspector|inspectors|lawman|highwaypatrol|chp|constable|bears",
    ),
    (
        "shipping",
        "shipper|shippers|pickup|origin|loader|loaders|loading",
    ),
];
