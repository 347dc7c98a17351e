//! Whether Retell's API has moved on from the facts the client was written to.

use crate::report::Report;
use crate::tools;

const FACTS: &str = "retell-client/tests/fixtures/api";

/// Compares the committed facts with the newest official Python SDK, fetched by pip.
pub(crate) fn run(report: &mut Report) {
    const NAME: &str = "the API has not drifted";
    if let Err(why) = tools::pip() {
        return report.skip(NAME, &why);
    }
    let folder = tools::target_folder(report.root()).join("api-drift");
    // An older wheel beside the newest would make the choice below a guess.
    let _ = std::fs::remove_dir_all(&folder);
    let fetched = report
        .program("newest official SDK", "python3")
        .args([
            "-m",
            "pip",
            "download",
            "retell-sdk",
            "--no-deps",
            "--only-binary=:all:",
            "--quiet",
            "--dest",
        ])
        .arg(&folder)
        .run();
    if !fetched {
        return;
    }
    let wheel = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|file| file.extension().is_some_and(|extension| extension == "whl"));
    let Some(wheel) = wheel else {
        return report.fail(NAME, "pip left no wheel");
    };
    let facts = report.root().join(FACTS);
    report
        .program(NAME, "python3")
        .arg("xtask/scripts/api_drift.py")
        .arg(wheel)
        .arg(facts.join("endpoints.json"))
        .arg(facts.join("schemas.json"))
        .run();
}
