//! Phrases about the road and the sky: shut, dug up, slick, full.

use crate::facts::DelayReason::{self, Construction, RoadClosure, Traffic, Weather};

pub(super) const ROAD: &[(&str, DelayReason, &str)] = &[
    (
        "closure",
        RoadClosure,
        "road|highway|interstate|pass|bridge|lanes|exit|everything|it|they|ramp|tunnel|street|freeway|turnpike|roads is|was|were|has|got|are|all|been|have? closed|shut|blocked|washed down|off|out?",
    ),
    (
        "out",
        RoadClosure,
        "bridge|road|overpass|highway is|was out|gone|washed|flooded",
    ),
    (
        "closed the road",
        RoadClosure,
        "closed|closing|shut|shutting|blocked|close down? the|both|all|off|down? road|interstate|highway|lanes|pass|bridge|eighty|ninety|seventy|ramp",
    ),
    ("road block", RoadClosure, "road block|blocks|blocked"),
    (
        "shut both ways",
        RoadClosure,
        "shut|closed|blocked|barricaded|gated|coned|roped down|off|? both|all|in|every|either|the|each both|all|every|? directions|direction|ways|way|sides|side|lanes|pass|road",
    ),
    (
        "has it shut",
        RoadClosure,
        "got|have|has|had|keeping|keep it|her|them|that|the|this|?|# .. shut|closed|barricaded|gated|roped|barricades !off|early|today|my|the|office|window",
    ),
    (
        "sends everybody around",
        RoadClosure,
        "send|sending|sent|turn|turning|turned|route|routing|detour|detouring|diverting|making everybody|everyone|us|traffic|trucks|all|every|cars|folks|people|semis .. around|back|off|away|another",
    ),
    (
        "water over the road",
        Weather,
        "water|creek|river|mud|snow is|was|are|all|running|standing|? over|across|on|up the|both|all|? road|highway|lanes|interstate|bridge|pavement|low",
    ),
    (
        "detour",
        RoadClosure,
        "detour|detours|detoured|rerouted|reroute|closure|closures",
    ),
    (
        "construction",
        Construction,
        "construction|roadwork|paving|repaving|workzone|flaggers|flagger|resurfacing|roadworks",
    ),
    (
        "road work",
        Construction,
        "road|work|bridge|paving work|zone|zones|crew|crews|repair|repairs",
    ),
    (
        "tearing up",
        Construction,
        "tearing|tore|torn|chewed|ripping|ripped|digging|working|fixing|paving|repairing|milling|dug up|on|all? the|this|up? road|roads|highway|interstate|pavement|bridge|lanes|asphalt",
    ),
    (
        "one lane",
        Construction,
        "down to|one|single one|a|lane single|lane? lane|traffic? !because",
    ),
    (
        "weather",
        Weather,
        "weather|headwind|headwinds|crosswind|crosswinds|snow|snowing|snowed|snowstorm|hailstorm|icestorm|rainstorm|squall|squalls|whiteouts|haboob|lightning|blizzard|rain|raining|rained|ice|icy|iced|fog|foggy|sleet|sleeting|hail|hailing|storm|storms|stormy|thunderstorm|thunderstorms|tornado|tornadoes|hurricane|flood|flooding|flooded|wind|winds|windy|gusts|whiteout|slick|freezing|downpour|pouring|visibility|slush|monsoon|dust",
    ),
    (
        "chains on",
        Weather,
        "chains|chain on|up|law|laws|control|controls|restriction|requirement|required !the|my|load|a",
    ),
    (
        "hard wind",
        Weather,
        "blowing|blows so|hard|sideways|like|fifty|sixty|forty|me|us|dust|sand|too",
    ),
    (
        "high profile",
        Weather,
        "high|light profile|trailers|empties !lights",
    ),
    ("pile up", Traffic, "pile|piled up|ups"),
    (
        "traffic",
        Traffic,
        "traffic|gridlock|gridlocked|rush|congestion|congested|jam|jammed|backup|bottleneck|standstill|rubbernecking|rubberneckers",
    ),
    ("backed up", Traffic, "backed|stacked up !at|in|against|me|into"),
    (
        "parking lot of cars",
        Traffic,
        "it|that|this|highway|interstate|freeway|road|thruway|turnpike is|like|a|into one|a|big|just|like|giant|huge|turned|into|become|complete|total? big|giant|huge|total? parking lot",
    ),
    (
        "load of others",
        Traffic,
        "truck|semi|guy|somebody|someone|trailer|trucker|flatbed|hauler|fella|dude|idiot|wheeler .. lost|dumped|spilled|dropped|scattered|dumping his|their|a|the|some|whole|its|? entire|whole|? load|freight|pallets|hay|gravel|logs|lumber|cargo|mattress|ladder|boxes|pipe|steel|chickens|produce|everything",
    ),
    (
        "lights ahead",
        Traffic,
        "just|nothing|but|all|see|sea|looking|river|wall|line|miles|staring of|at|but|just|? brake|tail|red lights|taillights !is|are|went|was",
    ),
    (
        "stuck behind one",
        Traffic,
        "stuck|caught|crawling|slow|slowed|got|creeping|poking|held up|down|? behind a|an|some|this|two|these|all !train|desk|counter|gate|line|few|bit|little|couple",
    ),
    (
        "nobody goes",
        Traffic,
        "nobody|noone|nothing|everybody|everyone|everything is|are|has|have|? just|all|dead|? moving|going|budging|stopped|stuck|crawling|creeping|quit|stop !on|me|at|wrong|for|working",
    ),
    ("bumper to bumper", Traffic, "bumper to bumper"),
    (
        "breakdown of others",
        Traffic,
        "somebody|someone|car|semi|guy|another .. broke|broken|stalled|disabled ... lane|road|shoulder|ahead|interstate|highway|bridge",
    ),
    (
        "crash of others",
        Traffic,
        "wreck|wrecks|accident|accidents|crash|crashes|collision|pileup|rollover|fender|tangled|crumpled",
    ),
    (
        "fire of others",
        Traffic,
        "car|cars|truck|trucks|vehicle|semi|van|rv|bus|trucker|driver|guy|somebody|someone|wheeler|tanker|grass|brush|camper is|got|was|just|has|had|caught|done|went? fire|on|accident|wreck|wrecked|flipped|overturned|jackknifed|rolled|burning|tipped|spun|hit|crashed fire|over|his|a|the|out?",
    ),
    (
        "off the road",
        Traffic,
        "car|truck|semi|trailer|guy|trucker|somebody|van|suv ... ditch|median|roof|winching|winch|towing|pulling|side|overturned",
    ),
    ("crawl", Traffic, "crawling|crawl|stop and go|stopped|bumper"),
];
