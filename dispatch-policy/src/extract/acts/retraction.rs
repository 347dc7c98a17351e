//! An alarm taken back: "it ain't me", "nothing happened", "i'm just reading a sign".

use crate::extract::pattern::{Pattern, pat};
use crate::extract::scope;
use crate::extract::text::Said;
use crate::facts::{DriverStatus, Facts, Injuries};

/// Whether the driver takes the alarm back. To be fine is no retraction, and neither is a denial beside which somebody
/// is hurt or danger is told of again.
pub(in crate::extract) fn takes_back(said: &Said<'_>, facts: &Facts) -> bool {
    if names_the_true_victim(said) {
        return true;
    }
    // "It ain't me that's hurt": it is another.
    let another_is =
        pat!("me|us|mine that|who is|was|got|needs|need hurt|injured|bleeding|cut|help|broken|?");
    if somebody_is_hurt(said, facts)
        || another_is.is_in(said) && !pat!("that|who wrecked|crashed").is_in(said)
    {
        return false;
    }
    if was_in_nothing(said) {
        return true;
    }
    if facts.emergency.is_some() {
        return false;
    }
    was_no_emergency(said) || was_another(said) || protests(said) && explains(said, facts)
}

fn somebody_is_hurt(said: &Said<'_>, facts: &Facts) -> bool {
    let hurt = facts
        .injuries
        .as_ref()
        .is_some_and(|found| found.value == Injuries::Reported && found.rule != "answer");
    hurt && !pat!("bleeding|losing money|cash|dollars").is_in(said)
}

/// "Nobody's crushed, the pallets were": the same verb, denied of people and said of freight.
fn names_the_true_victim(said: &Said<'_>) -> bool {
    pat!("nobody|noone|person|people|body|one|not .. crushed|pinned|smashed|squashed|squished|trapped|broken|burned|burning|shot|stabbed|dead|leaking")
        .find_all(said)
        .into_iter()
        .filter(|denied| scope::denied(said, denied.end - 1) || said.is(denied.start, &["nobody", "noone", "not"]))
        .any(|denied| {
            pat!("pallet|pallets|box|boxes|freight|product|cases|skids|skid|cartons|crates|load|cargo was|were|is|are|got|that .. crushed|smashed|broken")
                .find_all(said)
                .into_iter()
                .any(|freight| freight.start >= denied.end || freight.end <= denied.start)
        })
}

fn any(said: &Said<'_>, patterns: &[&Pattern]) -> bool {
    patterns.iter().any(|pattern| pattern.is_in(said))
}

/// "I wasn't in nothing", "ain't been in any wreck".
fn was_in_nothing(said: &Said<'_>) -> bool {
    pat!("i|we am|was|were|are|have|has|is not|never been? in|into nothing|any|anything|no").is_in(said)
        || pat!("^ is|have not been in no|any|nothing|anything").is_in(said)
}

/// There was none at all: "nothing happened", "no accident", "never crashed", "false alarm".
fn was_no_emergency(said: &Said<'_>) -> bool {
    any(
        said,
        &[
            pat!("false alarm"),
            pat!("nothing happened|happening|happens !to"),
            pat!("^ .. nothing is? wrong !with|to"),
            pat!("joke|joking|kidding|prank|misunderstood|misheard|misspoke|exaggerating"),
            pat!("heard|got|have|took me|it|that|this wrong"),
            pat!("not what i said|say|meant|mean"),
            pat!(
                "no|not|never is|an|a|really|any|no|my|actually|mind|real? emergency|accident|wreck|crash|collision !brake|contact|that"
            ),
            pat!(
                "i|we|truck have|has|had|did|was|? not|never .. crash|crashed|wreck|wrecked|flipped|jackknifed|collided !it|that|him|her"
            ),
            pat!("bleeding|losing money|cash|dollars"),
        ],
    )
}

