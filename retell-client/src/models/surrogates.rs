//! Half characters in JSON.

use std::borrow::Cow;

/// JSON in which escapes of half a character (a lone surrogate such as `\ud83d`) stand as U+FFFD.
///
/// JavaScript writes them when it cuts a text in the middle of an emoji, and no JSON parser for Rust strings takes them:
/// one cut emoji would make a whole transcript unreadable. Text without any is borrowed. Nothing else is checked.
///
/// ```
/// use retell_client::models::replace_lone_surrogates;
///
/// let cut = br#"{"content":"see you \ud83d"}"#;
/// assert!(serde_json::from_slice::<serde_json::Value>(cut).is_err());
/// let mended: serde_json::Value = serde_json::from_slice(&replace_lone_surrogates(cut))?;
/// assert_eq!(mended["content"], "see you \u{fffd}");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn replace_lone_surrogates(json: &[u8]) -> Cow<'_, [u8]> {
    let mut mended = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = json[at..].iter().position(|byte| *byte == b'\\') {
        at += found;
        let step = match unit(&json[at..]) {
            Some(0xD800..=0xDBFF) if matches!(unit(&json[at + 6..]), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                mended.extend_from_slice(&json[copied..at]);
                mended.extend_from_slice(br"\ufffd");
                copied = at + 6;
                6
            }
            Some(_) => 6,
            // Any other escape: a backslash and what it escapes, which may be a backslash.
            None => 2,
        };
        at = (at + step).min(json.len());
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    mended.extend_from_slice(&json[copied..]);
    Cow::Owned(mended)
}

/// The UTF-16 unit that `text` begins with, if it begins with one as an escape.
fn unit(text: &[u8]) -> Option<u16> {
    let digits = text.strip_prefix(br"\u")?.get(..4)?;
    let digits = std::str::from_utf8(digits).ok()?;
    // `from_str_radix` would take a sign.
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mend(json: &str) -> String {
        String::from_utf8(replace_lone_surrogates(json.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn halves_are_replaced_and_wholes_kept() {
        for (json, mended) in [
            (r#""\ud83d""#, r#""\ufffd""#),
            (r#""\uDE9A!""#, r#""\ufffd!""#),
            (r#""\ud83d\ud83d\ude9a""#, r#""\ufffd\ud83d\ude9a""#),
            (r#""\ude9a\ud83d""#, r#""\ufffd\ufffd""#),
        ] {
            assert_eq!(mend(json), mended);
            assert!(serde_json::from_str::<String>(mended).is_ok());
        }
        for kept in [
            "",
            r#""plain \n \u00e9 \ud83d\ude9a""#,
            r#""\\ud83d""#,
            r#""\u+123""#,
            r"\",
            r"\u",
            r"\ud8",
        ] {
            assert!(matches!(
                replace_lone_surrogates(kept.as_bytes()),
                Cow::Borrowed(_)
            ));
            assert_eq!(mend(kept), kept);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_string_of_units_can_be_read(units: Vec<u16>) {
            let escaped: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
            let read: String = serde_json::from_str(&mend(&format!("\"{escaped}\""))).unwrap();
            proptest::prop_assert_eq!(read, String::from_utf16_lossy(&units));
        }

        #[test]
        fn any_bytes_are_taken(bytes: Vec<u8>) {
            let _ = replace_lone_surrogates(&bytes);
        }
    }
}
