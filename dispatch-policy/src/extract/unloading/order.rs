//! Several states told in the order of time: the last one holds.

use crate::extract::pattern::pat;
use crate::extract::text::Said;
use crate::facts::{Facts, Found, Lumper, UnloadingStatus};

/// Leaves out what he tells to have been before: "first i was on door five, then they pulled me, now i'm waiting".
pub(super) fn settle(
    said: &Said<'_>,
    facts: &Facts,
    mut found: Vec<(usize, Found<UnloadingStatus>)>,
) -> Vec<Found<UnloadingStatus>> {
    use UnloadingStatus::{Complete, Detention, Drop, WaitingForLumper};
    // "waiting on the lumper but he's here now": he waits no more.
    if facts.lumper.as_ref().is_some_and(|l| l.value != Lumper::Waiting) {
        found.retain(|(_, f)| f.value != WaitingForLumper);
    }
    let turn = (1..said.len())
        .rev()
        .find(|&i| turns(said, i) && found.iter().any(|(at, _)| *at >= i));
    if let Some(turn) = turn {
        found.retain(|(at, f)| *at >= turn || matches!(f.value, Complete | Drop | Detention));
    }
    found.into_iter().map(|(_, f)| f).collect()
}

/// "now ...", "then ..." after what was: a later time begins at `i`.
fn turns(said: &Said<'_>, i: usize) -> bool {
    let begins = said.clause(i) != said.clause(i - 1) || said.is(i - 1, &["and", "but", "so"]);
    let was = || {
        let before = said.clause_range(i - 1);
        pat!("first|was|were|had|gave|put|told|got|sat|waited|been|originally|started|took")
            .all_within(said, 0..before.end)
            .next()
            .is_some()
    };
    begins && (said.is(i, &["now", "finally"]) || said.is(i, &["then", "but"]) && was())
}
