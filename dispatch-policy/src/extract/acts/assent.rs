//! Yes, no, heard, not sure.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::Act;

/// Yes, no, heard, not sure.
pub(super) static ASSENT: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{Ack, Affirm, Deny, Unsure};
    rules(&[
        (
            "yes",
            Affirm,
            "^ oh|uh|well|um|hell|okay|ah? yes|yeah|yep|yup|yea|yessir|affirmative|correct|right|exactly|absolutely|definitely|sure|indeed|uhhuh|mhm|mmhm",
        ),
        (
            "that is right",
            Affirm,
            "that|you|sounds|looks|it is|are|all|got|would|will|looks|sounds|about|has? right|correct|it|good|everything|work|do|fine|great !if|but|back|at|to|in",
        ),
        ("yes sir", Affirm, "yes|yeah sir|maam|buddy"),
        (
            "assent with no",
            Affirm,
            "^ no|nah|nope you|that|we|it|i|all|everything am|are|is|will|would|good|looks|sounds|do !not all? good|right|set|it|do|fine|correct|works|all|so|great|there|covered",
        ),
        (
            "no that will",
            Affirm,
            "^ no|nah|nope that|this will|would|should do|cover",
        ),
        ("no right", Affirm, "^ no|nah yeah|right|all|good"),
        (
            "nothing else",
            Affirm,
            "^ no|nah|nope that|this is|was|will|would|does all|it|about|everything|do|right|good",
        ),
        ("this is he", Affirm, "this is|he him|he|me|mike"),
        (
            "the size of it",
            Affirm,
            "that|this is|was about|? the|all|? size|gist|long|sum|extent|whole|story|all of|story|and|thing|there it|? it|short|?",
        ),
        (
            "all of it",
            Affirm,
            "^ mhm|mm|yeah|yes|yep|yup|? all|every|each of|bit|one of|? it|that|them $",
        ),
        ("speaking", Affirm, "^ yeah|yes? speaking $"),
        (
            "you got him",
            Affirm,
            "you got|have him|me $|here|speaking|sir|maam|now",
        ),
        (
            "no",
            Deny,
            "^ oh|uh|well|um|yeah|hell|actually|okay|wait? no|nope|nah|negative|naw|incorrect !problem|worries|doubt|you|that|idea|clue|delays|issues|trouble",
        ),
        ("no that is not", Deny, "^ no|nope|nah ... not|wrong|incorrect"),
        ("not right", Deny, "not|is not right|correct|true|what"),
        ("wrong", Deny, "that|you|it is|are|got wrong|incorrect|off"),
        (
            "ack",
            Ack,
            "^ oh|uh|well|yeah|hey? okay|alright|copy|roger|gotcha|understood|sure|cool|fine|great|perfect|kay|thanks|good|mhm|huh",
        ),
        ("ack all right", Ack, "^ yeah|well|oh? all right"),
        ("ten four", Ack, "ten|10 four|for|4"),
        (
            "got it",
            Ack,
            "^ yeah|okay|oh|all|right|hey|? got it|you|that|cha",
        ),
        ("i got it", Ack, "i|we have|? got it|you|that $"),
        ("sounds good", Ack, "sounds|sound|that good|great|fine|works"),
        ("will do", Ack, "will|can do"),
        ("no problem", Ack, "no|not|you problem|worries|bet|bet|doubt"),
        ("copy", Ack, "copy|roger that"),
        (
            "unsure",
            Unsure,
            "not|never really|100|totally|exactly|entirely|too|so|quite|for? sure|certain|positive",
        ),
        (
            "do not know",
            Unsure,
            "not|no|never|do even|really|rightly|exactly|for|honestly|truly|fully? know|idea|clue|remember|recall !him|her|that|mike|you|about|who",
        ),
        (
            "no idea",
            Unsure,
            "no idea|clue|telling|way|earthly to|of? know|knowing|tell|telling|idea?",
        ),
        ("beats me", Unsure, "beats|search|your me|guess"),
        ("you got me", Unsure, "got me there|stumped|$"),
        ("depends", Unsure, "depends|depending|depend"),
        (
            "hard to say",
            Unsure,
            "hard|tough|difficult|impossible|hard|tricky|early|soon to say|tell|know|call|predict|guess",
        ),
        (
            "who knows",
            Unsure,
            "who|god|lord|heaven|only|nobody knows|know|can",
        ),
        ("could be", Unsure, "could be any|anything|a|whenever|anywhere"),
        ("maybe alone", Unsure, "^ maybe|perhaps|possibly|dunno|eh $"),
        ("your guess", Unsure, "your guess"),
        ("all i know", Unsure, "is|that all|what i|about know"),
        ("if i knew", Unsure, "if|wish i|we knew"),
        (
            "i could not say",
            Unsure,
            "could|can|would not even|really|rightly|exactly|for|honestly|truly? say|tell|answer !nothing|anything",
        ),
    ])
});
