//! Words and sentences of what is spoken.

/// Lower-case words without punctuation.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The sentences of `text`. A dot after a title or a short form ("St. Louis") ends none.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    const SHORT: [&str; 10] = ["st", "ft", "mt", "mr", "mrs", "ms", "dr", "inc", "co", "jr"];
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        let end = rest
            .match_indices(['.', '?', '!'])
            .map(|(at, mark)| at + mark.len())
            .find(|end| {
                let word = rest[..*end - 1].rsplit(' ').next().unwrap_or_default();
                rest[*end..].starts_with(' ') && !SHORT.contains(&word.to_lowercase().as_str())
            })
            .unwrap_or(rest.len());
        let (sentence, after) = rest.split_at(end);
        rest = after.trim_start();
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// Sentences are the same when their words are.
pub(crate) fn key(text: &str) -> String {
    let lower = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.chars().flat_map(char::to_lowercase).collect()
    };
    let mut key = String::with_capacity(lower.len());
    for word in lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')) {
        if !word.is_empty() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_ends_no_sentence() {
        let text = "Got it. I have you near St. Louis, at mile marker 12.5. Is that right?";
        let all: Vec<_> = sentences(text).collect();
        assert_eq!(
            all,
            [
                "Got it.",
                "I have you near St. Louis, at mile marker 12.5.",
                "Is that right?"
            ]
        );
    }
}
