//! Trouble of somebody else's truck: it holds the traffic up, and is no trouble of ours.

use std::ops::Range;

use crate::extract::lexicon::{Classes, Form};
use crate::extract::other_driver;
use crate::extract::pattern::pat;
use crate::extract::text::Said;

/// Whether what failed, or is towed, in the clause at `span` is another's.
pub(super) fn is_anothers(said: &Said<'_>, span: &Range<usize>) -> bool {
    let clause = said.clause_range(span.start);
    let ours = clause
        .clone()
        .any(|i| said.is(i, &["i", "we", "me", "us", "my", "our", "mine"]));
    // "my buddy blew a tire and i stopped to help": it was ours to see to.
    if pat!("help|helped|helping").is_in(said) {
        return false;
    }
    other_driver::tells_of(said, span.end - 1) || !ours && clause.clone().any(|i| names_a_vehicle(said, i))
}

/// Where another is told to have overturned, crashed or burned: "some genius jackknifed in front of me".
pub(super) fn wrecks(said: &Said<'_>) -> Option<Range<usize>> {
    let verb = |i: usize| {
        let fell = said.kinds(i).verb.is_some_and(|verb| {
            verb.any(Classes::FALL | Classes::COLLIDE | Classes::BURN)
                && matches!(verb.form, Form::Past | Form::Participle | Form::BaseOrPast)
        });
        let over =
            pat!("went|laid|turned|rolled|tipped|flipped|ended|came|ran over|sideways|up|off|apart|across")
                .at(said, i);
        (fell || over.is_some()).then_some(i)
    };
    (1..said.len()).filter_map(verb).find_map(|i| {
        let clause = said.clause_range(i);
        let ours = (clause.start..i).any(|j| said.is(j, &["i", "we", "my", "our", "me"]));
        let who = (clause.start..i).find(|&j| {
            names_a_vehicle(said, j)
                || said.kinds(j).noun.any(Classes::PERSON)
                    && said.is(
                        j.wrapping_sub(1),
                        &["some", "a", "another", "this", "that", "one"],
                    )
        })?;
        (!ours && i - who <= 5 && !crate::extract::scope::denied(said, i)).then_some(who..i + 1)
    })
}

/// "a semi", "some camper", "one of them four wheelers": not the driver's own, and no help on its way to him.
fn names_a_vehicle(said: &Said<'_>, i: usize) -> bool {
    let vehicle = said.kinds(i).noun.any(Classes::VEHICLE) || said.is(i, &["wheeler", "wheelers"]);
    if !vehicle || said.kinds(i + 1).noun.any(Classes::PART) {
        return false;
    }
    let from = said.clause_range(i).start.max(i.saturating_sub(3));
    let some = (from..i).any(|j| {
        said.is(
            j,
            &[
                "a",
                "an",
                "some",
                "another",
                "one",
                "two",
                "somebodys",
                "other",
                "those",
                "them",
            ],
        )
    });
    let help = (from..i).any(|j| {
        said.is(
            j,
            &[
                "tow", "service", "repair", "road", "mobile", "shop", "tire", "parts", "loaner", "new",
                "rental",
            ],
        )
    });
    some && !help
}
