//! All results as one page of text.

use std::fmt::Write as _;

use super::fragment::{Cell, Fragment, Table};

/// Writes the whole page.
#[must_use]
pub fn markdown(fragments: &[Fragment]) -> String {
    let mut page = String::from(
        "# Results\n\nWritten by `cargo xtask bench`; method and how to read it stand in [README.md](README.md).\n\n\
         | part | measured | goals met | missed | not measured |\n|---|---|---|---|---|\n",
    );
    for fragment in fragments {
        let count = |wanted| fragment.goals.iter().filter(|goal| goal.met() == wanted).count();
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} |",
            fragment.part.title(),
            fragment.setting.date,
            count(Some(true)),
            count(Some(false)),
            count(None)
        );
    }
    for fragment in fragments {
        section(&mut page, fragment);
    }
    page
}

fn section(page: &mut String, fragment: &Fragment) {
    let setting = &fragment.setting;
    let _ = writeln!(page, "\n## {}\n", fragment.part.title());
    let _ = writeln!(page, "- Command: `{}`", setting.command);
    let _ = writeln!(page, "- Date: {}", setting.date);
    let _ = writeln!(page, "- Machine: {}", setting.machine);
    let _ = writeln!(page, "- Versions: {}", setting.versions.join("; "));
    let _ = writeln!(page, "- Rounds: {}; figures are medians", setting.rounds);
    if !setting.left_out.is_empty() {
        let _ = writeln!(page, "- Left out: {}", setting.left_out.join(", "));
    }
    for finding in &fragment.findings {
        let _ = writeln!(page, "- {finding}");
    }
    if let Some(chart) = &fragment.chart {
        let _ = writeln!(page, "\n![{}](results/{}.svg)", chart.title, fragment.part.name());
    }
    if !fragment.goals.is_empty() {
        page.push_str(
            "\n### Goals\n\n| goal | at most | measured | | the floor itself |\n|---|---|---|---|---|\n",
        );
    }
    for goal in &fragment.goals {
        let verdict = match goal.met() {
            Some(true) => "met",
            Some(false) => "**missed**",
            None => "",
        };
        let show =
            |value: Option<f64>, none: &str| value.map_or(none.to_owned(), |value| goal.unit.show(value));
        let (measured, floor) = (show(goal.measured, "not measured"), show(goal.floor, ""));
        let _ = writeln!(
            page,
            "| {} | {} | {measured} | {verdict} | {floor} |",
            goal.what,
            goal.unit.show(goal.at_most),
        );
    }
    fragment.tables.iter().for_each(|table| write_table(page, table));
}

fn write_table(page: &mut String, table: &Table) {
    let _ = writeln!(page, "\n### {}\n\n{}\n", table.title, table.note);
    let _ = writeln!(page, "| | {} |", table.columns.join(" | "));
    let _ = writeln!(page, "|---|{}", "---|".repeat(table.columns.len()));
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| show(cell.as_ref())).collect();
        let _ = writeln!(page, "| {} | {} |", row.name, cells.join(" | "));
    }
}

fn show(cell: Option<&Cell>) -> String {
    let Some(cell) = cell else {
        return "-".to_owned();
    };
    let values: Vec<String> = cell.values.iter().copied().map(figure).collect();
    match cell.ratio {
        Some(ratio) => format!("{} ({ratio:.2})", values.join(" / ")),
        None => values.join(" / "),
    }
}

/// About three digits that say something.
fn figure(value: f64) -> String {
    match value.abs() {
        size if size >= 999.5 => grouped(value),
        size if size >= 99.95 || size == 0.0 => format!("{value:.0}"),
        size if size >= 9.995 => format!("{value:.1}"),
        size if size >= 0.1 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

/// `12345.6` as `12,346`.
fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0.0 { format!("-{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short() {
        let shown: Vec<String> = [
            0.0,
            0.0312,
            0.314,
            2.75,
            31.4,
            314.4,
            3_140.0,
            1_234_567.8,
            -1_500.0,
        ]
        .into_iter()
        .map(figure)
        .collect();
        assert_eq!(
            shown,
            [
                "0",
                "0.031",
                "0.31",
                "2.75",
                "31.4",
                "314",
                "3,140",
                "1,234,568",
                "-1,500"
            ]
        );
        let latencies = Cell {
            values: vec![0.5, 1.5, 12.0],
            ratio: Some(1.2),
        };
        assert_eq!(show(Some(&latencies)), "0.50 / 1.50 / 12.0 (1.20)");
        assert_eq!(show(None), "-");
    }
}
