//! Lumpers and detention.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::facts::{Facts, Found, Lumper};
use crate::slot::Slot;

use super::lumpers::{LUMP, LUMPERS};

/// Paid and gone: a receipt in hand, or what they charged. None of the codes says "done".
fn is_over(said: &Said<'_>) -> bool {
    let priced = pat!("@lump was|were|cost|charged|ran|took .. bucks|dollars|hundred|#")
        .find_all(said)
        .into_iter()
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
    let at_work = pat!("working|unloading|started|still|now|waiting|coming").is_in(said);
    (priced || receipt || paid) && !at_work
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
    if !asks || over {
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
    if let Some(value) = latest(said, since).filter(|_| mention.is_some()).or((crew_works
        || simple.is_in(said) && !pat!("not|wait~|then|when|own").is_in(said))
    .then_some(Lumper::Working))
    {
        facts.lumper = set(value, "answer");
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

pub(super) fn detention(said: &Said<'_>, asked: Option<Slot>, facts: &mut Facts) {
    let word = pat!("detention|attention|retention|tension|detentions|detained");
    let heard = word.find(said).filter(|r| {
        said.is(r.start, &["detention", "detentions", "detained"])
            || asked == Some(Slot::Detention)
            || said.is(r.start.wrapping_sub(1), &["on", "in", "into"])
    });
    let found = |value, span: Range<usize>, rule: &str| {
        Some(Found {
            value,
            words: said.words(span),
            rule: rule.to_owned(),
        })
    };
    if let Some(span) = heard {
        let start = said.clause_range(span.start).start;
        let topic = (start..span.start).any(|j| said.is(j, &["how", "what", "who", "much", "paying"]));
        if topic || scope::asks(said, span.start) {
            return;
        }
        let not_yet = pat!("detention|attention not|yet|starts|start|in|will|after")
            .at(said, span.start)
            .is_some();
        let no = scope::denied(said, span.start) || not_yet;
        if scope::supposed(said, span.start)
            || pat!("figure|figuring|expect|expecting|count|counting|looking|see|smell|plan|planning on|at|for|? .. detention").is_in(said) && !no
            || pat!("detention soon|next|later|coming|before")
                .at(said, span.start)
                .is_some()
                && !no
                && !said.is(span.start.wrapping_sub(1), &["on"])
            || pat!("about|fixing|almost|close to|into")
                .find(said)
                .is_some_and(|r| r.end <= span.start)
                && !no
        {
            return;
        }
        facts.detention = found(!no, span, "detention");
        return;
    }
    // The two hours that are free, and the clock that pays for what is more.
    let asks = asked == Some(Slot::Detention);
    let over = pat!(
        "past|over|beyond|outside|after|blew|blown|passed|through|used|burned|exceeded up|through|by|past? my|the|our|that? two|free|2|grace free|hours|hour|time|period|window hours|time|period|window|?"
    );
    let paying = pat!(
        "they|broker|customer|receiver|y'all|you|getting|be|am|are|getting|being paying|paid|pay|billing|charged me|to|for|for? sit|wait|waiting|sitting|it|the|by|hour|time"
    );
    let clock = pat!(
        "clock|meter|time|it|that|detention is|has|have|already|been|been|just|? started|running|ticking|rolling|kicked|begun|began|starts|going"
    );
    let free = pat!(
        "still|within|inside|under|got|in|have on|in|left? my|the|two|free? two|free hours|time|window|grace|hour"
    );
    let short = pat!("only|just|barely|about|but been|got|be here|? .. #");
    let barely = pat!("only|just|barely|but about|like|maybe|? # minutes in|$|here|so|? far|?");
    let states = |p: &crate::extract::pattern::Pattern| {
        p.find(said)
            .filter(|r| !scope::asks(said, r.start) && !scope::supposed(said, r.start))
    };
    if asks && let Some(span) = states(free) {
        facts.detention = found(scope::denied(said, span.start), span, "free time");
        return;
    }
    let ran_out = pat!(
        "hours|hour|time|window|grace|free is|are|was|were|has|have|already|been|just|all|? run|ran|runs|over|up|expired|gone|passed|ended|out|done|burned|used"
    );
    for p in [over, paying, clock, ran_out] {
        if asks && let Some(span) = states(p) {
            facts.detention = found(!scope::denied(said, span.start), span, "time is up");
            return;
        }
    }
    if asks
        && facts.detention.is_none()
        && pat!("just|barely got|pulled|backed|checked here|in").is_in(said)
            | states(barely).is_some()
            | states(short).is_some_and(|r| pat!("minutes").find(said).is_some_and(|m| m.start >= r.start))
        && !pat!("^ yeah|yes|yep|yup").is_in(said)
    {
        facts.detention = found(false, 0..said.len(), "just came");
        return;
    }
    if asked == Some(Slot::Detention) {
        let so = pat!("say|think|guess|believe|reckon|suppose|hope|assume so").find(said);
        if let Some(span) = so {
            facts.detention = found(!scope::denied(said, span.start), span, "answer");
        } else if let Some(span) =
            pat!("started|began|begun|kicked|begin in|on|off|about|like|at|around|an|?")
                .find(said)
                .filter(|r| !scope::denied(said, r.start) && !scope::supposed(said, r.start))
        {
            facts.detention = found(true, span, "answer");
        } else if pat!("yeah|yes|yep|yup sir|maam|man? $").is_in(said)
            && !pat!("^ no|nah|nope|not").is_in(said)
        {
            facts.detention = found(true, 0..said.len(), "answer");
        } else if pat!("^ oh|well|uh? no|nah|nope|not|negative").is_in(said) {
            facts.detention = found(false, 0..1, "answer");
        } else if pat!(
            "^ oh|well|uh? yeah|yes|yep|yup|affirmative|sure|absolutely|they|i|we are|am|is|started?"
        )
        .is_in(said)
            && (pat!("^ oh|well? yeah|yes|yep|yup|affirmative|sure|absolutely").is_in(said))
        {
            facts.detention = found(true, 0..1, "answer");
        }
    }
}
