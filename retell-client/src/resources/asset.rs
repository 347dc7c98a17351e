//! Files that agents use.

use super::resource;

resource!(
    /// Files that agents use; from [`Client::asset`](crate::Client::asset).
    Assets
);
