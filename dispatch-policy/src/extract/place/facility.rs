//! Kinds of places: receiver, shipper, truck stop, scale.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::pattern::{Rule, pat, rules};
use crate::extract::piece::opens;
use crate::extract::repair;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::extract::whereabouts::{Stand, stand};
use crate::facts::Facility;

static FACILITIES: LazyLock<Vec<Rule<Facility>>> = LazyLock::new(|| {
    use Facility::{Receiver, RestArea, Shipper, TruckStop, WeighStation, Yard};
    rules(&[
        (
            "weigh station",
            WeighStation,
            "weigh|way|wait|weight|weighing station|stations",
        ),
        ("scale", WeighStation, "scale|scales house|houses?"),
        ("scales", WeighStation, "dot|the|state|weigh|inspection scales"),
        ("inspection", WeighStation, "inspection station|site"),
        ("coop", WeighStation, "chicken? coop|coops|coupe"),
        ("port of entry", WeighStation, "port of entry"),
        (
            "truck stop",
            TruckStop,
            "truck|travel|fuel stop|stops|center|plaza",
        ),
        (
            "brand",
            TruckStop,
            "pilot|loves|petro|ta|sapp|flying|kwik|kwick|quiktrip|bucees|speedco|roady~|ambest|truckstop|truckstops|maverik|\
             sheetz|jubitz|bosselmans|onvo bros|j|jay|trip?",
        ),
        (
            "rest area",
            RestArea,
            "rest|welcome|picnic|parking area|areas|stop|center",
        ),
        ("rest area", RestArea, "restarea|turnout|pullout"),
        ("shipper", Shipper, "shipper|shippers|origin"),
        (
            "picking up",
            Shipper,
            "plant|mill|warehouse|place|facility|dairy|farm|factory|cooler|elevator|quarry where|that i|we am|are|? picking|loading|load|pick up?",
        ),
        ("pickup alone", Shipper, "pickup !truck"),
        (
            "pickup",
            Shipper,
            "pickup|pick location|site|up|facility location?",
        ),
        (
            "receiver",
            Receiver,
            "receiver|receivers|consignee|customer|customers",
        ),
        ("delivery", Receiver, "delivery site|location|address|place"),
        ("yard", Yard, "yard|terminal"),
        (
            "their gate",
            Receiver,
            "their gate|guard|yard|dock|lot|property|parking|shack|facility|building",
        ),
    ])
});

/// The kind of place he is at: said after "at", "in", "pulled into", or as the whole answer; of two the one he is at now.
pub(super) fn facility(said: &Said<'_>, markers: &[Range<usize>]) -> Option<(Facility, Range<usize>)> {
    let mut best: Option<(Stand, Facility, Range<usize>)> = None;
    for rule in FACILITIES.iter() {
        for span in rule.pattern.find_all(said) {
            let stand = stand(said, span.start);
            // "at the shipper, i mean the receiver"
            let better = best.as_ref().is_none_or(|(old, _, before)| {
                stand > *old && stand == Stand::Now || repair::between(markers, before.end, span.start)
            });
            let wished = scope::asks(said, span.start) && scope::upon_arrival(said, span.start);
            // "the fella in the pickup": what he drives.
            let driven = rule.name == "pickup alone"
                && said.is(span.start.wrapping_sub(1), &["the", "a", "his", "her", "that"])
                && said.is(span.start.wrapping_sub(2), &["in", "hit", "by"]);
            if better
                && !driven
                && !wished
                && stand != Stand::Elsewhere
                && !was_there(said, span.start)
                && is_at(said, &span)
            {
                best = Some((stand, rule.value, span));
            }
        }
    }
    best.map(|(_, facility, span)| (facility, span))
}

/// "i was at the pilot": no longer.
fn was_there(said: &Said<'_>, i: usize) -> bool {
    let was = pat!("i|we was|were at|in|by").find_all(said);
    let kept =
        pat!("held|kept|loaded|delayed|tied|hung|screwed|burned me|us up|over|? at|by|in").find_all(said);
    was.iter().chain(&kept).any(|r| r.end <= i && i <= r.end + 2)
}

/// Words that say where it is, behind a kind of place that opens its clause.
#[rustfmt::skip]
const RELATIONS: &[&str] = &[
    "in", "at", "by", "near", "outside", "just", "right", "off", "on", "around", "south", "north", "east", "west", "about",
    "mile", "southbound", "northbound", "eastbound", "westbound",
];

