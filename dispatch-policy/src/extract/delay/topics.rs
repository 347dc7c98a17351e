//! What a word has to do with, when nothing plainer names the cause of a delay: each noun and verb speaks for a class.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::numbers::is_number_word;
use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::extract::text::mark::ByWord;
use crate::facts::{DelayReason, Found};

use super::weigh;

use DelayReason::{
    Construction, HoursOfService, Inspection, Mechanical, Other, ReceiverDelay, RoadClosure, ShipperDelay,
    Traffic, Weather,
};

/// Class, weight, words. A word that names the cause by itself weighs 3; a party or a thing that has to do with it 2; what
/// only points that way 1.
#[rustfmt::skip]
const WORDS: &[(DelayReason, u8, &str)] = &[
    (Weather, 3,
        "fog ice snow sleet hail rain blizzard storm tornado hurricane flood wind gust gusts crosswind crosswinds drizzle drifts \
         drifting flurries frost frozen icing thaw monsoon haze smoke sandstorm duststorm mist cyclone squall lightning thunder \
         chain chains chained chaining unchain plow plows plowing snowplow snowplows hydroplaning hydroplane whiteout visibility \
         puddles downpour twister windy icy snowy rainy foggy slippery slick heatwave overcast"),
    (Weather, 1, "sky clouds cloud weather cold wet sun glare freezing froze blowing"),
    (Construction, 3,
        "construction roadwork cones barrels flagger flaggers flagging flagged blacktop flagman paver pavers asphalt resurfacing milling striping mowing sweeping grader \
         excavator steamroller jackhammers blasting guardrails workers workzone paving repaving potholes bulldozer concrete"),
    (Construction, 2, "orange pilot signalman buckled crews zone zones utility pothole"),
    (RoadClosure, 3,
        "closed closure detour detoured barricade barricades barricaded blocked washout landslide rockslide mudslide avalanche \
         sinkhole impassable rerouted diverted diverting evacuated evacuation roadblock"),
    (RoadClosure, 2, "bridge manhunt motorcade"),
    (Other, 3,
        "overslept oversleep slept alarm lost wrong backtrack card declined fuelcard family doctor hospital funeral dentist dog kid daughter son wife \
         bathroom restroom wallet keys phone broker train drawbridge ferry misrouted address gps paperwork"),
    (Inspection, 3,
        "dot inspection inspector inspected trooper troopers scale scales weighed weigh weighing logs inspectors coop secondary citation \
         ticket overweight axles axle reweigh reweighed portables customs checkpoint agents border violation level"),
    (Inspection, 2, "police cop cops patrol officer smokey deputy sheriff sheriffs statey bears law permits permit"),
    (Mechanical, 3,
        "alternator battery batteries radiator coolant antifreeze hose hoses belt belts clutch transmission gearbox turbo injector \
         injectors compressor starter regen derate derated def mechanic mechanics mechanical tire tires blowout flat brakes brake \
         airline airlines gladhand gladhands headlight headlights taillight taillights marker fuse fuses wiring sensor sensors \
         gasket pump filter filters thermostat driveshaft ujoint bearing bearings hub hubs lug lugs wheel wheels rim rims mudflap \
         mudflaps windshield wiper wipers mirror exhaust muffler egr dpf ecm solenoid valve valves airbag airbags spring springs \
         shock shocks suspension kingpin pigtail engine motor reefer unit breakdown broke broken tow towed wrecker shop repair \
         repairs repaired leak leaking leaked gelled jumpstart jumped throttle crankshaft piston overheated overheating wheelseal \
         seals gauge gauges defrost heater apu inverter slack adjuster chamber drum drums rotor caliper manifold limp dash \
         warning codes code oil hydraulic liftgate ratchet tarp"),
    (Mechanical, 2, "landing fifth hood bumper fender latch hinge lights light switch cable lamp"),
    (HoursOfService, 3,
        "hours clock eld elog hos logbook reset break thirty sleeper bunk tired drowsy exhausted nap \
         napped rested fatigue seventy fourteen eleven recap split legal"),
    (ShipperDelay, 3, "shipper shippers pickup loader loaders loading reload reloaded"),
    (ShipperDelay, 2, "loaded origin preload production vendor plant mill"),
    (ReceiverDelay, 3, "receiver receivers consignee unload unloading unloaded lumper lumpers receiving dock docks detention"),
    (ReceiverDelay, 2, "customer warehouse forklift forklifts door doors previous customers dc"),
    (Traffic, 3,
        "ambulance ambulances paramedics firetruck firetrucks traffic gridlock jam jammed congestion rubberneckers rubbernecking bottleneck commuters wreck accident crash pileup \
         standstill slowdown backup lanes tailgating collision fender brakelights merge merging rush fenderbender"),
    (Traffic, 2, "cars buses bus tractors combine combines bikes bumper lane ballgame concert parade crawling crawl motorists wheelers stadium tourists holiday"),
    (Traffic, 1, "everybody everyone people brakes slow slowing mess zoo busy usual crowded packed nuts crazy city"),
];

