//! Breakdowns of the driver's own truck: parts that fail, now.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{EmergencyTier, EmergencyType};

use super::Event;
use crate::extract::party::{Who, subject};
use crate::extract::pattern::{Pattern, Rule, pat, rules};
use crate::extract::text::Said;

/// What must be true of the words around a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// The truck or a part of it is the subject.
    Rig,
    /// The driver or his truck is the subject, or nobody is named.
    Us,
    /// Nothing: the words name it.
    Nothing,
    /// As `Rig`, and the words hold their own "not".
    RigNegative,
    /// As `Us`, and the words hold their own "not" or "no".
    UsNegative,
}

static FAILURES: LazyLock<Vec<Rule<Needs>>> = LazyLock::new(|| {
    use Needs::{Nothing, Rig, RigNegative, Us, UsNegative};
    rules(&[
        ("blowout", Us, "blowout|blowouts"),
        ("blowout in two", Us, "a blow|blew out"),
        ("flat", Us, "flat tire|tires|steer|drive"),
        (
            "have a flat",
            Us,
            "got|have|having|has|caught|with|had|ran a|an|another|two|me|us|myself|this? a? flat|flats !bed|beds|rate|bed|land|fee|line|top|out|spot",
        ),
        (
            "blew a part",
            Us,
            "blew|blown|blow|popped|shredded|lost|busted|threw|slung|chunked|shed|spit|burst|losing out|up|off|all? a|an|my|the|two|another|both|one|some|out|all|left|right|front|rear|outside|inside|trailer|air|radiator|coolant|steer|drive|head|super|turbo|serpentine|fan|brake|oil|fuel|of? my|the|whole|entire|left|right|front|rear|trailer|steer|drive|inside|outside|coolant|head? tire|tires|steer|hose|motor|engine|turbo|gasket|transmission|axle|wheel|bearing|rod|alternator|belt|airline|radiator|clutch|driveshaft|injector|airbag|power|pressure|steering|gears|dual|duals|super|line|recap|tread|coolant !gauge|light",
        ),
        (
            "blew both",
            Us,
            "blew|popped|shredded|lost both|two|all of? my|the inside|outside|rear|drive|steer|trailer|front? tires|duals|steers|drives",
        ),
        (
            "came unhooked",
            Rig,
            "came|come|popped unhooked|unhitched|uncoupled|undone|loose|apart",
        ),
        (
            "dead in the road",
            Us,
            "dead|stalled|broke|broken|stuck in the left|right|middle|center|hammer|fast|slow|travel|granny? road|lane|middle|roadway|intersection",
        ),
        (
            "failed",
            Rig,
            "died|dies|quit|quits|detached|collapsed|buckled|stalled|stalling|overheated|overheating|overheat|seized|conked|shredded|exploded|burst|snapped|popped|disintegrated|cracked|sheared|split|kaput !on|down|off|out",
        ),
        ("overheated", Us, "overheated|overheating|stalled"),
        ("conked", Us, "conked !on"),
        (
            "failed on me",
            Rig,
            "died|quit|crapped|conked|cut|went|gave|shut|shutting|cutting|dying|fell|fallen|dropped|sheared|twisted|snapped|popped|going|came|coming|broke|broken|breaking|locked|locking|blew|blown|burned|burnt|let|threw|falling|crapping|acting|is|spit on|out|off|down|up|apart|go|loose !to|for|time|schedule|of|duty|the|my|it|its|empty|loaded",
        ),
        (
            "blew",
            Rig,
            "blew|blown|busted|ruptured|dead|gone|shot|toast|fried|separated|smoking|steaming|leaking !past|by|through|in|my|it|me|set|to|up|battery|tired|man|men|end|last|two|three|four|five",
        ),
        (
            "is flat",
            Rig,
            "is|are|went|going|gone|looks just|completely|all? flat|shredded|dead|down|gone|locked|frozen !to|for|low|at|in|on",
        ),
        (
            "will not",
            RigNegative,
            "will|do|does|did|would|can not|hardly|even? start|restart|refire|budge|crank|turn|fire|move|go|shift|run|roll|build|hold|pull|accelerate|come !with|the|until|without|before|unloading|loading|till|on|my|for|get|up|here|to",
        ),
        (
            "broke down",
            Us,
            "broke|broken|breaking down !the|pallets|my|these|those|boxes|for|a|his|them|crying|load|some|all|freight|and|stacks",
        ),
        (
            "broke down and",
            Us,
            "broke|broken down and !cried|bought|ate|paid|ordered|gave|told|drank|signed|hired|got|let",
        ),
        (
            "breakdown",
            Us,
            "have|having|had|got|report|reporting|with a|another mechanical? breakdown",
        ),
        (
            "dead on the shoulder",
            Us,
            "dead|died|broke|broken|stranded|disabled|quit|limped|stuck on|in|at|by|off|to|down the|on? side|shoulder|middle|water|ramp|lane|hard !in|for|waiting",
        ),
        (
            "stranded",
            Us,
            "am|are|truck|is|been|sitting|got stranded|disabled|inoperable",
        ),
        (
            "smoke from the truck",
            Nothing,
            "smoke|steam|smoking|steaming ... truck|trailer|hood|engine|dash|cab|brakes|tire|tires|wheel|hub|motor|rig|turbo|axle|axles|tandems|tandem|duals|drives|drums|drum|bearing|sleeper|vents !break|stop",
        ),
        (
            "truck smokes",
            Rig,
            "is|are|started|starts|has|am|keeps|just|all smoking|smoke|steaming !break",
        ),
        (
            "truck smoking",
            Us,
            "my|the truck|trailer|engine|brakes|tire|wheel|hub ... smoke|smoking|steam !break",
        ),
        (
            "running hot",
            Us,
            "running|runs|ran|gets|getting hot ... pull|pulled|shoulder|stop|stopped|side|over",
        ),
        (
            "hood or glass",
            Us,
            "hood|windshield flew|shattered|popped|caved|exploded !in|by",
        ),
        (
            "unsafe to drive",
            UsNegative,
            "not feel|is|think .. safe driving|to drive|drive !in",
        ),
        (
            "unsafe driving it",
            UsNegative,
            "not feel .. safe driving|running|taking it|her !in|through|on|with|over",
        ),
        (
            "unsafe driving the truck",
            UsNegative,
            "not feel .. safe driving|running|taking this|the|my truck|rig|tractor|trailer|thing|unit !in|through|on|with|over",
        ),
        (
            "loose in the hand",
            Us,
            "steering|brake|brakes|pedal|axle|hub .. is|are|feel|feels|got|went|going|getting real|really|very|pretty|awful|awfully|so|super|way|all|kind|sort|bit|little? of? loose|soft|mushy|spongy|wobbly !on|enough",
        ),
        ("out of fuel", Us, "ran|run out of fuel|diesel|gas !at|stops"),
        ("no fuel left", Us, "am|are|is|truck out of fuel|diesel|gas"),
        (
            "fluid lost",
            Us,
            "coolant|antifreeze|oil|diesel|fuel|fluid|hydraulic .. all|everywhere|pouring|spraying|gushing|dumping|dumped|puking over|everywhere|out|on|the|?",
        ),
        (
            "need a tow",
            Us,
            "need|needs|needing|waiting|wait|getting|calling|called|requesting for|on|to|get|be|a|the|me|another? a|the|be|get|hooked? tow|towed|wrecker|towing|roadside|jump !motor|trailer|yard|load|company|lot|phone|number",
        ),
        (
            "gelled",
            Nothing,
            "fuel|diesel|lines|line|filters|filter|it is|has|are|got|just|all? gelled|gelling",
        ),
        (
            "went bang",
            Rig,
            "went|go|goes|gone boom|bang|pop|kaboom|poof|kaput",
        ),
        (
            "towed away",
            Nothing,
            "tow|towing|drag|dragging me|us|my truck|rig|tractor? to|in|back|off|truck|out|thing|in|$ !of",
        ),
        (
            "no power",
            UsNegative,
            "lost|losing|no|zero|have all|most|my|the|any|engine|no? my|the|of? power|steering|oil|air|brake|coolant|transmission|clutch? power|steering|pressure|gears|compression|coolant|oil|air|clutch|throttle !steering|washing|over|nap|nozzle|to",
        ),
        (
            "part came off",
            Rig,
            "came|come|coming|fell|flew|is|broke|breaking|ripped|falling all|completely|clean|right? off|loose|apart|out !loading|time",
        ),
    ])
});

