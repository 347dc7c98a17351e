//! Will not, cannot now, has said it before: by who refuses what.

use crate::extract::lexicon::Classes;
use crate::extract::pattern::pat;
use crate::facts::Act;

use super::segment::{Mood, Segment, Subject, has_any};

/// Reads one sentence.
pub(super) fn read(s: &Segment<'_, '_>, add: &mut impl FnMut(Act, &'static str)) {
    if keeps_it(s) {
        add(Act::Refuse, "keeps it to himself");
    }
    if points_elsewhere(s) {
        add(Act::Refuse, "look for yourself");
    }
    if s.mood != Mood::Asks && cannot_talk(s) {
        add(Act::Busy, "cannot talk");
    }
    if said_before(s) || asked_before(s) {
        add(Act::AlreadyTold, "said before");
    }
}

/// "i don't give out my whereabouts", "that's for me to know", "not in the mood", "what's it to you".
fn keeps_it(s: &Segment<'_, '_>) -> bool {
    let tells = pat!(
        "tell|telling|say|saying|give|giving|share|sharing|answer|answering|discuss|discussing|disclose|disclosing|talk|talking|explain|explaining|report|reporting|reveal|divulge|play|playing|do|doing|owe|speak|speaking|chat|chatting|account|justify|prove"
    );
    let what = pat!(
        "you|nothing|anything|that|this|it|out|questions|question|my|where|nobody|strangers|anybody|jack|squat|y'all|to|robot|machine|survey|interview|games|no|with|any|information|info|location"
    );
    let will_not = pat!(
        "do|will|would|going|am|not|never|rather|ai not|never|rather|to|going|? have|going|got|need|want|like|care|plan|about|feel|supposed|gonna|to|? to|like|? tell|telling|say|saying|give|giving|share|sharing|answer|answering|discuss|discussing|disclose|talk|talking|explain|explaining|report|reveal|divulge|doing|play|playing|owe|speak|speaking|chat|chatting|account|justify|prove"
    );
    let able = s.has(pat!("can|could|should not|hardly"))
        || s.has(pat!("not know|sure|remember|seen|heard|yet|think"))
        || s.has(pat!("do not have")) && !s.has(pat!("have to"));
    let closed = s.is_mine()
        && s.denied
        && !able
        && s.has(tells)
        && s.has(what)
        && s.has(will_not)
        && !s.has(pat!("door|lumper|dispatch|guard|receiver|hang|worry|much"))
        && !s.has(pat!("say|tell how|for|when sure|certain"));
    let mood = s.denied
        && matches!(s.subject, Subject::Me | Subject::Unsaid)
        && s.has(pat!(
            "mood|obligated|obliged|required|interested|comfortable|inclined|participating|bothered"
        ))
        && !s.has(pat!("park|back|enter|in|on yard|dock|truck|property|lot"));
    let mine = has_any!(
        s,
        "liberty|authorized|permitted to",
        "keep|keeping|kept that|it|this|all|? to myself|ourselves",
        "between|is between me|us and",
        "ask me no questions",
        "tell|telling|told you|y'all|them no lies",
        "on|need a need to know",
        "you do not need|have|got to? know|that|worry",
        "you need not",
        "since when",
        "none of ya|your|you",
        "last i checked",
        "take|have a hike",
        "not your|y'all's|their problem|concern|worry|deal|place|job",
        "hard|big|heck|hell pass|no|nope",
        "talk to my|the lawyer|attorney|union|hand",
        "plead the? fifth",
        "got nothing to say|tell|report|share",
        "not giving you|y'all|nobody|anybody|that|anything|nothing|out|up",
        "lips are? sealed",
        "mind your|yall's|own",
        "not|do not speaking|speak without|until|till",
    )
        || s.has(pat!("for me to know"))
        || s.has(pat!("you like|love to? to? know"))
        || s.has(pat!("my|nobody|nobody's|private|own|yours business"))
        || s.has(pat!("nobody's|my business|concern"))
        || s.subject == Subject::It && s.has(pat!("private|personal|confidential|classified"))
        || s.has(pat!("need to know basis"))
        || s.has(pat!("what|whats is it|that|? to you|ya $"))
        || s.has(pat!("what|whats is it|that to you"))
        || s.has(pat!("why|what should|would|do|the|makes|for|business you|i|me|is|? think|tell|answer|need|care|have|give|bother|trust|it|want|? .. tell|answer|you|know|care|have|talk|that"))
            && s.mood == Mood::Asks && s.has(pat!("i|me|you|business tell|answer|talk|give|share|bother|trust|care|know|have|is|need|want")) && !s.has(pat!("is|are you calling|saying|asking")) && !s.has(pat!("call|calling|time|appointment|door|long|load")) && s.has(pat!("why"))
        || s.has(pat!("who wants|needs|cares to? know|?"))
        || s.has(pat!("says who"))
        || s.has(pat!("no comment"))
        || s.has(pat!("i|will pass $"))
        || s.has(pat!("^ pass $"))
        || s.has(pat!("pass|skip on|to|that|the|? that|it|question|next"))
            && s.mood == Mood::Orders
        || s.has(pat!("save it|your"))
        || s.has(pat!("forget|drop it|that $"))
        || s.has(pat!("make me $"))
        || s.has(pat!("take|have a|your? guess|pick $"))
        || s.has(pat!("what do|does you think|care"))
        || s.has(pat!("who cares"))
        || s.has(pat!("could not care less"))
        || s.has(pat!("do not care"))
        || s.has(pat!("i decline|refuse"));
    // "i will not say", "i ain't telling": nothing need follow the verb.
    let silent = s.is_mine()
        && !able
        && s.ends(pat!("will|would|am|are|going not|never .. say|saying|tell|telling|answer|answering|talk|talking|share|sharing|discuss|discussing"));
    closed || mood || mine || silent
}

/// "use your gps", "you got the tracker, look at it", "i'm where the app says".
fn points_elsewhere(s: &Segment<'_, '_>) -> bool {
    let source = pat!(
        "gps|tracker|tracking|eld|macropoint|macro|samsara|app|system|computer|screen|map|satellite|qualcomm|omnitracs|motive|link|email|paperwork|ratecon|fourkites"
    );
    let looks = pat!("use|check|look|read|see|pull|ask|watch|consult|open|track|ping|follow|refresh|go");
    s.has(source)
        && (s.mood == Mood::Orders && s.has(looks)
            || s.subject == Subject::You
                && s.has(pat!("got|have|see|can|should|use|look|check|know"))
                && s.mood != Mood::Asks
            || s.subject == Subject::You
                && s.has(pat!("you have|got"))
                && s.has(pat!("so|on use|look|check|this|my|the|me")))
        || s.mood == Mood::Orders
            && s.has(pat!("figure|look|find|google it|that|for out|yourself|up|$"))
            && !s.has(pat!("when|call|let"))
        || s.has(pat!("yourself $")) && s.has(pat!("look|check|find|figure|see|track"))
}

/// "can't gab", "was dead asleep", "up to my elbows", "trying to merge", "not a good time".
fn cannot_talk(s: &Segment<'_, '_>) -> bool {
    let talk =
        pat!("talk|gab|chat|speak|yak|yap|chitchat|jaw|jabber|visit|converse|conversation|talking|bs|phone");
    let unable = s.is_mine()
        && (s.has(pat!("can|could|able not|hardly|barely"))
            || s.has(pat!("can|not no|not|got|have .. time|minutes"))
            || s.has(pat!("no|not time")))
        && s.has(talk)
        && !s.has(pat!("you not hear"))
        && !s.has(pat!("robot|machine|computer|english|spanish|tell"));
    let asleep = s.is_mine()
        && (s.range.clone().any(|i| s.said.kinds(i).verb.is_some_and(|v| v.any(Classes::SLEEP)) && !s.said.is(i, &["rest", "rested", "resting"]))
            || s.has(pat!("asleep|bed")))
        && s.has(pat!("was|am|were|trying|been|just")) && s.has(pat!("was|am|were|trying|middle|just|been|to|dead|sound|fast|half|still asleep|sleeping|sleep|in|napping|snoozing|dozing|nap|snooze|to|trying"))
        && !s.has(pat!("last|over|slept|will|going|wheel|till|until|then|fell|falling|fall|after|at|hours|can|he|she|not|bed|need|get"))
        || s.has(pat!("woke|waking|wake me|us up|?")) && matches!(s.subject, Subject::You | Subject::Them)
        || s.has(pat!("i|was|am in|out bed|cold|like"))&& s.has(pat!("was|am in|out bed|cold"));
    let occupied = s.is_mine()
        && (s.has(pat!("up to my|the elbows|neck|eyeballs|ears|eyes|knees|armpits|waist"))
            || s.has(pat!("hands|arms|plate is|are|? full|tied|greasy|dirty"))
            || s.has(pat!("tied up")) && !s.has(pat!("traffic|trailer|load"))
            || s.has(pat!("in|right|smack the|? middle of|a")) && !s.has(pat!("middle of the|a|? nowhere|kansas|nebraska|texas|town|road|lane|highway|interstate|traffic|desert|lanes|freeway|night|street"))
            || s.has(pat!("busy|swamped|slammed|occupied|preoccupied|jammed")) && !s.has(pat!("they|it|place|road|line|traffic|dock|receiver|up"))
            || s.has(pat!("trying|fixing|about to merge|back|chain|fuel|eat|sleep|drive|concentrate|pay|shower|strap|tarp|focus|rest|nap|park")) && !s.has(pat!("eta|door|dock|find|out|there|back up|to"))
            || s.has(pat!("merging|backing|chaining|tarping|strapping|eating|showering|fueling|climbing")) && s.has(pat!("now|here|right|call|later|just|hands")));
    let moment = s.has(pat!("not|bad|wrong|terrible|worst|lousy|no|awful a|really|the|good|great|? good|great|best|time|moment|timing time|moment|now|to|?"))
        && s.has(pat!("bad|good|great|wrong|terrible|worst|best|lousy|awful time|moment|timing|now"))
        && (s.denied || s.has(pat!("bad|wrong|terrible|worst|lousy|awful time|moment|timing")))
        && !s.has(pat!("making|make|have|having|for|had|lost|all"));
    let placed = s.is_mine()
        && has_any!(
            s,
            "am|was|still|in in|at|on my|the|a bunk|bed|sleeper|shower|meeting|church|bathroom|toilet|john|crapper|restroom|court|doctor|dentist",
            "getting|about|going|fixing to|? weighed|inspected|sleep|bed|shower|unhooked",
            "on|got|with the|a|another|my other|another line|call",
            "other line",
            "can|could not be|go|stay|keep|do|sit|? talking|jabbering|yapping|gabbing|chatting|running|jawing|yakking|visiting|on",
            "just|now|finally|only laid|lied|lay|laying|crawled|climbed|turned|got down|in|into|back|to",
            "laid|laying|lay down",
            "am|was having|eating|taking|cooking|making my|a|? lunch|dinner|supper|breakfast|shower|dump|leak|nap",
            "not now $|man|please|buddy|honey",
            "not .. right now $",
        )
        && !s.has(pat!("door|dock|unloading|loaded|load|i|will i"));
    placed || unable || asleep || occupied || moment
}

/// "i told the other gal", "i done give all this", "went over this with somebody", "answered that twice".
fn said_before(s: &Segment<'_, '_>) -> bool {
    let spoke = s.range.clone().any(|i| {
        let past = s.said.kinds(i).verb.is_some_and(|v| {
            v.any(Classes::SPEAK)
                && !matches!(
                    v.form,
                    crate::extract::lexicon::Form::Base | crate::extract::lexicon::Form::Third
                )
        });
        past && !s.said.is(i, &["called", "texted", "emailed"])
            || s.said.is(
                i,
                &[
                    "gave", "given", "done", "went", "been", "answered", "gone", "covered", "give",
                ],
            )
    });
    let asked = pat!(
        "you|y'all|him|her|them|dispatch|office|dispatcher|other|last|first|another|previous|somebody|someone|guy|gal|lady|girl|fella|feller|woman|dude|man|robot|machine|computer|coworker|people|one|buddy|partner"
    );
    let again = pat!(
        "already|twice|before|earlier|ago|once|times|again|all|everything|just|morning|yesterday|minutes|back|done|same"
    );
    let what = pat!(
        "this|that|it|all|everything|answer|same|information|info|question|questions|where|when|over|my|through|status|location|eta"
    );
    let mine = s.is_mine() && s.mood == Mood::States;
    let told = mine && spoke && s.has(asked) && (s.has(again) || s.has(what))
        && !s.has(pat!("guard|receiver|lumper|broker|shipper|clerk|front|customer|wreck|hit|cop|police|me|told us|i|load|wife|girlfriend|mechanic|shop"))
        && s.has(pat!("told|said|gave|given|give|explained|answered|mentioned|covered|reported|spoke|talked|over|through|repeated"));
    let repeat = has_any!(
        s,
        "asked and answered",
        "put|punched|typed|sent|entered|keyed|wrote|texted|emailed|logged|updated|messaged ... macro|app|tablet|system|message|text|email|eld|dispatch|you|y'all ... ago|already|earlier|before|morning|twice|just",
        "already answered|explained",
        "got|gotten|hung|was|been off|up|on the|? phone|line|horn|? with|from you|y'all|dispatch|somebody|someone|your",
        "what part of",
        "wore|wearing|worn my|this phone|ear|out",
        "how many|often people|times|y'all|of",
        "been over|through|asked|called this|that|about|by|all|already|once|twice|three",
        "nobody|y'all|you|people|they never|not|do talk|communicate|read|listen|tell|write to|each|down|notes|the|it",
        "check|read|look your|y'all's|the|at notes|note|log|record|records|history",
        "did not you|y'all|i|we just|already|talk|tell|call|go|give|say|answer|explain|cover|speak",
        "not|ai this|that the second|third|fourth|fifth",
    ) && s.mood != Mood::Orders && !s.has(pat!("pod|bills|paperwork"))
        || s.has(pat!("repeat|repeating myself|it|this|that|everything"))
        && s.has(pat!("how|many|have|tired|keep|times|often|do|again|got|sick"))
        && !s.has(pat!("can|could|please|you repeat|say|please"))
        || s.has(pat!("how many|often times|? do|have|has|must|i|am|you"))
            && s.has(pat!("tell|say|told|repeat|answer|ask|asking|call|calling|go|said|asked|called"))
        || s.has(pat!("broken record"))
        || s.has(pat!("same|that|this old|damn|exact|? question|questions|thing|stuff again|over|twice|as|every|y'all|you"))
        || s.has(pat!("second|third|fourth|fifth|sixth|tenth|umpteenth|hundredth|two|three|four|five|six|ten|dozen time|times|person|call|caller ... i|you|today|call|called|asked|this|now|already|told|said"))
            && !s.has(pat!("exit|hit|wreck|accident|moved|stopped"));
    told || repeat
}

/// "you just called me", "your coworker rang an hour ago", "y'all keep asking".
fn asked_before(s: &Segment<'_, '_>) -> bool {
    let caller = s.subject == Subject::You
        || s.has(pat!("your|y'all's|you|dispatch|another|some|other|the|this|that|same coworker|buddy|people|guy|lady|robot|partner|computer|machine|girl|gal|man|fella|office|system|bot|colleague|friend|guys|already|just|keep|all|dispatcher|one"))
        || s.has(pat!("somebody|someone|they|dispatch already|just|called|rang|asked|called|phoned|hit"));
    let rang =
        pat!("called|rang|asked|phoned|texted|calling|asking|hollered|bugged|bothered|hit|messaged|pinged");
    let again = pat!(
        "already|ago|before|twice|just|again|times|earlier|morning|keep|same|back|second|third|yesterday|minutes|once"
    );
    caller
        && s.has(rang)
        && s.has(again)
        && s.mood != Mood::Asks
        && !s.has(pat!(
            "my|receiver|cops|police|nine|wrecker|tow|ambulance|i called"
        ))
        && s.has(pat!(
            "me|this|us|about|that|i|it|rang|called|asked|asking|calling"
        ))
        && !s.has(pat!("hit a|the|my|something"))
}
