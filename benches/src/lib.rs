//! What benchmarks share: messages of the size real calls have, a load generator, comparison servers.

pub mod compare;
pub mod load;
pub mod messages;
pub mod peer;
pub mod program;
pub mod report;
pub mod retell;
pub mod sdks;
pub mod system;
