//! Words in, meaning out: a pipeline of pure stages.
//!
//! Text becomes tokens ([`text`]), self-repairs are settled ([`repair`]), and then each stage reads its facts.
//! Words that one reading has consumed (a mile marker, a door, a road's number) are not read again as a time.

#![expect(
    clippy::nonminimal_bool,
    reason = "conditions are written the way the rules are spoken"
)]

mod acts;
mod answers;
mod delay;
mod duration;
mod emergency;
mod eta;
mod flat;
mod gazetteer;
mod highway;
mod language;
mod notes;
mod numbers;
mod party;
mod pattern;
mod place;
mod reefer;
mod repair;
mod scope;
mod status;
mod text;
mod time;
mod unloading;

use std::ops::Range;

use crate::facts::{Act, Context, DriverStatus, Facts, Found, Location, Understanding, UnloadingStatus};
use crate::slot::Slot;

use highway::Road;
use place::Place;
use text::Said;

/// Reads one utterance: the facts it states, each with its words and rule, and the acts it performs.
///
/// Total: any text gives an answer, and only its first 10,000 characters are read. `context.asked` decides what
/// bare answers ("four fifteen", "yes", "forty two") mean.
#[must_use]
pub fn extract(text: &str, context: &Context<'_>) -> Understanding {
    let mut said = Said::new(text);
    if acts::is_noise(said.raw, &said) {
        return Understanding {
            acts: [Act::Noise].into(),
            ..Understanding::default()
        };
    }
    repair::apply(&mut said);
    let markers = repair::markers(&said);
    let asked = context.asked.first().copied();
    let mut facts = Facts::default();

    emergency::read(&said, &mut facts);
    let other_language = language::read(&said, &mut facts);
    reefer::read(&mut said, &mut facts);
    let asks_place = matches!(asked, Some(Slot::Location | Slot::EmergencyLocation));
    let asks_door = matches!(asked, Some(Slot::Door | Slot::Unloading));
    let road = highway::read(
        &mut said,
        &markers,
        highway::Asked {
            location: asks_place,
            door: asks_door || context.door_topic,
        },
    );
    unloading::door(&mut said, &markers, asks_door, &mut facts);
    let place = place::read(&mut said, &markers, asks_place);
    facts.location = location(&said, road, place);

    // Who is at the dock gives no arrival time by the way; a first look at the state decides.
    unloading::read(&said, asked, &mut facts);
    status::read(&said, &mut facts, asks_door);
    let arrived = matches!(
        facts.driver_status.as_ref().map(|s| s.value),
        Some(DriverStatus::Arrived | DriverStatus::Unloading)
    );
    let setting = eta::Setting {
        now: context.now,
        asked_eta: asked == Some(Slot::Eta),
        asked_callback: asked == Some(Slot::Callback),
        asked_wait: matches!(asked, Some(Slot::Detention)),
        asked_delay: false,
        open: matches!(
            asked,
            None | Some(Slot::Status | Slot::Location | Slot::AnythingElse)
        ),
        asked_confirm: asked == Some(Slot::Confirm),
        arrived,
    };
    eta::read(&mut said, &markers, setting, &mut facts);
    if arrived {
        facts.eta = None;
    }
    status::read(&said, &mut facts, asks_door);
    delay::read(&said, &mut facts, asked == Some(Slot::DelayReason));
    answers::read(&said, asked, context.emergency, &mut facts);

    let (mut acts, question) = acts::read(&said, &facts);
    unloading::pod(&said, asked, acts.contains(&Act::Question), &mut facts);
    if other_language {
        acts.insert(Act::OtherLanguage);
    }
    notes::read(&said, &mut facts);
    finish(&mut facts, &acts);
    Understanding {
        facts,
        acts,
        question,
    }
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
