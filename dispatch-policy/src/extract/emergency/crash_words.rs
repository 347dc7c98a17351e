//! Words of crashes: verbs of collision, losing control, and nouns.

use std::sync::LazyLock;

use crate::extract::pattern::{Pattern, Rule, rules};

/// How much a verb says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// "hit", "clipped": anything it meets but the everyday.
    Strike,
    /// "sideswiped", "rear ended": a crash whatever it meets.
    Crash,
    /// "ran into", "caught", "touched": only what is hard.
    Meet,
    /// "ran over": a person or an animal.
    Over,
}

/// Verbs of collision: what they met decides.
pub(super) static VERBS: LazyLock<Vec<Rule<Force>>> = LazyLock::new(|| {
    use Force::{Crash, Meet, Over, Strike};
    rules(&[
        ("rear end", Crash, "rear ended|ending|end"),
        (
            "sideswipe",
            Crash,
            "rearended|sideswiped|sideswipe|swiped|tboned|broadsided",
        ),
        ("t bone", Crash, "t|side boned|swiped"),
        (
            "hit in the rear",
            Crash,
            "tapped|bumped|nudged|smacked|hit|nailed|tagged|kissed|whacked|dinged|popped|clobbered|thumped|clipped|struck in the rear|tail|bumper|backside|rearend end? !of",
        ),
        (
            "hit from behind",
            Crash,
            "tapped|bumped|nudged|smacked|hit|nailed|tagged|kissed|whacked|dinged|popped|clobbered|thumped|bonked|clipped|struck|plowed from behind",
        ),
        (
            "ram",
            Crash,
            "rammed|smashed|slammed|plowed|crashed|crunched into|in|through|up|right? into|against|the|on?",
        ),
        ("strike", Strike, "hit|hits|struck|clipped|smacked|whacked"),
        (
            "bump",
            Meet,
            "creased|dented|mashed|crumpled|raked|swiped|rubbed|kissed|nudged|bonked|thumped|clobbered|skinned|scuffed|banged|bumped|tapped|nailed|scraped|tagged|dinged|grazed|touched|brushed|caught|creamed|smoked|nicked|knocked|took|tore|ripped|scratched|knicked|pushed out|down|over|off|up|into?",
        ),
        (
            "run into",
            Meet,
            "ran|run|backed|back|slid|skidded|drifted|swerved|merged|drove|rolled|turned|pulled|bounced right|up|back|straight? into|against",
        ),
        (
            "under",
            Meet,
            "ran|run|slid|went|drove up? under|underneath|beneath the? back|rear|end|trailer? of?",
        ),
        ("get into it", Meet, "got|get|getting into it with"),
        ("tangle", Meet, "tangled|tangle|tangling|mixed up|it? up? with"),
        ("run over", Over, "ran|run|rolled|drove|backed over"),
        (
            "run somebody over",
            Over,
            "ran|run a|an|the|some|somebody|someone guy|man|woman|kid|lady|person|pedestrian|worker|dog|over? over?",
        ),
    ])
});

