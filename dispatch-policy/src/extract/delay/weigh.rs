//! How much a cause that is named counts beside the others: called the main one, granted, waved away, told of another day.

use std::ops::Range;

use crate::extract::lexicon::Classes;
use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;

/// What is said of the cause at `span`: above zero it is put forward, below zero it is only mentioned.
pub(super) fn standing(said: &Said<'_>, span: &Range<usize>) -> i8 {
    let at = span.start;
    let mut standing = 0;
    if is_main(said, span) {
        standing += 4;
    } else if is_reason(said, at) {
        standing += 2;
    }
    if is_lesser(said, at) || is_over(said, span) {
        standing -= 2;
    }
    if is_told(said, at) {
        standing -= 3;
    }
    if is_of_before(said, at) && speaks_of_today(said, span) {
        standing -= 3;
    }
    if is_conceded(said, span) {
        standing -= 2;
    }
    if is_setting(said, at) {
        standing -= 1;
    }
    standing
}

/// "the weather didn't bother me", "there was construction yesterday but that's not it": named to be waved away.
pub(super) fn is_dismissed(said: &Said<'_>, span: &Range<usize>) -> bool {
    let clause = said.clause_range(span.end - 1);
    let harmless = |i: usize| {
        [
            pat!(
                "is|was|are|were|am|been|? not|never|hardly|no really|even|exactly|? the|my|our|a|any|much|any? of? the|a? real|main|actual|? problem|problems|issue|reason|culprit|cause|trouble|factor|holdup|delay|excuse|why|it|that|those|this|bad !enough"
            ),
            pat!(
                "did|does|do|has|have|is|was|are|were|could not|never|hardly|barely really|even|much|exactly|? bother|bothered|bothering|hurt|hurting|slow|slowed|slowing|stop|stopped|hold|held|holding|cost|costing|affect|affected|faze|fazed|delay|delayed|matter me|us|anything|anybody|nothing|any|much|a|$|up|down"
            ),
            pat!("had|has|have|got nothing|zero|squat|little to do"),
            pat!("is|was|are|were nothing|light|easy !but|but"),
            pat!("i|we can|could|would will? have? handle|handled|drive|live|manage|managed|deal"),
        ]
        .iter()
        .any(|p| p.at(said, i).is_some())
    };
    let here = (span.end..(span.end + 4).min(clause.end.max(span.end)).min(said.len()))
        .chain([span.end])
        .any(harmless);
    if here || clause.end >= said.len() {
        return here;
    }
    // "... but that's not it", "... but the roads were fine": the next clause says so.
    let turns = said.is(
        clause.end,
        &["but", "and", "though", "although", "which", "so", "however"],
    );
    let next = clause.end + usize::from(turns);
    let which = said.is(clause.end, &["which"]);
    let it = said.is(next, &["that", "it", "this", "they", "those", "none", "neither"]) || which;
    it && harmless(next + usize::from(!which))
        || turns
            && said.is(clause.end, &["but", "though", "although"])
            && pat!(
                "the|everything|it|that|all|? roads|road|traffic|everything|everybody|it|that is|was|were|are|stayed|kept all|still|pretty|? fine|clear|good|okay|dry|moving|rolling|open|going|smooth !until|till"
            )
            .at(said, next)
            .is_some()
}

