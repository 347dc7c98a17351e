//! What is learned from examples: sums of weights over the words of an utterance.
//!
//! Rules know what a thing is called; a driver may say it in words no rule has. Two readers weigh the words beside the
//! rules: `emergency::learned` looks for emergencies, and `arbiter` looks over what the rules made of the trip. Both are
//! support vector machines trained on the sentences in `training/`: no more than a table of weights, so that the same
//! words give the same answer everywhere, and the words that weighed most are the evidence.
//!
//! The tables are written by `cargo xtask train`.

mod features;
mod table;

#[cfg(feature = "training")]
pub(super) use features::names;
pub(super) use features::{A_WORD, each, key};
pub(super) use table::{Sums, Table};