/// What a word speaks for, and how loudly.
type Topics = HashMap<&'static str, Vec<(DelayReason, u8)>, ByWord>;

static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let mut topics = Topics::default();
    for (reason, weight, words) in WORDS {
        for word in words.split_whitespace() {
            topics.entry(word).or_default().push((*reason, *weight));
        }
    }
    topics
});

/// The class most spoken of in what is neither denied nor supposed; of equals the one said first.
pub(super) fn read(said: &Said<'_>) -> Option<Found<DelayReason>> {
    let mut votes: Vec<(DelayReason, i8, usize)> = Vec::new();
    let mut vote = |reason: DelayReason, weight: i8, at: usize| match votes.iter_mut().find(|v| v.0 == reason)
    {
        Some(v) => v.1 = v.1.max(weight),
        None => votes.push((reason, weight, at)),
    };
    for (reason, weight, span) in frames(said) {
        if (!scope::conditional(said, span.start) || super::ended_by(said, span.start))
            && !weigh::is_dismissed(said, &span)
        {
            vote(reason, weighed(weight, weigh::standing(said, &span)), span.start);
        }
    }
    for i in 0..said.len() {
        // "the receiver closes at four": when, and not why.
        if said.is(
            i,
            &["receiver", "receivers", "customer", "consignee", "warehouse"],
        ) && said.is(
            i + 1,
            &[
                "closes", "close", "opens", "open", "shuts", "quits", "stops", "wants",
            ],
        ) {
            continue;
        }
        // "lost two hours": how late, and not where.
        if said.is(i, &["lost"])
            && (is_number_word(said.word(i + 1))
                || said.is(i + 1, &["a", "an", "about", "time", "my", "like", "almost"]))
        {
            continue;
        }
        // "sat at the pump": the island.
        if said.is(i, &["pump", "pumps"]) && said.is(i.wrapping_sub(2), &["at"]) {
            continue;
        }
        // "they closed the scale": no road.
        if said.is(i, &["closed", "closing", "shut"])
            && (i + 1..i + 4).any(|j| {
                said.is(
                    j,
                    &[
                        "scale",
                        "scales",
                        "office",
                        "gate",
                        "dock",
                        "docks",
                        "window",
                        "plant",
                        "warehouse",
                        "store",
                        "shop",
                    ],
                )
            })
        {
            continue;
        }
        // "a pickup went over in front of us": a vehicle.
        if said.is(i, &["pickup"])
            && said.is(
                i.wrapping_sub(1),
                &["a", "some", "another", "little", "old", "red", "white"],
            )
            && (said.is(i + 1, &["truck"]) || said.kinds(i + 1).verb.is_some())
        {
            continue;
        }
        // "two hours because of ...": how long, and no clock.
        if said.is(i, &["hours"]) && is_number_word(said.before(i, 1)) {
            continue;
        }
        // "late by thirty", "thirty five minutes": a number, and no break.
        let named = said.is(
            i.wrapping_sub(1),
            &[
                "my", "a", "the", "his", "our", "on", "take", "took", "taking", "do", "did", "doing", "for",
                "and",
            ],
        );
        if is_number_word(said.word(i))
            && (!named || said.is(i + 1, &["minutes", "hours"]) || is_number_word(said.word(i + 1)))
        {
            continue;
        }
        let Some(classes) = TOPICS.get(said.word(i)) else {
            continue;
        };
        if super::is_denied(said, &(i..i + 1))
            || super::is_fine(said, i)
            || weigh::is_dismissed(said, &(i..i + 1))
            || scope::conditional(said, i) && !super::ended_by(said, i)
            || scope::believed(said, i) && !pat!("wanted|supposed|planned|meant").is_in(said)
        {
            continue;
        }
        let standing = weigh::standing(said, &(i..i + 1));
        for (reason, weight) in classes {
            vote(*reason, weighed(*weight, standing), i);
        }
    }
    votes.sort_by_key(|(_, weight, at)| (std::cmp::Reverse(*weight), *at));
    let (value, _, at) = *votes.first()?;
    Some(Found {
        value,
        words: said.words(at..at + 1),
        rule: "what he speaks of".to_owned(),
    })
}

