//! Behaviour of the dialogue.

#[path = "../../examples/run_cases/compare.rs"]
mod compare;
#[path = "../../examples/run_cases/dialogues.rs"]
mod dialogues;

mod agenda;
mod conflicts;
mod emergencies;
mod escalate;
mod invariants;
mod phrases;
mod rebuild;
mod repairs;
mod rules;
mod spanish;
mod support;
mod whole_dialogues;
