//! Who may use the dashboard and the API.

use subtle::ConstantTimeEq as _;

/// Whether two secrets are the same, in a time that does not tell where they differ.
pub(crate) fn same(secret: &str, given: &str) -> bool {
    secret.as_bytes().ct_eq(given.as_bytes()).into()
}
