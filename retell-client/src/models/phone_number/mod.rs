//! Telephone numbers in the account.
