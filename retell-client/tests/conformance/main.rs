//! The crate held against the facts about Retell's API: every method, every shape, every sample.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod documents;
mod facts;
mod methods;
mod multipart;
mod random;
mod random_calls;
mod recorder;
mod repetitions;
mod samples;
mod secrecy;
mod shapes;

/// Fails with every complaint, not with the first alone.
fn no_complaints(complaints: &[String]) {
    assert!(
        complaints.is_empty(),
        "{}:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}
