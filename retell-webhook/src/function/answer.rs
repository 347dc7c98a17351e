//! What a custom function answers.

use serde::Serialize;

/// The most characters of an answer that reach the agent; Retell cuts the rest off.
pub const MAX_ANSWER: usize = 15_000;

/// The answer to a custom function: 200 with this as the body. With the feature `axum` it is a response.
///
/// Characters are counted as JavaScript counts them (UTF-16 units), so an emoji may be two. Whatever way Retell counts,
/// an answer of this type is never cut in the middle.
///
/// Mirrors <https://docs.retellai.com/build/single-multi-prompt/custom-function>.
#[derive(Clone, PartialEq, Eq)]
pub struct FunctionAnswer {
    body: String,
    content_type: &'static str,
}

/// Why a value is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// Retell would cut it off, which would leave no JSON.
    #[error("the function's answer has {length} characters, of which Retell passes on {MAX_ANSWER}")]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// A map whose keys are no strings, or a `Serialize` that fails.
    #[error("the function's answer cannot be written as JSON")]
    NotJson,
}

impl FunctionAnswer {
    /// A text for the agent, cut off after [`MAX_ANSWER`] characters.
    pub fn text(text: impl Into<String>) -> Self {
        let mut body = text.into();
        body.truncate(fitting(&body));
        Self {
            body,
            content_type: "text/plain; charset=utf-8",
        }
    }

    /// A value as JSON, from which the tool's `response_variables` can be taken.
    ///
    /// # Errors
    ///
    /// [`AnswerError::TooLong`] beyond [`MAX_ANSWER`] characters, [`AnswerError::NotJson`] if it cannot be JSON.
    pub fn json(value: &impl Serialize) -> Result<Self, AnswerError> {
        let body = serde_json::to_string(value).map_err(|_| AnswerError::NotJson)?;
        if fitting(&body) < body.len() {
            let length = body.chars().map(char::len_utf16).sum();
            return Err(AnswerError::TooLong { length });
        }
        Ok(Self {
            body,
            content_type: "application/json",
        })
    }

    /// The body.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The value of the header `Content-Type`.
    pub fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The body, taken out.
    pub fn into_body(self) -> String {
        self.body
    }
}

/// How many bytes of a text fit into an answer.
fn fitting(text: &str) -> usize {
    let mut units = 0;
    text.char_indices()
        .find(|(_, character)| {
            units += character.len_utf16();
            units > MAX_ANSWER
        })
        .map_or(text.len(), |(at, _)| at)
}

impl std::fmt::Debug for FunctionAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FunctionAnswer")
            .field("bytes", &self.body.len())
            .field("content_type", &self.content_type)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_between_characters() {
        for (text, kept) in [
            ("x".repeat(15_000), 15_000),
            ("x".repeat(15_001), 15_000),
            ("\u{e9}".repeat(15_001), 30_000),
            ("\u{1f69a}".repeat(7_501), 30_000),
            (format!("x{}", "\u{1f69a}".repeat(7_500)), 1 + 7_499 * 4),
            (String::new(), 0),
        ] {
            assert_eq!(FunctionAnswer::text(text).body().len(), kept);
        }
    }

    #[test]
    fn json_is_whole_or_refused() {
        let fits = FunctionAnswer::json(&"x".repeat(14_998)).unwrap();
        assert_eq!(fits.body().len(), 15_000);
        assert_eq!(fits.content_type(), "application/json");
        let error = FunctionAnswer::json(&"x".repeat(14_999)).unwrap_err();
        assert_eq!(error, AnswerError::TooLong { length: 15_001 });
        let keyed = std::collections::BTreeMap::from([((1, 2), 3)]);
        assert_eq!(FunctionAnswer::json(&keyed).unwrap_err(), AnswerError::NotJson);
    }

    #[test]
    fn answers_are_not_shown() {
        assert!(!format!("{:?}", FunctionAnswer::text("secret")).contains("secret"));
    }
}
