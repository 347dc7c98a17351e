//! Regular endings, and the words they may stand on.

use super::Form;

/// The longest word that is looked at.
const LONGEST: usize = 32;

/// A word put together on the stack.
struct Built {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Built {
    fn new(stem: &str, ending: &str) -> Option<Self> {
        let len = stem.len() + ending.len();
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..stem.len())?.copy_from_slice(stem.as_bytes());
        bytes.get_mut(stem.len()..len)?.copy_from_slice(ending.as_bytes());
        Some(Self { bytes, len })
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }
}

/// What `find` says of the singular of a plural.
pub(super) fn singular<T>(word: &str, mut find: impl FnMut(&str) -> Option<T>) -> Option<T> {
    if let Some(stem) = word.strip_suffix("men") {
        return find(Built::new(stem, "man")?.as_str());
    }
    let stem = word.strip_suffix('s').filter(|stem| !stem.ends_with('s'))?;
    let shorter = || {
        let stem = stem.strip_suffix('e')?;
        match stem.strip_suffix('i') {
            Some(y) => Some((y, "y")),
            None => Some((stem, "")),
        }
    };
    if let Some(found) = find(stem) {
        return Some(found);
    }
    let (stem, ending) = shorter()?;
    find(Built::new(stem, ending)?.as_str())
}

/// What `find` says of the base of a verb with a regular ending.
pub(super) fn base<T>(word: &str, mut find: impl FnMut(&str) -> Option<T>) -> Option<(T, Form)> {
    if let Some(found) = singular(word, &mut find) {
        return Some((found, Form::Third));
    }
    let (stem, form) = match word.strip_suffix("ing") {
        Some(stem) => (stem, Form::Ing),
        None => (word.strip_suffix("ed")?, Form::Past),
    };
    if stem.len() < 2 {
        return None;
    }
    let mut ending = |stem: &str, ending: &str| find(Built::new(stem, ending)?.as_str());
    // "scraping" is of scrape, since scrap would double its p; "clipping" did.
    let found = if is_short(stem) {
        ending(stem, "e").or_else(|| ending(stem, ""))
    } else {
        ending(stem, "").or_else(|| ending(stem, "e"))
    };
    let found = found
        .or_else(|| ending(undoubled(stem)?, ""))
        .or_else(|| ending(stem.strip_suffix('i')?, "y"))?;
    Some((found, form))
}

/// One consonant behind one vowel behind a consonant.
fn is_short(stem: &str) -> bool {
    let vowel = |b: &u8| b"aeiou".contains(b);
    match stem.as_bytes() {
        [.., a, b, c] => !vowel(a) && vowel(b) && !vowel(c) && !b"wxy".contains(c),
        _ => false,
    }
}

fn undoubled(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., a, b] if a == b => stem.get(..stem.len() - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base_among(word: &str, known: &[&'static str]) -> Option<(&'static str, Form)> {
        base(word, |w| known.iter().find(|k| **k == w).copied())
    }

    #[test]
    fn endings_come_off() {
        assert_eq!(base_among("clipping", &["clip"]), Some(("clip", Form::Ing)));
        assert_eq!(
            base_among("scraped", &["scrap", "scrape"]),
            Some(("scrape", Form::Past))
        );
        assert_eq!(base_among("falling", &["fall", "fal"]), Some(("fall", Form::Ing)));
        assert_eq!(base_among("carried", &["carry"]), Some(("carry", Form::Past)));
        assert_eq!(base_among("crashes", &["crash"]), Some(("crash", Form::Third)));
        assert_eq!(base_among("ring", &["r", "ring"]), None);
    }

    #[test]
    fn plurals_lose_theirs() {
        let known = ["tire", "bus", "lady", "glass", "fireman"];
        let one = |word: &str| singular(word, |w| known.iter().find(|k| **k == w).copied());
        assert_eq!(one("tires"), Some("tire"));
        assert_eq!(one("buses"), Some("bus"));
        assert_eq!(one("ladies"), Some("lady"));
        assert_eq!(one("firemen"), Some("fireman"));
        assert_eq!(one("glass"), None);
    }

    #[test]
    fn any_length_is_read() {
        let long = "ü".repeat(400) + "ing";
        assert_eq!(base_among(&long, &["ü"]), None);
    }
}
