//! How the driver judges what was said: right, wrong, heard, not known.

use crate::extract::pattern::pat;
use crate::facts::Act;

use super::segment::{Mood, Segment, Subject, has_any};

/// Reads one sentence.
pub(super) fn read(s: &Segment<'_, '_>, add: &mut impl FnMut(Act, &'static str)) {
    if s.mood == Mood::Asks {
        return;
    }
    match judges(s) {
        Some(true) => add(Act::Affirm, "judged right"),
        Some(false) => add(Act::Deny, "judged wrong"),
        None => {}
    }
    if s.has(pat!("loud and clear"))
        || s.has(pat!(
            "^ roger|copy|understood|gotcha|noted|okie|okey|righto|bet|word|aight|dandy|swell|peachy"
        ))
        || s.has(pat!("read|hear|copy you|that !not"))
            && s.mood != Mood::Asks
            && s.range.len() <= 5
            && !s.denied
    {
        add(Act::Ack, "heard");
    }
    if in_the_dark(s) {
        add(Act::Unsure, "in the dark");
    }
}

/// "spot on", "that's the one", "you took the words out of my mouth" are right; "not even close", "you got it backwards" wrong.
fn judges(s: &Segment<'_, '_>) -> Option<bool> {
    let short = s.range.len() <= 9;
    let of_it = matches!(s.subject, Subject::It | Subject::You | Subject::Unsaid)
        || s.has(pat!("everything|whole|every|all !right"));
    let wrong = s.has(pat!("wrong|backwards|mixed|incorrect"))
        && s.has(pat!("that|it|you|all|got|is|way|dead|totally|completely wrong|backwards|mixed|incorrect"))
        && s.ends(pat!("wrong|backwards|mixed|incorrect up?"))
        || twisted(s)
        || s.ends(pat!("a|hard|big|definite|firm no|negative"))
        || s.has(pat!("that|it is not how|what|where|it"))
            && short
            && !s.has(pat!("matters|you think|not what !i|you"))
        || s.has(pat!("the|my|that|your|his %time|time|town|road|door|eta|number|exit|mile|marker|city|highway|place|temp|address|dock|arrival|status|lumper|name|route|direction is|are|was|all|still|way|? off|wrong|different|changed|backwards"))
        || short && has_any!(s, "way off $", "^ no|nah|nope|oh? wrong|incorrect|negative|false !number|person|guy|door|exit", "start over $")
        || s.range.start == 0 && has_any!(s, "< mostly|partly|almost|close but|except|only", "except|but|only the .. different|wrong|off|changed", "you are|were close|near|almost|half", "is|was the other|another|different one|door|exit|day|time|number|road")
        || s.has(pat!("messed|screwed|mixed|botched|mangled|butchered up|it|that"))
            && s.subject == Subject::You
        || (s.denied || s.has(pat!("nowhere"))) && short && s.ends(pat!("close|near it|to|?")) && !s.has(pat!("there|i|we"))
        || s.denied && short && s.has(pat!("not it|what|how|the|so|quite|exactly|right|correct|true|accurate at|i|$|one|all|right|anymore"))
            && matches!(s.subject, Subject::It | Subject::You | Subject::Unsaid)
            && !s.has(pat!("moving|sure|know|late|here|there|working|yet|safe|okay"));
    if wrong && of_it {
        return Some(false);
    }
    let right = pat!(
        "right|correct|accurate|perfect|exact|exactly|precisely|bingo|bullseye|amen|affirmative|flawless"
    );
    let figure = has_any!(
        s,
        "hundred|thousand|ten percent",
        "close|good|near|fair enough",
        "hit|got|nailed|checked|covered|caught every|all|each mark|box|one|bit|detail|point|of|it|that|base",
        "just|exactly|precisely|like|as|how|what like|as|how|what|? i|we said|told|gave|want|meant",
        "you wrote|took|got|put|caught|heard .. down|right|all|everything|every|good",
        "could|would not ask|want|hope for|?",
        "same as|thing|way i|we",
        "true|truer words|dat|enough|that|story $",
        "works|fine|good|okay by|for|with me|us",
        "all|you are? set|good|covered|square|straight $",
        "no need|reason to? change|fix|correct",

    ) && short && !denied_inside(s) && s.mood != Mood::Asks
        || s.has(pat!("nail|hit on|it|the on|head|nail|?")) && s.has(pat!("on the head"))
        || s.has(pat!("words out|right out|of|? of|? my"))
        || s.has(pat!("spot|dead|right|bang|smack on !the|i|my|a|highway|interstate|break|time|schedule"))
            && s.has(pat!("on $|the|buddy|man|yep|sir"))
        || s.has(pat!("on the money|nose|button"))
        || s.has(pat!("nailed|aced it"))
        || s.has(pat!("no|nothing|anything to|left|else|? add|change|fix|correct"))
        || s.has(pat!("checks|adds|lines out|up $"))
        || s.has(pat!("checks out"))
        || s.has(pat!("that|this is the one|it|ticket|truth|gospel|way|deal|plan !i|there|where|at|about|my"))
            && short && !s.denied
        || s.has(pat!("can not argue|complain|disagree|fault|quarrel|beat|improve"))
        || s.has(pat!("as far as i know|can|see"))
        || s.ends(pat!("!or|say|said|says|the|a|is yeah|yes|yep|yup")) && !denied_inside(s) && s.mood == Mood::States
        || s.has(pat!("about covers|sums|does it|everything|all|that|the|up"))
        || s.has(pat!("matches|covers|sums everything|it|all|my|what|up"))
        || s.has(pat!("you got|have|had|read|heard|know|say it|all|that|everything|me|this right|down|all|of|straight|good|perfect|in"))
            && s.subject == Subject::You && !s.denied && !s.has(pat!("so|use|wrong|guy|number|detention|lumper|somebody|idea"))
        || s.has(pat!("could|would not have|of? said|put it better|myself|any"))
        || s.has(pat!("could|would not ... better"))
        || s.has(pat!("you bet|betcha|know|said"))&& short && s.has(pat!("you bet|betcha|it"))
        || s.has(pat!("hundred percent"))
        || s.has(pat!("no complaints|changes|corrections|objections|argument|notes"))
        || s.has(pat!("would|do not change|touch|add|correct a|anything|nothing|any|thing"))
        || s.has(pat!("is good|fine|correct|right|okay|perfect|true|it")) && short && !denied_inside(s) && !s.has(pat!("truck|load|door|road|weather|lane|we|hit|if|when|about|at|by|in|till"))
            && matches!(s.subject, Subject::It | Subject::Unsaid | Subject::You)
        || s.has(pat!("sounds|looks|seems|reads about|all|just|real? right|good|correct|fine|great|okay|perfect")) && !s.denied
        || of_it && short && s.ends(right) && !denied_inside(s) && !s.has(pat!("on|to|the|my|all right"));
    figure.then_some(true)
}

/// "you have the road wrong", "you got that all jumbled", "that's all twisted up".
pub(super) fn twisted(s: &Segment<'_, '_>) -> bool {
    s.ends(pat!("you|y'all|you've|that|this|it have|has|had|got|put|wrote|is|was .. wrong|backwards|twisted|mixed|crossed|turned|messed|screwed|sideways|confused up|around|?"))
        || s.has(pat!("you|y'all have|had|got|put that|it|this|them|everything all|every|completely|totally !right|good|correct|down|of|straight|there|covered|square|in|set|to|and|but|so|now|if|from|i|yes|yeah|exactly|perfect|just|the|that|except|$"))
}

/// "i wish i could tell you", "only the good lord knows", "hard to put a number on it".
fn in_the_dark(s: &Segment<'_, '_>) -> bool {
    let knows = s.has(pat!("know|knows|tell|say|remember|guess|idea|clue|telling|knowing|foggiest|figure|answer|certain|sure|predict|call|estimate"));
    has_any!(
        s,
        "crystal ball",
        "heck|hell|damned|darned|danged|dang|shoot|like if|like? i know|knew",
        "beats|stumps .. me $",
        "there|done when i|it|we get|gets|am|is there|done",
        "not|never recognize|recall|recollect|know|knowing|figured|place|think !him|her|this|that|what|a|it|so|i",
        "not .. foggiest|idea|clue",
        "how would|should|could|am|can i supposed|know|to",
        "beats|stumps me",
        "your|you guess|know is|more|as|better",
        "ask me|again later|tomorrow|when|in|something|easier",
        "lost track|count",
        "no telling|promises|guarantees",
        "depends|depend|depending on|how|who|if|when|what|$",
        "it all? varies",
        "clueless|dunno|idk",
        "not .. crossed|thought|checked|looked .. mind|about|yet|it",
    ) && s.mood != Mood::Asks
        || s.has(pat!("wish i|we could|knew"))
        || s.has(pat!("god|lord|heaven|heavens|allah|jesus|goodness|who|nobody only|? knows|can"))
        || s.has(pat!("only .. god|lord|heaven|he .. knows"))
        || s.has(pat!("hard|tough|difficult|impossible|tricky|too for|? me|us|early|? to say|tell|know|put|call|predict|guess|estimate|pin|figure|judge|give"))
        || s.is_mine() && s.has(pat!("can|could|would not|be really|honestly|rightly|exactly|even|even|begin|lying|? tell|say|guess|swear|lying|call|promise|put|give|to|speculate !talk|on")) && knows && !s.has(pat!("talk|phone|anybody|nothing|business|him|them"))
        || s.denied && s.has(pat!("no|not|the|a|slightest|got|any|foggiest|earthly|faintest idea|clue|foggiest|notion|inkling"))
        || s.has(pat!("anybody's|anyone's|your guess"))
        || s.has(pat!("anybody|anyone|your is guess"))
        || s.has(pat!("up in the air"))
        || s.has(pat!("toss|coin up|toss|flip"))
        || s.has(pat!("i|completely|done|plumb forget|forgot")) && s.range.len() <= 6 && !s.has(pat!("my|the|to"))
        || s.has(pat!("drawing|drew a blank"))
        || s.has(pat!("not crossed|thought about|my"))
        || s.has(pat!("remains|waiting|wait to be seen|see"))
        || s.is_mine() && s.denied && s.has(pat!("not|never|hardly for|really|too|exactly|entirely|quite|rightly|100|totally|so|even|? sure|certain|positive|know|aware !where|him|her|mike|nobody|no|any|you"))
}

/// Denied by more than a leading "no".
fn denied_inside(s: &Segment<'_, '_>) -> bool {
    s.has(pat!("not|never|nothing|hardly|barely"))
}
