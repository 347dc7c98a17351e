//! Phrases about lumpers and the state of unloading.

use std::sync::LazyLock;

use crate::extract::pattern::{Pattern, Rule, rules};
use crate::facts::{Lumper, UnloadingStatus};

pub(super) static LUMPERS: LazyLock<Vec<Rule<Lumper>>> = LazyLock::new(|| {
    use Lumper::{NotNeeded, Waiting, Working};
    rules(&[
        (
            "waiting for a code",
            Waiting,
            "wait~|need|holding on|for? a|the|my? code|codes|comcheck|efs|comdata|payment|money !name",
        ),
        (
            "no lumper",
            NotNeeded,
            "no|not|without|any need|needed|needing|a|using|use|have|got|any? @lump",
        ),
        (
            "lumper not needed",
            NotNeeded,
            "@lump .. not need|needed|required|necessary",
        ),
        ("driver unload", NotNeeded, "driver unload|assist|unloads"),
        ("no touch", NotNeeded, "no touch"),
        (
            "unload myself",
            NotNeeded,
            "unload|unloading|fingerprint|fingerprinting it? myself|it",
        ),
        (
            "they do it themselves",
            NotNeeded,
            "they|receiver|warehouse ... themselves|selves|own crew|people|guys|unload|forklift|staff?",
        ),
        (
            "paid the lumper",
            Working,
            "paid|pay|paying|comcheck|comchek|code .. @lump",
        ),
        (
            "waiting",
            Waiting,
            "wait~|need|looking|hunting|where|stood|called|holding|hold|until|till ... @lump",
        ),
        (
            "lumper late",
            Waiting,
            "@lump ... not|late|yet|coming|way|soon|show|shown",
        ),
        (
            "need code",
            Waiting,
            "wait~|need .. comcheck|comchek|comdata|efs code?",
        ),
        (
            "working",
            Working,
            "@lump ... working|unloading|here|started|start|on|going|now|got|inside|pulling|breaking|doing",
        ),
        (
            "got a lumper",
            Working,
            "got|have|hired|using|gave|with the|a|my|some|two|three|me? @lump",
        ),
        (
            "lumper does",
            Working,
            "@lump am|are|is|was|were|has|have !not|late|coming",
        ),
        ("lumper", Working, "@lump crew|service|fee|is|are !not|late"),
    ])
});

