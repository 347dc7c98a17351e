//! What the words before a name say about it.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::extract::piece::opens;
use crate::extract::text::Said;
use crate::extract::whereabouts::{Stand, stand};

/// What a word before a name says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    Here,
    Passed,
    Left,
    Elsewhere,
    None,
}

static LEADS: LazyLock<Vec<Rule<Lead>>> = LazyLock::new(|| {
    use Lead::{Elsewhere, Here, Left, Passed};
    rules(&[
        // Where he is not, or not yet.
        ("to", Elsewhere, "to|for|towards|toward|till|until|before"),
        ("into", Here, "into"),
        (
            "brings it",
            Elsewhere,
            "load|freight|run|bring|bringing|take|taking|get|gets|getting|go|on|this|it into",
        ),
        ("now", Here, "now it|? is|?"),
        (
            "headed",
            Elsewhere,
            "headed|heading|going|bound|route|running|deliver~|due|appointment|drop~|unload~|live|lives|from|based|home in|into|to|for|at|from",
        ),
        ("was", Elsewhere, "i|we was|were in|at|near|by|around|outside"),
        ("not", Elsewhere, "not in|at|near|by|around|to|even?"),
        (
            "just getting into",
            Here,
            "just|now|finally|am|are getting|coming into|in|to",
        ),
        (
            "get",
            Elsewhere,
            "get|getting|gets|be|being|stop|stopping|fuel|fueling|park|parking in|at|by|to|into|near|through|around",
        ),
        ("will", Elsewhere, "will be in|at|near|by|through|passing|around"),
        ("from", Elsewhere, "from|since|out"),
        ("to go", Elsewhere, "hours|hour|minutes|miles to|till|until"),
        (
            "left",
            Left,
            "left|departed|leave|loaded|picked|started|start in|out|up|of|from|at?",
        ),
        // Where he is.
        (
            "in",
            Here,
            "in|at|near|by|around|inside|nearby|approaching|entering|nearing|reached|bye|between|above|below",
        ),
        ("outside", Here, "outside|side|edge|outskirts of?"),
        (
            "of",
            Here,
            "north|south|east|west|northeast|northwest|southeast|southwest|side|outside|short|shy|ahead|front|edge|middle|outskirts of",
        ),
        (
            "out of",
            Here,
            "mile|miles|minutes|hour|hours|just|bit|ways out|outside of|from?",
        ),
        ("from", Here, "mile|miles from"),
        ("close", Here, "close|closer|next|near|up to"),
        ("not far", Here, "far|quite from|outside|off|of"),
        ("after one", Elsewhere, "one|town|exit|stop after|before|past"),
        ("over the line", Here, "line|border|river into"),
        (
            "over the river",
            Here,
            "crossing|crossed|came|coming|rolled|rolling the .. into|to",
        ),
        ("made", Here, "made|got it? to|into"),
        (
            "rolling",
            Here,
            "rolling|pulling|coming|pulled|rolled|came|crossed|crossing|getting up? into|in|on|to|through|by|near|over",
        ),
        (
            "past",
            Passed,
            "past|passed|passing|through|thru|hit|hitting|cleared|by|leaving|across|crossed|crossing|beyond",
        ),
        ("we pass", Passed, "i|we|just pass"),
        ("pulling out", Passed, "pulling|coming|rolling out of"),
        ("left just", Passed, "just left"),
        ("called", Here, "called|named|town|city|says of?"),
        ("at home", Here, "at|am|are home in"),
        // "i'm only to perryville", "we're about to warrenton": as far as that.
        ("label", Here, "location|position|whereabouts is?"),
        ("city of", Here, "city|town|village|outskirts|area of"),
        ("close from", Here, "close|far|near from"),
        (
            "a stone's throw",
            Here,
            "jump|throw|spit|holler|piece|stretch|skip from",
        ),
        ("nowhere near", Elsewhere, "nowhere near|close to?"),
        (
            "not reached",
            Elsewhere,
            "not|never made|reached|gotten|got|hit it? to|into|up|? to?",
        ),
        (
            "pushed on to",
            Here,
            "pushed|limped|made|kept|continued|moved|got|rolled|came|drove it|going|on|up|down|over|clear|all the? way? on|over|up|? to|into",
        ),
        (
            "route to",
            Elsewhere,
            "headed|heading|going|bound to|for|toward|towards .. through|via",
        ),
        (
            "as far as",
            Here,
            "am|are|is only|just|about|clear|almost|nearly|up|down|over|already|? to",
        ),
        ("got as far as", Here, "far as"),
        (
            "not left",
            Here,
            "not|never even|ever|really|? left|leaving|departed|cleared out? of?",
        ),
        (
            "about to leave",
            Here,
            "about|fixing|ready to leave|roll|pull|head out? of?",
        ),
        ("made", Passed, "made"),
        (
            "being loaded",
            Here,
            "getting|being loaded|unloaded|washed|inspected|fixed|worked in|at|by",
        ),
    ])
});

