//! Phrases about those who load and those who unload.

use crate::facts::DelayReason::{self, ReceiverDelay, ShipperDelay};

pub(super) const DOCKS: &[(&str, DelayReason, &str)] = &[
    (
        "blames the shipper",
        ShipperDelay,
        "thanks|blame|fault ... shipper|shippers|pickup|origin",
    ),
    (
        "blames the receiver",
        ReceiverDelay,
        "thanks|blame|fault ... receiver|receivers|consignee",
    ),
    (
        "nobody to unload",
        ReceiverDelay,
        "not|no|short got|have|enough|on? .. nobody|anybody|anyone|crew|hands|help|people to unload|work|take",
    ),
    (
        "shipper",
        ShipperDelay,
        "shipper|shippers ... took|take|taking|late|slow|slowly|delay|delayed|held|behind|forever|screwed|backed|not|kept|hours|hour|dragged|messed|lost|sat|till|until",
    ),
    (
        "at the shipper",
        ShipperDelay,
        "stuck|held|sat|late|delayed|slow|waited|sitting|waiting|hours|long|time|behind ... shipper|shippers|pickup|loading|origin|load|loaded|mill|plant|quarry|factory|packer|packhouse|vendor|bottler|brewery|elevator|refinery|foundry",
    ),
    (
        "fault of the shipper",
        ShipperDelay,
        "thanks|because|due|blame|fault|account|courtesy|mess|messed|clowns|idiots|screwed ... shipper|shippers|pickup|loader|loaders",
    ),
    (
        "it was the shipper",
        ShipperDelay,
        "it|that was|is mostly|mainly|really|all|just|more|? the|that|them? shipper|shippers|loaders",
    ),
    (
        "it was the receiver",
        ReceiverDelay,
        "it|that was|is mostly|mainly|really|all|just|more|? the|that|them? receiver|receivers|consignee|customer|warehouse",
    ),
    (
        "shipper's fault",
        ShipperDelay,
        "shipper|shippers is|was? fault|mess|doing|problem|deal|messed|being",
    ),
    (
        "fault of the receiver",
        ReceiverDelay,
        "thanks|because|due|blame|fault|courtesy|clowns|idiots|screwed|messed ... receiver|receivers|consignee|customer|warehouse",
    ),
    (
        "nobody to unload",
        ReceiverDelay,
        "nobody|noone|not|no|short|one|two|only|few ... unload|unloading|forklift|forklifts|dockworkers|handed|staffed|understaffed|shorthanded",
    ),
    (
        "crew is out",
        ReceiverDelay,
        "crew|dock|warehouse|staff|receiving|people|guys|workers ... called|calling|walked|lunch|inventory|strike|meeting|shift out|in|off|change|?",
    ),
    (
        "short of hands",
        ReceiverDelay,
        "understaffed|shorthanded|inventory",
    ),
    (
        "waiting on product",
        ShipperDelay,
        "waiting|waited|wait on|for the? product|load|loading|freight|shipper",
    ),
    ("back to the shipper", ShipperDelay, "back to the? shipper|pickup"),
    (
        "load not ready",
        ShipperDelay,
        "load|freight|product|order .. not .. ready|staged|made",
    ),
    (
        "not ready",
        ShipperDelay,
        "not be|get|even|quite|got|have|? ready|staged|wrapped|built|picked|palletized|made !for",
    ),
    (
        "loaded late",
        ShipperDelay,
        "loaded|loading|load me|us|it|took|up late|slow|forever|hours|long|so?",
    ),
    (
        "numbers at the pickup",
        ShipperDelay,
        "pickup|po|reference|confirmation|release number|numbers .. wrong|bad|missing|not|off|mixed",
    ),
    (
        "paperwork at the pickup",
        ShipperDelay,
        "wait|waited|waiting|stuck|held|late|long|hours|slow|took ... at|from|by the? shipper|shippers|pickup|origin",
    ),
    (
        "took to load",
        ShipperDelay,
        "took|forever|hours|long|slow|late ... load|loaded|loading !off",
    ),
    (
        "late getting out",
        ShipperDelay,
        "late getting|coming|leaving|out loaded|out|the? of? the? shipper|pickup",
    ),
    (
        "not out of there",
        ShipperDelay,
        "not|never|finally|just get|got|leave|left|let|turned|out|away me|us|out|loose|? of|from|? the|there|? shipper|shippers|pickup|mill|plant|quarry|factory|there|origin till|until",
    ),
    (
        "wrong number at the pickup",
        ShipperDelay,
        "wrong|bad|no|missing|old|expired|different pickup|po|reference|release|confirmation number|numbers|code|?",
    ),
    (
        "building the order",
        ShipperDelay,
        "building|built|picking|wrapping|staging|making|packing|palletizing|producing|baking|bottling|printing|mixing|pouring up|out|? the|my|our|it|? order|product|load|freight|pallets|trailer|stuff",
    ),
    (
        "before they load",
        ShipperDelay,
        "before|till|until|for|to they|she|he|them|anybody|somebody|anyone would|could|even|finally|started|got|to|get|start|around|begin|? .. load|loading|loaded me|us|the|my|it|$",
    ),
    (
        "not loaded",
        ShipperDelay,
        "not .. loaded|loading|load !off|shifted|shift",
    ),
    (
        "where it was picked up",
        ShipperDelay,
        "where|place|plant|people|guys|folks|warehouse|mill|outfit .. i|we pick|picked|picking|loaded|got|get|load up|loaded|at|this|it|my|?",
    ),
    (
        "where the last one went",
        ReceiverDelay,
        "where|place|people|guys|folks i|we drop|dropped|deliver|delivered|unloaded|delivering this|last|before|first|earlier|yesterday|?",
    ),
    (
        "freight not ready",
        ShipperDelay,
        "not have|got|even|had the|my|our|any|this|? load|freight|product|order|pallets|trailer ready|built|staged|wrapped|made|done|picked|packed|together",
    ),
    (
        "receiver",
        ReceiverDelay,
        "receiver|receivers|consignee|customer ... took|taking|slow|late|delay|backed|behind|full|not|held|will|forever|hours|short|closed|closing|turned|moved|pushed|rescheduled|changed|closed",
    ),
    (
        "at the receiver",
        ReceiverDelay,
        "held|stuck|slow|backed|waiting|delay|delayed|line up? at|by|on|from|with the receiver|consignee|customer|dock|gate|warehouse",
    ),
    (
        "last stop",
        ReceiverDelay,
        "last|first|previous|other|prior stop|delivery|drop|receiver|customer",
    ),
    (
        "the stop before",
        ReceiverDelay,
        "stop|place|customer|drop|delivery|consignee|one before|ahead you|yours|yall|this|them|of",
    ),
    (
        "no doors",
        ReceiverDelay,
        "no|not|without|have|enough a? any? doors|docks|door|dock open|available|yet?",
    ),
];
