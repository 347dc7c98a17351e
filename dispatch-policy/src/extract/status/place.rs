//! Phrases that tell where the truck is in its trip: at the receiver, at the dock with freight coming off, or not there.

use super::signs::Sign::{self, Arrived, NotThere, Unloading};

pub(super) const PLACE: &[(&str, Sign, &str)] = &[
    (
        "here",
        Arrived,
        "i|we am|are already|finally|just|now|all|right|still|sitting? here !in|at|on|by|near|soon|later|driving|listening|for|talking|with|you",
    ),
    ("been here", Arrived, "been|be sitting|waiting|parked? here"),
    ("got here", Arrived, "got|made|gotten it? here|there !in|by|soon"),
    // "i get there at six" is not yet.
    (
        "get here",
        Arrived,
        "get it? here|there !in|by|soon|at|around|about|like|tomorrow|tonight|before|maybe|probably|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|half|quarter|twenty|thirty|when|after|early|late|between",
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
    (
        "checked in",
        Arrived,
        "checked|signed|checking|signing in !on|me|online|through|via|by|ahead|remotely|from",
    ),
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
        "backed|backing|back|backed in|into|up? to|against|into|on|in? the|a|my|this|their? door|dock|doors|docks|bay|hole|building|wall",
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
        "on|at the|their? site|location|property|destination|premises",
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
        "not there",
        NotThere,
        "not|almost|nearly|about|close quite|even|really|to? there|here|arrived|made|at|checked yet|it|the?",
    ),
    ("not yet", NotThere, "not yet"),
    (
        "have not arrived",
        NotThere,
        "not quite? arrived|made|reached|checked it|in|there?",
    ),
    (
        "have not got there",
        NotThere,
        "not quite|even? got|gotten|pulled in|there|here|to !a|my",
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
    (
        "putting it on",
        NotThere,
        "throwing|putting|stacking|piling|packing|slapping|getting|placing|rolling the|some|more|my|last|? @freight on|onto|aboard|in !it|the|them",
    ),
    ("not loaded", NotThere, "not|still loaded|loading"),
    ("picking up", NotThere, "picking|pick|pickup up"),
    (
        "through the gate",
        Arrived,
        "rolled|pulled|drove|came|got|went|made|cleared|passed|past|through|slid|eased|driven|just .. through|past|in|into|inside|by|up|cleared|passed .. @gate !in?",
    ),
    (
        "the gate let me in",
        Arrived,
        "@gate|lady|guy|they|he|she|them has|have|just|finally|already|had|is? waved|waived|buzzed|let|checked|signed|motioned|logged|badged|passed me|us right|on|straight? in|through|inside|past|already|$",
    ),
    (
        "checked in with them",
        Arrived,
        "checked|checking|signed|check in|with|at the|at|with|their|my? @site|@gate|window|office|desk|clerk|appointment|receiving",
    ),
    (
        "on their property",
        Arrived,
        "on|in|inside|around|at their|customers|receivers|consignees property|lot|yard|premises|grounds|parking|street|place|building|staging",
    ),
    (
        "of the receiver",
        Arrived,
        "in|at|on|through|inside|into|outside|by|to|made|reached the|their|this? receiver|receivers|consignee|customer|customers|warehouse is? gate|yard|lot|dock|property|parking|place|door|building|entrance",
    ),
    (
        "handed something at the desk",
        Arrived,
        "they|she|he|guard|clerk|lady|guy|receiving|just|and gave|handed|slapped|issued|tossed|give me|us|the|my? a|the|my|this? seal|pager|buzzer|beeper|badge|placard|sticker|vest|spot",
    ),
    (
        "beside the building",
        Arrived,
        "parked|sitting|waiting|staged|backed|around out|over|back|right? behind|beside|around|outside|alongside|front|side of? the|their|this building|plant|warehouse|store|place|back|office !where",
    ),
    (
        "on your property",
        Arrived,
        "i|we am|are|just|got|here|? in|on|inside|into your|yall front|back|? parking|lot|yard|property|driveway|gate|dock",
    ),
    (
        "the guard at work",
        Arrived,
        "guard|clerk|gate|security has|have|got|took|is|just|? has|got|took|checking|printing|writing|copying|looking|running|calling|handing|signing .. license|id|paperwork|pass|badge|seal|numbers|bills|me|papers|appointment !down",
    ),
    (
        "out front",
        Arrived,
        "parked|sitting|waiting|stopped right|? out front",
    ),
    (
        "brought to the dock",
        Arrived,
        "brought|got|put|took|drove|pulled|backed|rolled|walked us|me|it|her|this|him right? in|into|to|onto|at|up the|their|this|to|my? @site|yard|lot|dock|bay|door|gate|place|property|facility",
    ),
    (
        "reached them",
        Arrived,
        "already|just|now|have|finally|we|i already|just|now|have|had|finally? reach|reached|arrive|arrived|come|came|enter|entered .. @site|yard|place|warehouse !in",
    ),
    (
        "at the window",
        Arrived,
        "at|to their|the|this|a window|counter|desk|kiosk|office|intercom !seat",
    ),
    (
        "doors open",
        Arrived,
        "opened|got|opening|have|cracked|cracking|popped|popping|swung my|the trailer|back|swing? doors open|opened|?",
    ),
    ("seal in hand", Arrived, "seal in my|hand hand|?"),
    (
        "told to back in",
        Arrived,
        "told|said|says|want|wants|having|has|have|got me|us|to? .. back|backing|bump|dock in|into|under|her|it !a|an|about|five|ten|fifteen|twenty|thirty|forty|half|two|one|three|touch|there|line",
    ),
    (
        "docked",
        Arrived,
        "am|are|got|have|all|been|me|us|just docked|bumped !pay",
    ),
    (
        "in the hole",
        Arrived,
        "in|into|under the|a|my|this hole !on|money|by|for",
    ),
    (
        "papers at the window",
        Arrived,
        "dropped|turned|gave|handed|left|took|sliding|dropping|handing my|the|all|in? @papers off|in|over|to|at|with|inside|up? at|with|to|in|the|off receiving|window|office|shack|guard|them|clerk|desk|her|him|shipping|$",
    ),
    (
        "rang the receiver",
        Arrived,
        "parked|sitting|sit|waiting|staged|pulled|stopped|lined outside|across|along|against|in|at|by|up from|the|of|at|for|by? the|their|customer|receiver !shipper .. @gate|fence|building|dock|docks|doors|receiver|customer|consignee|warehouse",
    ),
    (
        "of the shipper",
        NotThere,
        "shipper|shippers|pickup is? gate|yard|dock|guard|lot|shack|property|place|door|office",
    ),
    (
        "waiting to be loaded",
        NotThere,
        "wait~|sitting|still|parked|here ... load !off|me? me|us|the|up",
    ),
    (
        "far from there",
        NotThere,
        "nowhere|not|long|ways|way|far near|close|anywhere|way|off|from|close? close|near|to? there|it|them|you|where",
    ),
];
