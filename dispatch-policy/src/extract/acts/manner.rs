//! How he talks: insults, small talk, leave-taking.

use crate::extract::lexicon::Classes;
use crate::extract::pattern::pat;
use crate::facts::Act;

use super::segment::{Mood, Segment, Subject, has_any};

/// Reads one sentence.
pub(super) fn read(s: &Segment<'_, '_>, add: &mut impl FnMut(Act, &'static str)) {
    if insults(s) {
        add(Act::Abuse, "insult");
    }
    if chats(s) {
        add(Act::Chitchat, "small talk");
    }
    if takes_leave(s) {
        add(Act::Goodbye, "leave-taking");
    }
}

/// "as useful as a screen door", "you tin can", "learn to do your job", "are you deaf or just stupid".
fn insults(s: &Segment<'_, '_>) -> bool {
    let you = matches!(s.subject, Subject::You | Subject::Unsaid)
        || s.has(pat!(
            "you|your|yourself|ya|machine|robot|bot|computer|recording|thing|voice|ai|toaster"
        ));
    let insult = s.has(pat!(
        "moron|morons|idiot|idiots|imbecile|dimwit|nitwit|halfwit|dumbass|dumb|dummy|stupid|jackass|asshole|ass|bitch|bastard|prick|dick|dickhead|clown|clowns|fool|loser|worthless|useless|pathetic|garbage|trash|scum|scumbag|dipstick|dipshit|knucklehead|bonehead|numbskull|airhead|dense|deaf|brainless|braindead|clueless|incompetent|annoying|scrap|junk|cunt|pussy|shithead|jerk|twit|twerp|bozo|turkey|clanker|tinhead|rubbish|crap|sucks|suck|lousy|ignorant|retarded|retard|motherfucker|fucker|pig|donkey|goof|hoser|hell|liar|parasite|leech|weasel|crook|crooks"
    ));
    let aimed = s.has(pat!(
        "you|your|y'all|stupid|dumb|damn|goddamn|fucking|freaking|useless|worthless|piece|bucket|hunk|pile|sack|bunch ... moron|morons|idiot|idiots|imbecile|dimwit|nitwit|halfwit|dumbass|dumb|dummy|stupid|jackass|asshole|bitch|bastard|prick|dick|dickhead|clown|clowns|fool|loser|worthless|useless|pathetic|garbage|trash|scum|scumbag|dipstick|dipshit|knucklehead|bonehead|numbskull|airhead|dense|deaf|brainless|braindead|clueless|incompetent|annoying|scrap|junk|machine|robot|bot|shithead|jerk|twit|twerp|bozo|clanker|crap|shit|sucks|suck|lousy|ignorant|retarded|retard|motherfucker|fucker|bolts|pig|donkey|hoser|liar|parasite|crook|crooks|rocks"
    )) && insult;
    let put_down = (s.subject == Subject::You || s.mood == Mood::Orders)
        && has_any!(
            s,
            "could|can not find|tell|pour|count|organize|run|hit|spell|figure ... ass|backside|butt|hole|hands|map|boot|cat|hat|two|directions|rear|barn|broad",
            "eat|go|suck|choke|sit|bite|lick|jump|play on|in|off|a|an|my|? dirt|crow|glass|shit|it|yourself|lake|bridge|traffic|egg|eggs|wall|dust|lead|me|ass|balls|cliff",
            "you|y'all people|guys|folks|clowns are|is|can|could|do|ai all|not|? .. useless|worthless|hopeless|joke|unbelievable|ridiculous|worst|pathetic|clueless|stupid|dumb|idiots|morons|sad|crooks|thieves|liars",
            "pull|get your|y'all's head|heads out",
            "head|heads up|in|out your|y'all's|the|of",
            "not the|a sharpest|brightest|smartest",
            "few|couple|one bricks|beers|fries|cards|sandwiches|short",
            "born|raised yesterday|in|by|stupid|dumb|barn|wolves",
            "wrong with you|y'all $",
            "you have|got no brain|clue|sense|idea|business|brains",
            "go|get the|a life|hell|heck|lost|stuffed|bent|clue",
            "hope you|y'all ... die|crash|rot|choke|burn|fired|shut",
            "not worth a|the|my|your",
        );
    let outdone = has_any!(
        s,
        "monkey|chimp|child|baby|kid|dog|mule|goat|rock|brick|toaster|fence|post|parrot|trained|five|calculator|blind|stump|potato|%animal .. could|can|would|does|has|got|is ... job|better|smarter|brains|sense|faster|work",
        "than|from a|an|my|the|this|? fence|post|fencepost|rock|brick|toaster|dog|wall|stump|mule|shoe|calculator|monkey",
    ) && s.has(pat!("you|your|yours|job"));
    let asked = s.mood == Mood::Asks && s.has(pat!("are|you|is")) && s.subject == Subject::You && s.has(pat!("stupid|deaf|dumb|slow|dense|brain|retarded|serious|kidding|high|drunk|retarded|thick|nuts|crazy|simple|blind")) && s.has(pat!("stupid|deaf|dumb|dense|retarded|thick|brain|simple|slow"));
    let compared = s.has(pat!("as|about useful|useless|dumb|smart|sharp|bright|helpful|thick|dense|good|stupid|much as|sense|help|use"))
        && s.has(pat!("as a|an|my|the|screen|tits|teats|box|bag|rocks|two|nipples"))
        && (s.subject == Subject::You || you) && s.has(pat!("you|your"))
        || s.has(pat!("dumber|stupider|slower|thicker|denser|dimmer than"))
        || s.has(pat!("smarter|brighter|better|more than|sense|brains you|a|in|than"))
            && s.has(pat!("you|your")) && s.has(pat!("seen|met|got|my|had|sense|fence|dog|post|rock|toaster|shoe|boot|brains|rocks"))
        || s.has(pat!("rocks|air|mush|sawdust|marbles|brain for|in|between your|brains|the")) && you
        || s.has(pat!("waste|wasting of|my time|breath|air|oxygen|space|electricity|skin"));
    let told_off = s.mood == Mood::Orders
        && (s.has(pat!("learn|try|start|do|get|go to|your|a|doing|a? do|your|job|real|life|clue|brain|listening|listen|life|jump|hell|suck|play|choke|die"))
            && s.has(pat!("job|life|clue|brain|hell|listen|listening|jump|choke|suck|manners|english|lake|bridge|traffic"))
            && !s.has(pat!("me|us|my|traffic update|road"))
            || s.has(pat!("shut|shush|shove|stuff|zip|screw|kiss|bite|blow|eat|piss|fuck|suck up|it|your|you|my|off !the|my|on|at|for|that")) && !s.has(pat!("shut|blow|screw off"))
                && !s.has(pat!("door|trailer|down|lane|truck|engine|tire|gate")))
        || s.has(pat!("up yours"))
        || s.has(pat!("screw|fuck|damn|eff|f|to you|y'all|off|yourself|ya|hell"))
            && s.has(pat!("screw|fuck|damn|eff|f you|y'all|off|yourself|ya")) 
        || s.has(pat!("hate|despise|sick|tired|fed|had of|up|with|you|it|? you|robots|machines|clowns|people|y'all")) && s.has(pat!("hate|despise")) && s.has(pat!("you|y'all"))
        || s.subject == Subject::You && s.has(pat!("suck|sucks|stink|stinks|blow"));
    let thing = s.has(pat!("it|rain|weather|traffic|road|truck|trailer|receiver|dock|load|snow|wind|heat|place|drivers|wheelers|car|cars|construction|app|eld|reefer|tire|shipper|cops|dot"))
        && !s.has(pat!("you|your|machine|robot|bot|computer"));
    (aimed && you || put_down || outdone || asked || compared || told_off) && !thing
}

/// Weather, food, family, sport, praise: nothing about the load.
fn chats(s: &Segment<'_, '_>) -> bool {
    let laughs = s.has(pat!("haha|ha|hehe|lol|hahaha|heh"));
    let praise = s.has(pat!("you|your|that have|got|sound|is|are|a|really|so|very|real|? nice|pretty|sweet|lovely|polite|funny|cute|pleasant|beautiful|good voice|lady|polite|funny|sweet|nice|cute|$|one|job"))
        && s.subject == Subject::You && !s.denied;
    let family = s.has(pat!("my|our|the wife|kid|kids|daughter|son|grandkids|grandson|granddaughter|dog|mama|mom|husband|girlfriend|boy|girl|family|birthday|anniversary"))
        && !s.has(pat!("load|hurt|truck|phone|number|hospital|wreck|trailer|sick|bleeding|driving|co|he|told|said|called|back"));
    let food = s.is_of(Classes::FOOD)
        && s.range.clone().any(|i| {
            s.said.is(
                i,
                &[
                    "cook",
                    "cooking",
                    "cooked",
                    "making",
                    "made",
                    "make",
                    "eat",
                    "ate",
                    "eating",
                    "had",
                    "good",
                    "tasty",
                    "love",
                    "like",
                    "want",
                    "hungry",
                    "tonight",
                    "delicious",
                    "smells",
                ],
            )
        })
        && !s.has(pat!(
            "load|hauling|carrying|pallets|reefer|trailer|freight|break|stopped|grab|grabbing|stop"
        ));
    let sport = s.has(pat!("game|cowboys|packers|chiefs|eagles|bears|lakers|yankees|super|football|baseball|nascar|playoffs|score|lottery|fishing|hunting|weekend|vacation|christmas|thanksgiving|birthday"))
        && !s.has(pat!("traffic|load|late|eta|delay|camera|trail"));
    let sky = s.has(pat!("nice|beautiful|gorgeous|lovely|hot|cold|pretty|warm|purty|sunny|crazy|some day|out|weather|morning|evening|one|here|sunset|sunrise|night|enough|today"))
        && !s.has(pat!("late|delay|slow|stuck|road|ice|snow|load|reefer|box|have|bit"));
    let how = s.mood == Mood::Asks
        && (s.has(pat!("how|what|hows|whats .. weather|doing|going|day|life|family|things|world|trick|up|cracking|shaking|night|weekend")) && !s.has(pat!("door|load|unload|appointment|time|they|pay|paying|rate|rates|detention|layover|lumper|money|about"))
            || s.has(pat!("you like|drive|eat|sleep|married|single|from|live|believe|watch|ever|sing|have|got")) && s.has(pat!("you")) && s.has(pat!("married|single|kids|sing|joke|coffee|sleep|sports|dog|boyfriend|girlfriend|husband|movie|music")));
    let trip = has_any!(
        s,
        "you|y'all ever|like been|seen|had|tried|eat|drive|heard|hear|watch|go",
        "did|do you|y'all|anybody catch|see|watch|hear|like|know the|that|any|any good",
        "guess|bet you|ya never|what|who|will"
    ) && !s.has(pat!("i|me|door|load|say|said"));
    let milestone = has_any!(
        s,
        "married|retire|retiring|birthday|anniversary|grandbaby|newborn|graduated|graduation|engaged|honeymoon",
        "can you believe it|that",
    ) && !s.has(pat!("late|load|appointment"));
    let likes = milestone
        || trip
        || s.has(pat!("guess|know what|who")) && s.range.len() <= 5 && s.has(pat!("guess what|who"));
    laughs || praise || family || food || sport || sky || how || likes
}

/// "y'all be good", "god bless", "catch you on the flip side", "i'm gonna let you go".
fn takes_leave(s: &Segment<'_, '_>) -> bool {
    let wish = has_any!(s, "you|y'all be|stay|drive safe|careful|good|well|sweet|blessed $|now|out|on|buddy") || s.has(pat!("you|all|y'all|please|now|? be|stay|drive|travel|keep good|safe|safely|careful|well|blessed|sweet|warm|it|the|cool|rubber|shiny|dry $|out|now|buddy|honey|man|travels|real|friend|brother|sweetheart|side|my|there|between|talk|bye|see|catch|later|thanks"))
        && s.has(pat!("be|stay|drive|travel|keep good|safe|safely|careful|well|blessed|warm|it|the|cool|dry"))
        && s.mood != Mood::Asks
        && s.subject != Subject::Me
        && !s.denied
        && !s.has(pat!("load|door|in|at|by|there|trailer|can|will|truck|freight|seal|here|should|would|going|posted|route|eye|lane|left|that"))
        && !s.has(pat!("right !be|you|drive|stay|travel|keep"));
    let bless =
        s.has(pat!("god|lord bless|keep|be")) || s.has(pat!("so long $|buddy|now|partner|man|then|friend"));
    let off = has_any!(
        s,
        "take|takin it|care easy|slow|of|now|on|$",
        "get|getting|gotta|let get|getting|me|you|? off here|the|this phone|line|here|?",
        "talk|speak|see|catch|holler at you|ya later|soon|tomorrow",
        "that|this is|will|does? all|it for now|me|today",
        "have|you have a|yourself|good|nice|great|blessed|safe ... one|day|night|evening|trip|weekend|time|afternoon",
        "until|till|til next time",
        "goodbye|bye bye",
        "nice|good|pleasure talking|chatting|speaking|doing",
        "i am|will going|to|? hang|jump|hop|run|head up|off|out",
        "let|letting you go|run|get",
        "< alright|okay|good|well|? talk|speak|holler to|at you|y'all $",
    ) && s.mood != Mood::Asks && !s.denied && !s.is_them()
        && !s.has(pat!("exit|ramp|highway|interstate|road|ice|load|dock|door|before|after|at|if|when|truck|had|in|by|eta|drive"));
    let parts = off || (s.is_mine() && !s.denied && s.has(pat!("let|letting you|y'all go|run|get|off")) || s.range.start == 0 && s.mood == Mood::Orders && s.has(pat!("let me go|run|off"))) && !s.has(pat!("in|through|past|the gate|gate|scale|back"))
        || s.has(pat!("catch|see|talk|holler|later|hear you|ya|at|y'all|to|from|gator|alligator|later|on|with|you .. later|soon|tomorrow|side|around|down|flip|next|then"))
            && s.mood != Mood::Asks && !s.denied && !s.has(pat!("i will see|hear|be|there|if|when|call|dispatch|dock|door|receiver")) && !s.has(pat!("dispatch|him|her|them"))
        || s.has(pat!("got|have|need|gotta|better|going|must|should to|? go|run|bounce|jet|scoot|split|skedaddle|roll|dip|let|hit|get $|now|bye|man|buddy|you|the|back|going|here|off|thanks"))
            && s.is_mine() && !s.denied && s.has(pat!("got|gotta|need|better|have|must to|? go|run|bounce|jet|scoot|split|skedaddle|roll|dip|let $|now|bye|man|buddy|you|thanks|alright"))
        || s.has(pat!("toodles|toodaloo|ciao|cheerio|sayonara|hasta|adios|adieu|ttyl|cya|byebye|laters"))
        || s.has(pat!("farewell then|now|sir|friend|? $"))
        || s.has(pat!("that is|was all i|from have|got|need|me|for|know"))&& s.has(pat!("that is|was all i|from got|have|me")) && !s.has(pat!("know|left|on"))
        || s.has(pat!("over and out|good|done|clear"))
        || s.has(pat!("nice|good|pleasure|great talking|chatting|speaking|hearing|doing to|with|from|business"));
    wish || bless || parts
}
