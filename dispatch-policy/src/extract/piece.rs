//! The piece of a clause a time belongs to: facts said in one breath stand side by side without a word between.
//!
//! "at north platte | running an hour late on account of the snow | be there around seven": a predicate that leaves out
//! its subject opens a piece, and so does a length that is bound from behind ("| two hours out", "| an hour late").

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::duration;
use crate::extract::text::Said;
use crate::extract::text::mark::Words;

/// Participles that tell of the trip, with their subject left out.
static GOING: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "running looking figuring shooting aiming hoping planning expecting thinking rolling getting pulling making \
         hitting coming waiting sitting cruising driving passing headed",
    )
});

/// Helping verbs that open what he leaves himself out of: "should be in by six".
const HELPERS: &[&str] = &[
    "should", "will", "would", "could", "might", "ought", "gonna", "probably",
];

/// Bare verbs of coming behind them.
const COMES: &[&str] = &[
    "be", "get", "make", "hit", "roll", "pull", "arrive", "see", "have", "land", "deliver", "bump", "back",
];

/// Words before a length or a participle that take it as their own.
static TAKERS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "is am are was were be been being has have had got get gets getting in at by for since of to on from with \
         within till until before after than not no the a an my their his her your our this that these those every \
         last past next first lost lose cost costs costing set sets setting put puts putting took take takes taking \
         me us them him it i we you they he she who which what say says said show shows showing call figure figures \
         make makes running run runs still just keep keeps kept start started stop stopped only sat sit sitting \
         waited waiting wait spent wasted late behind back down or and quit quits quitting done finish finished \
         resume begin began try hate mind then so but give gives gave giving need needs want left hours hour \
         minutes drove drive driving slept stuck parked early ahead not never leaves leaving",
    )
});

/// Takers of a length that end a piece before a predicate: "thirty minutes late | looking at five".
const CLOSED: &[&str] = &["hour", "hours", "minutes", "late", "behind", "early", "ahead"];

/// Words that soften a length before it.
const SOFT: &[&str] = &[
    "about",
    "another",
    "maybe",
    "like",
    "roughly",
    "around",
    "almost",
    "nearly",
    "probably",
    "approximately",
];

/// The words of its clause that a time at `span` is said with.
pub(super) fn piece(said: &Said<'_>, span: &Range<usize>) -> Range<usize> {
    let clause = said.clause_range(span.start);
    let last = said.clause_range(span.end.saturating_sub(1)).end.max(span.end);
    let start = (clause.start + 1..=span.start)
        .rev()
        .find(|&j| opens(said, j))
        .unwrap_or(clause.start);
    let end = (span.end..last).find(|&j| opens(said, j)).unwrap_or(last);
    start..end
}

/// Whether a new piece begins at `i`, inside a clause.
pub(super) fn opens(said: &Said<'_>, i: usize) -> bool {
    let before = said.before(i, 1);
    let free = !is_before(said, i, &TAKERS) || CLOSED.contains(&before);
    // "... be there around seven", "... be in by six"
    if said.is(i, &["be"]) {
        return free
            && !HELPERS.contains(&before)
            && !said.is(i.wrapping_sub(1), &["can", "may", "must", "not", "all"])
            && said.is(
                i + 1,
                &["there", "here", "in", "at", "by", "rolling", "about", "around"],
            );
    }
    if HELPERS.contains(&said.word(i)) {
        return free
            && !HELPERS.contains(&before)
            && !is_named(said, i)
            && (i + 1..i + 4).any(|j| said.is(j, COMES));
    }
    // "... gonna pull in eleven ten"
    if said.is(i, &["going"]) && said.is(i + 1, &["to"]) && said.is(i + 2, COMES) {
        return free
            && !HELPERS.contains(&before)
            && !SOFT.contains(&before)
            && !is_named(said, i)
            && !said.is(i.wrapping_sub(1), &["that", "what", "when", "where", "how"]);
    }
    if said.hash(i).is_some_and(|hash| GOING.has(hash)) {
        return free && !HELPERS.contains(&before) && !SOFT.contains(&before) && !is_named(said, i);
    }
    // "... in by eight", "... there around noon"
    let hour = said.is(i + 1, &["by", "around", "before"]);
    if hour && said.is(i, &["in", "there"]) {
        return free
            && !HELPERS.contains(&before)
            && !COMES.contains(&before)
            && !before.ends_with("ed")
            && !is_before(said, i, &GOING)
            && !is_named(said, i)
            && !said.is(
                i.wrapping_sub(1),
                &[
                    "come", "came", "comes", "check", "backing", "in", "there", "right", "out", "all",
                    "bring",
                ],
            );
    }
    // "be there in four hours | got seven left on my eleven"
    if said.is(i, &["got"]) {
        return CLOSED.contains(&before);
    }
    if said.is(i, &["call", "holler", "try"]) && said.is(i + 1, &["me", "us", "back"]) {
        return free && !HELPERS.contains(&before);
    }
    is_bound_length(said, i)
}

