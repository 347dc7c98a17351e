//! Doors, lumpers, detention, how the unloading stands, and the proof of delivery.

use std::ops::Range;
use std::sync::LazyLock;

use crate::facts::{Facts, Found, Lumper, UnloadingStatus};
use crate::slot::Slot;

use super::numbers::digits;
use super::pattern::{Pattern, Rule, pat, rules};
use super::repair;
use super::scope;
use super::text::Said;

/// Reads doors; consumes their words.
pub(super) fn door(said: &mut Said<'_>, markers: &[Range<usize>], topic: bool, facts: &mut Facts) {
    let mut best: Option<(String, Range<usize>)> = None;
    let mut i = 0;
    while i < said.len() {
        let Some((name, span)) = named_door(said, i).or_else(|| topic.then(|| bare_door(said, i)).flatten())
        else {
            i += 1;
            continue;
        };
        i = span.end.max(i + 1);
        let replaces = match &best {
            None => true,
            Some((_, old)) => repair::between(markers, old.end, span.start) || scope::denied(said, old.start),
        };
        if replaces && !(scope::denied(said, span.start) && best.is_some()) {
            best = Some((name, span));
        }
    }
    if let Some((value, span)) = best {
        if scope::denied(said, span.start) && said.is(span.start.wrapping_sub(1), &["not"]) {
            return;
        }
        facts.door = Some(Found {
            value,
            words: said.words(span.clone()),
            rule: "door".to_owned(),
        });
        said.take(span);
    }
}

/// "door forty two", "dock a seven", "dock high door one oh six", "door be twelve".
fn named_door(said: &Said<'_>, i: usize) -> Option<(String, Range<usize>)> {
    if !said.is(i, &["door", "doors", "dock", "bay", "docks"]) {
        return None;
    }
    // A trailer's own door is no dock.
    if said.is(
        i.wrapping_sub(1),
        &[
            "trailer", "barn", "swing", "reefer", "rear", "truck", "cab", "side", "sleeper", "back",
        ],
    ) || pat!("trailer #").find_all(said).iter().any(|r| r.end == i)
        || said.is(i + 1, &["high"]) && !said.is(i + 2, &["door"])
    {
        return None;
    }
    let mut at = i + 1;
    while said.is(
        at,
        &[
            "number", "is", "was", "like", "door", "uh", "it", "high", "dock", "they", "said", "on",
        ],
    ) {
        at += 1;
    }
    let (letter, skip) = door_letter(said, at);
    let (text, len) = digits(said, at + skip).or_else(|| homophone(said, at + skip))?;
    if text.len() > 4
        || said.is(
            at + skip + len,
            &[
                "minutes", "hours", "hour", "miles", "foot", "oclock", "times", "percent",
            ],
        )
    {
        return None;
    }
    let end = at + skip + len;
    let text = text.trim_start_matches('0');
    if text.is_empty() {
        return None;
    }
    let (tail, more) = if letter.is_empty() {
        trailing_letter(said, end)
    } else {
        ("", 0)
    };
    Some((format!("{letter}{text}{tail}"), i..end + more))
}

fn homophone(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let last = i + 1 >= said.len() || said.clause(i + 1) != said.clause(i);
    match said.word(i) {
        "to" | "too" if last => Some(("2".to_owned(), 1)),
        "for" | "fore" if last => Some(("4".to_owned(), 1)),
        "ate" => Some(("8".to_owned(), 1)),
        "won" => Some(("1".to_owned(), 1)),
        _ => None,
    }
}

fn door_letter(said: &Said<'_>, i: usize) -> (&'static str, usize) {
    if digits(said, i + 1).is_none() {
        return ("", 0);
    }
    let letter = match said.word(i) {
        "a" | "alpha" | "hey" => "A",
        "b" | "bravo" | "bee" | "be" => "B",
        "c" | "charlie" | "see" | "sea" => "C",
        "d" | "delta" | "dee" => "D",
        "e" | "echo" => "E",
        "f" | "foxtrot" => "F",
        "g" | "golf" => "G",
        "h" => "H",
        "j" | "jay" => "J",
        "k" | "kay" => "K",
        "l" => "L",
        "m" => "M",
        "n" => "N",
        "p" => "P",
        "r" => "R",
        "s" => "S",
        "t" => "T",
        "w" => "W",
        _ => return ("", 0),
    };
    (letter, 1)
}

