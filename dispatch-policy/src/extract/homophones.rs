//! Numbers that the recogniser wrote as other words: "at ate thirty", "won thirty tomorrow", "to hours".

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

fn number_for(said: &Said<'_>, i: usize) -> Option<&'static str> {
    let number = match said.word(i) {
        // "been setting here": sitting, as the South says it.
        "setting" if matches!(said.before(i, 1), "been" | "just" | "am" | "are" | "still" | "is") => {
            return (!matches!(said.word(i + 1), "up" | "it" | "the" | "my")).then_some("sitting");
        }
        "ate" => "eight",
        "won" => "one",
        "to" | "too" => "two",
        "fore" => "four",
        "sicks" => "six",
        _ => return None,
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
    let fits = if number == "two" {
        unit && placed || minutes && led
    } else {
        (minutes || unit) && placed || led && matches!(next, "ish" | "tonight" | "tomorrow")
    };
    fits.then_some(number)
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
