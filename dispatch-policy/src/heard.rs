//! One turn as the steps of the dialogue see it.

use crate::{
    facts::{Act, Understanding},
    listen::News,
};

/// What was heard in a turn, and what it changed.
#[derive(Debug)]
pub(crate) struct Heard<'a> {
    /// `None` is a silence.
    pub(crate) said: Option<&'a str>,
    pub(crate) meaning: &'a Understanding,
    pub(crate) news: News,
}

impl Heard<'_> {
    pub(crate) fn did(&self, act: Act) -> bool {
        self.meaning.acts.contains(&act)
    }

    pub(crate) fn did_any(&self, acts: &[Act]) -> bool {
        acts.iter().any(|act| self.did(*act))
    }
}
