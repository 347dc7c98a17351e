//! Phrases about lumpers.

use std::sync::LazyLock;

use crate::extract::pattern::{Pattern, Rule, rules};
use crate::facts::Lumper;

pub(super) static LUMPERS: LazyLock<Vec<Rule<Lumper>>> = LazyLock::new(|| {
    use Lumper::{NotNeeded, Waiting, Working};
    rules(&[
        (
            "waiting for a code",
            Waiting,
            "wait~|need|holding on|for? a|the|my? code|codes|comcheck|efs|comdata|payment|money !name",
        ),
        (
            "away",
            Waiting,
            "@lump is|are|am|have|has|? just|all|still|both|already|? went|gone|left|took|on|at|busy|tied|working|unloading|doing|emptying|disappeared|vanished|walked .. lunch|break|home|off|somewhere|another|other|next|different|somebody|someone|smoke|dinner|up",
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
        (
            "their people do it",
            NotNeeded,
            "their|own .. guy|guys|crew|people|man|team|folks|dock|forklift|staff do|does|handle|handles|unload|unloads|take|takes",
        ),
        (
            "the store's people",
            NotNeeded,
            "store|warehouse|dock|receiver|receivers|grocery|house|plant guys|people|crew|workers|folks|employees|boys|men|hands|clerks|kids .. pull|pulls|unload|unloads|take|takes|do|does|handle|handles|doing|get|throw|unloading|taking",
        ),
        (
            "drivers do it",
            NotNeeded,
            "us|drivers|driver|i|we .. take|takes|taking|unload|throw|throwing|do|doing|tailgate|carry|pull it|this|them|all|everything|freight|load|boxes|off .. hand|myself|ourselves|own|yourself !truck",
        ),
        (
            "i am the crew",
            NotNeeded,
            "i am the|my|own|? crew|lumper|lumpers|labor|unloader|help !with|for|of|says|guy",
        ),
        ("in house", NotNeeded, "in house|inhouse !lumper|lumpers"),
        ("inhouse", NotNeeded, "inhouse !lumper|lumpers"),
        (
            "their own people",
            NotNeeded,
            "own|house people|crew|guys|staff|employees|workers|help|folks|team|unloaders|forklift|men|hands|labor|boys",
        ),
        (
            "by hand",
            NotNeeded,
            "throw|throwing|hand|unload|unloading|fingerprint|fingerprinting|doing|do|did|tailgate|tailgating|bump|bumping|breaking it|them|this|all|the|off|load|down? myself",
        ),
        ("by hand bomb", NotNeeded, "hand bombing|unloading|unload|bomb"),
        (
            "up to me",
            NotNeeded,
            "unload|unloading|that|this|it|all is|be on|up to? me|myself !now|right",
        ),
        (
            "the receiver does",
            NotNeeded,
            "receiver|receivers|customer|consignee|warehouse|store|dc|walmart|costco|amazon just|always|all? unloads|unload|handles|does|takes !me|in|on|slow|late|forever",
        ),
        (
            "uses no lumper",
            NotNeeded,
            "not|never need|use|have|want|require|take|allow|hire|do|mess|bother|fool|deal|work|believe with|in|? any|a|no|the|these? @lump",
        ),
        (
            "asked for the code",
            Waiting,
            "sent|sending|put|called|asked|requested|request|need|submitted in|you|y'all|dispatch|for|the|them|broker|a|my? ... comcheck|comchek|comdata|efs|code|codes|payment|check !name|engine|mechanic",
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
            "has to pay",
            Waiting,
            "have|has|need|needs|got|want|wants to|me to? pay|get|hire|use|find .. @lump",
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

/// Words the recogniser gives for "lumper".
const LUMPER_WORDS: &str =
    "lumper|lumpers|lumber|lumpur|lumpers'|lumping|lumbers|jumper|jumpers|bumper|lumberjack|lumberjacks|lump";

pub(super) static LUMP: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(LUMPER_WORDS));
