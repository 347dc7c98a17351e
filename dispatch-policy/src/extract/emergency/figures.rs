//! Everyday uses of grave words: on this job, and figures of speech.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::text::Said;

/// Everyday uses on this job.
pub(super) fn is_work_word(said: &Said<'_>, span: &Range<usize>) -> bool {
    let near = |p: &crate::extract::pattern::Pattern| {
        p.find_all(said)
            .into_iter()
            .any(|r| r.start < span.end && r.end > span.start)
    };
    if near(pat!("gun|gunned|gunning it|her|up"))
        || near(pat!("faint|dim hope|signal|light|chance|memory|idea"))
        || near(pat!("foot in the door"))
        || near(pat!("armed guard|guards|security|escort|forces|services"))
        || near(pat!(
            "pinned down a|the|an|my|our time|appointment|number|door|rate|date|address|location|slot"
        ))
        || near(pat!(
            "hit the|a wall at|around|after|about hour|mile|eleven|ten|midnight"
        ))
        || near(pat!(
            "gun|guns|knife|knives|rifle|pistol|blade sharpener|sharpeners|set|case|holder|salesman|collection|block|show|shows|range|safe|safes|shop|rack|control|club|powder|metal|manufacturer|maker|plant|factory|company|store|dealer|warehouse|delivery"
        ))
    {
        return true;
    }
    near(pat!("fire|fired|firing it|her|this|the|him|me|them|up|truck up?"))
        && near(pat!("fire|fired|firing ... up"))
        || !near(pat!("need|send|call|get me|us|the|a? fire"))
            && near(pat!(
                "fire extinguisher|department|drill|hydrant|sale|station|stick|marshal|lane|alarm|watch"
            ))
        || near(pat!(
            "emergency brake|brakes|contact|exit|flashers|triangles|kit|lane|stop|room|vehicles|lights|window"
        ))
        || near(pat!(
            "broke|broken|breaking|break down the|my|these|those|all|some|a|them|it|pallets|boxes|load|pallet|freight|stacks"
        ))
        || near(pat!("medical card|exam|physical"))
        || near(pat!(
            "hit the|that|my|up|a? road|hay|sack|bed|fuel|island|scale|scales|rack|traffic|construction|weather|rain|snow|restroom|head|shower|rest|loves|pilot|gym|gas|brakes|ground|dock|yard|state|line|border|interstate|highway|bypass|loop|exit|ramp|city|hills|mountains|limit|jackpot|nail|spot|button|bathroom|stop|weigh|light|lights|lot|snooze"
        )) && !near(pat!(
            "hit|tagged|smacked|bumped the|that|a|an|this|their .. rail|barrier|wall|median|car|truck|deer|ground|post|pole|bollard|signal|pillar|column|fence|building|standard|dumpster"
        ))
        || near(pat!("smoke break|stop|shop|signal|free"))
        || near(pat!("flat rate|bed|beds|fee|land|lands|out|top|deck|spot"))
        || near(pat!(
            "safety vest|glasses|meeting|briefing|boots|department|class|check"
        ))
        || near(pat!(
            "crashed|crash out|for|at|in|early|hard|on|last|out|on the? couch|bed|bunk|sleeper|hotel|night|truck|few|couple|hours|ten|loves|pilot|ta|here"
        )) && !near(pat!(
            "crashed into|on the|in the highway|ditch|interstate|median|road"
        ))
        || near(pat!(
            "app|computer|phone|tablet|eld|system|gps|laptop|site|server|elog|logbook|printer|scanner|radio|qualcomm|internet|pager|headset|bluetooth|camera|dashcam .. crashed|died|dead|quit|broke|broken|down|froze|locked|stolen|blew|shut|crashing|overheated"
        ))
        || near(pat!(
            "lumper|forklift|conveyor|pallet|jack|reefer|apu|heater|fridge|microwave|tv|radio|dock|plate|leveler|door .. broke|broken|died|quit|down|dead|crashed|overheated|smoking"
        ))
        || near(pat!(
            "power|air ... warehouse|building|office|house|dock|receiver|plant|facility|store|town|shipper|place|terminal"
        ))
        || near(pat!(
            "load|delivery|appointment|schedule|freight|rate|time|hours|it is|got|was|been pinned|crushed|trapped|squeezed !under|between|by|beneath|in"
        ))
        || near(pat!(
            "fell|fallen|falling|fall|slipped|dropped off|out|behind|through|down of? the|my|a|their? schedule|radar|grid|map|pace|wagon|plan|list|call|board|system|rotation|route|appointment|cracks|rates|market|face"
        ))
        || near(pat!("jack jack|knife")) && near(pat!("pallet jack"))
        || near(pat!("radar|grease|nail|heat|tire|jumped|glue gun|the|it")) && near(pat!("gun"))
        || near(pat!("give|gave|take|took|worth|long|big|best|a|good shot|shots"))
        || near(pat!(
            "hand|hands|foot|feet|butt|leg fell|went|is|falling|gone asleep|numb"
        )) && near(pat!("asleep"))
        || near(pat!(
            "blew|blow|blown|blowing past|by|through|off|up|me|it|my|right|smoke|mind|budget|hot|cold my|the|phone|off|exit|stop|doors|whole|budget|mind|schedule|appointment|sign|light"
        )) && !near(pat!(
            "blew|blown .. tire|tires|steer|drive|hose|turbo|motor|engine|gasket|radiator|line"
        ))
        || near(pat!(
            "stole|stolen|took|taken my|the|a? spot|parking|space|door|slot|break|lunch|exit|seat|turn|ten|thirty"
        ))
        || near(pat!(
            "out|around|off of? wrecker|tow service|motor|company|yard|road"
        ))
        || near(pat!("help you|with|desk|out|find|yourself|him|her|them"))
        || near(pat!(
            "call|called the? police|cops ... on|about|for him|them|her|noise|parking"
        ))
        || near(pat!(
            "rolled|roll|rolling up|down|out|in|through|into|onto|past|over|off|by|on .. window|windows|dock|scale|scales|town|road|yard|gate|lot|door|sleeves|texas|state"
        ))
        || near(pat!(
            "backed|backing in|into|up|against|to the|a|my|door|dock|this|it|another? dock|door|docks|spot|hole|slot|bay|space|parking|place|number"
        )) && !near(pat!(
            "hit|struck|clipped|touched|tapped|scraped|bumped|crunched|pole|car|truck|wall|trailer|post|somebody|something|someone"
        )) && !near(pat!(
            "backed|backing in|into|up|against|to a|the|my dock|door|light|gate? pole|post|wall|bollard|car|truck|fence|rail"
        ))
}

