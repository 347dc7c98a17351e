//! Somebody else who is hurt, and nobody there to help but the driver.

use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::facts::{EmergencyTier, EmergencyType};

use super::Event;

/// "there's a guy laying in the road hurt": not his trouble, and a life at risk in front of him all the same. Passed
/// by, or with somebody said to be there, it is only a thing seen.
pub(super) fn event(said: &Said<'_>) -> Option<Event> {
    let span = pat!(
        "guy|man|woman|lady|kid|boy|girl|person|somebody|someone|people|biker|driver|motorcyclist|pedestrian|fella|dude|trucker .. laying|lying|laid|sprawled|down|slumped|face|hurt|bleeding .. in|on|by|along|across the|this|my road|roadway|highway|interstate|street|shoulder|ground|ditch|lane|middle|pavement|freeway|median"
    )
    .find(said)
    .or_else(|| {
        pat!(
            "guy|man|woman|lady|kid|boy|girl|person|somebody|someone|biker|motorcyclist|pedestrian in|on|by|along the|this road|roadway|highway|interstate|street|shoulder|ground|ditch|lane|pavement|freeway|median .. hurt|injured|bleeding|unconscious"
        )
        .find(said)
    })?;
    let hurt = pat!("hurt|injured|bleeding|unconscious|blood").is_in(said)
        || pat!("not .. moving|breathing|responding").is_in(said)
        || pat!("call|send|need|needs|get an|a|the? ambulance|911|medic").is_in(said);
    let tended = pat!(
        "cops|cop|police|trooper|troopers|ambulance|ambulances|ems|emts|paramedic|paramedics|medics|crews|firefighters|helping|chopper"
    )
    .find_all(said)
    .into_iter()
    .any(|r| !asked_for(said, r.start) && !scope::denied(said, r.start));
    let passed = pat!("i|we just|have|only|had? passed|saw|seen|drove|went|heard").is_in(said)
        || pat!("passed|saw|seen|drove|went by|a|an|some|somebody|someone|this|past").is_in(said)
        || pat!("was|were|had been|earlier|ago").is_in(said) && !pat!("is|are|now|just").is_in(said);
    let other = pat!("movie|radio|news|cb|dock|warehouse").is_in(said);
    let told =
        scope::denied(said, span.start) || scope::supposed(said, span.start) || scope::past(said, span.start);
    (hurt && !tended && !passed && !other && !told).then_some(Event {
        kind: EmergencyType::Medical,
        tier: EmergencyTier::Immediate,
        rule: "hurt in the road",
        span,
        negative: false,
    })
}

/// "send an ambulance", "call the police": not there yet.
fn asked_for(said: &Said<'_>, i: usize) -> bool {
    (i.saturating_sub(4)..i).any(|j| said.is(j, &["send", "call", "need", "needs", "get", "calling", "want"]))
}
