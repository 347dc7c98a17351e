//! Who answered: another person, a driver of another load, a machine.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::facts::Act;

/// Somebody else answered.
pub(super) static PERSONS: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{ThirdParty, WrongPerson};
    rules(&[
        (
            "wrong number",
            WrongPerson,
            "wrong number|person|guy|phone|driver|dude|man|fella|one|%name !of",
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
            "take a message",
            ThirdParty,
            "can|could|want|let i|me|to take|pass|give|relay a|him|her|it|on|along? message|?",
        ),
        (
            "he is asleep",
            ThirdParty,
            "he|mike|she is|stepped|went|left|has|just|not|inside|in|can|will|had just|out|in|not|right|gone? not|the|to|a|left|be|his? sleeping|asleep|inside|out|away|shower|bathroom|driving|bunk|store|here|sleeper|left|come|talk|back|restroom|bed|around|available|eating",
        ),
    ])
});

/// The load is not his.
pub(super) static LOADS: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::NotOnLoad;
    rules(&[
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
        (
            "took it off me",
            NotOnLoad,
            "took|pulled|taken|taking|stripped that|this|the? load|one|trip|it off|from|away of? me|us",
        ),
        ("repowered", NotOnLoad, "repowered|repower|reassigned"),
        (
            "do not work there",
            NotOnLoad,
            "not|no|longer|have been|? work|drive|driving|working|pull|pulled|haul|hauled|run|ran|leased|driven for|with you|y'all|them|him|that|those|us|this",
        ),
        (
            "works for another",
            NotOnLoad,
            "work|drive|working|driving|pull|run|signed for|with|on a|the|another|some|? another|other|different|new outfit|company|carrier|fleet",
        ),
        (
            "quit them",
            NotOnLoad,
            "quit|left the|that|them company|y'all|outfit|carrier",
        ),
    ])
});

/// A machine answered.
pub(super) static MACHINES: LazyLock<Vec<Rule<Act>>> = LazyLock::new(|| {
    use Act::{Ivr, Voicemail};
    rules(&[
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
    ])
});
