//! `WordNet`'s database files: words to synsets, synsets to the kinds below them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

/// How the glosses warn of a word.
const SLUR: &[&str] = &["ethnic slur", "offensive", "disparag", "derogatory", "obscene"];

/// Nouns or verbs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Noun,
    Verb,
}

impl Part {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Verb => "verb",
        }
    }
}

struct Synset {
    words: Vec<String>,
    below: Vec<String>,
    /// A word one does not use of people.
    slur: bool,
}

/// All of one part of speech.
pub(super) struct WordNet {
    synsets: HashMap<String, Synset>,
    /// Each word's synsets, the most frequent first.
    senses: BTreeMap<String, Vec<String>>,
    /// Irregular forms and what they are forms of.
    pub(super) irregular: Vec<(String, String)>,
}

impl WordNet {
    /// Reads `data.*`, `index.*` and `*.exc` of the unpacked package.
    pub(super) fn read(package: &Path, part: Part) -> Result<Self, String> {
        let name = part.name();
        let text = |path: String| {
            fs::read_to_string(package.join(&path)).map_err(|error| format!("{path}: {error}"))
        };
        let data = text(format!("dict/data.{name}"))?;
        let index = text(format!("dict/index.{name}"))?;
        let exceptions = text(format!("data/{name}.exc"))?;
        // The licence stands before the lines, each behind two blanks.
        let synsets = data.lines().filter(|line| !line.starts_with(' '));
        let senses = index.lines().filter(|line| !line.starts_with(' '));
        let irregular = exceptions.lines().filter_map(|line| {
            let (form, base) = line.split_once(' ')?;
            Some((form.to_owned(), base.split(' ').next()?.to_owned()))
        });
        Ok(Self {
            synsets: synsets.filter_map(synset).collect(),
            senses: senses.filter_map(word).collect(),
            irregular: irregular.collect(),
        })
    }

    /// Everything below the roots, each `word.sense`, but for what is below one with a `-` before it.
    pub(super) fn below(&self, roots: &[&str]) -> Result<BTreeSet<&str>, String> {
        let mut all = BTreeSet::new();
        let mut next = Vec::new();
        let mut left_out = BTreeSet::new();
        for root in roots {
            let without = root.strip_prefix('-');
            let offset = self
                .sense(without.unwrap_or(root))
                .ok_or_else(|| format!("no sense `{root}`"))?;
            if without.is_some() {
                left_out.insert(offset);
            } else {
                next.push(offset);
            }
        }
        while let Some(offset) = next.pop() {
            if !left_out.contains(offset)
                && let Some((offset, synset)) = self.synsets.get_key_value(offset)
                && all.insert(offset.as_str())
            {
                next.extend(synset.below.iter().map(String::as_str));
            }
        }
        Ok(all)
    }

    fn sense(&self, root: &str) -> Option<&str> {
        let (word, number) = root.rsplit_once('.')?;
        let number: usize = number.parse().ok()?;
        Some(self.senses.get(word)?.get(number.checked_sub(1)?)?.as_str())
    }

    /// The plain words one of whose first `senses` synsets is in `class`.
    pub(super) fn words<'a>(
        &'a self,
        class: &'a BTreeSet<&str>,
        senses: usize,
    ) -> impl Iterator<Item = &'a str> {
        self.senses.iter().filter_map(move |(word, all)| {
            let plain = word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
            // The index folds case; a name is no common word.
            let common = |offset: &String| {
                class.contains(offset.as_str())
                    && self
                        .synsets
                        .get(offset)
                        .is_some_and(|s| s.words.contains(word) && !s.slur)
            };
            (plain && all.iter().take(senses).any(common)).then_some(word.as_str())
        })
    }
}

/// The words of all parts of speech that the tagged texts use, each with how often.
pub(super) fn common(package: &Path) -> Result<BTreeMap<String, u32>, String> {
    let path = "dict/index.sense";
    let text = fs::read_to_string(package.join(path)).map_err(|error| format!("{path}: {error}"))?;
    let mut counts = BTreeMap::new();
    for line in text.lines() {
        // `word%sense offset number count`
        let word = line.split('%').next().unwrap_or("");
        let count: u32 = line.rsplit(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
        if count > 0 && word.bytes().all(|b| b.is_ascii_lowercase()) {
            *counts.entry(word.to_owned()).or_insert(0) += count;
        }
    }
    Ok(counts)
}

/// `offset file kind count word id ... pointers symbol offset part source/target ... | gloss`
fn synset(line: &str) -> Option<(String, Synset)> {
    let (fields, gloss) = line.split_once(" | ")?;
    let fields: Vec<&str> = fields.split(' ').collect();
    let count = usize::from_str_radix(fields.get(3)?, 16).ok()?;
    let words = (0..count).map(|i| fields.get(4 + 2 * i).map(|word| (*word).to_owned()));
    let pointers = fields.get(5 + 2 * count..)?.chunks_exact(4);
    let below = pointers
        .filter(|pointer| pointer[0] == "~")
        .map(|pointer| pointer[1].to_owned());
    Some((
        (*fields.first()?).to_owned(),
        Synset {
            words: words.collect::<Option<_>>()?,
            below: below.collect(),
            slur: SLUR.iter().any(|mark| gloss.contains(mark)),
        },
    ))
}

/// `word part count ... offsets`
fn word(line: &str) -> Option<(String, Vec<String>)> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let count: usize = fields.get(2)?.parse().ok()?;
    let first = fields.len().checked_sub(count)?;
    let senses = fields[first..].iter().map(|offset| (*offset).to_owned());
    Some(((*fields.first()?).to_owned(), senses.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_data_gives_words_and_what_is_below() {
        let line = "00015388 03 n 02 animal 0 beast 0 003 @ 00004475 n 0000 ~ 01312371 n 0000 ~i 01 n 0000 | a living";
        let (offset, synset) = synset(line).expect("well formed");
        assert_eq!(offset, "00015388");
        assert_eq!(synset.words, ["animal", "beast"]);
        assert_eq!(synset.below, ["01312371"]);
    }

    #[test]
    fn a_line_of_the_index_gives_senses_in_order() {
        let (word, senses) = word("seal n 2 2 @ ~ 2 1 06704740 02076196  ").expect("well formed");
        assert_eq!((word.as_str(), senses.len()), ("seal", 2));
        assert_eq!(senses[0], "06704740");
    }
}
