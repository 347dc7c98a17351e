//! Agents tried out without a call.

use super::resource;

resource!(
    /// Agents tried out without a call; from [`Client::playground`](crate::Client::playground).
    Playground
);
