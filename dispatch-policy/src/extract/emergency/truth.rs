//! Whether what the words name has happened: not denied, not nearly, not over.

use std::ops::Range;

use crate::extract::party::Who;
use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::extract::{party, scope};
use crate::facts::EmergencyType;

use super::figures::{is_idiom, is_work_word};
use super::whose::{is_of_family, is_ours, is_someone_elses};
use super::{Trouble, Whose};

pub(super) fn is_real(said: &Said<'_>, span: &Range<usize>, trouble: Trouble) -> bool {
    let at = span.start;
    if !trouble.negative && (scope::denied(said, at) || inner_denial(said, span)) {
        return false;
    }
    // "unless this smoke gets worse": what he points at is there.
    let pointed_at = said.is(
        at,
        &["smoke", "steam", "leak", "pain", "pains", "bleeding", "fire"],
    ) && said.is(at.wrapping_sub(1), &["this", "these"]);
    if scope::supposed(said, at) && !pointed_at && !is_feeling(said, at) {
        return false;
    }
    if trouble.kind == EmergencyType::Accident && scope::ahead(said, at) {
        return false;
    }
    // "these guys are on fire", "i'm on fire today": only things burn.
    if let Some(on) = pat!("on fire").find(said)
        && span.contains(&on.start)
        && matches!(party::subject(said, on.start), Who::Other | Who::Us)
        && !pat!("my|our|the load|truck|trailer|rig|cab|engine|sleeper").is_in(said)
        && !pat!("the|this|their|whole @place").is_in(said)
        && !pat!("< @place is|are|caught|just").is_in(said)
    {
        return false;
    }
    if would_be(said, at)
        || inner_near_miss(said, span)
        || scope::past(said, at)
        || is_resolved(said, span, trouble.kind)
        || is_work_word(said, span)
        || is_idiom(said, span)
    {
        return false;
    }
    if is_hearsay(said, at) || trouble.kind == EmergencyType::Breakdown && is_for_another(said, span) {
        return false;
    }
    match trouble.whose {
        Whose::Ours => !is_someone_elses(said, span, true),
        // A person crushed or run over counts whoever it is, unless only seen in passing.
        Whose::Open if trouble.kind == EmergencyType::Accident => {
            !pat!("saw|passed|heard|ahead|news|radio|once").is_in(said)
        }
        Whose::Scene => {
            !pat!("saw|heard|told|ahead|news|radio|cb|once|movie|hospital").is_in(said)
                && !pat!("passed|pass|passing !out").is_in(said)
                && !is_of_family(said, span)
        }
        Whose::Open => !is_someone_elses(said, span, false),
        Whose::NeedsUs => is_ours(said, span) && !is_someone_elses(said, span, false),
    }
}

/// "you'd have to put a gun to my head": what would be, not what is. "i'd just hit a deer" had been.
fn would_be(said: &Said<'_>, at: usize) -> bool {
    // "i could hit their sign with a rock".
    if said.is(at.wrapping_sub(1), &["could", "might", "may"]) {
        return true;
    }
    let range = said.clause_range(at);
    (range.start..at.min(range.end)).any(|j| {
        said.is(j, &["would", "could", "should", "might"])
            && said.is(j + 1, &["have"])
            && said.is(j + 2, &["been"])
            || said.is(j, &["would"])
                && (said.is(
                    j + 1,
                    &[
                        "be", "need", "take", "rather", "probably", "love", "die", "lose", "say", "think",
                    ],
                ) || said.is(j + 1, &["have"]) && said.is(j + 2, &["to", "a", "an", "my"]))
    })
}

/// "need a tow truck number for a friend": help for somebody else, or a number to call.
fn is_for_another(said: &Said<'_>, span: &Range<usize>) -> bool {
    let asks = said.is(
        span.start,
        &[
            "need",
            "needs",
            "needing",
            "getting",
            "calling",
            "called",
            "requesting",
            "tow",
            "towing",
        ],
    );
    let number =
        pat!("truck|service|company? phone? number|numbers|info|contact|recommendation|recommendations");
    let friend = pat!("for|to my|a|his friend|friends|buddy|brother|cousin|coworker|uncle|dad|neighbor");
    let stranger = pat!("for|to another|some driver|drivers|guy|trucker|truck|lady|car");
    let beneficiary = friend.find_all(said).into_iter().chain(stranger.find_all(said));
    asks && (number.at(said, span.end).is_some() || beneficiary.into_iter().any(|r| r.start + 1 >= span.end))
}

