//! The English phrase book.

use super::{
    PhraseBook, Say, Summary,
    questions::questions,
    read_back::{clauses, place_phrase},
};
use crate::{facts::CallbackTime, speak, variables::HandOver};

/// Words in a read-back before the extras are left out.
const READ_BACK_WORDS: usize = 52;

/// English, as a good dispatcher speaks it: warm, short, to the point.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl PhraseBook for English {
    fn variants(&self, say: &Say, driver: Option<&str>) -> Vec<String> {
        match say {
            Say::Greeting {
                driver,
                company,
                load,
            } => {
                vec![greeting(driver.as_deref(), company.as_deref(), load.as_deref())]
            }
            Say::Ask { slot, asked_before } => questions(*slot, *asked_before),
            Say::ConfirmPlace(place) => {
                let place = place_phrase(place);
                vec![
                    format!("Just so I have it right, you're {place}?"),
                    format!("Let me make sure I've got this, {place}, yes?"),
                ]
            }
            Say::ReadBack { summary, brief } => read_back(summary, *brief, driver),
            Say::Corrected(summary) => corrected(summary, driver),
            Say::WhoWeAre { company, load } => who_we_are(company.as_deref(), load.as_deref()),
            Say::WhyWeCall { load } => {
                let load = load
                    .as_ref()
                    .map_or_else(|| "your load".to_owned(), |load| format!("load {load}"));
                vec![
                    format!("It's just a quick check call on {load}."),
                    format!("I'm only after an update on {load}."),
                ]
            }
            Say::AppointmentIs { at, now } => {
                let time = speak::clock(at, now);
                vec![
                    format!("Your appointment is at {time}."),
                    format!("They have you down for {time}."),
                    format!("That appointment shows {time}."),
                ]
            }
            Say::LoadIs(load) => vec![
                format!("It's load {load}."),
                format!("The load number is {load}."),
            ],
            Say::DestinationIs(place) => {
                vec![
                    format!("This one delivers in {place}."),
                    format!("You're headed to {place} with it."),
                ]
            }
            Say::OriginIs(place) => {
                vec![
                    format!("It picked up in {place}."),
                    format!("The pickup was {place}."),
                ]
            }
            Say::CallBackAt { time, now } => vec![call_back(time, now)],
            Say::HandOver { how, urgent } => hand_over(*how, *urgent),
            Say::Goodbye { arrived } => goodbye(*arrived, driver),
            Say::CheckIn { again } => check_in(*again, driver),
            Say::Probe { again: false } => list(&["I'll keep this quick.", "Won't take but a second."]),
            Say::Probe { again: true } => list(&[
                "Just one thing, then I'm out of your hair.",
                "Short answer is fine.",
            ]),
            Say::Call911 { immediate: true } => list(&[
                "Call 911 right now if you haven't already.",
                "Get 911 on the line now.",
            ]),
            Say::Call911 { immediate: false } => list(&[
                "If anyone needs help, call 911 first.",
                "Please call 911 if you need help there.",
            ]),
            other => fixed(other),
        }
    }
}

fn list(variants: &[&str]) -> Vec<String> {
    variants.iter().map(|&text| text.to_owned()).collect()
}

