//! The table of statements and tests cannot rot.

use std::{collections::BTreeSet, fs, path::Path};

const TABLE: &str = include_str!("../../CONFORMANCE.md");

/// Whether the source has this test: `lib::module::name`, or the name of a test target instead of `lib`.
fn exists(test: &str) -> bool {
    let mut path: Vec<&str> = test.split("::").collect();
    let (Some(name), true) = (path.pop(), !path.is_empty()) else {
        return false;
    };
    let target = path.remove(0);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(match target {
        "lib" => "src".to_owned(),
        other => format!("tests/{other}"),
    });
    // `a::b` is in a/b.rs, a/b/mod.rs or, as a module within it, a.rs; the root's own tests are in main.rs.
    let candidates = (0..=path.len()).rev().flat_map(|depth| {
        let module = root.join(path[..depth].iter().collect::<std::path::PathBuf>());
        [
            module.with_extension("rs"),
            module.join("mod.rs"),
            module.join("main.rs"),
        ]
    });
    let found = candidates
        .into_iter()
        .find_map(|file| fs::read_to_string(file).ok());
    found.is_some_and(|source| is_test(&source, name))
}

/// Whether a function of this name is a test.
fn is_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let begins = |line: &&str| {
        let line = line.strip_prefix("async ").unwrap_or(line);
        line.strip_prefix("fn ")
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with('('))
    };
    let Some(at) = lines.iter().position(begins) else {
        return false;
    };
    // Listed by its bare name, it is run on every adapter.
    if source.contains("on_every_adapter! {") && lines.contains(&name) {
        return true;
    }
    let above = lines[..at].iter().rev();
    above
        .take_while(|line| line.starts_with('#') || line.starts_with("//"))
        .any(|line| *line == "#[test]" || line.starts_with("#[tokio::test"))
}

/// The rows: a statement, and the tests that hold it.
fn rows() -> Vec<(&'static str, Vec<&'static str>)> {
    let rows = TABLE
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| statement"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [statement, tests] = cells.as_slice() else {
            panic!("a row has two cells: {row}")
        };
        (*statement, tests.split('`').skip(1).step_by(2).collect())
    })
    .collect()
}

#[test]
fn every_statement_has_a_test_that_exists() {
    let rows = rows();
    assert!(rows.len() > 60, "{} rows", rows.len());
    for (statement, tests) in &rows {
        assert!(!tests.is_empty(), "no test holds: {statement}");
        for test in tests {
            assert!(exists(test), "{test} holds \"{statement}\" but is nowhere");
        }
    }
    let statements: BTreeSet<_> = rows.iter().map(|(statement, _)| statement).collect();
    assert_eq!(statements.len(), rows.len(), "a statement stands twice");
}

#[test]
fn what_is_not_a_test_is_not_found() {
    assert!(exists("it::conformance::what_is_not_a_test_is_not_found"));
    assert!(exists("lib::caller::tests::the_call_id_is_one_more_path_segment"));
    for nothing in [
        "it::conformance::rows",
        "it::conformance::exist",
        "it::no_such_file::what_is_not_a_test_is_not_found",
        "it::begin::what_is_not_a_test_is_not_found",
        "what_is_not_a_test_is_not_found",
        "",
    ] {
        assert!(!exists(nothing), "{nothing}");
    }
}
