//! The end of the way, named beside a time: "five thirty at the dock", "an hour and fifty to the door".
//!
//! Whoever says so is not there yet; words of the dock that name only where the way ends are taken out before anything is
//! read of them.

use super::numbers::is_number_word;
use super::pattern::pat;
use super::text::Said;

/// Words by which the time before is of something else than the way: he is there, or was.
const STANDS: &[&str] = &[
    "i",
    "we",
    "am",
    "been",
    "here",
    "there",
    "got",
    "sat",
    "sitting",
    "waiting",
    "since",
    "for",
    "just",
    "already",
    "parked",
    "ago",
    "late",
    "they",
    "he",
    "she",
    "not",
    "closes",
    "opens",
    "appointment",
];

/// Takes the words out; "to the door" is how far off he is.
pub(super) fn settle(said: &mut Said<'_>, asked_eta: bool) {
    let site = pat!(
        "at|to the|their|your|that|? receiver|receivers|dock|docks|door|gate|customer|customers|consignee|warehouse|dc|destination !is|was|since|by|in|for|now|already|waiting|and|i|we"
    );
    let Some(span) = site
        .find_all(said)
        .into_iter()
        .find(|span| span.start > 0 && is_goal(said, span.start, asked_eta))
    else {
        return;
    };
    let way = said.is(span.start, &["to"]);
    said.tokens.drain(span.start + usize::from(way)..span.end);
    if way {
        "out".clone_into(&mut said.tokens[span.start].word);
    }
    said.refresh();
}

fn is_goal(said: &Said<'_>, at: usize, asked_eta: bool) -> bool {
    let unit = said.is(at - 1, &["hour", "hours", "minutes", "half"]);
    if said.is(at, &["to"]) {
        // "an hour and fifty to the door"
        let odd = is_number_word(said.word(at - 1))
            && said.is(at.wrapping_sub(2), &["and"])
            && said.is(at.wrapping_sub(3), &["hour", "hours"]);
        let spent = pat!("took|takes|take|taking|walked|walk|get|got|getting|backed").is_in(said);
        return (unit || odd) && !spent;
    }
    let clause = said.clause_range(at);
    let time = unit
        || is_number_word(said.word(at - 1))
        || said.is(at - 1, &["oclock", "am", "pm", "noon", "midnight", "tonight"]);
    asked_eta && time && !(clause.start..at).any(|i| said.is(i, STANDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str) -> String {
        let mut said = Said::new(text);
        settle(&mut said, true);
        said.to_text()
    }

    #[test]
    fn where_the_way_ends_is_no_place_to_be() {
        for (text, left) in [
            ("five thirty at the dock", "five thirty"),
            ("about six at the receiver", "about six"),
            ("hour and fifty to the door", "hour and fifty out"),
            (
                "been here since five at the dock",
                "been here since five at the dock",
            ),
            ("i got here at two at the gate", "i got here at two at the gate"),
            ("took two hours to the gate", "took two hours to the gate"),
            ("at the dock", "at the dock"),
        ] {
            assert_eq!(settled(text), left, "{text}");
        }
    }
}
