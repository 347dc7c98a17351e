//! Talk about the talk: robots, persons, repeats, complaints, small talk.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::Act;

/// A robot, a person, once more.
pub(super) static REQUESTS: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{HumanRequest, IsBotQuestion, RepeatRequest};
    rules(&[
        (
            "one of them",
            IsBotQuestion,
            "you are|all|is one|a|an|just|some|not|really|like|of .. robot|bot|machine|computer|computers|recording|ai|automated|program|machines|robots",
        ),
        (
            "you one of them",
            IsBotQuestion,
            "you one of them|those|these .. robot|robots|bot|bots|machine|machines|computer|computers|recordings|ai|things",
        ),
        (
            "one of those",
            IsBotQuestion,
            "is|are this|it|you|that just? one|a|an|some ... robot|robots|bot|bots|recording|recordings|machine|machines|computer|computers|ai|automated|robocall|robocalls",
        ),
        (
            "you one",
            IsBotQuestion,
            "you|this|it one|some|a|an|just|them|kind|type|another .. robot|robots|bot|bots|ai|recording|machine|machines|computer|computers|chatbot",
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
            "called twice over",
            HumanRequest,
            "^ operator|representative|agent|dispatch|human|dispatcher|person operator|representative|agent|dispatch|human|dispatcher|person",
        ),
        (
            "real person",
            HumanRequest,
            "^ uh|yeah|no|okay|just|i|want|please|a|real|actual|live|need? a|real|live|an|actual|to|talk|human? human|person|representative|operator|agent|dispatcher|dispatch|being|somebody|rep being|please|now|real|a|?  $",
        ),
        (
            "operator",
            HumanRequest,
            "^ operator|representative|agent|dispatch|human|dispatcher|person|rep operator|representative|agent|human|person|dispatch|rep|please|now? operator|representative|agent|human|person|rep|please|now? $",
        ),
        (
            "not a robot please",
            HumanRequest,
            "not|stop|hate|no .. talk|talking|speak|deal|dealing|talkin to|with a|no|any|some|the|you|this|these machine|machines|robot|robots|bot|computer|computers|recording|ai",
        ),
        (
            "what time",
            RepeatRequest,
            "say|repeat|tell|run|come|ask|read|go what|that|it|me|this|by|the|back|over|through again|one|that|more|over|question|by|it|again|me time|again|me|say|?",
        ),
        (
            "what was that",
            RepeatRequest,
            "what was|were|did|is that|you|it|the again|say|said|saying|ask|asking|question|now|$",
        ),
        (
            "say again",
            RepeatRequest,
            "say|come|repeat|try|once|what again|that|it|more|now",
        ),
        (
            "what is that",
            RepeatRequest,
            "^ what is|was that now|again|sir|$",
        ),
        (
            "come back",
            RepeatRequest,
            "come back on|with that|it|the|your|what|last|one",
        ),
        (
            "what was the question",
            RepeatRequest,
            "what|whats was|is|were the|your|that question|last",
        ),
        (
            "what did you say",
            RepeatRequest,
            "what did|do|was|were|you you|that|are|say|mean|want say|question|again|ask|saying|asking|mean|said",
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
        ("one more time", RepeatRequest, "one more time|$"),
        ("pardon me", RepeatRequest, "pardon|excuse|beg me|your|pardon"),
        (
            "breaking up",
            RepeatRequest,
            "you|line|phone|connection|signal|call|reception are|is|keep|kind|was|of|all|kept? breaking|garbled|choppy|fading|scratchy|fuzzy|bad|terrible",
        ),
        (
            "cutting out",
            RepeatRequest,
            "you|we|line|phone|connection|signal|call are|is|keep|kind|was|of|all|kept|? cutting|dropping|going|broke|cut|breaking up|out|in",
        ),
    ])
});

/// Told already, leave me be, abuse, small talk.
pub(super) static TEMPER: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{Abuse, AlreadyTold, Chitchat, StopCalling};
    rules(&[
        (
            "already told",
            AlreadyTold,
            "already|just|told|told told|gave|said|answered|talked|went|you|y'all|explained|sent|did|gave|texted that|you|y'all|to|this|him|them|it|guy|somebody|dispatch|all|her|the|over|your|through|somebody|someone|about|one|macro ...",
        ),
        (
            "say it already",
            AlreadyTold,
            "i|we already|just|before say|tell|give|explain|answer|speak it|this|that|them|you|to|everything|all|him|her|with",
        ),
        (
            "told another",
            AlreadyTold,
            "told|gave|said|explained|answered|talked|spoke|talking to|all|this|that|it? to? the|that|some|your|this|one|a|another last|other|first|previous|young|nice|earlier guy|girl|lady|fella|feller|person|man|woman|dude|one|gal|robot|machine|caller",
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
        (
            "told the last one",
            AlreadyTold,
            "told|gave|tell the|that|your|some|another last|other|first|lady|guy guy|lady|girl|person|fella|one|dispatcher|fellow",
        ),
        ("i said", AlreadyTold, "i just|already said|told|gave"),
        (
            "same as i told",
            AlreadyTold,
            "same|what thing|time|place|answer|as|like|? i|we just|already? told|said|gave",
        ),
        ("like i said", AlreadyTold, "like i just|already? said|told|gave"),
        (
            "stop calling",
            StopCalling,
            "stop|quit calling|ringing|blowing|phoning|texting|bugging up? me|us|this|my|here|$",
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
        (
            "piece of",
            Abuse,
            "you|stupid|dumb .. piece|hunk|bucket|pile|sack|heap|waste of !paperwork|freight|snow|pallets|dirt|gravel",
        ),
        (
            "brain dead",
            Abuse,
            "you .. brain|dumb|worthless|useless|pathetic dead|ass|rock|hunk|machine|robot|thing",
        ),
        (
            "dumbest",
            Abuse,
            "you|you've are|all|got|about|just|? the|? dumbest|stupidest|sorriest|rudest|slowest|laziest|biggest|most useless|annoying|ignorant|idiot|fool|? thing|person|machine|one|outfit|people|bunch|robot|excuse|i|voice|company",
        ),
        (
            "screw you",
            Abuse,
            "screw|fuck|eff|f|damn|stuff you|off|yourself|it|y'all !up",
        ),
        ("go to hell", Abuse, "go|to to|hell hell|with|you"),
        (
            "shut up",
            Abuse,
            "shut|shush the|your? hell|trap|mouth|face|up !down",
        ),
        (
            "kiss my",
            Abuse,
            "kiss|blow|suck|eat|bite my|me|it|on? ass|butt|shit|me|it|this|dick",
        ),
        (
            "get bent",
            Abuse,
            "get|go bent|stuffed|lost|screwed !in|at|on|from|around",
        ),
        (
            "stupid machine",
            Abuse,
            "stupid|dumb|damn|goddamn|freaking|fucking|useless|worthless|lousy|crappy|idiotic|annoying machine|robot|bot|computer|ai|thing|program|recording|voice|idiot",
        ),
        (
            "chitchat",
            Chitchat,
            "how|what|how'd|nice|beautiful|hot|cold|crazy|hell are|is|about|it|been|going|day|ya|nice|catch|see|of|have you|up|going|day|weather|doing|yourself|today|your|out|game|the|game|hot|one",
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
    ])
});
