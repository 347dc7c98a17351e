//! Towns, states and kinds of places where the truck is now.

mod around;
mod facility;
mod head;
mod lead;
mod name;
mod unknown;

use std::ops::Range;

use crate::facts::Facility;

use super::gazetteer::state_at;
use super::pattern::pat;
use super::repair;
use super::text::Said;
use super::time::clock_at;
use super::whereabouts::{Stand, stand};

use around::{is_denied_before, is_far_past, is_landmark, is_measured_to, is_named_here, is_put_right};
use facility::facility;
use head::{Head, head};
use lead::{Lead, lead};
use name::{name_at, stands_alone};

/// Where the words put the truck.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Place {
    pub(super) city: Option<String>,
    pub(super) state: Option<String>,
    pub(super) facility: Option<Facility>,
    pub(super) spans: Vec<Range<usize>>,
}

#[derive(Debug, Clone)]
struct Candidate {
    city: Option<String>,
    state: Option<&'static str>,
    /// The states that have a town of the name.
    states: &'static str,
    span: Range<usize>,
    /// How much speaks for it: where the truck is, a name without a preposition, where it just left.
    weight: u8,
    /// He is said to have got past it.
    passed: bool,
}

/// Reads towns, states and facilities and consumes the towns' words.
pub(super) fn read(said: &mut Said<'_>, markers: &[Range<usize>], asked: bool, asked_eta: bool) -> Place {
    let mut place = Place::default();
    let mut best: Option<Candidate> = None;
    let all = candidates(said, asked, asked_eta);
    let region = all.iter().find(|c| c.city.is_none()).cloned();
    for c in all {
        let better = best.as_ref().is_none_or(|b| {
            repair::between(markers, b.span.end, c.span.start)
                || c.weight == b.weight
                    && stand(said, b.span.start) == Stand::Once
                    && stand(said, c.span.start) > Stand::Once
                || c.weight == b.weight && repair::refused(said, b.span.end..c.span.start)
                || c.weight > b.weight
                || (c.city.is_some() && c.city == b.city && b.state.is_none() && c.state.is_some())
                || (c.weight == b.weight && is_after_now(said, &c))
                || b.passed && !c.passed && c.weight >= 4
        });
        if better {
            best = Some(c);
        }
    }
    if let Some(mut c) = best {
        let region = region.or_else(|| sent_to(said));
        // "in west virginia, somewhere around beckley": the state was said apart, and the town lies in it.
        if c.state.is_none()
            && let Some(region) = region.filter(|r| {
                r.state
                    .is_some_and(|state| c.states.split(' ').any(|s| s == state))
            })
        {
            c.state = region.state;
            place.spans.push(region.span);
        }
        said.take(c.span.clone());
        place.spans.push(c.span);
        place.city = c.city;
        place.state = c.state.map(str::to_owned);
    }
    if let Some((facility, span)) = facility(said, markers) {
        place.facility = Some(facility);
        place.spans.push(span);
    }
    place
}

/// "they sent me clear down to texas": the state he was sent to, if he names a town of it as his.
fn sent_to(said: &Said<'_>) -> Option<Candidate> {
    let sent =
        pat!("sent|brought|took|dragged|got me|us clear|all|way|? the? way? down|up|out|over|back|? to|into")
            .find(said)?;
    let (state, len) = state_at(said, sent.end)?;
    Some(Candidate {
        city: None,
        state: Some(state),
        states: "",
        span: sent.end..sent.end + len,
        weight: 0,
        passed: false,
    })
}

/// "... now i'm in grand island": the later one counts when it is said to be now.
fn is_after_now(said: &Said<'_>, c: &Candidate) -> bool {
    said.clause_range(c.span.start)
        .any(|i| said.is(i, &["now", "currently", "actually"]))
}

