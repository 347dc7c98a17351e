//! What the driver does with his words beside stating facts.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::facts::{Act, Facts, QuestionTopic};

use super::pattern::{Pattern, Rule, pat, rules};
use super::scope;
use super::text::Said;

static ACTS: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{
        Abuse, Ack, Affirm, AlreadyTold, Busy, Callback, Chitchat, Deny, Goodbye, Hold, HumanRequest,
        IsBotQuestion, Ivr, NotOnLoad, Refuse, RepeatRequest, Retraction, StopCalling, ThirdParty, Unsure,
        Voicemail, WrongPerson,
    };
    rules(&[
        (
            "yes",
            Affirm,
            "^ oh|uh|well|um|hell|okay|ah? yes|yeah|yep|yup|yea|yessir|affirmative|correct|right|exactly|absolutely|definitely|sure|indeed|uhhuh|mhm|mmhm",
        ),
        (
            "that is right",
            Affirm,
            "that|you|sounds|looks|it is|are|all|got|would|will|looks|sounds|about|has? right|correct|it|good|about|everything|work|do|fine|great !if|but|back|at|to|in",
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
        ("speaking", Affirm, "^ yeah|yes? speaking $"),
        ("you got him", Affirm, "you got|have him|me"),
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
        ("got it", Ack, "got it|you|that|cha"),
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
            "not|no|never|do even|really|rightly|exactly|for|honestly|truly|fully? know|idea|clue|telling|tell|remember|recall|say !him|her|that|mike|you|about|who",
        ),
        (
            "no idea",
            Unsure,
            "no idea|clue|telling|way|earthly to|of? know|knowing|tell|telling|idea?",
        ),
        ("beats me", Unsure, "beats|search|got|search|your me|guess"),
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
        ("i could not say", Unsure, "could|can not say|tell|answer"),
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
        ("whatever", Refuse, "^ yeah|okay|fine|man|oh? whatever|nunya|nope"),
        (
            "leave me alone",
            Refuse,
            "leave|get|let|lay me|off|it|my alone|be|back|case|go",
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
            "go|get|buzz|bug|piss|screw|back|shove off|away|lost|lost|it|jump",
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
        ("woke me", Busy, "you|y'all woke|waking me"),
        (
            "got to go drive",
            Busy,
            "hands|hand|both full|on|hands the|wheel?",
        ),
        (
            "call later",
            Callback,
            "call|ring|try|holler|buzz|hit|phone|text|reach|catch|give|check|talk|get me|us|back|again|at|you|with|in|on|to back|a|again|later|in|at|after|up|tomorrow|around|when|with|call|tonight|once|this|me|you|shout|ring|minutes|hour !names|cops",
        ),
        (
            "call back",
            Callback,
            "call|ring|hit|get|holler|buzz|give|try me|us|you|a|at|to? back|again|up|call|later|buzz|holler|shout !and",
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
        ("bye bye", Goodbye, "bye bye|now"),
        (
            "talk to you later",
            Goodbye,
            "talk|speak|catch to|at|with? you|y'all .. later|soon|then|tomorrow",
        ),
        ("talk later", Goodbye, "^ .. talk later|soon $"),
        ("see you", Goodbye, "see you|ya later|then|soon|around|down"),
        (
            "have a good one",
            Goodbye,
            "have|you a|yourself|you|have good|nice|great|blessed|safe|a one|day|night|evening|weekend|good|safe|nice|great|have trip|one|day|night|evening?",
        ),
        ("take it easy", Goodbye, "take|taking it easy $"),
        ("take care", Goodbye, "take care !of|about"),
        (
            "got to go",
            Goodbye,
            "got|have|going|need|better|gotta|must|i to|let? go|run|hang|bounce|roll|get|let|jet|scoot|split $|up|now|bye|man|thanks|going|off",
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
            "^ .. one|a|half|two|just sec|second|moment|minutes|secs $",
        ),
        (
            "one second",
            Hold,
            "^ uh|just|okay|yeah|hey|oh|wait|whoa|give|gimme|hold|hang? me|just|on? a|one|just|half|two|another sec|second|seconds|minutes|moment|minute|secs|hour $|let|i|please|while|here|man|hold|hang|buddy|while|there|okay",
        ),
        (
            "give me a",
            Hold,
            "give|gimme|spare me|us a|one|just|two|five|another|half? sec|second|seconds|minutes|moment|bit|couple|to|minute !call|more",
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
        ("wait alone", Hold, "^ hey|whoa|okay|no? wait|whoa $"),
        (
            "wrong number",
            WrongPerson,
            "wrong number|person|guy|phone|driver|dude|man|fella|one !of",
        ),
        (
            "not him",
            WrongPerson,
            "this|i|he is|am|was not mike|him|he|his|named|called|your|who !truck|road",
        ),
        (
            "this is not",
            WrongPerson,
            "this is not !a|an|the|my|going|working|good|right|it|for|what|how|about|load|is|where|his|he|from|one|dispatch|mike",
        ),
        (
            "this ain\'t",
            WrongPerson,
            "this not !a|an|the|my|going|working|good|right|it|for|what|how|about|load|is|where|his|he|from|one|dispatch|mike",
        ),
        (
            "nobody here",
            WrongPerson,
            "no|not|nobody|none one|body|a|anybody|anyone|any|by|named|called|here|mike .. here|by|that|name|named|called name|named|that|?",
        ),
        (
            "do not know him",
            WrongPerson,
            "not|never know|no|heard|even|met a|any|of|no|who? mike|him|her|that|anybody|anyone|he|you guy|is|person|man|fellow|name|?",
        ),
        (
            "his phone",
            ThirdParty,
            "his|mike|her|driver is? phone|wife|husband|partner|driver|dispatcher|brother|boss|mom|dad|son|co|codriver|trainer|broker|company|office|carrier|manager|owner|girlfriend !and|said|told|called|says|has",
        ),
        (
            "this is his",
            ThirdParty,
            "this|i|it|am is|am|be|are|his|the his|mike|her|the|with|from|one|their|my|for|not driver|dispatcher|dispatch|wife|brother|partner|boss|husband|carrier|office|company|owner|co|codriver|trainer|son|dad|manager|girlfriend|fleet",
        ),
        (
            "with the carrier",
            ThirdParty,
            "am|work|calling with|for|at|from the|his|mike|their carrier|company|trucking|fleet|office|dispatch|dispatcher",
        ),
        (
            "speaking for",
            ThirdParty,
            "speaking|answering|talking|on|calling for|behalf|his of|him|mike|his|the|her|phone driver|phone|?",
        ),
        (
            "dispatch here",
            ThirdParty,
            "^ ... dispatch|dispatcher|carrier|office here|speaking|for",
        ),
        (
            "he is asleep",
            ThirdParty,
            "he|mike|she is|stepped|went|left|has|just|not|inside|in|can|will|had just|out|in|not|the|to|a|right|left|gone|be? sleeping|asleep|inside|out|away|shower|bathroom|driving|bunk|store|here|sleeper|left|come|talk|back|restroom|bed|around|available|eating",
        ),
        (
            "not on this load",
            NotOnLoad,
            "not|never|longer on|hauling|pulling|carrying|running|under|doing|taking|assigned .. load|one|trip|shipment|freight",
        ),
        (
            "off that load",
            NotOnLoad,
            "am|got|been|was|off|me off .. that|this|the load|one|trip !at|in",
        ),
        (
            "no longer have it",
            NotOnLoad,
            "not|no|longer have|got|longer .. load|one|trip anymore|longer",
        ),
        (
            "turned it down",
            NotOnLoad,
            "canceled|cancelled|refused|declined|turned .. that|this|the|down load|one|trip",
        ),
        (
            "someone else has it",
            NotOnLoad,
            "another|different|other driver|truck|guy|carrier has|got|took|is|picked|have .. it|that|load|one|this",
        ),
        (
            "else has it",
            NotOnLoad,
            "somebody|someone else has|got|took|is|picked|hauling .. it|that|load|one|this",
        ),
        (
            "gave it away",
            NotOnLoad,
            "gave|given|reassigned|switched|moved it|that|load|the|this|load|one? load|one|trip? to another|somebody|someone|a|other different|other|else|driver|guy|truck",
        ),
        (
            "load canceled",
            NotOnLoad,
            "load|that|trip|one got|was|is|been|has|been? been? canceled|cancelled|reassigned|repowered",
        ),
        (
            "took me off",
            NotOnLoad,
            "took|pulled|taken|bumped|switched me|us off|from|to the|that|this|it|another load|one|trip|it",
        ),
        ("repowered", NotOnLoad, "repowered|repower|reassigned"),
        (
            "do not work there",
            NotOnLoad,
            "not|no|longer work|drive|driving|working for|with",
        ),
        (
            "quit them",
            NotOnLoad,
            "quit|left the|that|them company|y'all|outfit|carrier",
        ),
        (
            "voicemail",
            Voicemail,
            "voicemail !box|was|is|from|yesterday|that",
        ),
        ("voice mail", Voicemail, "voice mail"),
        ("recorded message", Voicemail, "this is a recorded|recording"),
        (
            "leave a message",
            Voicemail,
            "leave|record me|us|your|a|my? your|a|name|brief|detailed|message message|name|number|and",
        ),
        (
            "leave your name",
            Voicemail,
            "leave your|a|me message|name|number|a",
        ),
        ("leave message", Voicemail, "leave message"),
        (
            "cannot come to the phone",
            Voicemail,
            "not|unable come|get|take|answer|available|to to|the|your|take|come|answer|right .. phone|call !with|on|to|from",
        ),
        (
            "at the tone",
            Voicemail,
            "at|after|wait the|for tone|beep|the tone|beep?",
        ),
        ("you have reached", Voicemail, "you have? reached"),
        (
            "mailbox full",
            Voicemail,
            "mailbox|mail|inbox|box is|has|box .. full|setup|set|not",
        ),
        (
            "party you called",
            Voicemail,
            "person|party|subscriber|customer|number you .. calling|dialed|trying|called|reach",
        ),
        (
            "subscriber away",
            Voicemail,
            "subscriber|wireless|party|customer is .. unavailable|available at|right|$|to",
        ),
        (
            "press",
            Ivr,
            "press|dial|oprima|marque el? one|two|three|four|five|zero|1|2|3|0|uno|dos|pound|star|the|nine|eight|six|seven|9 !again|more|way|door|button",
        ),
        ("menu", Ivr, "menu|listen .. options|following|carefully|changed"),
        ("extension", Ivr, "your|the|an|party's extension|directory"),
        (
            "para espanol",
            Ivr,
            "para|for espanol|español|spanish press|oprima|marque|?",
        ),
        (
            "your call",
            Ivr,
            "your|this call|calls is|may|will important|be|very|answered|monitored|recorded|in",
        ),
        (
            "thank you for calling",
            Ivr,
            "^ thank you for calling the|our|a|customer|acme|freight|trucking|transport|logistics",
        ),
        (
            "next available",
            Ivr,
            "next|all available|our|of|representatives|agents|operators agent|representative|are|operator|associate",
        ),
        (
            "one of them",
            IsBotQuestion,
            "you are|all|is one|a|an|just|some|not|really|like|of .. robot|bot|machine|computer|computers|recording|ai|automated|program|machines|robots",
        ),
        (
            "one of those",
            IsBotQuestion,
            "is|are this|it|you|that just? one|a|an|some ... robot|robots|bot|bots|recording|recordings|machine|machines|computer|computers|ai|automated|robocall|robocalls",
        ),
        (
            "robot",
            IsBotQuestion,
            "are|is|am|you|this|talking|be|it|sound|like you|this|i|to|it|a|like|with|an|really|some|speaking ... robot|bot|machine|computer|ai|recording|human|automated|robo|robocall|artificial|alexa|siri|chatbot|person|program|recorded",
        ),
        (
            "are you real",
            IsBotQuestion,
            "are|is you|this|i .. real|human|live|alive|automated",
        ),
        (
            "ai",
            IsBotQuestion,
            "^ robot|bot|ai|a|computer|robocall|recording thing|call|machine|robot|? $",
        ),
        (
            "talk to a person",
            HumanRequest,
            "talk|speak|get|give|connect|transfer|put|need|want|have|prefer|rather|like|reach|patch|hook|switch|switching|speaking|talking|with|find|let ... person|human|dispatch|dispatcher|operator|representative|rep|agent|somebody|someone|manager|supervisor|people|boss|live !yet|said|already|called|told|who|screwed|message|told",
        ),
        (
            "named person",
            HumanRequest,
            "want|need|can|could|let|like|rather|may .. talk|speak to|with !you|that|this|me|it|no|nobody|any|a|my|the|customer|receiver|guard|them|y'all",
        ),
        (
            "real person",
            HumanRequest,
            "^ uh|yeah|no|okay|just|i|want|please|a|real|actual|live|need? a|real|live|an|actual|to|talk|human? human|person|representative|operator|agent|dispatcher|dispatch|being|somebody|rep being|please|now|real|a|?  $",
        ),
        (
            "operator",
            HumanRequest,
            "^ operator|representative|agent|dispatch|human|dispatcher|person|rep please|now? $",
        ),
        (
            "not a robot please",
            HumanRequest,
            "not|stop|hate|no .. talk|talking|speak|deal|dealing|talkin to|with a|no|any|some|the|you|this|these machine|machines|robot|robots|bot|computer|computers|recording|ai",
        ),
        (
            "what time",
            RepeatRequest,
            "say|repeat|tell|run|come|ask|read|what|go what|that|it|me|this|by|the|back|was|were|did|over|through again|one|that|you|more|over|question|by|it|again|say|said|me|saying|ask|asking time|again|me|say|?",
        ),
        (
            "say again",
            RepeatRequest,
            "say|come|repeat|try|once|one|what again|that|it|more|the|now",
        ),
        (
            "what was the question",
            RepeatRequest,
            "what|whats was|is|were the|your|that question|last",
        ),
        (
            "what did you say",
            RepeatRequest,
            "what did|do|was|were|you you|that|are|say|mean|want say|question|again|ask|saying|asking|mean|me|said|?",
        ),
        (
            "did not hear",
            RepeatRequest,
            "not|barely|hardly quite|really|even? hear|catch|understand|get you|that|what|anything|all|$",
        ),
        (
            "did not hear it",
            RepeatRequest,
            "did not quite? hear|catch it|you|that",
        ),
        (
            "missed that",
            RepeatRequest,
            "missed that|what|the question|you|$",
        ),
        (
            "trouble hearing",
            RepeatRequest,
            "trouble|hard|problem|problems to? hearing|hear",
        ),
        (
            "pardon",
            RepeatRequest,
            "^ uh|hey|yeah? pardon|huh|what|sorry|excuse|hello|come|beg|eh me|again|your|pardon|?  $",
        ),
        ("pardon me", RepeatRequest, "pardon|excuse|beg me|your|pardon"),
        (
            "breaking up",
            RepeatRequest,
            "you|we|line|phone|connection|signal|call|are|is|keep|was are|is|keep|kind|was|of|all|kept? breaking|cutting|garbled|choppy|fading|dropping|going|bad|broke|cut up|out|in|through?",
        ),
        (
            "already told",
            AlreadyTold,
            "already|just|told|told told|gave|said|answered|talked|went|you|y'all|explained|sent|did|gave|texted that|you|y'all|to|this|him|them|it|guy|somebody|dispatch|all|her|the|over|your|through|somebody|someone|about|one|macro ...",
        ),
        (
            "already called",
            AlreadyTold,
            "you|y'all|they|somebody|someone|dispatch|people|guy|guys|dispatcher|lady|all|girl just|already|keep|people|have|guys|from|all|literally|folks|only|there|or called|call|calling|asked|talked|spoke|rang|ask|hit|texted me|us|about|to|like|ten|five|an|twice|the|a|already|again",
        ),
        (
            "how many times",
            AlreadyTold,
            "how|times|fifth|third|second|tenth|fourth many|time|call|person times|today|you|call|this|i|called|asked|already|in",
        ),
        (
            "told you",
            AlreadyTold,
            "told|gave you|y'all|him|her|them|dispatch already|that|once|before|twice|said|this|it|an|just|ten|five|earlier|all|everything|where|when|?",
        ),
        ("i said", AlreadyTold, "i just|already said|told|gave"),
        ("like i said", AlreadyTold, "like i just|already? said|told|gave"),
        (
            "stop calling",
            StopCalling,
            "stop|quit calling|bugging|bothering|harassing|ringing|blowing|phoning me|us|this|my|here|$",
        ),
        (
            "off the list",
            StopCalling,
            "take|remove|delete|get me|my|this .. list|number|phone",
        ),
        (
            "do not call",
            StopCalling,
            "not|never ever|keep|be|please|even? call|calling|phone|contact|bother me|us|this|my|here|again|anymore|back !until|before|till|after|while|when|in",
        ),
        (
            "lose my number",
            StopCalling,
            "lose|delete|forget|remove|erase my|this number",
        ),
        (
            "off your list",
            StopCalling,
            "off|from|on your|the|this|do list|not",
        ),
        (
            "stupid",
            Abuse,
            "you|your|stupid|this|damn|the|dumb|goddamn|freaking|fucking|f'ing|useless|worthless|ya|of .. moron|idiot|idiots|stupid|dumb|useless|worthless|jackass|asshole|bitch|bastard|junk|dumbass|garbage|trash|toaster|clanker|retard|prick|dick|suck|sucks|morons|scumbag|loser|pathetic|crap|shit !traffic|rain|weather|snow|heat|roads|road|truck|receiver|shipper|dock|load|wind",
        ),
        ("piece of", Abuse, "you|stupid|dumb piece|hunk|bucket|pile of"),
        (
            "screw you",
            Abuse,
            "screw|fuck|f|forget|eff|damn|bite|kiss|hell|shut|stuff|to you|off|yourself|me|my|up|hell|with|it|your? !me",
        ),
        (
            "shut up",
            Abuse,
            "shut|go|kiss|blow|suck|eat|get the|to|my|up|me|it|hell|bent|stuffed|lost|screwed? up|hell|ass|butt|it|off|bent|stuffed|screwed|shit",
        ),
        (
            "stupid machine",
            Abuse,
            "stupid|dumb|damn|goddamn|freaking|fucking|useless|worthless|lousy|crappy|idiotic|annoying machine|robot|bot|computer|ai|thing|program|recording|voice|idiot",
        ),
        (
            "chitchat",
            Chitchat,
            "how|what|how'd|nice|beautiful|hot|cold|crazy|you|did|hell are|is|about|it|been|going|day|ya|nice|catch|see|of|have you|up|going|day|weather|doing|yourself|today|your|out|game|the|game|hot|one",
        ),
        (
            "how about them",
            Chitchat,
            "how|catch|watch|see about|the|that|you|bout them|the|game|those|that cowboys|game|packers|weather|chiefs|eagles|bears|weekend|?",
        ),
        (
            "weather chat",
            Chitchat,
            "beautiful|nice|gorgeous|lovely|hot|cold day|out|weather|morning|evening|one|here|as|enough|today",
        ),
        (
            "was not me",
            Retraction,
            "was|is not|never me|us|mine|my|our|involved",
        ),
        ("false alarm", Retraction, "false alarm"),
        (
            "no emergency",
            Retraction,
            "no|not|never|is an|a|really|any|no|my|actually|mind|real? emergency|accident|wreck|crash !brake|contact",
        ),
        ("not me", Retraction, "not|was not me|my|mine|us"),
        (
            "was someone else",
            Retraction,
            "was|is|it another|other|somebody|someone|different|some|ahead|up|in else|guy|driver|truck|car|ahead|front|person",
        ),
        (
            "was last week",
            Retraction,
            "that|it was|happened last|yesterday|a|two|three|few|couple|days|weeks|months|years|the .. week|month|night|year|ago|day|yesterday|while",
        ),
        (
            "was yesterday",
            Retraction,
            "that|it was|happened yesterday|earlier",
        ),
        (
            "misunderstood",
            Retraction,
            "misunderstood|misheard|joking|kidding|misspoke|exaggerating",
        ),
        ("it is ahead", Retraction, "it|that is|was .. ahead|front"),
    ])
});

/// Reads the acts; `facts` tells what the utterance stated.
pub(super) fn read(said: &Said<'_>, facts: &Facts) -> (BTreeSet<Act>, Option<QuestionTopic>) {
    let mut acts = BTreeSet::new();
    for rule in ACTS.iter() {
        if acts.contains(&rule.value) {
            continue;
        }
        if rule
            .pattern
            .find_all(said)
            .into_iter()
            .any(|span| fits(said, rule, &span, facts))
        {
            acts.insert(rule.value);
        }
    }
    let topic = question(said, &acts);
    if topic.is_some() {
        acts.insert(Act::Question);
    }
    settle(said, facts, &mut acts);
    (acts, topic)
}

/// Checks that the words alone cannot make.
fn fits(said: &Said<'_>, rule: &Rule<Act>, span: &std::ops::Range<usize>, facts: &Facts) -> bool {
    match rule.value {
        Act::Goodbye => {
            !facts
                .location
                .as_ref()
                .is_some_and(|l| l.value.exit.is_some() || l.value.mile_marker.is_some())
                || said.is(span.start, &["goodbye", "talk", "have", "take"])
        }
        Act::HumanRequest => is_request(said, span),
        Act::Abuse => !about_the_road(said, span),
        Act::Callback => !scope::denied(said, span.start) || said.is(span.start, &["not"]),
        Act::Hold => facts.eta.is_none() || span.start == 0,
        _ => true,
    }
}

/// "get me dispatch" asks; "my dispatcher called me", "the guy at the window said" tell.
fn is_request(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    let told = range.clone().any(|i| {
        said.is(
            i,
            &[
                "called", "said", "told", "already", "talked", "spoke", "gave", "says", "calls", "texted",
                "waiting", "robot", "are", "is",
            ],
        ) && i < span.end.max(i)
            && !(said.is(i, &["is"]) && span.start < i)
    }) && !range.clone().any(|i| {
        said.is(
            i,
            &[
                "want", "need", "can", "could", "let", "transfer", "connect", "get", "give", "put",
            ],
        )
    });
    let verb = said.word(span.start);
    let to_person = match verb {
        "get" | "give" | "put" | "have" | "need" | "want" | "like" | "find" | "let" | "with" | "rather" | "prefer" | "reach" => {
            pat!("get|give|put|have|need|want|like|find|let|with|rather|prefer|reach me|us|to|a|an|the|your|real|in|on|actual|live|my|speak|talk|someone|somebody|dispatch|with|hold|of|some|this|over|through|past").at(said, span.start).is_some()
                && !pat!("have|need|want|get to|a tell|ask|text|send|sign|unload|load|call|wait|person sign|lumper").at(said, span.start).is_some()
        }
        _ => true,
    };
    let waiting = pat!("wait~|looking for|on somebody|someone|a|the person|guy|?").is_in(said)
        && !range
            .clone()
            .any(|i| said.is(i, &["talk", "speak", "transfer", "connect"]));
    let bot = pat!("are you|is this|am i ... robot|bot|machine|computer|person|human|real").is_in(said)
        && !pat!("want|need|can|transfer|connect|give|get|let ... talk|speak|me|person|human|to").is_in(said);
    let someone_does =
        pat!("somebody|someone|person|human|people|guy|dispatch|dispatcher|being to|who|call|tell|text|email|sign|let .. unload|sign|tell|help|open|come|check|move|look|fix|count|the|them|receiver|customer|me|it").is_in(said)
            && !pat!("talk|speak").is_in(said);
    !told && to_person && !waiting && !bot && !someone_does && !scope::denied(said, span.start)
}

/// Swearing at rain, traffic or a dock is not aimed at us.
fn about_the_road(said: &Said<'_>, span: &std::ops::Range<usize>) -> bool {
    let range = said.clause_range(span.start);
    let at_us = range.clone().any(|i| {
        said.is(
            i,
            &[
                "you",
                "your",
                "ya",
                "machine",
                "robot",
                "bot",
                "computer",
                "ai",
                "yourself",
                "recording",
            ],
        )
    }) || said.is(span.start, &["shut", "screw", "fuck", "kiss"]);
    let road = range.into_iter().any(|i| {
        said.is(
            i,
            &[
                "traffic",
                "rain",
                "weather",
                "snow",
                "heat",
                "road",
                "roads",
                "truck",
                "receiver",
                "shipper",
                "dock",
                "wind",
                "trailer",
                "load",
                "drivers",
                "wheelers",
                "construction",
                "place",
                "guys",
                "day",
                "cars",
                "dot",
                "reefer",
                "app",
                "eld",
            ],
        )
    });
    !at_us || (road && !said.is(span.start, &["you"]) && !pat!("you|your stupid|dumb|damn|piece").is_in(said))
}

static TOPICS: LazyLock<Vec<Rule<QuestionTopic>>> = LazyLock::new(|| {
    use QuestionTopic::{Appointment, Destination, LoadNumber, Origin, WhoIsCalling, WhyCalling};
    rules(&[
        (
            "appointment",
            Appointment,
            "what|when|whats|remind|which|is|tell|do|did|am ... appointment|appointments|due|slot|window",
        ),
        (
            "supposed to be there",
            Appointment,
            "what|when ... delivery|deliver|supposed time|at|to|again|be?",
        ),
        (
            "appointment time",
            Appointment,
            "what|when time|is|am|do|are .. appointment|delivery|deliver|supposed|due|they want|there",
        ),
        (
            "appointment when",
            Appointment,
            "appointment .. when|what|again|for",
        ),
        (
            "load",
            LoadNumber,
            "what|which|whats|about|remind ... load|reference|order|po !up",
        ),
        (
            "destination",
            Destination,
            "where|what|which|whats|wheres ... going|delivering|deliver|destination|receiver|delivery|consignee|drop|address|taking|headed|city",
        ),
        (
            "origin",
            Origin,
            "where|which|what ... pick|pickup|picked|origin|shipper|load from",
        ),
        (
            "who",
            WhoIsCalling,
            "who|whos .. this|you|calling|speaking|with|from|talking|am|are",
        ),
        ("what company", WhoIsCalling, "what|which company"),
        (
            "why",
            WhyCalling,
            "why|what|whats .. calling|call|bothering|bugging|want|need|about",
        ),
    ])
});

static QUESTIONS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "< so|and|well|okay|hey|yeah|uh|but|man|wait|no|alright|right|oh? what|whats|where|wheres|when|whens|who|whos|why|how|hows|which|whose !a|it|about|ever|the",
        "< so|and|well|okay|hey|yeah|uh|but|man|wait|no|oh? can|could|do|does|did|is|are|am|will|would|should|have|has|you you|i|we|they|this|it|there|that|he|y'all|anybody|anyone|the|my|know|any|got",
        "what is|are|was|does|do|did|time|kind|number|about|a|the|load",
        "what a|is pod|p|bol|macro|lumper|detention|?",
        "how much|many|come|long|far|do|does|about|am|is",
        "who is|am|are|do|does this|i|you|paying|calling|?",
        "do|can|could|would|will you|y'all have|know|tell|give|send|need|want|get|see|check|pay|guys|all",
        "i|was wondering|wonder|wanted know|if|to",
        "you all? know|got|have|want|need any|what|where|when|if|the|my|me",
        "am i supposed|getting|going|allowed|good",
        "any idea|chance|word|news",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// What is asked, when something is.
fn question(said: &Said<'_>, acts: &BTreeSet<Act>) -> Option<QuestionTopic> {
    if acts.contains(&Act::Voicemail) || acts.contains(&Act::Ivr) {
        return None;
    }
    let asked = said.raw.contains('?')
        || QUESTIONS
            .iter()
            .any(|p| p.find(said).is_some_and(|r| !is_statement(said, &r)));
    if !asked {
        return None;
    }
    let topic = TOPICS.iter().find(|r| r.pattern.is_in(said)).map(|r| r.value);
    Some(topic.unwrap_or(QuestionTopic::Other))
}

/// "when i get there", "do what i can", "that's what they said": no questions.
fn is_statement(said: &Said<'_>, r: &std::ops::Range<usize>) -> bool {
    let i = r.start;
    pat!("when|where|while|what|how|who|which i|we|they|he|it|she|the|you !is|are|am|do|does|did")
        .at(said, i)
        .is_some()
        || (i > 0
            && said.is(i, &["what", "who", "how", "where", "when"])
            && said.is(
                i - 1,
                &[
                    "know", "is", "see", "that", "sure", "idea", "said", "tell", "about", "guy", "guys",
                    "ones", "to", "for", "depends", "do", "remember",
                ],
            )
            && !said.is(i - 1, &["know"])
            && !said.raw.contains('?'))
        || pat!("have|has you|i|we|they|it been|got").at(said, i).is_some()
}

/// Acts that rule each other out, and what only the whole utterance shows.
fn settle(said: &Said<'_>, facts: &Facts, acts: &mut BTreeSet<Act>) {
    if facts.emergency.is_some() {
        acts.remove(&Act::Hold);
        acts.remove(&Act::Busy);
        acts.remove(&Act::Goodbye);
    }
    if acts.contains(&Act::Voicemail) || acts.contains(&Act::Ivr) {
        for a in [
            Act::Callback,
            Act::Goodbye,
            Act::ThirdParty,
            Act::HumanRequest,
            Act::Hold,
            Act::Refuse,
            Act::WrongPerson,
            Act::Busy,
        ] {
            acts.remove(&a);
        }
    }
    if acts.contains(&Act::ThirdParty) {
        acts.remove(&Act::WrongPerson);
        acts.remove(&Act::HumanRequest);
    }
    if acts.contains(&Act::IsBotQuestion) && !pat!("talk|speak|transfer|get|give|connect|put|want|need .. person|human|someone|somebody|dispatch|operator|representative").is_in(said) {
        acts.remove(&Act::HumanRequest);
    }
    if acts.contains(&Act::StopCalling) {
        acts.remove(&Act::Callback);
    }
    let eta = facts.eta.is_some();
    if eta {
        acts.remove(&Act::Callback);
    }
    if acts.contains(&Act::Affirm) && acts.contains(&Act::Deny) && pat!("^ no|nah|nope|oh").is_in(said) {
        // "no you're good" assents; "no it's door nineteen" does not.
        let corrects =
            facts.door.is_some() || eta || facts.location.is_some() || pat!("not|wrong").is_in(said);
        acts.remove(if corrects { &Act::Affirm } else { &Act::Deny });
    }
    let leading_no =
        pat!("^ oh|uh|well? no|nope|nah|negative !problem|worries|doubt|idea|clue|you|sir").is_in(said);
    if leading_no && !acts.contains(&Act::Affirm) {
        acts.insert(Act::Deny);
    }
}

/// Nothing but brackets, grunts and fragments.
pub(super) fn is_noise(raw: &str, said: &Said<'_>) -> bool {
    let mut depth = 0usize;
    let outside: String = raw
        .chars()
        .filter(|c| {
            match c {
                '[' | '(' | '<' | '{' => depth += 1,
                ']' | ')' | '>' | '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    let bracketed = outside.len() + 2 < raw.len();
    let left = Said::new(&outside);
    let content = left.tokens.iter().filter(|t| !is_fragment(&t.word)).count();
    if content == 0 {
        // A lone "the" or "and" is a fragment; "yeah" and "no" are words of their own.
        return left.len() <= 4 || bracketed;
    }
    // Markers with a stray word or two around them.
    bracketed
        && content <= 1
        && said.len() <= 4
        && !left.tokens.iter().any(|t| {
            matches!(
                t.word.as_str(),
                "yes"
                    | "yeah"
                    | "no"
                    | "yep"
                    | "okay"
                    | "nope"
                    | "bye"
                    | "here"
                    | "driving"
                    | "rolling"
                    | "late"
            )
        })
}

fn is_fragment(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "and"
            | "of"
            | "to"
            | "is"
            | "it"
            | "i"
            | "but"
            | "so"
            | "or"
            | "in"
            | "at"
            | "on"
            | "that"
            | "with"
            | "for"
            | "this"
            | "was"
            | "mm"
            | "mmm"
            | "mhmm"
            | "huh"
            | "oh"
            | "hm"
            | "shh"
            | "psh"
            | "static"
            | "inaudible"
            | "noise"
            | "crackle"
            | "crackling"
            | "unintelligible"
    ) || (word.len() >= 3
        && !word
            .chars()
            .any(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !c.is_ascii() || c.is_ascii_digit())
        && !matches!(word, "hmm" | "dmv" | "mph"))
}
