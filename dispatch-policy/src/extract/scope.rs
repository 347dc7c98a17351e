//! What a clause says about its own truth: denied, supposed, someone else's, long past.

use std::ops::Range;

use super::lexicon::Form;
use super::pattern::pat;
use super::text::Said;
use super::time::MONTHS;

/// Whether the words at `i` are denied in their clause.
pub(super) fn denied(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start;
    let from = start.max(i.saturating_sub(7));
    if is_doubted(said, start) {
        return true;
    }
    let denial = pat!("not|never|without|neither|nothing|none|zero|no|nobody|noone");
    denial.all_within(said, from..i).any(|found| {
        let j = found.start;
        !is_closed(said, j, i)
            && match said.word(j) {
                "not" | "never" | "without" | "neither" | "nothing" | "none" | "zero" => {
                    // "not only", "not sure" deny nothing of what follows; "not anytime soon" is said by itself.
                    !(said.is(j + 1, &["only", "sure", "just"]) || is_answer(said, j, i))
                }
                // A leading "no" before a subject answers, it does not deny.
                "no" => {
                    let idiom = said.is(
                        j + 1,
                        &["time", "problem", "doubt", "sweat", "worries", "matter", "later"],
                    );
                    let answer = j + 1 < i
                        && said.is(
                            j + 1,
                            &[
                                "i", "we", "it", "he", "she", "they", "there", "the", "that", "my", "this",
                                "because", "yeah", "well", "just", "actually", "scratch", "wait", "sorry",
                                "strike", "hold", "make", "no",
                            ],
                        );
                    !(idiom || answer)
                }
                "nobody" | "noone" => true,
                _ => false,
            }
    })
}

/// "i don't think | i'm gonna make it": the denial of thinking is that of the thought.
fn is_doubted(said: &Said<'_>, clause: usize) -> bool {
    is_contested(said, clause)
        || clause >= 2
            && said.is(clause - 2, &["not"])
            && said.is(
                clause - 1,
                &[
                    "think", "believe", "figure", "guess", "suppose", "reckon", "expect", "imagine",
                ],
            )
            && !said.is(clause, &["because", "but", "and", "so", "if", "when"])
}

/// "i'm empty ... no not empty": a word of what stands in `span` is denied when it is said again.
pub(super) fn taken_back(said: &Said<'_>, span: &Range<usize>) -> bool {
    (span.end + 1..said.len()).any(|i| {
        said.is(i - 1, &["not", "nah"])
            && !SMALL.contains(&said.word(i))
            && span.clone().any(|j| said.word(j) == said.word(i))
    })
}

/// Words that say nothing by themselves.
const SMALL: &[&str] = &[
    "a", "the", "at", "in", "on", "to", "of", "for", "me", "my", "i", "it", "and", "am", "is", "are", "got",
    "all", "just", "now", "here", "there", "yet", "up", "out", "that", "this", "not", "no", "we", "they",
    "been", "have", "has",
];

/// "who says i'm late": nobody has any business saying so.
pub(super) fn is_contested(said: &Said<'_>, clause: usize) -> bool {
    pat!("who|whoever|where|what says|said|told|thinks|did|makes you|they|he|she|? told|hear|get|think|say|? you|that|it|? that?")
        .all_within(said, clause.saturating_sub(6)..clause)
        .any(|r| {
            r.end == clause
                && r.len() >= 2
                && (r.start == 0
                    || said.clause(r.start) != said.clause(r.start - 1)
                    || said.is(r.start - 1, &["well", "hey", "nah", "no"]))
        })
}

/// "ain't started yet waiting on a lumper": what was denied is complete, and he goes on with what he does.
fn is_closed(said: &Said<'_>, not: usize, until: usize) -> bool {
    (not + 2..=until).any(|i| {
        said.is(i, &["waiting", "sitting"])
            && said.is(
                i - 1,
                &[
                    "yet", "started", "here", "me", "it", "them", "anything", "moved", "out", "touched", "in",
                ],
            )
    })
}

/// "not anytime soon my belt snapped": a whole answer by itself, which denies nothing of what is said after it.
fn is_answer(said: &Said<'_>, not: usize, until: usize) -> bool {
    const ALONE: &[&str] = &[
        "anytime", "yet", "today", "now", "good", "great", "well", "too", "exactly", "quite", "right",
    ];
    const SUBJECTS: &[&str] = &["my", "our", "the", "this", "i", "it", "she", "he", "they", "we"];
    not == said.clause_range(not).start
        && said.is(not, &["not"])
        && said.is(not + 1, ALONE)
        && (not + 2..until).any(|i| said.is(i, SUBJECTS))
}

/// Whether the clause supposes or plans rather than states.
pub(super) fn supposed(said: &Said<'_>, i: usize) -> bool {
    conditional(said, i) || planned(said, i)
}

