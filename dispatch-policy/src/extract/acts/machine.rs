//! The register of machines that answer: greetings on tape, menus.

use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::facts::Act;

/// Reads the whole: a machine's sentences do not part as a person's do.
pub(super) fn read(said: &Said<'_>, add: &mut impl FnMut(Act, &'static str)) {
    let has = |pattern: &crate::extract::pattern::Pattern| pattern.is_in(said);
    let digit = has(pat!(
        "press|dial|push|enter|select|hit|touch|presione|oprima|marque|marca el|the|number|key|? one|two|three|four|five|six|seven|eight|nine|zero|1|2|3|4|5|6|7|8|9|0|pound|star|hash|uno|dos|tres|cero !again|more|way|door|button|minutes|times|miles|o"
    ));
    let say = has(pat!(
        "say|speak|ask .. or|for|you|please|now? .. press|say|dial|yes|dispatch|operator|agent|billing|representative|sales|main"
    )) && has(pat!(
        "for|or|please|you press|say|may|can|want|billing|dispatch|sales|support|accounting|hiring"
    ));
    let offers = has(pat!(
        "for|to dispatch|billing|sales|accounting|payroll|safety|operations|recruiting|spanish|english|claims|support|safety|hiring|parts|service|drivers|customer press|say|dial|or|please|push"
    ));
    let reach = has(pat!(
        "to reach|speak|leave|hear|return|repeat|continue|cancel|connect|report ... press|stay|dial|remain|enter"
    )) && !has(pat!("i|he|they|me"));
    let keys = reach
        || has(pat!("pound|star|hash|number sign|key|button"))
            && has(pat!("press|followed|enter|by|then|hit|touch|spell|the"));
    let menu = keys
        || has(pat!("menu|options|option|extension|directory"))
            && has(pat!(
                "listen|carefully|changed|following|main|party's|party|your|dial|know|name|company|return|available|press|enter|an|these"
            ));
    let party = has(pat!(
        "your party's|party|parties .. extension|number|name|digit|digits"
    ));
    let queue = has(pat!("your call is|may|will|being|has"))
        && has(pat!(
            "important|recorded|monitored|answered|order|transferred|quality|held|queue|connected|placed"
        ))
        || has(pat!(
            "next|all|our|of|first available|agents|representatives|operators|lines|associates|associate|our agent|representative|operator|associate|are|team|busy|is|currently|of"
        ))
        || has(pat!(
            "stay|remain|please|hold on|hold|the|line|for|while line|hold|next|assistance|the|we|connect|your|your"
        )) && has(pat!("line|next|assistance|connect|transfer|order|assist|caller"))
            && has(pat!(
                "your|next|assistance|will|caller|order|shortly|moment|we|available"
            ))
            && !has(pat!("i|me|my"))
        || has(pat!("for quality|training|security assurance|and|purposes|or"))
        || has(pat!("calls|call may|will|is|are be|being|? recorded|monitored"));
    let thanks = has(pat!("thank you for calling|holding|your"))
        || has(pat!("welcome to"))
            && has(pat!(
                "if|press|for|say|trucking|transport|logistics|freight|automated|voice"
            ));
    if !has(pat!("i|he would|could|can|had|tried|got|was"))
        && (digit && (offers || menu || thanks || !has(pat!("i|he|they")))
            || say && (offers || menu || thanks || has(pat!("or"))) && !has(pat!("i|me|my"))
            || menu && !has(pat!("i|he|my"))
            || queue
            || party
            || thanks
            || offers && has(pat!("for|to .. press|say|dial")))
    {
        add(Act::Ivr, "menu");
    }
    let tone = has(pat!(
        "at|after|wait|following|hear|until the|for|sound|? tone|beep|signal"
    )) || has(pat!(
        "say|speak|leave|talk|tell|state ... when|once|after|till it|you|the hear|? beep|beeps|beeping|tone"
    ));
    let leave = has(pat!(
        "leave|leaving|record|recording|state me|us|your|a|my|the|an|? name|number|message|detailed|brief|short|callback|voicemail|voice"
    )) && !has(pat!("i|he|she|did|can left|leave|leaving"));
    let away = has(pat!(
        "not|unable|can|cannot|could not|to|? come|get|take|answer|available|reach|pick to|the|your|take|right|? phone|call|calls|up|at|now|this !with"
    )) && (has(pat!("is|are not available"))
        && has(pat!(
            "person|party|subscriber|customer|wireless|number|caller|callers|mike|google|you"
        ))
        || has(pat!("i|we|he|she am|are|can|will|is not|unable"))
            && has(pat!(
                "leave|name|number|message|back|you|soon|possible|tone|beep|return"
            ))
            && has(pat!("message|tone|beep|name|possible|return")));
    let mailbox = has(pat!(
        "mailbox|voicemail|mail|inbox|messaging|message box|? is|has|that|you|full|service|system|belonging|of|not|cannot|can|center|for"
    )) && has(pat!(
        "mailbox|voicemail|inbox|messaging|message for|full|set|setup|belonging|system|service|is|accept|memory|not|cannot|has|can|you|center|box"
    ));
    let forwarded = has(pat!(
        "call|calls has|have|is|are been|being forwarded|transferred|sent|redirected !to"
    )) || has(pat!(
        "call|calls has|have|is|are been|being forwarded|transferred|sent|redirected to !me|us|my|our"
    )) || has(pat!("forwarded to !me|us|my|our"));
    let carrier = has(pat!(
        "number|person|party|subscriber|customer|caller you have|are|? dialed|reached|calling|called|trying"
    )) && has(pat!(
        "disconnected|service|unavailable|not|full|accepting|screening|available|changed|subscribed|unassigned|reach|busy|range"
    )) || has(pat!("not accepting|taking calls"))
        || has(pat!("you have reached"))
        || has(pat!("screening service|calls"))
        || has(pat!("try your|the call|again again|later")) && has(pat!("please|unavailable|hang|available"));
    let hours = has(pat!("office|business|normal|regular|our hours"))
        && has(pat!("are|closed|open|through|during|outside|after|call"))
        && !has(pat!("i|me|my"))
        || has(pat!("office|offices|we is|are currently|now|presently|? closed"))
            && has(pat!("hours|through|call|holiday|back|again|message|reopen"));
    let recorded = has(pat!("this is a|an recorded|automated|recording|automatic"))
        || has(pat!(
            "automatic|automated voice|message|messaging|attendant|system|answering"
        ));
    if tone && !has(pat!("i|he got|left|heard"))
        || leave
        || away
        || mailbox && !has(pat!("i|my was|got|left|sent|full|from|yesterday|called|check"))
        || forwarded
        || carrier
        || hours
        || recorded
    {
        add(Act::Voicemail, "tape");
    }
}
