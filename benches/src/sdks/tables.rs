//! The results as a part of the page.

use super::{
    contestant::Contestant::{self, Bare, Node, Ours, Python},
    costs::Costs,
    task::{Operation, Work},
};
use crate::report::{Cell, Fragment, Goal, Part, Row, Setting, Table, Unit};

/// The whole part.
#[must_use]
pub fn fragment(setting: Setting, works: &[Work], contestants: &[Contestant], costs: &Costs) -> Fragment {
    let table = |title: &str, ours: &str, note: &str, wanted: &dyn Fn(&Work) -> bool| {
        let name = |&who: &Contestant| if who == Ours { ours } else { who.name() };
        let row = |work: &Work| {
            let cell = |&contestant: &Contestant| {
                Some(Cell {
                    values: vec![costs.median(work, contestant)?],
                    ratio: floor(works, work)
                        .and_then(|floor| costs.ratio((work, contestant), (floor, Bare))),
                })
            };
            Row {
                name: work.name.clone(),
                cells: contestants.iter().map(cell).collect(),
            }
        };
        Table {
            title: title.to_owned(),
            note: note.to_owned(),
            columns: contestants.iter().map(|who| name(who).to_owned()).collect(),
            rows: works.iter().filter(|work| wanted(work)).map(row).collect(),
        }
    };
    Fragment {
        part: Part::Sdks,
        setting,
        goals: goals(works, costs),
        findings: vec![
            "Everyone read every answer whole, and judged every signature rightly: a run that did not would have ended \
             the measurement."
                .to_owned(),
        ],
        tables: vec![
            table(
                "CPU of the client per request",
                "retell-client",
                "Microseconds; in brackets the ratio to bare reqwest and `serde_json` into the same structs.",
                &|work| work.operation.is_rest(),
            ),
            table(
                "CPU per webhook",
                "retell-webhook",
                "Microseconds; in brackets the ratio to the HMAC of that body alone, which is what `bare` does to verify \
                 and to refuse.",
                &|work| !work.operation.is_rest(),
            ),
        ],
        chart: Some(table(
            "CPU per operation, microseconds",
            Ours.name(),
            "",
            &|work| !matches!(work.operation, Operation::Verify | Operation::Refuse),
        )),
    }
}

/// What a work's ratios are to: itself, or the verifying of that webhook if it is measured.
fn floor<'a>(works: &'a [Work], work: &'a Work) -> Option<&'a Work> {
    if work.operation.is_rest() {
        return Some(work);
    }
    works
        .iter()
        .find(|other| other.operation == Operation::Verify && other.body == work.body)
}

/// A tenth over what it costs at least, and nowhere dearer than the official SDKs.
fn goals(works: &[Work], costs: &Costs) -> Vec<Goal> {
    let goal = |work: &Work, to: Contestant, at_most: f64| {
        let name = if work.operation.is_rest() {
            "retell-client"
        } else {
            "retell-webhook"
        };
        Goal {
            what: format!("{name}: CPU, {}, to {}", work.name, to.name()),
            at_most,
            measured: costs.ratio((work, Ours), (work, to)),
            floor: costs.ratio((work, Bare), (work, to)).filter(|_| to != Bare),
            unit: Unit::Times,
        }
    };
    // A refusal says why, which the HMAC alone does not.
    let with_floor = |work: &&Work| work.operation != Operation::Refuse;
    let to_bare = works.iter().filter(with_floor).map(|work| goal(work, Bare, 1.1));
    let to_sdks = works
        .iter()
        .flat_map(|work| [Node, Python].map(|sdk| goal(work, sdk, 1.0)));
    to_bare.chain(to_sdks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sdks::task;

    #[test]
    fn ratios_of_webhooks_are_to_the_hmac_alone() {
        let works = task::all(true);
        let mut costs = Costs::default();
        for work in &works {
            let cost = if work.operation == Operation::Verify {
                10.0
            } else {
                40.0
            };
            costs.add(work, Bare, cost);
            costs.add(work, Ours, cost * 1.05);
            costs.add(work, Node, cost * 3.0);
        }
        let reads = works
            .iter()
            .find(|work| work.operation == Operation::Receive)
            .expect("it is measured");
        let hmac = floor(&works, reads).expect("it is measured");
        assert_eq!(costs.ratio((reads, Ours), (hmac, Bare)), Some(4.2));
        let alone = floor(std::slice::from_ref(reads), reads);
        assert!(alone.is_none(), "the floor was not asked for");
        let goals = goals(&works, &costs);
        let verdicts = |name: &str| -> Vec<Option<bool>> {
            let of = goals.iter().filter(|goal| goal.what.ends_with(name));
            of.map(Goal::met).collect()
        };
        assert!(verdicts("to bare").iter().all(|met| *met == Some(true)));
        assert!(
            verdicts("to retell-sdk for Node")
                .iter()
                .all(|met| *met == Some(true))
        );
        assert!(verdicts("to retell-sdk for Python").iter().all(Option::is_none));
    }
}
