//! Numbers that the recogniser wrote as other words: "at ate thirty", "won thirty tomorrow", "to hours".

use super::lexicon::is_known;
use super::numbers::is_number_word;
use super::text::Said;

/// Puts the number in the place of the word that sounds like it, where only a number makes sense.
pub(super) fn apply(said: &mut Said<'_>) {
    let heard: Vec<(usize, &'static str)> = (0..said.len())
        .filter_map(|i| number_for(said, i).map(|word| (i, word)))
        .collect();
    if heard.is_empty() {
        return;
    }
    for (i, word) in heard {
        word.clone_into(&mut said.tokens[i].word);
    }
    said.refresh();
}

/// "mile marker won sixty ate", "exit to oh for": in the digits that a noun of the road leads.
fn digit_for(said: &Said<'_>, i: usize) -> Option<&'static str> {
    let number = match said.word(i) {
        "ate" => "eight",
        "won" => "one",
        "to" | "too" => "two",
        "for" | "fore" => "four",
        "tree" => "three",
        "sicks" => "six",
        "tin" => "ten",
        _ => return None,
    };
    let noun = |j: usize| {
        said.is(
            j,
            &[
                "marker",
                "exit",
                "mile",
                "yardstick",
                "highway",
                "interstate",
                "eye",
                "aye",
            ],
        )
    };
    let digit = |j: usize| {
        is_number_word(said.word(j))
            || said.is(j, &["won", "ate", "to", "too", "for", "fore", "tree", "sicks"])
    };
    let led = (i.saturating_sub(4)..i)
        .rev()
        .find(|&j| !digit(j))
        .is_some_and(noun)
        || noun(i.wrapping_sub(1));
    let after = is_number_word(said.word(i + 1)) || i > 0 && said.is(i - 1, &["oh"]);
    let last =
        is_number_word(said.before(i, 1)) && matches!(number, "eight") || i > 0 && said.is(i - 1, &["oh"]);
    // "exit to two hours of traffic": only a zero follows a misheard "two".
    let first =
        noun(i.wrapping_sub(1)) && after && (!matches!(number, "two" | "four") || said.is(i + 1, &["oh"]));
    (led && (first || last) || number == "ten" && said.is(i.wrapping_sub(1), &["eye", "aye", "interstate"]))
        .then_some(number)
}

fn number_for(said: &Said<'_>, i: usize) -> Option<&'static str> {
    if let Some(digit) = digit_for(said, i) {
        return Some(digit);
    }
    // "four on the dot": sharp, and no inspector.
    if said.is(i, &["dot"])
        && said.is(i.wrapping_sub(1), &["the"])
        && said.is(i.wrapping_sub(2), &["on"])
        && (i + 1 == said.len()
            || !said.is(
                i + 1,
                &["scale", "scales", "lot", "bay", "list", "inspection", "officer"],
            ))
    {
        return Some("sharp");
    }
    let half =
        |j: usize| said.is(j, &["and", "an", "in"]) && said.is(j + 1, &["a"]) && said.is(j + 2, &["half"]);
    // "to an a half hours"
    if half(i)
        && !said.is(i, &["and"])
        && (is_number_word(said.before(i, 1)) || said.is(i.wrapping_sub(1), &["to", "too"]))
    {
        return Some("and");
    }
    if said.is(i, &["to", "too"]) && half(i + 1) {
        return Some("two");
    }
    // "for thirty this afternoon"
    let minutes = said.is(i + 1, &["fifteen", "thirty", "forty", "twenty", "ten", "fifty"]);
    let after = i + 2 + usize::from(said.is(i + 2, &["five"]));
    if i == 0
        && said.is(i, &["for"])
        && minutes
        && said.is(
            after,
            &[
                "pm", "am", "this", "tonight", "today", "tomorrow", "ish", "sharp", "eastern", "central",
                "mountain", "pacific",
            ],
        )
    {
        return Some("four");
    }
    let number = match said.word(i) {
        // "been setting here": sitting, as the South says it.
        "setting" if matches!(said.before(i, 1), "been" | "just" | "am" | "are" | "still" | "is") => {
            return (!matches!(said.word(i + 1), "up" | "it" | "the" | "my")).then_some("sitting");
        }
        // "bye pass two sixty five": a bypass, and no goodbye.
        "bye"
            if said.is(i + 1, &["pass", "passed"])
                || i > 0
                    && said.is(i + 1, &["the", "exit", "mile", "a"])
                    && !said.is(i.wrapping_sub(1), &["okay", "good"])
                    && i + 3 < said.len() =>
        {
            return Some("by");
        }
        "ate" => "eight",
        "won" => "one",
        "to" | "too" => "two",
        "fore" => "four",
        "sicks" => "six",
        word => return freight_word(word),
    };
    let next = said.word(i + 1);
    let before = said.before(i, 1);
    let led = matches!(
        before,
        "at" | "by" | "around" | "about" | "like" | "maybe" | "say" | "in" | "figure" | "before"
    );
    let starts = i == 0
        || matches!(
            before,
            "probably" | "another" | "or" | "roughly" | "yeah" | "just"
        );
    let minutes = matches!(
        next,
        "fifteen" | "thirty" | "forty" | "twenty" | "ten" | "fifty" | "oclock" | "pm" | "am"
    ) && !matches!(
        said.word(i + 2),
        "minutes" | "miles" | "hours" | "dollars" | "pallets" | "feet" | "foot"
    );
    let unit = matches!(next, "hours" | "hour") && !is_number_word(before);
    let placed = led || starts;
    // "i am thinking too hours": nobody goes to hours, but to hours of something.
    let counts = next == "hours"
        && said.word(i + 2) != "of"
        && !matches!(
            before,
            "headed" | "heading" | "due" | "used" | "back" | "up" | "down" | "went" | "go" | "of" | ""
        );
    let fits = if number == "two" {
        unit && (placed || counts) || minutes && led
    } else {
        (minutes || unit) && placed || led && matches!(next, "ish" | "tonight" | "tomorrow")
    };
    fits.then_some(number)
}

/// "loompers", "lumpah", "detenshun": no words of English, and by their consonants words of the dock.
fn freight_word(word: &str) -> Option<&'static str> {
    let sounds_like = match word.as_bytes() {
        [b'l', ..] if word.len() <= 9 => match consonants(word).as_str() {
            "lmpr" => "lumper",
            "lmprs" => "lumpers",
            _ => return None,
        },
        [b'd', ..] if word.len() <= 11 => match consonants(word).as_str() {
            "dtntn" | "dtnshn" | "dtnchn" => "detention",
            _ => return None,
        },
        _ => return None,
    };
    (!is_known(word)).then_some(sounds_like)
}

fn consonants(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str) -> String {
        let mut said = Said::new(text);
        apply(&mut said);
        said.to_text()
    }

    #[test]
    fn numbers_in_the_place_of_words() {
        for (text, means) in [
            ("to hours", "two hours"),
            ("about too hours", "about two hours"),
            ("at ate thirty", "at eight thirty"),
            ("won thirty tomorrow afternoon", "one thirty tomorrow afternoon"),
            ("maybe ate oclock", "maybe eight oclock"),
        ] {
            assert_eq!(heard(text), means, "{text}");
        }
    }

    #[test]
    fn words_that_are_meant() {
        for text in [
            "i ate thirty minutes ago",
            "they won the game",
            "headed to hours of traffic",
            "i need to go",
        ] {
            assert_eq!(heard(text), text);
        }
    }
}