/// It was somebody else's, or of another day: "it ain't me", "that was last week", "it's up ahead".
fn was_another(said: &Said<'_>) -> bool {
    any(
        said,
        &[
            pat!("was|is|were|am not|never me|us|mine|involved !hurt|injured|bleeding|who"),
            pat!("i|we am|was|are|were not part|one? in|of it|that|this|them !anymore|much|right|deep"),
            pat!(
                "was|is not|never my|our truck|rig|trailer|tractor|load|accident|wreck|crash|emergency|fire|car !that|which"
            ),
            pat!("not my|our truck|rig|trailer|tractor|accident|wreck|crash|emergency !that|which|is|and"),
            pat!(
                "was|is|it another|other|somebody|someone|different|some|ahead|up|in else|guy|driver|truck|car|ahead|front|person !hurt|injured|bleeding"
            ),
            pat!(
                "that|it was|happened last|yesterday|a|two|three|few|couple|days|weeks|months|years|the .. week|month|night|year|ago|day|yesterday|while"
            ),
            pat!(
                "that|it|this was|happened ... yesterday|ago|earlier|last|monday|tuesday|thursday|friday|saturday|sunday|winter|summer|fall|spring|christmas|before"
            ),
            pat!(
                "that|it|this was|is|happened not|? just|about|only|? my|a|an|some|the|one|his|another|to buddy|buddies|friend|friends|cousin|brother|coworker|neighbor|different|another|other|guy|car|swift|partner !of|ride|and"
            ),
            pat!("no|not not|no? today|now|this|lately that|it|this? was|is|happened|time"),
            pat!(
                "that|it|this|wreck|accident|one|all was|is|were|happened|been ... yesterday|ago|earlier|fall|spring|summer|winter|week|month|year|buddy|friend|brother|cousin|neighbor|uncle|dad"
            ),
            pat!("it|that is|was .. ahead|front"),
        ],
    )
}

/// Opens with surprise or a no, or closes the matter.
fn protests(said: &Said<'_>) -> bool {
    any(
        said,
        &[
            pat!("^ .. what|whoa|huh|no|nah|naw|nope|nobody|nothing|wait|sorry|listen|hey|not"),
            pat!("that is|was all|it"),
        ],
    )
}

/// What he does instead of being in trouble. Where he stands (a lane, a ditch, the shoulder) is no such thing.
fn explains(said: &Said<'_>, facts: &Facts) -> bool {
    let in_the_way = pat!(
        "middle|lane|lanes|blocking|ditch|median|shoulder|upside|side|marker|broke|broken|damage|tow|wrecker"
    );
    let unsafe_now = facts
        .safe
        .as_ref()
        .is_some_and(|found| !found.value && found.rule != "answer");
    if in_the_way.is_in(said) || unsafe_now && !pat!("traffic jam|backup").is_in(said) {
        return false;
    }
    let rolls = facts
        .driver_status
        .as_ref()
        .is_some_and(|found| found.value == DriverStatus::Driving)
        || pat!("i|we am|are still|just|? moving|rolling|driving|cruising").is_in(said);
    any(
        said,
        &[
            pat!(
                "just|only reading|read|looking|looked|saw|seen|passed|passing|talking|telling|saying|asking|eating|singing|yelling|drove|driving|cruising|rolling !it|slow|without"
            ),
            pat!(
                "stuck|sitting|stopped|waiting|behind|in behind|in|for|? it|that|them|him|the|a|this|some? traffic|backup|backups|jam|line|it|them|him|wreck|accident|crash|holdup|mess"
            ),
            pat!(
                "it|that|this is|was just|only|like|? a|an|the|some|my|? traffic|backup|jam|sign|border|checkpoint|scale|weigh|inspection|construction|line|dog|dogs|radio|phone|video|movie|game|tv"
            ),
            pat!("driving|rolling|cruising|moving down|along|fine|good|right"),
        ],
    ) || rolls
        && any(
            said,
            &[
                pat!("not need|want .. help|nothing|anything|anybody|nobody|ambulance|911|police|cops"),
                pat!(
                    "not|never hit|touch|hurt|scratch|scratched anything|nothing|anybody|nobody|anyone|noone|it|him|her"
                ),
            ],
        )
}
