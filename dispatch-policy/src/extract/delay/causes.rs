//! Phrases that name a cause.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::DelayReason;

pub(super) static CAUSES: LazyLock<Vec<Rule<DelayReason>>> = LazyLock::new(|| {
    use DelayReason::{
        Construction, HoursOfService, Inspection, Mechanical, Other, ReceiverDelay, RoadClosure,
        ShipperDelay, Traffic, Weather,
    };
    rules(&[
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
            "blames the shipper",
            ShipperDelay,
            "thanks|blame|fault ... shipper|shippers|pickup|origin",
        ),
        (
            "blames the receiver",
            ReceiverDelay,
            "thanks|blame|fault ... receiver|receivers|consignee",
        ),
        (
            "nobody to unload",
            ReceiverDelay,
            "not|no|short got|have|enough|on? .. nobody|anybody|anyone|crew|hands|help|people to unload|work|take",
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
            "weather|snow|snowing|snowed|snowstorm|hailstorm|icestorm|rainstorm|squall|squalls|whiteouts|haboob|lightning|blizzard|rain|raining|rained|ice|icy|iced|fog|foggy|sleet|sleeting|hail|hailing|storm|storms|stormy|thunderstorm|thunderstorms|tornado|tornadoes|hurricane|flood|flooding|flooded|wind|winds|windy|gusts|whiteout|slick|freezing|downpour|pouring|visibility|slush|monsoon|dust",
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
        (
            "shipper",
            ShipperDelay,
            "shipper|shippers ... took|take|taking|late|slow|slowly|delay|delayed|held|behind|forever|screwed|backed|not|kept|hours|hour|dragged|messed|lost|sat|till|until",
        ),
        (
            "at the shipper",
            ShipperDelay,
            "stuck|held|sat|late|delayed|slow|waited|sitting|waiting|hours|long|time|behind ... shipper|shippers|pickup|loading|origin|load|loaded",
        ),
        (
            "fault of the shipper",
            ShipperDelay,
            "thanks|because|due|blame|fault|account|courtesy|mess|messed|clowns|idiots|screwed ... shipper|shippers|pickup|loader|loaders",
        ),
        (
            "it was the shipper",
            ShipperDelay,
            "it|that was|is mostly|mainly|really|all|just|more|? the|that|them? shipper|shippers|loaders",
        ),
        (
            "it was the receiver",
            ReceiverDelay,
            "it|that was|is mostly|mainly|really|all|just|more|? the|that|them? receiver|receivers|consignee|customer|warehouse",
        ),
        (
            "shipper's fault",
            ShipperDelay,
            "shipper|shippers is|was? fault|mess|doing|problem|deal|messed|being",
        ),
        (
            "fault of the receiver",
            ReceiverDelay,
            "thanks|because|due|blame|fault|courtesy|clowns|idiots|screwed|messed ... receiver|receivers|consignee|customer|warehouse",
        ),
        (
            "nobody to unload",
            ReceiverDelay,
            "nobody|noone|not|no|short|one|two|only|few ... unload|unloading|forklift|forklifts|dockworkers|handed|staffed|understaffed|shorthanded",
        ),
        (
            "crew is out",
            ReceiverDelay,
            "crew|dock|warehouse|staff|receiving|people|guys|workers ... called|calling|walked|lunch|inventory|strike|meeting|shift out|in|off|change|?",
        ),
        (
            "short of hands",
            ReceiverDelay,
            "understaffed|shorthanded|inventory",
        ),
        (
            "waiting on product",
            ShipperDelay,
            "waiting|waited|wait on|for the? product|load|loading|freight|shipper",
        ),
        ("back to the shipper", ShipperDelay, "back to the? shipper|pickup"),
        (
            "load not ready",
            ShipperDelay,
            "load|freight|product|order .. not .. ready|staged|made",
        ),
        (
            "not ready",
            ShipperDelay,
            "not be|get|even|quite|got|have|? ready|staged|wrapped|built|picked|palletized|made !for",
        ),
        (
            "loaded late",
            ShipperDelay,
            "loaded|loading|load me|us|it|took|up late|slow|forever|hours|long|so?",
        ),
        (
            "numbers at the pickup",
            ShipperDelay,
            "pickup|po|reference|confirmation|release number|numbers .. wrong|bad|missing|not|off|mixed",
        ),
        (
            "paperwork at the pickup",
            ShipperDelay,
            "wait|waited|waiting|stuck|held|late|long|hours|slow|took ... at|from|by the? shipper|shippers|pickup|origin",
        ),
        (
            "took to load",
            ShipperDelay,
            "took|forever|hours|long|slow|late ... load|loaded|loading !off",
        ),
        (
            "late getting out",
            ShipperDelay,
            "late getting|coming|leaving|out loaded|out|the? of? the? shipper|pickup",
        ),
        (
            "building the order",
            ShipperDelay,
            "building|built|picking|wrapping|staging|making|packing|palletizing|producing|baking|bottling|printing|mixing|pouring up|out|? the|my|our|it|? order|product|load|freight|pallets|trailer|stuff",
        ),
        (
            "before they load",
            ShipperDelay,
            "before|till|until|for|to they|she|he|them|anybody|somebody|anyone would|could|even|finally|started|got|to|get|start|around|begin|? .. load|loading|loaded me|us|the|my|it|$",
        ),
        (
            "not loaded",
            ShipperDelay,
            "not .. loaded|loading|load !off|shifted|shift",
        ),
        (
            "where it was picked up",
            ShipperDelay,
            "where|place|plant|people|guys|folks|warehouse|mill|outfit .. i|we pick|picked|picking|loaded|got|get|load up|loaded|at|this|it|my|?",
        ),
        (
            "where the last one went",
            ReceiverDelay,
            "where|place|people|guys|folks i|we drop|dropped|deliver|delivered|unloaded|delivering this|last|before|first|earlier|yesterday|?",
        ),
        (
            "freight not ready",
            ShipperDelay,
            "not have|got|even|had the|my|our|any|this|? load|freight|product|order|pallets|trailer ready|built|staged|wrapped|made|done|picked|packed|together",
        ),
        (
            "receiver",
            ReceiverDelay,
            "receiver|receivers|consignee|customer ... took|taking|slow|late|delay|backed|behind|full|not|held|will|forever|hours|short|closed|closing|turned|moved|pushed|rescheduled|changed|closed",
        ),
        (
            "at the receiver",
            ReceiverDelay,
            "held|stuck|slow|backed|waiting|delay|delayed|line up? at|by|on|from|with the receiver|consignee|customer|dock|gate|warehouse",
        ),
        (
            "last stop",
            ReceiverDelay,
            "last|first|previous|other|prior stop|delivery|drop|receiver|customer",
        ),
        (
            "the stop before",
            ReceiverDelay,
            "stop|place|customer|drop|delivery|consignee|one before|ahead you|yours|yall|this|them|of",
        ),
        (
            "no doors",
            ReceiverDelay,
            "no|not|without|have|enough a? any? doors|docks|door|dock open|available|yet?",
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
        (
            "mechanical",
            Mechanical,
            "mechanical|breakdown|flat|blowout|alternator|radiator|coolant|overheated|overheating|derate|derated|regen|mechanic|turbo|transmission|clutch|compressor|starter|injector|driveline|axle|wheelbearing|tow|towed|wrecker|repair|repairs|repaired|airline|gladhand|roadside",
        ),
        (
            "broke down",
            Mechanical,
            "< and|then|i|we? i|we|just? broke|broken down !the|pallets|my|these|those",
        ),
        (
            "system",
            Mechanical,
            "def|brake|air|electrical|fuel|abs|cooling|exhaust system|line|problem|trouble|acting|fault|code|codes|leak",
        ),
        (
            "broke",
            Mechanical,
            "truck|tractor|trailer|engine|motor|rig|it|i|we|reefer|unit .. broke|broken|died|quit|overheat~|leak~|shop !over",
        ),
        (
            "parts",
            Mechanical,
            "chamber|chambers|valve|gasket|fuse|relay|bearing|switch|pipe|slack|adjuster|pigtail|wiper|wipers|mirror|windshield|latch|tire|tires|brakes|brake|engine|battery|belt|hose|def|air|fuel|check|light|lights|mudflap|suspension|shock|filter|sensor|wheel|hub|oil|alternator|water|pump problem|problems|issue|issues|trouble|leak|leaking|blew|blown|blow|went|out|flat|replaced|swapped|changed|fixed|changed|died|failed|light|line|filter|pump|engine|was|is|bad !over|across|standing|everywhere",
        ),
        (
            "tire",
            Mechanical,
            "blew|blown|lost|broke|broken|snapped|popped|busted|change|changed|changing|replace|replaced|replacing|fix|fixed|fixing|bad|new|patched a|the|my|out|two|another? steer|drive|trailer? tire|tires|battery|belt|hose|alternator|brakes|line|compressor|pump",
        ),
        (
            "shop",
            Mechanical,
            "in|at|to|into the|a|ta|loves|petro|truck? shop",
        ),
        (
            "stopped to fix it",
            Mechanical,
            "stop|stopped|pull|pulled|had|have|wait|waited|took|shop .. fix|change|repair|patch|strap|replace|swap|rewire|fixed|changed|repaired|replaced|swapped !paperwork|bol|it",
        ),
        (
            "waiting on parts",
            Mechanical,
            "wait~ on|for a|the|my|some|this|another? part|parts|mechanic|tech|tire|shop|service",
        ),
        (
            "mud flap",
            Mechanical,
            "mud|airline|air|brake|trailer|marker|head|tail|turn flap|flaps|line|lines|light|lights|signal|hose !out|as|for|everywhere|ahead|far",
        ),
        (
            "tire man",
            Mechanical,
            "tire|road|service|truck|mobile shop|guy|service|tech|mechanic|call|truck ... tire|tires|put|took|fixed|patched|replaced|swapped|changed|forever|long|slow|waiting",
        ),
        (
            "truck trouble",
            Mechanical,
            "truck|engine|trailer|reefer|tractor|unit trouble|troubles|problem|problems|issue|issues|acting|giving",
        ),
        (
            "out of hours",
            HoursOfService,
            "out of|on hours|time|clock|drive|driving|hos|service",
        ),
        ("hours", HoursOfService, "hours of service"),
        (
            "rest to be over",
            HoursOfService,
            "my|the|a ten|thirty|thirtyfour|34|break|reset|eight|? hour|? is|was|to|being be|up|over|done|finish|finished|end|up|over|done",
        ),
        ("hos", HoursOfService, "hos|elevenhour|reset|layover|restart"),
        (
            "break",
            HoursOfService,
            "my|a|the|his|taking|take|took|mandatory|required|on ten|thirty|eleven|fourteen|thirty|10|30|34|eight|break|sleeper !minutes|to|miles|after|pallets|one|two|three|four|five|six|seven|eight|nine|east|west|north|south|past|by|near|at|outside|just|headed|heading|going|through|around|in|coming",
        ),
        (
            "shut down",
            HoursOfService,
            "shut|shutting|shutdown down? for|on|the|to|my|a? my|hours|night|ten|clock|rest|break|reset",
        ),
        (
            "the log says stop",
            HoursOfService,
            "elog|elogs|eld|log|logs|logbook|clock|hours shut|shutting|parked|put|says|makes|made|ran me|us|i|out down|out|over|got|have|off",
        ),
        (
            "clock",
            HoursOfService,
            "clock|fourteen|eleven|seventy|hos ran|run|runs|is|expired|died|out|done|up|gone|shot out|up|done|on?",
        ),
        (
            "ran out",
            HoursOfService,
            "ran|run|running|burned|used|maxed out|up|low of|on|all|my|up? hours|clock|eleven|fourteen|seventy|time|drive",
        ),
        (
            "inspection",
            Inspection,
            "inspection|inspected|inspecting|inspector|dot|portable",
        ),
        ("level", Inspection, "level one|two|three|1|2|3|five"),
        (
            "scale",
            Inspection,
            "weigh|way|scale|scales|chicken|coop station|house|coop|pulled|held|stuck|me|line|backed|red|got",
        ),
        (
            "at the scale",
            Inspection,
            "pulled|held|stuck|pull|stopped|called|sent|caught me|us|up|in|at|by|around .. scale|scales|weigh|coop|dot|station|trooper|troopers|police|cop|cops|patrol|officer",
        ),
        (
            "police",
            Inspection,
            "trooper|troopers|police|cop|cops|patrol|officer|smokey|statey|deputy|dot pulled|stopped|got|is|has|had|lit|wrote|writing|checking me|us|my|over",
        ),
        (
            "pulled over",
            Inspection,
            "got|pulled|been|getting pulled|me|us over",
        ),
        (
            "officer at the truck",
            Inspection,
            "@officer ... me|us|my|mine|truck|trailer|rig|logs|logbook|load|permits",
        ),
        ("overweight", Inspection, "overweight|overaxle"),
        (
            "border",
            Inspection,
            "customs|border crossing|inspection|line|patrol|delay|backed?",
        ),
        (
            "lost",
            Other,
            "got|am|was|were|getting lost !a|an|time|the|my|about|thirty|hours",
        ),
        ("wrong turn", Other, "wrong turn|exit|address|place|way"),
        ("missed", Other, "missed my|the|an|that exit|turn|appointment"),
        (
            "parking",
            Other,
            "not|no|find|finding|looking|hunting ... parking|park|spot !ticket|brake",
        ),
        (
            "turned around",
            Other,
            "turn|turned|turning|go|went|going|come|double|doubled|backtrack|backtracked around|back|forty|ten|twenty|thirty|fifty|miles|?",
        ),
        (
            "forgot",
            Other,
            "forgot|lost|left|misplaced my|the paperwork|bills|wallet|keys|phone|card",
        ),
        ("overslept", Other, "overslept"),
        ("slept in", Other, "slept in|through|late"),
        (
            "personal",
            Other,
            "family|doctor|hospital|personal|funeral|dentist|bathroom|sick|stomach",
        ),
        ("train", Other, "train|drawbridge|ferry|parade|protest"),
        (
            "fuel",
            Other,
            "fuel|fueling|fuelling|reweigh|rework line|stop|up|the? load?",
        ),
        ("late start", Other, "late|slow start"),
        ("rework", Other, "load shifted|rework|reworked"),
    ])
});
