//! A truck that ails and has come to a stop: neither alone is a breakdown, both together are.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::party::{Who, subject};
use crate::extract::pattern::{Pattern, pat};
use crate::extract::text::Said;
use crate::facts::{EmergencyTier, EmergencyType};

use super::Event;

/// What a truck shows when something in it is wrong.
static SYMPTOMS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "clicking|clicks|knock|knocking|grinding|clunking|squealing|screeching|sputtering|misfiring|bucking|surging|lurching|vibrating",
        "running|runs|ran|boiling|boiled hot|over|rough|away",
        "losing|lost|no|low|dropping|dumping|leaking|puking all|my|some|the? my|the|oil|air?  power|pressure|air|oil|coolant|antifreeze|fluid|boost",
        "glowing|cherry|red red|hot|orange",
        "derate|derated|derating|limp|regen|shutdown mode|?",
        "red|stop|engine|oil|temp|warning light|lights|lamp|lamps|alarm",
        "five|ten miles an hour max|tops|only|?",
        "smoke|steam|sparks is|are|was|were|started|just|keeps? rolling|coming|pouring|billowing|flying|boiling|shooting off|out|from|up",
        "something|noise|racket wrong|broke|snapped|popped|banging|loud|bad|awful|terrible|under|up|in|from",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// Where it has come to a stop, or whom it waits for.
static STOPS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "on|onto|to|off|by|up|down|along the? side|shoulder|roadside|berm|ramp|median|emergency",
        "shut|shutting|cut|kill|killed|turned it|her|him|the|my? engine|truck|motor|? down|off|?",
        "pulled|limped|coasted|rolled|nursed it|her? over|off|in|into|to",
        "not moving|move|budge|going|roll anywhere|nowhere|?",
        "waiting|wait on|for a|the|my? tow|wrecker|mechanic|roadside|road|service|tech|parts|ta",
        "dead|stopped|stuck|sitting|stranded in|here|on|at",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// A symptom of the driver's own truck together with a stop it forced.
pub(super) fn events(said: &Said<'_>) -> Vec<Event> {
    let mut found: Vec<Event> = shut_down(said).into_iter().collect();
    let stops: Vec<Range<usize>> = STOPS.iter().flat_map(|p| p.find_all(said)).collect();
    for span in SYMPTOMS.iter().flat_map(|p| p.find_all(said)) {
        let stopped = stops
            .iter()
            .any(|s| s.start.abs_diff(span.start) < 14 && (s.end <= span.start || s.start >= span.end));
        if stopped && names_the_rig(said, &span) {
            found.push(breakdown("trouble and a stop", span));
        }
    }
    // What glows or throws smoke needs no stop.
    found.extend(
        pat!("hub|hubs|wheel|wheels|drum|drums|brake|brakes|bearing|tire|tires|exhaust|manifold .. glowing|smoking|sparking|smoke|flames !break")
            .find_all(said)
            .into_iter()
            .filter(|span| subject(said, span.end.saturating_sub(1)) != Who::Other)
            .map(|span| breakdown("a part that glows", span)),
    );
    found
}

fn breakdown(rule: &'static str, span: Range<usize>) -> Event {
    Event {
        kind: EmergencyType::Breakdown,
        tier: EmergencyTier::High,
        rule,
        span,
        negative: true,
    }
}

/// "shut itself off", "the def shut me down": by the truck's own doing, not by a scale's or a dispatcher's.
fn shut_down(said: &Said<'_>) -> Option<Event> {
    let span = pat!("shut|shuts|shutting|cut|cuts|cutting|derated|derates|powered me|itself|herself|us|right|completely? down|off|out|out")
        .find(said)?;
    let own = said.is(span.start + 1, &["itself", "herself"])
        || matches!(subject(said, span.start), Who::Ours) && names_the_rig(said, &span);
    let by_hand = pat!("let|get|getting|gotta|need|going me|to|this|the|my ... shut|cut")
        .find_all(said)
        .iter()
        .any(|r| r.end == span.start + 1);
    (own && !by_hand && !said.is(span.end, &["for", "at", "an", "until"]))
        .then(|| breakdown("shut itself down", span))
}

/// A part of the truck is named near the words, or the truck is the "she" of drivers.
fn names_the_rig(said: &Said<'_>, span: &Range<usize>) -> bool {
    (span.start.saturating_sub(8)..(span.end + 6).min(said.len())).any(|i| {
        (crate::extract::party::RIG.contains(&said.word(i))
            && !said.is(i, &["load", "freight", "cargo", "fifth"]))
            || said.is(
                i,
                &[
                    "she",
                    "thing",
                    "oil",
                    "coolant",
                    "temp",
                    "temperature",
                    "needle",
                    "gauge",
                    "hood",
                    "steam",
                ],
            )
    })
}