/// Whether the word before `i` is one of `these`.
fn is_before(said: &Said<'_>, i: usize, these: &Words) -> bool {
    i > 0 && said.hash(i - 1).is_some_and(|hash| these.has(hash))
}

/// "the wrecker should be there", "my partner coming at six": somebody is named right before.
fn is_named(said: &Said<'_>, i: usize) -> bool {
    let determiner = said.is(
        i.wrapping_sub(2),
        &[
            "the", "a", "an", "my", "their", "his", "another", "your", "this", "that", "other",
        ],
    );
    let object = said.is(
        i.wrapping_sub(3),
        &[
            "from", "of", "by", "with", "in", "at", "on", "through", "past", "for", "to",
        ],
    );
    determiner && !object
        || said.is(
            i.wrapping_sub(1),
            &[
                "wrecker",
                "lumpers",
                "lumper",
                "crew",
                "guy",
                "guys",
                "driver",
                "mechanic",
                "tow",
                "dispatch",
                "everybody",
                "somebody",
                "nobody",
                "people",
                "trucks",
                "load",
                "appointment",
                "eta",
                "gps",
            ],
        )
}

/// "... two hours out", "... about an hour to go", "... twenty minutes late": a length bound by what follows it.
fn is_bound_length(said: &Said<'_>, i: usize) -> bool {
    let soft = (i..i + 2).take_while(|&j| said.is(j, SOFT)).count();
    let Some(length) = duration::at(said, i + soft) else {
        return false;
    };
    let end = i + soft + length.len;
    let bound = said.is(end, &["out", "away", "late", "behind"])
        || said.is(end, &["to"]) && said.is(end + 1, &["go"])
        || said.is(end, &["left"]) && said.is(end + 1, &["on", "to"])
        || is_from_here(said, end);
    let before = said.before(i, 1);
    // "forty behind | two hours to go"
    let closed =
        CLOSED.contains(&before) && i >= 2 && crate::extract::numbers::is_number_word(said.before(i, 2));
    bound
        && (!is_before(said, i, &TAKERS) || closed)
        && !SOFT.contains(&before)
        && !crate::extract::numbers::is_number_word(before)
        && !is_named(said, i)
}

/// "four hours from you", "an hour from the receiver": how far it is to where the load goes.
pub(super) fn is_from_here(said: &Said<'_>, end: usize) -> bool {
    let article = usize::from(said.is(end + 1, &["the", "your", "their", "my"]));
    said.is(end, &["from"])
        && said.is(
            end + 1 + article,
            &[
                "you",
                "there",
                "here",
                "yall",
                "y'all",
                "receiver",
                "delivery",
                "destination",
                "customer",
                "consignee",
                "dock",
                "place",
                "facility",
                "warehouse",
                "gate",
            ],
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> String {
        let said = Said::new(text);
        let words: Vec<String> = (0..said.len())
            .map(|i| {
                let bar = i > 0 && said.clause(i) == said.clause(i - 1) && opens(&said, i);
                format!("{}{}", if bar { "| " } else { "" }, said.word(i))
            })
            .collect();
        words.join(" ")
    }

    #[test]
    fn facts_side_by_side() {
        for text in [
            "at north platte | running an hour late on account of the snow | be there around seven",
            "got green lighted | two hours out",
            "at the scale | should be in by six",
            "past joplin | about an hour to go",
            "three ten to go | in by eight",
            "forty behind | two hours to go fog",
            "made up thirty minutes | looking at five now",
        ] {
            assert_eq!(pieces(&text.replace("| ", "")), text);
        }
    }

    #[test]
    fn one_predicate_is_one_piece() {
        for text in [
            "i should be there around seven",
            "the wrecker should be here by six",
            "i am running an hour late",
            "the mechanic is two hours out",
            "i lost two hours out there",
        ] {
            assert_eq!(pieces(text), text);
        }
    }
}
