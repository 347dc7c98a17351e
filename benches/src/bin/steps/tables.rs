//! The results as a part of the page.

use benches::report::{Cell, Fragment, Part, Row, Setting, Table};

use crate::{
    goals, groups,
    results::{FLOOR, Results, Step},
};

/// What is drawn: who needs how long for a transcript that grows.
const CHARTED: &str = "utterances with words";
const DRAWN: [&str; 4] = [
    "floor: copy",
    "transcript::Reader",
    "serde_json, all of it",
    "sonic-rs, all of it",
];

/// The whole part.
pub(crate) fn fragment(setting: Setting, results: &Results) -> Fragment {
    Fragment {
        part: Part::Steps,
        setting,
        goals: goals::all(results),
        findings: vec![
            "A step is measured right after its floor; the order of the tables is turned round in every other round."
                .to_owned(),
        ],
        tables: groups::ALL
            .iter()
            .map(|(about, _)| table(about, results))
            .filter(|table| !table.rows.is_empty())
            .collect(),
        chart: chart(results),
    }
}

fn table(about: &str, results: &Results) -> Table {
    let row = |step: &Step| {
        let floor = results.floor(&step.group);
        let named = floor.map_or("", |floor| floor.function.trim_start_matches(FLOOR));
        Row {
            name: format!("{}: {}, to {named}", step.group, step.function),
            cells: vec![
                Some(Cell {
                    values: vec![step.median_us()],
                    ratio: floor.map(|floor| step.median_us() / floor.median_us()),
                }),
                floor.map(|floor| Cell::of(floor.median_us())),
            ],
        }
    };
    Table {
        title: about.to_owned(),
        note: "Microseconds; in brackets the ratio to the floor, which is named last.".to_owned(),
        columns: vec!["step".to_owned(), "floor".to_owned()],
        rows: results.about(about).map(row).collect(),
    }
}

fn chart(results: &Results) -> Option<Table> {
    let cell = |group: &str, function: &str| Some(Cell::of(results.step(group, function)?.median_us()));
    let rows: Vec<Row> = [20, 200, 1000]
        .into_iter()
        .map(|utterances| format!("{utterances} {CHARTED}"))
        .map(|name| Row {
            cells: DRAWN
                .iter()
                .map(|function| cell(&format!("message of {name}"), function))
                .collect(),
            name,
        })
        .filter(|row| row.cells.iter().any(Option::is_some))
        .collect();
    (!rows.is_empty()).then(|| Table {
        title: "Reading a message of a growing transcript, microseconds".to_owned(),
        note: String::new(),
        columns: DRAWN
            .map(|name| name.trim_start_matches(FLOOR).to_owned())
            .to_vec(),
        rows,
    })
}
