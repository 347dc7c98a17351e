//! From tokens to pieces of speech. No time, no I/O.

use super::boundary::{Boundary, boundary, ends_whole};

/// Cuts a stream of tokens into pieces that can be spoken.
///
/// The first piece ends at the first clause of a few words, so that the voice starts early; each later piece is a
/// sentence. A piece is never cut inside a number ("3.5", "I-80", "4:15 p.m."), an abbreviation ("Dr.") or dots, holds
/// at least one word, and takes the blanks that follow it along, so that pieces can be said one right after another.
/// A boundary is known once the next word begins: whether "3." was a whole number shows in what follows.
///
/// Where the cuts are does not depend on how the text was split into tokens. The pieces in a row are the text again, but
/// for blanks at its beginning and after a pause.
///
/// ```
/// use retell_llm_ws::speech::SentenceCutter;
///
/// let mut cutter = SentenceCutter::new();
/// let mut pieces = Vec::new();
/// for token in ["Sure thing", ", Dr", ". Lee", ". It is", " 3", ".5 miles", " off I-80. Any", "thing else?"] {
///     pieces.extend(cutter.push(token));
/// }
/// pieces.extend(cutter.finish());
/// assert_eq!(pieces, ["Sure thing, ", "Dr. Lee. ", "It is 3.5 miles off I-80. ", "Anything else?"]);
/// ```
#[derive(Debug, Clone)]
pub struct SentenceCutter {
    first_clause: usize,
    longest: usize,
    held: Held,
    /// Whether a piece is out.
    begun: bool,
}

/// What is not out yet.
#[derive(Clone, Default)]
struct Held {
    text: String,
    /// How long it is, in columns.
    width: usize,
    /// Whether there is a letter or a digit in it.
    words: bool,
    /// Where the last clause ends, and the last word that may end a piece.
    clause: Option<usize>,
    word: Option<usize>,
}

impl Default for SentenceCutter {
    fn default() -> Self {
        Self {
            first_clause: 10,
            longest: 240,
            held: Held::default(),
            begun: false,
        }
    }
}

impl SentenceCutter {
    /// A cutter with nothing held.
    pub fn new() -> Self {
        Self::default()
    }

    /// The first piece may end with a clause of this length or more, in columns (a Chinese character has two). Default:
    /// 10. With `usize::MAX` the first piece is a sentence too.
    #[must_use]
    pub fn first_clause(mut self, columns: usize) -> Self {
        self.first_clause = columns;
        self
    }

    /// Without a sentence's end within this length, in columns, a piece ends with a clause, or else with a word. Default:
    /// 240; at least 20.
    #[must_use]
    pub fn longest(mut self, columns: usize) -> Self {
        self.longest = columns.max(20);
        self
    }

    /// Takes the next token, and returns the pieces that are whole now.
    pub fn push(&mut self, token: &str) -> Vec<String> {
        let mut pieces = Vec::new();
        for next in token.chars() {
            self.feed(next, &mut pieces);
        }
        pieces
    }

    /// What can be said when no token has come for a while: all that is held, if it ends like a clause or a sentence,
    /// and otherwise up to the last word that is surely whole.
    pub fn flush(&mut self) -> Vec<String> {
        let mut pieces = Vec::new();
        let text = &self.held.text;
        if !self.held.words {
            return pieces;
        }
        let whole = if text.ends_with(char::is_whitespace) {
            boundary(text, 'A').is_some()
        } else {
            ends_whole(text)
        };
        let at = if whole {
            Some(text.len())
        } else {
            self.held.clause.max(self.held.word)
        };
        if let Some(at) = at {
            self.cut(at, &mut pieces);
        }
        pieces
    }

    /// The last piece. The cutter is as new afterwards.
    pub fn finish(&mut self) -> Option<String> {
        self.begun = false;
        let text = std::mem::take(&mut self.held).text;
        (!text.trim().is_empty()).then_some(text)
    }

    fn feed(&mut self, next: char, pieces: &mut Vec<String>) {
        if next.is_whitespace() {
            // At the beginning none are needed; after a cut before a blank, one keeps two words apart.
            let leading = self.held.text.trim_start().is_empty();
            if leading && (!self.begun || !self.held.text.is_empty()) {
                return;
            }
        } else {
            match boundary(&self.held.text, next) {
                Some(Boundary::Sentence) => self.cut_all(pieces),
                Some(Boundary::Clause) if !self.begun && self.held.width >= self.first_clause => {
                    self.cut_all(pieces);
                }
                Some(Boundary::Clause) => self.held.clause = Some(self.held.text.len()),
                Some(Boundary::Word) => self.held.word = Some(self.held.text.len()),
                None => {}
            }
            self.held.words |= next.is_alphanumeric();
        }
        self.held.text.push(next);
        self.held.width += columns(next);
        if self.held.width > self.longest {
            self.cut(self.held.last_resort(), pieces);
        }
    }

    fn cut_all(&mut self, pieces: &mut Vec<String>) {
        if self.held.words {
            self.begun = true;
            pieces.push(std::mem::take(&mut self.held).text);
        }
    }

    /// What is held before `at` is a piece; the rest is fed again.
    fn cut(&mut self, at: usize, pieces: &mut Vec<String>) {
        self.begun = true;
        let mut piece = std::mem::take(&mut self.held).text;
        let rest = piece.split_off(at);
        pieces.push(piece);
        for next in rest.chars() {
            self.feed(next, pieces);
        }
    }
}

impl Held {
    /// Where to cut what has grown too long: after a clause if the piece does not become short, else after a word, else
    /// before the newest character, though not between two digits.
    fn last_resort(&self) -> usize {
        let clause = self.clause.filter(|at| *at >= self.text.len() / 3);
        if let Some(at) = clause.or(self.word).or(self.clause) {
            return at;
        }
        let digits = |c: char| c.is_numeric() || matches!(c, '.' | ',' | ':' | '-');
        let newest = self.text.char_indices().next_back().map_or(0, |(at, _)| at);
        let before = self.text[..newest].trim_end_matches(digits);
        let split_number = self.text[newest..].starts_with(digits);
        if split_number && !before.is_empty() {
            before.len()
        } else {
            newest
        }
    }
}

/// Chinese, Japanese and Korean characters say more than a letter does.
fn columns(c: char) -> usize {
    if c >= '\u{2e80}' { 2 } else { 1 }
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} bytes>", self.text.len())
    }
}
