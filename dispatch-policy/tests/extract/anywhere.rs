//! An emergency said plainly is one wherever it was, whatever everyday words stand beside it.

use dispatch_policy::extract::extract;
use dispatch_policy::facts::Context;
use jiff::Zoned;

const SAID: &[&str] = &[
    "i had a wreck",
    "i just had an accident",
    "i rolled it",
    "i hit a deer",
    "i jackknifed",
    "i went in the ditch",
    "a car ran into my trailer",
    "i sideswiped a pickup",
    "i clipped a guardrail",
    "i got hit",
    "we got in a crash",
    "i blew a steer tire",
    "the truck broke down",
    "my engine quit on me",
    "i lost my brakes",
    "the clutch went out",
    "she's overheating on me",
    "i got a flat on the trailer",
    "i'm having chest pain",
    "i can't breathe right",
    "i cut my hand bad and it's bleeding a lot",
    "my truck's on fire",
    "there's smoke pouring out of my trailer",
    "somebody's trying to break in my cab",
    "a guy pulled a gun on me",
];

const WHERE: &[&str] = &[
    "",
    "past the sign",
    "at the scale house",
    "by the petro",
    "near mile marker forty",
    "on eighty west",
    "at the receiver",
    "at the shipper's gate",
    "in the yard",
    "at the fuel island",
    "at the weigh station",
    "in the parking lot",
    "just outside joplin",
    "about an hour from the receiver",
    "waiting on my door",
    "in door twelve",
    "on my way to the dc",
    "coming out of the rest area",
    "right by the exit",
    "before the bridge",
];

const BEFORE: &[&str] = &["", "yeah so ", "hey uh ", "well i was rolling along fine and "];

#[test]
fn what_is_said_plainly_is_heard_everywhere() {
    let now = Zoned::default();
    let mut missed = Vec::new();
    for before in BEFORE {
        for said in SAID {
            for place in WHERE {
                let text = format!("{before}{said} {place}");
                if extract(&text, &Context::new(&[], &now)).facts.emergency.is_none() {
                    missed.push(text);
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} missed: {missed:#?}", missed.len());
}
