//! People hurt: what happened to whose body, whoever it is.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::extract::text::Said;
use crate::facts::{EmergencyTier, EmergencyType};

use super::Event;

/// Whether the words must speak of him or of somebody who is with him.
static HARM: LazyLock<Vec<Rule<EmergencyTier>>> = LazyLock::new(|| {
    use EmergencyTier::{High, Immediate};
    rules(&[
        (
            "part of the body",
            High,
            "@body .. broke|broken|mangled|fractured|dislocated|sliced|gashed|shattered|swollen|burned|burnt|busted|snapped|sprained|smashed !the|down|up|from|in|by",
        ),
        (
            "hurt a part",
            High,
            "crushed|smashed|mashed|broke|busted|sliced|tore|snapped|shattered|fractured|dislocated my|his|her|their left|right|whole|big|damn? arm|leg|hand|foot|ankle|wrist|finger|fingers|thumb|toe|toes|nose|jaw|collarbone|elbow|shoulder|knee|rib|ribs|hip",
        ),
        (
            "struck in the face",
            High,
            "caught|hit|smacked|struck|popped|got|nailed|whacked me|him|her right|square? in|on|across|upside the|my|his|her? eye|eyes|face|head|mouth|nose|chest|leg|knee|arm|back|neck|throat|ribs",
        ),
        (
            "pains",
            High,
            "pain|pains|hurting|cramps in|on|down my|his|her left|right|whole? side|stomach|gut|abdomen|kidney|jaw|arm|neck|leg !sometimes",
        ),
        (
            "shaking",
            High,
            "insulin|sugar|diabetic|glucose ... shaking|sweating|low|out|gone|trembling|passing|crashing|bottomed",
        ),
        (
            "rolled over a limb",
            Immediate,
            "ran|rolled|backed|drove over|onto a|an|the|his|her|my|some|one|somebody|someone .. foot|feet|leg|legs|toes|arm|hand|guy|man|woman|kid|worker|lumper|person|pedestrian",
        ),
        (
            "turning blue",
            Immediate,
            "turning|turned|going|went blue|purple|gray|grey",
        ),
        (
            "caught a limb",
            High,
            "caught|got|jammed|slammed|smashed|pinched|mashed|stuck my|his|her|their left|right|whole? @body in|under|between|with|caught",
        ),
        (
            "lost a limb",
            Immediate,
            "lost|severed|amputated|ripped|tore|cut|chopped|took|sliced|snapped my|his|her|their|two|three|a|one|some @body|fingers|toes clean|completely|right? off",
        ),
        (
            "fell from",
            High,
            "fell|fallen|slipped|tumbled|thrown|knocked clean|right|straight|backwards|me|him? off|from|out|down of? the|my|his|a|that? loading|top|back|side|tail|of|cat|running? trailer|truck|dock|ladder|steps|step|catwalk|tank|tanker|flatbed|cab|deck|roof|forklift|liftgate|stairs|load|rig|hood",
        ),
        (
            "not moving",
            Immediate,
            "he|she|guy|man|woman|lady|kid|fella|dude|driver|partner|codriver|they .. is|are? not moving|responding|breathing|answering|conscious|awake !out|over|it|up|that|the|fast|yet|until|till|any",
        ),
        (
            "poisoned",
            High,
            "food|stomach|kidney|heat|alcohol|gas poisoning|flu|bug|stone|stones|stroke|exhaustion|attack",
        ),
        (
            "run over by a machine",
            Immediate,
            "guy|man|woman|lady|kid|somebody|someone|lumper|worker|partner|he|she|i .. got|was|gets|been|is just? run|ran|rolled|backed over",
        ),
    ])
});

/// Every harm to a body that is told of; the filters of the caller decide.
pub(super) fn events(said: &Said<'_>) -> Vec<Event> {
    let mut found = Vec::new();
    for rule in HARM.iter() {
        for span in rule.pattern.find_all(said) {
            if rule.name == "struck in the face" || !is_thing(said, &span) {
                found.push(Event {
                    kind: EmergencyType::Medical,
                    tier: rule.value,
                    rule: rule.name,
                    negative: rule.name == "not moving",
                    span,
                });
            }
        }
    }
    found.extend(asleep_on_the_road(said));
    found
}

/// "the back of the trailer is smashed", "traffic's at a head": a body's words for things; freight falls too.
fn is_thing(said: &Said<'_>, span: &Range<usize>) -> bool {
    said.is(
        span.start + 1,
        &["of", "door", "doors", "end", "pocket", "haul", "light", "lights"],
    ) || said.is(span.start, &["back", "face", "head", "hand"])
        && !said.is(
            span.start.wrapping_sub(1),
            &["my", "his", "her", "their", "guys", "is"],
        )
        || (span.start.saturating_sub(3)..span.start).any(|i| {
            said.is(
                i,
                &[
                    "pallet",
                    "pallets",
                    "box",
                    "boxes",
                    "freight",
                    "case",
                    "cases",
                    "strap",
                    "straps",
                    "tarp",
                    "phone",
                    "something",
                    "stuff",
                    "load",
                    "it",
                    "mirror",
                    "snow",
                    "ice",
                    "price",
                    "traffic",
                ],
            )
        })
}

/// Asleep while it rolls: the wheel, the lane or the strips are spoken of.
fn asleep_on_the_road(said: &Said<'_>) -> Option<Event> {
    use crate::extract::pattern::pat;
    let span = pat!("fell|fallen|dozed|nodded|drifted|zoned|falling asleep|off|out").find(said)?;
    let rolling =
        pat!("wheel|rumble|drifted|drifting|swerved|ditch|shoulder|strips|lane|lanes|median|driving")
            .find_all(said)
            .into_iter()
            .any(|r| r.start > span.start);
    rolling.then_some(Event {
        kind: EmergencyType::Medical,
        tier: EmergencyTier::High,
        rule: "asleep while driving",
        span,
        negative: false,
    })
}
