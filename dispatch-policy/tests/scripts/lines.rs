//! What drivers say, by what it is.

/// Said in any case, whatever was asked.
pub(crate) const EMERGENCIES: &[&str] = &[
    "i just got rear ended",
    "my engine is on fire",
    "i rolled the truck over",
    "i'm having chest pains",
    "somebody hit me and i'm bleeding bad",
    "i jackknifed on the interstate",
    "i'm broke down on the shoulder",
    "choqué necesito ayuda",
];
pub(crate) const RETRACTIONS: &[&str] = &[
    "no no not me it's up ahead of me",
    "that was last week",
    "never mind false alarm",
];
pub(crate) const NOISE: &[&str] = &["", "[inaudible]", "uh", "kshh", "(static)", "mm the the"];
pub(crate) const REFUSALS: &[&str] = &[
    "whatever",
    "none of your business",
    "i'm not telling you",
    "fine",
    "leave me alone",
    "why do you need to know",
];
pub(crate) const UNSURE: &[&str] = &["i don't know", "beats me", "no idea", "hard to say", "depends"];
pub(crate) const ABUSE: &[&str] = &["you stupid idiot", "shut up you piece of garbage", "go to hell"];
pub(crate) const QUESTIONS: &[&str] = &[
    "what time is my appointment",
    "who is this",
    "which load is this about",
    "where's this load going",
    "is this a robot",
    "how much does it pay",
    "can i take my break now",
    "what did you say",
    "say that again",
    "why are you calling me",
    "what's a pod",
];
pub(crate) const HOLDS: &[&str] = &["hang on a second", "hold on", "one moment", "give me a minute"];
pub(crate) const TALK: &[&str] = &[
    "how you doing today",
    "hello",
    "hey there",
    "yeah this is mike",
    "you people just called me",
    "traffic is killing me",
    "this dock is a nightmare",
    "mike's dispatcher here go ahead",
];
pub(crate) const FOREIGN: &[&str] = &[
    "no hablo inglés",
    "¿qué dice señor no entiendo nada",
    "я не понимаю",
    "estoy cerca de laredo llego en dos horas",
    "bonjour je ne parle pas anglais",
];
pub(crate) const MACHINES: &[&str] = &[
    "you've reached the voicemail of mike please leave a message after the tone",
    "for english press one para español oprima dos",
];
pub(crate) const STRANGERS: &[&str] = &[
    "you got the wrong number",
    "this is his wife he left his phone",
    "they took me off that load",
    "there's no mike here",
];
pub(crate) const LEAVING: &[&str] = &[
    "bye",
    "gotta go talk to you later",
    "call me back in twenty minutes",
    "i'm driving can't talk",
    "stop calling me",
    "let me talk to a real person",
];
pub(crate) const YES_NO: &[&str] = &[
    "yeah",
    "yep",
    "no",
    "nope",
    "okay",
    "mhm",
    "no you're good",
    "nah that'll do",
    "correct",
];
pub(crate) const TOWNS: &[&str] = &[
    "joliet illinois",
    "omaha",
    "amarillo texas",
    "north platte",
    "st louis",
    "des moines",
    "gary indiana",
    "west memphis",
];
/// Words a salad is made of.
pub(crate) const WORDS: &[&str] = &[
    "door",
    "no",
    "yes",
    "in",
    "at",
    "mile",
    "marker",
    "two",
    "twelve",
    "hours",
    "late",
    "safe",
    "hurt",
    "fire",
    "not",
    "i",
    "i'm",
    "the",
    "truck",
    "hit",
    "exit",
    "four",
    "fifteen",
    "lumper",
    "detention",
    "pod",
    "wait",
    "five",
    "tomorrow",
    "was",
    "if",
    "bye",
    "hold",
    "on",
    "what",
    "?",
    "¿",
    "é",
    "🚚",
    "-",
    "911",
    "receiver",
    "there",
    "by",
];
