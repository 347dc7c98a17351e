//! The answer to the reminder about the proof of delivery.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::pattern::{Pattern, pat};
use crate::extract::scope;
use crate::extract::text::Said;
use crate::facts::{Facts, Found};
use crate::slot::Slot;

static POD_YES: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "soon is i|we|he|she|they", "ugh|well|oh|aw|man|^ fine|okay|sure $|will|all|yeah", "then i|we will|can|do|got", "will do|send|get|upload|scan|take|fax|email|text|snap|shoot|grab|have|make|submit|drop|turn|be",
        "already|just|done did|sent|uploaded|scanned|done|submitted|emailed|faxed|got|have|turned|shot|texted",
        "sent|uploaded|scanned|emailed|submitted|faxed|texted it|them|that|the|pod|over|in|already|bills|paperwork|bol",
        "got|have|grabbed|getting it|them|my|the|a ... signed|scanned|uploaded|pod|paperwork|bills|copy|copies|ready",
        "going to send|upload|scan|get|take|submit",
        "you got it|that",
        "done deal", "no|not a|any|big|the? problem|worries|issue|sweat", "of course", "ten|10 four|4", "roger|copy|understood|absolutely|definitely|certainly|affirmative|sure|bet|gotcha",
        "sounds good", "got|have it|that covered|handled|done|ready|here", "i know", "can do", "i got you|it", "consider it done", "soon as|after|when|once i",
        "every|each|first|same time|single|thing|day|load|as|way", "always do|does|send|sent|have", "guess|reckon|suppose|sure i|we can|could|will|should",
        "i|we can|could|should just|probably|maybe|? send|snap|shoot|take|scan|get|text|email|upload|fax|do|grab|drop",
        "soon as|once|when|after he|she|they|i|we|the|somebody .. sign|signs|stamp|stamps|hand|hands|give|gives|finish|finishes|bring|brings",
        "^ yeah|yes|yep|yup|yessir|okay|sure|right|alright|fine|all|yea", "no doubt", "always do", "as soon as",
        "i|we send|upload|scan|text|email|bring|give it|them|that|this|now|you|pod|picture|photo|later|after|tonight|today",
        "!or|say|said|says|the|a|is yes|yeah|yep $",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// "my co driver put it in the app", "the office has it": it is where it belongs.
fn is_delivered(said: &Said<'_>) -> bool {
    [
        pat!("sent|uploaded|scanned|emailed|faxed|texted|submitted|mailed|messaged|shot|snapped|turned|dropped|put|handed|gave|loaded|posted|filed|attached|logged ... in|to|over|through|it|them|bills|pod|paperwork|papers|copy|copies|office|app|system|portal"),
        pat!("took|made|make|take|snap|snapped|shoot|shot|got a|the|some|my|? good|clear|nice|? photo|photos|picture|pictures|pic|pics|scan|snapshot|copy"),
        pat!("it|they|that|pod|paperwork|bills|everything|copy|picture|pictures|photo|pic|pics|scan|file is|are|should|went|go|all|already|be|? ... app|system|portal|email|inbox|folder|drive|cloud|mail|queue|through|sent|uploaded|office|driveaxle|transflo|vector"),
        pat!("you|y'all|they|dispatch|office|broker will|should|already|all|got|have|has ... have|got|has it|them|that|copy|bills|paperwork|pod"),
        pat!("all set|done|good|handled|squared|taken"),
        pat!("done and done"),
        pat!("taken|took care of"),
        pat!("on its|the|their|my way|to|agenda|list"),
        pat!("did|done that|it|so already|earlier|when|before|yesterday|?"),
        pat!("consider|count|call it|that|on ~ed|done|it|me"),
        pat!("signed sealed|and"),
        pat!("been|got|did|is all|it|already|? done|handled|sent|uploaded"),
        pat!("am|is|are snapping|sending|scanning|uploading|taking|emailing|texting|shooting|faxing|doing|submitting|working|loading"),
        pat!("stuck|stick|left|leave|put|dropped|placed|slid .. in|at|on|inside|with .. box|bin|terminal|office|app|slot|mailbox|desk|yard|shop"),
        pat!("soon|right|first after|as|thing|when|once ... done|signed|signs|sign|stamps|finishes|gives|hand|hands|empty|leave|stop|park|get|finish|in"),
    ]
    .into_iter()
    .any(|p| p.find_all(said).iter().any(|r| !scope::denied(said, r.start)))
}

