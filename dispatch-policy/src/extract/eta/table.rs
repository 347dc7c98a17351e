//! Phrases around a time and the part they give it; `T` stands for the time itself.

use std::sync::LazyLock;

use crate::extract::pattern::{Rule, rules};
use crate::extract::piece::piece;
use crate::extract::text::Said;

use super::Time;
use super::alone::stands_alone;

/// The part a time plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Arrival,
    /// An arrival by a frame that can be nothing else.
    Coming,
    /// Nothing says so, but nothing else is said of it either.
    Likely,
    /// An arrival in somebody else's mouth.
    Hearsay,
    Lateness,
    Waited,
    DriveTimeLeft,
    CallBack,
    /// Known to be something else: appointment, break, loading, the past.
    Other,
    Unclear,
}

static ROLES: LazyLock<Vec<Rule<Role>>> = LazyLock::new(|| {
    use Role::{Arrival, CallBack, DriveTimeLeft, Lateness, Other, Waited};
    rules(&[
        (
            "appointment",
            Other,
            "appointment|appointments|scheduled|slot|window|due|supposed|schedule ... T",
        ),
        (
            "appointment after",
            Other,
            "T appointment|slot|window|delivery|cutoff",
        ),
        (
            "has not moved in",
            Waited,
            "not|nobody|noone|nothing|none has|have|? moved|budged|rolled|gone|went|inched anywhere|an|nowhere|inch|foot|at? all? in|for T",
        ),
        (
            "wanted",
            Other,
            "they|he|she|receiver|customer|dispatch|broker|y'all want|wants|wanted|needed|need|needs|expect|expecting|expected ... T",
        ),
        (
            "should have been",
            Other,
            "should|could|would have been|made|got ... T",
        ),
        (
            "ordered",
            Other,
            "they|he|she|dispatch|dispatcher|broker|receiver|customer|shipper|office|guy|lady|boss said|says|told|tells|say me|us|? to? be|get|have|make there|here|it|in|? ... T",
        ),
        (
            "you will have",
            Other,
            "you|they will|should|can|going|would to? have|get|see it|them|that|those|the|your ... T",
        ),
        ("supposed", Other, "was|were supposed|due|scheduled|meant ... T"),
        (
            "closes",
            Other,
            "closes|closed|closing|open|opens|opened|opening|start|starts|started|receiving|receive|cutoff|stop|stops|shut|shuts|accept|lunch|take|takes|shift .. T",
        ),
        (
            "they quit",
            Other,
            "they|receiving|receiver|dock|crew quit|quits .. T",
        ),
        (
            "they close",
            Other,
            "they|gate|receiver|place|receiving|dock|office|warehouse|you close .. T",
        ),
        (
            "past verb",
            Other,
            "left|leaving|loaded|picked|arrived|got|was|took|slept|woke|started|pulled|drove|driven|been|sat|spent|lost|wasted|called|checked|dropped|finished|stopped|fueled|departed|got|cut|unloaded ... T",
        ),
        ("ago", Other, "T ago|earlier|back|already|straight"),
        (
            "not for a time",
            Other,
            "not|hardly|barely|never|nobody|nothing moved|move|moving|budged|gone|rolled|seen|heard|slept|eaten|touched|inched|stopped|gotten ... in|for|over .. T",
        ),
        ("last", Other, "last|past|every|each|first T"),
        (
            "break",
            Other,
            "break|nap|reset|ten|sleep|sleeping|shower|rest|thirty|layover|restart|fuel|eat|lunch|dinner !down .. T",
        ),
        (
            "break after",
            Other,
            "T off? break|nap|reset|shower|layover|restart|sleep|long|rest",
        ),
        (
            "break end",
            Other,
            "break|ten|reset|clock|hours|thirty|fourteen|eleven|time ... over|up|ends|end|done|runs|run|out|expires|finished|resets ... T",
        ),
        (
            "can roll",
            Other,
            "legal|roll|rolling|start|leave|leaving|drive|go|move|wake|up|out|head|available|depart .. at|until|till|by|again|in T",
        ),
        (
            "to unload",
            Other,
            "T .. to|for|before|until|till .. unload~|load~|empty|lumper|door|dock|finish|break",
        ),
        (
            "unload in",
            Other,
            "unload~|load~|lumper|door|dock|fuel|inspection|scale ... T",
        ),
        (
            "for a time",
            Other,
            "for|within|took|takes|sitting|stuck|parked|stopped|every|waited|waiting another|about|like|almost|over|the|last? T",
        ),
        (
            "wait",
            Waited,
            "been|waiting|waited|sitting|sat|here|parked|standing ... for|since|over|about|like|going? on? T",
        ),
        (
            "been",
            Waited,
            "been|waited|sat|only|already|waiting .. here|there|in|sitting|waiting|on .. T",
        ),
        (
            "here",
            Waited,
            "here|waiting|sitting|waited since|for|about|like|almost|over|going|only|already|now T",
        ),
        (
            "makes him sit",
            Other,
            "make|makes|made|making me|you|us|it|him sit|wait|stop|stay|idle|park there|here|still|for|about|? T",
        ),
        (
            "not out till",
            Other,
            "not .. get|got|leave|left|out|loaded|done|finish|pull ... till|until almost|about|like|around|way|? T",
        ),
        ("going on", Waited, "going|coming|pushing on T"),
        ("waited after", Waited, "T .. sitting|waiting|waited"),
        ("late by", Lateness, "late|behind|delayed|behind .. by T"),
        ("lateness", Lateness, "T .. behind|late|delayed|lost|delay"),
        ("over", Lateness, "T past|over"),
        ("back of", Lateness, "T back of .. where|schedule|plan|time"),
        (
            "off the schedule",
            Lateness,
            "T off of? my|the|our? schedule|pace|plan",
        ),
        ("is how late", Lateness, "T is|was how|all late|behind|i|we"),
        (
            "back of",
            Lateness,
            "T back|off|short|shy|behind of|from|on where|what|schedule|when|my|the",
        ),
        (
            "down",
            Lateness,
            "am|are|running|about|me|us|still|like T down !the|here|there|to|in|from|on",
        ),
        (
            "back because",
            Lateness,
            "T back|behind because|due|thanks|on|from|already|right",
        ),
        (
            "off by",
            Lateness,
            "am|are|is|running|about|me T off because|schedule|now|today|$",
        ),
        (
            "down thanks to",
            Lateness,
            "T down on? thanks|because|due|from|to|account|time|my",
        ),
        (
            "later than",
            Lateness,
            "T later|after|past than|my|the|our|what|when|appointment !of",
        ),
        ("it has gone", Other, "it|that is|was already|gone|past|nearly T"),
        (
            "on paper",
            Other,
            "sheet|paper|paperwork|bills|bol|confirmation|con|email|contract|tender has|have|says|say|shows|reads|calls|said|got|had|gives me|us|it|for|down|? at|on|in|by|? ... T",
        ),
        (
            "saved",
            Other,
            "saved|saves|save|saving|gained|gain|gains|shaved|bought|made|make|making|making me|us|myself|up|off|back|? about|like|maybe|almost|another|? T",
        ),
        (
            "can not drive past",
            Other,
            "not run|drive|roll|go|move|driving|running .. past|after|beyond T",
        ),
        (
            "add to it",
            Other,
            "add|adding|tack|plus another|about|like|on|an|? T",
        ),
        (
            "at your dock",
            Arrival,
            "T at|on|to your|their|yalls|the dock|docks|gate|door|place|warehouse|yard",
        ),
        (
            "miss my hour",
            Other,
            "miss|missing|missed|blow|blew|blown my|the|that|our T",
        ),
        ("my hour", Other, "my|our|their T"),
        (
            "it will take",
            Arrival,
            "will|going|should to? take me|us|? about|like|probably|another|maybe|? T",
        ),
        ("to spare", Other, "T to spare|kill|burn|play"),
        ("ahead of it", Other, "T early|ahead|cushion"),
        (
            "until it opens",
            Other,
            "T before|till|until it|they|the|this|traffic|he|she ... fixed|done|ready|plowed|over|open|opens|reopen|reopens|clear|clears|cleared|move|moves|moving|let|lets|fix|finish|get|gets|done|start",
        ),
        (
            "put it in there",
            Arrival,
            "put|mark|write|pencil|type|enter|log T in|down|on|there|for",
        ),
        (
            "late like",
            Lateness,
            "late|behind|delayed about|like|by|probably|maybe|roughly|around|almost|close|some|to|a|good|easy? about|to|a|good? T",
        ),
        ("in the hole", Lateness, "T in|into the hole|red"),
        (
            "repair",
            Other,
            "looked|fixed|fixing|repaired|repairing|worked|working|replaced|patched|swapped at|on|up|? like|about|maybe|for|another|probably? T",
        ),
        (
            "lost",
            Lateness,
            "lost|robbed|wasted|ate|burned|killed|blew|set|sets|setting|cost|costing|put|puts|putting|pushed|delayed|delay|behind|late .. T",
        ),
        (
            "late for",
            Lateness,
            "late|behind|delayed|delay like|about|by|of|maybe|probably|around|at? least? T",
        ),
        (
            "clock",
            DriveTimeLeft,
            "T .. left|remaining .. on .. clock|eleven|fourteen|hos|seventy",
        ),
        ("drive time", DriveTimeLeft, "T of|on .. clock|legal"),
        (
            "clock has",
            DriveTimeLeft,
            "clock|hos|eleven|fourteen|hours .. T left|remaining",
        ),
        ("out of hours in", DriveTimeLeft, "out of hours|time|clock in T"),
        (
            "call",
            CallBack,
            "call|ring|try|buzz|holler|phone|text|check .. back|me|again|us|up|in|at|after|around|back ... T",
        ),
        ("hit me up", CallBack, "hit|reach me|us ... T"),
        ("call it", Arrival, "call it|that T"),
        (
            "from you",
            Arrival,
            "T north|south|east|west|outside|short|shy|up|down|? from|of you|yall|there",
        ),
        (
            "your way",
            Arrival,
            "your|that|y'all's|yall's way about|in|another|like|still|maybe? T",
        ),
        (
            "toward you",
            Arrival,
            "to|toward|towards you|yall|y'all about|in|another|like|still|maybe? T",
        ),
        (
            "put me down",
            Arrival,
            "put|mark|pencil me|us|it|her down|in for|at T",
        ),
        (
            "give a shout",
            CallBack,
            "give|gimme|shoot|drop me|us? a|another? shout|call|ring|holler|buzz|text|message|jingle|line .. T",
        ),
        (
            "hold on a moment",
            Other,
            "wait|hold|hang|moment|bear on|please|up|just|with|sir|maam|man|me|? T",
        ),
        ("call after", CallBack, "T .. call|try !it|that"),
        ("free", CallBack, "free|available|talk .. at|in|after|around T"),
        (
            "be there",
            Arrival,
            "be|get|getting|make|made|arrive|arriving|arrival|there|pull|roll|rolling|eta|etas|land|show|deliver|delivering|hit|back|in ... T",
        ),
        (
            "says",
            Arrival,
            "gps|navigation|see|hoping|gunning|says|say|saying|shows|showing|figure|figuring|shooting|aiming|looking|calling|expect|expecting|guess|guessing|thinking|planning|plan|computer|garmin|qualcomm|puts|putting|closer ... T",
        ),
        (
            "has me at",
            Arrival,
            "gps|nav|navigation|garmin|computer|phone|maps|google|waze|eld|tablet|screen|map|qualcomm|it is|has|have|got|puts|put|shows|showing|had|? got|? me|us at|in|arriving|there|around|about|getting|by ... T",
        ),
        (
            "will be",
            Arrival,
            "it|that|this|we|i is|am|are|? will|going to? be like|about|around|probably|more|closer|to|nearer|? like|to|? T",
        ),
        (
            "out",
            Arrival,
            "T .. out|away|to|till|until|from|left|more|tops|max|drive !of|load|unload|empty|get|lumper",
        ),
        (
            "away",
            Arrival,
            "another|about|like|roughly|maybe|probably|still|got|have T .. out|away|left|go|drive",
        ),
        ("drive", Arrival, "T .. out|away|drive|ride|eta"),
        ("then", Arrival, "then ... T"),
        (
            "then",
            Arrival,
            "after|from that|there|here it|i|? is|am|got|have|? like|about|another? T",
        ),
        (
            "be",
            Arrival,
            "will|should|ought|going be|make|arrive|get|hit|land|pull|roll|have ... T",
        ),
        ("by", Arrival, "there|here|in|it by|at|around|before|in|about T"),
    ])
});

