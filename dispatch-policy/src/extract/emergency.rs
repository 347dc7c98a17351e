//! Emergencies: what happened, to whom, when, and whether it is denied.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{Emergency, EmergencyTier, EmergencyType, Facts, Found};

use super::party::{self, Who};
use super::pattern::{Rule, pat, rules};
use super::scope;
use super::text::Said;
use super::{breakdown, collision};

/// Whose trouble a pattern is about by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// The pattern names the driver or his truck.
    Ours,
    /// The clause must not be about somebody else.
    Open,
    /// The clause must be about the driver, his truck or someone with him.
    NeedsUs,
}

#[derive(Debug, Clone, Copy)]
struct Trouble {
    kind: EmergencyType,
    tier: EmergencyTier,
    whose: Whose,
    /// The words deny something themselves ("won't start", "no brakes").
    negative: bool,
}

const fn t(kind: EmergencyType, tier: EmergencyTier, whose: Whose) -> Trouble {
    Trouble {
        kind,
        tier,
        whose,
        negative: false,
    }
}

const fn n(kind: EmergencyType, tier: EmergencyTier, whose: Whose) -> Trouble {
    Trouble {
        kind,
        tier,
        whose,
        negative: true,
    }
}

static TROUBLES: LazyLock<Vec<Rule<Trouble>>> = LazyLock::new(|| {
    use EmergencyTier::{High, Immediate};
    use EmergencyType::{Accident, Breakdown, Medical, Other};
    use Whose::{NeedsUs, Open, Ours};
    rules(&[
        // Fire.
        (
            "thing on fire",
            t(Other, Immediate, Ours),
            "@rig|tire|tires|brakes|brake|wheel|wheels|hub|load|cargo|freight|sleeper|battery|hood|dash|it|everything|axle is|are|was|caught|just|has|have|going|up|in|all? on|caught|up|catching? fire|flames|burning",
        ),
        (
            "fire in the truck",
            t(Other, Immediate, Open),
            "fire|flames|burning in|under|on|from|at|inside|around|out my|the? @rig|hood|tire|tires|brakes|wheel|wheels|sleeper|dash|axle|box",
        ),
        (
            "there is a fire",
            t(Other, Immediate, Open),
            "there|have|got is|a a|some fire|flames !ahead|up|on|department|truck|drill|sale|extinguisher|hydrant|in",
        ),
        (
            "have a fire",
            t(Other, Immediate, Ours),
            "i|we|have have|got a fire|flames !extinguisher|truck|under",
        ),
        (
            "i am on fire",
            t(Other, Immediate, Ours),
            "my|the @rig .. fire|flames|burning|exploded|explode|exploding !up|extinguisher|department|truck",
        ),
        ("full of smoke", t(Other, Immediate, Ours), "full of smoke"),
        ("fire cried", t(Other, Immediate, Ours), "fire fire"),
        (
            "caught fire",
            t(Other, Immediate, Ours),
            "caught|catching|catch|on !up fire|flames !today|this|sale|at|last|with",
        ),
        (
            "flames",
            t(Other, Immediate, Open),
            "flames|exploded|explosion|exploding",
        ),
        // Caught, crushed.
        (
            "trapped",
            t(Accident, Immediate, NeedsUs),
            "trapped|pinned|wedged in|inside|under|underneath|between|behind|by|against|here|down",
        ),
        (
            "i am trapped",
            t(Accident, Immediate, Ours),
            "i|we am|are trapped|pinned",
        ),
        (
            "cannot get out",
            n(Accident, Immediate, NeedsUs),
            "not get|open out|myself|my|the of|the|door|leg|legs|arm|foot? cab|truck|leg|legs|arm|foot|loose|free|door",
        ),
        (
            "crushed",
            t(Accident, Immediate, Open),
            "got|is|was|being|been|guy|man|somebody|someone|leg|arm|hand|foot|fingers crushed|pinned|trapped !it|by",
        ),
        // Life.
        (
            "unconscious",
            t(Medical, Immediate, Open),
            "unconscious|unresponsive|fainted|seizure|seizing|seizures|convulsing|overdosed|overdose|choking !on|it|up",
        ),
        (
            "passed out",
            t(Medical, Immediate, Open),
            "passed|blacked|knocked out !@thing",
        ),
        (
            "collapsed",
            t(Medical, Immediate, Open),
            "he|she|partner|driver|i|wife|husband|just|guy collapsed",
        ),
        (
            "stroke",
            t(Medical, Immediate, Open),
            "having|had|have|think a|another stroke",
        ),
        (
            "not breathing",
            n(Medical, Immediate, Open),
            "not breathing|breathe|responding|responsive|waking|wake|respond up|right|good|well|hardly|much? !forward|until|today|an|inch|any",
        ),
        (
            "cannot breathe",
            n(Medical, Immediate, Open),
            "not|hardly|barely|hard|trouble|difficulty|problem|problems|struggling hardly|even|really|having|to|catch|get? breathe|breathing|breath|pulse",
        ),
        (
            "short of breath",
            t(Medical, Immediate, Open),
            "short|shortness of breath",
        ),
        ("no pulse", n(Medical, Immediate, Open), "no pulse"),
        (
            "chest",
            t(Medical, Immediate, Open),
            "chest .. pain|pains|hurt|hurts|hurting|tight|tightness|pressure|heavy|burning|killing|squeezing",
        ),
        (
            "pain in chest",
            t(Medical, Immediate, Open),
            "pain|pains|pressure|tightness|hurting|hurts|tight in|on|across my|the? chest",
        ),
        (
            "heart",
            t(Medical, Immediate, Open),
            "heart attack|racing|stopped|failing",
        ),
        (
            "heart hurts",
            t(Medical, Immediate, Open),
            "my|his|her heart is|hurts|keeps|feels racing|hurting|pounding|funny|skipping|stopping",
        ),
        (
            "numb",
            t(Medical, Immediate, Open),
            "numb|numbness|drooping|slurring|slurred|paralyzed",
        ),
        (
            "limb",
            n(Medical, Immediate, Open),
            "not feel|move my|his|her left|right? arm|arms|leg|legs|face|hand|side",
        ),
        (
            "dizzy and weak",
            t(Medical, Immediate, Open),
            "dizzy .. weak|weakness|numb",
        ),
        (
            "bleeding",
            t(Medical, Immediate, Open),
            "bleeding|blood is? bad|badly|everywhere|heavy|heavily|lot|out|all|pretty|real|really|a|from|won't|and|pouring|gushing",
        ),
        (
            "will not stop bleeding",
            n(Medical, Immediate, Open),
            "not stop|stopping|quit bleeding|the",
        ),
        (
            "stop the bleeding",
            n(Medical, Immediate, Open),
            "not stop|control the bleeding|blood",
        ),
        (
            "about to faint",
            t(Medical, Immediate, Ours),
            "pass|passing|black|blacking out !@thing",
        ),
        (
            "stuck inside",
            n(Accident, Immediate, Ours),
            "stuck|trapped|pinned in|inside|under my|the? cab|truck|seat|dash|tractor ... not get|move|open|reach",
        ),
        (
            "losing blood",
            t(Medical, Immediate, Open),
            "losing|lost|lots|coughing|spitting|covered a|of|up|in|lot|so|too|much? of? blood",
        ),
        (
            "bleeding some",
            t(Medical, High, Open),
            "i|he|she|head|arm|leg|hand|face|nose|is|am|are|partner|driver am|is? bleeding !money|cash|fuel",
        ),
        (
            "allergic",
            t(Medical, Immediate, Open),
            "allergic reaction|throat|anaphylactic",
        ),
        (
            "throat",
            t(Medical, Immediate, Open),
            "throat is? closing|swelling|swollen",
        ),
        (
            "suicide",
            t(Medical, Immediate, Open),
            "kill|killing|end|ending|shoot|hang myself|it !up",
        ),
        ("suicidal", t(Medical, Immediate, Open), "suicidal|suicide"),
        // Weapons.
        (
            "gun",
            t(Other, Immediate, Open),
            "gun|guns|knife|pistol|shotgun|rifle|weapon|gunpoint|knifepoint|machete|armed man|guy|person|men|robber|and?",
        ),
        (
            "shot",
            t(Other, Immediate, Open),
            "been|got|getting|get|am|being|was shot|jumped !up|down|at|out|to|through|by|a|over",
        ),
        (
            "attacked",
            t(Other, Immediate, Open),
            "been|got|getting|get|am|being|was stabbed|robbed|mugged|carjacked|hijacked|attacked|assaulted|kidnapped !on",
        ),
        ("shots", t(Other, Immediate, Open), "shooting out|everywhere|all|around|at here|us|people|each|over|?"),
        (
            "shot at",
            t(Other, Immediate, Open),
            "shooting|shot|shots|firing|fired at|fired me|us|my|the? truck|cab|?",
        ),
        (
            "robbing",
            t(Other, Immediate, Open),
            "robbing|carjacking|hijacking|stabbing|attacking|threatening|robbery|assaulting me|us|my|in|the",
        ),
        (
            "breaking in",
            t(Other, Immediate, Open),
            "trying|is|are|somebody|someone|guys|guy|people to? break|breaking into|in my|the? truck|cab|trailer|to|now|door",
        ),
        // Substances.
        (
            "hazmat",
            t(Other, Immediate, Open),
            "hazmat|chemical|chemicals|acid|propane|chlorine|ammonia|tanker|tank|placarded|hazardous|toxic|gas|gasoline|vapor|product|fumes .. leak|leaking|leaked|spill|spilled|spilling|release|released|leaks|venting|cloud|everywhere|pouring",
        ),
        (
            "leaking hazmat",
            t(Other, Immediate, Open),
            "leaking|leaked|spilled|spilling|leak|spill|venting .. hazmat|chemical|chemicals|acid|propane|chlorine|ammonia|hazardous|toxic|gas|gasoline|tanker|placard",
        ),
        (
            "fuel spill",
            t(Other, High, Open),
            "fuel|diesel|oil|tank tank|tanks|is|are|line? .. spilling|spilled|spill|pouring|gushing|ruptured|punctured|everywhere",
        ),
        // Brakes gone.
        (
            "no brakes",
            n(Breakdown, Immediate, Open),
            "no|lost|losing|without my|the|any|all|air? brakes|brake|braking !check|lights|line|shoes|pads|work|light",
        ),
        (
            "brakes gone",
            n(Breakdown, Immediate, Open),
            "brakes|brake are|is|just|have|has|all? went|gone|failed|fail|failing|out|not|quit|quitting|gave|go out|working|holding|on|work|stopping|hold?",
        ),
        (
            "cannot stop",
            n(Breakdown, Immediate, Open),
            "not stop|slow the|this|it|my truck|thing|rig|down",
        ),
        (
            "cannot stop alone",
            n(Breakdown, Immediate, Open),
            "i|we can not stop $",
        ),
        (
            "runaway",
            t(Breakdown, Immediate, Open),
            "runaway !ramp|sign|ahead|train",
        ),
        (
            "call 911",
            t(Other, Immediate, Open),
            "call|called|calling|need|get|send|dial 911|ambulance|paramedics|paramedic|medic|ems|police|cops|fire",
        ),
        (
            "nine one one",
            t(Other, Immediate, Open),
            "call|called|calling|need|dial me|an|a|the? nine one one",
        ),
        (
            "need ambulance",
            t(Medical, Immediate, Open),
            "need|call|get|send me|us|an|a|the|some? me|us|an|a|the|some? ambulance|paramedics|paramedic|medic|ems|doctor !appointment|note|is",
        ),
        // Crashes.
        // Breakdowns.
        // Theft.
        (
            "stolen",
            t(Other, High, Open),
            "stole|stealing|steal|robbed|jacked|hijacked|took my|our|the whole|damn? truck|trailer|load|freight|tractor|cargo|rig|wallet !stop|to|in|into|back|up|over|through|off|around|for|and",
        ),
        (
            "truck stolen",
            t(Other, High, Open),
            "truck|trailer|load|freight|tractor|cargo|rig|fuel .. stolen|robbed|hijacked|missing|theft|stole|broken into|?",
        ),
        (
            "truck gone",
            t(Other, High, Ours),
            "truck|trailer|tractor|rig|load is|just|was|has|not gone|missing|stolen|vanished|disappeared !through|up|down|to|over|out|by|in",
        ),
        (
            "broken into",
            t(Other, High, Ours),
            "broke|broken|breaking into my|the|our truck|trailer|cab|rig",
        ),
        (
            "was broken into",
            t(Other, High, Ours),
            "got|been|was|is|were broken into",
        ),
        (
            "getting in",
            t(Other, High, Open),
            "somebody|someone|guy|guys|he|they|man|men|dude|people is|are? trying|tried|tries|attempting to get|climb in|into|inside my|the? cab|truck|door|sleeper !with",
        ),
        (
            "cut the seal",
            t(Other, High, Open),
            "seal|lock|locks|trailer .. cut|broken|busted|tampered|missing !open|by|at|before|off",
        ),
        // The driver himself.
        (
            "nodding off",
            t(Medical, High, Ours),
            "nodding|dozing|nodded|dozed|drifting off !at|in|waiting|while|here|early",
        ),
        (
            "falling asleep",
            t(Medical, High, Ours),
            "falling|fall asleep !at|in|early|while",
        ),
        (
            "wheel asleep",
            t(Medical, High, Ours),
            "asleep|nodding|dozing|dozed|nodded|sleeping off? at|behind the wheel",
        ),
        (
            "eyes",
            n(Medical, High, Ours),
            "not|hardly|barely|trouble|struggling|hard|fighting .. keep|keeping|stay|staying my|awake eyes|open|awake|?",
        ),
        (
            "stay awake",
            n(Medical, High, Ours),
            "not|hardly|barely|trouble|struggling|hard|fighting to? stay|staying|keep|keeping awake|myself|my eyes|awake|?",
        ),
        (
            "dizzy",
            t(Medical, High, Ours),
            "dizzy|faint|lightheaded|woozy|disoriented|delirious",
        ),
        (
            "ill",
            t(Medical, High, Ours),
            "am|feel|feeling|felt|getting|got|been|really|so|real|pretty|very|too|violently sick|nauseous|nauseated|ill|feverish !of|and",
        ),
        (
            "vomiting",
            t(Medical, High, Ours),
            "vomiting|puking|puked|vomited",
        ),
        (
            "throwing up",
            t(Medical, High, Ours),
            "throwing|threw up !a|gang|my|the|signs|his|some",
        ),
        (
            "not feeling well",
            n(Medical, High, Ours),
            "not feel|feeling|doing so|too|very|real|really|all|that? good|well|right|hot|great|okay !about|with",
        ),
        (
            "vision",
            t(Medical, High, Ours),
            "vision|eyes|sight .. blurry|blurred|blurring|double|black|gone|going|spotty",
        ),
        (
            "hurt a limb",
            t(Medical, High, Ours),
            "hurt|injured|broke|burned|burnt|cut|smashed|twisted|sprained|dislocated|sliced|fractured|gashed my|his|her left|right|whole? arm|leg|hand|foot|ankle|wrist|back|head|neck|finger|fingers|shoulder|knee|ribs|nose|face|eye",
        ),
        (
            "hurt",
            t(Medical, High, Ours),
            "i|we|he|she|driver|partner am|is|are|got|been|was|have|really|just hurt|injured|badly|burned really|badly|bad|pretty|hurt|injured?",
        ),
        (
            "hurt myself",
            t(Medical, High, Ours),
            "hurt|injured|cut|burned myself|himself|herself",
        ),
        (
            "fell",
            t(Medical, High, Ours),
            "i|partner|he|she|just|and fell|slipped|tripped|landed off|out|down|from|on|and|over|getting !asleep|behind|through|apart|short|back|in",
        ),
        (
            "hit my head",
            t(Medical, High, Ours),
            "hit|banged|cracked|busted|hurt|smacked my|his|her head|face|back|neck|knee",
        ),
        (
            "diabetic",
            t(Medical, High, Open),
            "blood|sugar sugar|is|pressure .. low|dropping|crashing|crashed|high|dropped|through",
        ),
        (
            "stomach",
            t(Medical, High, Open),
            "stomach|appendix|kidney|gallbladder|back|head|abdomen .. killing|stone|stones|burst|cramps|cramping|splitting|exploding|hurts|hurting|pain|pains so|really|bad|me|i|that|and !traffic",
        ),
        (
            "emergency",
            t(Other, High, Ours),
            "this|it|have|got|having|i|we|is is|a|an|have|got|medical? an|real? emergency !brake|brakes|exit|stop|lane|contact|flasher|flashers|triangle|triangles|room|kit|lights|vehicle|vehicles|break",
        ),
        (
            "run over",
            t(Accident, Immediate, Open),
            "guy|man|woman|lady|kid|somebody|someone|lumper|worker|partner|he|she|i got|was|is|has|have been|just? run|ran over",
        ),
        ("limb run over", t(Accident, Immediate, Open), "his|her|my @body got|was|been? run|ran over"),
        ("smell of fire", t(Other, High, Ours), "smell|smelling .. smoke|burning !break|from"),
        ("mayday", t(Other, High, Ours), "mayday|sos"),
        ("help alone", t(Other, High, Ours), "^ help help? $"),
        ("panic", t(Medical, High, Ours), "panic|anxiety attack"),
        ("bitten", t(Medical, High, Ours), "got|been|was bit|bitten|stung by"),
        ("monoxide", t(Medical, Immediate, Ours), "carbon monoxide !detector|alarm|sensor"),
        (
            "on the tracks",
            t(Accident, Immediate, Ours),
            "stuck|hung|stalled|stranded|trapped|dead|centered|bottomed|stopped up|out|centered? on|across the|some|these|a? railroad|train|rail? tracks|track",
        ),
        (
            "water rises",
            t(Other, Immediate, Ours),
            "water is? coming|rising|pouring|getting|filling|up ... cab|truck|doors|floorboard|tractor",
        ),
        ("help me", t(Other, High, Ours), "help|save me|us $"),
        (
            "help please",
            t(Other, High, Ours),
            "please|somebody|someone|god|send help|hurry !with|out|desk",
        ),
        (
            "need help now",
            t(Other, High, Ours),
            "need|needs help now|right|fast|bad|quick|over|immediately|out|asap|$ !with",
        ),
    ])
});