fn trailing_letter(said: &Said<'_>, i: usize) -> (&'static str, usize) {
    let last = i + 1 >= said.len() || said.clause(i + 1) != said.clause(i);
    match said.word(i) {
        "a" if last => ("A", 1),
        "b" | "bee" if last => ("B", 1),
        "c" if last => ("C", 1),
        "d" if last => ("D", 1),
        _ => ("", 0),
    }
}

/// "they've got me on fifty", "in forty two", "forty two": a number once a door is the topic.
fn bare_door(said: &Said<'_>, i: usize) -> Option<(String, Range<usize>)> {
    if said.is_taken(i..i + 1) || (i > 0 && super::numbers::is_number_word(said.word(i - 1))) {
        return None;
    }
    let lead = pat!(
        "me|it|us|in|on|at|to|into|number|is|said|got|gave|assigned|putting|be|yeah|yep|uh|think|think it? number|is|on|in|at|to?"
    );
    let led = i == 0 || (i.saturating_sub(3)..i).any(|s| lead.at(said, s) == Some(i));
    if !led {
        return None;
    }
    let (letter, skip) = door_letter(said, i);
    let (text, len) = digits(said, i + skip)?;
    let end = i + skip + len;
    // "haven't given me one": a pronoun.
    if said.is(i, &["one"]) && len == 1 && said.is(i.wrapping_sub(1), &["me", "us", "it", "got", "gave", "assigned"]) {
        return None;
    }
    let next = said.word(end);
    let counted = matches!(
        next,
        "minutes"
            | "hours"
            | "hour"
            | "miles"
            | "mile"
            | "oclock"
            | "am"
            | "pm"
            | "degrees"
            | "percent"
            | "foot"
            | "pallets"
            | "trucks"
            | "guys"
            | "point"
            | "days"
            | "more"
            | "in"
            | "ahead"
            | "of"
            | "lumpers"
            | "other"
            | "half"
            | "people"
            | "left"
            | "or"
            | "to"
            | "four"
            | "dollars"
            | "hundred"
            | "doors"
            | "of them"
            | "cases"
            | "skids"
            | "stops"
    );
    let trailer = pat!(
        "trailer|truck|spot|slot|building|line|queue|number|position|lane|parking|load|temp|reefer is|number|in|line|at?"
    );
    let other = (i.saturating_sub(4)..i).any(|s| trailer.at(said, s) == Some(i));
    let counted = counted || (next == "and" && said.is(end + 1, &["a"]));
    let ten_four = text == "104" && !said.is(i, &["104", "one"]);
    (!counted && !other && !ten_four && text.len() <= 3 && !said.is_taken(i..end))
        .then(|| (format!("{letter}{text}"), i..end))
}

static LUMPERS: LazyLock<Vec<Rule<Lumper>>> = LazyLock::new(|| {
    use Lumper::{NotNeeded, Waiting, Working};
    rules(&[
        (
            "no lumper",
            NotNeeded,
            "no|not|without|any need|needed|needing|a|using|use|have|got|any? @lump",
        ),
        (
            "lumper not needed",
            NotNeeded,
            "@lump .. not need|needed|required|necessary",
        ),
        ("driver unload", NotNeeded, "driver unload|assist|unloads"),
        ("no touch", NotNeeded, "no touch"),
        (
            "unload myself",
            NotNeeded,
            "unload|unloading|fingerprint|fingerprinting it? myself|it",
        ),
        (
            "they do it themselves",
            NotNeeded,
            "they|receiver|warehouse ... themselves|selves|own crew|people|guys|unload|forklift|staff?",
        ),
        (
            "paid the lumper",
            Working,
            "paid|pay|paying|comcheck|comchek|code .. @lump",
        ),
        (
            "waiting",
            Waiting,
            "wait~|need|looking|hunting|where|stood|called|holding|hold|until|till ... @lump",
        ),
        (
            "lumper late",
            Waiting,
            "@lump ... not|late|yet|coming|way|soon|show|shown",
        ),
        (
            "need code",
            Waiting,
            "wait~|need .. comcheck|comchek|comdata|efs code?",
        ),
        (
            "working",
            Working,
            "@lump ... working|unloading|here|started|start|on|going|now|got|inside|pulling|breaking|doing",
        ),
        (
            "got a lumper",
            Working,
            "got|have|hired|using|gave|with the|a|my|some|two|three|me? @lump",
        ),
        (
            "lumper does",
            Working,
            "@lump am|are|is|was|were|has|have !not|late|coming",
        ),
        ("lumper", Working, "@lump crew|service|fee|is|are !not|late"),
    ])
});

