//! Weapons, attacks and theft by their words.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::{EmergencyTier, EmergencyType};

use super::{Trouble, Whose, t};

/// Weapons and attacks.
pub(super) static WEAPONS: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::Immediate;
    use EmergencyType::Other;
    use Whose::{Open, Ours, Scene};
    rules(&[
        // Weapons.
        (
            "gun",
            t(Other, Immediate, Open),
            "gun|guns|knife|pistol|shotgun|rifle|weapon|gunpoint|knifepoint|machete|armed man|guy|person|men|robber|and?",
        ),
        (
            "shot",
            t(Other, Immediate, Open),
            "been|got|getting|get|am|being|was shot|jumped !up|down|at|out|to|through|by|a|over",
        ),
        (
            "wants to rob",
            t(Other, Immediate, Scene),
            "trying|tried|tries|wants|wanted to rob|jump|mug|carjack|stab|shoot|kidnap|hijack me|us|my",
        ),
        (
            "gunshots",
            t(Other, Immediate, Open),
            "gunshots|gunshot|gunfire !on|movie|tv|range",
        ),
        (
            "beating somebody",
            t(Other, Immediate, Scene),
            "beating|stomping|stabbing|choking|kicking up? a|the|this|another|some driver|guy|man|woman|lady|girl|kid|trucker !traffic|clock",
        ),
        (
            "thieves at work",
            t(Other, EmergencyTier::High, Scene),
            "thieves|thief|burglars|burglar|robbers hit|got|cleaned|broke|stole|took my|me|us|the|into",
        ),
        (
            "stealing",
            t(Other, EmergencyTier::High, Scene),
            "people|guys|kids|somebody|someone|they|men|dudes ... stealing my|the|our? stuff|cargo|freight|boxes|pallets|fuel|diesel|from|out|load|tools|tires|truck|trailer|batteries",
        ),
        (
            "jumped",
            t(Other, Immediate, Open),
            "got|been|was|getting jumped by|at|in|outside|behind the|a|some|two|three|these? guys|guy|dudes|dude|kids|men|truck|parking|lot|bathroom|restroom|rest|gas|pump|store|station|alley !starter|start",
        ),
        (
            "says he will kill",
            t(Other, Immediate, Scene),
            "he|they|guy|man|dude|somebody|someone|stranger|neighbor keeps|is|just? said|says|saying|told|tells|swore|yelling|screaming me? he|they? is|are? going to kill|shoot|stab|hurt|beat|cut me|us",
        ),
        (
            "attacked",
            t(Other, Immediate, Open),
            "been|got|getting|get|am|being|was stabbed|robbed|mugged|carjacked|hijacked|attacked|assaulted|kidnapped !on",
        ),
        (
            "attacked on the way",
            t(Other, Immediate, Open),
            "i|we just? got|was|were|been stabbed|robbed|mugged|carjacked|hijacked|attacked|assaulted on my|the|a|i|interstate|highway|#",
        ),
        (
            "somebody stabbed",
            t(Other, Immediate, Scene),
            "he|she|driver|partner|guy|man|woman|him|codriver|trucker is|got|was|has|been been? stabbed|shot|beaten !up|down|at|with",
        ),
        (
            "shots",
            t(Other, Immediate, Open),
            "shooting out|everywhere|all|around|at here|us|people|each|over|?",
        ),
        (
            "they attacked me",
            t(Other, Immediate, Scene),
            "robbed|mugged|carjacked|stabbed|attacked|assaulted|jumped|beat me|us !of|on|blind|for|in|ahead|to|here|there|by",
        ),
        (
            "gunman",
            t(Other, Immediate, Scene),
            "active? shooter|gunman|gunmen|sniper",
        ),
        (
            "threatened",
            t(Other, Immediate, Scene),
            "threatening|threatened|threatens|threaten to kill|shoot|stab|hurt|jump|beat|cut me|us|him|?",
        ),
        (
            "a club",
            t(Other, Immediate, Scene),
            "guy|man|dude|somebody|someone|they|he|guys|men|lady|woman .. with|swinging|waving|has|got a|an bat|pipe|crowbar|club|axe|hatchet|hammer|brick",
        ),
        (
            "beating on the truck",
            t(Other, EmergencyTier::High, Ours),
            "beating|kicking|smashing|pounding|banging ... my|the door|truck|cab|window|windows|windshield ... with|yelling|screaming|threatening|drunk",
        ),
        (
            "somebody shoots",
            t(Other, Immediate, Open),
            "somebody|someone|guy|guys|people|they|dude|man|kids is|are|started|just? shooting|firing !the|for|hoops|video|breeze|pictures|up|a",
        ),
        (
            "followed",
            t(Other, EmergencyTier::High, Ours),
            "am|been|being|getting|is|are followed|following|chased|chasing|tailed|tailing|shadowing|trailing|stalked|stalking me|us|?  !a|the|directions|my|your|up|down|by|instructions|gps|signs",
        ),
        (
            "shot at",
            t(Other, Immediate, Open),
            "shooting|shot|shots|firing|fired at|fired me|us|my|the? truck|cab|?",
        ),
        (
            "robbing",
            t(Other, Immediate, Open),
            "robbing|carjacking|hijacking|stabbing|attacking|threatening|robbery|assaulting me|us|my|in|the",
        ),
        (
            "breaking in",
            t(Other, Immediate, Open),
            "trying|is|are|somebody|someone|guys|guy|people to? break|breaking into|in my|the? truck|cab|trailer|to|now|door",
        ),
    ])
});