pub(super) static STATES: LazyLock<Vec<Rule<UnloadingStatus>>> = LazyLock::new(|| {
    use UnloadingStatus::{Complete, Detention, Drop, Unloading, WaitingForDoor, WaitingForLumper};
    rules(&[
        (
            "empty",
            Complete,
            "am|all|trailer|are|is|now|completely|just|got|been|me empty|emptied !trailer",
        ),
        ("empty alone", Complete, "^ yeah|yep|okay? empty"),
        (
            "empty and on",
            Complete,
            "clean|and? empty and|now|here|looking|ready|since|headed|heading|again !trailer",
        ),
        (
            "all done",
            Complete,
            "all|already|just|completely|fully done|finished|unloaded|emptied|clear|set !pumping|now?",
        ),
        (
            "done unloading",
            Complete,
            "done|finished|through unloading|unload|offloading|with|taking|getting me|us|it|the|unloaded?",
        ),
        (
            "they finished",
            Complete,
            "they|lumpers|lumper|crew|guys|am|are|have|has|just|unloading|unload|it|load .. done|finished !pumping|loading|yet|in",
        ),
        (
            "unloaded",
            Complete,
            "got|have|has|been|am|are|is|all|fully|completely|already|just me|us|it|been? unloaded|offloaded|emptied !by",
        ),
        ("finished", Complete, "finished|wrapped up !loading"),
        ("finished ago", Complete, "^ .. finished|done ... ago"),
        (
            "was unloaded",
            Complete,
            "unloaded already|now|and|about|an|twenty|ten|thirty|five",
        ),
        ("cut loose", Complete, "cut|turned|let|kicked me|us loose|go|out"),
        (
            "delivered",
            Complete,
            "am|all|just|already|been|got|have|is|load|freight|it delivered|offloaded|empty",
        ),
        (
            "signed out",
            Complete,
            "got|have|grabbed|waiting|signed|wait ... my|the|signed paperwork|bills|pod|bols|bol signed|back|and|now|in|yet",
        ),
        (
            "drop and hook",
            Drop,
            "drop|dropping|dropped and|n|in hook|hooked|hooking",
        ),
        (
            "dropped",
            Drop,
            "dropped|dropping|drop|unhooked the|it|my|their|this|that trailer|load|wagon|box|it|in|and|at|off? !a",
        ),
        ("dropped it", Drop, "dropped|dropping it|trailer"),
        (
            "yard tractor has it",
            Drop,
            "yard|switcher dog|jockey|goat|horse|truck|hostler|guy has|got|took|is|have|pulled|grabbed my|the|it trailer|?",
        ),
        (
            "hooked to an empty",
            Drop,
            "hooked|hooking|hook to|up|the|an|my .. empty",
        ),
        ("drop load", Drop, "drop trailer|load|lot|yard"),
        (
            "preload",
            Drop,
            "just|only|is|got|be|has a? drop !in|of|off|ceiling|line|point|at|by|me|this|the|your|it",
        ),
        (
            "left in the yard",
            Drop,
            "leave|leaving|left|drop|dropping|put|putting|stuck|spot|spotting the|my|this|their? it|trailer|box|her|wagon in|at|on|out the|their|a? yard|lot|dropyard|row|slot|spot !for",
        ),
        (
            "it is a drop",
            Drop,
            "it|this|that|one is|was just? a drop !off|ship|of|in",
        ),
        (
            "detention",
            Detention,
            "detention|attention|retention !pay|rate|form",
        ),
        (
            "not started",
            WaitingForDoor,
            "not|have|has .. started|start|begun|touched|touch|unloaded|unloading unloading|on|me|yet|my|us|it|the?",
        ),
        (
            "waiting for lumper",
            WaitingForLumper,
            "wait~|need|looking|holding|until|till ... @lump",
        ),
        (
            "lumper not here",
            WaitingForLumper,
            "@lump ... not|late|coming|way",
        ),
        (
            "waiting for door",
            WaitingForDoor,
            "wait~|holding|until|till|sitting|staged ... door|doors|dock|docks|bay|assignment|call|spot|turn|clerk|assigned",
        ),
        (
            "waiting for the light",
            WaitingForDoor,
            "wait~|holding|hold on|for a|the|my|that? green|dock? light",
        ),
        (
            "waiting on one",
            WaitingForDoor,
            "wait~ on|for one|it|assignment|them $",
        ),
        (
            "no door",
            WaitingForDoor,
            "no|not|without|nobody|have .. door|dock|doors|docks yet|assigned|open|available|for|ready?",
        ),
        (
            "not given",
            WaitingForDoor,
            "nobody|not|have|has ... given|gave|give|assigned|assign|called|got .. door|dock|one|me|us|yet",
        ),
        (
            "waiting to unload",
            WaitingForDoor,
            "wait~ .. to|for|on get|be|start|unload|unloaded|unloading|them unload|unloaded|unloading|to|start?",
        ),
        ("staged", WaitingForDoor, "staged|staging|stage"),
        ("in line", WaitingForDoor, "in line|queue"),
        (
            "unloading",
            Unloading,
            "unloading|offloading me|us|now|it|this|right|the|as|already|my !fee",
        ),
        (
            "getting unloaded",
            Unloading,
            "getting|being|get unloaded|offloaded now|right|at|as|in|by|finally|and?",
        ),
        (
            "crew unloading",
            Unloading,
            "they|crew|guys|forklift|lumpers|lumper|he .. unloading|offloading",
        ),
        (
            "i am unloading",
            Unloading,
            "am|are|been|still|already|now|is|started|start unloading|offloading",
        ),
        (
            "pulling it off",
            Unloading,
            "pulling|taking|getting the|my|all? pallets|freight|load|stuff|it|product off|out",
        ),
        (
            "pulling pallets",
            Unloading,
            "pulling|taking pallets|freight|skids",
        ),
        (
            "coming off",
            Unloading,
            "pallets|freight|load|it|product|stuff is|are? coming|going off|out",
        ),
        (
            "halfway",
            Unloading,
            "half|halfway|partially|almost|about|mostly|nearly way? unloaded|empty|offloaded|done",
        ),
        (
            "just started",
            Unloading,
            "they|crew|guys|it just|finally|have|has|already started|begun !loading",
        ),
        (
            "working on me",
            Unloading,
            "working|started|start on me|us|it|my|the trailer|truck|load|now?",
        ),
    ])
});

/// Words the recogniser gives for "lumper".
const LUMPER_WORDS: &str =
    "lumper|lumpers|lumber|lumpur|lumpers'|lumping|lumbers|jumper|jumpers|bumper|lumberjack|lumberjacks|lump";

pub(super) static LUMP: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(LUMPER_WORDS));