/// Something that happened, before it is asked to whom and whether.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub(super) kind: EmergencyType,
    pub(super) tier: EmergencyTier,
    pub(super) rule: &'static str,
    pub(super) span: Range<usize>,
    /// The words hold their own "not" or "no" ("won't start", "no brakes").
    pub(super) negative: bool,
}

/// Reads the gravest emergency in the utterance; of two as grave the one said first.
pub(super) fn read(said: &Said<'_>, facts: &mut Facts) {
    let mut best: Option<(Event, String)> = None;
    for (event, words) in in_windows(said) {
        let best_event = best.as_ref().map(|(b, _)| b);
        let graver = best_event
            .is_none_or(|b| event.tier > b.tier || (event.tier == b.tier && event.span.start < b.span.start));
        if graver {
            best = Some((event, words));
        }
    }
    facts.emergency = best.map(|(e, words)| Found {
        value: Emergency {
            kind: e.kind,
            tier: e.tier,
        },
        words,
        rule: e.rule.to_owned(),
    });
}

/// How many words an event is judged by on either side.
const CONTEXT: usize = 60;

/// The events with their words. A flood of words is read in overlapping parts, each event in the part that has its
/// context, so that the work grows with the words and not with their square.
fn in_windows(said: &Said<'_>) -> Vec<(Event, String)> {
    let mut found = Vec::new();
    let mut core = 0;
    while core < said.len() {
        let (from, next) = (core.saturating_sub(CONTEXT), core + 2 * CONTEXT);
        let to = (next + CONTEXT).min(said.len());
        // What fits in one part is not cut.
        let next = if to == said.len() { to } else { next };
        let part = Said::of(said.raw, said.tokens[from..to].to_vec());
        for event in events(&part) {
            if (core..next).contains(&(event.span.start + from)) {
                let words = part.words(event.span.clone());
                let span = event.span.start + from..event.span.end + from;
                found.push((Event { span, ..event }, words));
            }
        }
        core = next;
    }
    found
}

