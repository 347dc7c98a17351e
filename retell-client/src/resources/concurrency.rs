//! How many calls may go on at once.

use super::resource;

resource!(
    /// How many calls may go on at once; from [`Client::concurrency`](crate::Client::concurrency).
    Concurrency
);
