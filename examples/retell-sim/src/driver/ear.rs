//! What the agent wants to know, from its words.

/// What a reply of the agent asks for, as a listener takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Topic {
    Status,
    Location,
    Eta,
    DelayReason,
    Door,
    Lumper,
    Detention,
    Unloading,
    Pod,
    Safe,
    Injuries,
    LoadSecure,
    Confirm,
    AnythingElse,
    Identity,
    CallBack,
    Repeat,
    CheckIn,
    Goodbye,
    Other,
}

/// What each topic sounds like. The first topic with a phrase in the question wins, so the narrow ones come first.
const SOUNDS: &[(Topic, &[&str])] = &[
    (
        Topic::Repeat,
        &[
            "say that again",
            "repeat",
            "catch that",
            "one more time",
            "come again",
            "breaking up",
            "hear that",
        ],
    ),
    (
        Topic::CheckIn,
        &[
            "still there",
            "you there",
            "can you hear me",
            "still with me",
            "still on the line",
        ],
    ),
    (Topic::Injuries, &["hurt", "injur"]),
    (
        Topic::LoadSecure,
        &[
            "load secure",
            "secure",
            "load okay",
            "load ok",
            "load all right",
            "freight",
        ],
    ),
    (
        Topic::Safe,
        &[
            "safe",
            "out of traffic",
            "are you ok",
            "you okay",
            "you all right",
            "you alright",
        ],
    ),
    (
        Topic::CallBack,
        &[
            "call back",
            "call you back",
            "better time",
            "good time to call",
            "try you again",
        ],
    ),
    (Topic::AnythingElse, &["anything else"]),
    (
        Topic::Confirm,
        &[
            "is that right",
            "that right",
            "sound right",
            "look right",
            "correct",
            "have it right",
            "got it right",
            "get it right",
            "have that right",
            "all good",
            "anything to change",
            "anything to fix",
            "change anything",
            "fix anything",
            "anything off",
            "did i miss",
        ],
    ),
    (
        Topic::Pod,
        &["pod", "proof of delivery", "paperwork", "signed bill"],
    ),
    (
        Topic::Detention,
        &[
            "detention",
            "how long have you been",
            "how long you been",
            "been waiting",
        ],
    ),
    (Topic::Lumper, &["lumper", "unloading crew"]),
    (Topic::Door, &["door", "dock", "bay"]),
    (
        Topic::DelayReason,
        &[
            "holding you up",
            "held you up",
            "causing",
            "cause",
            "reason",
            "what's slowing",
            "slowing you",
            "slowed you",
            "why",
            "what happened",
            "behind the delay",
            "behind schedule",
        ],
    ),
    (Topic::Unloading, &["unload", "empty yet", "getting worked"]),
    (
        Topic::Eta,
        &[
            "eta",
            "when",
            "what time",
            "how long",
            "how far out",
            "how much longer",
            "arrival",
            "arrive",
            "how soon",
            "rough time",
        ],
    ),
    (
        Topic::Location,
        &[
            "where",
            "location",
            "mile marker",
            "highway",
            "town",
            "which road",
            "what road",
            "near ",
            "exit",
            "city",
        ],
    ),
    (
        Topic::Identity,
        &[
            "is this",
            "am i speaking",
            "speaking with",
            "is that you",
            "do i have",
        ],
    ),
    (
        Topic::Status,
        &[
            "status",
            "how's it going",
            "how is it going",
            "how are things",
            "going out there",
            "rolling",
            "on schedule",
            "how's the",
            "how are you",
            "how's everything",
            "running on time",
            "moving",
            "stopped",
            "update",
        ],
    ),
    (
        Topic::Goodbye,
        &[
            "bye",
            "drive safe",
            "safe travels",
            "take care",
            "have a good",
            "have a great",
            "stay safe",
            "talk soon",
        ],
    ),
];

/// The topic of the agent's words: of its last question when it asks one, else of all of them.
pub(super) fn topic(words: &str) -> Topic {
    let words = words.to_lowercase().replace('\u{2019}', "'");
    let question = sentences(&words)
        .filter(|sentence| sentence.ends_with('?'))
        .last();
    match question {
        Some(question) => match classify(question) {
            Topic::Other | Topic::Goodbye => Topic::Status,
            topic => topic,
        },
        None => match classify_closing(&words) {
            Some(topic) => topic,
            None => classify(&words),
        },
    }
}

/// Statements are told apart the other way round: a goodbye may mention anything.
fn classify_closing(words: &str) -> Option<Topic> {
    let goodbyes = SOUNDS.iter().find(|(topic, _)| *topic == Topic::Goodbye)?;
    goodbyes
        .1
        .iter()
        .any(|sound| words.contains(sound))
        .then_some(Topic::Goodbye)
}

fn classify(words: &str) -> Topic {
    let heard = |sound: &&str| find_word(words, sound);
    SOUNDS
        .iter()
        .find(|(_, sounds)| sounds.iter().any(heard))
        .map_or(Topic::Other, |(topic, _)| *topic)
}

/// `sound` at the beginning of a word.
fn find_word(words: &str, sound: &str) -> bool {
    words
        .match_indices(sound)
        .any(|(at, _)| !words[..at].ends_with(|c: char| c.is_alphanumeric()))
}

fn sentences(words: &str) -> impl Iterator<Item = &str> {
    words
        .split_inclusive(['?', '!', ';'])
        .flat_map(|part| part.split_inclusive(". "))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_question_counts() {
        let cases = [
            (
                "Hi Mike, this is dispatch about load 7891-B. How's it going out there?",
                Topic::Status,
            ),
            ("Got it, thanks. Where are you right now?", Topic::Location),
            (
                "Okay, I-80 at mile marker 212. When do you expect to get to the receiver?",
                Topic::Eta,
            ),
            ("Sorry to hear that. What's holding you up?", Topic::DelayReason),
            ("Good, you made it. Which door are you in?", Topic::Door),
            ("Are they using a lumper?", Topic::Lumper),
            ("How long have you been waiting there?", Topic::Detention),
            ("Can you send the POD once you're unloaded?", Topic::Pod),
            ("Are you somewhere safe, out of traffic?", Topic::Safe),
            ("Is anybody hurt?", Topic::Injuries),
            ("Is the load secure?", Topic::LoadSecure),
            (
                "So you're on I-80 near Joliet, arriving at 4:15 PM. Did I get that right?",
                Topic::Confirm,
            ),
            ("Sorry, could you say that again?", Topic::Repeat),
            ("Hello, are you still there?", Topic::CheckIn),
            ("Thanks, Mike. Drive safe.", Topic::Goodbye),
            ("I'm connecting you with a dispatcher now.", Topic::Other),
        ];
        for (words, expected) in cases {
            assert_eq!(topic(words), expected, "{words}");
        }
    }

    #[test]
    fn nothing_makes_it_stumble() {
        for words in ["", "?", "…", "¿dónde está?", "ETA?", "a. b! c?"] {
            let _ = topic(words);
        }
    }
}