/// What is real: ours, now, and not denied.
fn events(said: &Said<'_>) -> Vec<Event> {
    let mut found = Vec::new();
    for rule in TROUBLES.iter() {
        for span in rule.pattern.find_all(said) {
            if is_real(said, &span, rule.value) {
                let Trouble {
                    kind, tier, negative, ..
                } = rule.value;
                found.push(Event {
                    kind,
                    tier,
                    rule: rule.name,
                    span,
                    negative,
                });
            }
        }
    }
    // "it's got my legs, i can't get out": something holds him.
    let held = pat!("leg|legs|foot|feet|arm|hand|dash|steering|cab|seat|seatbelt|fire|smoke|water|flames").is_in(said);
    if held && let Some(span) = pat!("i|we|he|she can not get|open|reach out|loose|free|door|anything|it").find(said) {
        let trouble = n(EmergencyType::Accident, EmergencyTier::Immediate, Whose::Ours);
        if is_real(said, &span, trouble) {
            found.push(Event {
                kind: trouble.kind,
                tier: trouble.tier,
                rule: "held fast",
                span,
                negative: true,
            });
        }
    }
    let leak = pat!("leaking|leak|leaked|spilling|spilled|spill").find(said);
    if let Some(span) = leak.filter(|_| {
        pat!("hazmat|placarded|placards|hazardous|chemical|chemicals|acid|toxic|corrosive|flammable")
            .is_in(said)
    }) {
        let trouble = Trouble {
            kind: EmergencyType::Other,
            tier: EmergencyTier::Immediate,
            whose: Whose::Ours,
            negative: false,
        };
        if is_real(said, &span, trouble) {
            found.push(Event {
                kind: trouble.kind,
                tier: trouble.tier,
                rule: "hazmat leaks",
                span,
                negative: false,
            });
        }
    }
    for e in collision::events(said).into_iter().chain(breakdown::events(said)) {
        let trouble = Trouble {
            kind: e.kind,
            tier: e.tier,
            whose: Whose::Ours,
            negative: e.negative,
        };
        if is_real(said, &e.span, trouble) {
            found.push(e);
        }
    }
    found
}

