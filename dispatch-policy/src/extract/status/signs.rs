//! Phrases that tell how the trip is going.

use std::sync::LazyLock;

use super::place::PLACE;
use crate::extract::pattern::{Rule, rules};

use Sign::{Delayed, Driving, NotThere, OnTime};

/// What a phrase speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Arrived,
    Unloading,
    Delayed,
    Driving,
    /// On time, caught up: no delay whatever came before.
    OnTime,
    /// Not at the receiver yet, or at the shipper.
    NotThere,
}

pub(super) static SIGNS: LazyLock<Vec<Rule<Sign>>> = LazyLock::new(|| {
    let table: Vec<_> = PLACE.iter().chain(MOTION).copied().collect();
    rules(&table)
});

const MOTION: &[(&str, Sign, &str)] = &[
    (
        "late",
        Delayed,
        "i|we|am|are|running|be|is|far|just|only|real|really|so|bit|little|hours|minutes|hour|already|pretty|getting|way|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|ninety late|behind|delayed !the|a|an|him|her|them|you|me|us|wheel|schedule",
    ),
    ("behind schedule", Delayed, "behind schedule|time|a|by"),
    (
        "behind me",
        Delayed,
        "has|have|had|got|put|puts|set me|us ... behind|late|back",
    ),
    (
        "delayed",
        Delayed,
        "delayed|delay|held|hung|backed|jammed|stacked up|here|by|in|because|for?",
    ),
    (
        "not make it",
        Delayed,
        "not going to make it|that|my|the|appointment on? time?",
    ),
    (
        "doubts he makes it",
        Delayed,
        "not think|see|believe|figure|guess|reckon i|we am|are|will|can going? to? make|making it|that|my|the|this|on",
    ),
    (
        "will not make it",
        Delayed,
        "will|can|could not|never make|making it|that|what|my|the|their|your|on|noon|time|this|our|by !through|up|past|home|over|any|to|easy|worse|better|out|sense|difference|turn",
    ),
    (
        "not make the hour",
        Delayed,
        "not going to make|get|be my|that|the|there|by|at|it",
    ),
    (
        "miss the appointment",
        Delayed,
        "miss|missed|missing|blow|blew my|the|that|this|your appointment|window|slot|delivery",
    ),
    (
        "stuck",
        Delayed,
        "stuck|trapped|caught|sitting|stopped|parked in|behind|at|on|here|by this|the|a|some|all|bumper? traffic|construction|jam|backup|snow|storm|gridlock|line|mess|weather|wreck|accident|parking",
    ),
    (
        "stuck now",
        Delayed,
        "i|we am|are|been|got still? stuck|stopped|stranded",
    ),
    (
        "turned back",
        Delayed,
        "turned|turning us|me|everybody|everyone|trucks around|back|away",
    ),
    (
        "just sitting",
        Delayed,
        "i|we am|are just|still|all|only sitting|sat|parked !at|in|outside|behind|by|on|up|next|waiting|for|tight|back|inside|across|near",
    ),
    (
        "sitting still",
        Delayed,
        "sitting|stopped|parked|standing|stuck dead? still|dead",
    ),
    (
        "standstill",
        Delayed,
        "standstill|gridlock|gridlocked|crawling|crawl|inching|dead stop|stopped|in|along?",
    ),
    (
        "stopped us",
        Delayed,
        "got|have|has us|me|everybody|everything|everyone stopped|stuck|sitting|parked|held|crawling|blocked",
    ),
    (
        "not moving",
        Delayed,
        "not moving|moved|going !out|on|up|over|it|to|into|the anywhere|nowhere|?",
    ),
    (
        "traffic stopped",
        Delayed,
        "traffic|everything|road|lanes is|has|are been? at? a? stopped|backed|bad|terrible|crawling|jammed|stacked|locked|standing|heavy|horrible|parked|nuts",
    ),
    (
        "losing time",
        Delayed,
        "lost|losing|lose about|like|a|an|at|least? minutes|hour|hours|time|bunch|lot|ton",
    ),
    (
        "set back",
        Delayed,
        "set|setting|pushed|pushing|slowed|slowing|killing me|us back|down|time",
    ),
    (
        "waits it out",
        Delayed,
        "waiting|wait|riding|ride|sitting|sit|holding out|on|for the|this|a|some weather|storm|ice|snow|wind|winds|fog|blizzard|hail|tornado|flood|rain|closure|it",
    ),
    (
        "is so far out",
        NotThere,
        "i|we am|are .. minutes|hours|hour out|away !of|from",
    ),
    (
        "waits for the road",
        Delayed,
        "till|until the|this|it road|highway|pass|interstate|freeway|bridge|lane|wind|winds|storm|snow|weather|fog|ice|? reopens|reopen|clears|clear|lifts|passes|quits|melts",
    ),
    (
        "rolling",
        Driving,
        "rolling|trucking|cruising|driving|hauling|moving|underway|en route|along|down|on|again|good|steady|right|still|now|smooth|fine?",
    ),
    (
        "along",
        Driving,
        "still|just|am|are|been? ~ing right? along !with",
    ),
    (
        "on the road",
        Driving,
        "on|down the|my road|way|highway|interstate|move",
    ),
    ("under way", Driving, "under|underway way"),
    ("in transit", Driving, "in transit|route|motion"),
    ("en route", Driving, "en|on|in route|enroute"),
    (
        "headed",
        Driving,
        "headed|heading|going|coming|running to|towards|toward|into|down|up|your|that|their|there|in|out|good|on|along|east|west|north|south|eastbound|westbound|northbound|southbound|for|smooth|right|through|straight",
    ),
    ("out here", Driving, "out here running|trucking|driving|getting"),
    (
        "good time",
        Driving,
        "making|made good|great|decent|excellent time",
    ),
    (
        "making miles",
        Driving,
        "making|putting|burning|knocking|grinding|racking up|out|down|my|some|the? my|some|the? miles",
    ),
    ("hammer", Driving, "hammer down|lane"),
    (
        "wheels",
        Driving,
        "wheels|wheel|doors are|is|still? turning|rolling|closed|moving",
    ),
    ("behind the wheel", Driving, "behind the wheel"),
    (
        "passed a place",
        Driving,
        "just|coming|came|about passed|passing|crossed|cleared|through|up !out",
    ),
    (
        "loaded and rolling",
        Driving,
        "loaded and|up rolling|headed|gone|out",
    ),
    (
        "pulling out",
        Driving,
        "pulling|pulled|left|leaving|rolling|heading|driving out|from? of? the|my|their|this|our? shipper|shippers|yard|fuel|truck|rest|weigh|scale|here|plant|mill|pickup|town|terminal|house",
    ),
    (
        "miles out",
        Driving,
        "miles|minutes|hours|hour|mile|bit out|away|left|to !of",
    ),
    (
        "on schedule",
        OnTime,
        "on|ahead|right on|of? schedule|time|track|target|pace !is|was|out",
    ),
    (
        "make it on time",
        OnTime,
        "make|made|be|making it|there|fine|good? on time|early",
    ),
    (
        "no delays",
        OnTime,
        "no delay|delays|issues|problems|trouble|hiccups|holdups",
    ),
    (
        "caught up",
        OnTime,
        "made|caught|make|making it|that|the|most|all|time|up|back? time? up !my|their|his|her|our|mind|stories",
    ),
    (
        "made it back up",
        OnTime,
        "made|make|making|caught|got|getting it|that|them|most|all|time of|it|the|that|time|all|mostly|right|pretty|lost|? time|it|much|back|? up|back !to|in|out|and|into|from|at|on|here|there|late|north",
    ),
    ("back on schedule", OnTime, "back on schedule|time|track"),
    ("early", OnTime, "early !on|morning|this|today"),
    ("ahead", OnTime, "ahead of schedule|time"),
    (
        "off schedule",
        Delayed,
        "off|behind|slipping my|the|our|of? schedule|pace|plan|time|eight",
    ),
    (
        "nothing moves",
        Delayed,
        "nothing|nobody|noone|none .. moving|going|budging",
    ),
    (
        "has not turned a wheel",
        Delayed,
        "not|never|hardly|barely turned|moved|budged|rolled|inched|gone|went|covered a|an|in|for|any|nowhere|but|at|more|ten|two|five|mile|anywhere",
    ),
    (
        "sitting on the road",
        Delayed,
        "sitting|parked|stopped|stuck|stood|standing|sat in|on|at|here|still|the|this|same|spot|place|right? in|on|at|here|still|the|this|same|spot|place|right? ... highway|interstate|freeway|turnpike|thruway|parkway|tollway !rest|truck",
    ),
    (
        "time off",
        Delayed,
        "minutes|hour|hours off because|schedule|now|today|$",
    ),
    (
        "should have been there",
        Delayed,
        "should|could|supposed|was|were have|to been|be|have|made|delivered|arrived been|?  there|here|delivered|empty|unloaded|arrived|parked|done ... ago|already|earlier|hours|now|morning|hour|noon|yesterday",
    ),
    (
        "creeping",
        Delayed,
        "creeping|crawling|inching|poking|limping|crept|tiptoeing",
    ),
    (
        "parking lot",
        Delayed,
        "it|that|this|highway|interstate|freeway|road|thruway|turnpike is|like|a one|a|big|just|like|giant|huge|turned|become? big|giant|huge|parking? parking lot",
    ),
    (
        "time down",
        Delayed,
        "minutes|hour|hours down|late|behind on|thanks|because|from|due|now|already|$",
    ),
    (
        "running well",
        Driving,
        "running|rolling|moving|going|cruising|trucking like|good|fine|great|smooth|well|right|hard|hot|clean|steady|strong !out|late|short|low|behind|on|because",
    ),
    (
        "at such a speed",
        Driving,
        "doing|running|cruising|holding|rolling|steady|going|at at? about|a|steady? fifty|fiftyfive|sixty|sixtyfive|seventy|seventyfive|eighty one|two|three|four|five|six|seven|eight|nine|? !minutes|late|behind|hours|miles|four|pallets|degrees|by",
    ),
    (
        "so many miles an hour",
        Driving,
        "doing|going|running|making|holding about|like|maybe|a|? # mile|miles an|per hour",
    ),
    (
        "has the wheel",
        Driving,
        "at|has|got|have|behind|on|taken|took the wheel|controls",
    ),
    (
        "burning the road",
        Driving,
        "burning|chasing|eating|making|laying|covering|clicking|putting|hauling|pounding|beating up|down|off|through|the|some|that|? diesel|fuel|rubber|miles|asphalt|pavement|tracks|ground|line|lines|road|freight|tail|butt !behind",
    ),
    (
        "drives",
        Driving,
        "i|we drive|roll|truck|haul|run|continue|go|going just|still|all? $|now|on|along|already|good|fine !to",
    ),
    (
        "going",
        Driving,
        "i|we am|are|is going $|now|good|fine|along|okay|again",
    ),
    ("green lights", Driving, "green lights|light all|ahead|the|way"),
    (
        "back on the road",
        Driving,
        "back|out|hopped|jumped|got|getting|hopping|jumping|merged|merging|headed|up|on on|onto|back|in the|to|on|my? interstate|highway|road|slab|superslab|turnpike|freeway|saddle|wind|go|tollway|pike|blacktop|pavement",
    ),
    (
        "turning wheels",
        Driving,
        "wheels|wheel|tires|rubber is|are|a|still|just? turning|rolling|spinning|burning",
    ),
    (
        "in gear",
        Driving,
        "in|on high|top|twelfth|tenth|overdrive|the|cruise gear|control|cruise|hammer|pedal|$",
    ),
    (
        "between the lines",
        Driving,
        "between|keeping it|the|her? the|between|ditches? lines|ditches|mayo|mustard",
    ),
    (
        "right where he should be",
        OnTime,
        "right|exactly|just|smack|right where|when|how|on i|we|it|the|dot|money|nose|button|schedule am|are|is|have|need|want|should|supposed|?",
    ),
    (
        "up to speed",
        Driving,
        "up|at to|highway|road|full|cruising speed !trap",
    ),
    (
        "makes it fine",
        OnTime,
        "will|should|still|can make|making it|that|there fine|okay|easy|anyway|alright|still|good !last",
    ),
    (
        "with time to spare",
        OnTime,
        "time|room|minutes|hours|hour|plenty|lots|cushion|slack to|of|left? spare|kill|burn|time|room|cushion|play",
    ),
    (
        "good on time",
        OnTime,
        "good|fine|okay|set|straight|solid|golden|great|perfect on|for time|that|schedule|it|there",
    ),
    (
        "still on time",
        OnTime,
        "still|should|will|going ... on time|schedule",
    ),
    (
        "won the time back",
        OnTime,
        "clawed|gained|won|earned|picked|got|made|making|make|caught|took|ran|recovered|pulled it|them|that|most|all|every|the|some|of|time|those|minutes|hour|everything of|it|the|that|my|time|lost|those|minutes|hour? time|lost|minutes|hour|right|it|mostly|all|pretty|half? time|much|an|hour? back|up !to|in|out|and|into|from|at|on|here|there|late|north|loaded|me",
    ),
];
