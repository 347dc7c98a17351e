//! What the clause around the name of a road, a town or a stop says of the truck.
//!
//! "i'm still in joplin" puts it there now; "i stopped in st cloud" put it there once; "the customer's in allentown",
//! "he thinks i'm in tulsa", "we're supposed to be on forty four" put it nowhere.

use super::pattern::pat;
use super::text::Said;

/// How a place stands to where the truck is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    /// Denied, planned, believed by somebody else, or where something else is.
    Elsewhere,
    /// Where he was.
    Once,
    /// Nothing speaks for or against.
    Plain,
    /// Said of the truck in the present.
    Present,
    /// Said to be now.
    Now,
}

/// Nouns whose whereabouts are the truck's: "the truck's in limon", "traffic's stopped at joliet".
#[rustfmt::skip]
const NEAR_HIM: &[&str] = &[
    "it", "that", "this", "here", "truck", "rig", "location", "position", "spot", "traffic", "wreck", "accident", "backup",
    "jam", "construction", "snow", "storm", "rain", "weather", "fog", "ice", "wind", "he", "she", "driver", "i", "we", "am",
    "everything", "what", "which", "there", "town", "sign", "load", "trailer", "where", "roadwork", "now",
];

/// Verbs of what he did somewhere before.
#[rustfmt::skip]
const DID: &[&str] = &[
    "was", "were", "stopped", "fueled", "loaded", "slept", "ate", "started", "spent", "picked", "left", "departed", "stayed",
    "dropped", "delivered", "crossed", "had", "went", "took", "grabbed", "did", "bought", "filled", "scaled", "weighed",
    "hooked", "swapped", "napped", "woke", "showered",
];

/// Those whose word for it is not his own.
const SPEAKERS: &[&str] = &[
    "partner",
    "dispatcher",
    "dispatch",
    "they",
    "he",
    "she",
    "guy",
    "buddy",
    "wife",
    "boss",
    "broker",
    "somebody",
    "codriver",
    "lady",
    "people",
    "driver",
    "paperwork",
    "paper",
    "con",
    "sheet",
    "bills",
    "bill",
    "confirmation",
    "address",
    "email",
];

/// How the place named at `i` stands, by the clause it is in and the one before.
pub(super) fn stand(said: &Said<'_>, i: usize) -> Stand {
    let clause = said.clause_range(i.min(said.len().saturating_sub(1)));
    let from = clause.start.max(i.saturating_sub(16));
    if is_believed(said, clause.start)
        || is_said_by_another(said, from, i)
        || is_owed(said, from, i)
        || is_of_another(said, from, i)
        || is_taken_back(said, clause.end)
        || is_goal(said, i)
        || is_ours(said, from, i)
        || said.is(clause.start, &["if", "unless"])
    {
        return Stand::Elsewhere;
    }
    let has = |words: &[&str]| (from..i).any(|j| said.is(j, words));
    // "my trailer's in chicago": with him or not, what he says of himself counts more.
    if has(&["trailer", "load", "freight"]) && !has(&["i", "we", "me"]) {
        return Stand::Once;
    }
    if pat!("so|and|? that|this|here is where i|we am|are")
        .at(said, clause.end)
        .is_some()
    {
        return Stand::Now;
    }
    let dated = pat!("last night|week|time|friday|monday|weekend")
        .find_all(said)
        .iter()
        .any(|r| (i..i + 6).contains(&r.start))
        || (i..clause.end.min(i + 6)).any(|j| said.is(j, &["yesterday", "ago", "earlier"]));
    // "took my thirty in salina, now i'm through hays": that now opens what follows.
    let opens = |j: usize| j + 1 == clause.end && said.is(j + 1, &["i", "we"]);
    // "coffee in sweetwater, rolling past abilene now": of the one he has got to since.
    let moved = |j: usize| {
        (i + 1..j).any(|k| {
            said.is(
                k,
                &[
                    "rolling", "passing", "going", "coming", "past", "through", "running",
                ],
            )
        })
    };
    let soon =
        (i..clause.end.min(i + 8)).any(|j| said.is(j, &["now", "currently"]) && !opens(j) && !moved(j));
    // "that was still texas"
    let still = (from..i).any(|j| said.is(j, &["still"]) && !said.is(j.wrapping_sub(1), &["was", "were"]));
    if has(&["now", "currently", "actually", "only", "finally"]) || still || soon {
        return Stand::Now;
    }
    if dated || has(DID) && !has(&["just", "am", "are", "is", "have", "traffic"]) {
        return Stand::Once;
    }
    if has(&["am", "are", "is"]) {
        return Stand::Present;
    }
    Stand::Plain
}

/// "my dispatcher thinks i'm in tulsa", "they said i'm in gary": what somebody else believes.
fn is_believed(said: &Said<'_>, start: usize) -> bool {
    let Some(verb) = start.checked_sub(1) else {
        return false;
    };
    let verb = verb - usize::from(verb > 0 && said.is(verb, &["that", "me", "him", "them"]));
    if !said.is(
        verb,
        &[
            "thinks", "thought", "think", "believes", "said", "says", "told", "figured", "assumes",
            "assumed", "claims", "swears", "shows", "has",
        ],
    ) {
        return false;
    }
    let clause = said.clause_range(verb);
    let own = (clause.start..verb).any(|j| {
        said.is(
            j,
            &[
                "i",
                "we",
                "sign",
                "gps",
                "phone",
                "app",
                "map",
                "navigation",
                "marker",
                "it",
                "post",
                "eld",
                "computer",
            ],
        )
    });
    !own && verb > clause.start
}

