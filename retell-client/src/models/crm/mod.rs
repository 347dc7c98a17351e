//! The connection to a CRM.
