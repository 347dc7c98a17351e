//! Roads, directions of travel, mile markers and exits.

use std::ops::Range;

use super::gazetteer::state_at;
use super::numbers::{digits, grouped};
use super::pattern::pat;
use super::repair;
use super::text::Said;

/// What the roads said.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Road {
    pub(super) highway: Option<String>,
    pub(super) direction: Option<String>,
    pub(super) mile_marker: Option<f64>,
    pub(super) exit: Option<String>,
    /// Tokens that said it.
    pub(super) spans: Vec<Range<usize>>,
}

/// How freely a bare number may be a road.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// The place was asked for.
    pub(super) location: bool,
    /// A door is the topic: "on fifty" is one.
    pub(super) door: bool,
}

/// Reads the roads and consumes their words.
pub(super) fn read(said: &mut Said<'_>, markers: &[Range<usize>], asked: Asked) -> Road {
    let mut road = Road::default();
    if let Some((value, span)) = pick(mile_markers(said), markers) {
        road.mile_marker = Some(value);
        said.take(span.clone());
        road.spans.push(span);
    }
    if let Some((value, span)) = pick(exits(said), markers) {
        road.exit = Some(value);
        said.take(span.clone());
        road.spans.push(span);
    }
    let all = highways(said, asked);
    for (_, span) in &all {
        said.take(span.clone());
    }
    let live: Vec<(String, Range<usize>)> = all
        .iter()
        .filter(|(_, span)| !is_elsewhere(said, span.start))
        .cloned()
        .collect();
    if let Some((value, span)) = pick(live, markers) {
        let (direction, end) = direction_after(said, span.end);
        road.direction = direction.or_else(|| direction_before(said, span.start));
        let span = span.start..end;
        said.take(span.clone());
        road.highway = Some(value);
        road.spans.push(span);
    }
    if road.direction.is_none()
        && let Some((value, span)) = travel(said)
    {
        road.direction = Some(value);
        said.take(span.clone());
        road.spans.push(span);
    }
    road.spans.sort_by_key(|s| s.start);
    road
}

/// The first, or the last after something was taken back.
fn pick<T: Clone>(found: Vec<(T, Range<usize>)>, markers: &[Range<usize>]) -> Option<(T, Range<usize>)> {
    let (mut best, mut span) = found.first()?.clone();
    for (value, next) in found.into_iter().skip(1) {
        if repair::between(markers, span.end, next.start) {
            (best, span) = (value, next);
        }
    }
    Some((best, span))
}

/// "not on 80", "take 35 later", "until i get to 29": a road, but not where the truck is.
fn is_elsewhere(said: &Said<'_>, at: usize) -> bool {
    let clause = said.clause(at);
    let back: Vec<&str> = (at.saturating_sub(4)..at)
        .filter(|&j| said.clause(j) == clause)
        .map(|j| said.word(j))
        .collect();
    back.iter().any(|w| {
        matches!(
            *w,
            "not" | "take" | "taking" | "towards" | "toward" | "till" | "until" | "left"
        )
    }) || back.windows(2).any(|w| {
        matches!(
            w,
            ["get" | "getting" | "got", "off"] | ["headed" | "heading" | "way", "to"]
        )
    })
}

fn mile_markers(said: &Said<'_>) -> Vec<(f64, Range<usize>)> {
    let mut found = Vec::new();
    let before = pat!(
        "mile|mild|miles marker|markers|mark|maker|market|marcher|barker|post|mocker number|is|at|about|around|like|of?"
    );
    let short = pat!(
        "mm|milepost|yardstick|yardsticks|marker|milemarker number|is|about|around|says|said|showing|reads|at|like?"
    );
    let mile = pat!("mile number?");
    for i in 0..said.len() {
        let end = before.at(said, i).or_else(|| short.at(said, i)).or_else(|| {
            // "mile one eighty", not "one mile to go".
            mile.at(said, i)
                .filter(|_| !said.is(i.wrapping_sub(1), &["one", "a", "half", "per"]))
        });
        let Some(end) = end else { continue };
        if found.iter().any(|(_, r): &(f64, Range<usize>)| r.contains(&i)) {
            continue;
        }
        if let Some((value, len)) = grouped(said, end) {
            if value < 1000.0 && !said.is(end + len, &["miles", "minutes", "hours", "oclock"]) {
                found.push((value, i..end + len));
            }
            continue;
        }
        // "the two twelve yardstick", "at the 99 mile marker"
        if let Some((value, start)) = number_ending_at(said, i)
            && value < 1000.0
            && !said.is(i, &["mile"]) | said.is(i + 1, &["marker", "post", "mark", "maker", "market"])
        {
            found.push((value, start..end));
        }
    }
    found
}