fn is_real(said: &Said<'_>, span: &Range<usize>, trouble: Trouble) -> bool {
    let at = span.start;
    if !trouble.negative && (scope::denied(said, at) || inner_denial(said, span)) {
        return false;
    }
    if scope::supposed(said, at) && !is_feeling(said, at) {
        return false;
    }
    // "these guys are on fire", "i'm on fire today": only things burn.
    if let Some(on) = pat!("on fire").find(said)
        && span.contains(&on.start)
        && matches!(party::subject(said, on.start), Who::Other | Who::Us)
        && !pat!("my|our|the load|truck|trailer|rig|cab|engine|sleeper").is_in(said)
    {
        return false;
    }
    if inner_near_miss(said, span)
        || scope::past(said, at)
        || is_resolved(said, span)
        || is_work_word(said, span)
        || is_idiom(said, span)
    {
        return false;
    }
    match trouble.whose {
        Whose::Ours => !is_someone_elses(said, span, true),
        // A person crushed or run over counts whoever it is, unless only seen in passing.
        Whose::Open if trouble.kind == EmergencyType::Accident => {
            !pat!("saw|passed|heard|ahead|news|radio|once").is_in(said)
        }
        Whose::Open => !is_someone_elses(said, span, false),
        Whose::NeedsUs => is_ours(said, span) && !is_someone_elses(said, span, false),
    }
}

