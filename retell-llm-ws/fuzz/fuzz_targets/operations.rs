//! Any sequence of frames, timeouts, chunks, interruptions and reconnects keeps to the protocol.

#![no_main]

#[expect(
    dead_code,
    reason = "shared with the test, which takes its chances from a seed"
)]
#[path = "../../tests/interleavings/world/mod.rs"]
mod world;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    world::World::play(world::Bytes::new(bytes));
});
