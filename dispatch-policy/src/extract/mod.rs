//! Words in, meaning out: a pipeline of pure stages.
//!
//! | stage | what it does | where |
//! |---|---|---|
//! | normalise | tokens, contractions, fillers; Spanish by way of English; self-repairs settled | `text`, `spanish`, `repair` |
//! | spans | words that one reading takes (a mile marker, a door, a road's number) are not read again as a time | `text` |
//! | scope | clauses; what is denied, supposed, asked, past; whose it is; where a name puts the truck | `scope`, `party`, `whereabouts` |
//! | readings | one module for each kind of fact, its phrases apart from its logic | `emergency`, `place`, `eta`, ... |
//! | second look | what the rules made of the trip, weighed against all words by what was learned | `learned`, `arbiter` |
//! | facts and acts | what is stated, and what is done by saying it | `crate::facts`, `acts` |

mod acts;
mod answers;
mod arbiter;
mod delay;
mod duration;
mod emergency;
mod eta;
mod flat;
mod flood;
mod gazetteer;
mod goal;
mod highway;
mod homophones;
mod language;
mod learned;
mod lexicon;
mod listening;
mod names;
mod notes;
mod numbers;
mod other_driver;
mod party;
mod pattern;
mod piece;
mod place;
mod reefer;
mod repair;
#[cfg(test)]
mod roundtrip;
mod scope;
mod spanish;
mod spoken_for;
mod status;
mod text;
mod time;
mod trade;
mod unloading;
mod warm;
mod whereabouts;

use std::ops::Range;

use crate::facts::{Act, Context, DriverStatus, Facts, Found, Location, Understanding, UnloadingStatus};
use crate::slot::Slot;

#[cfg(feature = "training")]
pub use arbiter::NamedQuestion;
pub use warm::warm_up;

pub(crate) use listening::{Standing, evidence, find_phrases, words};

use highway::Road;
use pattern::pat;
use place::Place;
use text::Said;

/// Reads one utterance: the facts it states, each with its words and rule, and the acts it performs.
///
/// Total: any text gives an answer, and only its first 10,000 characters are read. `context.asked` decides what
/// bare answers ("four fifteen", "yes", "forty two") mean.
#[must_use]
pub fn extract(text: &str, context: &Context<'_>) -> Understanding {
    let mut facts = Facts::default();
    let Some((mut said, other_language)) = hear(text, &mut facts) else {
        return noise();
    };
    if context.spoken_for {
        spoken_for::translate(&mut said);
    }
    emergency::read(&said, &mut facts);
    let mut heard = Understanding::default();
    let parts = flood::parts(said);
    let whole = parts.len() == 1;
    for part in parts {
        let more = read(
            part,
            context,
            Facts {
                emergency: facts.emergency.clone(),
                ..Facts::default()
            },
            whole,
        );
        flood::add(&mut heard, more);
    }
    heard.facts.language = facts.language;
    let understood = [Act::Affirm, Act::Ack, Act::Goodbye]
        .iter()
        .any(|act| heard.acts.contains(act));
    if other_language && !(understood && language::is_spanish_yes(text)) {
        heard.acts.insert(Act::OtherLanguage);
    }
    finish(&mut heard.facts, &heard.acts);
    heard
}

/// Words: tokens and clauses, self-repairs settled; whether they are of a language that is not read. None if it is noise.
fn hear<'a>(text: &'a str, facts: &mut Facts) -> Option<(Said<'a>, bool)> {
    let mut said = Said::new(text);
    if acts::is_noise(said.raw, &said) {
        return None;
    }
    let other_language = language::read(&said, facts);
    if facts.language.as_ref().is_some_and(|l| l.value == "es") {
        spanish::translate(&mut said);
    }
    homophones::apply(&mut said);
    repair::apply(&mut said);
    Some((said, other_language))
}

/// The features the learned reader of emergencies sees in a text, for its trainer; empty for noise.
///
/// Only with the feature `training`: no part of what this crate promises to keep.
#[cfg(feature = "training")]
#[must_use]
pub fn features_of_emergency(text: &str) -> Vec<String> {
    hear(text, &mut Facts::default()).map_or_else(Vec::new, |(said, _)| learned::names(&said))
}