static STATES: LazyLock<Vec<Rule<UnloadingStatus>>> = LazyLock::new(|| {
    use UnloadingStatus::{Complete, Detention, Drop, Unloading, WaitingForDoor, WaitingForLumper};
    rules(&[
        (
            "empty",
            Complete,
            "am|all|trailer|are|is|now|completely|just|got|been|me empty|emptied !trailer",
        ),
        ("empty alone", Complete, "^ yeah|yep|okay? empty"),
        (
            "all done",
            Complete,
            "all|already|just|completely|fully done|finished|unloaded|emptied|clear|set !pumping|now?",
        ),
        (
            "done unloading",
            Complete,
            "done|finished|through unloading|unload|offloading|with|taking|getting me|us|it|the|unloaded?",
        ),
        (
            "they finished",
            Complete,
            "they|lumpers|lumper|crew|guys|am|are|have|has|just|unloading|unload|it|load .. done|finished !pumping|loading|yet|in",
        ),
        (
            "unloaded",
            Complete,
            "got|have|has|been|am|are|is|all|fully|completely|already|just me|us|it|been? unloaded|offloaded|emptied !by",
        ),
        ("finished", Complete, "finished|wrapped up !loading"),
        ("finished ago", Complete, "^ .. finished|done ... ago"),
        (
            "was unloaded",
            Complete,
            "unloaded already|now|and|about|an|twenty|ten|thirty|five",
        ),
        ("cut loose", Complete, "cut|turned|let|kicked me|us loose|go|out"),
        (
            "delivered",
            Complete,
            "am|all|just|already|been|got|have|is|load|freight|it delivered|offloaded|empty",
        ),
        (
            "signed out",
            Complete,
            "got|have|grabbed|waiting|signed|wait ... my|the|signed paperwork|bills|pod|bols|bol signed|back|and|now|in|yet",
        ),
        (
            "drop and hook",
            Drop,
            "drop|dropping|dropped and|n|in hook|hooked|hooking",
        ),
        (
            "dropped",
            Drop,
            "dropped|dropping|drop|unhooked the|it|my|their|this|that trailer|load|wagon|box|it|in|and|at|off? !a",
        ),
        ("dropped it", Drop, "dropped|dropping it|trailer"),
        (
            "yard tractor has it",
            Drop,
            "yard|switcher dog|jockey|goat|horse|truck|hostler|guy has|got|took|is|have|pulled|grabbed my|the|it trailer|?",
        ),
        ("hooked to an empty", Drop, "hooked|hooking|hook to|up|the|an|my .. empty"),
        ("drop load", Drop, "drop trailer|load|lot|yard"),
        ("preload", Drop, "just|only a drop"),
        (
            "detention",
            Detention,
            "detention|attention|retention !pay|rate|form",
        ),
        (
            "not started",
            WaitingForDoor,
            "not|have|has .. started|start|begun|touched|touch|unloaded|unloading unloading|on|me|yet|my|us|it|the?",
        ),
        (
            "waiting for lumper",
            WaitingForLumper,
            "wait~|need|looking|holding|until|till ... @lump",
        ),
        (
            "lumper not here",
            WaitingForLumper,
            "@lump ... not|late|coming|way",
        ),
        (
            "waiting for door",
            WaitingForDoor,
            "wait~|holding|until|till|sitting|staged ... door|doors|dock|docks|bay|light|assignment|call|spot|turn|clerk|assigned",
        ),
        (
            "no door",
            WaitingForDoor,
            "no|not|without|nobody|have .. door|dock|doors|docks yet|assigned|open|available|for|ready?",
        ),
        (
            "not given",
            WaitingForDoor,
            "nobody|not|have|has ... given|gave|give|assigned|assign|called|call|got .. door|dock|one|me|us|yet",
        ),
        (
            "waiting to unload",
            WaitingForDoor,
            "wait~ .. to|for|on get|be|start|unload|unloaded|unloading|them unload|unloaded|unloading|to|start?",
        ),
        ("staged", WaitingForDoor, "staged|staging|stage"),
        ("in line", WaitingForDoor, "in line|queue"),
        (
            "unloading",
            Unloading,
            "unloading|offloading me|us|now|it|this|right|the|as|already|my !fee",
        ),
        (
            "getting unloaded",
            Unloading,
            "getting|being|get unloaded|offloaded now|right|at|as|in|by|finally|and?",
        ),
        (
            "crew unloading",
            Unloading,
            "they|crew|guys|forklift|lumpers|lumper|he .. unloading|offloading",
        ),
        (
            "i am unloading",
            Unloading,
            "am|are|been|still|already|now|is|started|start unloading|offloading",
        ),
        (
            "pulling it off",
            Unloading,
            "pulling|taking|getting the|my|all? pallets|freight|load|stuff|it|product off|out",
        ),
        (
            "pulling pallets",
            Unloading,
            "pulling|taking pallets|freight|skids",
        ),
        (
            "coming off",
            Unloading,
            "pallets|freight|load|it|product|stuff is|are? coming|going off|out",
        ),
        (
            "halfway",
            Unloading,
            "half|halfway|partially|almost|about|mostly|nearly way? unloaded|empty|offloaded|done",
        ),
        (
            "just started",
            Unloading,
            "they|crew|guys|it just|finally|have|has|already started|begun !loading",
        ),
        (
            "working on me",
            Unloading,
            "working|started|start on me|us|it|my|the trailer|truck|load|now?",
        ),
    ])
});

