//! Whose place it is: what stands before the preposition of a name.
//!
//! "the lady | in valdosta signed for it", "i gotta scale | in moorhead", "they lost my load | in santaquin": the words
//! before the preposition say who does what there. Only what the truck or its driver is or does now puts the truck there.
//! Asked where he is, a driver's place is his unless his words give it to somebody else; by the way, it must be his.

use crate::extract::gazetteer::town_at;
use crate::extract::lexicon::Form;
use crate::extract::numbers::is_number_word;
use crate::extract::pattern::pat;
use crate::extract::piece::opens;
use crate::extract::text::Said;

/// Who is at the place, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// The truck or its driver is there, or came by.
    His,
    /// What happens on the road there, which he may be in or not.
    Scene,
    /// What he did there, and is over with.
    Done,
    /// What he has to do or means to do there, or somebody else.
    Elsewhere,
    /// Nothing that tells.
    Open,
}

/// Words a place's preposition is built of, from its name back to what is there.
#[rustfmt::skip]
const CHAIN: &[&str] = &[
    "in", "at", "by", "near", "around", "outside", "inside", "of", "up", "down", "over", "out", "back", "just", "right",
    "about", "like", "somewhere", "way", "the", "between", "side", "edge", "north", "south", "east", "west", "mile", "miles",
    "past", "through", "here", "there", "a", "close", "to", "on", "off", "from", "little", "good", "still", "now", "maybe",
    "probably", "yonder", "clear", "sunny", "old", "middle", "heart", "front", "into", "town", "downtown", "minutes", "hour",
    "hours", "short", "shy", "half", "couple", "few", "somewheres", "again", "this", "other", "bout", "beyond", "far", "only",
    "piece", "bit", "ways", "smack", "called", "named", "or", "so", "northbound", "southbound", "eastbound", "westbound", "not", "no",
];

/// Words that open a sentence and say nothing of who is where.
#[rustfmt::skip]
const OPENING: &[&str] = &[
    "yeah", "yes", "okay", "well", "so", "and", "but", "hey", "oh", "uh", "um", "man", "sir", "maam", "no", "nope", "hi",
    "hello", "alright", "then", "think", "guess", "believe", "reckon", "see", "lord", "because", "look", "know", "it", "is",
    "that", "would", "be", "route", "road", "highway", "freeway", "turnpike", "tollway", "loop", "business", "bypass",
    "interstate", "state", "us", "ranch", "farm", "market", "exit", "marker", "u", "s", "e", "w", "i", "we", "already",
    "finally", "currently", "actually", "though", "also", "time", "late", "early", "behind", "ahead", "schedule",
    "really", "pretty", "another", "more", "left", "two", "degrees", "you",
];

/// What an idle or a moving truck does, its subject left out or his own.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "am", "are", "parked", "stuck", "stopped", "broke", "broken", "sat", "set", "passed", "crossed", "cleared", "went",
    "came", "come", "made", "pulled", "rolled", "hit", "blew", "got", "pushed", "limped", "left", "docked", "stranded",
    "backed", "woke", "lost", "bobtail", "entered", "reached", "tapped", "pass", "drive", "turned", "merged", "jumped",
    "delayed", "slowed", "trapped", "headed", "go",
];

/// Kinds of places and their parts, which have a town behind them: "rest area south of florence".
#[rustfmt::skip]
const SPOTS: &[&str] = &[
    "area", "stop", "loves", "pilot", "ta", "petro", "walmart", "lot", "parking", "yard", "light", "ramp", "shoulder", "scale",
    "scales", "station", "house", "coop", "plaza", "oasis", "j", "junction", "border", "line", "bridge", "plant", "dock",
    "shipper", "receiver", "customer", "bills", "office", "window", "island", "entry", "warehouse", "terminal", "rail", "ramp",
    "hotel", "motel", "sunoco", "corner", "street", "avenue", "caseys", "town", "exit", "store",
];

/// What stops a road.
#[rustfmt::skip]
const SCENES: &[&str] = &[
    "traffic", "construction", "wreck", "accident", "crash", "pileup", "pile", "backup", "jam", "snow", "rain", "ice", "fog",
    "wind", "storm", "mudslide", "closed", "shut", "flooding", "flood", "fire", "smoke", "detour", "roadwork", "paving",
    "jackknife", "jackknifed", "lane", "lanes", "flipped", "overturned", "blocked", "backed", "slow", "dust", "tunnel",
    "roadblock", "hail", "derailed", "deer", "crew", "weather", "standstill", "fender", "bender", "rollover",
];

