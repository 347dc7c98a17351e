//! Spanish, read by way of English: phrases of the road are put into the words the readings know.
//!
//! This is no translation for people: word order stays, what has no entry stays, and every word keeps its place in the
//! driver's text, so that the evidence of a fact is what he said.

mod lexicon;
mod numbers;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::{Said, Token};

use lexicon::PHRASES;

/// Phrases by their first word, the longest first.
static BY_FIRST: LazyLock<HashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut map: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for (spanish, english) in PHRASES {
        let words: Vec<&str> = spanish.split(' ').collect();
        if let Some(first) = words.first().copied() {
            map.entry(first).or_default().push(Phrase { words, english });
        }
    }
    for phrases in map.values_mut() {
        phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    }
    map
});

#[derive(Debug)]
struct Phrase {
    words: Vec<&'static str>,
    english: &'static str,
}

/// Puts the Spanish words of `said` into English ones.
pub(super) fn translate(said: &mut Said<'_>) {
    let folded: Vec<String> = said.tokens.iter().map(|t| fold(&t.word)).collect();
    let mut tokens = Vec::with_capacity(said.tokens.len());
    let mut i = 0;
    while i < folded.len() {
        let phrase = phrase_at(&folded, i).map(|(english, len)| (english.to_owned(), len));
        let (english, len) = phrase
            .clone()
            .filter(|(_, len)| *len > 1)
            .or_else(|| numbers::at(&folded, i))
            .or(phrase)
            .unwrap_or_else(|| (folded[i].clone(), 1));
        put(&english, &said.tokens[i..i + len], &mut tokens);
        i += len;
    }
    said.tokens = tokens;
    said.refresh();
}

fn phrase_at(words: &[String], i: usize) -> Option<(&'static str, usize)> {
    BY_FIRST.get(words[i].as_str())?.iter().find_map(|phrase| {
        let len = phrase.words.len();
        let fits = i + len <= words.len() && phrase.words.iter().zip(&words[i..]).all(|(a, b)| a == b);
        fits.then_some((phrase.english, len))
    })
}

/// The English words in the place of the Spanish ones.
fn put(english: &str, spanish: &[Token], out: &mut Vec<Token>) {
    let (Some(first), Some(last)) = (spanish.first(), spanish.last()) else {
        return;
    };
    for (n, word) in english.split(' ').filter(|w| !w.is_empty()).enumerate() {
        out.push(Token {
            word: word.to_owned(),
            start: first.start,
            end: last.end,
            clause: 0,
            stop: n == 0 && first.stop,
        });
    }
}

/// Without accents: a recogniser sets them or not.
fn fold(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(text: &str) -> String {
        let mut said = Said::new(text);
        translate(&mut said);
        said.to_text()
    }

    #[test]
    fn phrases_and_numbers() {
        for (spanish, words) in [
            ("llego en dos horas", "be there in two hours"),
            ("milla doscientos doce", "mile two hundred twelve"),
            ("treinta y cinco minutos", "thirty five minutes"),
            ("a las cinco y media", "at five thirty"),
            ("a las seis menos cuarto", "at quarter to six"),
            ("una hora y media", "one hour and a half"),
            ("ciento cuarenta", "one hundred forty"),
            ("cerca de laredo", "near laredo"),
        ] {
            assert_eq!(english(spanish), words, "{spanish}");
        }
    }

    #[test]
    fn evidence_stays_spanish() {
        let mut said = Said::new("llego en dos horas");
        translate(&mut said);
        let n = said.len();
        assert_eq!(said.words(n - 2..n), "dos horas");
    }
}