/// "the truck is not on fire", "it did not hit me".
fn inner_denial(said: &Said<'_>, span: &Range<usize>) -> bool {
    span.clone()
        .skip(1)
        .any(|i| said.is(i, &["not", "never", "nothing"]))
}

fn inner_near_miss(said: &Said<'_>, span: &Range<usize>) -> bool {
    (span.start.saturating_sub(1)..span.end).any(|i| {
        said.is(i, &["almost", "nearly"])
            || (said.is(i, &["about"])
                && i > 0
                && said.is(
                    i + 1,
                    &[
                        "hit",
                        "got",
                        "rear",
                        "ran",
                        "wrecked",
                        "crashed",
                        "went",
                        "lost",
                        "jackknifed",
                        "clipped",
                        "sideswiped",
                    ],
                ))
            || (said.is(i, &["could", "would", "should", "might"]) && said.is(i + 1, &["have"]))
    }) && !pat!("passed|fell|falling|asleep|fainted|blacked")
        .find(said)
        .is_some_and(|r| r.start >= span.start && r.end <= span.end + 1)
}

/// "feel like i'm gonna pass out", "might be having a heart attack": supposed, and grave all the same.
fn is_feeling(said: &Said<'_>, at: usize) -> bool {
    let range = said.clause_range(at);
    let felt = (range.start.saturating_sub(3)..range.end).any(|j| {
        said.is(
            j,
            &[
                "feel",
                "feels",
                "think",
                "chest",
                "heart",
                "breathe",
                "stroke",
                "pass",
                "bleeding",
                "numb",
                "breathing",
            ],
        )
    });
    felt && !(range.start..at).any(|j| said.is(j, &["if", "unless", "hope", "long", "afraid", "worried"]))
}