/// "going to ...": what has not happened yet.
pub(super) fn planned(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start;
    (start + 2..=i).any(|j| said.is(j - 2, &["going"]) && said.is(j - 1, &["to"]))
}

/// "i should hit the gate at four", "will hit omaha": the verb has its helper of the future right before it.
pub(super) fn ahead(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start.max(i.saturating_sub(3));
    (start..i).any(|j| said.is(j, &["will", "should", "shall"]) && !said.is(j + 1, &["have"]))
}

/// "if", "unless", "hope", "almost".
pub(super) fn conditional(said: &Said<'_>, i: usize) -> bool {
    let range = said.clause_range(i);
    let as_long = pat!("as long as")
        .find(said)
        .is_some_and(|r| r.start >= range.start && r.end <= i);
    pat!("if")
        .all_within(said, range.start..i)
        .any(|found| !is_aside(said, found.start))
        || pat!("unless|hope|hopefully|hoping|might|wish|case|imagine|worried|afraid|pray|lest|barring|assuming|provided|willing|before")
            .all_within(said, range.start..i)
            .any(|found| !breaks_it_gently(said, found.start))
        || until(said, i)
        || as_long
        || almost(said, i)
        || is_consequence(said, i)
}

/// "i'm afraid i'm gonna be late": bad news told politely, of oneself and of what is known.
fn breaks_it_gently(said: &Said<'_>, at: usize) -> bool {
    said.is(at, &["afraid"])
        && said.is(at.wrapping_sub(2), &["i", "we"])
        && pat!("i|we am|are|will|not|have|missed")
            .at(said, at + 1)
            .is_some()
        && pat!("late|behind|delayed|miss|make|running|stuck|sitting|waiting|lost|missed")
            .all_within(said, at..said.len())
            .next()
            .is_some()
}

/// "if you want the truth", "if you ask me": said by the way, and no condition.
fn is_aside(said: &Said<'_>, at: usize) -> bool {
    pat!("if you|i|we|i'm am|are|must|really|just|want|ask|wanna|had|recall|remember|would|? to|being|be|know|me|the|honest|right|believe|have|? know|truth|guess|say|honest|?").at(said, at).is_some_and(|end| {
        (at..end).any(|j| said.is(j, &["ask", "want", "must", "honest", "truth", "guess", "recall", "remember", "believe"]))
            && !said.is(end, &["in", "off", "out", "it"])
    })
}

/// "until they open": not yet. "till the inspector was done": told as over.
fn until(said: &Said<'_>, i: usize) -> bool {
    let range = said.clause_range(i);
    pat!("until|till").find_within(said, range.start..i).is_some()
        && !range.clone().any(|j| {
            said.is(
                j,
                &[
                    "was", "were", "cleared", "finished", "came", "opened", "got", "moved",
                ],
            ) || said.kinds(j).verb.is_some_and(|verb| verb.form == Form::Past)
        })
}

/// "if they don't unload me soon i'm gonna ...": what would follow, as its clause has the future and the one before it
/// the condition.
pub(super) fn is_consequence(said: &Said<'_>, i: usize) -> bool {
    let range = said.clause_range(i);
    let Some(before) = range.start.checked_sub(1) else {
        return false;
    };
    let condition = said.clause_range(before);
    if !condition.clone().take(2).any(|j| said.is(j, &["if", "unless"])) {
        return false;
    }
    (range.start..i.max(range.start))
        .any(|j| said.is(j, &["will", "would"]) || said.is(j, &["going"]) && said.is(j + 1, &["to"]))
}

/// Whether the words at `i` ask: "can i get detention", "is it a lumper", "what door".
pub(super) fn asks(said: &Said<'_>, i: usize) -> bool {
    const AUXILIARY: &[&str] = &[
        "can", "could", "do", "does", "did", "will", "would", "should", "is", "are", "am", "was", "were",
        "have", "has", "may",
    ];
    const WHO: &[&str] = &[
        "i", "we", "you", "they", "he", "she", "it", "there", "this", "that", "anybody", "anyone",
        "somebody", "someone",
    ];
    const BEFORE: &[&str] = &[
        "so", "and", "well", "hey", "okay", "man", "yeah", "but", "now", "like", "wait", "hello", "what",
        "when", "where", "why", "how", "who", "much", "long", "soon", "many", "time",
    ];
    let start = said.clause_range(i).start;
    let question_word = said.is(start, &["what", "where", "who", "why", "how"]);
    if start < i && (question_word || said.is(start, &["you"]) && said.is(start + 1, &["mean"])) {
        return true;
    }
    // A subject opens a clause of its own, so the verb may be the last word of the clause before.
    let verb = if said.is(start, AUXILIARY) {
        start
    } else {
        start.wrapping_sub(1)
    };
    let first =
        verb == 0 || said.tokens.get(verb).is_some_and(|t| t.stop) || said.is(verb.wrapping_sub(1), BEFORE);
    verb < i && said.is(verb, AUXILIARY) && said.is(verb + 1, WHO) && first
}