/// Every breakdown the words tell of.
pub(super) fn events(said: &Said<'_>) -> Vec<Event> {
    let mut found = Vec::new();
    for rule in FAILURES.iter() {
        for span in rule.pattern.find_all(said) {
            let who = subject(said, span.start);
            let fits = match rule.value {
                Needs::Rig | Needs::RigNegative => {
                    (who == Who::Ours || she(said, span.start)) && !device(said, span.start)
                }
                Needs::Us | Needs::UsNegative => who != Who::Other || she(said, span.start) && !woman(said),
                Needs::Nothing => true,
            };
            if fits && !departs(said, &span) && !by_his_own_hand(said, &span) {
                let negative = matches!(rule.value, Needs::RigNegative | Needs::UsNegative);
                found.push(Event {
                    kind: EmergencyType::Breakdown,
                    tier: EmergencyTier::High,
                    rule: rule.name,
                    span,
                    negative,
                });
            }
        }
    }
    found.extend(blinded(said));
    found
}

/// "took a rock to the windshield can't see": the glass is struck or broken, and he sees nothing through it.
fn blinded(said: &Said<'_>) -> Option<Event> {
    let struck = pat!(
        "rock|rocks|brick|debris|gravel|ladder|chunk|shattered|shatter|spiderwebbed|spidered|cracked|busted|broke|broken|smashed|caved|exploded"
    );
    let glass = pat!("windshield|windscreen !guy|guys|shop|place|company|people|man");
    let span = pat!("not hardly|barely|even|really? see").find(said)?;
    let near = |p: &Pattern| p.find_all(said).iter().any(|r| r.start.abs_diff(span.start) < 12);
    let told_off = said.is(span.end, &["any", "it", "why", "how", "what", "damage"]);
    (near(struck) && near(glass) && !told_off).then_some(Event {
        kind: EmergencyType::Breakdown,
        tier: EmergencyTier::High,
        rule: "blinded",
        span,
        negative: true,
    })
}

