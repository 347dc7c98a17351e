//! Contacts.

use super::resource;

resource!(
    /// Contacts; from [`Client::contact`](crate::Client::contact).
    Contacts
);