/// The number whose last token stands right before `end`.
fn number_ending_at(said: &Said<'_>, end: usize) -> Option<(f64, usize)> {
    (end.saturating_sub(6)..end).find_map(|s| {
        grouped(said, s)
            .filter(|(_, len)| s + len == end)
            .map(|(v, _)| (v, s))
    })
}

fn exits(said: &Said<'_>) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for i in 0..said.len() {
        if !said.is(i, &["exit", "exits", "offramp"]) {
            continue;
        }
        let start = i + 1 + usize::from(said.is(i + 1, &["number", "is"]));
        if let Some((text, len)) = digits(said, start) {
            let (letter, more) = exit_letter(said, start + len);
            found.push((format!("{text}{letter}"), i..start + len + more));
        } else if let Some((value, from)) = number_ending_at(said, i)
            && value.fract() == 0.0
        {
            found.push((format!("{value}"), from..i + 1));
        }
    }
    found
}

fn exit_letter(said: &Said<'_>, i: usize) -> (&'static str, usize) {
    let end = |n: usize| {
        i + n >= said.len()
            || said.clause(i + n) != said.clause(i)
            || matches!(
                said.word(i + n),
                "on" | "off" | "in" | "by" | "near" | "at" | "right" | "now" | "and" | "just"
            )
    };
    let letter = match said.word(i) {
        "a" | "alpha" | "alfa" => "A",
        "b" | "bravo" | "bee" | "be" => "B",
        "c" | "charlie" | "see" => "C",
        "d" | "delta" => "D",
        "e" | "echo" => "E",
        "f" | "foxtrot" => "F",
        _ => return ("", 0),
    };
    if end(1) { (letter, 1) } else { ("", 0) }
}

fn highways(said: &Said<'_>, asked: Asked) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut i = 0;
    while i < said.len() {
        let hit = named(said, i).or_else(|| bare(said, i, asked));
        match hit {
            Some((name, end)) => {
                found.push((name, i..end));
                i = end;
            }
            None => i += 1,
        }
    }
    found
}

/// A road said with its class.
fn named(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let class = |c: &'static str, skip: usize| road_number(said, i + skip, c);
    let w = said.word(i);
    match w {
        "interstate" | "interstates" => {
            return class("I", 1 + usize::from(said.is(i + 1, &["highway", "number", "i"])));
        }
        "i" | "eye" | "aye" => {
            let hit = class("I", 1)?;
            let next = said.word(hit.1);
            let counted = matches!(
                next,
                "minutes" | "hours" | "hour" | "miles" | "oclock" | "percent"
            );
            return (!counted).then_some(hit);
        }
        "us" => {
            let object = matches!(
                said.before(i, 1),
                "got"
                    | "gave"
                    | "give"
                    | "gives"
                    | "had"
                    | "has"
                    | "have"
                    | "put"
                    | "puts"
                    | "let"
                    | "told"
                    | "for"
                    | "cost"
                    | "with"
                    | "take"
                    | "took"
                    | "takes"
                    | "set"
                    | "sets"
                    | "tell"
                    | "all"
                    | "between"
                    | "made"
                    | "makes"
                    | "held"
            );
            let skip = 1 + usize::from(said.is(i + 1, &["highway", "route", "hwy"]));
            let hit = class("US", skip)?;
            let counted = matches!(
                said.word(hit.1),
                "minutes" | "hours" | "hour" | "miles" | "late" | "behind"
            );
            return (!object && !counted).then_some(hit);
        }
        "state" | "sr" | "s" => {
            let skip = match (w, said.word(i + 1)) {
                ("state", "road" | "route" | "highway" | "hwy") => 2,
                ("s", "r") => 2,
                ("sr", _) => 1,
                _ => return None,
            };
            return class("SR", skip);
        }
        "fm" => return class("FM", 1 + usize::from(said.is(i + 1, &["road"]))),
        "farm" | "ranch" if said.is(i + 1, &["to"]) && said.is(i + 2, &["market"]) => {
            return class("FM", 3 + usize::from(said.is(i + 3, &["road"])));
        }
        "farm" if said.is(i + 1, &["road"]) => return class("FM", 2),
        "county" if said.is(i + 1, &["road", "route", "highway"]) => return class("CR", 2),
        "us-highway" => return class("US", 1),
        "highway" | "hwy" | "route" | "rt" | "rte" | "loop" | "beltway" => {
            return class("HWY", 1 + usize::from(said.is(i + 1, &["number"])));
        }
        _ => {}
    }
    // "ohio state route 4", "texas highway 6"
    let (_, len) = state_at(said, i)?;
    if said.is(i + len, &["route", "highway", "road", "hwy", "state"]) {
        let skip = len
            + 1
            + usize::from(
                said.is(i + len, &["state"]) && said.is(i + len + 1, &["route", "highway", "road"]),
            );
        return class("SR", skip);
    }
    None
}