/// Theft.
pub(super) static THEFT: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::High;
    use EmergencyType::Other;
    use Whose::{Open, Ours, Scene};
    rules(&[
        // Crashes.
        // Breakdowns.
        // Theft.
        (
            "stolen",
            t(Other, High, Open),
            "stole|stealing|steal|robbed|jacked|hijacked|took my|our|the whole|damn? truck|trailer|load|freight|tractor|cargo|rig|wallet !stop|out|number|numbers|info|picture|pictures|temp|seal|plate|washed|to|in|into|back|up|over|through|off|around|for|and",
        ),
        (
            "truck stolen",
            t(Other, High, Open),
            "truck|trailer|load|freight|tractor|cargo|rig|fuel .. stolen|robbed|hijacked|missing|theft|stole|broken into|? !a|one|two|three|some|four|from|paperwork|number",
        ),
        (
            "truck gone",
            t(Other, High, Ours),
            "truck|trailer|tractor|rig|load is|just|was|has|not gone|missing|stolen|vanished|disappeared !a|one|two|some|three|four|through|up|down|to|over|out|by|in",
        ),
        (
            "driven away",
            t(Other, High, Scene),
            "took|taking|made|ran|running|drove|driving off|away with|in my|the|our|it truck|trailer|load|rig|tractor|freight|$",
        ),
        (
            "lock cut",
            t(Other, High, Scene),
            "they|somebody|someone|he|guys|guy|thieves|people .. cut|broke|busted|picked|pried|sawed my|our|off the|my|our|? lock|locks|padlock",
        ),
        (
            "cleaned out",
            t(Other, High, Scene),
            "cleaned|emptied out half|most|all|the|my .. load|trailer|cab|truck|freight",
        ),
        (
            "broken into",
            t(Other, High, Ours),
            "broke|broken|breaking into my|the|our truck|trailer|cab|rig",
        ),
        (
            "was broken into",
            t(Other, High, Ours),
            "got|been|was|is|were broken into",
        ),
        (
            "damage done",
            t(Other, High, Open),
            "slashed|vandalized|smashed|shot out? my|our tires|tire|window|windows|windshield|truck|trailer|lights",
        ),
        (
            "tampering",
            t(Other, High, Open),
            "somebody|someone|guy|guys|kids|people is|are? messing|tampering with my|our trailer|truck|seal|doors|lock",
        ),
        (
            "getting in",
            t(Other, High, Open),
            "somebody|someone|guy|guys|he|they|man|men|dude|people is|are? trying|tried|tries|attempting to get|climb in|into|inside my|the? cab|truck|door|sleeper !with",
        ),
        (
            "cut the seal",
            t(Other, High, Open),
            "seal|lock|locks|trailer .. cut|broken|busted|tampered|missing !open|by|at|before|off",
        ),
    ])
});
