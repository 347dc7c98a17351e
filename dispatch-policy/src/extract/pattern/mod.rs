//! Small word patterns: the rules are written in them.
//!
//! `wait~ on|for a|the? door`: words, alternatives with `|`, an optional word with `?`, a beginning of a
//! word with `wait~` and an end with `~ing`, a named class with `@`, a class of the lexicon with `%animal`, a name with `%name`,
//! `#` a number, `..` up to three and `...` up to seven words of the
//! same clause, `!a|b` any one word but these (or the end), `^` the start and `$` the end of the utterance,
//! `<` the start of a clause.

mod alternatives;
mod classes;

use std::ops::Range;

use super::numbers;
use super::text::Said;
use super::text::mark::Marks;

use alternatives::{Alternatives, Need};

#[derive(Debug)]
enum Part {
    Word { words: Alternatives, optional: bool },
    Not(Alternatives),
    Gap(usize),
    Number,
    Start,
    ClauseStart,
    End,
}

impl Part {
    fn new(source: &str) -> Self {
        match source {
            "#" => Self::Number,
            ".." => Self::Gap(3),
            "..." => Self::Gap(7),
            "^" => Self::Start,
            "<" => Self::ClauseStart,
            "$" => Self::End,
            _ => {
                if let Some(rest) = source.strip_prefix('!') {
                    return Self::Not(Alternatives::new(rest));
                }
                let (body, optional) = source.strip_suffix('?').map_or((source, false), |b| (b, true));
                Self::Word {
                    words: Alternatives::new(body),
                    optional,
                }
            }
        }
    }
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Pattern {
    parts: Vec<Part>,
    /// What the first word must be one of.
    first: Need,
    /// What must be somewhere, the rarest first.
    needs: Vec<Need>,
}

impl Pattern {
    pub(super) fn new(source: &str) -> Self {
        let parts: Vec<Part> = source.split_whitespace().map(Part::new).collect();
        let mut first = Need::default();
        let open = parts.iter().all(|part| match part {
            Part::Word { words, optional } => {
                first.add(words);
                *optional
            }
            Part::Start | Part::ClauseStart => true,
            Part::Not(_) | Part::Gap(_) | Part::Number | Part::End => {
                first = Need::ALL;
                false
            }
        });
        if open {
            first = Need::ALL;
        }
        let mut needs: Vec<Need> = parts
            .iter()
            .filter_map(|part| match part {
                Part::Word {
                    words,
                    optional: false,
                } => words.need(),
                _ => None,
            })
            .collect();
        needs.sort_by_key(|need| need.marks.count());
        Self { parts, first, needs }
    }

    /// Whether every word it needs may be there.
    fn may_fit(&self, said: &Said<'_>) -> bool {
        self.needs.iter().all(|need| need.may_be_in(said))
    }

    /// The first place the pattern fits.
    pub(super) fn find(&self, said: &Said<'_>) -> Option<Range<usize>> {
        if !self.may_fit(said) {
            return None;
        }
        self.begins(said, 0..said.len()).next()
    }

    /// Every place the pattern fits, first words first.
    pub(super) fn find_all(&self, said: &Said<'_>) -> Vec<Range<usize>> {
        if !self.may_fit(said) {
            return Vec::new();
        }
        self.begins(said, 0..said.len()).collect()
    }

    /// The first place the pattern fits that begins in `range`.
    pub(super) fn find_within(&self, said: &Said<'_>, range: Range<usize>) -> Option<Range<usize>> {
        if !self.may_fit(said) {
            return None;
        }
        self.begins(said, range).next()
    }

    /// Every place the pattern fits that begins in `range`.
    pub(super) fn all_within(
        &self,
        said: &Said<'_>,
        range: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> {
        self.may_fit(said)
            .then(|| self.begins(said, range))
            .into_iter()
            .flatten()
    }

    fn begins(&self, said: &Said<'_>, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        // A class has no marks: any word may be in it.
        let marks = if self.first.classes.is_empty() {
            &self.first.marks
        } else {
            &Marks::ALL
        };
        said.marked(marks, range)
            .filter_map(|i| self.at(said, i).map(|end| i..end))
    }

    pub(super) fn is_in(&self, said: &Said<'_>) -> bool {
        self.find(said).is_some()
    }

    /// Where the pattern ends when it begins at `i`.
    pub(super) fn at(&self, said: &Said<'_>, i: usize) -> Option<usize> {
        if !self.first.may_be_at(said, i) {
            return None;
        }
        fits(&self.parts, said, i)
    }
}

fn fits(parts: &[Part], said: &Said<'_>, i: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(i);
    };
    match part {
        Part::Word { words, optional } => {
            if words.fit(said, i)
                && let Some(end) = fits(rest, said, (i + 1).min(said.len()))
            {
                return Some(end);
            }
            if *optional { fits(rest, said, i) } else { None }
        }
        Part::Not(words) => {
            if i < said.len() && words.fit(said, i) {
                None
            } else {
                fits(rest, said, i)
            }
        }
        Part::Gap(most) => {
            let clause = i
                .checked_sub(1)
                .map_or_else(|| said.clause(i), |p| said.clause(p));
            for skip in 0..=*most {
                if skip > 0 && (i + skip > said.len() || said.clause(i + skip - 1) != clause) {
                    break;
                }
                if said.clause(i + skip) != clause && !rest.is_empty() {
                    break;
                }
                if let Some(end) = fits(rest, said, i + skip) {
                    return Some(end);
                }
            }
            None
        }
        Part::Number => {
            let (_, len) = numbers::grouped(said, i)?;
            fits(rest, said, i + len)
        }
        Part::Start => {
            if i == 0 {
                fits(rest, said, i)
            } else {
                None
            }
        }
        Part::ClauseStart => {
            if i == 0 || said.clause(i) != said.clause(i - 1) {
                fits(rest, said, i)
            } else {
                None
            }
        }
        Part::End => {
            if i >= said.len() {
                fits(rest, said, i)
            } else {
                None
            }
        }
    }
}

/// A pattern compiled once, where it is written.
macro_rules! pat {
    ($source:literal) => {{
        static PATTERN: std::sync::LazyLock<$crate::extract::pattern::Pattern> =
            std::sync::LazyLock::new(|| $crate::extract::pattern::Pattern::new($source));
        &*PATTERN
    }};
}

/// A pattern with the name of its rule and what it means.
#[derive(Debug)]
pub(super) struct Rule<T> {
    pub(super) name: &'static str,
    pub(super) value: T,
    pub(super) pattern: Pattern,
}

/// Compiles a table of (name, value, pattern).
pub(super) fn rules<T: Copy>(table: &[(&'static str, T, &str)]) -> Vec<Rule<T>> {
    table
        .iter()
        .map(|&(name, value, source)| Rule {
            name,
            value,
            pattern: Pattern::new(source),
        })
        .collect()
}

pub(super) use pat;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_the_lexicon_are_words_of_a_pattern() {
        let pattern = Pattern::new("%collide a|the %animal|%obstacle");
        assert!(pattern.is_in(&Said::new("i just clipped a guardrail")));
        assert!(pattern.is_in(&Said::new("hit the deer")));
        assert!(!pattern.is_in(&Said::new("hit the road")));
        assert!(!pattern.is_in(&Said::new("hit the")));
    }
}
