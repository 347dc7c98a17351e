//! Somebody else answered, or the load is somebody else's: by who is said to have what.

use crate::extract::lexicon::Classes;
use crate::extract::names::is_name;
use crate::extract::pattern::pat;
use crate::facts::Act;

use super::segment::{Mood, Segment, Subject, has_any};

/// Reads one sentence.
pub(super) fn read(s: &Segment<'_, '_>, add: &mut impl FnMut(Act, &'static str)) {
    if s.mood == Mood::Asks && answers_the_phone(s) {
        add(Act::ThirdParty, "answers the phone");
    }
    if s.mood != Mood::Asks {
        if not_the_number(s) {
            add(Act::WrongPerson, "another's number");
        }
        if another_life(s) {
            add(Act::WrongPerson, "another life");
        }
        if stands_in(s) {
            add(Act::ThirdParty, "somebody of his");
        }
        if given_away(s) {
            add(Act::NotOnLoad, "gave the load away");
        }
    }
    if s.has(pat!("who is|am|? this? %name")) && s.has(pat!("who")) && named_after_who(s) {
        add(Act::WrongPerson, "who is that");
    }
}

/// "who's mike", "who the heck is marcus".
fn named_after_who(s: &Segment<'_, '_>) -> bool {
    let Some(who) = s.range.clone().find(|&i| s.said.is(i, &["who"])) else {
        return false;
    };
    (who + 1..(who + 5).min(s.range.end))
        .any(|i| is_name(s.said, i) && s.said.is(i - 1, &["is", "was"]) && i + 2 >= s.range.end)
}

/// "mike don't have this number no more", "he sold me this phone", "ain't no trucker at this number".
fn not_the_number(s: &Segment<'_, '_>) -> bool {
    let line = s.has(pat!(
        "this|the|his|that|old|my|new phone|number|cell|line|sim|mobile"
    ));
    let owned = pat!(
        "have|had|has|own|owned|use|used|belong|belongs|sold|gave|bought|got|changed|switched|inherited"
    );
    let other = s.subject == Subject::Them && s.denied && s.has(owned)
        || s.has(pat!("sold|gave me|us this|the|his|that|a phone|number|cell"))
        || s.has(pat!("used to have|own"))
        || s.is_mine() && s.has(pat!("bought|inherited|got this|the phone|number|cell .. ago|back|last|from|used|new|recently|yesterday|week|month|year|monday"))
        || s.subject == Subject::It && s.has(pat!("belongs|belonged|belong to")) && !s.has(pat!("company|me|us|my"));
    let nobody_at = (s.denied || s.has(pat!("no %name")))
        && s.has(pat!("at|on|with this|the|that number|phone|line|name|address"))
        && (s.is_of(Classes::PERSON)
            || s.has(pat!("one|mike|body|anyone|anybody|him|her"))
            || (s.range.clone()).any(|i| is_name(s.said, i)));
    let nobody_named = s.denied
        && (s.has(pat!("by|of|with|under that|the|such name"))
            || s.has(pat!(
                "nobody|one|anybody|anyone|body|no .. named|called %name|that"
            )));
    let unknown = s.is_mine() && s.denied
        && (s.has(pat!("know|heard|met of? no|any|a|who ... %name"))
            || s.has(pat!("know|knew|heard|met of? no|any|anybody|anyone|nobody|him|her|what|who !where|time|door|how|if")) && !s.has(pat!("where|when|time|long|how|door|yet")) && (s.has(pat!("know|knew|heard|met of? no|any|anybody|anyone|nobody mike|trucker|driver|truck|one|named|called|by|$")) || s.has(pat!("know him|her|nobody|anybody|anyone"))));
    let absent = s.denied
        && s.has(pat!("here|there"))
        && s.subject == Subject::It
        && s.has(pat!("no|not a|any|named|called|? %name"));
    let not_his = s.has(pat!(
        "number|phone|line|cell is not|never|no .. his|hers|him|her|that|this|for|of|%name"
    ));
    (line && other)
        || not_his && s.denied
        || nobody_at
        || nobody_named
        || unknown
        || absent
        || s.has(pat!(
            "wrong fella|feller|fellow|gal|woman|lady|mike|house|party|extension|contact"
        ))
}

/// "i'm a school teacher", "i don't drive no truck", "this is a beauty parlor", "you dialed a dentist office".
fn another_life(s: &Segment<'_, '_>) -> bool {
    let no_trucker = s.is_mine()
        && s.denied
        && s.has(pat!("drive|drove|own|have|driven|haul|am|not|never|been no|a|any truck|trucks|trucker|semi|rig|rigs|freight|big|eighteen|driver"))
        && !s.has(pat!("load|trailer|this|right|my|down|stopped|door|dock"));
    let no_trucks = s.denied
        && s.has(pat!(
            "no|any|a truck? trucker|truckers|trucks|trucking|driver|drivers !is|was"
        ))
        && s.has(pat!("here|this|us|we"))
        && !s.has(pat!("dock|door|parking|moving|line|unloading"));
    let place = pat!(
        "restaurant|parlor|salon|residence|home|house|church|school|pharmacy|clinic|hospital|bakery|pizza|pizzeria|barber|dentist|doctor|law|lawyer|library|laundromat|hotel|motel|diner|cafe|bar|florist|daycare|nursery|funeral|bank|apartment|farm|gym|landline|preschool|office|studio|shop|store|garage|deli|butcher|insurance|spa"
    );
    let at_place = s.subject == Subject::It
        && s.has(pat!("this|here|that is|here a|an|the|my|our|?"))
        && s.has(place)
        && !s.has(pat!(
            "parked|at|receiver|waiting|dock|near|in|by|shop|told|calling|dispatch|from|going|broke|closed"
        ));
    let parlor = s.subject == Subject::It
        && has_any!(
            s,
            "this|here is a|an|the|my|our beauty|hair|nail|flower|pet|gift|coffee|sandwich|print|tattoo|candy|barber|pawn|thrift|dress|book shop|store|place|studio|parlor",
            "this|here is the kitchen|lobby|reception|bar|counter|hostess|host",
            "this|here is a|an|the|my|our nursing|retirement|funeral|private|family home|residence",
        );
    let dialed = s.has(pat!(
        "you|you've have|did|? called|dialed|reached|rang|phoned|got|calling a|an|the|my|our|?"
    )) && s.has(place)
        && !s.has(pat!(
            "after|leave|tone|beep|hours|menu|press|message|way|from|going"
        ));
    let occupation = s.is_mine()
        && s.has(pat!("i am a|an|just|retired"))
        && s.range.clone().any(|i| {
            s.said.kinds(i).noun.any(Classes::PERSON)
                && !s.said.is(
                    i,
                    &[
                        "driver",
                        "trucker",
                        "driver's",
                        "man",
                        "operator",
                        "person",
                        "human",
                        "partner",
                        "codriver",
                        "team",
                        "dispatcher",
                        "manager",
                        "owner",
                        "woman",
                        "guy",
                        "hauler",
                        "guard",
                        "boss",
                        "supervisor",
                        "wife",
                        "crew",
                        "trainer",
                        "trainee",
                        "rookie",
                        "newbie",
                        "idiot",
                        "kid",
                        "boy",
                        "girl",
                    ],
                )
        })
        && !s.has(pat!("like|of|away|behind|late|from|with|ahead|driver|the|his"));
    let elsewhere = has_any!(
        s,
        "misdialed|misdial|misdialled",
        "you want|need|after|wanting my|his|her|the|a|another other|different|brother|son|dad|father|ex|husband|wife|cousin|roommate|tenant|neighbor|uncle|nephew|old",
        "was|were %name|his|her|their|mike is|? old|? phone|number|cell|line",
        "was|used|belonged .. number|phone ... mine|my|now|me|moved",
        "you ... looking|calling|asking for|after",
        "not|never know these|those|them|any|no people|folks|trucking|truckers|drivers|company",
        "nobody|none|neither|one ... drives|drive|owns|hauls a|the|any|for|? truck|trucks|semi|living|freight|y'all",
        "front desk|office",
        "moved out|away|on|back",
        "he|she|mike passed away|on",
        "he|she|mike has|is|been|was dead|deceased|retired|fired|gone .. now|years|months|since|long|here|company|us|$",
        "not|no longer|more? live|lives|stay|stays|work|works|drive|drives|employed|with|living here|there|at|with|for|us",
        "not for|the|your|who you|y'all|guy|one|man|person|driver are|want|need|looking|think",
    ) && (s.subject != Subject::Me
        || s.has(pat!("misdialed|know|think|guess|believe|figure")))
        && !s.has(pat!(
            "door|dock|parking|load|truck stop|exit|receiver|address|way|place|spot|lumper|lane|i"
        ));
    elsewhere || no_trucker || no_trucks || at_place || parlor || dialed || occupation
}

/// "i'm his co driver", "this is carlos with the carrier", "you got janelle in safety", "he's in the shower".
fn stands_in(s: &Segment<'_, '_>) -> bool {
    let names_self = s.has(pat!(
        "this|i|here|it|you is|am|got|have|reached !not|waiting|going|in|at"
    )) || s.has(pat!("^ name? %name"))
        || s.has(pat!("speaking|talking|here"));
    let kin = s.has(pat!(
        "his|her|mike's|the|their|driver's|drivers|mike is|? old|little|big|better|other|step|co|team|baby|? wife|husband|lady|woman|girlfriend|girl|boyfriend|mom|mama|mother|dad|daddy|father|brother|sister|son|daughter|cousin|uncle|nephew|partner|codriver|driver|trainer|trainee|student|buddy|friend|roommate|boss|half|fiance|fiancee|spouse !is|was|has|said|told|called|sitting|in|came|come|just|behind|ahead|who"
    )) && s.has(pat!("his|her|their|mike|mike's|driver's|drivers|co|of him|he|she|? "));
    let belongs = s.has(pat!("brother|wife|husband|son|friend|partner|boss|cousin|dad|father|sister|dispatcher of|to him|mike|the|driver|her"));
    let office = s.has(pat!(
        "with|from|in|at|for|over the|his|our|their|mike's|? carrier|dispatch|safety|company|office|operations|ops|fleet|trucking|logistics|transport|brokerage|broker|accounting|billing|payroll"
    )) && !s.has(pat!("waiting|call|called|talk|told|paperwork|hear|heard|message|word|went|sent"));
    let self_name = s.has(pat!("this is|here"))
        || s.has(pat!("you|you've have|? got|reached"))
        || s.has(pat!("i am"))
        || s.has(pat!("speaking"));
    let role = s.has(pat!("i|this am|is the|his|their|mike's|an|a owner|dispatcher|dispatch|fleet|carrier|manager|broker|office|coordinator|planner !operator|said|told"));
    let speaks_for = s.is_mine()
        && (s.has(pat!("hold|holding|have|got|get|getting|grabbing|catching|minding|watching|covering|answer|answering|answered|carry|took|grabbed|picked his|her|mike's|the|up? phone|cell|his|telephone"))
            && !s.has(pat!("my|order|on"))
            && s.has(pat!("his|her|mike|mike's|for|him"))
            || !s.has(pat!("my")) && s.has(pat!("can|could|will|let tell|give|get|grab|wake|fetch|have|pass|let|take|ask|put you|him|her|mike|it|a|me|on where|what|up|on|for|the|call|along|message|know|him|?")) && s.has(pat!("him|her|he|she|mike")) && !s.has(pat!("guard|lumper|receiver|to|back|later|with|you")) && s.has(pat!("get|grab|wake|fetch|have|pass|take|ask|put"))
            || s.has(pat!("can tell|give you where|what|when|how|his he|she|mike|is|location|status|far")));
    let stepped = s.is_them()
        && s.has(pat!("he|she|%name has|just|is|? stepped|went|ran|walked|gone|headed|left in|out|inside|outside|off|over|to|away|for|into|back"))
        && !s.has(pat!("unload|unloading|load|door|dock|road|ditch|light|lane|front|back|said|told|paperwork|bills|ramp|guardrail|wall|stop"));
    let dispatches = s.is_mine()
        && !s.denied
        && has_any!(
            s,
            "i|we dispatch|manage|handle|book|plan|run for|his|the|her|mike|all|trucks|him|out|this|loads|drivers|%name"
        );
    let away = s.has(pat!(
        "he|she|mike|him|driver is|was|am|be|has|went|stepped|ran|left|will|can|had|in|just|not|right|? just|still|currently|out|up|over|in|not|run|gone|inside|to|come|be|his|back|?"
    )) && s.is_them()
        && s.has(pat!(
            "shower|showering|asleep|sleeping|sleeper|bunk|bathroom|restroom|toilet|store|paying|outside|lunch|napping|nap|snoring|hospital|phone|cell|busy|unavailable|back|eating|grabbing|smoking|checking|walking|here|home|away"
        ))
        && s.has(pat!(
            "in|at|to|inside|sleeping|asleep|stepped|left|out|paying|eating|napping|snoring|grabbing|unavailable|away|not|be|right|outside|showering the|his|a|some|right|taking|sleeping|back|for|here|phone|cell|home|around|now|?"
        ))
        && !s.has(pat!("unloading|unload|load|door|dock|truck|front|me|us|lane|ahead|traffic|said|told|paperwork|bills|forklift|lumper|lumpers|receiver|guard|not|breathing|hurt|they"));
    // "the driver left this phone on my window", "i found this cell in the lot".
    let found_it = !s.denied
        && (has_any!(
            s,
            "left|forgot|forgotten|dropped|lost|misplaced|laid|set his|her|the|this|that|a|their cell|phone|cellphone",
            "found|find|picked|got his|her|the|this|that|a|up|somebody's|someone's his|her|the|this|that|a? cell|phone|cellphone",
            "walked|took|went|drove|left|ran|pulled off|out|away|without ... phone|cell",
            "phone|cell|cellphone was|is|just|been|got|sitting|laying|? sitting|laying|left|lying|ringing|charging|plugged|found",
        ) && (s.is_them()
            || s.subject != Subject::Me
            || s.has(pat!("found|picked|his|somebody's|someone's")))
            && !s.has(pat!("my phone|cell|cellphone")));
    let firm = s.has(pat!("%name speaking|here $"))
        && s.has(pat!(
            "trucking|transport|logistics|freight|carriers|company|express|lines|transportation|office"
        ));
    answers_the_phone(s)
        || firm
        || (kin && names_self && (self_name || role))
        || (belongs && self_name)
        || (office && self_name)
        || role
        || speaks_for
        || away
        || stepped
        || dispatches
        || found_it
}

/// "how can i help you".
fn answers_the_phone(s: &Segment<'_, '_>) -> bool {
    has_any!(
        s,
        "how|what can|may|could i|we help|do|assist|direct",
        "can|may i help|assist|direct|take you|your|a|?",
    )
}

/// "i handed that one off", "they put somebody else on it", "that's ray's load now", "i'm on a different one".
fn given_away(s: &Segment<'_, '_>) -> bool {
    let load = pat!("load|loads|one|it|that|this|trip|run|shipment|freight|job");
    let named = pat!("load|loads|one|trip|run|shipment|job|freight");
    let gave = s.is_mine()
        && s.has(pat!("gave|give|given|handed|traded|swapped|passed|turned|returned|kicked|sent|rejected|declined|refused|canceled|cancelled|dropped|lost|sold|relayed|switched"))
        && s.has(load)
        && (s.has(pat!("back|off|away|over|down|up to|at|this|with|yesterday|last|monday|tuesday|in|$")) && s.has(pat!("gave|give|given|handed|traded|swapped|passed|turned|returned|kicked|sent|relayed ... load|one|it|that|trip|run"))
            || s.has(pat!("to|with another|a|somebody|someone|my|different driver|buddy|guy|else|truck|team|fella|other|different|carrier"))
            || s.has(pat!("rejected|declined|canceled|cancelled|refused the|that|this|it|your load|one|run|trip|job|?")) && s.has(named))
        && !s.has(pat!("paperwork|bills|door|key|keys|copy|exit"));
    let taken = matches!(s.subject, Subject::Them | Subject::You | Subject::Unsaid | Subject::Thing | Subject::Me)
        && (s.has(pat!("took|pulled|bumped|moved|switched|swapped|kicked|yanked|taken|reassigned|knocked|got|am|was|been me|us|pulled|bumped|taken|moved|kicked|yanked|? off|from of|from|? that|this|the|it|your load|one|run|trip|it|monday|tuesday|?"))
            && s.has(pat!("took|pulled|bumped|moved|kicked|yanked|taken|reassigned|knocked|swapped|switched"))
            && s.has(pat!("off|from of|from|? that|this|the|it|your"))
            && (s.has(named) || s.has(pat!("off it|that")))
            && !s.has(pat!("exit|ramp|road|highway|interstate|pallet|pallets|truck|trailer|dock|scale")));
    let another = s.has(pat!("somebody|someone|another|different|other else|driver|truck|guy|carrier|team|?"))
        && s.has(pat!("somebody|someone|another|different else|driver|truck|guy|carrier|team"))
        && (s.has(pat!("put|has|have|got|gave|took|hauling|pulling|running|on|under|covering|picked|assigned|is|give"))
            && s.has(pat!("on|has|got|hauling|pulling|running|under|took|gave|covering|have|picked up|? it|that|this|the|to load|one|trip|run|somebody|someone|another|?"))
            && s.has(pat!("it|that|load|one|trip|run")))
        && !s.has(pat!("hit|wreck|accident|ahead|lane|door|dock|front|stopped|crashed|broke"));
    let now_his = s.subject == Subject::It
        && s.has(pat!("that|it|this is"))
        && s.has(pat!("is load|one|problem|trip now|?"))
        && s.range.clone().any(|i| {
            is_name(s.said, i) && s.said.is(i + 1, &["is", "load"])
                || s.said.is(i, &["somebody", "someone"]) && s.said.is(i + 1, &["else"])
        });
    let other_now = s.is_mine()
        && s.has(pat!("on|got|have|hauling|pulling|running|under a|another? different|another|new|other load|one|trip|run|dispatch"))
        && (s.has(pat!("on|hauling|pulling|running|under a|another? different|another|new")) || s.has(pat!("different|another|new load|trip|run|dispatch")))
        && !s.has(pat!("door|dock|trailer|need|waiting|after|next"));
    let not_mine = s.denied
        && (s.has(pat!("not|never|no my|mine|our|longer|on|had|hauling|pulling|got|assigned|running|carrying|took|picked|seen|accepted .. load|one|trip|run|shipment|that|freight"))
            && s.has(named)
            && !s.has(pat!("door|secure|shift|shifted|move|moved|damaged|know|sure|late|yet|unloaded"))
            && s.has(pat!("not|never|no my|mine|our|longer|had|hauling|pulling|got|assigned|running|carrying|took|picked|seen|accepted that|this|the|your|my|with|to|up|a|any|on|have|load|? load|one|trip|run|shipment|freight|that|me|?")));
    let moved = has_any!(
        s,
        "that|it|this|the|load one|load|trip|? went|goes|going|is|was|got|been on|to|with|? another|different|somebody|someone|other driver|truck|guy|team|carrier|else|company|fella|outfit|one|$",
        "gave|given|giving|sold|moved|switched|put that|it|the|this|my load|one|trip|? .. away|another|somebody|someone|else",
        "swapped|traded|switched loads|load|runs|trips with %name|another|a|some|the",
        "freight|load|stuff never|not made|make|got|get|went it|? on|onto my|the|this trailer|truck|wagon",
        "finished|done|through|quit|left|parted with|ways|? that|y'all|them|the|those|you company|outfit|carrier|people|guys",
        "not|never my|our|mine load|one|trip|freight",
        "not|no|never longer|more? under|on|with|haul|hauling|pull|pulling|run|running|have .. load|one|trip|run|dispatch|shipment|freight !yet|ready",
        "load|trip|it|that|one|run got|was|is|been|has canceled|cancelled|reassigned|brokered|rebrokered|pulled|tonu|recovered|swapped",
        "quit|fired|laid last|yesterday|monday|them|off|me|two|a|this",
        "not|never got|received|accepted|took|seen|heard|saw|booked ... load|one|rate|confirmation|dispatch",
        "brokered|rebrokered|farmed|sold|contracted|shipped it|that|this|the|load|? load|one|? out|off",
        "turned|sent|gave|handed it|that|this|the|load|? load|one|? down|back",
    ) && !s.has(pat!("door|dock|paperwork|unloading|lumper|seal|exit|ramp|lane|road|way|know|sure|pallet|pallets|yet|detention"))
        && s.mood != Mood::Asks;
    let of_another = s.has(pat!(
        "load|trip|run|shipment|freight|one|that|it is|was|been|goes|went|got|belongs has|have|been|not|never|now|? not|never|with|to|under|been|? mine|another|somebody|someone|different|%name !who|hit|truck|trailer"
    )) && (s.denied && s.has(pat!("mine")) && s.has(named)
        || s.has(pat!("with|to|under|is|was another|somebody|someone|different|a|%name else|truck|driver|carrier|team|guy|fella|different|on|now|since|load|one|$")) && s.has(named))
        && !s.has(pat!("ahead|lane|front|hit|wreck|accident|behind|dock|door|phone|number|exit|appointment"));
    // "they gave to amrit", "put benny on that one": the object is the load, or is not said.
    let handed = matches!(
        s.subject,
        Subject::Them | Subject::You | Subject::Unsaid | Subject::Thing
    ) && has_any!(
        s,
        "gave|given|handed|moved|switched|sold|reassigned|passed|assigned that|it|this|the|my? load|one|trip|run|shipment|? over|off|? to %name|another|somebody|someone|a|some other|different|else|guy|driver|$|?",
        "put|got|sent|assigned|have %name on that|this|the|it load|one|trip|run|$",
    ) && !s.has(pat!(
        "paperwork|door|dock|bills|hold|phone|line|me|us|street|road|exit"
    )) && s.mood != Mood::Orders;
    moved || of_another || handed || gave || taken || another || now_his || other_now || not_mine
}
