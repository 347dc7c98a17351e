//! Measurements of the Retell crates, each beside its floor: `cargo bench -p benches`.

pub mod messages;