/// The clause, or what the words belong to, is about someone else.
fn is_someone_elses(said: &Said<'_>, span: &Range<usize>, ours: bool) -> bool {
    let mut range = said.clause_range(span.start);
    if range.start > 0
        && said.is(range.start, &["that", "who", "which", "and"])
        && !said.is(range.start + 1, &["i", "we", "my", "it", "now"])
    {
        // A relative clause speaks of what stands before it.
        range = said.clause_range(range.start - 1).start..range.end;
    }
    let last = said.clause_range(span.end.saturating_sub(1).max(span.start)).end;
    let me_after = (span.start..last.min(said.len())).any(|j| {
        said.is(j, &["me", "us", "my", "our"])
            && !(said.is(j.wrapping_sub(1), &["behind"])
                || said.is(j.wrapping_sub(1), &["of"]) && said.is(j.wrapping_sub(2), &["ahead", "front"]))
    });
    let seen = pat!(
        "passed|passing|saw|see|seen|seeing|heard|watching|watched|witnessed|noticed|came|coming|drove|past|by|reporting|reported|helped|helping|called|pulled|stopped|slowed|slowing|looks|rubbernecking|waved|behind"
    );
    let seeing = seen.find_all(said).into_iter().any(|r| {
        r.start >= range.start
            && r.end <= span.start
            && match said.word(r.start) {
                "came" | "coming" => said.is(r.end, &["up", "upon", "across"]),
                "looks" => said.is(r.end, &["like"]) && !me_after,
                "called" => said.is(r.end, &["in", "it", "about", "for"]),
                "stopped" | "pulled" => {
                    said.is(r.end, &["for", "to", "because", "behind"])
                        || said.is(r.end + 1, &["to", "for"])
                            && said.is(r.end, &["over"])
                            && said.is(r.end + 2, &["help", "let"])
                }
                "behind" | "past" | "by" => said.is(r.end, &["a", "an", "the", "this", "some", "that"]),
                "drove" => said.is(r.end, &["by", "past"]),
                "see" | "saw" | "seen" | "seeing" | "watching" => said.is(
                    r.end,
                    &[
                        "a", "an", "the", "some", "that", "two", "another", "this", "somebody", "someone",
                        "one", "guy", "them", "where",
                    ],
                ),
                _ => true,
            }
    });
    if seeing && !me_after {
        return true;
    }
    let at_distance = (range.start..last).any(|j| {
        said.is(j, &["ahead"])
            || (said.is(j, &["up"])
                && said.is(j + 1, &["there", "the", "front", "ahead", "yonder"])
                && said.is(j + 2, &["road", "ahead", "of", "here"]))
            || (said.is(j, &["in"]) && said.is(j + 1, &["front"]) && !said.is(j + 3, &["my"]))
            || (said.is(j, &["other"]) && said.is(j + 1, &["side", "lanes", "direction"]))
            || (said.is(j, &["back"]) && said.is(j + 1, &["there", "yonder"]))
            || (said.is(j, &["behind"]) && said.is(j + 1, &["me", "us"]))
            || (said.is(j, &["down", "up"]) && said.is(j + 1, &["the"]) && said.is(j + 2, &["road"]))
            || (said.is(j, &["next"]) && said.is(j + 1, &["door", "to"]))
            || (said.is(j, &["side"])
                && said.is(j + 1, &["of"])
                && said.is(j + 2, &["the"])
                && said.is(j + 3, &["road", "highway"])
                && indefinite_subject(said, range.start, span.start + 1))
            || (said.is(j, &["on"]) && said.is(j + 1, &["the"]) && said.is(j + 2, &["news", "radio", "cb"]))
    });
    let first_person = (range.start..span.end)
        .any(|j| said.is(j, &["i", "we", "me", "us", "my", "our", "myself"]) && !is_onlooker(said, j));
    if at_distance && !me_after && !(first_person && !existential(said, range.start)) {
        return true;
    }
    let hurt_or_not = pat!("i|we am|are .. okay|fine|hurt|shaken|safe|unhurt").is_in(said)
        || pat!("nobody|noone|everybody|everyone .. hurt|okay|fine").is_in(said);
    if existential(said, range.start)
        && !hurt_or_not
        && !first_person
        && !me_after
        && !(range.start + 1..range.start + 4).any(|j| said.is(j, &["has", "been"]))
        && pat!("accident|wreck|crash|collision")
            .find(said)
            .is_some_and(|r| r.start >= range.start && r.end <= last)
    {
        return true;
    }
    // A man with a gun is everybody's trouble.
    let threat = pat!("gun|guns|knife|pistol|rifle|shooting|shooter|machete").is_in(said)
        || pat!("somebody|someone|please call|send|get an|the? 911|ambulance|nine|police").is_in(said);
    if indefinite_subject(said, range.start, span.start + 1) && !me_after && !first_person && !threat {
        return true;
    }
    // "my buddy", "another driver", "his truck", "their forklift".
    let other = pat!(
        "buddy|friend|brother|cousin|wife|husband|girlfriend|boyfriend|mom|dad|mother|father|son|daughter|kid|neighbor|coworker|boss|uncle|trainer"
    );
    // "my brother's in the hospital, he had a heart attack".
    let from = if range.start > 0 && said.is(range.start, &["he", "she", "they"]) {
        said.clause_range(range.start - 1).start
    } else {
        range.start
    };
    let elsewhere = pat!("hospital|funeral|er|icu").is_in(said) && !pat!("need|to|nearest hospital|a|the?").is_in(said);
    let of_other = other.find_all(said).into_iter().any(|r| {
        r.start >= from
            && r.start < span.end
            && !pat!("my|the wife|husband|partner|dog|kid|son|daughter|girlfriend|trainer")
                .find_all(said)
                .iter()
                .any(|m| m.end == r.end && with_me(said))
    });
    if of_other && !me_after && (elsewhere || !with_me(said)) {
        return true;
    }
    !ours
        && range.clone().any(|j| {
            said.is(j, &["his", "their", "her", "somebodys", "someones"])
                && j < span.end
                && said.is(j + 1, &["truck", "trailer", "rig", "car", "tire", "engine"])
        })
        && !me_after
}

