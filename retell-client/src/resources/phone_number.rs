//! Telephone numbers.

use super::resource;

resource!(
    /// Telephone numbers; from [`Client::phone_number`](crate::Client::phone_number).
    PhoneNumbers
);
