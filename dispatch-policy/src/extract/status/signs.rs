//! Phrases that tell how the trip is going.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};

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
    use Sign::{Arrived, Delayed, Driving, NotThere, OnTime, Unloading};
    rules(&[
        (
            "here",
            Arrived,
            "i|we am|are already|finally|just|now|all|right|still|sitting? here !in|at|on|by|near|soon|later|driving|listening|for|talking|with|you",
        ),
        ("been here", Arrived, "been|be sitting|waiting|parked? here"),
        (
            "got here",
            Arrived,
            "got|made|get|gotten it? here|there !in|by|soon",
        ),
        ("here now", Arrived, "already|just|finally here !in|near|on"),
        ("here since", Arrived, "here since|waiting"),
        (
            "made it",
            Arrived,
            "i|we|just|finally|have|has made it !to|past|through|out|up|late|back|all|mostly|most|across|over|about|as|as|by|on",
        ),
        (
            "made it first",
            Arrived,
            "^ yeah|yep|finally|well? made it !to|past|through|out|up|late|back|across|over|about|as|by|on",
        ),
        ("made it to them", Arrived, "made it to|into the|their|this @site"),
        ("arrived", Arrived, "arrived !late"),
        ("checked in", Arrived, "checked|signed in !on|me"),
        (
            "pulled in",
            Arrived,
            "pulled|pulling|rolled|got|backed|turned up|right? in|into|onto|to|on|at the|their|this|my @site|yard|lot|facility|place|shack",
        ),
        (
            "just pulled in",
            Arrived,
            "just|finally|already|have pulled|rolled|got|turned in !to|a|an|at|from",
        ),
        (
            "pulling in now",
            Arrived,
            "am|are pulling|rolling|turning|backing in right? now|$",
        ),
        ("pulled in end", Arrived, "pulled|rolled|gotten in $"),
        (
            "at the site",
            Arrived,
            "at|in|inside|outside the|their|your|this|a|my|our @site|gate|guard|yard|appointment !in?",
        ),
        (
            "at the place",
            Arrived,
            "i|we am|are ... at the|their @site|gate|shack|facility|stop|drop",
        ),
        (
            "guard shack",
            Arrived,
            "at the|their? guard|gate shack|house|gate|shack",
        ),
        ("in line", Arrived, "in line|queue !on|of|traffic"),
        ("backed in", Arrived, "backed|backing in|into !a|it"),
        (
            "backed to the dock",
            Arrived,
            "backed|backing|back|backed in|into|up? to|against|into|on|in? the|a|my|this? door|dock|doors|docks|bay|hole",
        ),
        (
            "bumped the dock",
            Arrived,
            "bumped|on|against|hit the|a|my? dock|docks|door",
        ),
        (
            "in a door",
            Arrived,
            "in|at|on|into|to|got|gave|assigned|put a|the|my|me? door|dock|bay !with|that|plates",
        ),
        (
            "on site",
            Arrived,
            "on|at site|location|property|destination|premises",
        ),
        (
            "parked at them",
            Arrived,
            "parked|staged|staging|sitting at|in|on their|the @site|yard|lot|door",
        ),
        (
            "waiting on a door",
            Arrived,
            "wait~ on|for a|the|my|them|an|to? open? door|dock|lumper|lumpers|lumber|bay|unload|unloaded|get|assign|unloader",
        ),
        (
            "they have my paperwork",
            Arrived,
            "gave|handed|turned them|in the? my? paperwork|bills",
        ),
        (
            "they are unloading",
            Unloading,
            "unloading|offloading me|us|now|it|this|right|the|my|as|already !fee|time",
        ),
        ("being unloaded", Unloading, "getting|being unloaded|offloaded"),
        (
            "they unload",
            Unloading,
            "they|crew|guys|forklift|lumpers|lumper|he are|is|started|have|been|am|still|about|half|now .. unloading|offloading",
        ),
        ("unloading us", Unloading, "i|we am|are unloading"),
        (
            "pulling freight",
            Unloading,
            "pulling|taking|getting|hauling the|my|all? pallets|freight|load|stuff|it|product off|out",
        ),
        (
            "coming off",
            Unloading,
            "pallets|freight|load|it|product|stuff is|are? coming|going off|out",
        ),
        (
            "halfway",
            Unloading,
            "half|halfway|partially|almost|about|mostly way? unloaded|empty|offloaded|done !with",
        ),
        (
            "started on me",
            Unloading,
            "started|working|start on|unloading me|us|it|my|the? trailer|truck|load?",
        ),
        (
            "late",
            Delayed,
            "i|we|am|are|running|be|is|just|only|real|really|so|bit|little|hours|minutes|hour|already|pretty|getting|way|five|ten|fifteen|twenty|thirty|forty|fifty|sixty|ninety late|behind|delayed !the|a|an|him|her|them|you|wheel|schedule",
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
            "not|ain't|are not moving|moved|going anywhere?",
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
            "pulling|pulled|left|leaving out|of|the? of? shipper|yard|fuel|truck|rest|weigh|scale|here",
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
            "no delay|delays|issues|problems|trouble|worries|hiccups|holdups",
        ),
        (
            "caught up",
            OnTime,
            "made|caught|make|making it|that|the|most|all|time|up|back? time? up",
        ),
        (
            "made it back up",
            OnTime,
            "made|make|making|caught|got|getting it|that|them|most|all|time .. up|back !to|in|out|and|into|from|at|on|here|there|late|north",
        ),
        ("back on schedule", OnTime, "back on schedule|time|track"),
        ("early", OnTime, "early !on|morning|this|today"),
        ("ahead", OnTime, "ahead of schedule|time"),
        (
            "not there",
            NotThere,
            "not|almost|nearly|about|close quite|even|really|to? there|here|arrived|made|at|checked yet|it|the?",
        ),
        ("not yet", NotThere, "not yet"),
        (
            "have not arrived",
            NotThere,
            "not quite? arrived|made|reached|checked|got|gotten|pulled it|in|there?",
        ),
        (
            "at the shipper",
            NotThere,
            "at|in|leaving|left|from|outside the|my|our|this? shipper|shippers|pickup|origin",
        ),
        (
            "getting loaded",
            NotThere,
            "getting|being|waiting|wait|gotta|need .. loaded|load|reloaded",
        ),
        ("loading me", NotThere, "loading|load|loaded me|us|up !off"),
        ("not loaded", NotThere, "not|still loaded|loading"),
        ("picking up", NotThere, "picking|pick|pickup up"),
    ])
});
