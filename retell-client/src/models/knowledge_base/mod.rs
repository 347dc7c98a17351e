//! Knowledge bases.