/// Words the recogniser gives for "lumper".
const LUMPER_WORDS: &str =
    "lumper|lumpers|lumber|lumpur|lumpers'|lumping|lumbers|jumper|jumpers|bumper|lumberjack|lumberjacks|lump";

static LUMP: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(LUMPER_WORDS));

/// Reads lumper, detention and the state of unloading.
pub(super) fn read(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    lumper(said, asked, facts);
    detention(said, asked, facts);
    state(said, facts);
}

fn lumper(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    let mention = LUMP
        .find(said)
        .filter(|r| !said.is(r.start, &["bumper"]) || !said.is(r.end, &["to"]));
    let asks = asked == Some(Slot::Lumper);
    for rule in LUMPERS.iter() {
        let Some(span) = rule.pattern.find(said) else {
            continue;
        };
        let needs_topic = matches!(rule.name, "they do it themselves");
        if needs_topic && !asks && mention.is_none() {
            continue;
        }
        if scope::asks(said, span.start) || rule.value != Lumper::NotNeeded && scope::denied(said, span.start) {
            continue;
        }
        facts.lumper = Some(Found {
            value: rule.value,
            words: said.words(span),
            rule: rule.name.to_owned(),
        });
        return;
    }
    if !asks {
        return;
    }
    let all = 0..said.len();
    let set = |value, rule: &str| {
        Some(Found {
            value,
            words: said.words(all.clone()),
            rule: rule.to_owned(),
        })
    };
    let no = pat!("^ no|nah|nope|not|none|negative|neither").is_in(said);
    let yes = pat!("^ well? yeah|yes|yep|yup|sure|affirmative").is_in(said);
    if pat!("wait~|still|looking|called|coming|way|yet").is_in(said) {
        facts.lumper = set(Lumper::Waiting, "answer");
    } else if pat!("working|here|unloading|started|got").is_in(said) && !no {
        facts.lumper = set(Lumper::Working, "answer");
    } else if no || pat!("them|they selves|themselves|do|does|it").is_in(said) && !yes {
        facts.lumper = set(Lumper::NotNeeded, "answer");
    } else if yes {
        facts.lumper = set(Lumper::Waiting, "answer");
    }
}

fn detention(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    let word = pat!("detention|attention|retention|tension|detentions|detained");
    let heard = word.find(said).filter(|r| {
        said.is(r.start, &["detention", "detentions", "detained"])
            || asked == Some(Slot::Detention)
            || said.is(r.start.wrapping_sub(1), &["on", "in", "into"])
    });
    let found = |value, span: Range<usize>, rule: &str| {
        Some(Found {
            value,
            words: said.words(span),
            rule: rule.to_owned(),
        })
    };
    if let Some(span) = heard {
        let start = said.clause_range(span.start).start;
        let topic = (start..span.start).any(|j| said.is(j, &["how", "what", "who", "much", "paying"]));
        if topic || scope::asks(said, span.start) {
            return;
        }
        let not_yet = pat!("detention|attention not|yet|starts|start|in|will")
            .at(said, span.start)
            .is_some();
        let no = scope::denied(said, span.start) || not_yet;
        if scope::supposed(said, span.start)
            || pat!("about|fixing|almost|close to|into")
                .find(said)
                .is_some_and(|r| r.end <= span.start)
                && !no
        {
            return;
        }
        facts.detention = found(!no, span, "detention");
        return;
    }
    if asked == Some(Slot::Detention) {
        if pat!("so|then|and yeah|yes $").is_in(said) {
            facts.detention = found(true, 0..said.len(), "answer");
        } else if pat!("^ oh|well|uh? no|nah|nope|not|negative").is_in(said) {
            facts.detention = found(false, 0..1, "answer");
        } else if pat!(
            "^ oh|well|uh? yeah|yes|yep|yup|affirmative|sure|absolutely|they|i|we are|am|is|started?"
        )
        .is_in(said)
            && (pat!("^ oh|well? yeah|yes|yep|yup|affirmative|sure|absolutely").is_in(said))
        {
            facts.detention = found(true, 0..1, "answer");
        }
    }
}

