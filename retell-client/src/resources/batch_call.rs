//! Batches of calls.

use super::resource;

resource!(
    /// Batches of calls; from [`Client::batch_call`](crate::Client::batch_call).
    BatchCalls
);