/// The person rides along: "in the truck with me", "in my sleeper".
fn with_me(said: &Said<'_>) -> bool {
    pat!("with me|us").is_in(said)
        || pat!("in the|my passenger|sleeper|bunk|cab|truck").is_in(said)
        || pat!("wake|waking|breathing|answer|answering|responding|unconscious|unresponsive|pulse|bleeding|seizure")
            .is_in(said)
}

/// "i passed", "we saw": the first person only looks on.
fn is_onlooker(said: &Said<'_>, j: usize) -> bool {
    pat!("i|we have|just|had|only? passed|saw|seen|see|heard|watched|drove|stopped|slowed|pulled")
        .at(said, j)
        .is_some()
}

fn existential(said: &Said<'_>, start: usize) -> bool {
    pat!("there|they is|was|are|were|has|have|had|looks")
        .at(said, start)
        .is_some()
        || pat!("yeah|well|okay|no|because|and|but|so|it there|is is|was|a|an")
            .at(said, start)
            .is_some()
}

/// The doer or sufferer is "a car", "some guy", "another truck", "they".
fn indefinite_subject(said: &Said<'_>, from: usize, to: usize) -> bool {
    let subject = pat!(
        "a|an|some|another|one|this|two|three|four|that|couple|bunch|those|these|other|few|multiple|several of|other|big|little|poor|old|stupid|dang|damn|crazy|young|idiot|of? car|cars|truck|trucks|guy|guys|man|woman|lady|semi|semis|van|vans|driver|drivers|suv|bus|pickup|rv|wheeler|vehicle|vehicles|motorcycle|biker|tanker|camper|trucker|kid|forklift|crew|fedex|ups|swift|house|barn|building|field|hay|brush|motorhome|minivan|sedan|trailer|tractor|dude|fella|old"
    );
    let crew = pat!(
        "guys|crew|team|lumpers|lumper|they|dock|warehouse|receiver|receivers|shipper|somebody|someone|people|everybody|everyone|you|car|brush|grass|wild|forest|house|building|police|cops|troopers|dot"
    );
    let hit = |p: &super::pattern::Pattern| {
        (from..to.min(said.len())).any(|i| p.at(said, i).is_some_and(|e| e <= said.len() && i < to))
    };
    hit(subject) || hit(crew)
}

