//! Whether words about persons ask for one, and hard words are aimed at us.

use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;

/// "get me dispatch" asks; "my dispatcher called me", "the guy at the window said" tell.
pub(super) fn is_request(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    let told = range.clone().any(|i| {
        said.is(
            i,
            &[
                "called", "said", "told", "wants", "already", "talked", "spoke", "gave", "says", "calls",
                "texted", "waiting", "robot", "are", "is",
            ],
        ) && i < span.end.max(i)
            && !(said.is(i, &["is"]) && span.start < i)
    }) && !range.clone().any(|i| {
        said.is(
            i,
            &[
                "want", "need", "can", "could", "let", "transfer", "connect", "get", "give", "put",
            ],
        )
    });
    let verb = said.word(span.start);
    // "i was talking to dispatch when you called": told.
    let past = said.is(span.start.wrapping_sub(1), &["was", "were", "been"]) && verb.ends_with("ing");
    let told = told || past;
    let to_person = match verb {
        "get" | "give" | "put" | "have" | "need" | "want" | "like" | "find" | "let" | "with" | "rather" | "prefer" | "reach" => {
            pat!("get|give|put|have|need|want|like|find|let|with|rather|prefer|reach me|us|to|a|an|the|your|real|in|on|actual|live|my|speak|talk|someone|somebody|dispatch|with|hold|of|some|this|over|through|past").at(said, span.start).is_some()
                && pat!("have|need|want|get to|a tell|ask|text|send|sign|unload|load|call|wait|person sign|lumper").at(said, span.start).is_none()
        }
        _ => true,
    } || puts_on(said, span.start);
    let waiting = pat!("wait~|looking for|on somebody|someone|a|the person|guy|?").is_in(said)
        && !range
            .clone()
            .any(|i| said.is(i, &["talk", "speak", "transfer", "connect"]));
    // "i'll talk to dispatch later": by himself, and not on this call.
    let put_off = !range.clone().any(|i| said.is(i, &["now", "please"]))
        && (span.start..range.end).any(|i| {
            said.is(
                i,
                &[
                    "later",
                    "tomorrow",
                    "tonight",
                    "afterwards",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                ],
            ) || said.is(i, &["when", "once", "after"]) && said.is(i + 1, &["i", "this", "we"])
        });
    let bot = pat!("are you|is this|am i ... robot|bot|machine|computer|person|human|real").is_in(said)
        && !pat!("want|need|can|transfer|connect|give|get|let ... talk|speak|me|person|human|to").is_in(said);
    let someone_does =
        pat!("somebody|someone|person|human|people|guy|dispatch|dispatcher|being to|who|call|tell|text|email|sign|let .. unload|sign|tell|help|open|come|check|move|look|fix|count|the|them|receiver|customer|me|it").is_in(said)
            && !pat!("talk|speak").is_in(said);
    !told && !put_off && to_person && !waiting && !bot && !someone_does && !scope::denied(said, span.start)
}

/// "put denise on", "put her on the phone": a person, and nothing that is put on a truck or on its driver.
pub(super) fn puts_on(said: &Said<'_>, at: usize) -> bool {
    let thing = pat!(
        "put !me|it|this|that|them|my|the|a|us|some|more|chains|tires|lights|flashers|hazards|tarps|straps|locks|gloves|boots|brakes|weight|pressure|fuel|in|down|no|two|three|new"
    );
    let Some(on) = (at + 2..at + 4)
        .find(|i| said.is(*i, &["on"]))
        .filter(|_| thing.at(said, at).is_some())
    else {
        return false;
    };
    let end = on + 1;
    end >= said.len()
        || said.clause(end) != said.clause(at)
        || said.is(end, &["he", "she", "please", "now"])
        || pat!("the|this phone|line|horn").at(said, end).is_some()
}

/// Swearing at rain, traffic or a dock is not aimed at us.
pub(super) fn about_the_road(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    let at_us = range.clone().any(|i| {
        said.is(
            i,
            &[
                "you",
                "your",
                "ya",
                "machine",
                "robot",
                "bot",
                "computer",
                "ai",
                "yourself",
                "recording",
            ],
        )
    }) || said.is(
        span.start,
        &["shut", "screw", "fuck", "kiss", "go", "eff", "get", "bite"],
    );
    let road = range.into_iter().any(|i| {
        said.is(
            i,
            &[
                "traffic",
                "rain",
                "weather",
                "snow",
                "heat",
                "road",
                "roads",
                "truck",
                "receiver",
                "shipper",
                "dock",
                "wind",
                "trailer",
                "load",
                "drivers",
                "wheelers",
                "construction",
                "place",
                "guys",
                "day",
                "cars",
                "dot",
                "reefer",
                "app",
                "eld",
            ],
        )
    });
    !at_us || (road && !said.is(span.start, &["you"]) && !pat!("you|your stupid|dumb|damn|piece").is_in(said))
}
