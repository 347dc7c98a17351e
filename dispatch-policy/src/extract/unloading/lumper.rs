//! Lumpers: the crew that is paid to unload.

use crate::extract::other_driver;
use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::facts::{Facts, Found, Lumper};
use crate::slot::Slot;

use super::answered::answered;
use super::lumpers::{LUMP, LUMPERS};

/// Paid and gone: a receipt in hand, or what they charged. None of the codes says "done".
fn is_over(said: &Said<'_>) -> bool {
    let priced = pat!("@lump was|were|cost|charged|ran|took .. bucks|dollars|hundred|#")
        .find_all(said)
        .into_iter()
        .chain(pat!("@lump was|were|cost|costs|charged|ran|took me|us|? about|like|? #").find_all(said))
        .any(|span| !said.is(span.end, &["minutes", "hours", "hour", "oclock", "guys", "of"]));
    let receipt = pat!("receipt|receipts").find(said).is_some_and(|r| {
        !scope::denied(said, r.start) && !scope::asks(said, r.start) && !scope::supposed(said, r.start)
    });
    let paid = pat!("paid .. @lump").find(said).is_some_and(|r| {
        !scope::denied(said, r.start)
            && !scope::supposed(said, r.start)
            && !pat!("be|get|getting|is|are paid")
                .find_all(said)
                .iter()
                .any(|b| b.end == r.start + 1)
    });
    // "the lumper's long gone", "lumper finished already", "lumper's paid"
    let gone = pat!("@lump is|are|has|have|was|were|been|got|? long|all|already|just|been|done|? gone|finished|done|paid|left|through !to|for|on|at|home|somewhere|with|the|next|across|now")
        .find_all(said)
        .into_iter()
        .any(|r| !scope::denied(said, r.end - 1) && !scope::supposed(said, r.start) && !(r.start..r.end).any(|i| said.is(i, &["not"])));
    let at_work = pat!("working|unloading|started|still|now|waiting|coming").is_in(said);
    (priced || receipt || paid || gone) && !at_work
}