/// Sentences without anything to fill in.
fn fixed(say: &Say) -> Vec<String> {
    list(match say {
        Say::Ack => &[
            "Got it.",
            "Okay.",
            "Copy that.",
            "All right.",
            "Thanks.",
            "Okay, good.",
            "Understood.",
            "Sounds good.",
        ],
        Say::NoProblem => &["No problem.", "That's okay.", "Fair enough.", "No worries."],
        Say::Sure => &["Sure.", "Of course.", "Happy to.", "You bet."],
        Say::SayAgain => &[
            "Sorry, you broke up there, could you say that again?",
            "I didn't catch that, one more time?",
            "You cut out on me, mind repeating that?",
            "I lost you for a second, could you repeat it?",
            "Could you go over that one more time?",
        ],
        Say::StillNoisy => &[
            "Still a rough line on my end.",
            "The line is choppy, sorry.",
            "It's hard to hear you.",
        ],
        Say::BadLine => &["This line is too rough to go on."],
        Say::WhatToFix => &[
            "Okay, what should I change?",
            "Which part should I fix?",
            "What did I get off there?",
        ],
        Say::NobodyThere => &["I'll let you go for now and try again later. Take care."],
        Say::TakeYourTime => &[
            "Take your time.",
            "Sure, I'll hold.",
            "No hurry, go ahead.",
            "Okay, I'll wait.",
            "All good, take a moment.",
        ],
        Say::NoRush => &[
            "No rush, I'm still on the line.",
            "Still holding, whenever you're ready.",
            "I'm here, just pick up when you can.",
            "Standing by.",
            "Still with you.",
            "Holding on.",
        ],
        Say::LetGo => {
            &["No worries, I'll let you get back to it. Dispatch can follow up with you. Drive safe."]
        }
        Say::StayCalm => &["I hear you, I'll make it short.", "Fair enough, I'll be brief."],
        Say::WillStopCalling => {
            &["Sorry about that. I'll pass it on so you don't get more of these calls. Take care."]
        }
        Say::SmallTalk => &["Doing well, thanks.", "Ha, I hear you.", "Good to hear from you."],
        Say::SorryToAskAgain => &[
            "Sorry to ask twice, I'll be quick.",
            "Sorry about that, just need it once more.",
        ],
        Say::ThanksForHim => &[
            "Thanks, I can take it from you.",
            "Perfect, you can give me the update.",
        ],
        Say::AmAutomated => &[
            "I'm an automated assistant for dispatch, and I can get you a person if you'd rather.",
            "Yes, I'm dispatch's automated assistant. Just say so if you want a person.",
            "Automated, that's right, a person is one word away.",
        ],
        Say::WhatIsPod => &[
            "That's the proof of delivery, the signed paperwork.",
            "I mean the signed bill of lading.",
        ],
        Say::DispatchWillFollowUp => &[
            "I don't have that in front of me, dispatch will follow up on it.",
            "That one's for dispatch, I'll have them get back to you.",
            "I can't say, but I'll pass it to dispatch.",
            "I'll make a note so dispatch can answer that.",
        ],
        Say::DispatchWillCheck => &["I'll have dispatch double check it with you."],
        Say::Bilingual => {
            &["I only have English on this line. Si prefiere español, dígame y le comunico con una persona."]
        }
        Say::WrongNumber => &["I'm sorry, I must have the wrong number. Have a good day."],
        Say::SorryToBother => &["Sorry to bother you.", "Thanks for picking up."],
        Say::TryAgainLater => &["No problem, I'll try again later. Take care out there."],
        Say::NotOnLoad => &["Okay, thanks for telling me. I'll let dispatch know. Take care."],
        Say::VoicemailMessage => {
            &["Hi, this is dispatch with a quick check call. Please call us back when you can. Thank you."]
        }
        Say::EmergencyHeard => &["Okay, I'm right here with you.", "All right, stay with me."],
        Say::EmergencyAck => &["Okay.", "Got it.", "Understood.", "All right."],
        Say::Relieved => &[
            "Okay, glad you're all right.",
            "Good, thanks for clearing that up.",
        ],
        Say::NothingLearned => {
            &["No problem. I'll let dispatch know, and they'll check in with you later. Drive safe."]
        }
        _ => &["Okay."],
    })
}

/// On whose behalf the agent calls. A company that has "dispatch" in its name needs no second one.
fn caller(company: Option<&str>) -> String {
    match company {
        None => "dispatch".to_owned(),
        Some(name) if name.eq_ignore_ascii_case("dispatch") => "dispatch".to_owned(),
        Some(name) if name.to_lowercase().contains("dispatch") => name.to_owned(),
        Some(name) => format!("dispatch at {name}"),
    }
}

fn greeting(driver: Option<&str>, company: Option<&str>, load: Option<&str>) -> String {
    let hi = driver.map_or_else(|| "Hi there".to_owned(), |name| format!("Hi {name}"));
    let who = caller(company);
    let load = load.map_or_else(|| "your load".to_owned(), |load| format!("load {load}"));
    format!("{hi}, it's {who} checking in on {load}. How's the run going today?")
}

