//! Words that name a door by its number and letter.

use std::ops::Range;

use crate::extract::numbers::{cardinal, digits};
use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::extract::time;

/// "door forty two", "dock a seven", "dock high door one oh six", "door be twelve".
pub(super) fn named_door(said: &Said<'_>, i: usize) -> Option<(String, Range<usize>)> {
    if !said.is(
        i,
        &[
            "door", "doors", "dock", "bay", "docks", "hole", "berth", "stall", "chute",
        ],
    ) {
        return None;
    }
    // A trailer's own door is no dock; "the east side dock" is one.
    let side = said.is(i.wrapping_sub(1), &["side"])
        && said.is(
            i.wrapping_sub(2),
            &[
                "east", "west", "north", "south", "far", "other", "left", "right", "back",
            ],
        );
    if !side
        && said.is(
            i.wrapping_sub(1),
            &[
                "trailer", "barn", "swing", "reefer", "rear", "truck", "cab", "side", "sleeper", "back",
            ],
        )
        || pat!("trailer #").find_all(said).iter().any(|r| r.end == i)
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
    let (text, len) = number(said, at + skip).or_else(|| homophone(said, at + skip))?;
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

/// "hit that dock five after one", "knock on the door at ten": behind an article a door has no number of its own.
pub(super) fn is_before_an_hour(said: &Said<'_>, i: usize) -> bool {
    said.is(i.wrapping_sub(1), &["the", "their", "your", "that", "a", "yalls"])
        && !said.is(i.wrapping_sub(2), &["in", "into"])
        && time::clock_at(said, i + 1).is_some_and(|c| c.explicit || c.hour <= 12)
}

/// "backed into twenty two", "bumped up on a nine": what a trailer backs into by number is a door.
pub(super) fn backed_into(said: &Said<'_>, i: usize) -> Option<(String, Range<usize>)> {
    let lead = pat!(
        "backed|backing|bumped|bumping|docked|spotted|back up|me|us|her|it|this? right? in|into|to|against|on|at|up over|around|out|back? here|there? to|into|on|at|number? number?"
    );
    let put = pat!("got|have|has|put|stuck|placed|assigned|set|threw|parked me|us over? in|into|number|to");
    let moved = pat!("moved|switched|changed|swapped me|us|it from door? .. to|into door?");
    let start = (i.saturating_sub(8)..i).find(|&s| {
        lead.at(said, s) == Some(i) || put.at(said, s) == Some(i) || moved.at(said, s) == Some(i)
    })?;
    // "call back in twenty", "be back at two": a time.
    let called = (start.saturating_sub(3)..start).any(|j| {
        said.is(
            j,
            &[
                "call", "calling", "ring", "try", "hit", "holler", "buzz", "text", "phone", "get", "check",
                "come",
            ],
        )
    });
    let told = !called && said.is(start.wrapping_sub(1), &["said", "told", "me", "us", "to", "them"]);
    if said.is(start, &["back"])
        && !(said.is(i.wrapping_sub(1), &["into"]) || told && said.is(i.wrapping_sub(1), &["in"]))
    {
        return None;
    }
    let (letter, skip) = door_letter(said, i);
    let (text, len) = number(said, i + skip)?;
    let end = i + skip + len;
    let counted = said.is(
        end,
        &[
            "minutes", "hours", "hour", "oclock", "miles", "foot", "feet", "trucks", "times", "other", "or",
            "pm", "am", "more", "days", "off",
        ],
    );
    let hour = said.is(i.wrapping_sub(1), &["at", "around"])
        && (len > 1 || said.len() > end && said.is(end, &["this", "today"]));
    (!counted && !hour && text.len() <= 3 && text != "0").then(|| (format!("{letter}{text}"), i..end))
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
    let spelled = spelled(said, i + 1);
    if digits(said, i + 1 + spelled).is_none() {
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
    (letter, 1 + spelled)
}

/// The digits of a door; "fifteen one five" says one number twice.
fn number(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    if let Some((n, len)) = cardinal(said, i).filter(|(n, _)| (10.0..1000.0).contains(n)) {
        let text = n.to_string();
        let spelled = text.chars().enumerate().all(|(k, digit)| {
            cardinal(said, i + len + k).is_some_and(|(d, _)| d.to_string() == digit.to_string())
        });
        if spelled {
            return Some((text.clone(), len + text.len()));
        }
        if let Some(all) = said_again(said, i, n, len) {
            return Some((text, all));
        }
        // "twelve twelve": said twice.
        if let Some((_, more)) = cardinal(said, i + len).filter(|(again, _)| again.to_string() == text) {
            return Some((text, len + more));
        }
    }
    // "hundred and twelve"
    if said.is(i, &["hundred"]) {
        let rest = i + 1 + usize::from(said.is(i + 1, &["and"]));
        let (n, len) = cardinal(said, rest)
            .filter(|(n, _)| *n < 100.0)
            .unwrap_or((0.0, 0));
        return Some((format!("1{n:02}"), rest + len - i));
    }
    digits(said, i)
}

/// "forty one forty forty one": he says it, doubts it and says it again.
fn said_again(said: &Said<'_>, i: usize, first: f64, len: usize) -> Option<usize> {
    let (_, doubt) = cardinal(said, i + len).filter(|(n, _)| *n >= 10.0)?;
    let (again, end) = cardinal(said, i + len + doubt)?;
    (again.to_string() == first.to_string()).then_some(len + doubt + end)
}

/// "d like delta fourteen", "b as in boy six": how many words spell the letter out.
fn spelled(said: &Said<'_>, i: usize) -> usize {
    if said.is(i, &["like", "for"]) {
        2
    } else if said.is(i, &["as"]) && said.is(i + 1, &["in"]) {
        3
    } else {
        usize::from(spells_letter(said, i))
    }
}

/// "d dog six": a word for the letter before it.
fn spells_letter(said: &Said<'_>, i: usize) -> bool {
    let letter = i.checked_sub(1).map_or("", |k| said.word(k));
    letter.len() == 1
        && said.word(i).len() > 2
        && said.word(i).starts_with(letter)
        && cardinal(said, i).is_none()
        && cardinal(said, i + 1).is_some()
        && said.kinds(i).known
}

fn trailing_letter(said: &Said<'_>, i: usize) -> (&'static str, usize) {
    let spelled = spelled(said, i + 1);
    let last = i + 1 >= said.len() || said.clause(i + 1) != said.clause(i) || spelled > 0;
    match said.word(i) {
        "a" if last => ("A", 1),
        "b" | "bee" if last => ("B", 1),
        "c" if last => ("C", 1),
        "d" if last => ("D", 1),
        _ => ("", 0),
    }
}

/// "they've got me on fifty", "in forty two", "forty two": a number once a door is the topic.
pub(super) fn bare_door(said: &Said<'_>, i: usize) -> Option<(String, Range<usize>)> {
    if said.is_taken(i..i + 1) || (i > 0 && crate::extract::numbers::is_number_word(said.word(i - 1))) {
        return None;
    }
    let lead = pat!(
        "me|it|us|in|on|at|to|into|number|is|say|says|was|said|got|gave|assigned|putting|be|yeah|yep|uh|think|think it? number|is|on|in|at|to?"
    );
    // "they wrote me on paper d eleven": a letter and a number can be nothing else.
    let lettered = !said.is(i, &["a", "be", "see", "sea", "hey"]) && !door_letter(said, i).0.is_empty();
    // "the one with nineteen painted over it"
    let painted = number(said, i).is_some_and(|(_, len)| {
        said.is(
            i + len,
            &[
                "painted",
                "written",
                "stenciled",
                "posted",
                "marked",
                "stamped",
                "over",
            ],
        )
    }) || said.is(i.wrapping_sub(1), &["marked", "labeled", "reads", "numbered"]);
    let written = pat!(
        "told|wrote|writ|written|marked|painted|posted|stamped|scribbled|circled|handed|pointed|spelled me|us|down|up|in|on|paper|hand|it|my|the|to|? a|number|is|like|?"
    );
    let led = i == 0
        || (i.saturating_sub(4)..i).any(|s| written.at(said, s) == Some(i))
        || painted
        || lettered
        || (i.saturating_sub(3)..i).any(|s| lead.at(said, s) == Some(i));
    if !led {
        return None;
    }
    // "told me come back at six": a time.
    if said.is(
        i.wrapping_sub(1),
        &["at", "around", "by", "till", "until", "before", "after"],
    ) && (i.saturating_sub(4)..i - 1).any(|j| {
        said.is(
            j,
            &[
                "back",
                "open",
                "opens",
                "close",
                "closes",
                "lunch",
                "again",
                "appointment",
                "shift",
                "start",
                "starts",
                "return",
                "till",
                "wait",
            ],
        )
    }) {
        return None;
    }
    let (letter, skip) = door_letter(said, i);
    let (text, len) = number(said, i + skip)?;
    let end = i + skip + len;
    // "haven't given me one": a pronoun.
    if said.is(i, &["one"])
        && len == 1
        && (scope::denied(said, i)
            || said.is(i.wrapping_sub(1), &["the", "that", "this", "which", "any"])
            || said.is(i.wrapping_sub(1), &["me", "us", "it", "got", "gave", "assigned"])
            || pat!("wait~|need|want|looking|hoping|asking on|for|to? get|be? ..")
                .find(said)
                .is_some_and(|r| r.start < i && said.clause(r.start) == said.clause(i)))
    {
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
            | "truck"
            | "guy"
            | "pallet"
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
            | "off"
            | "skids"
            | "stops"
    );
    let trailer = pat!(
        "trailer|truck|spot|slot|building|line|queue|position|lane|parking|load|temp|reefer|ticket|pager is|number|in|line|at? is|was|like?"
    );
    let other = (i.saturating_sub(4)..i).any(|s| trailer.at(said, s) == Some(i));
    // "come back at six": an hour.
    let hour = pat!("come|be|get|return|call|check|try|show back|in|up|here|there? at|by|around|about|in");
    let other = other || (i.saturating_sub(4)..i).any(|s| hour.at(said, s) == Some(i));
    // "be there in five": a time.
    let soon = pat!("be|get|arrive|roll there|here|done|empty|finished|out|up|back|rolling|leaving in");
    let other = other || (i.saturating_sub(3)..i).any(|s| soon.at(said, s) == Some(i));
    let counted = counted || (next == "and" && said.is(end + 1, &["a"]));
    let ten_four = text == "104" && !said.is(i, &["104", "one"]);
    // "my number's eighty seven": his place in the queue; "oh" alone is a sigh.
    let listed = pat!("on|in their|the|a|her|his clipboard|list|sheet|board|log|line|queue|screen")
        .at(said, end)
        .is_some();
    let queue = listed
        || pat!("my number").find(said).is_some_and(|r| r.start < i)
        || text.trim_matches('0').is_empty();
    (!counted && !other && !ten_four && !queue && text.len() <= 3 && !said.is_taken(i..end))
        .then(|| (format!("{letter}{text}"), i..end))
}