/// What the arbiter sees of an answer, for its trainer; empty for noise.
///
/// Only with the feature `training`: no part of what this crate promises to keep.
#[cfg(feature = "training")]
#[must_use]
pub fn features_of_trip(text: &str, asked: Option<Slot>) -> Vec<String> {
    let now = jiff::Zoned::default();
    let context = Context::new(asked.as_slice(), &now);
    let mut facts = Facts::default();
    let Some((mut said, _)) = hear(text, &mut facts) else {
        return Vec::new();
    };
    emergency::read(&said, &mut facts);
    trip(&mut said, &context, &mut facts);
    arbiter::names(&said, asked, &facts)
}

/// The arbiter's questions in the order of its table, for its trainer.
#[cfg(feature = "training")]
#[must_use]
pub fn questions_of_trip() -> Vec<NamedQuestion> {
    arbiter::questions()
}

/// The readings of one part of what was said, or of the `whole`; each takes its words, so that no later one reads them
/// again.
fn read(mut said: Said<'_>, context: &Context<'_>, mut facts: Facts, whole: bool) -> Understanding {
    trip(&mut said, context, &mut facts);
    let asked = context.asked.first().copied();
    if whole && !context.emergency && facts.emergency.is_none() {
        arbiter::settle(&said, asked, &mut facts);
    }
    answers::read(&said, asked, context.emergency, &mut facts);
    notes::read(&said, &mut facts);

    // Acts: what the driver does with his words beside.
    let (mut acts, question) = acts::read(&said, &facts);
    if acts::takes_back(&said, &facts) {
        acts.insert(Act::Retraction);
    }
    // What a denial sounds like answers nothing.
    if context.emergency && acts.contains(&Act::Retraction) {
        (facts.safe, facts.injuries, facts.load_secure) = (None, None, None);
        facts.emergency = None;
    }
    // "you brain dead hunk of tin", "kiss my behind": insults tell nothing of the trip.
    if acts.contains(&Act::Abuse)
        && facts.location.is_none()
        && facts.eta.is_none()
        && facts.delay_minutes.is_none()
        && facts
            .driver_status
            .as_ref()
            .is_some_and(|s| s.value == DriverStatus::Delayed)
        && facts
            .delay_reason
            .as_ref()
            .is_none_or(|r| r.value == crate::facts::DelayReason::Other)
    {
        facts.driver_status = None;
        facts.delay_reason = None;
    }
    unloading::pod(&said, asked, acts.contains(&Act::Question), &mut facts);
    let said_otherwise = acts
        .iter()
        .any(|act| !matches!(act, Act::Affirm | Act::Ack | Act::Chitchat));
    if asked == Some(Slot::DelayReason) && !said_otherwise {
        delay::in_his_own_words(&said, &mut facts);
    }
    Understanding {
        facts,
        acts,
        question,
    }
}

/// Where the truck is, how the trip goes, when and why it ends late, by the rules alone.
fn trip(said: &mut Said<'_>, context: &Context<'_>, facts: &mut Facts) {
    goal::settle(said, context.asked.first() == Some(&Slot::Eta));
    places(said, context, facts);
    times(said, context, facts);
    let asks_cause = context.asked.first() == Some(&Slot::DelayReason);
    delay::read(said, facts, asks_cause);
}

fn noise() -> Understanding {
    Understanding {
        acts: [Act::Noise].into(),
        ..Understanding::default()
    }
}

/// Where the truck is: roads, doors, towns. What is measured in degrees goes first.
fn places(said: &mut Said<'_>, context: &Context<'_>, facts: &mut Facts) {
    let markers = repair::markers(said);
    let asked = context.asked.first().copied();
    let asks_place = matches!(asked, Some(Slot::Location | Slot::EmergencyLocation));
    let asks_door = asks_door(context);
    reefer::read(said, facts);
    let road = highway::read(
        said,
        &markers,
        highway::Asked {
            location: asks_place,
            door: asks_door || context.door_topic,
        },
    );
    // "they moved me, they want me in nineteen now": another door, once doors are spoken of.
    let moved = context.door_topic
        && pat!("moved|want|wanted|put|switched|changed|sent|sending me|us|it|? to|in|on|into|over? #")
            .is_in(said);
    unloading::door(said, &markers, asks_door || moved, facts);
    let place = place::read(said, &markers, asks_place, asked == Some(Slot::Eta));
    facts.location = location(said, road, place);
}

