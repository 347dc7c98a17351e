//! Phrases about how the unloading stands.

use std::sync::LazyLock;

use super::done::DONE;
use crate::extract::pattern::{Rule, rules};
use crate::facts::UnloadingStatus::{self, Detention, InDoor, Unloading, WaitingForDoor, WaitingForLumper};

pub(super) static STATES: LazyLock<Vec<Rule<UnloadingStatus>>> = LazyLock::new(|| {
    let table: Vec<_> = DONE.iter().chain(GOING_ON).copied().collect();
    rules(&table)
});

const GOING_ON: &[(&str, UnloadingStatus, &str)] = &[
    (
        "detention",
        Detention,
        "detention|attention|retention !pay|rate|form",
    ),
    (
        "not started",
        WaitingForDoor,
        "not|nobody|have|has .. started|start|begun|touched|touch|unloaded|unloading unloading|on|me|yet|us|it|the|them|nothing|anything|$ !day|shift",
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
        "wait~|holding|until|till|sitting|staged ... for|on|to|be|get|till|until|a|the|my|they|in|near|by|at|me .. door|doors|dock|docks|bay|assignment|call|turn|clerk|assigned",
    ),
    (
        "waiting for the light",
        WaitingForDoor,
        "wait~|holding|hold on|for a|the|my|that? green|dock? light",
    ),
    (
        "waiting on one",
        WaitingForDoor,
        "wait~ on|for one|it|assignment|them|mine|ours $",
    ),
    (
        "no door",
        WaitingForDoor,
        "no|not|without|nobody|have .. door|dock|doors|docks yet|assigned|open|available|for|ready?",
    ),
    (
        "not given",
        WaitingForDoor,
        "nobody|not|have|has .. given|gave|give|assigned|assign|called|got .. door|dock|one|me|us|yet",
    ),
    (
        "waiting to unload",
        WaitingForDoor,
        "wait~ .. to|for|on get|be|start|them|? to|get|be|? start|started|unload|unloaded|unloading|offload|offloaded|in|backed|docked|called !traffic|line",
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
        "half|halfway|partially|almost|about|mostly|nearly|third|quarter|thirds|quarters of|? the|? way? unloaded|empty|offloaded|done|through me|us|it|the|my|unloading|? !of|town|state",
    ),
    (
        "so much of it",
        Unloading,
        "quarters|quarter|third|thirds|percent|bit|little|partly|mostly|nearly of|the|way|my|trailer|more|done|is? empty|unloaded|done|through|off|gone !of|tank|fuel",
    ),
    (
        "just started",
        Unloading,
        "they|crew|guys|it|we|he|she|them just|finally|have|has|already|got|all|? got|? started|begun|going !loading|out|back|up|down|for|on|at|early|late|this|my|our|to",
    ),
    (
        "working on me",
        Unloading,
        "working|started|start on me|us|it|my|the trailer|truck|load|now?",
    ),
    (
        "waiting to be called",
        WaitingForDoor,
        "wait~|holding|hold|sitting|sit|hang|hanging|standing ... for|on .. call|calls|called|page|paged|text|texted|buzz|buzzed|wave|waved|radio|pager|buzzer|beeper|number|name|turn|spot|slot|room|opening|space|signal",
    ),
    (
        "out in the lot",
        WaitingForDoor,
        "lot|street|line|yard|lane|row|staging waiting|again|till|until|hoping",
    ),
    (
        "will be called",
        WaitingForDoor,
        "call|buzz|text|page|holler|wave|ring|radio|signal|come|get|tell|let|notify|buzzes|calls|goes|lights|ping|alert|vibrate|flash|blink|beep me|us|my|for|at|up|off|red|out|? cell|phone|know|pager|get|me|us|? when|once|soon|if|as as|? a|the|my|there|they|it|one|he|she|something|somebody|they ... door|dock|bay|spot|hole|one|ready|open|opens|free|frees|up|clears|turn|comes",
    ),
    (
        "given a pager",
        WaitingForDoor,
        "gave|handed|got|have|issued|slid me|us|? a|one|the|this|their of|? those|their|? pager|pagers|buzzer|beeper|buzzers|ticket|beepers !for",
    ),
    (
        "in the staging area",
        WaitingForDoor,
        "waiting|staging|holding|overflow area|lot|room|yard|lane|line|pattern",
    ),
    (
        "trucks ahead",
        WaitingForDoor,
        "# trucks|guys|drivers|deep|back|more|rigs|others|of ahead|in|before|front|waiting|from|back",
    ),
    ("number in line", WaitingForDoor, "number # in line|?"),
    (
        "next up",
        WaitingForDoor,
        "next|first|second|third|fourth|fifth|sixth up|in|for|out|am up|for|line|a|the|to|go|get|next|be? a|the|$|door|dock|bay|go|line|unload|unloaded !stop|load|exit|week",
    ),
    (
        "i am next",
        WaitingForDoor,
        "i|we am|are|will|should be? up? next|first|second|third !to|week|door|of",
    ),
    (
        "docks are full",
        WaitingForDoor,
        "they|doors|docks|door|dock|bays|everything|yard is|are|all|am all|both|every|completely|? full|taken|packed|occupied|tied|busy|jammed|blocked",
    ),
    (
        "the crew at the freight",
        Unloading,
        "@crew am|are|is|be|been|back|still|out|in|there|here|on|busy|just|has|have|started|now|finally|already|inside|keep|got .. @handling ... @freight|trailer|load|me|us",
    ),
    (
        "taking things off",
        Unloading,
        "@crew am|are|is|still|now|just|busy|started|been|the ... taking|pulling|lifting|hauling|getting|carrying|throwing|bringing|grabbing|moving|rolling|tossing it|them|my|our|the|out|off !seal|lock|tarp|tarps|straps|chains|road|highway|lane|line|exit|ramp ... off|out !with|of",
    ),
    (
        "counting it",
        Unloading,
        "@crew am|are|is|still|now|just|busy|started ... counting|scanning|tallying|checking|emptying|stripping|sorting|pulling|taking|breaking it|them|everything|this|all|that !in|on|out",
    ),
    (
        "so many left",
        Unloading,
        "# of|or|more|? more|the|my|? @freight left|remaining|more|still|to|go|coming !short|go? go|in|on|remaining|still|come|get|pull|out|?",
    ),
    (
        "off so far",
        Unloading,
        "#|half|some|most|got|have|couple .. @freight|them|it|load come|came|coming|is|are|been|gone|? .. off|out already|so|now|with|left|and|then|before|but|to|off|$ far|?",
    ),
    (
        "a hand in the trailer",
        Unloading,
        "@crew|two|three is|are|am|has|have|got|just|of|them|up|back|? climbed|climbing|walked|hopped|jumped|crawled|drove|driving|went|going|is|are|am in|into|inside|through|up|on there|my|the|trailer|truck|wagon|box !office|shop|store|bathroom",
    ),
    (
        "down to the last",
        Unloading,
        "down|working to|on the|my|our|about|last? last|few|nose|tail|# ... @freight|nose|ones|row|few|half",
    ),
    (
        "forklift inside",
        Unloading,
        "forklift|forklifts|lift|lifts|jack|jacks|towmotor|clamp|hilo is|are|am|in|just|still|been|has|driver|keeps|? in|inside|rocking|running|bouncing|going|rolling|shaking|on|back|zipping|coming|driving|working|shaking|banging ... trailer|truck|box|wagon|out|me|forth|us|here|there|freight|load|them|pallets|cab|back",
    ),
    (
        "forklift at work",
        Unloading,
        "forklift|forklifts|lift|lifts|jack|jacks is|are|am|keeps|been just|still|already? going|running|driving|zipping|working|rolling|flying !to|on|late|somewhere",
    ),
    (
        "told to wait",
        WaitingForDoor,
        "told|tells|said|saying|has|have|had|got|want|wants me|us|to to|just|sitting? hang|sit|wait|hold|stand|stay|hanging|sitting|waiting|holding tight|on|by|here|in|out|till|for|put|$ !off",
    ),
    (
        "climbed in",
        Unloading,
        "@crew|them just|finally|already|have|has|? climbed|jumped|hopped|went|got|walked|drove|crawled up|back|? in|into|inside|on the|my|there|with|back trailer|truck|box|wagon|nose|there|?",
    ),
    (
        "some off, some to go",
        Unloading,
        "# of|more|? @freight|them|? come|came|coming|are|is|been|gone|pulled|? off !the|of|to|of|on|exit|at|route|i",
    ),
    (
        "up to the nose",
        Unloading,
        "working|worked|down|halfway|up|almost|clear back|up|down|? to|toward|towards the nose|headboard|front !office|gate|desk|door",
    ),
    (
        "part of it is out",
        Unloading,
        "half|most|some|part|third of|the|it|them|load|? is|are|has|have|come|came|been been|come|already|all|? out|off|gone|unloaded !of|to|sick|late",
    ),
    (
        "some more on it",
        Unloading,
        "# of|? @freight|? more|left on|in|inside the|my|this trailer|truck|wagon|box",
    ),
    (
        "machine goes in",
        Unloading,
        "forklift|lift|hilo|towmotor|jack just|is|has|? went|goes|drove|rolled|rolling|driving in|on|inside|aboard !to",
    ),
    (
        "trips with a machine",
        Unloading,
        "forklift|lift|jack|towmotor|hilo|clamp|guy|kid|fella|man ... trip|trips !home|to",
    ),
    (
        "through part of me",
        Unloading,
        "halfway|half|partway|mostly|most|thirds|quarter|quarters|third|way through|into|done of|the|with|? me|us|my|unloading|trailer|load|freight|pallets",
    ),
    (
        "back at it",
        Unloading,
        "@crew am|are|is|got|came|went|? back on|at|to|in it|me|mine|my|work|unloading|trailer !lunch|break",
    ),
    (
        "the last of it",
        Unloading,
        "@crew got|have|are|am|is|pulling|taking|grabbing|working|getting on|down|to|just|? the|my? last|final row|rows|few|couple|bit|some|#|stretch|bunch|part",
    ),
    (
        "so much empty",
        Unloading,
        "quarter|quarters|third|thirds|half|halfway|percent|mostly|nearly|almost of|the|way|trailer|? empty|emptied|unloaded|offloaded !of|tank|fuel",
    ),
    (
        "truck rocking",
        Unloading,
        "truck|trailer|cab|rig|wagon|seat|i is|am|feel|keeps|feeling|start|started|been|? rocking|bouncing|shaking|rock|bounce|shake",
    ),
    (
        "said to sit",
        WaitingForDoor,
        "said|told|says to|just|me|us|? to|just|? sit|hang|hold|stand|stay tight|by|put|still|on !a|to",
    ),
    (
        "hears them at it",
        Unloading,
        "hear|feel|feeling|hearing them|they|him|forklift|somebody|jack|it ... back|banging|rolling|bumping|working|there|going|bouncing",
    ),
    (
        "while they unload",
        Unloading,
        "while|as @crew am|are|is|? unload|unloads|offload|unloading|pull|work|working|take|empty",
    ),
    (
        "part of it to go",
        Unloading,
        "half|quarter|third|bit|some|lot|row|rows|few ... trailer|truck|load|wagon|box|it|nose to|left|still|on|yet|in go|on|there|$ !stop|stops|deliver",
    ),
    (
        "backed in",
        InDoor,
        "am|are|been|got|have|all|just|already|me|us backed|docked|bumped in|to|into|an|here|and|$ !traffic",
    ),
    (
        "backed up to it",
        InDoor,
        "backed|bumped|tight|snug|butted up|right|? against|to|on|into the|their|this building|dock|wall|warehouse|bumpers|plate",
    ),
    (
        "at it",
        Unloading,
        "@crew am|are|is|has|have|finally|just|all over|into|hitting|tearing|on|at|digging|cutting it|her|my|the|into|trailer|load|me now|already|pretty|hard|good|over|?",
    ),
];