fn state(said: &Said<'_>, facts: &mut Facts) {
    use UnloadingStatus::{Complete, Detention, Drop, InDoor, Unloading, WaitingForDoor, WaitingForLumper};
    let shipper = pat!("shipper|shippers|loading|loaded|pickup")
        .find(said)
        .is_some_and(|r| !said.is(r.start, &["loaded"]) || said.is(r.start + 1, &["me", "yet", "up"]));
    let mut found: Vec<Found<UnloadingStatus>> = Vec::new();
    for rule in STATES.iter() {
        for span in rule.pattern.find_all(said) {
            if shipper && !matches!(rule.value, Complete | Drop) || scope::asks(said, span.start) {
                continue;
            }
            let no_inside = matches!(
                rule.name,
                "not started" | "no door" | "not given" | "lumper not here"
            );
            if !no_inside && (scope::denied(said, span.start) || denied_inside(said, &span)) {
                continue;
            }
            if (scope::supposed(said, span.start) || ahead(said, span.start)) && !matches!(rule.value, Drop) {
                continue;
            }
            if rule.value == Detention && facts.detention.as_ref().is_none_or(|d| !d.value) {
                continue;
            }
            if rule.value == Complete
                && (partly(said, &span)
                    || pat!("wait~|until|till|to|hours|when|once|before")
                        .find(said)
                        .is_some_and(|r| {
                            r.end <= span.start
                                && said.clause(r.start) == said.clause(span.start)
                                && !said.is(r.start, &["to"])
                                && rule.name != "signed out"
                        }))
            {
                continue;
            }
            if rule.value == Drop
                && rule.name == "dropped"
                && pat!("dropped a|an|off|my|the? wheel|lane|load bar|phone|call|guy|wife|kid|pallet|pallets")
                    .at(said, span.start)
                    .is_some()
            {
                continue;
            }
            found.push(Found {
                value: rule.value,
                words: said.words(span),
                rule: rule.name.to_owned(),
            });
            break;
        }
    }
    if facts.detention.as_ref().is_some_and(|d| d.value)
        && let Some(d) = &facts.detention
    {
        found.push(Found {
            value: Detention,
            words: d.words.clone(),
            rule: d.rule.clone(),
        });
    }
    if let Some(l) = facts.lumper.as_ref().filter(|l| l.value == Lumper::Waiting) {
        found.push(Found {
            value: WaitingForLumper,
            words: l.words.clone(),
            rule: l.rule.clone(),
        });
    }
    if let Some(d) = &facts.door {
        found.push(Found {
            value: InDoor,
            words: d.words.clone(),
            rule: d.rule.clone(),
        });
    }
    // "in a door", "backed into the dock" without a number.
    if let Some(span) = pat!("in|at|on|into|against|to a|the|my dock|door|bay")
        .find(said)
        .filter(|r| {
            !scope::denied(said, r.start)
                && !ahead(said, r.start)
                && !shipper
                && !pat!("wait~|for|hold~ ..").is_in(said)
        })
    {
        found.push(Found {
            value: InDoor,
            words: said.words(span),
            rule: "in a door".to_owned(),
        });
    }
    let order = [
        Complete,
        Drop,
        Detention,
        WaitingForLumper,
        Unloading,
        InDoor,
        WaitingForDoor,
    ];
    facts.unloading_status = order
        .iter()
        .find_map(|v| found.iter().find(|f| f.value == *v).cloned());
}

/// "almost empty", "half unloaded", "not done".
fn partly(said: &Said<'_>, span: &Range<usize>) -> bool {
    (span.start.saturating_sub(2)..span.end).any(|i| {
        said.is(
            i,
            &[
                "almost",
                "nearly",
                "half",
                "halfway",
                "partially",
                "mostly",
                "not",
                "about",
                "getting",
                "being",
                "an",
                "hooked",
                "hook",
            ],
        ) && !(said.is(i, &["about"]) && i >= span.end)
    }) || said.is(span.end, &["trailer", "wagon", "in", "miles"]) && !said.is(span.end, &["in"])
}

