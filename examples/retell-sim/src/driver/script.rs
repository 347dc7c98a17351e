//! A driver who says what is written, whatever he hears.

use std::collections::VecDeque;

use super::{Heard, Line, Move};

const MAX_LINES: usize = 200;
const MAX_CHARS: usize = 2_000;

/// Lines spoken one after the other.
#[derive(Debug, Clone, Default)]
pub struct Script {
    lines: VecDeque<Option<String>>,
}

impl Script {
    /// These lines; `None` is a silence.
    pub fn new(lines: impl IntoIterator<Item = Option<String>>) -> Self {
        Self {
            lines: lines.into_iter().collect(),
        }
    }

    /// A script from a JSON array of strings and nulls, at most 200 lines of at most 2 000 characters.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it, without repeating its words.
    pub fn from_json(json: &str) -> Result<Self, String> {
        let lines: Vec<Option<String>> = serde_json::from_str(json)
            .map_err(|_| "sim_script must be a JSON array of strings and nulls".to_owned())?;
        if lines.len() > MAX_LINES {
            return Err(format!(
                "sim_script has {} lines; at most {MAX_LINES} are allowed",
                lines.len()
            ));
        }
        if let Some(at) = lines
            .iter()
            .position(|line| line.as_ref().is_some_and(|l| l.chars().count() > MAX_CHARS))
        {
            return Err(format!(
                "line {at} of sim_script is longer than {MAX_CHARS} characters"
            ));
        }
        Ok(Self::new(lines))
    }

    pub(super) fn next(&mut self, _heard: Heard<'_>) -> Move {
        match self.lines.pop_front() {
            Some(Some(text)) if text.trim().is_empty() => Move::Wait,
            Some(Some(text)) => Move::Say(Line::new(text)),
            Some(None) => Move::Wait,
            None => Move::HangUp,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_silences_and_then_the_end() {
        let mut script = Script::from_json(r#"["hello", null, "bye"]"#).unwrap();
        assert_eq!(script.next(Heard::Agent("hi")), Move::Say(Line::new("hello")));
        assert_eq!(script.next(Heard::Agent("how are you")), Move::Wait);
        assert_eq!(script.next(Heard::Silence), Move::Say(Line::new("bye")));
        assert_eq!(script.next(Heard::Agent("bye")), Move::HangUp);
    }

    #[test]
    fn a_bad_script_is_refused_without_its_words() {
        let error = Script::from_json(r#"{"secret": "words"}"#).unwrap_err();
        assert!(error.contains("JSON array") && !error.contains("secret"));
        assert!(Script::from_json(&format!("[\"{}\"]", "a".repeat(2_001))).is_err());
        assert!(Script::from_json(&format!("[{}]", vec!["null"; 201].join(","))).is_err());
    }
}
