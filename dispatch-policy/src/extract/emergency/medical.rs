//! Illness and injury by their words.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::{EmergencyTier, EmergencyType};

use super::{Trouble, Whose, n, t};

/// Life at risk from the body itself.
pub(super) static LIFE: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::{High, Immediate};
    use EmergencyType::{Accident, Medical};
    use Whose::{Open, Ours, Scene};
    rules(&[
        // Life.
        (
            "unconscious",
            t(Medical, Immediate, Scene),
            "unconscious|unresponsive|fainted|seizure|seizing|seizures|convulsing|overdosed|overdose|choking !on|it|up",
        ),
        (
            "passed out",
            t(Medical, Immediate, Scene),
            "passed|blacked|knocked out !@thing",
        ),
        (
            "out cold",
            t(Medical, Immediate, Scene),
            "is|was|are|am|he|she|him|her|knocked|laid out cold",
        ),
        (
            "collapsed",
            t(Medical, Immediate, Scene),
            "%person|he|she|i|just collapsed !in|on|into",
        ),
        (
            "stroke",
            t(Medical, Immediate, Scene),
            "having|had|have|think a|another stroke",
        ),
        (
            "in the ambulance",
            n(Medical, High, Ours),
            "i|we am|are|ride|riding .. in|inside ... ambulance !lane|bay|dock|exit",
        ),
        (
            "not breathing",
            n(Medical, Immediate, Scene),
            "not breathing|breathe|responding|responsive|waking|wake|respond up|right|good|well|hardly|much? !forward|until|today|an|inch|any",
        ),
        (
            "cannot breathe",
            n(Medical, Immediate, Scene),
            "not|hardly|barely|hard|trouble|difficulty|problem|problems|struggling hardly|even|really|having|to|catch|get? my|a|any|no? breathe|breathing|breath|pulse",
        ),
        (
            "short of breath",
            t(Medical, Immediate, Open),
            "short|shortness of breath",
        ),
        (
            "will not wake",
            n(Medical, Immediate, Scene),
            "not get|make|wake him|her|them|partner|driver|up? to? wake|respond|answer|breathe|talk|move|up !till|at|until",
        ),
        (
            "quit breathing",
            t(Medical, Immediate, Scene),
            "quit|stopped|stops|stop breathing",
        ),
        ("no pulse", n(Medical, Immediate, Scene), "no pulse"),
        (
            "chest",
            t(Medical, Immediate, Scene),
            "chest .. pain|pains|hurt|hurts|hurting|tight|tightness|pressure|heavy|burning|killing|squeezing",
        ),
        (
            "pain in chest",
            t(Medical, Immediate, Scene),
            "pain|pains|pressure|tightness|hurting|hurts|tight|heaviness|squeezing|kicked|weight|burning me? in|on|across my|the|his|her? chest",
        ),
        (
            "heart",
            t(Medical, Immediate, Scene),
            "heart is|keeps|feels|started? attack|racing|stopped|failing|pounding|fluttering|skipping !about|when",
        ),
        (
            "his heart",
            t(Medical, Immediate, Open),
            "think|believe|afraid|worried|sure it|this is my heart",
        ),
        (
            "heart hurts",
            t(Medical, Immediate, Open),
            "my|his|her heart is|hurts|keeps|feels racing|hurting|pounding|funny|skipping|stopping|acting|fluttering|weird",
        ),
        (
            "numb",
            t(Medical, Immediate, Open),
            "numb|numbness|drooping|droopy|droops|slurring|slurred|paralyzed",
        ),
        (
            "limb",
            n(Medical, Immediate, Open),
            "not feel|move my|his|her left|right? arm|arms|leg|legs|face|hand|side",
        ),
        (
            "limb he names first",
            n(Medical, Immediate, Open),
            "@body|side i|he|she can|do|does|could|cannot not feel|lift|raise",
        ),
        (
            "dizzy and weak",
            t(Medical, Immediate, Open),
            "dizzy .. weak|weakness|numb",
        ),
        (
            "bleeding",
            t(Medical, Immediate, Scene),
            "bleeding|blood is? bad|badly|everywhere|heavy|heavily|lot|out|all|pretty|real|really|a|from|won't|and|pouring|gushing",
        ),
        (
            "will not stop bleeding",
            n(Medical, Immediate, Open),
            "not stop|stopping|quit bleeding|the",
        ),
        (
            "stop the bleeding",
            n(Medical, Immediate, Open),
            "not stop|control the bleeding|blood",
        ),
        (
            "about to faint",
            t(Medical, Immediate, Ours),
            "pass|passing|black|blacking out !@thing",
        ),
        (
            "stuck inside",
            n(Accident, Immediate, Ours),
            "stuck|trapped|pinned in|inside|under my|the? cab|truck|seat|dash|tractor ... not get|move|open|reach",
        ),
        (
            "losing blood",
            t(Medical, Immediate, Scene),
            "losing|lost|lots|coughing|spitting|covered a|of|up|in|lot|so|too|much? of? blood",
        ),
        (
            "bleeding some",
            t(Medical, High, Scene),
            "i|he|she|head|arm|leg|hand|face|nose|is|am|are|partner|driver am|is? bleeding !money|cash|fuel",
        ),
        (
            "allergic",
            t(Medical, Immediate, Open),
            "allergic reaction|throat|anaphylactic",
        ),
        (
            "throat",
            t(Medical, Immediate, Open),
            "throat|tongue|lips|face|airway|mouth is|are|just|starting|started|all? closing|swelling|swollen|swole|swelled|puffing",
        ),
        (
            "suicide",
            t(Medical, Immediate, Open),
            "kill|killing|shoot|hang|hanging|ending|end myself|it|my !up|off|over|to|for|here|at|call|shift|day|week|route|load all|life|?",
        ),
        (
            "overdose",
            t(Medical, Immediate, Open),
            "took|taken|swallowed|drank|had too many|much|wrong of? my|the|his|her? pills|pill|medicine|meds|medication|insulin|dose",
        ),
        ("suicidal", t(Medical, Immediate, Open), "suicidal|suicide"),
    ])
});

