//! The policy over the engine, on a virtual clock.
