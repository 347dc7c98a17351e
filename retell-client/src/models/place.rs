//! Where a body breaks.

use serde::de::DeserializeOwned;
use serde_path_to_error::Error;

use crate::models::tagged::UNEXPECTED_AT;

/// The JSON path of what keeps `json` from being read as a `T`, such as `call.transcript_object[3].content`; `.` is the
/// whole. `None` if nothing does.
///
/// Names the place and never repeats what stands there. Reading with the path in hand takes longer: ask when reading has
/// failed.
///
/// ```
/// use retell_client::models::{Call, path_of_error};
///
/// let broken = br#"{"call_id":"call_1","transcript_object":[{"role":"user","content":7}]}"#;
/// assert_eq!(path_of_error::<Call>(broken).as_deref(), Some("transcript_object[0].content"));
/// assert_eq!(path_of_error::<Call>(br#"{"call_id":"call_1"}"#), None);
/// ```
pub fn path_of_error<T: DeserializeOwned>(json: &[u8]) -> Option<String> {
    let mut json = serde_json::Deserializer::from_slice(json);
    match serde_path_to_error::deserialize::<_, T>(&mut json) {
        Err(error) => Some(place(&error)),
        Ok(_) => json.end().err().map(|_| ".".to_owned()),
    }
}

/// Longest place that is named, in characters: what maps are keyed by is the sender's choice.
const LONGEST: usize = 200;

/// Where an error is, also inside unions; on one line, whatever keys hold.
pub(crate) fn place(error: &Error<serde_json::Error>) -> String {
    let path = error.path().to_string();
    let inner = error.inner().to_string();
    let whole = match inner.strip_prefix(UNEXPECTED_AT) {
        Some(deeper) => format!("{path}.{}", deeper.split(" at line ").next().unwrap_or_default()),
        None => path,
    };
    let visible = whole.chars().filter(|letter| !letter.is_control());
    visible.take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::Call;

    #[test]
    fn the_innermost_place_is_named_also_inside_unions() {
        for (json, path) in [
            (
                r#"{"call_id":"c","transcript_with_tool_calls":[{"role":"user","content":"a"},{"role":"user","content":7}]}"#,
                Some("transcript_with_tool_calls[1].content"),
            ),
            (
                r#"{"call_id":"c","transcript_with_tool_calls":[{"role":7}]}"#,
                Some("transcript_with_tool_calls[0].role"),
            ),
            (r#"{"call_id":"c","call_analysis":[]}"#, Some("call_analysis")),
            (r#"{"call_id":7}"#, Some("call_id")),
            ("{}", Some(".")),
            (r#"{"call_id":"c"} x"#, Some(".")),
            (r#"{"call_id":"c"}"#, None),
        ] {
            assert_eq!(path_of_error::<Call>(json.as_bytes()).as_deref(), path, "{json}");
        }
    }
}
