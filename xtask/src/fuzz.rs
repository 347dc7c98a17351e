//! The libraries' fuzz targets, built with the stable compiler: the coverage passes are what `cargo fuzz` asks for,
//! without a sanitizer (there is no `unsafe` code to watch).

use std::path::PathBuf;

use crate::report::Report;
use crate::tools;

const PACKAGES: [&str; 3] = ["retell-llm-ws", "retell-webhook", "dispatch-policy"];

/// How libFuzzer sees which branches an input took.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions";

/// How long each target is run.
#[derive(Clone, Copy)]
pub(crate) enum Length {
    /// As many inputs: the same work on every machine.
    Runs(u64),
    /// As many seconds.
    Seconds(u64),
}

/// Builds all targets and runs them (or only the one named), each as a step of its own.
pub(crate) fn run(report: &mut Report, length: Length, only: Option<&str>) {
    let Some(host) = tools::host_triple() else {
        return report.skip("fuzz targets", "rustc does not say what machine it builds for");
    };
    if tools::output("c++", &["--version"]).is_none() {
        return report.skip("fuzz targets", "a C++ compiler is needed to build libFuzzer");
    }
    let mut found = false;
    for package in PACKAGES {
        let folder = report.root().join(package).join("fuzz");
        let Some(targets) = targets(&folder) else {
            report.fail(
                &format!("fuzz targets of {package}"),
                "its fuzz folder cannot be read",
            );
            continue;
        };
        // Named, so that the flags reach the targets and not the build scripts.
        let build = ["build", "--release", "--locked", "--target", host.as_str()];
        let target_folder = target_folder(report);
        let built = report
            .cargo(&format!("fuzz targets of {package}: build"), &build)
            .folder(&folder)
            .env("RUSTFLAGS", COVERAGE)
            .env("CARGO_TARGET_DIR", target_folder)
            .run();
        for target in targets
            .iter()
            .filter(|target| only.is_none_or(|only| only == *target))
        {
            found = true;
            if built {
                run_one(report, package, target, &host, length);
            }
        }
    }
    if let Some(only) = only.filter(|_| !found) {
        report.fail("fuzz", &format!("there is no target called {only}"));
    }
}

fn run_one(report: &mut Report, package: &str, target: &str, host: &str, length: Length) {
    let folder = report.root().join(package).join("fuzz");
    let program = target_folder(report).join(host).join("release").join(target);
    let corpus = target_folder(report).join("corpus").join(package).join(target);
    let seeds = folder.join("seeds");
    let findings = target_folder(report).join("findings").join(package);
    for folder in [&corpus, &findings] {
        if let Err(error) = std::fs::create_dir_all(folder) {
            return report.fail(
                &format!("fuzz {package} {target}"),
                &format!("no folder for its inputs: {error}"),
            );
        }
    }
    let limit = match length {
        Length::Runs(runs) => format!("-runs={runs}"),
        Length::Seconds(seconds) => format!("-max_total_time={seconds}"),
    };
    report
        .program(&format!("fuzz {package} {target}"), &program)
        .folder(&folder)
        .arg(limit)
        .arg("-print_final_stats=1")
        .arg("-verbosity=0")
        .arg("-timeout=10")
        .arg(format!("-artifact_prefix={}/{target}-", findings.display()))
        // What is found goes into the first folder; the second is only read.
        .arg(corpus)
        .args(Some(seeds).filter(|seeds| seeds.is_dir()))
        .run();
}

/// The target names: one source file each.
fn targets(fuzz: &std::path::Path) -> Option<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(fuzz.join("fuzz_targets"))
        .ok()?
        .filter_map(|entry| {
            let file = entry.ok()?.path();
            (file.extension()? == "rs").then(|| file.file_stem()?.to_str().map(str::to_owned))?
        })
        .collect();
    names.sort();
    (!names.is_empty()).then_some(names)
}

fn target_folder(report: &Report) -> PathBuf {
    tools::target_folder(report.root()).join("fuzz")
}