fn is_at(said: &Said<'_>, span: &Range<usize>) -> bool {
    let i = span.start;
    let at = pat!(
        "at|in|into|inside|outside|by|from|leaving|onto|across|near|is|reached|behind|to the|a|an|our|their|my|this|that|old? big|little|drop|company|same|local?"
    );
    let clause = said.clause_range(i);
    // Of what is said in one breath, his own piece: "an hour early | sitting at the loves".
    let start = (clause.start + 1..=i)
        .rev()
        .find(|&j| opens(said, j))
        .unwrap_or(clause.start);
    let clause = start..clause.end;
    // "on the loves", "around back of the scale house"
    let beside = pat!(
        "on|back|side|front|rear|lot|parking|entrance|corner|end|edge of? the|a|this|that|my? little|old|big?"
    );
    let road_side = pat!(
        "truck|travel|fuel|rest|weigh|weighing|way|scale|chicken|pilot|loves|petro|ta|flying|truckstop|welcome|coop|scales|dot"
    );
    // "at a little mom and pop truck stop": whatever it is like.
    let described = (i.saturating_sub(6).max(clause.start)..i).any(|s| {
        said.is(s, &["at", "in", "inside"])
            && said.is(s + 1, &["a", "the", "this", "that", "some", "our", "my"])
            && (s + 2..i).all(|j| {
                !said.is(
                    j,
                    &[
                        "of", "to", "from", "on", "with", "by", "off", "for", "before", "after", "past",
                    ],
                )
            })
            && !(s + 2..i)
                .any(|j| said.word(j).ends_with("ing") || said.is(j, &["is", "was", "are", "lot", "line"]))
    });
    // "in the back row of the rest area", "at a wreck of a truck stop"
    let within = said.is(i.wrapping_sub(1), &["the", "a", "an", "this", "that"])
        && said.is(i.wrapping_sub(2), &["of"])
        && road_side.at(said, i).is_some()
        && (i.saturating_sub(8).max(clause.start)..i).any(|s| said.is(s, &["at", "in", "on", "parked"]));
    // "they got the coop open and i'm third in line for it"
    let queued = pat!("weigh|way|scale|scales|chicken|coop").at(said, i).is_some()
        && pat!("i|we am|are .. in the? line").is_in(said);
    // "on the shipper's lot"
    let grounds = pat!("on|in|at|inside|outside the|their|this|my? shipper|shippers|receiver|receivers|customer|customers|consignee is? own? lot|yard|dock|property|parking|gate|place|grounds|ground|dirt|land|driveway|side|street|fence|door|doors|apron|drive")
        .all_within(said, i.saturating_sub(3)..i)
        .any(|r| (r.start..r.end).contains(&i));
    let found = described
        || within
        || queued
        || grounds
        || (clause.start..i).any(|s| {
            at.at(said, s) == Some(i) || beside.at(said, s) == Some(i) && road_side.at(said, i).is_some()
        });
    let first = (clause.start..i).all(|j| {
        said.is(
            j,
            &[
                "the", "yeah", "okay", "a", "still", "just", "this", "drop", "company", "our", "my",
            ],
        )
    });
    let away = pat!(
        "headed|heading|going|way|back|get|getting|miles|minutes|hours|out|hour|close|from|until|till|before|waiting|call|called to|for|from|on|out|the"
    );
    // "haven't left the yard yet": he is there.
    let unmoved = pat!(
        "not left|departed|moved|got|gotten|made|pulled away|out|loose|? of|from? the|our|my|their|this?"
    )
    .find_all(said)
    .iter()
    .any(|r| clause.contains(&r.start) && r.end == i);
    if unmoved {
        return true;
    }
    // What was said before a "yet" or a "still" is complete.
    let from = (clause.start..i)
        .rev()
        .find(|&j| said.is(j, &["yet", "still"]))
        .unwrap_or(clause.start);
    let not = said.is(clause.start, &["be"])
        || (from..i).any(|j| {
            said.is(
                j,
                &[
                    "not", "headed", "heading", "will", "going", "towards", "toward", "almost", "passed",
                    "went", "past", "passing", "drove", "until", "till", "left", "call", "called", "minutes",
                    "miles", "hours", "hour",
                ],
            )
        })
        || pat!("went|go|goes|blew|blow|rolled|rode|cruised|came|got|ran|flew right? by")
            .find(said)
            .is_some_and(|r| r.start >= clause.start && r.end <= i)
        || (clause.start..i)
            .any(|s| away.at(said, s).is_some_and(|e| e <= i) && !said.is(s, &["back", "waiting"]));
    // "pulled into the receiver" is there, "pulling into" too; "shipper took five hours" is not a place.
    let related = said.is(span.end, RELATIONS);
    let answers = first
        && (clause.end <= i + 3 || related)
        && (clause.start > 0 || clause.end >= said.len() || related);
    // "that big old truck stop they got there"
    let there = said.is(span.end, &["there"])
        || pat!("they|you got|have there|here|out|up|$")
            .at(said, span.end)
            .is_some();
    (found || answers || there) && !not
}
