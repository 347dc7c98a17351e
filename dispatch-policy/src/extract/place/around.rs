//! What stands around a town's name beside its preposition: a goal, a label, a denial, a distance.

use crate::extract::numbers::is_number_word;
use crate::extract::pattern::pat;
use crate::extract::text::Said;

/// "two hours out from el paso", "quarter after six in boise", "in columbus i will be": where the time asked for ends.
pub(super) fn is_measured_to(said: &Said<'_>, i: usize, end: usize) -> bool {
    let from = i.saturating_sub(6);
    let far = pat!("hours|hour|minutes|half|quarter out|away|? from|of|to|till the?")
        .all_within(said, from..i)
        .any(|r| r.end == i);
    let then = pat!("oclock|noon|midnight|tonight|tomorrow|morning|pm|ish in|at|to the?")
        .all_within(said, from..i)
        .any(|r| r.end == i)
        || said.is(i.wrapping_sub(1), &["in"])
            && is_number_word(said.before(i, 2))
            && said.clause(i) == said.clause(i.saturating_sub(2));
    let will = pat!("i|we will|am|are going? to? be|get|arrive")
        .at(said, end)
        .is_some();
    far || then || will
}

/// "this'd be frankfort", "it's dayton i think": the place he names as his.
pub(super) fn is_named_here(said: &Said<'_>, i: usize) -> bool {
    pat!("this|that|it is|will|would|has|must|should got|have|? to? be?")
        .all_within(said, i.saturating_sub(5)..i)
        .any(|r| r.end == i && said.clause(r.start) == said.clause(i))
}

/// "haven't made topeka yet", "not to topeka": not there, unless it is a correction ("not laredo san antonio").
pub(super) fn is_denied_before(said: &Said<'_>, i: usize) -> bool {
    pat!("not|never made|reached|hit|seen|gotten|got|quite to|in|into?")
        .all_within(said, i.saturating_sub(4)..i)
        .any(|r| r.end == i && said.clause(r.start) == said.clause(i))
}

/// "i said laurel", "make it camdenton", "i mean kilgore".
pub(super) fn is_put_right(said: &Said<'_>, i: usize) -> bool {
    pat!("i said|mean|meant|told you? it? is?")
        .all_within(said, i.saturating_sub(5)..i)
        .chain(pat!("make|call it|that").all_within(said, i.saturating_sub(2)..i))
        .any(|r| r.end == i)
}

/// "the waterloo water tower", "the joplin bypass", "the spring exit": a thing by the road with the name of its town.
pub(super) fn is_landmark(said: &Said<'_>, i: usize, end: usize) -> bool {
    said.is(i.wrapping_sub(1), &["the", "this"])
        && (is_landmark_noun(said, end)
            || said.is(end, &["peach", "grain", "toll"]) && is_landmark_noun(said, end + 1))
        && said.is(
            i.wrapping_sub(2),
            &[
                "see", "seeing", "on", "at", "by", "under", "passed", "past", "passing", "near", "over",
                "crossing", "below", "of",
            ],
        )
}

/// What stands by a road and is called after its town.
pub(super) fn is_landmark_noun(said: &Said<'_>, end: usize) -> bool {
    said.is(
        end,
        &[
            "bypass",
            "overpass",
            "exit",
            "bridge",
            "oasis",
            "plaza",
            "checkpoint",
            "detour",
            "arch",
            "skyline",
            "interchange",
            "rest",
            "scale",
            "scales",
            "truck",
            "tower",
        ],
    ) || said.is(end, &["water"]) && said.is(end + 1, &["tower"])
}

/// "a good ways past", "thirty miles past".
pub(super) fn is_far_past(said: &Said<'_>, i: usize) -> bool {
    said.is(
        i.wrapping_sub(2),
        &[
            "ways", "way", "miles", "mile", "well", "far", "minutes", "hour", "hours",
        ],
    )
}
