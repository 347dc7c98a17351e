//! Roads, directions of travel, mile markers and exits.

mod bare;
mod mark;
mod road;
mod travel;

use std::ops::Range;

use super::repair;
use super::text::Said;
use super::whereabouts::{Stand, stand};

use mark::{exits, marker_before_the_road, marker_of_the_road, mile_markers};
use road::highways;
use travel::{compass, direction_after, direction_before, travel};

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
    if let Some((value, span)) = pick(said, mile_markers(said, asked.location), markers) {
        road.mile_marker = Some(value);
        said.take(span.clone());
        road.spans.push(span);
    }
    if let Some((value, span)) = pick(said, exits(said), markers) {
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
    // "i'll be on forty in a minute but right now it's eighty one"
    let now: Vec<(String, Range<usize>)> = live
        .iter()
        .filter(|(_, span)| !is_ahead(said, span.start))
        .cloned()
        .collect();
    let live = if now.is_empty() { live } else { now };
    if let Some((value, span)) = pick(said, live, markers) {
        let (direction, end) = direction_after(said, span.end);
        road.direction = direction.or_else(|| direction_before(said, span.start));
        // "fifty five south, no wait, north"
        let anew = markers
            .iter()
            .find(|m| m.start >= end && m.start <= end + 1)
            .and_then(|m| compass(said.word(m.end)));
        road.direction = anew.map(str::to_owned).or(road.direction);
        let span = span.start..end;
        if road.mile_marker.is_none()
            && let Some((marker, before)) = marker_before_the_road(said, span.start, asked.location)
        {
            road.mile_marker = Some(marker);
            said.take(before.clone());
            road.spans.push(before);
        }
        said.take(span.clone());
        road.highway = Some(value);
        road.spans.push(span);
    }
    if road.mile_marker.is_none()
        && let Some(end) = road
            .spans
            .iter()
            .map(|s| s.end)
            .max()
            .filter(|_| road.highway.is_some())
        && let Some((value, span)) = marker_of_the_road(said, end)
    {
        road.mile_marker = Some(value);
        said.take(span.clone());
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

/// The first, or the last after something was taken back, or the one that is said to be now.
fn pick<T: Clone>(
    said: &Said<'_>,
    found: Vec<(T, Range<usize>)>,
    markers: &[Range<usize>],
) -> Option<(T, Range<usize>)> {
    let (mut best, mut span) = found.first()?.clone();
    for (value, next) in found.into_iter().skip(1) {
        let (old, new) = (stand(said, span.start), stand(said, next.start));
        let later = new > old && (new == Stand::Now || old <= Stand::Once);
        if later
            || is_his_own(said, span.start, next.start)
            || repair::between(markers, span.end, next.start)
            || repair::refused(said, span.end..next.start)
        {
            (best, span) = (value, next);
        }
    }
    Some((best, span))
}

/// "i'll be on forty in a minute", "fixing to get on forty": not yet.
fn is_ahead(said: &Said<'_>, at: usize) -> bool {
    let clause = said.clause_range(at);
    (clause.start.max(at.saturating_sub(6))..at).any(|j| {
        said.is(j, &["will", "fixing"]) || said.is(j, &["about", "going"]) && said.is(j + 1, &["to"])
    })
}

/// "traffic on ninety is bad but i'm over on eighty": of two roads the one he says he is on.
fn is_his_own(said: &Said<'_>, old: usize, new: usize) -> bool {
    let before = |at: usize| said.clause_range(at).start..at;
    let he_is = |at: usize| before(at).any(|i| said.is(i, &["i", "we"]) && said.is(i + 1, &["am", "are"]));
    let told_of = before(old).any(|i| {
        said.is(
            i,
            &[
                "traffic",
                "wreck",
                "accident",
                "construction",
                "detour",
                "snow",
                "roadwork",
            ],
        )
    });
    said.clause(old) != said.clause(new) && told_of && !he_is(old) && he_is(new)
}

/// "not on 80", "take 35 later", "until i get to 29": a road, but not where the truck is.
fn is_elsewhere(said: &Said<'_>, at: usize) -> bool {
    if stand(said, at) == Stand::Elsewhere {
        return true;
    }
    let clause = said.clause(at);
    // "i don't know, somewhere on forty"
    let unsure = |j: usize| {
        // "left lane of i eighty": the side.
        said.is(j, &["left"]) && said.is(j + 1, &["lane", "lanes", "shoulder", "side", "hand"])
            || said.is(j, &["not"]) && said.is(j + 1, &["know", "sure", "certain", "exactly", "really"])
    };
    let back: Vec<&str> = (at.saturating_sub(4)..at)
        .filter(|&j| said.clause(j) == clause && !unsure(j))
        .map(|j| said.word(j))
        .collect();
    back.iter().any(|w| {
        matches!(
            *w,
            "not" | "take" | "towards" | "toward" | "till" | "until" | "left"
        )
    }) || back.windows(2).any(|w| w[1] == "taking" && !matches!(w[0], "am" | "are")) || back.windows(2).any(|w| matches!(w, ["headed" | "heading" | "way", "to"]))
        // "getting off eighty, getting on thirty five": of the one right behind it.
        || (at.saturating_sub(2)..=at).any(|j| {
            said.is(j, &["off"]) && said.is(j.wrapping_sub(1), &["get", "getting", "got"]) && said.clause(j) == clause
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
            ("on twenty nine twelve miles from you", "I-29"),
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
            ("at the two eighty marker about fifteen behind", 280.0),
            ("i'm at the one oh four on i five", 104.0),
        ] {
            assert_eq!(road(text).mile_marker, Some(n), "{text}");
        }
        assert_eq!(road("ten miles west of amarillo").mile_marker, None);
        assert_eq!(road("exit one oh one b").exit.as_deref(), Some("101B"));
        assert_eq!(road("exit two eighty four").exit.as_deref(), Some("284"));
    }
}
