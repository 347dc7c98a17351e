//! Fire, people caught, substances, brakes: dangers by their words.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::{EmergencyTier, EmergencyType};

use super::{Trouble, Whose, n, t};

/// Fire and smoke.
pub(super) static FIRE: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::Immediate;
    use EmergencyType::Other;
    use Whose::{Open, Ours, Scene};
    rules(&[
        // Fire.
        (
            "thing on fire",
            t(Other, Immediate, Ours),
            "@rig|tire|tires|brakes|brake|wheel|wheels|hub|load|cargo|freight|sleeper|battery|hood|dash|it|everything|axle is|are|was|caught|just|has|have|going|up|in|all? on|caught|up|catching? fire|flames|burning",
        ),
        (
            "fire in the truck",
            t(Other, Immediate, Open),
            "fire|flames|burning in|under|on|from|at|inside|around|out my|the? @rig|hood|tire|tires|brakes|wheel|wheels|sleeper|dash|axle|box|bunk|seat|floor|mattress|battery|bed|catwalk|passenger",
        ),
        (
            "there is a fire",
            t(Other, Immediate, Open),
            "there|have|got is|a a|some fire|flames !ahead|up|on|department|truck|drill|sale|extinguisher|hydrant|in",
        ),
        (
            "fire where we are",
            t(Other, Immediate, Scene),
            "there|have is|got a|some fire|flames in|inside|at|on the|this|their @place|yard",
        ),
        (
            "building on fire",
            t(Other, Immediate, Scene),
            "the|this|their|whole? @place is|are|caught|just|got|went on|up? in? fire|flames|burning|ablaze !today|this|sale|lately|daylight|my|our|money|time|up|hours|through",
        ),
        (
            "have a fire",
            t(Other, Immediate, Ours),
            "i|we|have have|got a fire|flames !extinguisher|truck|under",
        ),
        (
            "i am on fire",
            t(Other, Immediate, Ours),
            "my|the @rig .. fire|flames|burning|exploded|explode|exploding !up|extinguisher|department|truck",
        ),
        (
            "full of smoke",
            t(Other, Immediate, Ours),
            "full|filling|filled of|with|up smoke|fumes|gas|exhaust",
        ),
        ("fire cried", t(Other, Immediate, Ours), "fire fire"),
        (
            "caught fire",
            t(Other, Immediate, Ours),
            "caught|catching|catch|on !up fire|flames !today|this|sale|at|last|with",
        ),
        (
            "flames",
            t(Other, Immediate, Open),
            "flames|exploded|explosion|exploding",
        ),
    ])
});

/// People caught and crushed.
pub(super) static TRAPPED: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::Immediate;
    use EmergencyType::Accident;
    use Whose::{NeedsUs, Open, Ours, Scene};
    rules(&[
        // Caught, crushed.
        (
            "trapped",
            t(Accident, Immediate, NeedsUs),
            "trapped|pinned in|inside|under|underneath|between|behind|by|against|here|down",
        ),
        (
            "i am trapped",
            t(Accident, Immediate, Ours),
            "i|we am|are trapped|pinned",
        ),
        (
            "cannot get out",
            n(Accident, Immediate, NeedsUs),
            "not get|open out|myself|my|the of|the|door|leg|legs|arm|foot? cab|truck|leg|legs|arm|foot|loose|free|door",
        ),
        (
            "struck by a machine",
            t(Accident, Immediate, Scene),
            "%person|he|she|codriver got|was|gets|been|just|is been|just? hit|struck|crushed|pinned|squished|smashed|backed by|with|between|under|into|over a|the|my|another? forklift|truck|trailer|car|tractor|jockey|train|pallet|load|bus|pickup|van",
        ),
        (
            "pinned somebody",
            t(Accident, Immediate, Scene),
            "pinned|crushed|trapped|squashed|smashed|squished a|an|the|this|my|some|one|another? guy|man|worker|lumper|kid|woman|lady|person|driver|partner|somebody|someone|him|her",
        ),
        (
            "crushed",
            t(Accident, Immediate, Open),
            "got|is|was|being|been|guy|man|somebody|someone|leg|arm|hand|foot|fingers crushed|pinned|trapped !it|by",
        ),
    ])
});