pub(super) fn lumper(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    let mention = LUMP
        .find(said)
        .filter(|r| !said.is(r.start, &["bumper"]) || !said.is(r.end, &["to"]));
    let asks = asked == Some(Slot::Lumper);
    let over = (asks || mention.is_some()) && is_over(said);
    if over {
        facts.lumper_over = Some(Found {
            value: true,
            words: said.words(0..said.len()),
            rule: "paid".to_owned(),
        });
    }
    // "i'm waiting on the lumper at the next stop": not here.
    if mention
        .as_ref()
        .is_some_and(|m| other_driver::is_at_another_stop(said, m.start))
    {
        return;
    }
    for rule in LUMPERS.iter() {
        let Some(span) = rule
            .pattern
            .find(said)
            .filter(|r| !scope::upon_arrival(said, r.start))
        else {
            continue;
        };
        let needs_topic = matches!(rule.name, "they do it themselves" | "waiting for a code");
        if needs_topic && !asks && mention.is_none() {
            continue;
        }
        if rule.value != Lumper::NotNeeded && over {
            continue;
        }
        // "no lumper yet" waits for one.
        let value = if rule.name == "no lumper"
            && pat!("@lump here|available|around|so|right? far|now|? yet|so")
                .at(said, span.end - 1)
                .is_some()
        {
            Lumper::Waiting
        } else {
            rule.value
        };
        let value = mention
            .as_ref()
            .filter(|_| rule.value != Lumper::NotNeeded)
            .and_then(|m| latest(said, m.end))
            .unwrap_or(value);
        // "the lumper said he'll start on me when he's done next door": he is to come.
        let to_come = value == Lumper::Working
            && (span.start..said.len()).any(|i| {
                said.is(i, &["will", "would"])
                    && said.is(
                        i.wrapping_sub(1),
                        &["he", "she", "they", "lumper", "lumpers", "crew"],
                    )
                    || said.is(i, &["when", "once", "after", "till", "until"])
                        && said.is(i + 1, &["he", "she", "they"])
                        && said.is(
                            i + 2,
                            &["is", "are", "get", "gets", "finish", "finishes", "come", "comes"],
                        )
            });
        let value = if to_come { Lumper::Waiting } else { value };
        if scope::asks(said, span.start) || rule.value != Lumper::NotNeeded && scope::denied(said, span.start)
        {
            continue;
        }
        facts.lumper = Some(Found {
            value,
            words: said.words(span),
            rule: rule.name.to_owned(),
        });
        return;
    }
    // "the boys that unload haven't turned up": lumpers by what they do.
    let unnamed = pat!(
        "guys|boys|people|crew|fellas|men|folks|ones|fellers|kids that|who|which|to unload|unloads|offload|break|throw|unloading ... not|nobody|late .. shown|turned|here|come|came|started|up|arrived|in|showed|show"
    );
    if let Some(span) = unnamed.find(said).filter(|_| mention.is_none()) {
        facts.lumper = Some(Found {
            value: Lumper::Waiting,
            words: said.words(span),
            rule: "not turned up".to_owned(),
        });
        return;
    }
    // "the lumper said he'll start on me when he's done with the next truck"
    if let Some(m) = mention.as_ref().filter(|m| !over && promises(said, m.end)) {
        facts.lumper = Some(Found {
            value: Lumper::Waiting,
            words: said.words(m.clone()),
            rule: "will come".to_owned(),
        });
        return;
    }
    // "the crew boss says twenty minutes till he can get to me"
    let reaches = pat!(
        "till|until|before he|she|they|somebody|someone|@lump can|could|will|get|gets|is|are|start|starts|come|comes .. me|us|mine|it|my|here|start|started|$"
    );
    // "it's just me and a pallet jack"
    let alone = pat!(
        "just|only|nobody|nothing but|except|? me|myself|us and|with|on|in|here|doing|throwing|$ ... jack|jacks|dolly|forklift|hand|hands|boxes|it|trailer|here|alone|muscle"
    );
    // "the unload crew's on break", "yep three of em with a jack"
    let away = pat!(
        "@crew is|are|am|went|gone|took|has|have|still|all|? gone|on|at|to|for|their|a|all|still|? on|at|to|for|their|a|? lunch|break|dinner|supper|smoke|meeting|late|shift|home|elsewhere"
    );
    let hands = pat!(
        "one|two|three|four|five|six|couple|few|some|just of|old|little|? them|guy|fella|man|kid|dude|guys|fellas|boys|men|fellers|dudes|people by|with|is|are|in|inside|going|working|at|on|already|just|back|sweating|throwing a|the|in|it|there|to|my|here|on|? himself|themselves|hisself|jack|jacks|forklift|inside|there|it|town|boxes|trailer|work|back|working|$"
    );
    if let Some((span, value)) = away
        .find(said)
        .map(|r| (r, Lumper::Waiting))
        .or_else(|| hands.find(said).map(|r| (r, Lumper::Working)))
        .filter(|(r, _)| asks && !scope::denied(said, r.end - 1) && !scope::supposed(said, r.start))
    {
        facts.lumper = Some(Found {
            value,
            words: said.words(span),
            rule: "the crew".to_owned(),
        });
        return;
    }
    // "he wants cash and i ain't got it", "i called y'all for the money code"
    let unpaid = pat!(
        "want|wants|wanting|needs|need|asking|asked|call|called|calling|begging for|to|y'all|you|dispatch|the|? for|to|the|a|be|? the|a|his|their|get|? money|cash|paid|check|comcheck|code|payment|card"
    );
    let paid = pat!("i|we already|just|have paid|gave|handed him|them|the|it|her|?");
    if let Some(span) = unpaid
        .find(said)
        .filter(|r| asks && !scope::denied(said, r.start))
        && !paid.is_in(said)
    {
        facts.lumper = Some(Found {
            value: Lumper::Waiting,
            words: said.words(span),
            rule: "to be paid".to_owned(),
        });
        return;
    }
    let by_wait = reaches
        .find(said)
        .filter(|r| asks && !scope::denied(said, r.start));
    let by_self = alone.find(said).filter(|_| asks);
    if let Some((span, value)) = by_self
        .map(|r| (r, Lumper::NotNeeded))
        .or_else(|| by_wait.map(|r| (r, Lumper::Waiting)))
    {
        facts.lumper = Some(Found {
            value,
            words: said.words(span),
            rule: "who does it".to_owned(),
        });
        return;
    }
    if let Some(value) = answered(said).filter(|_| asks && !over) {
        facts.lumper = Some(Found {
            value,
            words: said.words(0..said.len()),
            rule: "of the crew".to_owned(),
        });
        return;
    }
    // "dunno yet", "not sure, they might have one": no answer.
    let unsure = pat!("^ oh|uh|well|man|honestly|? i|? do|could|would|have|? dunno|not|no|beats|hard|who|doubt know|sure|tell|heard|idea|clue|me|to|knows|certain|it")
        .find(said)
        .is_some_and(|r| {
            said.is(r.end - 1, &["know", "sure", "tell", "heard", "idea", "clue", "knows", "certain"])
                || said.is(r.end.wrapping_sub(2), &["beats", "hard", "doubt", "dunno"])
        })
        || pat!("^ oh|uh|well? dunno|beats").is_in(said);
    if !asks || over || unsure {
        return;
    }
    let all = 0..said.len();
    let set = |value, rule: &str| {
        Some(Found {
            value,
            words: said.words(all.clone()),
            rule: rule.to_owned(),
        })
    };
    // "yeah lumpers, they start now", "the crew's back there throwing boxes": who is asked about need not be named.
    let since = mention.as_ref().map_or(0, |m| m.end);
    let simple = pat!("they|them|he|guys|crew work|works|start|started|unload now|on|it|$|already|me");
    let crew = pat!(
        "@crew|them am|are|is|be|been|just|started|have|has|got|back|in|inside|here|already ... @handling|work|working|started|in|inside|on|at|into|there|tearing|digging|sweating|ripping|cutting there|it|them|me|boxes|off|now|@freight|back|right|into|trailer|$"
    );
    let crew_works = crew
        .find(said)
        .is_some_and(|r| !scope::denied(said, r.end - 1) && !scope::supposed(said, r.start))
        && !pat!("wait~|not|coming|way|yet|own|themselves|house|free").is_in(said);
    if let Some(value) = latest(said, since)
        .filter(|_| mention.is_some() || pat!("but|though").is_in(said))
        .or(
            (crew_works || simple.is_in(said) && !pat!("not|wait~|then|when|own").is_in(said))
                .then_some(Lumper::Working),
        )
    {
        facts.lumper = set(value, "answer");
        return;
    }
    // "Yeah i'm on detention", "no door yet": of another matter of the dock.
    if mention.is_none() && pat!("detention|door|dock|pod|bills|paperwork").is_in(said) {
        return;
    }
    let no = pat!("^ no|nah|nope|not|none|negative|neither").is_in(said);
    let yes = pat!("^ well? yeah|yes|yep|yup|sure|affirmative").is_in(said);
    let comes = pat!(
        "send|sending|getting|bringing|supposed|should|getting|bringing|getting|need|want|wants|owe ... somebody|someone|one|guys|crew|code|comcheck|money|check|payment"
    );
    if pat!("wait~|still|looking|called|coming|way|yet").is_in(said) || comes.is_in(said) && !no {
        facts.lumper = set(Lumper::Waiting, "answer");
    } else if (pat!("working|here|unloading|started|got|using|halfway|hired|throwing|start").is_in(said)
        || pat!("on|at it|them").is_in(said))
        && !no
        && !pat!("been here").is_in(said)
    {
        facts.lumper = set(Lumper::Working, "answer");
    } else if no || pat!("them|they selves|themselves|do|does|it").is_in(said) && !yes {
        facts.lumper = set(Lumper::NotNeeded, "answer");
    } else if yes {
        facts.lumper = set(Lumper::Waiting, "answer");
    }
}

