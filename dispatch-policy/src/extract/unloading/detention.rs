//! Detention: the pay for waiting that begins when the free time is over.

use std::ops::Range;

use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::facts::{Facts, Found};
use crate::slot::Slot;

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
    // "another half hour till it kicks in", "we ain't been here long enough", "i ain't close"
    let to_come = pat!(
        "till|until|before it|they|that|detention|the|my .. kick|kicks|start|starts|pay|pays|begin|begins|runs|run|hits|clock"
    );
    let far_from = pat!("not|nowhere|never .. long|close|near|enough|hardly enough|to|it|yet|that|$");
    // "that don't start till four", "they ain't paying any", "ten minutes shy of it", "had it at the shipper not here"
    let not_running = pat!(
        "not|never|nobody .. start|starts|kick|kicks|begin|begins|pay|pays|paying|running|reached|hit|due|qualify|owed|owe|count|here|there|anywhere !me|us|on|unloading|my|the"
    );
    let shy = pat!(
        "shy|short|away|off|minutes|hour|hours|little of|from|off|left|short|shy|to it|that|the|detention|free|go|$ !past"
    );
    let nearly = pat!("getting|almost|nearly|about there|close|to|due");
    let quick =
        pat!("got|took|take|brought|put|let|had me|us right|straight|in .. quick|fast|away|in|quickly");
    if asks
        && facts.detention.is_none()
        && !pat!("yeah|yes|yep|yup|yessir").is_in(said)
        && let Some(span) = [not_running, shy, quick, nearly]
            .iter()
            .find_map(|p| p.find(said))
    {
        facts.detention = found(false, span, "not running");
        return;
    }
    if asks
        && facts.detention.is_none()
        && let Some(span) = to_come.find(said).or_else(|| far_from.find(said))
    {
        facts.detention = found(false, span, "not yet");
        return;
    }
    if asks && let Some(span) = states(free) {
        facts.detention = found(scope::denied(said, span.start), span, "free time");
        return;
    }
    let ran_out = pat!(
        "hours|hour|time|window|grace|free is|are|was|were|has|have|already|been|just|all|? run|ran|runs|over|up|expired|gone|passed|ended|out|done|burned|used"
    );
    // "way into it", "three hours past it", "i hit the two hour mark a good while back"
    let into = pat!(
        "way|well|already|long|deep|good|far|hours|hour|minutes|past|into|over|beyond past|into|over|beyond|by|it it|that|them|those|free|two|$"
    );
    let mark = pat!(
        "hit|reached|crossed|passed|made|blew|past|over my|the|our|that|? free|two|three|2|#|? hour|hours|time mark|point|line|limit|window"
    );
    let passed = pat!(
        "hours|hour|time|window|grace|mark|free .. came|gone|went|passed|flew|lapsed|expired|ended|elapsed"
    );
    for p in [over, paying, clock, ran_out, into, mark, passed] {
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
    // "nah just started", "just started waiting": what has begun is his being here.
    let begun = pat!(
        "^ oh|well|uh? no|nah|nope|not|just they|we|i|it|? just|only|barely|have|started? just|? started|got|begun|barely|waiting waiting|sitting|here|unloading|on|$"
    );
    if asks && let Some(span) = begun.find(said) {
        facts.detention = found(false, span, "just came");
        return;
    }
    if asked == Some(Slot::Detention) {
        // "since noon yeah", "pretty quick so no", "should be": the answer need not come first.
        let last_yes = pat!("yeah|yes|yep|yup|yessir|yea")
            .find(said)
            .filter(|r| r.start > 0 && !pat!("if|unless|when|then|but|until|till").is_in(said));
        let last_no = pat!("so|and|then|guess|nah|no no|nope|nah|not")
            .find(said)
            .filter(|r| r.end >= said.len());
        let ought = pat!(
            "should|ought|supposed|better|must to|? be|have !soon|in|by|at|close|almost|another|about|getting|later|next"
        );
        let has = pat!(
            "it|they|we|i|that sure|definitely|already|? has|have|is|are|am|does|did sir|man|bud|buddy|now|$"
        );
        let theirs = pat!("on their|his|the|y'all's|your|company dime|clock|nickel|dollar|meter|time");
        if let Some(span) = last_no {
            facts.detention = found(false, span, "answer");
            return;
        }
        if let Some(span) = theirs
            .find(said)
            .or_else(|| ought.find(said))
            .or_else(|| has.find(said).filter(|r| r.end >= said.len()))
            .or(last_yes)
            .filter(|r| !scope::denied(said, r.start) && !scope::asks(said, r.start))
            && !pat!("^ oh|well|uh? no|nah|nope").is_in(said)
        {
            facts.detention = found(true, span, "answer");
            return;
        }
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
