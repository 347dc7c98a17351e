//! What a clause tells: who or what, doing what, to what, and where; the combination decides, not the word alone.

mod crash;
mod joined;
mod listed;
mod people;
mod phrases;
mod signs;
mod theft;
mod truck;
mod verbs;
mod words;

use std::ops::Range;

use crate::extract::text::Said;
use crate::facts::EmergencyTier;
use crate::facts::EmergencyType;

use super::{Event, Trouble, Whose};

use phrases::{Before, Clause};

/// What one clause amounts to.
struct Finding {
    kind: EmergencyType,
    tier: EmergencyTier,
    rule: &'static str,
    span: Range<usize>,
    /// The words hold their own "not".
    negative: bool,
    whose: Whose,
}

impl Finding {
    const fn new(kind: EmergencyType, tier: EmergencyTier, rule: &'static str, span: Range<usize>) -> Self {
        Self {
            kind,
            tier,
            rule,
            span,
            negative: false,
            whose: Whose::Ours,
        }
    }

    /// Whoever it is, where the driver is.
    const fn of_anyone(mut self) -> Self {
        self.whose = Whose::Scene;
        self
    }

    /// The words hold their own "not".
    const fn denying(mut self) -> Self {
        self.negative = true;
        self
    }
}

/// How many words of one clause are read together.
const LONGEST: usize = 40;

/// Everything the clauses tell of, with whose trouble it must be; the filters of the caller decide.
pub(super) fn events(said: &Said<'_>) -> Vec<(Event, Trouble)> {
    let mut found = Vec::new();
    let mut before = Before::default();
    let mut at = 0;
    while at < said.len() {
        // A clause of a flood of words is read in parts.
        let end = said.clause_range(at).end.clamp(at + 1, at + LONGEST);
        let range = at..end;
        at = end;
        let clause = Clause::read(said, range, before);
        crash::judge(&clause, &mut found);
        truck::judge(&clause, &mut found);
        people::judge(&clause, &mut found);
        theft::judge(&clause, &mut found);
        signs::judge(&clause, &mut found);
        before = clause.leaves();
    }
    found
        .into_iter()
        .map(|finding| {
            let Finding {
                kind,
                tier,
                rule,
                span,
                negative,
                whose,
            } = finding;
            let event = Event {
                kind,
                tier,
                rule,
                span,
                negative,
            };
            let trouble = Trouble {
                kind,
                tier,
                whose,
                negative,
            };
            (event, trouble)
        })
        .collect()
}