/// What must not run out.
pub(super) static SUBSTANCES: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::{High, Immediate};
    use EmergencyType::Other;
    use Whose::Open;
    rules(&[
        // Substances.
        (
            "hazmat",
            t(Other, Immediate, Open),
            "hazmat|chemical|chemicals|drum|drums|tote|totes|barrel|barrels|@chem|tanker|tank|placarded|hazardous|toxic|gas|gasoline|vapor|product|fumes|corrosive|bleach|peroxide .. leak|leaking|leaked|spill|spilled|spilling|release|released|leaks|venting|cloud|everywhere|pouring|dripping|seeping|fuming|dumping|gushing|busted|ruptured|burst",
        ),
        (
            "leaking hazmat",
            t(Other, Immediate, Open),
            "leaking|leaked|spilled|spilling|leak|spill|venting|dripping|seeping .. hazmat|chemical|chemicals|@chem|hazardous|toxic|gas|gasoline|tanker|placard",
        ),
        (
            "fuel spill",
            t(Other, High, Open),
            "fuel|diesel|oil|tank tank|tanks|is|are|line? .. spilling|spilled|spill|pouring|gushing|ruptured|punctured|ripped|everywhere",
        ),
    ])
});

/// Brakes gone, and calls for help.
pub(super) static BRAKES: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::Immediate;
    use EmergencyType::{Breakdown, Medical, Other};
    use Whose::Open;
    rules(&[
        // Brakes gone.
        (
            "no brakes",
            n(Breakdown, Immediate, Open),
            "no|lost|losing|without my|the|any|all|air? brakes|brake|braking !check|checks|lights|line|shoes|pads|work|light",
        ),
        (
            "brakes gone",
            n(Breakdown, Immediate, Open),
            "brakes|brake are|is|just|have|has|all? went|gone|failed|fail|failing|out|not|quit|quitting|gave|go out|working|holding|on|work|stopping|hold?",
        ),
        (
            "pedal on the floor",
            n(Breakdown, Immediate, Open),
            "pedal is|just? go|goes|going|went|drops|sinks|sinking all|clear|clean|straight|right|plumb|the|way? .. to|on the floor|floorboard|firewall",
        ),
        (
            "cannot stop",
            n(Breakdown, Immediate, Open),
            "not stop|slow the|this|it|my truck|thing|rig|down",
        ),
        (
            "cannot get it stopped",
            n(Breakdown, Immediate, Open),
            "not get|bring|make it|her|him|the|this|my truck|thing|rig|? stopped|slowed|stop|slow !unloading|in|by|at",
        ),
        (
            "cannot stop alone",
            n(Breakdown, Immediate, Open),
            "i|we|and|she|it|truck can|will not stop $",
        ),
        (
            "brakes stopped working",
            n(Breakdown, Immediate, Open),
            "brakes|brake just? stopped|quit working|holding|responding",
        ),
        (
            "runaway",
            t(Breakdown, Immediate, Open),
            "runaway !ramp|sign|ahead|train",
        ),
        (
            "call 911",
            t(Other, Immediate, Open),
            "call|called|calling|need|get|send|dial 911|ambulance|paramedics|paramedic|medic|ems|police|cops|fire",
        ),
        (
            "nine one one",
            t(Other, Immediate, Open),
            "call|called|calling|need|dial me|an|a|the? nine one one",
        ),
        (
            "need ambulance",
            t(Medical, Immediate, Open),
            "need|call|get|send me|us|an|a|the|some? me|us|an|a|the|some? ambulance|paramedics|paramedic|medic|ems",
        ),
        (
            "need a doctor",
            t(Medical, EmergencyTier::High, Open),
            "need|get|send me|us|to|a|the|see|some? me|us|a|the|see|find|some? a|the? doctor|nurse|hospital|er !appointment|note|is|load|delivery|order",
        ),
    ])
});