/// "she died on me": a truck is a she.
fn she(said: &Said<'_>, verb: usize) -> bool {
    (verb.saturating_sub(3)..verb).any(|i| said.is(i, &["she"]) && said.clause(i) == said.clause(verb))
}

fn woman(said: &Said<'_>) -> bool {
    (0..said.len()).any(|i| {
        said.is(
            i,
            &[
                "wife", "lady", "woman", "girl", "mom", "daughter", "sister", "her",
            ],
        )
    })
}

/// A phone's battery, the reefer's or the trailer's door are not the truck.
fn device(said: &Said<'_>, verb: usize) -> bool {
    let start = said.clause_range(verb).start;
    (start..verb).any(|i| {
        said.is(
            i,
            &[
                "phone", "tablet", "eld", "reefer", "headset", "laptop", "door", "doors", "watch", "camera",
                "radio", "line",
            ],
        ) && !(said.is(i, &["line"])
            && said.is(
                i.wrapping_sub(1),
                &["air", "brake", "fuel", "coolant", "oil", "airline"],
            ))
    })
}

/// "let me get this rig shut down": he does it himself.
fn by_his_own_hand(said: &Said<'_>, span: &Range<usize>) -> bool {
    said.is(span.start, &["shut", "shutting", "cut", "cutting", "locked", "locking"])
        && pat!("let|get|getting|gotta|need|needed|want|wanted|going|about|had|have me|to|this|the|my|it|her ... shut|shutting|cut|cutting|locked")
            .find_all(said)
            .iter()
            .any(|r| r.end == span.start + 1)
}

/// "it's going out tomorrow", "load came off": ways of speaking about freight and leaving.
fn departs(said: &Said<'_>, span: &Range<usize>) -> bool {
    let start = said.clause_range(span.start).start;
    // "the fog burned off", "the wheels came off this plan"
    let plan = (span.end..span.end + 3).any(|i| said.is(i, &["plan", "deal", "day", "week", "show"]));
    if said.is(span.start, &["burned", "burnt"]) && said.is(span.end - 1, &["off"]) || plan {
        return true;
    }
    // "the trailer's gone": that is theft, or just away.
    if said.is(span.start, &["gone"])
        && (start..span.start).any(|i| said.is(i, &["truck", "trailer", "load", "freight", "rig"]))
    {
        return true;
    }
    let freight = (start..span.start).any(|i| said.is(i, &["load", "freight", "pallets", "cargo"]));
    let only_it = (start..span.start).any(|i| said.is(i, &["it"]))
        && !(start..span.start).any(|i| crate::extract::party::RIG.contains(&said.word(i)));
    let leaving = said.is(
        span.start,
        &[
            "is", "going", "went", "came", "coming", "fell", "let", "gave", "cut", "shut",
        ],
    );
    (freight || only_it) && leaving && !said.is(span.end - 1, &["smoking", "steaming", "dead", "flat"])
}