/// The clause is about the driver, his truck or his people.
fn is_ours(said: &Said<'_>, span: &Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    let last = said.clause_range(span.end.saturating_sub(1).max(span.start)).end;
    let ours = |j: usize| {
        said.is(
            j,
            &[
                "i", "we", "me", "us", "my", "our", "truck", "trailer", "rig", "tractor", "myself",
            ],
        ) && !is_onlooker(said, j)
    };
    (range.start..last).any(ours)
        || span.start == 0
        || (range.start == span.start && !said.is(span.start, &["accident", "wreck", "crash"]))
        || (range.start > 0
            && said.clause_range(range.start - 1).any(ours)
            && said.is(range.start, &["and", "because", "so", "just"]))
}

/// Over and done with: "fixed", "rolling again", "all good now".
fn is_resolved(said: &Said<'_>, span: &Range<usize>) -> bool {
    let after = span.start..said.len();
    let fixed = pat!("fixed|patched|replaced|repaired|swapped|changed|towed|sorted|resolved|handled");
    let again = pat!(
        "rolling|moving|running|driving|back|up good|fine|now|on|and|again the? road|again|running|rolling|move|now|going|way !fire"
    );
    let earlier = pat!("had|was|got|blew|lost|broke|earlier|morning|after ...");
    let put_right = fixed.find_all(said).into_iter().any(|r| {
        after.contains(&r.start)
            && !scope::denied(said, r.start)
            && !scope::supposed(said, r.start)
            && !pat!("need|needs|waiting|trying|until|till|get|getting|to|will|be")
                .find_all(said)
                .iter()
                .any(|w| w.end <= r.start && w.start + 4 >= r.start && !said.is(w.start, &["get", "be"]))
    });
    let goes_on = again.find_all(said).into_iter().any(|r| {
        after.contains(&r.start)
            && !scope::denied(said, r.start)
            && pat!("again|back")
                .find_all(said)
                .iter()
                .any(|a| a.start >= r.start && a.end <= r.end + 1)
    });
    let took = pat!("took ... fixed|replaced|repaired|changed|patched|swapped").is_in(said);
    let now = pat!("rolling|moving|running|driving now|again")
        .find(said)
        .is_some_and(|r| r.start >= span.start);
    (put_right || goes_on || took || now) && (earlier.is_in(said) || put_right || took || now)
}

/// Everyday uses on this job.
fn is_work_word(said: &Said<'_>, span: &Range<usize>) -> bool {
    let near = |p: &super::pattern::Pattern| {
        p.find_all(said)
            .into_iter()
            .any(|r| r.start < span.end && r.end > span.start)
    };
    if near(pat!("gun|gunned|gunning it|her|up")) {
        return true;
    }
    near(pat!("fire|fired|firing it|her|this|the|him|me|them|up|truck up?"))
        && near(pat!("fire|fired|firing ... up"))
        || near(pat!(
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
            "hit the|that ... rail|barrier|wall|median|car|truck in|deer|ground"
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
        || near(pat!("power ... warehouse|building|office|house|dock|receiver"))
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
        ))
}

/// Figures of speech.
fn is_idiom(said: &Said<'_>, span: &Range<usize>) -> bool {
    let near = |p: &super::pattern::Pattern| {
        p.find_all(said)
            .into_iter()
            .any(|r| r.start < span.end && r.end > span.start)
    };
    let speaks_of = |p: &super::pattern::Pattern| p.is_in(said);
    speaks_of(pat!(
        "lumpers|lumper|broker|brokers|prices|price|place|company|shipper|government|irs|taxes|tolls|fuel ... robbing|killing|stealing|bleeding"
    )) || (near(pat!("gun|guns|knife|knives|rifle|weapon"))
        && speaks_of(pat!("hauling|haul|load|loaded|carrying|pallets|freight .. gun|guns|knife|knives|rifle|weapon")))
        || (near(pat!("it is burning|up")) && speaks_of(pat!("hot|degrees|hundred|heat|summer|sun")))
        || (near(pat!("passed|pass out"))
        && speaks_of(pat!("saw|see|seen|heard|looked|laughing|shock|at|from ... bill|price|prices|check|ticket|paycheck|total|receipt|laughing")))
        || (near(pat!("passed|pass|knocked|blacked out"))
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
        || near(pat!("bleeding money|cash|me dry|us dry|fuel"))
        || near(pat!("drowning in"))
        || near(pat!("killing|kill|kills me|us|my|time|it !self"))
            && !near(pat!("chest .."))
            && !near(pat!("kill|killing myself"))
        || near(pat!("sick of|and tired|to death|truck|day|days|leave|load|ride"))
        || near(pat!("cost|costs|costing|pay|paying .. arm|leg"))
        || near(pat!(
            "stuck|trapped in|at|on|behind|here this|the|a|here|there|traffic|line? traffic|dock|line|door|receiver|shipper|construction|jam|lot|yard|phone|hold|meeting|lane|conversation"
        ))
        || near(pat!(
            "dead phone|battery|tired|line|zone|spot|slow|end|last|head|heading|load|miles|serious|wrong|set|on|in|my"
        )) && !near(pat!("dead on|in the? side|shoulder|water|middle|road|lane|ramp"))
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