/// What stands before the name at `i`; the longest fitting lead decides.
pub(super) fn lead(said: &Said<'_>, i: usize) -> Lead {
    let mut end = i;
    while end > 0
        && said.is(
            end - 1,
            &[
                "the",
                "just",
                "like",
                "about",
                "right",
                "somewhere",
                "maybe",
                "probably",
                "downtown",
                "good",
                "old",
                "ole",
                "a",
                "little",
            ],
        )
    {
        end -= 1;
    }
    if end == 0 {
        return Lead::None;
    }
    // "at a truck stop in": the stop is a place, not what he will do.
    let is_noun = |start: usize| {
        said.is(start, &["stop", "park"])
            && said.is(
                start.wrapping_sub(1),
                &[
                    "truck", "travel", "rest", "fuel", "car", "way", "pit", "bus", "the", "a",
                ],
            )
    };
    let longest = (end.saturating_sub(4)..end)
        .filter(|&start| !is_noun(start))
        .find_map(|start| {
            LEADS
                .iter()
                .find(|rule| rule.pattern.at(said, start) == Some(end))
        });
    let lead = longest.map_or(Lead::None, |rule| rule.value);
    // "getting fuel in limon": he is there, unless he only means to.
    let clause = said.clause_range(end.saturating_sub(1)).start;
    let fuels = said.is(end.saturating_sub(2), &["fuel", "fueling", "eating", "parked"])
        && !(clause..end).any(|j| {
            said.is(
                j,
                &[
                    "will", "going", "need", "needs", "want", "got", "have", "plan", "then", "stop",
                    "stopping", "should",
                ],
            ) && !said.is(j + 1, &["a"])
        });
    let lead = if lead == Lead::Elsewhere && fuels {
        Lead::Here
    } else {
        lead
    };
    // "we pass cheyenne right now": otherwise what he does as a rule, or will.
    if longest.is_some_and(|rule| rule.name == "we pass")
        && stand(said, end) != Stand::Now
        && !said.is(clause.wrapping_sub(1), &["now"])
    {
        return Lead::Elsewhere;
    }
    let confirmed = stand(said, end) == Stand::Now && {
        let after = said.clause_range(end).end;
        (after + 1..after + 4).any(|j| said.is(j, &["where"]))
    };
    if matches!(lead, Lead::Here | Lead::Passed) && !confirmed && is_elsewhere(said, end) {
        return Lead::Elsewhere;
    }
    lead
}

/// The clause speaks of another time or another thing: "i was in", "my appointment in", "the load came from".
fn is_elsewhere(said: &Said<'_>, end: usize) -> bool {
    let range = said.clause_range(end.saturating_sub(1));
    // "picked up in toledo | running down seventy five by dayton": each piece tells of its own place.
    let start = (range.start + 1..end)
        .rev()
        .find(|&j| opens(said, j))
        .unwrap_or(range.start);
    let before = start..end;
    let has = |words: &[&str]| before.clone().any(|j| said.is(j, words));
    let near_not = (end.saturating_sub(3)..end)
        .any(|j| said.is(j, &["not"]) && !said.is(j + 1, &["far"]) && !said.is(j + 2, &["far"]));
    let after = |words: &[&str]| (end..range.end).any(|j| said.is(j, words));
    // "i talked to him just now, he was on i twenty at monroe": as good as it is known.
    let reported = has(&["he", "she"]) && has(&["was"]);
    !reported
        && has(&[
            "appointment",
            "delivery",
            "deliver",
            "delivers",
            "delivering",
            "live",
            "will",
            "supposed",
            "was",
            "were",
            "picked",
            "loaded",
            "started",
            "slept",
            "spent",
            "yesterday",
            "office",
            "headed",
            "heading",
        ])
        && !has(&["am", "passed", "sitting", "now", "stopped", "just"])
        || near_not
        || (end.saturating_sub(5).max(start)..end).any(|j| said.is(j, &["until", "till"]))
        || before
            .clone()
            .any(|j| said.is(j, &["wife"]) && !said.is(j.wrapping_sub(1), &["his", "her"]))
        || is_of_a_friend(said, end)
        || after(&["yesterday"])
        || (has(&["was", "were"]) && !has(&["just", "traffic", "he", "she"]))
}

/// "for my buddy, he's broke down in tulsa": where somebody else is.
fn is_of_a_friend(said: &Said<'_>, end: usize) -> bool {
    const FRIENDS: &[&str] = &[
        "buddy",
        "friend",
        "brother",
        "cousin",
        "coworker",
        "uncle",
        "dad",
        "mom",
        "son",
        "daughter",
        "neighbor",
        "wife",
        "husband",
        "girlfriend",
    ];
    let start = said.clause_range(end.saturating_sub(1)).start;
    let third = (start..end).any(|j| said.is(j, &["he", "she", "they"]) || said.is(j, FRIENDS));
    let first = (start..end).any(|j| said.is(j, &["i", "we", "me"]));
    // "it's his wife": who speaks for the driver.
    let friend = |j: usize| {
        let mom_and_pop = said.is(j + 1, &["and"]) && said.is(j + 2, &["pop"]);
        // "at my mom's house in waco": he is there with her.
        let with_him = said.is(j.wrapping_sub(2), &["at", "with", "visiting", "by"]);
        let of_another = said.is(j.wrapping_sub(1), &["his", "her", "drivers", "the"]);
        said.is(j, FRIENDS) && !of_another && !with_him && !mom_and_pop
    };
    third && !first && (end.saturating_sub(10)..end).any(friend)
}