/// The number of a road at `i`, with the letter of a split interstate.
fn road_number(said: &Said<'_>, i: usize, class: &str) -> Option<(String, usize)> {
    let i = i + usize::from(said.is(i, &["the"]));
    if said.is_taken(i..i + 1) {
        return None;
    }
    let (text, mut len) = digits(said, i)?;
    let longest = if matches!(class, "FM" | "SR" | "CR" | "HWY") {
        4
    } else {
        3
    };
    let mut text = text.trim_start_matches('0').to_owned();
    if text.is_empty() {
        return None;
    }
    if text.len() > longest {
        // More groups than a road has: keep the first ones.
        let (short, used) = shorter(said, i, longest)?;
        text = short;
        len = used;
    }
    let mut end = i + len;
    let letter = match said.word(end) {
        "w" | "double" if text == "35" || text == "69" => "W",
        "e" if text == "35" || text == "69" => "E",
        "c" if text == "69" => "C",
        "h" if text == "2" => "H",
        _ => "",
    };
    if !letter.is_empty() {
        end += if said.is(end, &["double"]) {
            if said.is(end + 1, &["u", "you"]) { 2 } else { 1 }
        } else {
            1
        };
    }
    Some((format!("{class}-{text}{letter}"), end))
}

/// The longest run of number words at `i` that gives at most `longest` digits.
fn shorter(said: &Said<'_>, i: usize, longest: usize) -> Option<(String, usize)> {
    let mut best = None;
    for n in 1..=4usize {
        let part = Said::new(&(i..i + n).map(|j| said.word(j)).collect::<Vec<_>>().join(" "))
            .tokens
            .len();
        if part == 0 {
            break;
        }
        let text: String = (i..i + n).map(|j| said.word(j)).collect::<Vec<_>>().join(" ");
        let small = Said::new(&text);
        if let Some((t, len)) = digits(&small, 0)
            && len == n
            && t.len() <= longest
        {
            best = Some((t, n));
        }
    }
    best
}

/// A road said as a bare number: "on 80", "the ten", "headed east on eighty", "75 south".
fn bare(said: &Said<'_>, i: usize, asked: Asked) -> Option<(String, usize)> {
    if said.is_taken(i..i + 1) {
        return None;
    }
    let on = said.is(i, &["on", "off", "along", "down", "up"]);
    let skip = if on {
        1 + usize::from(said.is(i + 1, &["the"]))
    } else {
        usize::from(said.is(i, &["the"]))
    };
    let (text, len) = digits(said, i + skip).filter(|(t, _)| t.len() <= 3 && !t.starts_with('0'))?;
    let end = i + skip + len;
    if said.is_taken(i..end) {
        return None;
    }
    let next = said.word(end);
    if matches!(
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
            | "more"
            | "and"
            | "point"
            | "days"
            | "guys"
            | "trucks"
            | "hundred"
            | "or"
            | "to"
            | "till"
            | "past"
            | "other"
            | "of"
    ) {
        return None;
    }
    let (direction, _) = direction_after(said, end);
    let placed = matches!(
        next,
        "near"
            | "by"
            | "around"
            | "at"
            | "in"
            | "outside"
            | "just"
            | "mile"
            | "exit"
            | "right"
            | "past"
            | "coming"
            | "about"
    );
    let last = end >= said.len() || said.clause(end) != said.clause(i);
    let fits = if on {
        said.is(i, &["on", "along"])
            && (!asked.door || direction.is_some())
            && (direction.is_some() || placed || last || asked.location)
            || direction.is_some()
    } else if i > 0
        && said.clause(i) == said.clause(i - 1)
        && !said.is(
            i - 1,
            &[
                "westbound",
                "eastbound",
                "northbound",
                "southbound",
                "taking",
                "yeah",
                "okay",
                "uh",
            ],
        )
    {
        direction.is_some() && said.is(end, &["westbound", "eastbound", "northbound", "southbound"])
    } else {
        direction.is_some() && asked.location
            || said.is(end, &["westbound", "eastbound", "northbound", "southbound"])
            || (i > 0 && said.is(i - 1, &["westbound", "eastbound", "northbound", "southbound"]))
    };
    fits.then(|| (format!("I-{text}"), end))
}

fn compass(word: &str) -> Option<&'static str> {
    Some(match word {
        "north" | "northbound" => "N",
        "south" | "southbound" => "S",
        "east" | "eastbound" => "E",
        "west" | "westbound" => "W",
        _ => return None,
    })
}