fn who_we_are(company: Option<&str>, load: Option<&str>) -> Vec<String> {
    let who = caller(company);
    let load = load.map_or_else(|| "your load".to_owned(), |load| format!("load {load}"));
    vec![
        format!("This is the automated assistant for {who}, calling about {load}."),
        format!("You've got {who} here, about {load}."),
        format!("It's {who}, just checking on {load}."),
    ]
}

/// The extras stand last: they go first when it grows too long to listen to.
fn facts(summary: &Summary) -> String {
    let mut clauses = clauses(summary);
    while clauses.len() > 1 && clauses.join(" ").split_whitespace().count() > READ_BACK_WORDS {
        clauses.pop();
    }
    clauses.join(", ")
}

fn read_back(summary: &Summary, brief: bool, driver: Option<&str>) -> Vec<String> {
    let facts = facts(summary);
    let name = driver.map_or_else(String::new, |name| format!(" {name}"));
    if brief {
        vec![
            format!("Once more: {facts}."),
            format!("So that's {facts}."),
            format!("Here it is again: {facts}."),
        ]
    } else {
        vec![
            format!("Okay{name}, let me read that back. I have you {facts}."),
            format!("All right, so I've got you {facts}."),
            format!("Here's what I have: {facts}."),
        ]
    }
}

fn corrected(summary: &Summary, driver: Option<&str>) -> Vec<String> {
    let facts = facts(summary);
    let name = driver.map_or_else(String::new, |name| format!(" {name}"));
    vec![
        format!("Got it, {facts}."),
        format!("Okay{name}, that's {facts}."),
        format!("Noted, {facts}."),
        format!("Updated, {facts}."),
    ]
}

fn check_in(again: bool, driver: Option<&str>) -> Vec<String> {
    let name = driver.map_or_else(String::new, |name| format!(", {name}"));
    if again {
        vec![
            "I can't hear anything on my end. Go ahead whenever you can.".to_owned(),
            "Nothing is coming through yet. I'm still on the line.".to_owned(),
            "Still quiet here. Speak up when you can.".to_owned(),
        ]
    } else {
        vec![
            format!("Are you still with me{name}?"),
            format!("Can you hear me okay{name}?"),
            "Are you still there?".to_owned(),
            "Still on the line?".to_owned(),
        ]
    }
}

fn call_back(time: &CallbackTime, now: &jiff::Zoned) -> String {
    match (time.minutes, &time.at) {
        (Some(minutes), _) if minutes <= 90 => {
            format!(
                "Sure, I'll call you back in {}. Drive safe.",
                speak::duration(minutes)
            )
        }
        (_, Some(at)) => format!(
            "Sure, I'll call you back at {}. Drive safe.",
            speak::clock(at, now)
        ),
        (Some(minutes), None) => format!(
            "Sure, I'll call you back in {}. Drive safe.",
            speak::duration(minutes)
        ),
        (None, None) => "Sure, I'll call you back then. Drive safe.".to_owned(),
    }
}

fn hand_over(how: HandOver, urgent: bool) -> Vec<String> {
    list(match (how, urgent) {
        (HandOver::Transfer, true) => &["I'm connecting you to a dispatcher right now. Stay on the line."],
        (HandOver::Transfer, false) => &["I'm getting you a person now. One moment."],
        (HandOver::CallBack, true) => &["A dispatcher will call you right back. Keep your phone close."],
        (HandOver::CallBack, false) => &["Someone from dispatch will call you right back. Take care."],
    })
}

fn goodbye(arrived: bool, driver: Option<&str>) -> Vec<String> {
    let name = driver.map_or_else(String::new, |name| format!(" {name}"));
    if arrived {
        vec![
            format!("Thanks{name}, have a good one."),
            "Appreciate it. Take care.".to_owned(),
        ]
    } else {
        vec![
            format!("Thanks{name}, drive safe out there."),
            "Appreciate it. Safe travels.".to_owned(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dispatch_is_said_once() {
        assert_eq!(caller(None), "dispatch");
        assert_eq!(caller(Some("Dispatch")), "dispatch");
        assert_eq!(caller(Some("Prairie Dispatch")), "Prairie Dispatch");
        assert_eq!(caller(Some("Acme Freight")), "dispatch at Acme Freight");
    }
}