/// Loss of control: nothing needs to be met.
pub(super) static FALLS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "rolled|flipped|tipped it $",
        "i|we just? rolled|flipped|tipped it|her past|at|by|near|outside|before|about|just|headed|coming|going|this|right|trying|taking",
        "flipped|rolled|tipped|turned|knocked me|us over|on|onto",
        "flipped|tipped|overturned when|going|coming|taking|around|trying|by|near|here|just|over|and|$ !a|to",
        "dumped|lost|spilled|dropped|scattered my|the|this|whole|half|a? load|freight|pallets|cargo|product|trailer|coil|coils ... road|highway|interstate|lane|lanes|freeway|ramp|intersection|exit|curve",
        "mirror|mirrors hit|touched|to|smacked|slapped|clacked mirror|mirrors",
        "took|blew|laid|pushed|threw|flung me|us|truck|trailer over $|and|on|in|into|off",
        "tore|ripped|knocked|bent|sheared|peeled|crushed|crumpled the|my|our|a landing|roof|top|nose|tandems|axle|corner|icc|side gear|legs|bar|skin|panel|? off|back|open|up|loose|in",
        "jackknifed|wrecked|overturned|totaled|totalled|hydroplaned",
        "rolled|wrecked|flipped|totaled|crashed|ditched mine|ours",
        "jack knifed",
        "crashed !out|at|for|early|in|on|hard|last|into|over|again|to",
        "rolled|flipped|tipped|laid|turned|fell|flopped|put it|the|her|my|this|whole? truck|trailer|rig|thing|load? over !to|a|scale",
        "rolled|flipped|tipped it|the|her|my truck|trailer|rig|tractor|over|in|into|on|$ !window",
        "flipped|rolled over|upside|onto|on !to|a|the|scale",
        "spun|lost out|control|around !of",
        "laid|laying|lying|put|it|is|rolled|tipped|fell|flopped|went|flipped|over|am|are|landed|her|layed it|her|her|over|the|rig|down? truck|trailer? over? on|onto its|it|my|is|the|her is? side|roof|top|nose !of",
        "wedged|stuck|jammed|hung under|underneath|beneath|up a|the|this|under? low? bridge|overpass|viaduct|trestle",
        "load|freight|pallets|product|cargo spilled|dumped|scattered ... road|highway|interstate|lane|lanes|freeway",
        "went|ran|drove|crashed|slid clean|right|straight|plumb? through the|a|some|this fence|guardrail|median|barrier|field|wall|trees",
        "took|ripped|tore|knocked|snapped|sheared|peeled|broke the|a|my|his|their|another|somebodys|someones? mirror|mirrors|bumper|fender|hood|awning|canopy|sign|pole|gutter|corner|roof|light|lights|fairing|door|bollard off|down|out|open !the",
        "hanging|dangling|teetering|balanced halfway? off|over|on the|a? bridge|edge|overpass|cliff|guardrail|rail|side|embankment",
        "accident|wreck|crash|collision is|was mine|ours|me|us",
        "rolled|flipped|tipped|wrecked|totaled the|this|my whole? thing|rig|truck|trailer|tractor|outfit|works !forward|up|back|out|down|into|through|over|across|to",
        "touched|traded|swapped|kissed|clipped|bumped|hit|smacked|tagged mirrors|bumpers|paint",
        "pulled|yanked|dragged|tore|ripped the|a|my|his|their|somebodys|someones? mirror|mirrors|bumper|fender|hood|awning|canopy|sign|pole|door|doors off|loose",
        "tree|limb|branch|pole|wire|wires|rock|sign|container|roof|boulder|ladder|pallet|pallets|beam .. fell|falling|dropped|landed|crashed|came on|onto|through|into|down my|our|the|on|me truck|trailer|cab|hood|rig|tractor|top|me|my|?",
        "am|is|went|drove|slid|rolled|ran|ended|landed up? in|into the|a water|river|lake|pond|canal|bayou !charles|city|area|valley|bottoms|bottom|terminal|region|county|basin|front|rates",
        "sideways|crossways|crosswise across|in|on|blocking the|both|all|two|? lane|lanes|road|highway|interstate",
        "me|us|truck|trailer out of the|this|a ditch|median|snowbank|ravine|river|creek",
        "upside down",
        "ran|run|went|slid|skidded|drove|got|pushed|forced|shoved|drifted|knocked|veered|slipped me|us|right|just|clean? off of? the|a|into? road|highway|interstate|shoulder|roadway|embankment|cliff|edge|pavement|hill|ramp|into",
        "went|go|slid|rolled|tumbled|fell|ran over|down|off the|a|an embankment|cliff|hillside|ravine|edge",
        "in|into|down|through the|a ditch|ravine|embankment|creek|gully|culvert|median|guardrail !working|mowing|crossover|lane|crossing|road|nation|county",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// "Had an accident".
pub(super) static NOUNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "had|having|caused|been|got|getting|was|were|am|are|report|reporting in|into|involved|just|already|me|myself? in|into? a|an|another|my|this minor|little|small|bad|big|slight|real|serious|kind|bit|of|a|an? accident|wreck|crash|collision|fender|mva|incident !ahead|up|in|on|blocking|back|free|that|has|holding|here",
        "had|have|having|made|make|did|has a? small|little|big|bad|minor? accident|wreck|crash|collision !free|course|report|ahead|up|in|on|blocking|back|that|has|holding|here|at|near|by",
        // Whose it is stands before it, so that where it was may follow.
        "i just|also|actually|already? had a|an|another|my minor|little|small|bad|big? accident|wreck|crash|collision !free|course|report|that|ahead|up|blocking|back|holding",
        "i|we just|already? got|was|were|been in|into a|an|another minor|little|small|bad|big? accident|wreck|crash|collision !free|course|report",
        "had|have|been|was|were in? a head on !is|are",
        "my accident|wreck|crash",
        "report|reporting a|an|the accident|wreck|crash|collision",
        "collided",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});