/// "westbound", "west", "west bound" after a road; "west of" is a relation.
fn direction_after(said: &Said<'_>, i: usize) -> (Option<String>, usize) {
    let skip = usize::from(said.is(i, &["headed", "heading", "going", "running", "rolling"]));
    let Some(d) = compass(said.word(i + skip)) else {
        return (None, i);
    };
    let bound = said.word(i + skip).ends_with("bound") || said.is(i + skip + 1, &["bound"]);
    if !bound
        && (said.is(i + skip + 1, &["of", "side"])
            || super::gazetteer::town_at(said, i + skip).is_some_and(|t| t.len > 1))
    {
        return (None, i);
    }
    (
        Some(d.to_owned()),
        i + skip + 1 + usize::from(said.is(i + skip + 1, &["bound"])),
    )
}

/// "westbound on i eighty", "headed east on 80", "north i twenty five".
fn direction_before(said: &Said<'_>, i: usize) -> Option<String> {
    let mut j = i;
    while j > 0 && said.is(j - 1, &["on", "the", "in", "along"]) {
        j -= 1;
    }
    compass(said.before(j, 1)).map(str::to_owned)
}

/// A direction of travel anywhere: "westbound", "headed east", "going south".
fn travel(said: &Said<'_>) -> Option<(String, Range<usize>)> {
    let verb = pat!(
        "headed|heading|going|running|traveling|travelling|rolling|moving|driving|bound|pointed back? due? @dir !of|side"
    );
    if let Some(found) = verb.find(said) {
        let at = found.end - 1;
        let town = super::gazetteer::town_at(said, at).is_some_and(|t| t.len > 1);
        if !town {
            return compass(said.word(at)).map(|d| (d.to_owned(), found));
        }
    }
    (0..said.len()).find_map(|i| {
        let w = said.word(i);
        let bound = w.ends_with("bound") || said.is(i + 1, &["bound"]);
        compass(w)
            .filter(|_| bound && !said.is(i + 1, &["side"]))
            .map(|d| (d.to_owned(), i..i + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn road(text: &str) -> Road {
        let mut said = Said::new(text);
        repair::apply(&mut said);
        let markers = repair::markers(&said);
        read(
            &mut said,
            &markers,
            Asked {
                location: true,
                door: false,
            },
        )
    }

    #[test]
    fn classes_of_roads() {
        for (text, name) in [
            ("i eighty westbound", "I-80"),
            ("eye seventy five south", "I-75"),
            ("interstate ten", "I-10"),
            ("us thirty by fort wayne", "US-30"),
            ("state route three fifteen", "SR-315"),
            ("fm 1960 near humble", "FM-1960"),
            ("farm to market nineteen sixty", "FM-1960"),
            ("highway six", "HWY-6"),
            ("i thirty five w", "I-35W"),
            ("i two ninety four", "I-294"),
            ("I-80 at exit 4", "I-80"),
            ("on 65 no sorry i'm on i twenty four", "I-24"),
            ("u s two eighty seven", "US-287"),
            ("headed east on 80", "I-80"),
            ("i two oh five", "I-205"),
            ("on the ten", "I-10"),
            ("ohio state route four", "SR-4"),
            ("seventy five south", "I-75"),
            ("route sixty six", "HWY-66"),
        ] {
            assert_eq!(road(text).highway.as_deref(), Some(name), "{text}");
        }
        for text in [
            "they got us thirty minutes behind",
            "on my ten",
            "i have five minutes",
            "in about 20 minutes",
        ] {
            assert_eq!(road(text).highway, None, "{text}");
        }
    }

    #[test]
    fn directions_are_of_travel() {
        for (text, d) in [
            ("i eighty westbound", Some("W")),
            ("i seventy five south", Some("S")),
            ("headed east on 80", Some("E")),
            ("ten miles west of amarillo", None),
            ("i thirty five w just north of fort worth", None),
            ("west fargo", None),
            ("i'm southbound", Some("S")),
            ("just south of tucson on i ten", None),
            ("headed to south sioux city", None),
        ] {
            assert_eq!(road(text).direction.as_deref(), d, "{text}");
        }
    }

    #[test]
    fn markers_and_exits() {
        for (text, n) in [
            ("mile marker two twelve", 212.0),
            ("yardstick ninety nine", 99.0),
            ("mile maker one oh nine", 109.0),
            ("the two twelve yardstick", 212.0),
            ("mm 44.2", 44.2),
            ("mile one eighty", 180.0),
            ("at the 99 mile marker", 99.0),
        ] {
            assert_eq!(road(text).mile_marker, Some(n), "{text}");
        }
        assert_eq!(road("ten miles west of amarillo").mile_marker, None);
        assert_eq!(road("exit one oh one b").exit.as_deref(), Some("101B"));
        assert_eq!(road("exit two eighty four").exit.as_deref(), Some("284"));
    }
}
