//! What the driver asks of the caller: a person, another time, a moment, once more, never again, what he is.

use crate::extract::lexicon::Classes;
use crate::extract::names::is_name;
use crate::extract::pattern::pat;
use crate::facts::Act;

use super::segment::{Mood, Segment, Subject, has_any};

/// Reads one sentence.
pub(super) fn read(s: &Segment<'_, '_>, add: &mut impl FnMut(Act, &'static str)) {
    if wants_person(s) || super::person::is_asked_for(s) {
        add(Act::HumanRequest, "wants a person");
    }
    if asks_what_he_is(s) {
        add(Act::IsBotQuestion, "robot or person");
    }
    if no_more_calls(s) {
        add(Act::StopCalling, "no more calls");
    }
    if call_again(s) {
        add(Act::Callback, "another time");
    }
    if wait_for_me(s) {
        add(Act::Hold, "wait for me");
    }
    if once_more(s) {
        add(Act::RepeatRequest, "once more");
    }
}

/// "fetch me your supervisor", "hook me up with denise", "is there anybody living in that office".
fn wants_person(s: &Segment<'_, '_>) -> bool {
    const HERE: &[&str] = &[
        "receiver",
        "guard",
        "customer",
        "clerk",
        "lumper",
        "lumpers",
        "wife",
        "mechanic",
        "shipper",
        "police",
        "cop",
        "cops",
        "trooper",
        "husband",
        "broker",
        "doctor",
        "driver",
        "drivers",
        "security",
        "guy",
        "guys",
        "kid",
        "you",
        "man",
        "lady",
        "girl",
        "woman",
        "dad",
        "mom",
        "paramedic",
        "adjuster",
        "lawyer",
        "friend",
        "buddy",
        "partner",
        "wrecker",
        "owner",
    ];
    let staff = pat!(
        "person|human|humans|somebody|someone|anybody|anyone|dispatcher|dispatch|operator|representative|rep|agent|supervisor|manager|boss|heartbeat|pulse|people|body|employee|staff|live|management"
    );
    let person = s.has(staff)
        || s.range.clone().any(|i| {
            (s.said.kinds(i).noun.any(Classes::PERSON) && !s.said.is(i, HERE)
                || is_name(s.said, i)
                || s.said.is(i, &["him", "her"]))
                && s.said.is(
                    i.wrapping_sub(1),
                    &[
                        "with", "to", "your", "real", "live", "actual", "get", "me", "alive",
                    ],
                )
        });
    let to_me = pat!(
        "put|get|give|hook|patch|transfer|connect|fetch|bring|route|forward|switch|hand|find please|me|us|on|a|this|somebody|someone|your|the|real|up|through|over|call|an|human|person|dispatch|him|her"
    );
    let wish = s.is_mine() && s.mood == Mood::States && !s.denied
        && s.has(pat!("i|we|just|only|will|would|am|really|not want|need|like|prefer|rather|only|demand|talk|deal|speak|going|insist|wants"))
        && s.has(pat!("talk|speak|deal|chat|person|human|operator|representative|rep|supervisor|manager|dispatcher|dispatch|agent"))
        && !s.has(pat!("to sign|unload|check|tell|fix|open|help|come|count|ask|call"))
        && !s.has(pat!("sign|unload|fix|tow|help|waiting|told|said|called|already|talked|spoke|later|after|when"));
    let order = s.mood == Mood::Orders
        && s.has(to_me)
        && !s.has(pat!("let me|us !talk|speak"))
        && !s.has(pat!(
            "sign|unload|later|call|door|minute|back|time|news|paperwork|number"
        ));
    let passes = has_any!(
        s,
        "kick|bump|throw|toss|pass|shoot|flip|swing|turn|hand|send|put|bounce|roll|get me|us|this|the|call|it over|up|on|through|along|back? to|with",
        "ask|tell|have|get|let .. pick|come|get|hop|jump|talk up|on|back|to|with|the|this $|phone|line|here|me|us",
        "transfer|connect|escalate|forward|redirect the|this|my|me|us|please|it|? call|me|us|please|now|$",
        "whoever|who is|whoever's|ever|? running|in|on|works|working|handles|charge|dispatching|the",
        "have|get|let %name|%person|somebody|someone|a call|ring|phone me|us|back",
    ) && (person
        || s.has(pat!(
            "transfer|connect|escalate|forward|redirect|whoever|%name|somebody|someone|dispatch|manager|boss|supervisor|him|her|human|person"
        )))
        && s.mood == Mood::Orders
        && !s.has(pat!(
            "door|sign|unload|lumper|guard|minutes|hour|later|location|eta|let me|us"
        ));
    let needs = s.is_mine()
        && !s.denied
        && has_any!(
            s,
            "need|want|like|love|get|gonna|demand|speak|talk|request|take a|an|the|your|somebody|someone|some|to|with|? real|live|actual|? manager|supervisor|boss|human|person|dispatcher|dispatch|operator|representative|rep|agent|management|being !to|come|unload|sign|who|told|said|check",
        )
        && !s.has(pat!(
            "later|after|when|tomorrow|first|sign|unload|come|help|fix|check|tell|call|open|pump|move"
        ));
    let asks = s.mood == Mood::Asks
        && (s.has(pat!("can|could|may|will|would|is you|i|there|we|this"))
            && s.has(pat!("talk|speak|connect|transfer|patch|put|hook|get|there"))
            && s.has(pat!(
                "talk|speak|connect|transfer|patch|put|hook|get|living|alive|real|live"
            ))
            && !s.has(pat!(
                "door|unload|load|sign|lumper|detention|appointment|are you|closer|help|check"
            )));
    let deal = s.is_mine() && s.has(pat!("only|just deal|talk|speak|work|dealing|talking to|with"));
    let machine = s.denied
        && s.has(pat!(
            "machine|machines|robot|robots|computer|computers|bot|bots|recording|recordings|ai"
        ))
        && s.has(pat!(
            "talk|talking|speak|speaking|deal|dealing|business|do|chat|converse|with|to"
        ))
        && s.has(pat!("talk|talking|speak|speaking|deal|dealing|business|chat"));
    // "he wants me to talk to shipping": another one wants it.
    let told = s.subject == Subject::Them
        || s.has(pat!("wants|want|told|said|asked me|us|to to")) && !s.has(pat!("i want|need|would"));
    let here = s.range.clone().any(|i| {
        s.said.is(i, HERE)
            && s.said
                .is(i.wrapping_sub(1), &["the", "with", "to", "my", "this", "that"])
    });
    !told
        && !here
        && !asks_what_he_is(s)
        && (person && (wish || order || asks || deal) || passes || needs || machine && !asks_what_he_is(s))
}

/// "am i chatting with one of those computers", "you are real lady or it is computer talking".
fn asks_what_he_is(s: &Segment<'_, '_>) -> bool {
    let machine = s.has(pat!("robot|robots|bot|bots|machine|machines|computer|computers|recording|recordings|ai|automated|artificial|alexa|siri|chatbot|robocall|program|prerecorded|recorded|voicebot|chatgpt|software"));
    let person = s.has(pat!("real|human|live|actual|living|flesh|person|alive"));
    let you = matches!(s.subject, Subject::You | Subject::It)
        || s.has(pat!("you|this|it"))
        || s.has(pat!("talking|speaking|chatting|dealing to|with"));
    let doubts = s.mood == Mood::Asks
        || s.has(pat!(
            "or|sound|sounds|sounding|like|wait|hold|tell|real|seriously|lemme|if|whether|one"
        ))
        || s.has(pat!(
            "you|this|it|that are|is|not|be? ... robot|bot|machine|computer|recording|ai|human|real|person"
        ));
    let talks = s.has(pat!(
        "are|is|am|you|sound|sounds|or|talking|speaking|chatting|got|be|like"
    ));
    let wants = s.has(pat!(
        "want|need|rather|transfer|connect|put|get|give|hate|do|stop|not|like !i|sound|human|a|no|real|one"
    )) && !s.has(pat!("sound|you or|are"));
    has_any!(
        s,
        "prove|tell|promise|swear me|? .. you are not|? a|an|? robot|human|real|person|bot|machine|computer",
        "hearing|hear a|an tape|recording|robot|machine|computer",
        "tape|recording|robot|machine|computer or a|an|real|live? person|human|real|man|woman|lady",
        "person|human|man|woman|lady or|or|and a|an|? machine|robot|computer|recording|tape|bot|ai",
        "am i talking|speaking|chatting to|with anybody|anyone|someone|somebody|a|an|nobody|no|one",
        "there .. human|person|real ... or",
        "you|this|it real|human $|or",
        "captcha|turing",
    ) && !s.has(pat!("want|need|rather|hate|put|get"))
        || you
            && talks
            && doubts
            && (machine
                || person
                    && s.has(pat!("are|is|am|you|sound|talking i|you|this|it|like|are|to|with"))
                    && (s.mood == Mood::Asks || s.denied || s.has(pat!("or"))))
            && !wants
            && !s.has(pat!("stupid|dumb|damn|trash|piece|useless|goddamn"))
            && !s.has(pat!("my|the|receiver's|their eld|computer|system|machine"))
}

/// "don't ring to me more never", "quit blowing up my phone", "delete this number".
fn no_more_calls(s: &Segment<'_, '_>) -> bool {
    let call = pat!(
        "call|calling|calls|ring|ringing|phone|phoning|dial|dialing|text|texting|contact|contacting|bother|bothering|message|messaging|bug|bugging|disturb"
    );
    let us = pat!("me|us|here|number|phone|again|anymore|more|this|my|list");
    let no_more = s.has(pat!("stop|quit|cease|enough|no|never|not"))
        && s.has(call)
        && s.has(us)
        && (s.mood == Mood::Orders
            || s.subject == Subject::You
            || s.subject == Subject::Unsaid
            || s.has(pat!("want|please|stop|quit")))
        && (s.has(pat!(
            "stop|quit|cease ... calling|ringing|phoning|dialing|texting|contacting|messaging|calls"
        )) || s.denied
            && (s.has(pat!("again|anymore|more|ever|never|number"))
                || s.has(pat!(
                    "not|never ever|please|you|to|be|dare|even|? call|ring|phone|dial|text|contact"
                ))))
        && !s.has(pat!(
            "call|phone me|us|? till|until|before|while|when|in|after|unless|at|for|so"
        ))
        && !s.has(pat!("i|he|she|they|did|does|can|could|would|will not"))
        && !s.has(pat!("nobody|dispatch|receiver|they"));
    let blows = s.has(pat!("stop|quit|cease|enough")) && s.has(pat!("blowing|blow up"));
    let list = s.has(pat!("take|remove|delete|scratch|get|lose|erase|forget|scrub|drop|block|blocking|blocked"))
        && s.has(pat!("number|list|phone|digits|contacts"))
        && s.has(pat!("my|this|your|that|the|me number|list|phone|digits|contacts|off|call"))
        && s.has(pat!("take|remove|delete|scratch|get|lose|erase|forget|scrub|drop|block|blocking me|my|this|that|your|the"))
        && !s.has(pat!("trailer|load|door|reference|seal|give|need|can"));
    let threatens = has_any!(
        s,
        "no more phone|? calls|calling|texts|messages",
        "blocking|block|blocked|reporting|report|changing it|you|this|your|y'all|my|the number|you|$",
        "call|calls|calling this|my|again|me|here|us .. lawyer|police|cops|report|sue|harassment|block",
        "harassment|harassing",
        "leave my|this phone|number|line",
        "done|enough|sick with|of|? these|the|your|all|them? calls",
        "unsubscribe|cease and desist",
        "do not call list",
        "off your|the|this|that call|calling|list|contact",
        "never ever|? call|dial|ring|text|contact",
        "not ... call|ring|dial .. again|anymore|ever|more|never",
        "lose|loose|forget|throw|burn|rip|toss .. number|digits",
    ) && !s.has(pat!(
        "till|until|he|she|they|accident|wreck|emergency|reporting to|the|a"
    )) && s.mood != Mood::Asks;
    threatens || no_more || blows || list
}

/// "give me a shout in half an hour", "try me tonight", "i'll ring you from the truck stop".
fn call_again(s: &Segment<'_, '_>) -> bool {
    if has_any!(
        s,
        "text|message|email me|us instead|please|$|later",
        "catch|get|try|reach|hit me|us when|after|later|once|tomorrow|tonight|this|next|in|around"
    ) && s.mood == Mood::Orders
    {
        return true;
    }
    let reach = s.has(pat!("call|ring|try|holler|shout|buzz|text|reach|dial"))
        && s.has(pat!("me|us|back|again"))
        && !s.has(pat!("let me"))
        && !s.has(pat!("told|tell|said|asked"))
        || s.has(pat!(
            "give|gimme|hit|shoot me|us? a|up|? shout|call|ring|holler|buzz|jingle|back|up|text|message"
        ));
    let later = s.has(pat!("back|later|again|in|at|after|around|when|once|tomorrow|tonight|morning|afternoon|evening|bit|while|hour|hours|minutes|noon|monday|tuesday|wednesday|thursday|friday"));
    let said = s.is_them() || s.has(pat!("called|rang|told|said|asked")) || s.has(pat!("not call|ring|text"));
    reach && later && !said && !s.has(pat!("ago|earlier")) && s.mood != Mood::Asks && (s.mood == Mood::Orders || s.subject != Subject::Me)
        || s.subject == Subject::Me
            && s.has(pat!("will|can|have|got|let|going|would to|? me|? call|ring|holler|hit|buzz|phone|text|get|try you|y'all|dispatch|at|back|you"))
            && s.has(pat!("you|y'all|dispatch"))
            && !s.denied
}

/// "sit tight", "wait please one minute", "don't go nowhere", "let me get this rig shut down".
fn wait_for_me(s: &Segment<'_, '_>) -> bool {
    let order = s.mood == Mood::Orders
        && (s.has(pat!("hold|hang|wait|sit|stay|stand|bear|stick|keep on|tight|with|up|please|one|a|by|there|around|put|here|just|still|minute|sec|second|for|holding|talking"))
            || s.has(pat!("not|no go|hang|move|leave|disconnect|cut|drop up|anywhere|nowhere|away|off|me|the|yet|please|$"))
            || s.has(pat!("give|gimme|spare|allow|lend me|us !shout|call|ring|back|holler|the|your|that"))
                && (s.is_of(Classes::TIME) || s.has(pat!("sec|second|moment|bit|minute|jiffy|chance"))));
    let short = s.has(pat!("one|a|just|half|two|couple more|quick|tiny|little|of|? sec|second|moment|minutes|minute|secs|jiffy|tick"))
        && s.range.len() <= 9
        && !s.has(pat!("for|out|away|late|behind|ago|there|from|about|at|every|left|per|be|eta|more|arrive|walk"));
    let lets = s.has(pat!("let me !know|holler|plug|buzz|ring|tell|be|go|off|talk|speak|alone|ask|out|through|in|guess|say|call|sleep|back|you|in|explain|give|rephrase|have|put"))
        && (s.mood == Mood::Orders || s.has(pat!("let me")))
        && !s.has(pat!("go $|now"))
        || has_any!(
            s,
            "let me go ~ing|ask|check|see|find|look|get|grab|talk|over|and|inside|turn|pull|put|open",
            "let me ask them|him|her|the|my|this|somebody",
            "got|gotta|need|have|got|going|gonna|trying to|? find|grab|get|look|check|pull|dig|put|turn|go|ask|see my|the|a|for|it|ask|them|out|in|over .. one|second|sec|minutes|moment|quick|real|first|glasses",
            "let me holler|yell|ask|shout at|to|over|? .. guy|him|her|them|forklift|guard|dock|clerk|lady|boss",
            "hold|stop right|it|the|your there|phone|horses|on|up|thought",
            "hold|keep that|this|the|your thought|line|phone",
            "looking|digging|checking|pulling|grabbing|searching|reading for|it|up|my|the|through|right|over now|here|please|right|moment",
            "not hang|disconnect up|off|me|the|yet|please|$",
            "be|am right back|with",
        );
    let speaker = s.has(pat!("putting|put you|y'all on !with|through"));
    (order || lets || speaker || short)
        && !s.has(pat!("till|until they|he|she|monday|tomorrow"))
        && !s.has(pat!("hang up now|bye|$"))
}

/// "speak up", "slower please", "what'd you say", "you cut out on me", "wait the what".
fn once_more(s: &Segment<'_, '_>) -> bool {
    super::question::asks_what_we_mean(s)
        || has_any!(
            s,
            "!i|we|they|he|she|to|trucks|cars|traffic speak|talk|go more|little|? slow|slower|slowly|louder",
            "^ speak|talk|go more|little|? slow|slower|slowly|louder|up",
        )
         || has_any!(
        s,
        "only|just|barely got|caught|heard|hear|understood|get|catch|made half|part|some|about|bits|pieces|every|the|a|one",
        "got|caught|heard only|about|just|? half|part|some of|the|what",
        "turn|crank your|the|up mic|microphone|volume|phone|voice|speaker|it",
        "you|it|this|line|phone sound|sounds like you|a|somebody|someone|talking|under|in|you're|the .. barrel|can|tunnel|water|well|underwater|bucket|fan|hole|moon|blender",
        "bad|poor|weak|terrible|spotty|lousy connection|signal|reception|line|cell|service",
        "going|went|goes in|through|one .. out|ear|tunnel",
        "what in|on|the|was|were|are|is|? the|that|you|? question|asking|again|saying",
        "what was|is it|that you asked|said|wanted|need|want|were",
        "read|give me|us|that|it that|it|back|by? again|back|by|past",
        "go|back over|up|that|it again|that|it",
        "not with|following you",
        "lost|losing you",
        "say|what|huh|come what|now|again|who|that|say",
        "you want|need|asking|wanna what|know|? what $",
    ) && !s.has(pat!("accident|wreck|load|door|truck|traffic|engine|smoke|exit|town|way"))
        && !s.is_them()
        || s.has(pat!("speak|talk|say|go|slow|louder|slower|speak louder|up|slower|slow|clearer|down|clear|please|again|$"))
        && s.has(pat!("speak|talk|say|go|slow|louder|slower"))
        && s.has(pat!("louder|slower|clearer|up|down|slow|again"))
        && !s.has(pat!("traffic|truck|road|moving|dispatch|lane|hours|going slow|again"))
        && s.mood != Mood::States
        || s.has(pat!("^ louder|slower|clearer"))
        || s.has(pat!("you|it|line|phone|call|connection|signal|voice all|are|is|keep|just|kind|went|got|kinda|of|? cut|cutting|broke|breaking|dropped|faded|fading|garbled|chopped|choppy|fuzzy|robotic|muffled|skipping|lagging out|up|off|in|on|away|for|there|?"))
            && s.has(pat!("cut|cutting|broke|breaking|dropped|faded|fading|garbled|chopped|choppy|fuzzy|muffled|skipping|lagging"))
            && s.has(pat!("you|line|call|connection|signal|voice"))
        || s.has(pat!("what|how did|do|would|was|were|is you|that|it say|said|ask|asking|mean|saying|again"))
        || s.has(pat!("^ wait|hold|huh|uh|? on|? the|a|you|say|my|did? what|who|huh $"))
        || s.has(pat!("too fast|quiet|soft|low"))&& s.has(pat!("you|speak|talk|talking|speaking"))
        || s.denied && s.has(pat!("hear|heard|catch|caught|understand|understood|follow")) && s.has(pat!("you|that|question|word|what|it|last|anything|nothing")) && s.is_mine() && !s.has(pat!("why|paid|door|him|them|from|wreck"))&& s.has(pat!("not|never|barely|hardly quite|really|even|? hear|heard|catch|caught|understand|understood|follow you|that|what|a|the|your|nothing|anything|all|question|$"))
        || s.has(pat!("one|say|repeat|run|ask|tell|give me|that|it|us|the|? more|again|back|time|by|question|? time|me|again|by|one|please|?")) && s.has(pat!("repeat|again|more")) && s.has(pat!("say|repeat|run|ask|tell|question")) && (s.mood == Mood::Orders || s.mood == Mood::Asks) && !s.has(pat!("already|how|myself|times"))
}