/// "my partner says winslow": the name alone, in another's mouth.
fn is_said_by_another(said: &Said<'_>, from: usize, i: usize) -> bool {
    i > from
        && said.is(i - 1, &["says", "said", "thinks", "thought", "claims"])
        && (from..i - 1).any(|j| said.is(j, SPEAKERS))
}

/// "you put me in dayton, i said clayton": what we had made of it.
fn is_ours(said: &Said<'_>, from: usize, i: usize) -> bool {
    (from..i).any(|j| {
        said.is(j, &["you"])
            && (j + 1..j + 3).any(|k| {
                said.is(
                    k,
                    &[
                        "said", "say", "put", "had", "have", "got", "wrote", "read", "told",
                    ],
                )
            })
            && !said.is(j + 1, &["all", "can", "could", "guys"])
    })
}

/// "supposed to be on forty four", "i was going to be in tulsa".
fn is_owed(said: &Said<'_>, from: usize, i: usize) -> bool {
    (from..i)
        .any(|j| said.is(j, &["supposed", "scheduled"]) || said.is(j, &["meant"]) && said.is(j + 1, &["to"]))
}

/// "the customer's in allentown", "the second one's in macon", "customs in windsor kept me".
fn is_of_another(said: &Said<'_>, from: usize, i: usize) -> bool {
    let mut at = i;
    while at > from
        && said.is(
            at - 1,
            &[
                "the", "in", "at", "by", "near", "around", "outside", "of", "up", "down", "over", "out",
                "just", "all", "way",
            ],
        )
    {
        at -= 1;
    }
    if at == i || at <= from {
        return false;
    }
    // "at the casey's in stuart": a shop's name, and no subject.
    let shop = said.is(at - 1, &["is"])
        && said.is(at.wrapping_sub(3), &["the", "a", "my", "our", "that"])
        && said.is(
            at.wrapping_sub(4),
            &["at", "from", "by", "behind", "near", "in", "of"],
        );
    if shop {
        return false;
    }
    let is_noun = |j: usize| {
        let w = said.word(j);
        w.len() > 2 && w.chars().all(char::is_alphabetic) && !NEAR_HIM.contains(&w)
    };
    // "the customer is in": the copula with a noun of its own before it.
    if said.is(at - 1, &["is", "was"]) {
        // The noun right before the verb, or the one its clause begins with: "the place you sent me to is in elgin".
        let head = from + usize::from(said.is(from, &["the", "your", "that", "their"]));
        return at >= from + 2
            && (is_noun(at - 2) || head > from && head < at - 2 && is_noun(head))
            && !(from..at - 1)
                .any(|j| said.is(j, &["i", "we", "my", "me"]) && said.is(j + 1, &["am", "are", "truck"]));
    }
    // "customs in windsor was keeping me": a noun with its place, and the verb after it.
    let office = pat!(
        "customs|customer|receiver|shipper|consignee|warehouse|dispatcher|dispatch|guys|guy|folks|people|office|broker"
    );
    let keeps =
        pat!("was|is|has|had|kept|took|takes|wants|wanted|said|says|told|held|made|loaded|called|keeps");
    // "the shop over in jackson kept me": any noun, where it did something to him once.
    let did = pat!(
        "kept|took|held|had|made|fixed|told|wanted|charged|loaded|patched|towed|called|let|got|put|gave|sent me|us|my|it|him|her"
    );
    let article = said.is(
        at.wrapping_sub(2),
        &["the", "a", "my", "that", "some", "them", "those", "our", "this"],
    );
    if is_noun(at - 1) && article && did.at(said, i + 1).is_some() {
        return true;
    }
    office.at(said, at - 1).is_some()
        && (at - 1 == from || said.is(at.wrapping_sub(2), &["the", "and", "but", "those", "them"]))
        && (i + 1..i + 4).any(|j| keeps.at(said, j).is_some() && said.clause(j) == said.clause(i))
}

/// "topeka's where i'm headed", "topeka tomorrow": where he will be.
fn is_goal(said: &Said<'_>, i: usize) -> bool {
    let goal = pat!(
        "is? where i|we am|are|will|have|need|got going? to? headed|heading|going|be|due|deliver|delivering|supposed|get"
    );
    // "little rock's usually bad": what he says of it, and not where he is.
    let remark = pat!(
        "is|will|can|was|gets usually|always|normally|generally|be|get|so|pretty|real|really|? bad|terrible|rough|slow|murder|awful|busy|brutal|ugly"
    );
    if i == said.clause_range(i).start
        && (i + 1..i + 4).any(|j| remark.at(said, j).is_some() || said.is(j, &["usually", "always"]))
    {
        return true;
    }
    // "wentzville is behind me", "salinas was the pickup", "new buffalo is coming up", "next town's trinidad"
    let first = i == said.clause_range(i).start;
    if first
        && (i + 1..i + 4).any(|j| {
            pat!("is|are behind|coming|closed|next|another")
                .at(said, j)
                .is_some()
                || said.is(j, &["was"]) && !said.is(j + 1, &["where", "just"])
        })
        || pat!("next big|real|decent|? town|exit|stop|city is|up|?")
            .all_within(said, i.saturating_sub(5)..i)
            .any(|r| r.end == i)
    {
        return true;
    }
    (i + 1..i + 5).any(|j| goal.at(said, j).is_some())
        || i == said.clause_range(i).start
            && (i + 1..i + 3).any(|j| said.is(j, &["tomorrow"]) && said.clause(j) == said.clause(i))
}

/// "... i'm not there though", "... i'm past that": said right after, of the place just named.
fn is_taken_back(said: &Said<'_>, end: usize) -> bool {
    pat!("i|we am|are not|past|beyond|through? there|that|it|them|yet? though|anymore|now|yet|but|$|i|we")
        .at(said, end)
        .is_some()
        && !said.is(end + 2, &["through"])
}
