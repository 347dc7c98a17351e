//! What happened on the road, and what people do to him.

use crate::facts::EmergencyTier::{High, Immediate};
use crate::facts::EmergencyType::{Accident, Other};

use super::super::Whose::Ours;
use super::super::t;
use super::Row;

pub(super) static ROAD: &[Row] = &[
    (
        "so did i",
        t(Accident, High, Ours),
        &[
            "so did i|we",
            "deer|wreck|wrecked|wrecking|crash|crashed|crashing|rolled|flipped|ditch|jackknifed|slid|spun|totaled|sideswiped|rear|spinning|sliding|pole|rail",
        ],
        "slowed|stopped|passed",
    ),
    (
        "the same with me",
        t(Accident, High, Ours),
        &[
            "i|we just|went|have|also|now|myself? did|done the|that|it? same|likewise|too",
            "wreck|wrecked|wrecking|crash|crashed|rolled|flipped|ditch|jackknifed|totaled|sideswiped|rear|deer",
        ],
        "ahead|slow|easy|careful|slowed",
    ),
    (
        "the same befell me",
        t(Accident, High, Ours),
        &[
            "same|that|it thing|deal? just|now|also? happened|did to me|us",
            "wreck|wrecked|wrecking|crash|crashed|rolled|flipped|ditch|jackknifed|totaled|sideswiped|rear|deer",
        ],
        "ahead|slow|easy|careful|last",
    ),
    (
        "the same with mine",
        t(Accident, High, Ours),
        &[
            "i just|also|went|now? put|laid|stuck|rolled|wrecked|flipped|planted|parked mine|ours",
            "ditch|rolled|wrecked|median|side|flipped|crashed|pole",
        ],
        "ahead",
    ),
    (
        "shiny side down",
        t(Accident, High, Ours),
        &["shiny|roof|pretty side down"],
        "keep|keeping|stay",
    ),
    (
        "dirty side up",
        t(Accident, High, Ours),
        &["greasy|rubber|dirty|wheel|wheels side up"],
        "keep|keeping|stay",
    ),
    (
        "wheels in the air",
        t(Accident, High, Ours),
        &["wheels|tires is|are|all|pointing|up|sticking|? up|in|at ... air|sky|cornfield|ditch|field|median"],
        "saw|pressure|tire",
    ),
    (
        "insurance exchanged",
        t(Accident, High, Ours),
        &[
            "exchanging|exchanged|exchange|swapping|swapped|trading|traded .. insurance|paint|information|info",
        ],
        "recipes|stories|dispatch|broker|phone|website|policy|trailer|trailers",
    ),
    (
        "a touch with another",
        t(Accident, High, Ours),
        &[
            "had|got|have|was|been .. tap|bump|bender|scrape|scuff|mishap",
            "with|into|against|parking|lot|backing|another|pulling",
            "truck|car|trailer|pole|door|van|suv|pickup|bollard|wall|fence|building|wheeler|dumpster|rail|lot|out",
        ],
        "saw|ahead|they|people|number|info|customer|guard|heads|pay|rate|raise",
    ),
    (
        "a car took a part",
        t(Accident, High, Ours),
        &[
            "got|took|caught|tagged|ate|peeled|tore|ripped|mangled|crunched|scraped|dented|crumpled|smashed up|off|into? my|our fender|mirror|bumper|hood|headlight|quarter|fairing|grill|mudflap|taillight",
            "car|pickup|van|suv|wheeler|minivan|bus|camper|sedan|jeep|truck|semi|motorcycle|motorhome|rv|he|she",
        ],
        "shop|mechanic|tow|wrecker|dealer|wash|fixed|guy",
    ),
    (
        "amid the crash",
        t(Accident, High, Ours),
        &[
            "i|we am|are|got|wound|ended|was|were up|right|caught|one|part? in|of|one the|it|them|that|this middle|thick|it|them|mess|of",
            "piled|pileup|wreck|wrecked|crash|crashed|collision|accident|smashup|slammed|pile",
        ],
        "stuck|behind|sitting|backup|traffic|ahead|passed|line|parked|from|past|cleared|clear|around",
    ),
    (
        "dragged from the cab",
        t(Other, Immediate, Ours),
        &[
            "pull|pulling|drag|dragging|dragged|yank|yanking|yanked|snatch|snatching|force|forcing|forced me|us out|from|through of? the|my|this|our? truck|cab|seat|rig|window",
        ],
        "wrecker|tow|ditch|mud|firemen|fire",
    ),
    (
        "beaten",
        t(Other, Immediate, Ours),
        &[
            "punched|choked|choking|tackled|kicked|tased|maced|strangled|slapped|headbutted|sprayed me|us !out|off|over|to|back|up|down|around|from|with",
            "he|they|guy|guys|man|dude|somebody|someone|kid|driver|lumper|she|lady",
        ],
        "price|video|game|clock|mud|water",
    ),
    (
        "money or life",
        t(Other, Immediate, Ours),
        &[
            "hand|give|gimme|demanding|demanded|wants|want over|him|them|up|me|? my|the|your wallet|cash|money|keys|purse",
            "gun|knife|robbing|weapon|dude|robber|threatening|masked|window",
        ],
        "lumper|valet|guard|shop|wash|fee|dispatch",
    ),
    (
        "robbed on waking",
        t(Other, High, Ours),
        &[
            "woke",
            "trailer|load|truck|freight|pallets|seal|lock|rig|tractor|doors ... gone|missing|open|cut|broken|cleaned|stolen|empty !at|by",
        ],
        "unloaded|dock|lumper|receiver|finished|traffic",
    ),
];