/// "i heard there was a wreck", "the radio said there's a fire": somebody's tale, told in the clause before.
fn is_hearsay(said: &Said<'_>, at: usize) -> bool {
    let range = said.clause_range(at);
    let told = |j: usize| said.is(j, &["heard", "hear", "radio", "news", "rumor", "reading"]);
    let mine = range.clone().any(|j| said.is(j, &["i", "we", "me", "us", "my"]));
    !mine && (range.start.saturating_sub(3)..range.start).any(told)
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
                        "took",
                        "tore",
                        "caught",
                        "tagged",
                        "knocked",
                        "ripped",
                        "pulled",
                        "came",
                        "killed",
                        "rolled",
                        "flipped",
                        "tipped",
                        "slid",
                        "backed",
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
    if scope::almost(said, at) && !pat!("pass|passed|black|blacked|fall|fell|fainted").is_in(said) {
        return false;
    }
    let condition = scope::is_consequence(said, at)
        || (range.start..at).any(|j| said.is(j, &["if", "unless", "hope", "long", "afraid", "worried"]));
    felt && !condition
}

/// "needs to be fixed", "waiting to get it patched": the mending at `i` is still to come.
fn is_awaited(said: &Said<'_>, i: usize) -> bool {
    let to_be = said.is(i.wrapping_sub(1), &["to", "be"])
        || said.is(i.wrapping_sub(2), &["to"]) && said.is(i.wrapping_sub(1), &["be", "get"]);
    to_be
        || pat!("need|needs|waiting|trying|until|till|getting|will")
            .find_all(said)
            .iter()
            .any(|w| w.end <= i && w.start + 4 >= i)
}

/// Over and done with: "fixed", "rolling again", "all good now".
fn is_resolved(said: &Said<'_>, span: &Range<usize>, kind: EmergencyType) -> bool {
    let after = span.start..said.len();
    let fixed = pat!("fixed|patched|replaced|repaired|swapped|changed|towed|sorted|resolved|handled");
    let again = pat!(
        "rolling|moving|running|driving|back|up good|fine|now|on|and|again the? road|again|running|rolling|move|now|going|way !fire"
    );
    let earlier =
        pat!("had|was|got|blew|lost|broke|went|came|quit|earlier|morning|overnight|yesterday|after ...");
    let put_right = fixed.find_all(said).into_iter().any(|r| {
        after.contains(&r.start)
            && !scope::denied(said, r.start)
            && !scope::supposed(said, r.start)
            && !is_awaited(said, r.start)
    });
    let goes_on = again.find_all(said).into_iter().any(|r| {
        after.contains(&r.start)
            && !scope::denied(said, r.start)
            && pat!("again|back")
                .find_all(said)
                .iter()
                .any(|a| a.start >= r.start && a.end <= r.end + 1)
    });
    // "had a flat but i'm up and running": what broke goes on, so it is mended. A crash is not undone by rolling on.
    // Without brakes, rolling is the danger.
    let brakes = span
        .clone()
        .any(|i| said.is(i, &["brake", "brakes", "braking", "pedal", "air", "pressure"]));
    let runs = kind == EmergencyType::Breakdown
        && !brakes
        && pat!("i|we|it|she|truck am|are|is|got back|up|good|all|still? and|to|on? running|rolling|moving|go|going|set|fine !hot|rough|low|to|nowhere|out|bad")
            .find_all(said)
            .into_iter()
            .any(|r| {
                r.start >= span.end && said.clause(r.start) != said.clause(span.start) && !scope::denied(said, r.end - 1)
            });
    let cooled = kind == EmergencyType::Breakdown
        && pat!("they|it|she|everything have|has|is|are? cooled|good|fine off|down|out|now|$|again|? !hot")
            .find_all(said)
            .into_iter()
            .any(|r| r.start >= span.end && said.clause(r.start) != said.clause(span.start));
    let took = pat!("got|put|has|have|with|threw|mounted|bought some|a|two|brand|? new rubber|tire|tires|one|ones|hose|belt|battery|alternator|starter|recap|steer|drive").is_in(said)
        && earlier.is_in(said)
        && !pat!("need|needs|waiting|wait|to get|buy|order|for").is_in(said)
        || pat!("took ... fixed|replaced|repaired|changed|patched|swapped").is_in(said);
    let now = pat!("rolling|moving|running|driving now|again")
        .find(said)
        .is_some_and(|r| r.start >= span.start);
    put_right || took || now || runs || cooled || (goes_on && earlier.is_in(said))
}
