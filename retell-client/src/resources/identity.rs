//! Whose key it is.

use super::resource;

resource!(
    /// Whose key it is; from [`Client::identity`](crate::Client::identity).
    Identity
);
