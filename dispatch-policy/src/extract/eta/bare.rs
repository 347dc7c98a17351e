//! Numbers without a unit that are minutes by what stands around them.

use crate::extract::numbers::{cardinal, is_number_word};
use crate::extract::pattern::pat;
use crate::extract::text::Said;

/// "i'm forty five out": minutes, where no road or door is left.
pub(super) fn is_out(said: &Said<'_>, i: usize, len: usize) -> bool {
    said.is(i + len, &["out", "away"])
        && !said.is(
            i + len + 1,
            &["of", "on", "to", "in", "here", "there", "west", "east"],
        )
        && said.is(
            i.wrapping_sub(1),
            &["am", "are", "about", "still", "like", "maybe", "only", "probably"],
        )
}

/// "late by thirty", "behind by about forty five".
pub(super) fn is_late_by(said: &Said<'_>, i: usize) -> bool {
    let by = pat!("late|behind|delayed|back|off by about|like|maybe|around|roughly|at? least?");
    let cost = pat!("cost|costing|costs|set|sets me|us back? about|like|maybe|around|roughly|another?");
    by.find_all(said)
        .iter()
        .chain(&cost.find_all(said))
        .any(|r| r.end == i)
}

/// "about twenty behind": minutes, and no hour of the day.
pub(super) fn is_lateness(said: &Said<'_>, i: usize) -> bool {
    let small = said.is(
        i.wrapping_sub(1),
        &["only", "just", "about", "like", "maybe", "running", "am", "are"],
    );
    cardinal(said, i)
        .is_some_and(|(n, len)| (n >= 13.0 || n >= 5.0 && small) && said.is(i + len, &["late", "behind"]))
}

/// "in ten", "in like five", after a verb of coming or in answer to the question.
pub(super) fn is_led_by_in(said: &Said<'_>, i: usize, asked: bool) -> bool {
    let mut at = i;
    while at > 0
        && said.is(
            at - 1,
            &["like", "about", "maybe", "probably", "just", "around", "roughly"],
        )
    {
        at -= 1;
    }
    said.is(at.wrapping_sub(1), &["in"])
        && (asked && at == 1
            || said.is(
                at.wrapping_sub(2),
                &[
                    "there", "rolling", "leaving", "back", "done", "ready", "out", "starting", "going",
                    "home", "again", "moving", "loaded", "empty", "over", "you",
                ],
            ))
}

/// Nothing behind the number makes it more than a count of minutes.
pub(super) fn counts_alone(said: &Said<'_>, end: usize) -> bool {
    !is_number_word(said.word(end))
        && !said.is(
            end,
            &[
                "oclock", "am", "pm", "in", "tonight", "tomorrow", "hundred", "of", "ish", "past", "after",
                "to",
            ],
        )
}
