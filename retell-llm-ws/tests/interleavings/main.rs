//! A simulated Retell and a session in one process, on a virtual clock: at least 100,000 random interleavings of inbound
//! frames, timeouts, chunks, interruptions and reconnects.
//!
//! A failing seed is printed; `SEED=<it> cargo test -p retell-llm-ws --test interleavings` plays it alone.

#[expect(
    dead_code,
    reason = "shared with the fuzz target, which reads its choices from bytes"
)]
mod world;

use std::panic::{AssertUnwindSafe, catch_unwind};

use world::{Seeded, Tally, World};

const INTERLEAVINGS: u64 = 100_000;

#[test]
fn the_protocol_is_kept_under_any_interleaving() {
    if let Some(seed) = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()) {
        World::play(Seeded::new(seed));
        return;
    }
    let mut tally = Tally::default();
    for seed in 0..INTERLEAVINGS {
        let played = catch_unwind(AssertUnwindSafe(|| World::play(Seeded::new(seed))));
        match played {
            Ok(played) => tally.add(&played),
            Err(panic) => {
                eprintln!("seed {seed} fails");
                std::panic::resume_unwind(panic);
            }
        }
    }
    // The worlds are no desert: each thing that is promised was put to the test, and often.
    println!("{tally:?}");
    tally.is_rich(INTERLEAVINGS);
}
