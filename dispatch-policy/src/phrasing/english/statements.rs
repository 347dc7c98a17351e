//! English sentences without anything to fill in.

use crate::phrasing::Say;

/// Ways of saying it; none for what carries a value or asks for a slot.
pub(super) const fn statements(say: &Say) -> &'static [&'static str] {
    match say {
        Say::Ack => &[
            "Got it.",
            "Okay.",
            "Copy that.",
            "All right.",
            "Thanks.",
            "Okay, good.",
            "Understood.",
            "Sounds good.",
            "Ten four.",
            "Good deal.",
            "I've got that.",
            "Noted.",
        ],
        Say::NoProblem => &[
            "No problem.",
            "That's okay.",
            "Fair enough.",
            "No worries.",
            "Not to worry.",
            "That's all right.",
        ],
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
        Say::Probe { again: false } => &[
            "I'll keep this quick.",
            "Won't take but a second.",
            "One quick thing for the board.",
            "I only need a word or two.",
        ],
        Say::Probe { again: true } => &[
            "Just one thing, then I'm out of your hair.",
            "Short answer is fine.",
            "Whatever you've got is fine.",
        ],
        Say::LetGo => {
            &["No worries, I'll let you get back to it. Dispatch can follow up with you. Drive safe."]
        }
        Say::StayCalm => &["I hear you, I'll make it short.", "Fair enough, I'll be brief."],
        Say::WillStopCalling => {
            &["Sorry about that, I'll pass it on so you don't get more of these calls. Take care."]
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
            "Yes, I'm dispatch's automated assistant, just say so if you want a person.",
            "Automated, that's right, a person is one word away.",
        ],
        Say::WhatIsPod => &[
            "That's the proof of delivery, the signed paperwork.",
            "I mean the signed bill of lading.",
            "It's the delivery receipt they sign.",
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
        Say::VoicemailMessage => &[
            "Hi, this is dispatch with a quick check call. Please call us back when you can. Thank you, goodbye.",
        ],
        Say::EmergencyHeard => &[
            "Okay, I'm right here with you.",
            "All right, stay with me.",
            "Okay, let's get you help.",
        ],
        Say::EmergencyAck => &["Okay.", "Got it.", "Understood.", "All right."],
        Say::Call911 { immediate: true } => &[
            "Call 911 right now if you haven't already.",
            "Get 911 on the line now.",
        ],
        Say::Call911 { immediate: false } => &[
            "If anyone needs help, call 911 first.",
            "Please call 911 if you need help there.",
        ],
        Say::Relieved => &[
            "Okay, glad you're all right.",
            "Good, thanks for clearing that up.",
        ],
        Say::NothingLearned => {
            &["Not a problem, I'll let dispatch know, and they'll check in with you later. Drive safe."]
        }
        _ => &[],
    }
}
