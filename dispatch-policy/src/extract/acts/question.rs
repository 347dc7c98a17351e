//! Questions and their topics.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::extract::pattern::{Pattern, Rule, pat, rules};
use crate::extract::text::Said;
use crate::facts::{Act, QuestionTopic};

use super::segment::{Segment, Subject};

static TOPICS: LazyLock<Vec<Rule<QuestionTopic>>> = LazyLock::new(|| {
    use QuestionTopic::{Appointment, Destination, LoadNumber, Origin, WhoIsCalling, WhyCalling};
    rules(&[
        (
            "appointment",
            Appointment,
            "what|when|whats|remind|which|is|tell|do|did|am ... appointment|appointments|due|slot|window",
        ),
        (
            "supposed to be there",
            Appointment,
            "what|when ... delivery|deliver|supposed time|at|to|again|be?",
        ),
        (
            "appointment time",
            Appointment,
            "what|when time|is|am|do|are .. appointment|delivery|deliver|supposed|due|they want|there",
        ),
        (
            "when they want me",
            Appointment,
            "what|when time? do|did|does|are|all|? they|y'all|you|receiver want|need|expect|expecting|have|got me|us|it|this|you|him|her|them|the",
        ),
        (
            "appointment when",
            Appointment,
            "appointment .. when|what|again|for",
        ),
        (
            "load",
            LoadNumber,
            "what|which|whats|about|remind ... load|reference|order|po !up",
        ),
        (
            "destination",
            Destination,
            "where|what|which|whats|wheres ... going|taking|hauling|bringing|delivering|deliver|destination|receiver|delivery|consignee|drop|address|taking|headed|city",
        ),
        (
            "origin",
            Origin,
            "where|which|what ... pick|pickup|picked|origin|shipper|load from",
        ),
        (
            "who",
            WhoIsCalling,
            "who|whos .. this|you|calling|speaking|with|from|talking|am|are",
        ),
        ("what company", WhoIsCalling, "what|which company"),
        (
            "why",
            WhyCalling,
            "why|what|whats .. calling|call|bothering|bugging|want|need|about",
        ),
    ])
});

static QUESTIONS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "< so|and|well|okay|hey|yeah|uh|but|man|wait|no|alright|right|oh|say|look|also|boss|sir|maam? what|whats|where|wheres|when|whens|who|whos|why|how|hows|which|whose !a|it|about|ever|the",
        "< so|and|well|okay|hey|yeah|uh|but|man|wait|no|oh|say|look|also|boss|sir|maam|thing? can|could|do|does|did|is|are|am|will|would|should|have|has|you you|i|we|they|this|it|there|that|he|y'all|anybody|anyone|the|my|know|any|got",
        "what is|are|was|does|do|did|time|kind|number|about|a|the|load",
        "what a|is pod|p|bol|macro|lumper|detention|?",
        "how much|many|come|long|far|do|does|about|am|is",
        "who is|am|are|do|does this|i|you|paying|calling|?",
        "do|can|could|would|will you|y'all have|know|tell|give|send|need|want|get|see|check|pay|guys|all",
        "i|was wondering|wonder|wanted know|if|to",
        "you all? know|got|have|want|need any|what|where|when|if",
        "remind|refresh me what|where|wheres|when|whens|whats|which|who|how|again",
        "am i supposed|getting|going|allowed|good",
        "are|is you|they|dispatch|somebody all? going|paying|covering|able",
        "any idea|chance|word|news",
        "question|questions|thing what|how|do|does|is|can|when|where|who|why|did|are|if|about",
        "did they|you|y'all|he|she|anybody|somebody ever|say|tell|fix|change|move|get|send|put|give|mention",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// "from what company", "y'all paying for that or what", "wondering whether": asked without a helper or at the end.