/// How the trip goes, and when it ends.
fn times(said: &mut Said<'_>, context: &Context<'_>, facts: &mut Facts) {
    let markers = repair::markers(said);
    let asked = context.asked.first().copied();
    let asks_door = asks_door(context);
    // Who is at the dock gives no arrival time by the way; a first look at the state decides.
    unloading::read(said, asked, facts);
    status::read(said, facts, asks_door, false);
    let arrived = matches!(
        facts.driver_status.as_ref().map(|s| s.value),
        Some(DriverStatus::Arrived | DriverStatus::Unloading)
    );
    let setting = eta::Setting {
        now: context.now,
        // "only the hour is wrong, not four, five": the read-back's time.
        asked_eta: asked == Some(Slot::Eta)
            || asked == Some(Slot::Confirm) && pat!("!on hour|time|eta|arrival|oclock").is_in(said),
        asked_callback: asked == Some(Slot::Callback),
        asked_wait: asked == Some(Slot::Detention),
        at_dock: arrived
            || matches!(
                asked,
                Some(Slot::Door | Slot::Lumper | Slot::Detention | Slot::Unloading)
            ),
        open: matches!(
            asked,
            None | Some(Slot::Status | Slot::Location | Slot::AnythingElse)
        ),
        asked_confirm: asked == Some(Slot::Confirm),
        placed: facts.location.as_ref().is_some_and(|l| {
            l.value.city.is_some()
                || l.value.highway.is_some()
                || l.value.mile_marker.is_some()
                || l.value.exit.is_some()
        }),
        arrived,
    };
    let under_way = eta::read(said, &markers, setting, facts);
    // "you'll have it inside of an hour": the papers.
    if arrived && !under_way || asked == Some(Slot::Pod) {
        facts.eta = None;
    }
    // "two minutes and i'm at the dock": what it is like there is still to come.
    if arrived && under_way {
        facts.unloading_status = None;
    }
    // "three hours past it": past the free time he was asked about, and no lateness.
    if asked == Some(Slot::Detention) && facts.detention.as_ref().is_some_and(|d| d.value) {
        facts.delay_minutes = None;
    }
    status::read(said, facts, asks_door, under_way);
}

fn asks_door(context: &Context<'_>) -> bool {
    matches!(context.asked.first(), Some(Slot::Door | Slot::Unloading))
}

/// The road and the place as one location.
fn location(said: &Said<'_>, road: Road, place: Place) -> Option<Found<Location>> {
    let spans: Vec<Range<usize>> = road.spans.iter().chain(&place.spans).cloned().collect();
    let mut value = Location {
        text: None,
        highway: road.highway,
        direction: road.direction,
        mile_marker: road.mile_marker,
        exit: road.exit,
        city: place.city,
        state: place.state,
        facility: place.facility,
    };
    if value.is_empty() {
        return None;
    }
    let start = spans.iter().map(|s| s.start).min()?;
    let end = spans.iter().map(|s| s.end).max()?;
    let words = said.words(start..end);
    value.text = Some(words.clone());
    Some(Found {
        value,
        words,
        rule: "place".to_owned(),
    })
}

/// What only the whole shows.
fn finish(facts: &mut Facts, acts: &std::collections::BTreeSet<Act>) {
    if facts.emergency.is_none() && (acts.contains(&Act::Voicemail) || acts.contains(&Act::Ivr)) {
        *facts = Facts {
            language: facts.language.take(),
            ..Facts::default()
        };
        return;
    }
    // Being unloaded or done says where he is; an arrival leaves no time to go.
    if facts
        .unloading_status
        .as_ref()
        .is_some_and(|u| u.value == UnloadingStatus::Complete)
    {
        facts.eta = None;
    }
}

#[cfg(test)]
mod tests {
    use super::text::work;
    use super::*;

    /// How often a word is looked at while `text` is read.
    fn work(text: &str) -> u64 {
        let now = "2026-03-04T14:05:00-06:00[-06:00]"
            .parse()
            .expect("a fixed instant");
        work::count(|| {
            let _ = extract(text, &Context::new(&[Slot::Eta], &now));
        })
    }

    #[test]
    fn the_work_grows_with_the_words() {
        for unit in [
            "i'm rolling on i eighty near omaha be there in two hours ",
            "twenty ",
            "no wait three no four ",
            "smoke on the shoulder stopped ",
            "my truck broke down and he's working now ",
            "waiting on the lumper in door six ",
            "until the if not ",
            "mile marker two twelve exit ",
            "call me in twenty then call ",
            "estoy en la milla dos y media ",
            "she hit a deer on fire ",
            "west of saint ",
        ] {
            let once = work(&unit.repeat(2_000 / unit.len()));
            let more = work(&unit.repeat(8_000 / unit.len()));
            assert!(
                more < 5 * once,
                "{unit:?}: {once} for 2,000 characters, {more} for 8,000"
            );
        }
    }
}
