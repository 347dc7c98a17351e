//! Where speech may be cut.

use super::abbreviations::is_abbreviation;

/// What ends where the next word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Boundary {
    Sentence,
    Clause,
    /// Only a word; a place to cut when there is no better one.
    Word,
}

/// Quotes, brackets and Markdown's stars belong to the words before them.
const CLOSERS: &[char] = &[
    '"', '\'', '”', '’', '»', ')', ']', '}', '」', '』', '）', '】', '》', '*', '_',
];
const OPENERS: &[char] = &[
    '"', '\'', '“', '‘', '«', '(', '[', '{', '「', '『', '（', '¿', '¡', '*', '_',
];

/// Marks that a word may follow at once.
const NO_BLANK_AFTER: &[char] = &['。', '！', '？', '，', '、', '；', '：', '—'];

/// What ends between `before` and `next`, the first character of the next word (or any character after one that needs
/// no blank behind it). `None` where a cut would hurt.
pub(super) fn boundary(before: &str, next: char) -> Option<Boundary> {
    let words = before.trim_end();
    let core = words.trim_end_matches(CLOSERS);
    let last = core.chars().next_back()?;
    if words.len() == before.len() {
        return without_blank(core, last, next);
    }
    match last {
        '!' | '?' | '。' | '！' | '？' | '؟' | '।' => Some(Boundary::Sentence),
        '.' | '…' if ends_sentence(core, next) => Some(Boundary::Sentence),
        _ if before[words.len()..].contains('\n') => Some(Boundary::Sentence),
        '.' => None,
        ',' | ';' | ':' | '—' | '–' | '…' | '，' | '、' | '；' | '：' | '،' => {
            Some(Boundary::Clause)
        }
        _ if matches!(next, '¿' | '¡') => Some(Boundary::Clause),
        // "4:15 p.m.", "5 miles", "555 0100"
        _ if last.is_numeric() || matches!(last, '+' | '$' | '€' | '£' | '#') => None,
        _ => Some(Boundary::Word),
    }
}

/// Chinese and Japanese put no blank behind their marks, and a dash needs none.
fn without_blank(core: &str, last: char, next: char) -> Option<Boundary> {
    if CLOSERS.contains(&next) || next.is_ascii_punctuation() {
        return None;
    }
    match last {
        '。' | '！' | '？' if !matches!(next, '。' | '！' | '？' | '…') => Some(Boundary::Sentence),
        '，' | '、' | '；' | '：' | '—' if next != last => {
            let number = next.is_numeric() && core.trim_end_matches(last).ends_with(char::is_numeric);
            (!number).then_some(Boundary::Clause)
        }
        _ => None,
    }
}

/// Whether the full stop (or dots) at the end of `core` ends a sentence.
fn ends_sentence(core: &str, next: char) -> bool {
    if next.is_lowercase() {
        return false;
    }
    let word = core
        .rsplit(|c: char| c.is_whitespace() || NO_BLANK_AFTER.contains(&c))
        .next()
        .unwrap_or(core)
        .trim_start_matches(OPENERS);
    let stem = word.trim_end_matches(['.', '…']);
    if word.ends_with("..") || word.ends_with('…') {
        return true;
    }
    if stem.ends_with(char::is_numeric) {
        // "3. 5" may be one number, and "1." before anything else is the mark of a list.
        let marks_list = word.len() == core.trim_start().len() && stem.chars().all(char::is_numeric);
        return !next.is_numeric() && !marks_list;
    }
    !is_abbreviation(stem, next)
}

/// Whether `text`, which may go on in the middle of a word, surely ends a sentence or a clause.
pub(super) fn ends_whole(text: &str) -> bool {
    let core = text.trim_end_matches(CLOSERS);
    // "3." may become "3.5".
    let number = core.trim_end_matches(['.', ',', ':']).ends_with(char::is_numeric);
    let ended = boundary(&format!("{text} "), 'A');
    !number && matches!(ended, Some(Boundary::Sentence | Boundary::Clause))
}

#[cfg(test)]
mod tests {
    use super::{Boundary::*, *};

    #[test]
    fn sentences() {
        for before in [
            "We are open. ",
            "Really? ",
            "No! ",
            "He said \"no.\" ",
            "(It is.) ",
            "**Yes.** ",
            "Well... ",
            "Well… ",
            "It costs 5. ",
            "No. ",
            "So do I. ",
            "The dog sat. ",
            "Hola.\n",
            "A line without a stop\n",
            "我们六点关门。 ",
            "¿Cómo está? ",
        ] {
            assert_eq!(boundary(before, 'T'), Some(Sentence), "{before:?}");
        }
        assert_eq!(boundary("六点关门。", '好'), Some(Sentence));
        assert_eq!(boundary("「はい。」", 'で'), Some(Sentence));
    }

    #[test]
    fn no_sentences() {
        for (before, next) in [
            ("Dr. ", 'S'),
            ("I met Mr. ", 'B'),
            ("at 4:15 p.m. ", 'E'),
            ("in the U.S. ", 'A'),
            ("Main St. ", 'T'),
            ("J. ", 'S'),
            ("No. ", '5'),
            ("ext. ", '9'),
            ("on Sat. ", 'M'),
            ("well... ", 'm'),
            ("approx. ", 'f'),
            ("some. ", 'l'),
            ("3. ", '5'),
            ("1. ", 'B'),
            ("(e.g. ", 'A'),
            ("Sra. ", 'L'),
        ] {
            assert_ne!(boundary(before, next), Some(Sentence), "{before:?} {next:?}");
        }
        assert_eq!(boundary("六点。", '」'), None);
        assert_eq!(boundary("真的？", '！'), None);
        for (before, next) in [
            ("3.", '5'),
            ("I-", '8'),
            ("4:", '1'),
            ("1,", '2'),
            ("1，", '2'),
            ("5—", '7'),
            ("a.b", 'c'),
        ] {
            assert_eq!(boundary(before, next), None, "{before:?} {next:?}");
        }
    }

    #[test]
    fn clauses_and_words() {
        for (before, next) in [
            ("Well, ", 'i'),
            ("two; ", 't'),
            ("是的，", '我'),
            ("yes—", 'a'),
            ("Hola ", '¿'),
        ] {
            assert_eq!(boundary(before, next), Some(Clause), "{before:?}");
        }
        assert_eq!(boundary("let me ", 's'), Some(Word));
        for before in ["take I-80 ", "4:15 ", "+ ", "$ ", "Dr. "] {
            assert_eq!(boundary(before, 'p'), None, "{before:?}");
        }
        for before in ["", "  ", "* ", "\""] {
            assert_eq!(boundary(before, 'p'), None, "{before:?}");
        }
    }
}