static ROUNDABOUT: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "< from|in|at|to|for|with|on|about|by which|what|whose !i|we|he|they|it",
        "!it or what|not|no $",
        "is|are|do|does|did|will|would|can|have not it|they|you|he|there|that $",
        "are|would|will|do|can|could|have you $",
        "wondering|wonder|wondered|curious|asking if|whether|what|when|where|how|who|why|about|is|do|does",
        "want|wanted|like|love|need|trying to know|find|hear|ask|see if|whether|what|when|where|how|who|why|about|out",
        "need|want|like to know|ask is|are|do|does|can|will|am|if|where|what|when|how|who|there",
        "you think|reckon|suppose|know $",
        "they|he|she|it|y'all|you going to ~pay|give|take|let|make|want|charge|be ... you think|reckon|or|too|?  $",
        "tell|remind|show|explain me|us|to|? what|when|where|how|who|why|whether|if|which",
        "not know|sure|heard if|whether you|y'all|they|there|dispatch",
        "^ .. you all? ~ing for|the|my|me|us|that|to",
        "< you mean|meaning",
        "what|how about my|the|detention|lumper|layover|parking|paperwork|that|it|a",
        "you|they|y'all|he got|have|has|know|take|do|allow|pay|want|need any|a|showers|parking|restrooms|bathrooms|overnight|lumpers|scales|bathroom|restroom|somewhere|room|food|wifi|idea|where|when|if .. there|here|receiver|place|shipper|$",
        "suppose|reckon|figure you|they|there ... $",
    ]
    .iter()
    .map(|p| Pattern::new(p))
    .collect()
});

/// What is asked, when something is.
///
/// A mark alone makes none of what was `stated`: "two hours, give or take?"
pub(super) fn question(said: &Said<'_>, acts: &BTreeSet<Act>, stated: bool) -> Option<QuestionTopic> {
    if acts.contains(&Act::Voicemail) || acts.contains(&Act::Ivr) {
        return None;
    }
    // "you got the gate code": a verdict of what was said back ("you got the town wrong") asks nothing.
    let verdict = acts.contains(&Act::Affirm) || acts.contains(&Act::Deny);
    let asked = !stated && said.raw.contains('?')
        || QUESTIONS.iter().any(|p| {
            p.find(said).is_some_and(|r| {
                // "you got that turned around" judges what was said back.
                let judges =
                    verdict && r.len() > 1 && said.is(r.end - 2, &["you"]) && said.is(r.end - 1, &["got"]);
                !judges && !is_statement(said, &r)
            })
        })
        || ROUNDABOUT.iter().any(|p| p.is_in(said)) && !acts.contains(&Act::Unsure);
    let asked = asked
        || !verdict && pat!("< so|and|hey|well|but|? you all? got|have|need|know|want the|my|me").is_in(said);
    if !asked {
        return None;
    }
    // "you mean where i am or where i'm going": he asks which of our questions it was.
    if super::segment::segments(said).iter().any(asks_what_we_mean) {
        return Some(QuestionTopic::Other);
    }
    let topic = TOPICS.iter().find(|r| r.pattern.is_in(said)).map(|r| r.value);
    Some(topic.unwrap_or(QuestionTopic::Other))
}

/// "you mean the signed copy or the other one", "which one you asking about".
pub(super) fn asks_what_we_mean(s: &Segment<'_, '_>) -> bool {
    s.subject == Subject::You
        && (s.has(pat!("you mean|meaning"))
            && (s.has(pat!("or")) || s.said.is(s.range.start, &["you", "do", "so", "wait", "oh"]))
            || s.has(pat!("you|are asking|talking about? ... or")))
}

/// "when i get there", "do what i can", "that's what they said": no questions.
fn is_statement(said: &Said<'_>, r: &std::ops::Range<usize>) -> bool {
    let i = r.start;
    // "can you hold that thought": asked for, and no question.
    let favour = pat!(
        "can|could|will|would you just|please|maybe|all|? hold|wait|hang|say|repeat|speak|slow|call|bear|stop|quit"
    );
    (i..i + 3).any(|k| favour.at(said, k).is_some())
        // "no can do | y'all get it from the customer"
        || said.is(i, &["do"]) && said.is(i.wrapping_sub(1), &["can", "will"])
        || i > 0
            && pat!("when|while|once i|we|they|he|it|she|the|you am|is|are|get|gets")
                .at(said, i)
                .is_some()
        || pat!("when|where|while|what|how|who|which i|we|they|he|it|she|the|you !is|are|am|do|does|did")
            .at(said, i)
            .is_some()
        || (i > 0
            && said.is(i, &["what", "who", "how", "where", "when"])
            && said.is(
                i - 1,
                &[
                    "know", "is", "see", "that", "sure", "idea", "said", "tell", "about", "guy", "guys",
                    "ones", "to", "for", "depends", "do", "remember",
                ],
            )
            && !said.is(i - 1, &["know"])
            && !said.raw.contains('?'))
        || pat!("have|has you|i|we|they|it been|got").at(said, i).is_some()
}
