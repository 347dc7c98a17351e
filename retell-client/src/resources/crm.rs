//! The connection to a CRM.

use super::resource;

resource!(
    /// The connection to a CRM; from [`Client::crm`](crate::Client::crm).
    Crm
);
