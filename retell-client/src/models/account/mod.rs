//! The account: concurrency, identity, exports.
