//! Refusing, being busy, later, goodbye, hang on.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::Act;

/// Will not, or cannot now.
pub(super) static REFUSAL: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{Busy, Refuse};
    rules(&[
        (
            "refuse",
            Refuse,
            "none|not|mind of|your|any your|own|business|concern|of business|concern|yours?",
        ),
        (
            "none of your business",
            Refuse,
            "none|not of ... business|concern|beeswax",
        ),
        ("mind your business", Refuse, "mind your own? business"),
        (
            "not telling",
            Refuse,
            "not|will|going .. telling|tell|saying|say|giving|answering|answer|give|talking|doing|discussing|sharing|share you|anything|nothing|that|it|this|out|no|to|my|your|any|where|none !have|thing|hard",
        ),
        ("refuse to", Refuse, "refuse|decline|rather not|to|answer|say"),
        ("whatever", Refuse, "^ yeah|okay|fine|man|oh? whatever|nunya"),
        ("nope alone", Refuse, "^ nope nope? $"),
        (
            "tells nothing",
            Refuse,
            "not|never telling|giving|saying|talking|answering|discussing ... nothing|anything|machine|robot|computer|you|recording|bot",
        ),
        (
            "leave me alone",
            Refuse,
            "leave|get|let|lay me|off|it|my alone|be|back|case",
        ),
        (
            "stop bothering me",
            Refuse,
            "stop|quit bothering|bugging|harassing|hassling|pestering me|us",
        ),
        ("why should i", Refuse, "why should|would|do i have|need|tell|to"),
        (
            "do not have to",
            Refuse,
            "not have|got|need|want|feel|owe|care to|like|you|a? tell|answer|say|talk|talking|anything|explain|damn|give|!know",
        ),
        (
            "figure it out",
            Refuse,
            "figure|look|check|find it|that|out|the|your up|out|yourself|gps|tracker|tracking|computer|system|macropoint",
        ),
        (
            "you can see",
            Refuse,
            "you|y'all|you can|have|got|all|should|already|are see|look|gps|tracker|tracking|the|my|where tracker|tracking|me|gps|it|am|eld",
        ),
        (
            "bug off",
            Refuse,
            "go|get|buzz|bug|piss|screw|back|shove off|away|lost !the|at|in|work|to|here|of|now|this|my|on",
        ),
        ("busy", Busy, "can|could not talk|speak|chat|discuss|do"),
        ("cannot now", Busy, "can not right|really|just? now|$|at"),
        (
            "cannot talk",
            Busy,
            "can not really|talk|be|hardly talk|on|the|speak|chat|right|now|phone",
        ),
        (
            "not a good time",
            Busy,
            "not|bad|wrong a|really|the? good|great|best|time|moment time|moment|now",
        ),
        ("bad time", Busy, "bad|terrible|worst time|moment|timing !for"),
        (
            "busy word",
            Busy,
            "am|are|kind|of|bit|pretty|really|little|real|too|super busy|swamped|slammed",
        ),
        (
            "in the middle",
            Busy,
            "in the middle of|a !nowhere|road|lane|highway|kansas|texas|nebraska",
        ),
        (
            "driving now",
            Busy,
            "driving|backing|sleeping|eating|fueling|showering ... talk|call|later",
        ),
        (
            "was sleeping",
            Busy,
            "was|am|trying|were|you to? asleep|sleeping|sleep|bed|woke|napping|nap",
        ),
        ("dead to the world", Busy, "dead to the world"),
        ("woke me", Busy, "you|y'all woke|waking me"),
        (
            "got to go drive",
            Busy,
            "hands|hand|both full|on|hands the|wheel?",
        ),
    ])
});

