//! Voices.

use super::resource;

resource!(
    /// Voices; from [`Client::voice`](crate::Client::voice).
    Voices
);