/// The one that counts: "most of it's the scale", "the big one is ...", "it's the scale that got me".
fn is_main(said: &Said<'_>, span: &Range<usize>) -> bool {
    let i = span.start;
    let clause = said.clause_range(i);
    // "construction, mostly"
    let near = said.is(i + 1, &["mostly", "mainly", "primarily"])
        || (clause.start.max(i.saturating_sub(5))..i).any(|j| {
            said.is(
                j,
                &[
                    "mostly",
                    "mainly",
                    "main",
                    "primarily",
                    "biggest",
                    "real",
                    "really",
                    "actually",
                    "especially",
                    "worst",
                    "rather",
                    "honestly",
                    "truthfully",
                ],
            ) && !said.is(j.wrapping_sub(1), &["not"])
        });
    let within = |r: &Range<usize>, reach: usize| r.end <= i && i - r.end <= reach;
    let led = [
        pat!(
            "main|real|big|biggest|worst|only|actual|true thing|reason|problem|deal|part|cause|issue|one|culprit|killer|factor|holdup|hangup|story|trouble|delay|headache is|was"
        ),
        pat!(
            "what|thing that|? really|actually|mostly|truly|? got|killed|hurt|held|cost|kept|did|ate|made|put|screwed|messed|slowed|set|delayed|stopped|burned|hosed|sank ... is|was"
        ),
        pat!("most|bulk|lion|majority|rest|chunk|brunt of it|that|the|this is|was|came|comes"),
        pat!("it|that is|was more|just|only? that|how|because"),
        pat!("come|boils|comes|boil right? down to"),
        // "if it wasn't for the scale", "were it not for": it is.
        pat!("if|were|had it|? is|was|were|had? not been? for"),
    ];
    near
        || led.iter().any(|p| {
            p.find_all(said)
                .iter()
                .any(|r| within(r, 6) && !said.is(r.start.wrapping_sub(1), &["not"]))
        })
        || pat!("more it|the|is")
            .find_all(said)
            .iter()
            .any(|r| r.end == i && !said.is(r.start + 1, &["it"]) | said.is(r.start + 2, &["is"]))
        || (span.end..span.end + 3).any(|j| {
            let got = pat!(
                "that|what|who|which|is|was what|that|? really|actually|finally|? got|gets|killed|hurt|held|cost|kept|ate|did|screwed|slowed|messed|hosed|burned|sank|delayed me|us|my|it"
            );
            let why = pat!("is|was what|why|the|my|how real|main|reason|big|biggest|whole|actual|? reason|problem|culprit|killer|thing|got|made|i|it|did|holdup|cause");
            got.at(said, j).is_some() || why.at(said, j).is_some()
        })
}

/// "because of the snow", "thanks to the shipper".
fn is_reason(said: &Said<'_>, i: usize) -> bool {
    let clause = said.clause_range(i).start;
    (clause.max(i.saturating_sub(5))..i).any(|j| {
        said.is(
            j,
            &[
                "because", "due", "from", "blame", "thanks", "account", "by", "courtesy", "owing", "fault",
            ],
        )
    })
}

/// "some of it's rain", "a little traffic", "than the rain": the smaller part.
fn is_lesser(said: &Said<'_>, i: usize) -> bool {
    let clause = said.clause_range(i);
    let part = (clause.start.max(i.saturating_sub(5))..i).any(|j| {
        said.is(
            j,
            &[
                "some", "part", "partly", "bit", "little", "slight", "touch", "spot",
            ],
        ) && !said.is(
            j + 1,
            &["idiot", "guy", "dude", "fool", "kind", "sort", "clown", "wreck"],
        )
    });
    let than = (i.saturating_sub(3)..i).any(|j| said.is(j, &["than"]));
    let also = (i..(i + 4).min(clause.end)).any(|j| {
        said.is(j, &["too", "also"])
            && !said.is(j + 1, &["much", "many", "long", "slow", "late", "bad", "busy"])
    });
    // "i'll grant you", "despite the rain", "i could blame the rain"
    let granted = clause.clone().any(|j| {
        said.is(
            j,
            &[
                "grant",
                "granted",
                "admit",
                "despite",
                "spite",
                "regardless",
                "although",
                "though",
            ],
        )
    }) || (clause.start..i)
        .any(|j| said.is(j, &["even"]) && said.is(j + 1, &["with", "though"]))
        || pat!(
            "would|could|wish|like|want to|i|? could|to|? blame|say|tell|claim|point you|it|? it|was|? was|?"
        )
        .find_all(said)
        .iter()
        .any(|r| r.end <= i && i - r.end <= 4 && !said.is(r.start.wrapping_sub(1), &["what"]));
    part || than || also || granted
}

