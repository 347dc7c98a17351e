//! Crashes told without their verb: "i'm the accident", "nothing i could do", "the crash i was in".

use super::Event;
use super::collision::event;
use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::facts::EmergencyTier;

pub(super) fn events(said: &Said<'_>) -> Vec<Event> {
    let mut found = Vec::new();
    // "nothing i could do she pulled out right in front of me".
    if pat!("in|into|out|across .. front|way|path|lane of? me|us|my").is_in(said)
        || pat!("pulled|cut|slammed|darted|ran|jumped|stepped out|off|on|up|in").is_in(said)
    {
        let helpless =
            pat!("nothing|nowhere|no i|we|to|way|room|time could|do|go|stop|to? do|stop|go|swerve|?");
        found.extend(
            helpless
                .find_all(said)
                .into_iter()
                .filter(|s| {
                    !pat!("stopped|missed|fine|okay|in time|luckily|barely").is_in(said)
                        && said.len() > s.end - s.start
                })
                .filter(|s| said.is(s.end - 1, &["do", "go", "stop", "swerve"]))
                .map(|s| Event {
                    negative: true,
                    ..event("nothing he could do", EmergencyTier::High, s)
                }),
        );
    }
    // "she turned right across my lane and i got her".
    if pat!("pulled|cut|turned|stepped|ran|came|darted|jumped|slammed|stopped|walked out|across|right|left|short|on|up|off|over|in")
        .is_in(said)
    {
        let met = pat!("i|we just? got|hit|nailed|smacked|caught|tagged|clipped|popped her|him|them|it !off|to|out|back|on|in|an|a|some|by|around|stopped|up|loaded|fixed|unloaded|under");
        found.extend(
            met.find_all(said)
                .into_iter()
                .map(|s| event("met what came across", EmergencyTier::High, s)),
        );
    }
    found.extend(
        pat!("crash|wreck|accident|collision that? i|we was|were|am|are just|also|already? in|part")
            .find_all(said)
            .into_iter()
            .map(|s| event("the crash he was in", EmergencyTier::High, s)),
    );
    // "no accident up ahead, i'm the accident".
    found.extend(
        pat!("i|we|me am|are|is the|that|your accident|wreck|crash|one|holdup !who|that|ahead|calling|driving|hauling")
            .find_all(said)
            .into_iter()
            .filter(|s| !said.is(s.end - 1, &["one", "holdup"]) || pat!("accident|wreck|crash|wrecked|crashed").is_in(said))
            .map(|s| event("the accident himself", EmergencyTier::High, s)),
    );
    found
}
