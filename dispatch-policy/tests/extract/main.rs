//! The extractor on whole utterances: case files, and what must hold for any text.

#[path = "../../examples/run_cases/compare.rs"]
mod compare;
#[path = "../../examples/run_cases/utterances.rs"]
mod utterances;

mod anywhere;
mod cases;
mod evidence;
mod totality;