/// Twice the weight of the word, and what is said of it.
fn weighed(weight: u8, standing: i8) -> i8 {
    2 * i8::try_from(weight).unwrap_or(i8::MAX / 2) + standing
}

/// Who does what to whom: an officer who looks at the truck inspects it, one who turns everybody away has closed the road.
fn frames(said: &Said<'_>) -> Vec<(DelayReason, u8, Range<usize>)> {
    let mut found = Vec::new();
    let mut add = |reason, weight, pattern: &crate::extract::pattern::Pattern| {
        found.extend(
            pattern
                .find_all(said)
                .into_iter()
                .map(|span| (reason, weight, span)),
        );
    };
    add(
        Construction,
        5,
        pat!(
            "making|doing|fixing|redoing|widening|laying|building|patching|painting|pouring|spreading|working .. road|roads|highway|street|bridge|lane|lanes|interstate|asphalt|blacktop|chip|tar|shoulder|overpass|pavement"
        ),
    );
    add(
        Construction,
        5,
        pat!("torn|tore|dug|chewed|ripped|digging|tearing all? up"),
    );
    let away = pat!(
        "everybody|everyone|us|traffic|all|trucks|cars .. getting|get|off|exit|turn|turning|back|around|detour|away|pulling .. off|exit|around|back|ramp|detour|highway|road|away"
    );
    add(
        RoadClosure,
        5,
        pat!("both|all|whole|entire|every|two|three ... shut|closed|blocked !me|us|my"),
    );
    add(RoadClosure, 5, away);
    add(
        RoadClosure,
        5,
        pat!(
            "had|have|forced|making|made to? go|run|drive|come|get ... around|detour|back roads|roads|backroads"
        ),
    );
    add(
        RoadClosure,
        4,
        pat!(
            "not let|letting|allowing nobody|anybody|anyone|us|me|trucks|traffic ... through|by|past|on|over|across"
        ),
    );
    add(
        RoadClosure,
        4,
        pat!("no|not way|getting|get through|around|past|across"),
    );
    add(
        Weather,
        5,
        pat!(
            "not|hardly|barely see .. foot|feet|road|nothing|anything|thing|hood|nose|lines|lane|front|past|it|hand|where"
        ),
    );
    add(
        HoursOfService,
        5,
        pat!(
            "log|logs|eld|elog|clock|hours|computer|tablet had|has|have|put|got|shut|kept|parked|wanted|made me|us"
        ),
    );
    if pat!("@officer").is_in(said) {
        add(
            Inspection,
            5,
            pat!(
                "look|looked|looking|check|checked|checking|see|seeing|crawl|crawled|went|inspect|measure|measured .. license|logs|brakes|lights|tires|paperwork|papers|truck|under|permits|trailer|load|weight|everything"
            ),
        );
    }
    add(
        Inspection,
        4,
        pat!("@officer ... me|my|us|logs|truck|paperwork|everything|trailer|load"),
    );
    add(
        Inspection,
        4,
        pat!(
            "went|going|go|look|looked|looking|crawled through|at|under|over|around my|the? logs|truck|paperwork|everything|trailer|log|rig"
        ),
    );
    add(
        Inspection,
        4,
        pat!("pulled|pull|waved|flagged|lit|singled me|us over|in|up|out|around"),
    );
    add(
        Mechanical,
        5,
        pat!(
            "losing|lost|leaking|leaked|dropping|low building|build|on|hold|holding? air|pressure|coolant|oil|fluid|voltage|boost|power|vacuum"
        ),
    );
    add(
        Mechanical,
        4,
        pat!(
            "not|never start|starts|turn|crank|shift|build|hold|charge|charging|fire|go|stay|come !down|through|anywhere|up over|air|in|up|pressure|charge|gear|on|voltage|temp|into|a|$"
        ),
    );
    add(
        RoadClosure,
        3,
        pat!(
            "%obstacle|%animal|tree|trees|debris|rocks|boulders|boulder|cows|powerlines|lines|wires is|are|was|were|down|laying|fell|all|right|? down|? on|across|in|over|onto the|both|my|? road|highway|lane|lanes|interstate|street|bridge|tracks"
        ),
    );
    add(
        HoursOfService,
        5,
        pat!("not enough|got|have|no enough|many|more|the|? hours|clock"),
    );
    add(
        Construction,
        5,
        pat!(
            "putting|put|pouring|laying|setting|installing|hanging .. new|another|more|up|in .. deck|barrier|barriers|sign|signs|guardrail|surface|pavement|cones|lanes|beams|girders|overpass"
        ),
    );
    add(
        Inspection,
        5,
        pat!("bug|ag|agricultural|agriculture|produce|fruit station|checkpoint|check"),
    );
    add(
        Mechanical,
        4,
        pat!(
            "not start|crank|fire|turn !unload~|load~|till|until|on|me|my|the|it|working|in|off|around|right|left|out"
        ),
    );
    add(
        ShipperDelay,
        5,
        pat!("wait~|sit|sat|sitting|held|took|long|late|hours ... load|loading|loaded|pick|pickup"),
    );
    add(
        ReceiverDelay,
        5,
        pat!(
            "wait~|sit|sat|sitting|held|took|long|late|hours ... unload|unloading|unloaded|offload|offloaded"
        ),
    );
    add(
        ReceiverDelay,
        4,
        pat!(
            "last|first|previous|other|prior|earlier|morning place|stop|drop|customer|receiver|delivery|guys|one|consignee|store"
        ),
    );
    add(
        HoursOfService,
        5,
        pat!(
            "no|not|without|zero|out have|got|more|any|enough|left|of? more|any|enough|left? hours|clock|time !for|to"
        ),
    );
    add(
        HoursOfService,
        4,
        pat!("we|i|had|both|need|needed to|both|all? sleep|rest"),
    );
    add(
        HoursOfService,
        4,
        pat!("hours|clock|time to? come|coming|back|reset|up|out|run|roll|refresh"),
    );
    // "half of the town is trying to get across": a crowd on its way.
    add(
        Traffic,
        5,
        pat!(
            "every|everybody|everyone|half|whole|entire|thousands|million|millions|bunch|lots|lot ... on|made|decides|is|am|are|was|were|trying|tryna|going|getting|get|headed|heading|decided|out|wants|leaving|coming|came|picked ... road|bridge|half|town|home|highway|interstate|way|out|in|across|through|over|beach|game|lake|downtown|once|same|freeway|ramp|exit|work|vacation|same|together|once|time !turned"
        ),
    );
    add(
        Traffic,
        4,
        pat!(
            "everybody|everyone|people|cars|they|folks ... on|hitting|riding|slowing|slow|braking|looking|gawking|staring|merging|cutting|stopping their|the? brakes|down|over|stop|in|out|wreck|$"
        ),
    );
    found
}