/// Cries for help, and dangers of the place.
pub(super) static CRIES: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::{High, Immediate};
    use EmergencyType::{Accident, Medical, Other};
    use Whose::{Open, Ours, Scene};
    rules(&[
        (
            "emergency",
            t(Other, High, Ours),
            "this|it|have|got|having|i|we|is is|a|an|have|got|medical? an|real? emergency !brake|brakes|exit|stop|lane|contact|flasher|flashers|triangle|triangles|room|kit|lights|vehicle|vehicles|break",
        ),
        (
            "run over",
            t(Accident, Immediate, Open),
            "%person|he|she|i|codriver|partner got|was|is|has|have been|just? run|ran over",
        ),
        (
            "limb run over",
            t(Accident, Immediate, Open),
            "his|her|my @body got|was|been? run|ran over",
        ),
        (
            "smell of fire",
            t(Other, High, Ours),
            "smell|smelling .. smoke|burning !break|from",
        ),
        ("mayday", t(Other, High, Ours), "mayday|sos"),
        ("help alone", t(Other, High, Ours), "^ help help? $"),
        ("panic", t(Medical, High, Ours), "panic|anxiety attack"),
        (
            "bitten by",
            t(Medical, High, Ours),
            "bit|stung|bitten|stings me|us|him|her !for|on|of|in",
        ),
        (
            "bitten",
            t(Medical, High, Ours),
            "got|been|was bit|bitten|stung by",
        ),
        (
            "monoxide",
            t(Medical, Immediate, Ours),
            "carbon monoxide !detector|alarm|sensor",
        ),
        (
            "on the tracks",
            t(Accident, Immediate, Ours),
            "stuck|hung|stalled|stranded|trapped|dead|centered|bottomed|stopped up|out|centered? on|across the|some|these|a? railroad|train|rail? tracks|track",
        ),
        (
            "fills with water",
            t(Other, Immediate, Ours),
            "truck|cab|it|tractor|sleeper is|am|are|keeps|started? filling|filled|flooding|taking up|on|with? with|on|up? water|fast|quick",
        ),
        (
            "water stands high",
            t(Other, Immediate, Ours),
            "water|river|creek|flood|it is|are|was? .. up? to|over|above|past my|the headlights|headlight|doors|door|hubs|bumper|hood|window|windows|axles|tanks|steps|grille|mirrors|waist|knees|chest|seat",
        ),
        (
            "storm upon him",
            t(Other, Immediate, Ours),
            "tornado|twister|funnel|flood|mudslide|avalanche|wildfire|fire ... at|on|around|surrounding|toward|over|behind|hit|caught me|us",
        ),
        (
            "fire on both sides",
            t(Other, Immediate, Ours),
            "fire|flames on|both both|either|all? sides|side of? the|me|us|?",
        ),
        (
            "surrounded",
            t(Other, Immediate, Ours),
            "surrounded|trapped|cut by|in|off with|by|in|? the|a|? flood|floodwater|floodwaters|water|fire|flames|smoke",
        ),
        (
            "ground gives way",
            t(Accident, Immediate, Ours),
            "road|bridge|shoulder|ground|ramp|dock|roof|floor is|just|has|? collapsing|collapsed|caving|caved|gave|giving|washing|washed in|way|out|under under|from|beneath|in|on|with|? me|us|my",
        ),
        (
            "bridge collapsing",
            t(Accident, Immediate, Ours),
            "bridge|overpass is collapsing|falling|cracking",
        ),
        (
            "sinking",
            t(Other, Immediate, Ours),
            "i|we|truck am|are|is sinking !feeling|in|money|into",
        ),
        (
            "slides off",
            t(Accident, Immediate, Ours),
            "truck|trailer|i|we|tractor am|is|are sliding|slipping|rolling|going off|down|over the|this|a mountain|cliff|edge|embankment|bridge|hill|side|bank",
        ),
        (
            "fell on somebody",
            t(Accident, Immediate, Scene),
            "fell|fallen|dropped|landed|collapsed|tipped|rolled over|onto|on a|an|the|this|some|my guy|man|worker|lumper|kid|woman|lady|driver|partner|loader|fella|student",
        ),
        (
            "sees fire",
            t(Other, Immediate, Ours),
            "i|we can? see|got|have fire|flames !ahead|up|in|trucks|truck|on|department",
        ),
        (
            "putting it out",
            t(Other, Immediate, Ours),
            "putting|put|hosing|spraying out|down|? my|our truck|trailer|rig|load|engine|tractor out|down|? !in|to|at|on|away",
        ),
        (
            "shut in",
            t(Other, Immediate, Ours),
            "i|we|me|us am|are|got|is|been|him? locked|shut|trapped|sealed up? in|inside a|the|my|this|their|of? trailer|reefer|box|cooler|freezer|container|tank|bathroom !rate|price|at",
        ),
        (
            "water rises",
            t(Other, Immediate, Ours),
            "water is? coming|rising|pouring|getting|filling|up ... cab|truck|doors|floorboard|tractor",
        ),
        (
            "help me",
            t(Other, High, Ours),
            "help|save me|us please|quick|quickly|hurry|god|jesus|somebody|someone|now|$ !with",
        ),
        (
            "stuck and calling",
            t(Accident, Immediate, Ours),
            "help|save me|us please|god|oh? i|we am|are stuck|trapped|caught|pinned|hung",
        ),
        (
            "need police alone",
            t(Other, High, Ours),
            "need|needs|send|want me|us|the|some|to? the|some? police|cops|cop|sheriff|troopers|trooper|law|fire|firemen department|truck|? out|here|now|please|$",
        ),
        (
            "need police",
            t(Other, High, Ours),
            "need|needs|get|send me|us? the|some|a? police|cops|cop|trooper|sheriff|ambulance|medic|medics|help here|out|over|now|right|quick|fast|bad|asap|immediately|down !with|unloading|loading",
        ),
        (
            "help please",
            t(Other, High, Ours),
            "please|somebody|someone|god|send help|hurry !with|out|desk",
        ),
        (
            "need help now",
            t(Other, High, Ours),
            "need|needs help now|right|fast|bad|quick|over|immediately|out|asap|$ !with",
        ),
    ])
});