fn denied_inside(said: &Said<'_>, span: &Range<usize>) -> bool {
    span.clone().skip(1).any(|i| said.is(i, &["not", "never"]))
}

/// "they said two hours to get me unloaded", "i'll be empty by five": not yet.
fn ahead(said: &Said<'_>, i: usize) -> bool {
    let range = said.clause_range(i);
    (range.start..i + 1).any(|j| {
        said.is(
            j,
            &[
                "will", "should", "when", "once", "until", "till", "before", "supposed", "hours", "after",
            ],
        ) && !(said.is(j, &["hours"]) && !said.is(j + 1, &["to"]))
    })
}

static POD_YES: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "will do|send|get|upload|scan|take|fax|email|text|snap|shoot|grab|have|make|submit|drop|turn|be",
        "already|just|done did|sent|uploaded|scanned|done|submitted|emailed|faxed|got|have|turned|shot|texted",
        "sent|uploaded|scanned|emailed|submitted|faxed|texted it|them|that|the|pod|over|in|already|bills|paperwork|bol",
        "got|have|grabbed|getting it|them|my|the|a ... signed|scanned|uploaded|pod|paperwork|bills|copy|copies|ready",
        "going to send|upload|scan|get|take|submit",
        "you got it|that",
        "done deal", "no|not a|any|big|the? problem|worries|issue|sweat", "of course", "ten|10 four|4", "roger|copy|understood|absolutely|definitely|certainly|affirmative|sure|bet|gotcha",
        "sounds good", "i know", "can do", "i got you|it", "consider it done", "soon as|after|when|once i",
        "^ yeah|yes|yep|yup|yessir|okay|sure|right|alright|fine|all|yea", "no doubt", "always do", "as soon as",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// Reads the answer to the reminder about the proof of delivery.
pub(super) fn pod(said: &Said<'_>, asked: Option<Slot>, is_question: bool, facts: &mut Facts) {
    let asks = asked == Some(Slot::Pod);
    let named = pat!("pod|pods|paperwork|bills|bol|bols|proof|receipt|papers|delivery receipt?").find(said);
    let found = |value, rule: &str| {
        Some(Found {
            value,
            words: said.words(0..said.len()),
            rule: rule.to_owned(),
        })
    };
    if is_question || said.len() == 0 {
        return;
    }
    let cannot = pat!("can|could|will|would|not not|going .. !have|miss|problem|forget|worry").find_all(said).iter().any(|r| said.is(r.start + 1, &["not"]) || said.is(r.start, &["not"]) && said.is(r.start + 1, &["going"]))
        || pat!("no|not|never|without|lost|refuse|refused|refusing|have .. sign|signed|pod|paperwork|copy|bills|way|scanner|app|send|doing|get|one|it").find_all(said).iter().any(|r| !said.is(r.start, &["have"]) && !pat!("no problem|worries|doubt|need|big|issue|sweat").at(said, r.start).is_some())
        || pat!("lost|forgot|ripped|left|refuse|refused|won't .. it|them|pod|paperwork|bills|sign").is_in(said)
        || pat!("not happening|mine|doing|my|going|possible|able|do").is_in(said);
    let forget = pat!("not forget|miss|worry|lose").is_in(said);
    if asks {
        if cannot && !forget {
            facts.pod_ack = found(false, "cannot");
        } else if forget
            || POD_YES
                .iter()
                .any(|p| p.find_all(said).iter().any(|r| !scope::denied(said, r.start)))
        {
            facts.pod_ack = found(true, "agrees");
        } else if pat!("^ well|uh? no|nah|nope|negative $").is_in(said) {
            facts.pod_ack = found(false, "answer");
        }
    } else if named.is_some() && !cannot {
        let promise = pat!(
            "will|going|already|just|sent|send|sending|scanned|scan|uploaded|upload|submitted|emailed ... pod|paperwork|bills|bol|proof|papers"
        );
        let after =
            pat!("pod|paperwork|bills|bol|proof|papers ... sent|send|signed|uploaded|scanned|in|over");
        if promise.is_in(said)
            || after.find(said).is_some_and(|r| {
                pat!("will|sent|send|uploaded|scanned|upload|signed")
                    .find(said)
                    .is_some_and(|s| s.start >= r.start || s.end <= r.end)
            }) && !pat!("wait~ on|for").is_in(said)
        {
            facts.pod_ack = found(true, "promises");
        }
    }
}
