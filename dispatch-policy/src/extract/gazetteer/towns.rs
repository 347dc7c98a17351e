//! The list of towns, indexed at the first look-up.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::title_case;
use crate::extract::text::Said;
use crate::extract::text::mark::ByWord;

/// One town a line: `name`, a tab, the states that have one, and a third column where its spelling is not that of a
/// plain title (`McAllen`). A leading `*` marks an everyday word.
const TOWNS: &str = include_str!("towns.txt");

/// What the list says of one name.
struct Entry {
    states: &'static str,
    spelling: Option<&'static str>,
    wordlike: bool,
}

struct Index {
    towns: HashMap<&'static str, Entry, ByWord>,
    /// How many words the longest name has that begins with this word.
    longest: HashMap<&'static str, usize, ByWord>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index {
        towns: HashMap::with_capacity_and_hasher(TOWNS.len() / 16, ByWord::default()),
        longest: HashMap::default(),
    };
    for line in TOWNS.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let (Some(name), Some(states)) = (columns.next(), columns.next()) else {
            continue;
        };
        let wordlike = name.starts_with('*');
        let name = name.trim_start_matches('*');
        let first = name.split(' ').next().unwrap_or(name);
        let words = name.split(' ').count();
        let longest = index.longest.entry(first).or_insert(words);
        *longest = words.max(*longest);
        let spelling = columns.next();
        index.towns.insert(
            name,
            Entry {
                states,
                spelling,
                wordlike,
            },
        );
    }
    index
});

/// A town by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct Town {
    pub(in crate::extract) name: String,
    /// The postal codes of the states that have one, with a blank between them.
    pub(in crate::extract) states: &'static str,
    pub(in crate::extract) len: usize,
    /// Its name is an everyday word too.
    pub(in crate::extract) wordlike: bool,
}

/// Whether a town's name begins with `word`.
pub(in crate::extract) fn begins_town(word: &str) -> bool {
    INDEX.longest.contains_key(word)
}

/// The longest known town name at `i`; "saint", "st", "ft" and "mt" are read as written out.
pub(in crate::extract) fn town_at(said: &Said<'_>, i: usize) -> Option<Town> {
    let first = *INDEX
        .longest
        .get(said.word(i))
        .or_else(|| INDEX.longest.get(long_form(said.word(i))))?;
    let most = first.min(said.len().saturating_sub(i));
    (1..=most).rev().find_map(|len| {
        let key = if len == 1 {
            said.word(i).to_owned()
        } else {
            (i..i + len)
                .map(|j| long_form(said.word(j)))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let entry = INDEX.towns.get(key.as_str())?;
        Some(Town {
            name: entry.spelling.map_or_else(|| title_case(&key), str::to_owned),
            states: entry.states,
            len,
            wordlike: entry.wordlike,
        })
    })
}

fn long_form(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ft" => "fort",
        "mt" => "mount",
        w => w,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_small() {
        assert!(TOWNS.len() < 2_000_000);
        let names: Vec<&str> = TOWNS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| {
                line.trim_start_matches('*')
                    .split('\t')
                    .next()
                    .unwrap_or_default()
            })
            .collect();
        assert!(names.len() > 15_000, "{}", names.len());
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn every_state_of_the_list_is_known() {
        let known = super::super::states::codes();
        for line in TOWNS.lines().filter(|line| !line.starts_with('#')) {
            let states = line.split('\t').nth(1).expect("states");
            assert!(states.split(' ').all(|code| known.contains(&code)), "{line}");
        }
    }
}
