//! The truck: brakes, heat, parts, fire, and what the tank lets out.

use crate::facts::EmergencyTier::{High, Immediate};
use crate::facts::EmergencyType::{Breakdown, Other};

use super::super::Whose::{Open, Ours};
use super::super::{n, t};
use super::Row;

pub(super) static TRUCK: &[Row] = &[
    (
        "pedal to the floor",
        n(Breakdown, Immediate, Open),
        &[
            "pedal|brake|brakes is|just|going|goes|went|sinks|sinking|drops|dropped|fell|falls|straight|clear|clean|right|all ... floor|floorboard|firewall|nothing",
        ],
        "gas|accelerator|throttle|clutch|hammer|fuel|making|found|wrong",
    ),
    (
        "brakes do nothing",
        n(Breakdown, Immediate, Open),
        &[
            "pumping|pump|standing|stomping|stomped|stomp|mashing|mashed|stepping|step|pushing|push|pressing|press|riding|hit|hitting|on|the|my brake|brakes|pedal|pedals",
            "nothing|faster|accelerating|runaway",
        ],
        "traffic|wrong|clutch|hammer|limit|lights|light|dot|inspection|checked|found|inspected|good",
    ),
    (
        "no air downhill",
        n(Breakdown, Immediate, Open),
        &[
            "no|lost|losing|zero|low|out my|any|all|of|the? air|pressure|brakes",
            "downhill|hill|grade|mountain|descent|downgrade",
        ],
        "stopped|parked|shoulder|pulled|top|bottom|jake|legal|check|checked",
    ),
    (
        "gathers speed",
        n(Breakdown, Immediate, Open),
        &[
            "picking|gaining|building|keeps up? speed|going|rolling|accelerating",
            "brake|brakes|pedal|jake|jakes",
        ],
        "lights|check|checked",
    ),
    (
        "push and nothing",
        n(Breakdown, Immediate, Open),
        &[
            "nothing|no",
            "push|pushing|press|pressing|step|stepping|stomp|stomping|hit|pump|pumping ... pedal|brake|brakes",
        ],
        "traffic|wrong|clutch|dot|inspection|found|good|fine|okay",
    ),
    (
        "brakes will not grab",
        n(Breakdown, Immediate, Open),
        &[
            "brakes|brake will|is|are|do|does|just|not not|hardly|barely|even? grab|grabbing|bite|biting|catch|catching|hold|holding|stop|stopping|slow|slowing|work|working",
        ],
        "light|lights|check|checked",
    ),
    (
        "does not slow",
        n(Breakdown, Immediate, Open),
        &[
            "she|truck|thing|rig|hill|trailer|it will|can|is|are|do|does? not slow|stop|slowing|stopping",
            "brake|brakes|pedal|grade|hill|mountain|downhill|downgrade|jake|jakes|runaway|air|pressure|faster",
        ],
        "rain|snow|traffic|beeping|dinging|alarm|leaking|noise|wind|legal|lumper|check",
    ),
    (
        "on the escape ramp",
        t(Breakdown, High, Ours),
        &["took|hit|used|using|in|on|end|into|up|at|ditch .. runaway|escape truck? ramp"],
        "passed|saw|past|near|construction|bottom",
    ),
    (
        "boils",
        t(Breakdown, High, Ours),
        &[
            "she|truck|engine|motor|radiator|coolant is|was|are|just|keeps|started|went|has|? boiling|boiled|cooking|cooked|overheating|steaming|steamed over|hard|bad|pulled|i|had|up|$|and|on|sitting|smoke|so|now",
        ],
        "dinner|lunch|food|supper|chili|coffee|eggs|outside|summer|heat|weather",
    ),
    (
        "gauge in the red",
        t(Breakdown, High, Ours),
        &[
            "temp|temperature|needle|gauge|gauges|coolant|heat",
            "pegged|red|buried|maxed|spiked|spiking|climbing|redlined|redline|boiling|max|up|hot",
            "pulled|pull|stopped|stop|shut|shoulder|side|parked|over",
        ],
        "reefer|outside|setpoint|box|light|market|signal|normal|fine",
    ),
    (
        "a part on the road",
        t(Breakdown, High, Ours),
        &[
            "driveshaft|driveline|transmission|axle|bumper|muffler|stack|fender|mudflap|tandems|tank|rods|oil|engine|pan|landing|exhaust ... laying|lying|hanging|dragging|scraping|everywhere ... road|ground|highway|asphalt|pavement|lane|interstate|freeway|underneath|floor",
        ],
        "saw|somebody|someone|passed",
    ),
    (
        "will not keep running",
        n(Breakdown, High, Ours),
        &["not stay|keep running|lit|alive", "she|truck|it|engine|motor"],
        "reefer|apu|heater|phone|tablet|radio",
    ),
    (
        "sinks",
        t(Other, Immediate, Ours),
        &[
            "sinking|sunk|floating|submerged|underwater",
            "water|river|lake|creek|canal|pond|flood|floodwater",
            "i|my|we|truck|cab|me",
        ],
        "price|prices|saw",
    ),
    (
        "train comes",
        t(Other, Immediate, Ours),
        &[
            "train|locomotive",
            "coming|here|horn|whistle|bearing",
            "stuck|stalled|tracks|crossing|trailer|hung|trapped",
        ],
        "passed|waiting|behind|clear|wait|stopped",
    ),
    (
        "no gear",
        n(Breakdown, High, Ours),
        &[
            "not go|going|get|find|stay|shift ... gear|gears|neutral|reverse",
            "stuck|shoulder|lane|crawling|side|dead|stranded|blocking|move",
        ],
        "traffic|legal|dock|line",
    ),
    (
        "no drive",
        n(Breakdown, High, Ours),
        &[
            "no|lost|zero|without|clutch|gears throttle|clutch|gears|reverse|power|is|went|gone",
            "stuck|shoulder|lane|crawling|side|dead|stranded|blocking|move",
        ],
        "traffic|legal|dock|line|steering|warehouse",
    ),
    (
        "put it out",
        t(Other, Immediate, Ours),
        &[
            "put|putting|get|getting|got the? it|that|them|fire|flames out",
            "burning|fire|flames",
        ],
        "drill|boss|fires|cigarette|department|ahead|crews",
    ),
    (
        "fire aboard",
        t(Other, Immediate, Ours),
        &[
            "fire|flames|blaze .. in|under|on|from|at|inside|around|out|behind|beneath|near|by ... bunk|cab|sleeper|hood|trailer|engine|wheel|wheels|tire|brakes|dash|box|tandem|tandems|reefer|apu|battery|mattress|seat|floor|compartment|load|pallets|catwalk|stack|tank|wiring|panel|inverter|axle|hub",
        ],
        "ahead|extinguishers|department|sale|drill|saw|passed",
    ),
    (
        "fights a fire",
        t(Other, Immediate, Ours),
        &[
            "emptied|emptying|spraying|sprayed|discharged|used|using|grabbed|hit|hitting|dumping|dumped|pouring|poured|throwing .. extinguisher|extinguishers|water|dirt",
            "fire|flames|burning|tire|brakes|hub|engine|hood|wheel",
        ],
        "department|hauling|dot|inspection|drill|expired|wash|boss|radiator|coolant",
    ),
    (
        "vapour from the tank",
        t(Other, Immediate, Open),
        &[
            "cloud|vapor|vapors|mist|fumes|hissing|hiss",
            "tank|tanker|trailer|valve|container|drum|drums|dome|hatch|tote|cylinder",
            "coming|rising|escaping|hissing|hiss|venting|off|out|from|blowing|spraying|shooting",
        ],
        "station|washout|wash|full|air|brake",
    ),
    (
        "chemicals come out",
        t(Other, Immediate, Ours),
        &[
            "@chem|chemical|chemicals|hazmat",
            "coming|shooting|spraying|blowing|pouring|spewing|running|all out|from|off|down|everywhere|over",
        ],
        "refinery|plant|smell",
    ),
    (
        "dry tanks",
        t(Breakdown, High, Ours),
        &[
            "out of fuel|diesel|gas",
            "shoulder|side|highway|lane|road|stranded|dead|interstate|ramp",
        ],
        "stop|pilot|loves|station|they|ta",
    ),
    (
        "up and died",
        t(Breakdown, High, Ours),
        &["up and died|quit|stalled|conked", "she|truck|engine|it|motor|rig"],
        "phone|tablet|reefer|eld|laptop|radio|apu|dog|cat|fridge|tv",
    ),
    (
        "a part broke",
        t(Breakdown, High, Ours),
        &[
            "belt|axle|driveshaft|hose|line|spring|springs|kingpin|driveline|crankshaft|steering|rod|yoke|clutch is|has|just? broke|broken|snapped|busted|popped|failed",
            "stuck|shoulder|stopped|side|pulled|move|stranded|dead|ramp|going|sitting",
        ],
        "reefer|forklift|conveyor|seat|fixed|replaced",
    ),
    (
        "a live line",
        t(Other, Immediate, Ours),
        &[
            "power|live|downed|electric|electrical|hot line|lines|wire|wires",
            "on|across|touching|hanging|snagged|hooked",
            "my|our truck|trailer|cab|rig|hood|stacks",
        ],
        "steering",
    ),
];
