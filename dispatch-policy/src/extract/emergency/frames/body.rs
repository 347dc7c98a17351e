//! Bodies that fail, bleed or are held fast.

use crate::facts::EmergencyTier::{High, Immediate};
use crate::facts::EmergencyType::{Accident, Medical};

use super::super::Whose::{Open, Ours, Scene};
use super::super::{n, t};
use super::Row;

pub(super) static BODY: &[Row] = &[
    (
        "half the body fails",
        n(Medical, Immediate, Open),
        &[
            "my|his|her|face|mouth|arm|arms|leg|legs|hand|hands|side|tongue|speech|eyelid|lip",
            "droopy|droop|drooping|drooped|sagging|sagged|tingling|tingly|paralyzed|slurred|slurring|slurry|lopsided|crooked|uneven",
            "face|mouth|arm|arms|leg|legs|hand|hands|side|tongue|speech|eyelid|eye|words|lip",
        ],
        "cold|freezing|wind|asleep",
    ),
    (
        "half the face fails",
        n(Medical, Immediate, Open),
        &[
            "one|left|right|half|whole side? of? my? face|mouth|body|side",
            "hanging|dropped|dropping|falling|fell|dead|weird|funny|slid|sliding|weak|heavy|useless|limp",
            "my|his|her",
        ],
        "sunburn|cold|dentist|tooth|truck|trailer|mirror",
    ),
    (
        "a limb fails",
        n(Medical, Immediate, Open),
        &[
            "my|his|her left|right|whole? left|right? arm|arms|hand|leg|legs|fingers|face|mouth|side|tongue|speech is|has|just|will|can|do|does? quit|stopped|not|gone|went|going work|working|move|moving|limp|dead",
        ],
        "cold|freezing|asleep|sitting",
    ),
    (
        "a limb cannot be lifted",
        n(Medical, Immediate, Open),
        &["not|hardly lift|raise|use|grip|squeeze|close my|his|her left|right? arm|arms|hand|leg|fingers"],
        "sore|gym|surgery",
    ),
    (
        "words fail",
        n(Medical, Immediate, Open),
        &[
            "my|his|her words|speech|tongue",
            "not|wrong|jumbled|garbled|funny|weird|thick",
        ],
        "phone|word",
    ),
    (
        "load on the chest",
        t(Medical, Immediate, Open),
        &[
            "chest|ribcage|breastbone",
            "elephant|sitting|standing|parked|squeezing|squeeze|crushing|crush|tightening|vise|anvil|brick|weight|stabbing|aching|aches|clutching|grabbing",
        ],
        "freezer|freezers|drawers|cold|congestion|tool|treasure",
    ),
    (
        "pain down the arm",
        t(Medical, Immediate, Open),
        &[
            "pain|pains|ache|aching|hurting|shooting running|going|shooting|radiating? down|up|in|through|into my|the|his|her left? arm|jaw",
            "sweating|sweaty|chest|breath|dizzy|shooting|jaw|nauseous|clammy|left",
        ],
        "chains|strap|workout|yesterday",
    ),
    (
        "fights for air",
        n(Medical, Immediate, Open),
        &[
            "get|getting|catch|catching|suck|sucking|draw|drawing|enough my|his|her|any|some|enough|a|? air|breath|wind !in|pressure|line|lines|bag|bags|for|from|hose|to|build",
            "not|hard|hardly|trouble|difficulty|gasping|struggling|barely|fighting",
        ],
        "tank|tanks|brakes|compressor|tire|tires|break|trailer",
    ),
    (
        "gasping",
        t(Medical, Immediate, Scene),
        &[
            "i|he|she|we|partner|codriver|wife|husband|student|passenger am|is|are|was|keep|just? wheezing|gasping|hyperventilating|suffocating",
        ],
        "",
    ),
    (
        "went down",
        t(Medical, Immediate, Scene),
        &[
            "he|she|partner|codriver|driver|student|trainee|trainer|wife|husband|guy|man|woman|lady|kid|worker|fella|passenger is|has|just|all|? keeled|slumped|crumpled|toppled over|down|in|on|to|forward|like",
        ],
        "trailer|pallet|price|prices|load",
    ),
    (
        "fell to the floor",
        t(Medical, Immediate, Scene),
        &[
            "he|she|partner|codriver|student|trainee|trainer|wife|husband|guy|man|woman|lady|worker|fella|passenger is|has|just|? dropped|fell|went|passed|collapsed !the|a|my|it|his|her|off|me|some",
            "floor|ground|limp|unconscious|lifeless|stiff",
        ],
        "trailer|pallet|load|phone|box|boxes",
    ),
    (
        "eyes rolled back",
        t(Medical, Immediate, Scene),
        &[
            "eyes is|are|keep|just? rolled|rolling|rolls|went back|up|white|in|into",
            "he|she|his|her|partner|student|wife|husband|codriver",
        ],
        "",
    ),
    (
        "foaming",
        t(Medical, Immediate, Scene),
        &[
            "foaming|frothing|drooling at|from|and",
            "mouth|shaking|him|his|her|he|she",
        ],
        "",
    ),
    (
        "a fit",
        t(Medical, Immediate, Scene),
        &[
            "having|has|had|took a|some|kind|sort|of fit|convulsion|convulsions|spasms",
            "eyes|shaking|jerking|floor|tongue|drool",
        ],
        "over|about|paperwork|boss|dispatcher",
    ),
    (
        "bleeds on",
        n(Medical, Immediate, Open),
        &[
            "cut|gashed|sliced|slashed|stabbed|opened|laid ... @body|myself|himself|herself|thigh|calf|forearm|palm",
            "not quit|stop|slow|clot",
        ],
        "engine|costs|price",
    ),
    (
        "blood about",
        t(Medical, Immediate, Scene),
        &[
            "blood",
            "everywhere|all|pool|puddle|soaked|squirting|spurting|pouring|gushing",
        ],
        "pressure|sugar|drive|bank|deer|type|work",
    ),
    (
        "a limb held",
        t(Accident, Immediate, Scene),
        &[
            "@body|boot|boots|hair|sleeve is|are|got|gets|was|been|all? stuck|wedged|pinned|trapped|jammed|crushed|caught under|underneath|between|beneath|inside|against|in",
        ],
        "traffic|mouth|phone",
    ),
    (
        "fell between",
        t(Accident, Immediate, Scene),
        &[
            "man|guy|woman|lady|kid|worker|lumper|somebody|someone|he|she|partner|i fell|slipped|got|is|caught|stuck .. between|under|beneath ... dock|trailer|truck|trailers|trucks|wheels",
        ],
        "line|parked|sandwiched|waiting|sitting",
    ),
    (
        "somebody under the wheels",
        t(Accident, Immediate, Scene),
        &[
            "man|guy|woman|lady|kid|boy|girl|child|person|somebody|someone|fella|feller|dude|worker|lumper|pedestrian|biker|body",
            "under|underneath|beneath my|the|this|our|back|front|rear|of|? wheels|wheel|tires|tire|tandems|axle|axles|duals|trailer|truck|bumper|rig|tractor|cab",
        ],
        "checking|check|inspecting|inspector|inspection|fixing|fix|mechanic|dot|looking|looked|working|tech|welding|changing|trooper|cop|officer|sleeping|slept|greasing|adjusting|crawled|crawl|measuring|chock|chocks|chocked|jack|boards|blocks|put|puts|plate|yard|jockey|hooked|hooking",
    ),
    (
        "in medical hands",
        t(Medical, High, Ours),
        &[
            "i|we am|are|was|got|been|riding|laying|lying|sitting|woke ... in|on|inside|to|into|of|up an|the|a|this|? ambulance|stretcher|gurney|backboard|er|icu",
        ],
        "delivering|delivered|passed|behind|following|saw|dock|hauling|yield|yielding|entrance|unload|visiting",
    ),
    (
        "medics at work on him",
        t(Medical, High, Ours),
        &[
            "paramedics|paramedic|medics|medic|emts|emt|ems|ambulance|doctors|doctor|nurses|nurse crew|crews|guys|? is|are|have|has|here|still|just? loading|taking|took|working|checking|treating|hauling|patching|looking|tending|wrapping|rushing on|at|over|up? me|us|my",
        ],
        "said|last|yesterday|physical|card",
    ),
    (
        "put on a stretcher",
        t(Medical, High, Ours),
        &[
            "got|have|has|put|putting|strapped|strapping|loaded|loading|rolling me|us|my ... stretcher|gurney|ambulance|backboard|oxygen|helicopter|chopper|iv",
        ],
        "behind|last",
    ),
    (
        "taken to hospital",
        t(Medical, High, Ours),
        &[
            "taking|took|rushing|rushed|driving|drove|sending|sent|flew|flying me|us|myself .. to|in the|a|? hospital|er|emergency|clinic",
        ],
        "deliver|delivering|last|yesterday|gps|directions",
    ),
    (
        "in the hospital",
        t(Medical, High, Ours),
        &["i|we am|are|got|ended ... in the|a? hospital|er|icu !parking|lot|dock|zone|area"],
        "delivering|delivery|dock|load|loading|unloading|hauling|haul|supplies|wife|mom|dad|baby|visit|visiting|mother|father|last|yesterday|was|receiver|gate|door|near",
    ),
    (
        "woke in hospital",
        t(Medical, High, Ours),
        &["woke|wound|ended|waking up in|inside the|a|an icu|er|hospital|ambulance"],
        "last|yesterday|wife|mom",
    ),
    (
        "ill and stopped",
        t(Medical, High, Ours),
        &[
            "fever|feverish|chills|nausea|queasy|migraine|puking|diarrhea|vomit|dizziness|shakes|shaky|clammy|blurry|poisoning",
            "stop|stopped|pull|pulled|parked|park|shut|continue|drive|shoulder|laying|lying|sick|bad|ill",
        ],
        "wife|kid|kids|mom|last|gone|better|road",
    ),
    (
        "cannot stop being sick",
        n(Medical, High, Ours),
        &["not quit|stop puking|vomiting|throwing|shaking|shivering|heaving"],
        "wife|kid|phone",
    ),
    (
        "sugar",
        t(Medical, High, Ours),
        &[
            "sugar|glucose|insulin|diabetic",
            "shaky|shaking|off|low|dropped|crashing|crashed|bottomed|spiked|sweating|dizzy|funny|woozy|weak",
        ],
        "hauling|load|pallets|coffee|land|took|cane",
    ),
    (
        "eyes that close",
        n(Medical, High, Ours),
        &[
            "eyes|eyelids|head|lids",
            "keep|keeps|keeping|kept|catch|catching|caught|hardly|not",
            "closing|close|shutting|shut|dropping|drooping|bobbing|crossing|falling|jerking|heavy|dipping",
        ],
        "peeled|traffic|looking|road",
    ),
    (
        "head that drops",
        n(Medical, High, Ours),
        &["not|hardly|barely keep|hold ... head|eyes up|open"],
        "",
    ),
    (
        "wakes on the strips",
        n(Medical, High, Ours),
        &[
            "rumble|strips|strip|shoulder|lane|lanes",
            "sleepy|asleep|tired|exhausted|drowsy|nodding|eyes|drifting|dozed|drifted",
            "hit|hitting|woke|drifted|drifting|crossed|keep|weaving|swerving|blinked|blink|zoned",
        ],
        "construction|parked|park",
    ),
    (
        "sees what is not there",
        n(Medical, High, Ours),
        &[
            "hallucinating|hallucinated|shadows",
            "tired|sleepy|hours|awake|driving|road|exhausted|i",
        ],
        "receiver|kidding",
    ),
    (
        "sees what is not real",
        n(Medical, High, Ours),
        &[
            "seeing|seen|saw stuff|things|people|shapes|animals|somebody|something|shadows|deer|cars",
            "not there|real",
        ],
        "",
    ),
    (
        "birth",
        t(Medical, Immediate, Scene),
        &[
            "having|delivering a|the|her|this baby",
            "now|here|passenger|seat|cab|truck|sleeper|shoulder",
        ],
        "hospital|next|home|month|june|july|spring|week|yesterday|last|expecting",
    ),
    (
        "labor",
        t(Medical, High, Scene),
        &[
            "water broke|contractions|contraction",
            "wife|girlfriend|she|her|passenger|partner",
        ],
        "hospital|home|lumper|main",
    ),
];