/// "they kept the only copy", "the guy walked off with it": somebody else has it for good.
fn is_gone(said: &Said<'_>) -> bool {
    pat!("no|without|got|lost|zero signal|internet|data|service|wifi|bars|battery|reception|coverage").is_in(said) && pat!("not|no|can|till|until").is_in(said) && !pat!("will|soon|when|once|after").is_in(said)
        || pat!("not|never going|go|goes|gone|uploading|upload|sending|send|working|work|load|loading|scan|scanning through|$|right|for").is_in(said)
        || pat!("wants|want|keeping|keeps|kept|keep|hang|hanging|hold|holding on to|both|all|the|it|my|them|every|? both|all|the|it|my|them|last|single|? copies|copy|bills|paperwork|it|them|originals|original").is_in(said) && pat!("receiver|they|he|she|office|customer|clerk|guard|shipper|lady|guy").is_in(said) && !pat!("i will|got|a").is_in(said)
        || pat!("got|have|with nothing|none|zilch|squat|zip left|here|? to? send|scan|upload|give|shoot|snap|take|turn|fax|email").is_in(said)
        || pat!("not|never have|got|get|gave|give me|? nothing|anything|it|one|none|squat|copy|that|them|any").is_in(said) && !pat!("not have problem|to").is_in(said)
        || pat!("want|wants|going|will to|? mail|mailing|keep|keeping it|them|the").is_in(said) && pat!("they|he|she|receiver|office|customer").is_in(said) && !pat!("i will|sent|signed").is_in(said)
        || pat!("not read|legible|readable|make|see a|it|out|the").is_in(said)
        || pat!("they|he|she|guy|guard|clerk|receiver|lady|office|somebody|someone|shipper|driver|dog|wind|one|rain ... kept|keeps|keeping|took|walked|ran|threw|tossed|lost|shredded|ate|got|ruined|swiped|blew off|away|with|the|my|it|them|all|both|only|out").is_in(said)
        && (pat!("kept|keeps|keeping|walked|ran|threw|tossed|lost|shredded|ate|ruined|swiped|blew").is_in(said)
            || pat!("took ... only|all|both|never|not|with|away|off").is_in(said))
        && !pat!("signed|kept a|their|me|us|copy|one").is_in(said)
        || pat!("it|that|they|paperwork|bills|pod|them|copy is|are|got all|long|already|? gone|lost|missing|trashed|destroyed|torn|ripped !out|to|in|over|through|off").is_in(said)
        || pat!("soaked|ruined|illegible|blank|missing|misplaced|unsigned|shredded|stolen").is_in(said)
        || pat!("not|never|nobody|no|refused|refuse|without|nothing ... sign|signed|signs|signing|stamp|stamped|signature|signatures|initial|give|gave|given|hand|handed").is_in(said)
        || pat!("is|are my|the|your|somebody|someone|dispatch|office|carrier|broker else|office|job|department|problem|responsibility|business|dispatch|dispatcher").is_in(said) && pat!("job|department|problem|responsibility|business").is_in(said)
        || pat!("till|until|unless|before ... pay|paid|pays|paying|money|detention|check|cash").is_in(said)
            && pat!("nothing|not|no|none").is_in(said)
        || pat!("that is ... job|department|problem|responsibility|business").is_in(said)
}

/// "the printer died so she's writing it out and i'll shoot it to you after": what stood in the way does not stop him.
fn promised(said: &Said<'_>) -> Option<Range<usize>> {
    pat!("i|we will|am|are|going|gonna going|to|just|still|probably|definitely|surely|? to|just|? send|sending|shoot|use|using|scan|scanning|text|texting|email|upload|fax|borrow|snap|forward|submit|get it|them|that|you|a|one|y'all|over|those|both|the|theirs")
        .find_all(said)
        .into_iter()
        .chain(pat!("you|y'all|they will|shall get|have|see|receive it|them|that|those|one|copy").find_all(said))
        .find(|r| {
            let after = r.end..said.len();
            let late = pat!("till|until").all_within(said, after.clone()).next().is_some();
            let hindered = !late && after.clone().any(|i| said.is(i, &["but", "except", "cannot", "kept", "lost"]))
                || pat!("can|could|will|do not").all_within(said, after.clone()).next().is_some();
            let priced = pat!("if|when|once|after|unless|till|until .. pay|pays|paid|money|detention|check").is_in(said);
            !hindered && !priced && !scope::denied(said, r.end - 1) && !scope::asks(said, r.start)
        })
}

