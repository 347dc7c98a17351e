//! Work in progress.
pub mod extract;
pub mod facts;
pub mod slot;