/// Who is at the place named at `i`.
pub(super) fn head(said: &Said<'_>, i: usize) -> Head {
    let clause = said.clause_range(i.saturating_sub(1)).start;
    let start = (clause + 1..i).rev().find(|&j| opens(said, j)).unwrap_or(clause);
    let at = outermost(said, start, i);
    let head = start..at;
    // "about an hour down the road on u s thirty | by warsaw"
    let road = (at..i).any(|j| said.is_taken(j..j + 1)) && !said.is(at, &["to"]);
    let has = |words: &[&str]| head.clone().any(|j| said.is(j, words));
    // "the fuel island here in joplin", "you know the truck stop in sidney"
    if (at..i).any(|j| said.is(j, &["here"])) || said.is(start, &["you"]) && said.is(start + 1, &["know"]) {
        return Head::His;
    }
    if is_ahead(said, start, i) || is_goal(said, start, i) {
        return Head::Elsewhere;
    }
    let mine = has(&["i", "we", "am"]);
    let Some(first) = head.clone().find(|&j| {
        !said.is(j, OPENING)
            && !said.is(j, CHAIN)
            && !said.is_taken(j..j + 1)
            && !is_number_word(said.word(j))
    }) else {
        return Head::His;
    };
    if has(&["me", "us"])
        && pat!("got|has|have|had|puts|put|waved|brought|stopped|showing|shows me|us")
            .find_within(said, head.clone())
            .is_some()
    {
        return Head::His;
    }
    // "had to shut down in elko"
    if has(&["shut"]) && has(&["to"]) && !has(&["they"]) {
        return Head::His;
    }
    let participle = is_going(said, first)
        || said.is(first, STATES)
        || said.is(start, STATES)
        || has(&[
            "heading", "rolling", "running", "coming", "sitting", "passing", "driving", "going", "crossing",
            "entering", "moving", "cruising", "crawling", "creeping",
        ])
        || head
            .clone()
            .any(|j| said.is(j, &["just"]) && (is_finite(said, j + 1) || said.is(j + 1, STATES)));
    let alone = !has(&["they", "you", "somebody", "someone", "who", "nobody", "everybody"]);
    // "my eld shows", "the truck's at"
    if alone
        && (has(&["sign", "gps", "phone", "eld", "map", "computer", "app"])
            || has(&["truck", "rig"]) && has(&["is", "shows"]))
    {
        return Head::His;
    }
    // As good as it is known, unless he says where he is himself.
    if has(&["he", "she"]) && has(&["is"]) {
        return Head::Scene;
    }
    if participle && alone || has(&["am", "estoy"]) || mine && has(&["are"]) {
        return Head::His;
    }
    if (has(SCENES) || has(&["us"])) && !mine {
        return Head::Scene;
    }
    let verb = head.clone().any(|j| is_finite(said, j));
    if road && (mine || !verb) {
        return Head::His;
    }
    if (verb || !alone) && !mine {
        return Head::Elsewhere;
    }
    // "rest area south of florence"
    let spot = has(SPOTS) && !mine;
    let does =
        (i + 1..i + 3).any(|j| said.clause(j) == said.clause(i) && j < said.len() && is_finite(said, j));
    match (mine && verb, spot) {
        (true, _) => Head::Done,
        (_, true) if !does => Head::His,
        _ => Head::Open,
    }
}

/// "to the receiver in joliet", "up to the job site in": where he goes, unless he got there.
fn is_goal(said: &Said<'_>, at: usize, i: usize) -> bool {
    pat!("to the|a|our|my|their|some !$")
        .all_within(said, at..i)
        .any(|r| {
            !(r.end..i).any(|j| is_finite(said, j) || is_going(said, j) || said.is(j, STATES))
                && !said.is(
                    r.start.wrapping_sub(1),
                    &[
                        "next", "close", "made", "it", "back", "backed", "closer", "only", "got", "into",
                        "get",
                    ],
                )
                && !said.is(r.start.wrapping_sub(2), &["backed", "made", "am", "got"])
        })
}

/// Where the words begin that lead to the name: "at the pilot in", "on the ramp by" are one place in another.
fn outermost(said: &Said<'_>, start: usize, i: usize) -> usize {
    let mut at = i;
    loop {
        while at > start
            && (said.is(at - 1, CHAIN) || said.is_taken(at - 1..at) || is_number_word(said.word(at - 1)))
        {
            at -= 1;
        }
        let from = at.saturating_sub(5).max(start);
        let outer = (from..at).rev().find(|&j| {
            said.is(
                j,
                &[
                    "in", "at", "by", "near", "on", "off", "inside", "outside", "behind",
                ],
            ) && !(j + 1..at).any(|k| !said.is(k, &["is"]) && (is_finite(said, k) || is_going(said, k)))
        });
        match outer {
            Some(outer) => at = outer,
            None => return at,
        }
    }
}

/// "heading", "sitting": what he is at.
fn is_going(said: &Said<'_>, j: usize) -> bool {
    said.word(j).ends_with("ing") && !said.is(j, &["parking", "building", "morning", "evening", "landing"])
}

fn is_finite(said: &Said<'_>, j: usize) -> bool {
    // "it's ...", "the exit for cabela's"
    let named = said.is(j, &["is"])
        && (said.is(j.wrapping_sub(1), &["it", "that", "this"])
            || said.is(j.wrapping_sub(2), &["for", "at", "by"])
            || said.is(j.wrapping_sub(3), &["for", "at", "by", "from"]));
    !named
        && said.is(
            j,
            &[
                "is", "was", "has", "had", "will", "does", "did", "are", "were", "can", "got", "gave",
                "kept", "said", "says",
            ],
        )
        || said.word(j).len() > 4 && said.word(j).ends_with("ed")
        || said
            .kinds(j)
            .verb
            .is_some_and(|verb| matches!(verb.form, Form::Past | Form::Third))
}

/// "i gotta scale in", "gonna nap in", "i need a wash in", "have to lay over in": not there yet.
fn is_ahead(said: &Said<'_>, start: usize, i: usize) -> bool {
    let due = pat!("will|should|need|want|wanna|cannot|going|got|have|has|plan|planning|supposed|trying|aiming|hoping|hope|when|once|soon|until|till|can|could|would|might|before")
        .all_within(said, start..i)
        .any(|r| {
            if said.is(r.start, &["going", "got", "have", "has"]) {
                return said.is(r.end, &["to"])
                    && r.end + 1 < i
                    && !said.is(r.end + 1, CHAIN)
                    && town_at(said, r.end + 1).is_none_or(|town| town.wordlike);
            }
            // "i'd say twenty miles this side of", "i'd be on"
            !(said.is(r.start, &["would"]) && said.is(r.end, &["say", "be"]))
        });
    due || !said.is(start + 1, &["me"])
        && said.is(
            start,
            &[
                "tell", "call", "ask", "let", "send", "pray", "mark", "bring", "push", "give",
            ],
        )
}