/// What the lumper says he will do, in the clause behind the one that names him.
fn promises(said: &Said<'_>, from: usize) -> bool {
    let next = said.clause_range(said.clause_range(from.saturating_sub(1)).end);
    pat!(
        "he|she|they will|would|is|are|am|should|got|have|has going|to|be|get|start|begin|come|unload|do|take|work|need|? ... start|begin|unload|me|us|mine|next|it"
    )
    .find_within(said, next.start..(next.start + 2).min(next.end.max(next.start)))
    .is_some_and(|r| (r.start..r.start + 3).any(|i| said.is(i, &["will", "would", "going", "to", "should"])))
}

/// "the lumper was late but he's working now": what is said of him later, in a clause of its own, is how it stands.
fn latest(said: &Said<'_>, from: usize) -> Option<Lumper> {
    let works = pat!(
        "he|she|they is|are|has|have|got|just|finally|start|starts ... working|work|unloading|started|start|here|it|on|pulling|breaking|throwing now|$|on|it|me|already|to|off|?"
    );
    let waits = pat!(
        "he|she|they is|are|has|have|did|do|went|left|will|come|had|got ... not|late|coming|way|lunch|break|gone|across|other|another|for|to|elsewhere|after"
    );
    let last = |p: &crate::extract::pattern::Pattern| {
        p.find_all(said)
            .into_iter()
            .filter(|r| r.start >= from && said.clause(r.start) != said.clause(from.saturating_sub(1)))
            .filter(|r| !scope::denied(said, r.end - 1))
            .map(|r| r.start)
            .max()
    };
    // "then they start": not yet.
    let next = |start: &usize| {
        said.is(
            start.wrapping_sub(1),
            &["then", "when", "until", "till", "before", "after", "once"],
        )
    };
    match (last(works).filter(|start| !next(start)), last(waits)) {
        (Some(works), Some(waits)) if waits >= works => Some(Lumper::Waiting),
        (Some(_), _) => Some(Lumper::Working),
        (None, Some(_)) => Some(Lumper::Waiting),
        (None, None) => None,
    }
}
