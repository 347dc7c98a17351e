//! Tests of agents by simulated conversations.

use super::resource;

resource!(
    /// Tests of agents by simulated conversations; from [`Client::tests`](crate::Client::tests).
    Tests
);
