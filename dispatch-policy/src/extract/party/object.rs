//! What a verb of collision met.

use crate::extract::gazetteer::town_at;
use crate::extract::text::Said;

use super::words::{BODY, EVERYDAY, HARD, PEOPLE, RIG};

/// What a verb of collision met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Met {
    Us,
    OurRig,
    Person,
    Body,
    /// Something that breaks or is broken.
    Hard,
    /// Traffic, a snag, a town: an everyday use.
    Everyday,
    /// Some thing with "a" that is on neither list.
    Unknown,
    Nothing,
}

/// Somebody outside a vehicle is spoken of.
fn on_foot(said: &Said<'_>) -> bool {
    const AFOOT: &[&str] = &[
        "pedestrian",
        "walk",
        "walked",
        "walking",
        "walks",
        "step",
        "stepped",
        "stepping",
        "crossing",
        "crossed",
        "standing",
        "stood",
        "bike",
        "bicycle",
        "foot",
        "kid",
        "child",
        "runs",
        "worker",
        "flagger",
    ];
    (0..said.len()).any(|i| said.is(i, AFOOT))
}

/// What follows a verb of collision that ends before `i`.
pub(in crate::extract) fn object(said: &Said<'_>, i: usize) -> Met {
    let end = said
        .clause_range(i.saturating_sub(1))
        .end
        .max((i + 2).min(said.len()));
    let mut indefinite = false;
    let mut mine = false;
    for j in i..end.min(i + 9) {
        let w = said.word(j);
        let next = said.word(j + 1);
        match w {
            "me" | "us" | "myself" => {
                let figure = matches!(
                    next,
                    "up" | "back" | "with" | "for" | "about" | "off" | "again" | "later" | "like" | "that"
                );
                return if figure { Met::Everyday } else { Met::Us };
            }
            "my" | "our" => mine = true,
            "a" | "an" | "another" | "some" | "one" => indefinite = true,
            "somebody" | "someone" => {
                // "somebody's mirror": the thing counts.
                if next == "is" && HARD.contains(&said.word(j + 2)) {
                    return Met::Hard;
                }
                return Met::Person;
            }
            _ if mine && (RIG.contains(&w) || w == "door" || w == "mirror" || w == "side") => {
                return Met::OurRig;
            }
            _ if BODY.contains(&w)
                && said.is(j.wrapping_sub(1), &["my", "his", "her"])
                && !said.is(j + 1, &["of"]) =>
            {
                return Met::Body;
            }
            // "i hit him": the one on foot, or the one in his car.
            "him" | "her" if !on_foot(said) => return Met::Hard,
            "them" if j == i && !matches!(next, "up" | "with" | "for" | "on" | "about" | "all") => {
                return Met::Hard;
            }
            _ if PEOPLE.contains(&w) && !matches!(next, "is") => return Met::Person,
            _ if PEOPLE.contains(&w) => {
                return if HARD.contains(&said.word(j + 2)) {
                    Met::Hard
                } else {
                    Met::Person
                };
            }
            "truck" | "rest" | "stop"
                if matches!(next, "stop" | "stops" | "area" | "light" | "lights" | "wash") =>
            {
                return Met::Everyday;
            }
            "light" if !matches!(next, "pole" | "post") => return Met::Everyday,
            "wall" if next == "of" => return Met::Everyday,
            "fuel" | "gas" if matches!(next, "pump" | "island") => {
                return if next == "pump" { Met::Hard } else { Met::Everyday };
            }
            "door" if crate::extract::numbers::is_number_word(next) => return Met::Everyday,
            "stop" | "road" | "street" if next == "sign" => return Met::Hard,
            "dock"
                if matches!(
                    next,
                    "wall" | "post" | "door" | "plate" | "bumper" | "pole" | "light" | "bollard"
                ) =>
            {
                return Met::Hard;
            }
            // "tore something in my knee".
            "something" if matches!(next, "in" | "inside") => return Met::Nothing,
            "dock" => return Met::Everyday,
            "deer" => return Met::Hard,
            _ if HARD.contains(&w) => return Met::Hard,
            // "a low bridge": the noun counts.
            "low" | "high" | "old" | "little" | "good" if HARD.contains(&next) => {}
            _ if EVERYDAY.contains(&w) => return Met::Everyday,
            _ if town_at(said, j).is_some_and(|t| !t.wordlike) => return Met::Everyday,
            _ => {}
        }
    }
    if indefinite { Met::Unknown } else { Met::Nothing }
}