/// "... but that cleared up", "got past that": there no more.
fn is_over(said: &Said<'_>, span: &Range<usize>) -> bool {
    let clause = said.clause_range(span.end - 1);
    (span.end..(clause.end + 4).min(said.len())).any(|i| {
        pat!("it|that|they|all|is|has|have|which ... cleared|quit|passed|lifted|eased|melted|ended|gone|over|behind|done up|me|us|now|out|with|$|but|already|hours|by")
            .at(said, i)
            .is_some_and(|end| end <= clause.end + 6)
            && pat!("is|was|now|today|but|it").is_in(said)
    })
}

/// "dispatch put it down as weather", "the app says traffic": what others make of it.
fn is_told(said: &Said<'_>, i: usize) -> bool {
    let clause = said.clause_range(i).start;
    let from = clause.saturating_sub(4).max(i.saturating_sub(8));
    pat!(
        "they|he|she|everybody|everyone|people|dispatch|dispatcher|broker|boss|office|app|gps|computer|system|radio|you|shipper|receiver|wife|macro|screen|google ... says|say|said|thinks|think|thought|told|tells|tell|claims|claim|claimed|blames|blame|blamed|put|wrote|logged|calls|called|figures|figured|swear|swears you|me|us|them|it|that|this|down|up|on|as|because|was|is|? down|as|? it|that|? was|is|? the|a|? "
    )
    .find_all(said)
    .iter()
    .any(|r| r.start >= from && r.end <= i && i - r.end <= 3)
}

/// Dated before today by the nearest word of time: "yesterday it was the wind today it's road work".
fn is_of_before(said: &Said<'_>, at: usize) -> bool {
    let nearest = (at.saturating_sub(6)..at).rev().find_map(|i| match said.word(i) {
        "yesterday" => Some(true),
        "today" | "now" => Some(false),
        _ => None,
    });
    nearest.unwrap_or_else(|| scope::past(said, at))
}

/// A word of today stands apart from the one that is dated earlier.
fn speaks_of_today(said: &Said<'_>, span: &Range<usize>) -> bool {
    let clause = said.clause_range(span.start);
    (0..said.len()).any(|i| {
        (!clause.contains(&i) || i >= span.end) && said.is(i, &["today", "now", "time", "morning", "this"])
    })
}

/// The next clause turns against it: "it's snowing but ...".
fn is_conceded(said: &Said<'_>, span: &Range<usize>) -> bool {
    let clause = said.clause_range(span.end - 1);
    let next = said.clause_range(clause.end);
    // "the fog's burning off but i lost two hours to it"
    let meant = pat!("to|of|from|by|behind|in|with|through it|that|them|this $|and|so|but|all|for")
        .all_within(said, clause.end..said.len())
        .next()
        .is_some();
    if meant {
        return false;
    }
    said.is(clause.end, &["but", "except", "only"])
        || next.end > clause.end && next.end < said.len() && said.is(next.end, &["but", "except"])
}

/// "sat in the rain at the shipper", "while it snowed": what it was like meanwhile.
fn is_setting(said: &Said<'_>, i: usize) -> bool {
    let clause = said.clause_range(i);
    let weather = said.kinds(i).noun.any(Classes::WEATHER)
        || said.is(
            i,
            &[
                "raining", "snowing", "rained", "snowed", "pouring", "cold", "heat", "sleeting",
            ],
        );
    let within = (clause.start.max(i.saturating_sub(3))..i).any(|j| said.is(j, &["in", "during", "with"]));
    let caught = (clause.start..i).any(|j| {
        said.is(
            j,
            &[
                "stuck", "caught", "creeping", "crawling", "slow", "slowed", "driving", "got", "ran",
            ],
        )
    });
    let meanwhile = said.is(clause.start, &["while", "when"]);
    weather && (meanwhile || within && !caught)
}