/// Reads the answer to the reminder about the proof of delivery.
pub(in crate::extract) fn pod(said: &Said<'_>, asked: Option<Slot>, is_question: bool, facts: &mut Facts) {
    let asks = asked == Some(Slot::Pod);
    let named = pat!("pod|pods|paperwork|bills|bol|bols|proof|receipt|papers|delivery receipt?")
        .find(said)
        .or_else(|| pat!("p o d").find(said));
    let found = |value, rule: &str| {
        Some(Found {
            value,
            words: said.words(0..said.len()),
            rule: rule.to_owned(),
        })
    };
    if is_question || said.len() == 0 {
        return;
    }
    let cannot = pat!("can|could|will|would|not not|going .. !have|miss|problem|forget|worry").find_all(said).iter().any(|r| said.is(r.start + 1, &["not"]) || said.is(r.start, &["not"]) && said.is(r.start + 1, &["going"]))
        || pat!("no|not|never|without|lost|refuse|refused|refusing|have .. sign|signed|pod|paperwork|copy|bills|way|scanner|app|send|sending|giving|uploading|scanning|doing|get|one|it").find_all(said).iter().any(|r| !said.is(r.start, &["have"]) && pat!("no problem|worries|doubt|need|big|issue|sweat").at(said, r.start).is_none())
        || pat!("lost|forgot|ripped|left|refuse|refused the|my|to|your|that|sign|signing|? it|them|pod|paperwork|bills|sign").is_in(said)
        || pat!("not fooling|messing|dealing|bothering|bothered|screwing|playing|monkeying|sending|doing|touching|scanning|uploading|hassling|mess|fool|deal|bother|screw").is_in(said)
        || pat!("no|not a|? chance|prayer|way !around|to").is_in(said)
        || pat!("rather|prefer|prefers not").is_in(said)
        || pat!("absolutely|definitely|hell|heck|certainly|probably not|no").is_in(said)
        || pat!("no can do").is_in(said)
        || pat!("when|once|after|if|unless|until you|y'all|they|dispatch|company|office|somebody pay|pays|paid").is_in(said)
        || pat!("phone|camera|scanner|app|printer|signal .. not|broke|broken|dead|busted|down|died").is_in(said)
        || pat!("not happening|mine|doing|my|going|possible|able|do").is_in(said);
    let forget = pat!("not forget|miss|worry|lose").is_in(said);
    if asks && let Some(span) = promised(said) {
        facts.pod_ack = Some(Found {
            value: true,
            words: said.words(span),
            rule: "promises".to_owned(),
        });
    } else if asks {
        let delivered = is_delivered(said);
        let denies = pat!("not|never|refused|refuse|nobody").is_in(said);
        // "hadn't planned on it but i can"
        let after_all = pat!("but|though|so i|we|yeah|sure|? can|will|could|guess !not").is_in(said)
            && !pat!("but|though .. not|when|if").is_in(said)
            // "ain't signed yet but soon as it is you got it"
            || pat!("but as|right|the|? soon|once|after|minute|second").is_in(said)
                && pat!("you|i will|got|can it|that|them|get|send|have|shoot|see").is_in(said);
        if after_all {
            facts.pod_ack = found(true, "agrees after all");
        } else if is_gone(said) && (denies || !delivered) {
            facts.pod_ack = found(false, "somebody has it");
        } else if delivered && !pat!("can|could|will|would not !forget|miss").is_in(said) {
            facts.pod_ack = found(true, "sent or will be");
        } else if cannot && !forget {
            facts.pod_ack = found(false, "cannot");
        } else if forget
            || POD_YES
                .iter()
                .any(|p| p.find_all(said).iter().any(|r| !scope::denied(said, r.start)))
        {
            facts.pod_ack = found(true, "agrees");
        } else if pat!("^ well|uh? no|nah|nope|negative $").is_in(said) {
            facts.pod_ack = found(false, "answer");
        }
    } else if named.is_some() && !cannot {
        let promise = pat!(
            "will|going|already|just|sent|send|sending|scanned|scan|uploaded|upload|submitted|emailed ... pod|paperwork|bills|bol|proof|papers"
        );
        let after = pat!("pod|paperwork|bills|bol|proof|papers ... sent|send|uploaded|scanned|in|over");
        let then = pat!(
            "will|going|got|have get|to|sent|send|shoot|shot|email|emailed|upload|uploaded|have|scan|scanned|text|fax|turn|it|already ... you|it|them|that|over|in|yall"
        );
        if promise.is_in(said)
            || then
                .all_within(said, named.as_ref().map_or(0, |n| n.end)..said.len())
                .next()
                .is_some_and(|r| {
                    (r.start..r.end).any(|i| said.is(i, &["it", "them", "that"]))
                        && said.is(r.start.wrapping_sub(1), &["i", "we"])
                })
            || pat!("i|we already|just|? sent|uploaded|scanned|emailed|texted|faxed|submitted them|it|that|those|copies")
                .is_in(said)
            || after.find(said).is_some_and(|r| {
                pat!("will|sent|send|uploaded|scanned|upload")
                    .find(said)
                    .is_some_and(|s| s.start >= r.start || s.end <= r.end)
            }) && !pat!("wait~ on|for").is_in(said)
        {
            facts.pod_ack = found(true, "promises");
        }
    }
}