fn candidates(said: &Said<'_>, asked: bool, asked_eta: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < said.len() {
        let Some((c, strong)) = name_at(said, i, asked) else {
            i += 1;
            continue;
        };
        let end = c.span.end.max(i + 1);
        let lead = lead(said, i);
        let stand = stand(said, i);
        let weight = match lead {
            _ if stand == Stand::Elsewhere => 0,
            Lead::Here | Lead::Passed if !his(said, i, end, asked) => 0,
            Lead::Here | Lead::Passed if head(said, i) == Head::Scene => 2,
            _ if asked_eta && is_measured_to(said, i, end) => 0,
            // "salina by four": where he will be then.
            Lead::None if said.is(end, &["by", "before"]) && clock_at(said, end + 1).is_some() => 0,
            Lead::Here if stand == Stand::Now => 6,
            Lead::Here if stand == Stand::Present => 5,
            Lead::Here | Lead::Passed if stand == Stand::Once => 2,
            Lead::Here => 4,
            // "i'm a good ways past hays": he may name the next one too.
            Lead::Passed if stand >= Stand::Present && !is_far_past(said, i) => 5,
            Lead::Passed => 3,
            Lead::Left => 0,
            Lead::Elsewhere => 0,
            // "i said laurel", "scratch columbia, make it camdenton"
            Lead::None if strong && is_put_right(said, i) => 4,
            // "i can see the waterloo water tower", "on the joplin bypass"
            _ if is_landmark(said, i, end) && his(said, i, end, asked) => 3,
            // "that was lexington, this is frankfort"
            Lead::None
                if strong && (asked || said.is(i.saturating_sub(2), &["that"])) && is_named_here(said, i) =>
            {
                4
            }
            Lead::None if strong && is_denied_before(said, i) => 0,
            Lead::None if strong && asked && stand == Stand::Once => 1,
            // "you ever heard of wamsutter, i'm there"
            Lead::None
                if strong
                    && pat!("that? is? where|? i|we am|are|? right|? there|here !yet|at|in|by")
                        .at(said, end)
                        .is_some_and(|r| r > end + 2) =>
            {
                5
            }
            // "still in texas, believe it or not van horn": the town of the state just named.
            Lead::None
                if strong
                    && asked
                    && found.iter().any(|f: &Candidate| {
                        f.city.is_none()
                            && f.state
                                .is_some_and(|state| c.states.split(' ').any(|s| s == state))
                    }) =>
            {
                2
            }
            Lead::None if strong && (asked || starts_clause(said, i) && stands_alone(said, i, end)) => 2,
            Lead::None if strong && c.state.is_some() && c.city.is_some() => 2,
            Lead::None => 0,
        };
        // A state alone is less than any town.
        let weight = if c.city.is_none() { weight.min(1) } else { weight };
        // An unknown name at the start of the answer, with its state: weak, and what follows may be better.
        let weight = if weight == 0 && lead == Lead::None && !strong && asked && c.state.is_some() {
            1
        } else {
            weight
        };
        // "in new york state": no town begins inside a state's name.
        let region = c.city.is_none();
        let known = !c.states.is_empty();
        if weight > 0 {
            found.push(Candidate {
                weight,
                passed: lead == Lead::Passed,
                ..c
            });
        }
        i = if weight > 1 || region || known { end } else { i + 1 };
    }
    found
}

/// Whether who is there is he: asked where he is, all that is not somebody else's.
fn his(said: &Said<'_>, i: usize, end: usize, asked: bool) -> bool {
    if said.is(end, &["now"]) && !said.is(i.wrapping_sub(1), &["to"]) && head(said, i) != Head::Elsewhere {
        return true;
    }
    match head(said, i) {
        Head::His | Head::Scene => true,
        Head::Open | Head::Done => asked,
        Head::Elsewhere => false,
    }
}

fn starts_clause(said: &Said<'_>, i: usize) -> bool {
    // Behind a road that was read already, a name stands as at the start: "i forty four eastbound, chandler".
    let first = said.clause_range(i).start;
    (first..i)
        .rev()
        .take_while(|&j| !said.is_taken(j..j + 1))
        .all(|j| {
            said.is(
                j,
                &[
                    "yeah", "okay", "well", "just", "right", "now", "still", "about", "so", "like",
                    "probably", "hey", "man", "the", "it", "is", "oh", "lord", "uh", "um",
                ],
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str) -> Place {
        let mut said = Said::new(text);
        let markers = repair::markers(&said);
        read(&mut said, &markers, true, false)
    }

    #[test]
    fn towns_where_the_truck_is() {
        for (text, city, state) in [
            ("just outside of joliet", Some("Joliet"), None),
            ("just passed des moines iowa", Some("Des Moines"), Some("IA")),
            ("ten miles west of amarillo", Some("Amarillo"), None),
            (
                "i left omaha this morning i'm in grand island now",
                Some("Grand Island"),
                None,
            ),
            ("headed to denver", None, None),
            ("laredo texas", Some("Laredo"), Some("TX")),
            ("somewhere in nebraska", None, Some("NE")),
            ("north platte", Some("North Platte"), None),
            ("in west fargo", Some("West Fargo"), None),
            ("washington pennsylvania", Some("Washington"), Some("PA")),
            ("i'm by gary indiana", Some("Gary"), Some("IN")),
            (
                "in kansas city kansas heading for dallas",
                Some("Kansas City"),
                Some("KS"),
            ),
            ("just hit omaha", Some("Omaha"), None),
            ("in the parking lot", None, None),
            ("near bucksnort tennessee", Some("Bucksnort"), Some("TN")),
            ("i'm not in omaha i'm in des moines", Some("Des Moines"), None),
            ("st louis missouri", Some("Saint Louis"), Some("MO")),
            ("in mobile alabama", Some("Mobile"), Some("AL")),
        ] {
            let p = place(text);
            assert_eq!((p.city.as_deref(), p.state.as_deref()), (city, state), "{text}");
        }
    }

    #[test]
    fn kinds_of_places() {
        for (text, f) in [
            ("at the receiver", Some(Facility::Receiver)),
            ("sitting at the flying j", Some(Facility::TruckStop)),
            ("at the way station", Some(Facility::WeighStation)),
            ("still at the shipper", Some(Facility::Shipper)),
            ("headed to the receiver", None),
            ("at a rest area", Some(Facility::RestArea)),
            ("shipper took five hours to load me", None),
            ("stuck in the chicken coop", Some(Facility::WeighStation)),
        ] {
            assert_eq!(place(text).facility, f, "{text}");
        }
    }
}