/// Later, goodbye, hang on.
pub(super) static LEAVING: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{Callback, Goodbye, Hold, WrongPerson};
    rules(&[
        (
            "call later",
            Callback,
            "call|ring|try|holler|buzz|hit|phone|text|reach|catch|check|talk me|us|back|again|at|you|with|in|on|to back|a|again|later|in|at|after|up|tomorrow|around|when|with|call|tonight|once|this|me|you|shout|ring|minutes|hour !names|cops",
        ),
        (
            "call back",
            Callback,
            "call|ring|hit|get|holler|buzz|give|try me|us|you|a|at|to? back|again|up|call|later|buzz|holler|shout !and",
        ),
        (
            "give a call",
            Callback,
            "give|get|shoot|drop|throw me|us|at a|back|? call|shout|ring|holler|buzz|jingle|back|later",
        ),
        (
            "i will call",
            Callback,
            "i|me|let will|can|have|me|to|got|call call|ring|hit|get|try|you you|y'all|dispatch|back|back",
        ),
        (
            "talk later",
            Callback,
            "talk|speak|later|catch to|you|up|with|can|we later|tomorrow|bit|when|we",
        ),
        (
            "later alone",
            Callback,
            "^ not|maybe|try|ask|later now|later|me $",
        ),
        (
            "bye",
            Goodbye,
            "bye|goodbye|byebye|adios|cya !exit|the|a|mile|marker|about|five|six|four|three|two|noon|way|now|myself",
        ),
        (
            "goodbye now",
            Goodbye,
            "goodbye|byebye|adios|bye now $|then|sir|maam|man|buddy",
        ),
        ("bye bye", Goodbye, "bye bye|now"),
        (
            "talk to you later",
            Goodbye,
            "talk|speak|catch to|at|with? you|y'all .. later|soon|then|tomorrow",
        ),
        ("talk later", Goodbye, "^ .. talk later|soon $"),
        (
            "flip side",
            Goodbye,
            "catch|see|talk you|ya on|at the flip|flipside|rebound|other side|flop|?",
        ),
        ("see you", Goodbye, "see you|ya later|then|soon|around|down"),
        (
            "have a good one",
            Goodbye,
            "have|you a|yourself|you|have good|nice|great|blessed|safe|a one|day|night|evening|weekend|good|safe|nice|great|have trip|one|day|night|evening?",
        ),
        (
            "have nice day",
            Goodbye,
            "have a? very|real|? nice|good|great|safe|blessed day|night|evening|trip|weekend|morning|afternoon|time $|sir|maam|now|bye",
        ),
        ("take it easy", Goodbye, "take|taking it easy $"),
        ("take care", Goodbye, "take care !of|about"),
        (
            "got to go",
            Goodbye,
            "got|have|going|need|better|gotta|must to|let? go|run|hang|bounce|roll|get|let|jet|scoot|split $|up|now|bye|man|thanks|going|off",
        ),
        ("hang up", Goodbye, "hanging|hang|hangin up"),
        (
            "peace",
            Goodbye,
            "^ later|peace|cheers|laters|out|over man|driver|out|now|and? $",
        ),
        (
            "thanks bye",
            Goodbye,
            "thanks|thank|appreciate bye|you|later|man|buddy|and bye|goodbye|later|have",
        ),
        ("safe travels", Goodbye, "safe|stay travels|safe|trip|one"),
        ("later closing", Goodbye, "later|laters $ ^"),
        ("out of here", Goodbye, "am|are out of here $"),
        ("done here", Goodbye, "am|are done here|talking $"),
        (
            "hold",
            Hold,
            "hang|hold|hold on|up|tight|please|the a|one|just|there|second|sec|on|minute|for|phone|let|line?",
        ),
        (
            "one sec",
            Hold,
            "^ .. one|a|half|two|just|more|another sec|second|moment|minutes|secs please? $",
        ),
        (
            "one second",
            Hold,
            "^ uh|just|okay|yeah|hey|oh|wait|whoa|give|gimme|hold|hang? me|just|on? a|one|just|half|two|another sec|second|seconds|minutes|moment|minute|secs|hour $|let|i|please|while|here|man|hold|hang|buddy|while|there|okay|just|a|one",
        ),
        (
            "give me a",
            Hold,
            "give|gimme|spare|gimmie me|us a|one|just|two|five|another|half|hot|quick|? sec|second|seconds|minutes|moment|bit|couple|to|minute|shake|tick|jiffy|beat|breath !call|more|your|my|the",
        ),
        (
            "bear with me",
            Hold,
            "bear|stand|stay|wait with|by|there|on|a|one me|minutes|second|sec|minute|there|us|a?",
        ),
        (
            "let me check",
            Hold,
            "let me just|go|pull|see|real|pull|get|look|grab|find|check|park|quick? check|look|see|pull|find|grab|park|over|my|get|what|here|up|where|where|the|quick|if|it|look !you|him|know|talk|back|speak|someone|somebody|dispatch|off",
        ),
        (
            "wait",
            Hold,
            "^ wait|whoa a|one|on|up|minutes|second|just|wait|whoa",
        ),
        ("bad number", WrongPerson, "bad number"),
        (
            "said twice",
            Hold,
            "^ just|one|wait|hang|hold|a|give me? a|one|on|up|just? minutes|second|sec|moment|on|up just|one|wait|hang|hold|a|give",
        ),
        (
            "on the side",
            Goodbye,
            "catch|see|holler|talk you|ya|y'all|at|to you? all? on|at|around|down the? flip|flipside|other|road|line|back|backside",
        ),
        ("over and out", Goodbye, "over and out"),
        (
            "i am gone",
            Goodbye,
            "i|we am|are out|gone man|buddy|then|driver|? $",
        ),
        (
            "road farewell",
            Goodbye,
            "keep it|the|your|her shiny|rubber|between side|the|them|up",
        ),
        (
            "good night",
            Goodbye,
            "good|goodnight night|evening buddy|man|now|sir|maam|then|? $",
        ),
        ("sec alone", Hold, "^ sec|moment|momento $|please"),
        ("wait alone", Hold, "^ hey|whoa|okay|no? wait|whoa $"),
    ])
});