/// The driver himself: asleep, ill, hurt.
pub(super) static DRIVER: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::{High, Immediate};
    use EmergencyType::Medical;
    use Whose::{Open, Ours, Scene};
    rules(&[
        // The driver himself.
        (
            "nodding off",
            t(Medical, High, Ours),
            "nodding|dozing|nodded|dozed|drifting off !at|in|waiting|while|here|early",
        ),
        (
            "falling asleep",
            t(Medical, High, Ours),
            "falling|fall asleep !at|in|early|while",
        ),
        (
            "wheel asleep",
            t(Medical, High, Ours),
            "asleep|nodding|dozing|dozed|nodded|sleeping off? at|behind the wheel",
        ),
        (
            "eyes",
            n(Medical, High, Ours),
            "not|hardly|barely|trouble|struggling|hard|fighting .. keep|keeping|stay|staying my|awake eyes|open|awake|?",
        ),
        (
            "stay awake",
            n(Medical, High, Ours),
            "not|hardly|barely|trouble|struggling|hard|fighting to? stay|staying|keep|keeping awake|myself|my eyes|awake|?",
        ),
        (
            "dizzy",
            t(Medical, High, Ours),
            "dizzy|vertigo|faint|lightheaded|woozy|disoriented|delirious|loopy",
        ),
        (
            "fever",
            t(Medical, High, Ours),
            "have|got|running|run|with a|the|bad|high|real? bad|high|of? fever !pitch|dream|of",
        ),
        ("fever of", t(Medical, High, Ours), "fever of one|a|over|about"),
        (
            "in shock",
            t(Medical, Immediate, Ours),
            "going|go|am|is|went in|into|? shock !at|how|by|that",
        ),
        ("asthma", t(Medical, Immediate, Scene), "asthma attack"),
        (
            "lost his inhaler",
            t(Medical, High, Ours),
            "no|lost|without|need my|the|an? inhaler|epipen|insulin",
        ),
        (
            "back gone",
            t(Medical, High, Ours),
            "threw|thrown|wrenched|blew|put my back out",
        ),
        (
            "in his eyes",
            t(Medical, High, Ours),
            "chemical|chemicals|acid|bleach|diesel|glass|metal|battery|something ... in|into|burning my|his|her? eye|eyes !dust",
        ),
        (
            "stung",
            t(Medical, High, Ours),
            "bees|bee|wasps|wasp|hornets|hornet|snake|spider|dog got|stung|bit|attacked me|us|him|her",
        ),
        (
            "dozing",
            t(Medical, High, Ours),
            "caught|catch|catching|keep|kept|found myself? dozing|nodding|sleeping|drifting|zoning !in|while|at",
        ),
        (
            "ill",
            t(Medical, High, Ours),
            "am|feel|feeling|felt|getting|got|been|really|so|real|pretty|very|too|violently mighty|awful|awfully|terribly? sick|nauseous|nauseated|ill|feverish !of|pay|day|days|leave",
        ),
        (
            "vomiting",
            t(Medical, High, Ours),
            "vomiting|puking|puked|vomited",
        ),
        (
            "throwing up",
            t(Medical, High, Ours),
            "throwing|threw up !a|gang|my|the|signs|his|some",
        ),
        (
            "not feeling well",
            n(Medical, High, Ours),
            "not feel|feeling|doing so|too|very|real|really|all|that? good|well|right|hot|great|okay !about|with",
        ),
        (
            "seeing things",
            t(Medical, High, Ours),
            "seeing|see|saw double|spots|stars|things|two|black !to|that|like|in|on|at|every|trucks|guys|cars|ice|miles|lanes|exits|doors|people",
        ),
        (
            "sees what is not",
            t(Medical, High, Ours),
            "seeing|saw|see|seen .. that|which|who is|are|was|were? not there|real",
        ),
        (
            "cannot see straight",
            n(Medical, High, Ours),
            "not|hardly|barely see|think|walk|stand straight|up !road|roads|line|lines|through|past",
        ),
        (
            "vision",
            t(Medical, High, Ours),
            "vision|eyes|sight .. blurry|blurred|blurring|double|black|gone|going|spotty",
        ),
        (
            "hurt a limb",
            t(Medical, High, Ours),
            "hurt|injured|broke|burned|burnt|cut|smashed|twisted|sprained|dislocated|sliced|fractured|gashed my|his|her left|right|whole? arm|leg|hand|foot|ankle|wrist|back|head|neck|finger|fingers|shoulder|knee|ribs|nose|face|eye",
        ),
        (
            "hurt",
            t(Medical, High, Ours),
            "i|we|he|she|driver|partner am|is|are|got|been|was|have|really|just hurt|injured|badly|burned really|badly|bad|pretty|hurt|injured?",
        ),
        (
            "hurt myself",
            t(Medical, High, Ours),
            "hurt|injured|cut|burned myself|himself|herself",
        ),
        (
            "fell",
            t(Medical, High, Ours),
            "i|partner|he|she|just|and fell|slipped|tripped|landed off|out|down|from|on|and|over|getting !asleep|behind|through|apart|short|back|in",
        ),
        (
            "hit my head",
            t(Medical, High, Ours),
            "hit|banged|cracked|busted|hurt|smacked my|his|her head|face|back|neck|knee",
        ),
        (
            "diabetic",
            t(Medical, High, Open),
            "blood|sugar sugar|is|pressure .. low|dropping|crashing|crashed|high|dropped|through",
        ),
        (
            "stomach",
            t(Medical, High, Open),
            "stomach|appendix|kidney|gallbladder|back|head|abdomen .. killing|stone|stones|burst|cramps|cramping|splitting|exploding|hurts|hurting|pain|pains so|really|bad|me|i|that|and !traffic",
        ),
    ])
});
