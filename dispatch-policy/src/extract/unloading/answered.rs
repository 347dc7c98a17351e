//! What is said of a crew that need not be named, once it was asked about.

use crate::extract::pattern::pat;
use crate::extract::scope;
use crate::extract::text::Said;
use crate::facts::Lumper;

/// Whether they work, are waited for or are not needed, by what he tells of them.
pub(super) fn answered(said: &Said<'_>) -> Option<Lumper> {
    // "yup a crew of three and they're flying"
    let busy = pat!("they|he|them am|are|is|have|has been|? ~ing|flying|going")
        .find(said)
        .filter(|r| !IDLE.contains(&said.word(r.end - 1)) && !scope::denied(said, r.end - 1));
    if busy.is_some() && pat!("crew|guys|two|three|four|couple|flying|them").is_in(said) {
        return Some(Lumper::Working);
    }
    if pat!("fingerprint|fingerprinting|tailgating|handbombing").is_in(said) {
        return Some(Lumper::NotNeeded);
    }
    // "haven't seen hide nor hair of them"
    if pat!("not|never seen|met|see|spotted|laid").is_in(said) {
        return Some(Lumper::Waiting);
    }
    // "just handed him the code"
    pat!("gave|handed|texted|paid|give him|them|her|the ... code|comcheck|money|check|cash")
        .find(said)
        .filter(|r| !scope::denied(said, r.start))
        .map(|_| Lumper::Working)
}

/// What they do who do not work on it.
const IDLE: &[&str] = &[
    "waiting",
    "coming",
    "getting",
    "sitting",
    "running",
    "looking",
    "charging",
    "being",
    "making",
    "sending",
    "asking",
    "wanting",
    "needing",
    "calling",
    "trying",
    "finishing",
    "something",
    "nothing",
    "anything",
];
