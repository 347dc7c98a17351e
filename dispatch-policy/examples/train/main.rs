//! Trains the learned readers on the sentences of `training/` and writes their tables of weights.
//!
//! ```text
//! cargo run --release -p dispatch-policy --features training --example train [-- --check | --held-out]
//! ```
//!
//! With `--check` nothing is written: it fails if a committed table is not what the sentences give. With `--held-out` it
//! also says how well the arbiter does on sentences it has not seen. The result depends on nothing but the sentences and
//! the crate: only additions, multiplications, divisions and square roots are used.
#![expect(clippy::print_stdout, reason = "a program's report")]

mod corpus;
mod emergency;
mod svm;
mod table;
mod trip;

use std::path::Path;
use std::process::ExitCode;

use table::Trained;

fn main() -> ExitCode {
    let has = |flag: &str| std::env::args().any(|arg| arg == flag);
    match run(has("--check"), has("--held-out")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(check: bool, held_out: bool) -> Result<(), String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let training = package.join("training");
    let tables = package.join("src/extract/learned");
    settle(
        &tables.join("emergency.txt"),
        &emergency::train(&training)?,
        check,
    )?;
    settle(
        &tables.join("trip.txt"),
        &trip::train(&training, held_out)?,
        check,
    )
}

/// Writes a table, or sees whether it is the one that is there.
fn settle(path: &Path, trained: &Trained, check: bool) -> Result<(), String> {
    let at = |e: std::io::Error| format!("{}: {e}", path.display());
    if !check {
        std::fs::write(path, &trained.text).map_err(at)?;
    } else if std::fs::read_to_string(path).map_err(at)? != trained.text {
        return Err(format!(
            "{} is not what the sentences give: run `cargo xtask train`",
            path.display()
        ));
    }
    println!(
        "{}: {}, {} bytes",
        path.file_name().unwrap_or_default().display(),
        trained.said,
        trained.text.len()
    );
    Ok(())
}