/// "figured i'd be late but ...", "they wanted me to drop it but ...": what was believed or meant once.
pub(super) fn believed(said: &Said<'_>, i: usize) -> bool {
    const ONCE: &[&str] = &[
        "figured", "thought", "expected", "afraid", "worried", "guessed", "assumed", "swore", "feared",
        "supposed", "hoped", "hoping", "scared", "planned", "wanted", "believed", "reckoned", "promised",
        "meant",
    ];
    const THEN: &[&str] = &["would", "was", "were", "might", "could", "to", "had", "going"];
    const TURNS: &[&str] = &["but", "and", "now", "so", "because", "then"];
    let clause = said.clause_range(i);
    // The subject of what is believed opens a clause of its own.
    let carried = clause.start > 0 && !said.is(clause.start, TURNS);
    let start = if carried {
        said.clause_range(clause.start - 1).start
    } else {
        clause.start
    };
    (start..i).any(|j| {
        said.is(j, ONCE)
            && (j >= clause.start || j + 3 >= clause.start)
            && !breaks_it_gently(said, j)
            && (j + 1..i + 1).any(|k| said.is(k, THEN))
    })
}

/// "they usually put us in door ten": what happens as a rule, and not now.
pub(super) fn habitual(said: &Said<'_>, i: usize) -> bool {
    said.clause_range(i).any(|j| {
        said.is(
            j,
            &[
                "usually",
                "always",
                "normally",
                "generally",
                "sometimes",
                "typically",
                "often",
            ],
        )
    })
}

/// "i need a lumper when i get there": a wish for later.
pub(super) fn upon_arrival(said: &Said<'_>, i: usize) -> bool {
    pat!("when|once|soon|after as|that|? i|we am|are|get|arrive|make|pull|land|roll|hit in|there|it|into|to|them|arrive|the|?")
        .find(said)
        .is_some_and(|r| said.clause(r.start).abs_diff(said.clause(i)) <= 1)
}

/// A near miss: "almost hit me", "about got rear ended", "just missed".
pub(super) fn almost(said: &Said<'_>, i: usize) -> bool {
    let start = said.clause_range(i).start.max(i.saturating_sub(4));
    (start..i).any(|j| {
        said.is(j, &["almost", "nearly"])
            || (said.is(j, &["about"])
                && j + 1 < said.len()
                && !super::numbers::is_number_word(said.word(j + 1))
                && said.is(
                    j + 1,
                    &[
                        "hit", "got", "rear", "ran", "clipped", "wrecked", "lost", "went", "took",
                    ],
                ))
            || (said.is(j, &["close"]) && said.is(j + 1, &["to"]))
    })
}

/// Whether the clause is dated before today, or the trouble is told to be over.
pub(super) fn past(said: &Said<'_>, i: usize) -> bool {
    let mut range = said.clause_range(i);
    let fresh = range
        .clone()
        .any(|j| said.is(j, &["just", "now", "i", "today", "tonight"]));
    if range.start > 0 && !fresh {
        // "... last month engine blew": the date of the clause before still holds.
        range = said.clause_range(range.start - 1).start..range.end;
    }
    let near = range.start..range.end;
    let dated = pat!(
        "last|past|previous|old week|weekend|day|night|month|year|time|trip|summer|winter|spring|fall|season|load|truck|rig|company|job|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas"
    );
    let other_day = pat!("other week|weekend|day|night|month|year|time|trip");
    let ago = pat!("days|weeks|months|years|day|week|month|year ago|back|before");
    let hit = |r: &Range<usize>| r.start >= near.start && r.start < near.end;
    near.clone().any(|j| said.is(j, &["yesterday"]))
        || dated.find_all(said).iter().any(hit)
        || other_day.find_all(said).iter().any(hit)
        || pat!("had|was|got|blew|broke|hit|lost|went|died|quit|rolled|wrecked|changed ... monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend")
            .find_all(said)
            .iter()
            .any(hit)
        || pat!("in|since nineteen|twenty|ninety|eighty ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty|ninety|eighty|nine|eight|seven|oh")
            .find_all(said)
            .iter()
            .any(hit)
        || ago
            .find_all(said)
            .iter()
            .any(|r| hit(r) && !said.is(r.end - 1, &["before"]))
        || pat!("used to|once")
            .find_all(said)
            .iter()
            .any(|r| hit(r) && !said.is(r.start, &["once"]))
        || pat!("back in|when").find_all(said).iter().any(|r| {
            hit(r)
                && (said.is(r.end, &["the", "i", "ninety", "twenty", "two"]) || said.is(r.end, &MONTHS))
                && !said.is(
                    r.end + 1,
                    &[
                        "truck", "cab", "road", "yard", "trailer", "sleeper", "bunk", "line", "highway",
                        "parking", "lane", "lot", "dock", "door",
                    ],
                )
        })
}
