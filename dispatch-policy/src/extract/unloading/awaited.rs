//! A door that is still to come: who will call him, what stands in every hole, what nobody has told him.

use std::ops::Range;

use crate::extract::other_driver;
use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;

/// The words by which he tells that he waits for a door; he is known to speak of a dock.
pub(super) fn door_awaited(said: &Said<'_>) -> Option<(Range<usize>, &'static str)> {
    untold(said)
        .map(|span| (span, "not told which"))
        .or_else(|| will_be_called(said).map(|span| (span, "will be called")))
        .or_else(|| shut_out(said).map(|span| (span, "told to wait")))
        .or_else(|| occupied(said).map(|span| (span, "docks are full")))
        .or_else(|| after_another(said).map(|span| (span, "next up")))
}

/// "which hole they want me in nobody's said", "they haven't told me where to back in".
fn untold(said: &Said<'_>) -> Option<Range<usize>> {
    let which = pat!("which|what|where door|dock|bay|hole|one|spot|number|to|they|i|he|she|am|is")
        .find(said)
        .filter(|r| {
            !said.is(r.start, &["where"])
                || pat!("where ... back|go|put|park|sit|bump|want|wants|want|at")
                    .at(said, r.start)
                    .is_some()
        });
    let silent = pat!(
        "nobody|noone|not|never|no|have .. said|told|say|saying|tell|telling|tells|know|known|given|give|gave|assigned|called|decided|clue|idea|word|telling|picked|figured"
    );
    let is_denied =
        |r: &Range<usize>| (r.start..r.end).any(|i| said.is(i, &["nobody", "noone", "not", "never", "no"]));
    if let Some(which) = which
        && silent.find_all(said).iter().any(is_denied)
    {
        return Some(which);
    }
    // "they ain't told me mine"
    pat!(
        "told|given|gave|give|got|get|assigned|picked|know|called me|us? mine|ours|my one|number|door|dock|?"
    )
    .find_all(said)
    .into_iter()
    .find(|r| scope::denied(said, r.start) && said.is(r.end - 1, &["mine", "ours", "number", "door", "dock"]))
}

/// "she's gonna text me once somebody pulls out", "sitting here till my phone rings", "they handed me a buzzer".
fn will_be_called(said: &Said<'_>) -> Option<Range<usize>> {
    // Called when he is done is no wait for a door.
    if pat!("done|unloaded|finished|empty|signed|paperwork|bills|papers|lumper|lumpers|code|receipt")
        .is_in(said)
    {
        return None;
    }
    let promised = pat!(
        "they|he|she|lady|guard|clerk|office|girl|gal|receiving|window|man|woman|guy|it|pager|buzzer|somebody will|would|going|supposed to|be|gonna|? call|text|page|buzz|ring|radio|holler|wave|phone|ping|message me|us|my"
    );
    let device = pat!(
        "gave|give|handed|got|have|holding|with|took|carrying me|us? a|an|the|this|my|one|their|? of|those|? pager|pagers|buzzer|buzzers|beeper|beepers"
    );
    let rings = pat!(
        "till|until|when|once|whenever|for my|the|this|that|their|a? phone|cell|pager|buzzer|beeper|name|number|radio|thing|it|cb is|to|gets|get|? rings|ring|buzzes|buzz|beeps|goes|go|called|call|comes|come|lights|vibrates|crackles"
    );
    let frees = pat!(
        "till|until|when|once|soon|whenever|as a|one|another|any|the|something|somebody|someone|as? door|dock|hole|bay|slot|one|truck|something|somebody|someone|? is|gets|pulls|? opens|open|frees|free|clears|clear|empties|out|off"
    );
    // "my pager just went off": the wait is over.
    if pat!("went|going|buzzed|rang|lit off|me|?")
        .find(said)
        .is_some_and(|r| {
            pat!("pager|buzzer|beeper|phone")
                .find(said)
                .is_some_and(|p| p.start <= r.start)
        })
    {
        return None;
    }
    [promised, device, rings, frees].iter().find_map(|frame| {
        frame
            .find(said)
            .filter(|r| !scope::asks(said, r.start) && !scope::denied(said, r.start))
    })
}

/// "they won't let me in till two", "they took my paperwork and said have a seat".
fn shut_out(said: &Said<'_>) -> Option<Range<usize>> {
    pat!("not|never|nobody .. let|letting|taking|accepting me|us|nobody|anybody|anyone|no|any|trucks|drivers one|body|trucks|? in|inside|yet|till|until|through|back|$")
        .find(said)
        .or_else(|| pat!("have|take|grab|took a seat|chair").find(said))
}

/// "in line for the scale", "waiting in line to get fuel": the line of something else.
pub(in crate::extract) fn is_other_line(said: &Said<'_>, line: usize) -> bool {
    pat!("line|queue for|at|to|by get|go|cross|use|weigh|the|a|their|my|? through|on|at|the|a|? scale|scales|fuel|pump|pumps|gas|diesel|island|border|customs|shower|showers|toll|tolls|weigh|coop|bathroom|food|window|shipper|weighed|fueled|inspection|wash|wall|bridge|load|loaded|checkpoint")
        .find(said)
        .is_some_and(|r| r.end > line && r.start <= line + 2)
}

/// "every hole they got has a truck in it".
fn occupied(said: &Said<'_>) -> Option<Range<usize>> {
    let each = pat!("every|all|each|both .. door|doors|dock|docks|hole|holes|bay|bays|spot|slots");
    let within = pat!(
        "has|have|got|is|are got|a|have|? truck|trucks|trailer|trailers|somebody|someone|guy|people a|? in|on|at|inside"
    );
    if let Some(span) = each.find(said)
        && within
            .find_all(said)
            .iter()
            .any(|r| r.start >= span.end && r.start <= span.end + 3)
    {
        return Some(span);
    }
    pat!("every|all|each|both|no door|doors|dock|docks|hole|holes|bay|bays|one|of ... truck|trucks|trailer|trailers|somebody|someone|full|taken|occupied|busy|blocked|plugged|open|empty|free in|on|at|it|there|them|already|right|now|yet|$")
        .find(said)
        .filter(|r| {
            let free = said.is(r.end - 1, &["open", "empty", "free"]) || said.is(r.end.wrapping_sub(2), &["open", "empty", "free"]);
            free == said.is(r.start, &["no"])
        })
}

/// "i'm up after this truck pulls off": another goes before him.
fn after_another(said: &Said<'_>) -> Option<Range<usize>> {
    pat!("i|we am|are|go|get|will|back|should .. up|next|in|go|docked after|when|once|behind|as .. this|that|the|somebody|someone|he|him|they|a")
        .find(said)
        .filter(|r| {
            pat!("pulls|pull|leaves|leave|moves|move|clears|gets|gets|off|out|done|finishes|him|them|him")
                .all_within(said, r.end.saturating_sub(1)..said.clause_range(r.end.saturating_sub(1)).end.max(r.end))
                .next()
                .is_some()
        })
        .filter(|r| said.is(r.end - 1, &["he", "him", "they"]) || other_driver::is_a_truck(said, r.end))
}