/// The rules that fit around the time: their `T` stands for its tokens.
pub(super) fn hits(said: &Said<'_>, t: &Time) -> Vec<(Role, &'static str)> {
    let mut range = piece(said, &t.span);
    if stands_alone(said, t) {
        range.start = t.span.start;
    }
    if range.start > 0 && said.is(range.start, &["until", "till"]) {
        range.start = said.clause_range(range.start - 1).start;
    }
    let last = range.end;
    // The clause with the time folded into one word; no rule looks farther than this.
    const REACH: usize = 24;
    let from = range.start.max(t.span.start.saturating_sub(REACH));
    let to = last.max(t.span.end).min(said.len()).min(t.span.end + REACH);
    let mut token = said.tokens[t.span.start].clone();
    token.word = "T".to_owned();
    let mut tokens = said.tokens[from.min(t.span.start)..t.span.start].to_vec();
    tokens.push(token);
    tokens.extend_from_slice(&said.tokens[t.span.end.min(to)..to]);
    for tok in &mut tokens {
        tok.clause = 0;
    }
    let folded = Said::of(said.raw, tokens);
    ROLES
        .iter()
        .filter(|r| {
            r.pattern
                .find_all(&folded)
                .iter()
                .any(|span| span.clone().any(|i| folded.word(i) == "T"))
        })
        .map(|r| (r.value, r.name))
        .collect()
}
