//! Dangers told by what is named together, in whatever order: a part and what is wrong with it, a person and where he
//! lies, a pedal and how it gives way.

mod body;
mod road;
mod truck;

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::pattern::Pattern;
use crate::extract::text::Said;

use super::{Event, Trouble};

use body::BODY;
use road::ROAD;
use truck::TRUCK;

/// Name, what it means, the parts that stand near one another, and words with which it means nothing.
type Row = (&'static str, Trouble, &'static [&'static str], &'static str);

/// What is told when all `parts` stand near one another, and nothing of `unless` is said.
#[derive(Debug)]
struct Frame {
    name: &'static str,
    trouble: Trouble,
    parts: Vec<Pattern>,
    unless: Option<Pattern>,
}

/// How many words may lie between two parts.
const REACH: usize = 9;

static COMPILED: LazyLock<Vec<Frame>> = LazyLock::new(|| {
    [BODY, TRUCK, ROAD]
        .into_iter()
        .flatten()
        .map(|&(name, trouble, parts, unless)| Frame {
            name,
            trouble,
            parts: parts.iter().map(|p| Pattern::new(p)).collect(),
            unless: (!unless.is_empty()).then(|| Pattern::new(unless)),
        })
        .collect()
});

/// Every frame that is filled, with whose trouble it must be; the filters of the caller decide.
pub(super) fn events(said: &Said<'_>) -> Vec<(Event, Trouble)> {
    COMPILED
        .iter()
        .filter_map(|frame| {
            let span = frame.filled(said)?;
            let event = Event {
                kind: frame.trouble.kind,
                tier: frame.trouble.tier,
                rule: frame.name,
                span,
                negative: frame.trouble.negative,
            };
            Some((event, frame.trouble))
        })
        .collect()
}

impl Frame {
    /// Where the first part stands that has every other one near it.
    fn filled(&self, said: &Said<'_>) -> Option<Range<usize>> {
        let (first, others) = self.parts.split_first()?;
        let firsts = first.find_all(said);
        if firsts.is_empty() || self.unless.as_ref().is_some_and(|p| p.is_in(said)) {
            return None;
        }
        let others: Vec<Vec<Range<usize>>> = others.iter().map(|p| p.find_all(said)).collect();
        firsts
            .into_iter()
            .find(|f| others.iter().all(|spans| spans.iter().any(|s| are_near(f, s))))
    }
}

fn are_near(a: &Range<usize>, b: &Range<usize>) -> bool {
    b.start <= a.end + REACH && a.start <= b.end + REACH
}
