//! Somebody speaks for the driver: "he" is the one we called, and what he does is read as if he said it.
//!
//! Every word keeps its place in the text, so that the evidence of a fact is what was said.

use super::text::{Said, Token};

/// Days and hours that are over.
const EARLIER: [&str; 5] = ["yesterday", "morning", "earlier", "before", "ago"];
/// What leads a place.
const SOMEWHERE: [&str; 12] = [
    "on", "at", "in", "by", "near", "around", "outside", "past", "just", "coming", "passing", "headed",
];

/// Puts "he should be in about six" into the driver's own mouth.
pub(super) fn translate(said: &mut Said<'_>) {
    if !said.tokens.iter().any(|token| own(&token.word).is_some()) {
        return;
    }
    // "I talked to him and he was on eighty": as far as anybody knows he still is.
    let long_ago = said
        .tokens
        .iter()
        .any(|token| EARLIER.contains(&token.word.as_str()));
    let mut tokens: Vec<Token> = Vec::with_capacity(said.tokens.len());
    let mut i = 0;
    while i < said.tokens.len() {
        if let Some(len) = report(said, i) {
            i += len;
            continue;
        }
        let mut token = said.tokens[i].clone();
        let after_i =
            tokens.last().is_some_and(|last| last.word == "i") && said.is(i.wrapping_sub(1), &["he", "she"]);
        if let Some(word) = own(&token.word) {
            word.clone_into(&mut token.word);
        } else if after_i && let Some(word) = mine(&token.word) {
            word.clone_into(&mut token.word);
        } else if after_i && !long_ago && token.word == "was" && said.is(i + 1, &SOMEWHERE) {
            "am".clone_into(&mut token.word);
        }
        tokens.push(token);
        i += 1;
    }
    said.tokens = tokens;
    said.refresh();
}

/// "He told me", "she says that", "he texted us": whose words they are is known.
fn report(said: &Said<'_>, i: usize) -> Option<usize> {
    const SAYS: [&str; 8] = [
        "told", "says", "said", "texted", "tells", "messaged", "figures", "thinks",
    ];
    if !said.is(i, &["he", "she"]) || !said.is(i + 1, &SAYS) {
        return None;
    }
    let mut len = 2;
    len += usize::from(said.is(i + len, &["me", "us"]));
    len += usize::from(said.is(i + len, &["that"]));
    Some(len)
}

fn own(word: &str) -> Option<&'static str> {
    Some(match word {
        "he" | "she" => "i",
        "him" => "me",
        "his" => "my",
        _ => return None,
    })
}

/// The verb of the first person.
fn mine(word: &str) -> Option<&'static str> {
    Some(match word {
        "is" => "am",
        "has" => "have",
        "does" => "do",
        "gets" => "get",
        "needs" => "need",
        "wants" => "want",
        "ought" => "should",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own_words(text: &str) -> String {
        let mut said = Said::new(text);
        translate(&mut said);
        said.to_text()
    }

    #[test]
    fn he_is_i() {
        assert_eq!(own_words("he's due in at six"), "i am due in at six");
        assert_eq!(
            own_words("he told me that he'd be there by noon"),
            "i would be there by noon"
        );
        assert_eq!(
            own_words("last i saw he was on eighty"),
            "last i saw i am on eighty"
        );
        assert_eq!(own_words("rolling on forty"), "rolling on forty");
    }
}