/// Figures of speech.
pub(super) fn is_idiom(said: &Said<'_>, span: &Range<usize>) -> bool {
    let near = |p: &crate::extract::pattern::Pattern| {
        p.find_all(said)
            .into_iter()
            .any(|r| r.start < span.end && r.end > span.start)
    };
    let speaks_of = |p: &crate::extract::pattern::Pattern| p.is_in(said);
    speaks_of(pat!(
        "lumpers|lumper|broker|brokers|prices|price|place|company|shipper|government|irs|taxes|tolls|fuel|rates ... robbing|robbed|killing|stealing|jumped"
    )) || (near(pat!("gun|guns|knife|knives|rifle|weapon"))
        && speaks_of(pat!(
            "hauling|haul|load|loaded|carrying|pallets|freight .. gun|guns|knife|knives|rifle|weapon"
        )))
        || (near(pat!("it is burning|up")) && speaks_of(pat!("hot|degrees|hundred|heat|summer|sun")))
        || (near(pat!(
            "pass|passed|passing|fall|falling|nodding|nod|dozing|doze|black|blacking out|asleep|off"
        )) && speaks_of(pat!("boredom|bored|boring|laughing|laughter")))
        || (near(pat!(
            "passed|pass|passing|passes out .. money|cash|candy|tickets|numbers|flyers|bottles|food|pizza|sodas|hats|forms|bills|samples|shirts|stickers|pens|snacks|donuts|coffee|cards"
        )))
        || (near(pat!("passing|pass out in|on"))
            && speaks_of(pat!("sleeper|bunk|bed|couch"))
            && speaks_of(pat!("soon|tonight|later|after|going|then|will|when")))
        || (near(pat!("passed|pass out"))
            && speaks_of(pat!(
                "saw|see|seen|heard|looked|laughing|shock|at|from ... bill|price|prices|check|ticket|paycheck|total|receipt|laughing"
            )))
        || near(pat!(
            "pass|passed|passing|fall|falling|fell out|asleep from|of boredom|laughter|laughing|shock|excitement"
        ))
        || (near(pat!("passed|pass|knocked|blacked|is|was|am out"))
            && speaks_of(pat!(
                "sleeper|bunk|bed|slept|sleep|sleeping|hours|tired|couch|hotel|early|nap"
            )))
        || (near(pat!("call|called|calling|dial"))
            && speaks_of(pat!(
                "told|tell|tells|said|if|already|whoever ... call|called|calling|dial|911|nine"
            ))
            && !speaks_of(pat!("please|need|i am|me")))
        || near(pat!(
            "guys|crew|team|they|dock|y'all|you|dispatch|lumpers|receiver|he|she|am|i .. are|is|was|were|am? on fire today|this|right|with|tonight|lately|over"
        ))
        || near(pat!(
            "give|gave|giving|gives|having|have|had me|us|him|her|you a|an heart attack"
        ))
        || near(pat!(
            "about|almost|like|practically had|having|have|gave a heart|stroke"
        ))
        || near(pat!("passed|passing|pass|knocked|knock|knocking|blacked out")) && hands_out(said, span)
        || near(pat!(
            "bleeding|bleed|bleeds money|cash|me|us|fuel|miles|hours|air"
        ))
        || near(pat!(
            "temperature|temp|nail|grease|glue|radar|heat|spray|scan|scanner|scanning|staple|caulk|price|infrared|thermal|tape|barcode|label|impact|paint|speed|t-shirt|water gun|guns|shot"
        ))
        || near(pat!(
            "gun|pistol|knife|rifle|weapon|guns to my|your|his|a|our head"
        ))
        || near(pat!("as a|an .. pistol|gun|bullet|knife|rifle|weapon"))
        || near(pat!("is|was a real|regular|total|little? pistol"))
        || near(pat!("took|take|taking|takes a|the|another|big|quick|? hit"))
        || near(pat!(
            "feel|feels|felt like i|we|? i|we? got|been|was|am? hit|run|beat|trampled"
        ))
        || near(pat!(
            "smoking|smoke|burning|tearing down|along|up the|this|that|? road|highway|interstate|miles|pavement|asphalt !on"
        )) && !near(pat!("smoke|smoking ... hood|engine|under|trailer|cab"))
        || near(pat!("knocked out"))
            && speaks_of(pat!("drove|driving|shift|night|nap|snoring|sleeper|bunk|tired"))
            && !speaks_of(pat!(
                "wake|wakes|waking|blood|head|breathing|hit|fell|answer|answering"
            ))
        || near(pat!("out cold")) && speaks_of(pat!("snoring|wake|bunk|sleeper|tired|napping"))
        || (near(pat!("flames|fire"))
            && speaks_of(pat!(
                "painted|paint|decal|decals|sticker|tattoo|lettering|sauce|logo"
            )))
        || (near(pat!("catch|catching|caught my|his|her breath"))
            && speaks_of(pat!(
                "after ... chains|chain|tarp|tarping|straps|stairs|unloading|climbing|throwing|running|walking|landing|cranking"
            )))
        || near(pat!("eyes off"))
        || (near(pat!("fell|came|peeling|peeled|coming|falling off"))
            && speaks_of(pat!("sticker|stickers|decal|decals|magnet")))
        || near(pat!("explosion of|in"))
        || near(pat!("flames game|games|fans|hockey|tickets"))
        || near(pat!("gas leak down|across|next|over|up"))
        || near(pat!("guns|gun is|are? in|at the|my? safe|range|house"))
        || (near(pat!("hard|hardly to? breathe"))
            && speaks_of(pat!("smog|altitude|humidity|humid|dust|pollen")))
        || (near(pat!("not responding|respond|answering|answer"))
            && speaks_of(pat!(
                "phone|box|gate|broker|dispatcher|dispatch|receiver|shipper|email|text|texts|radio|eld|tablet|app|screen|website|portal|office"
            ))
            && !speaks_of(pat!(
                "breathing|collapsed|slumped|floor|unconscious|shaking|hurt|bleeding"
            )))
        || near(pat!("backed|back|backing up? against the|a|my? wall|building"))
        || (near(pat!("gun|guns|pistol|rifle|armed"))
            && speaks_of(pat!(
                "guard|guards|trooper|troopers|cop|cops|officer|security|deputy|hunter|hunters|sheriff|warden"
            ))
            && !speaks_of(pat!("at|pointing|pointed|pulled|shooting|robbing me|us|?")))
        || near(pat!(
            "driver|drivers|carrier took|taking|take my|the load|trailer|freight"
        ))
        || near(pat!("seal|trailer|truck|load number|numbers"))
        || near(pat!("air in|from|to my|the seat|seats|tires|tire|mattress"))
        || near(pat!("smoke detector|detectors|alarm|alarms|signal|signals|show"))
        || (near(pat!("help|send|save|kill|shoot")) && speaks_of(pat!("ha|haha|lol|kidding|joking")))
        || near(pat!("hit|hitting him|her|them up|back|with"))
        || near(pat!("hit|hitting me up|back"))
        || near(pat!("struck|strike up|out|gold|a deal|chat|conversation|?"))
        || near(pat!(
            "spun|spin|spinning|turned around and|to|at headed|back|heading|turned|came|parked|got|the"
        ))
        || near(pat!(
            "coffee|caffeine|burrito|lunch|breakfast|chili|food|energy .. hit|hits me|us"
        ))
        || near(pat!("pinned down !by|under"))
        || near(pat!("robbing|robbed|rob me|us|you on|blind|of|with"))
        || near(pat!("under|jumped|jump|jumping the gun"))
        || near(pat!("heart attack on|in|waiting a|to? plate|bag|bun|happen"))
        || (near(pat!("laid|laying|lay over"))
            && !speaks_of(pat!("truck|trailer|rig|box|she|thing|tractor|ramp|curve|ditch")))
        || near(pat!(
            "a|the|some|two|three|of wrecked|totaled|crashed|burned|smashed cars|car|vehicle|vehicles|trucks|suv|suvs"
        ))
        || near(pat!(
            "trapped|stuck|pinned .. traffic|line|queue|construction|backup"
        ))
        || near(pat!(
            "take|took|taking out a|an|the|another loan|ad|trash|mortgage|policy|second"
        ))
        || near(pat!("move|feel|stretch my legs|arms|feet enough|much|in"))
        || (near(pat!(
            "burned|burnt|cut|hurt|banged|smashed|bumped|pinched my @body"
        )) && speaks_of(pat!(
            "i|am|but|it|a|no|just .. fine|okay|good|nothing|alright|biggie|little|scratch|deal"
        )) && !speaks_of(pat!(
            "bad|badly|bleeding|swollen|broke|broken|not|stitches|blood|crash|wreck|deep"
        )))
        || (near(pat!("beat me|us")) && speaks_of(pat!("tried|trying|wanted|thought to|he .. beat")))
        || near(pat!("drowning in"))
        || near(pat!("killing|kill|kills me|us|my|time|it !self"))
            && !near(pat!("chest .."))
            && !near(pat!("kill|killing myself"))
            && !near(pat!("threaten~ .."))
            && !near(pat!(
                "he|they|guy|man|dude|somebody|someone|stranger keeps|is|just? said|says|saying|told|tells|swore|yelling|screaming"
            ))
        || near(pat!("sick of|and tired|to death|truck|day|days|leave|load|ride"))
        || near(pat!("cost|costs|costing|pay|paying .. arm|leg"))
        || near(pat!(
            "stuck|trapped in|at|on|behind|here this|the|a|here|there|traffic|line? traffic|dock|line|door|receiver|shipper|construction|jam|lot|yard|phone|hold|meeting|lane|conversation|room|waiting|office|lounge|bathroom|town|loves|pilot"
        ))
        || near(pat!(
            "dead phone|battery|tired|line|zone|spot|slow|end|last|head|heading|load|miles|serious|wrong|set|on|in|my"
        )) && !near(pat!(
            "dead on|in the? left|right|hammer|fast|slow|center|travel? side|shoulder|water|middle|road|lane|ramp"
        ))
        || near(pat!("pain in|is the|a|my neck|butt|rear|ass|pain"))
        || near(pat!("passed|pass out !cold|at|behind|while"))
            && near(pat!("passed out ... sleeper|bunk|bed|hours|tired|night|early"))
        || near(pat!("train|car|trainwreck|nervous|emotional wreck"))
            && near(pat!("train|nervous wreck|emotional"))
        || near(pat!(
            "am|is|feel|feeling|a|total|complete wreck|shot|beat|toast|fried|dead !in|into|with|on"
        )) && near(pat!(
            "am|i|feel|feeling all|just|totally|a|so|kind|dead|feeling? wreck|shot|beat|toast|fried|dead"
        )) && !near(pat!("in a|an|the wreck"))
            && !near(pat!("dead on|in"))
            && !near(pat!("been|got|was|is shot|beat"))
        || near(pat!(
            "like|such a|an|some|being|it ... robbery|crash|wreck|disaster|circus"
        ))
        || near(pat!("highway|daylight robbery"))
        || near(pat!(
            "hits|hit me|us that|like|why|hard|with the|a bill|fee|fine|charge|ticket|reschedule|late"
        ))
        || near(pat!(
            "blood|sugar|heart|chest work|pressure|rate pills|medicine|medication|check|meds|monitor"
        ))
        || near(pat!(
            "crash|accident|wreck course|diet|free|test|dummy|report|form|lawyer"
        ))
}

/// "passed out lumper money": what is handed out stands behind it; who faints does so somewhere, somehow, or at the end.
#[rustfmt::skip]
const FAINTS: &[&str] = &[
    "in", "on", "at", "behind", "from", "cold", "again", "twice", "while", "and", "for", "after", "when", "yesterday",
    "this", "last", "right", "here", "there", "just", "or", "but", "because", "so", "now", "like", "inside", "over",
    "by", "before", "earlier", "today", "once", "completely", "maybe", "then", "i", "he", "she", "we", "they", "it",
    "him", "her", "not", "somebody", "someone", "call", "please", "help", "send", "too", "already", "up", "near",
    "beside", "under", "against", "with", "during", "two", "five", "ten", "outside", "past", "about", "waiting",
    "coming", "going", "driving", "sitting", "standing", "somewhere",
];

fn hands_out(said: &Said<'_>, span: &Range<usize>) -> bool {
    let out = (span.start..span.end + 2).find(|i| said.is(*i, &["out"]));
    out.is_some_and(|out| {
        out + 1 < said.len()
            && said.clause(out + 1) == said.clause(out)
            && !said.is(out + 1, FAINTS)
            && !said.word(out + 1).ends_with("ed")
    })
}
