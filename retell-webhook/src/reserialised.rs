//! Bodies that were parsed and written again on their way to us: the commonest reason for a signature that fails.

/// Larger bodies are not looked into: a forger should not make us work much harder than Retell does.
const MAX_LENGTH: usize = 1 << 20;

/// Whoever writes blanks between tokens does so from the start; this many bytes show it.
const OPENING: usize = 256;

/// What Retell may have signed if `body` is the same JSON written by somebody else; nothing equal to `body` itself.
pub(crate) fn forms(body: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let worth = body.len() <= MAX_LENGTH && (has_blanks(body) || has_notation(body));
    [Rewrite::Blanks, Rewrite::Notation]
        .into_iter()
        .filter(move |_| worth)
        .map(move |rewrite| compact(body, rewrite))
        .filter(move |form| form != body)
}

/// A look at the opening alone, so that refusing a forged body costs no more than its HMAC.
fn has_blanks(body: &[u8]) -> bool {
    let opening = &body[..body.len().min(OPENING)];
    compact(opening, Rewrite::Blanks) != opening
}

/// `\u` and `\/`, which JavaScript hardly ever writes, or a whole number written as `1.0`.
fn has_notation(body: &[u8]) -> bool {
    let next = |at: usize, byte: &[u8]| body.get(at).is_some_and(|next| byte.contains(next));
    memchr::memchr_iter(b'\\', body).any(|at| next(at + 1, b"u/"))
        || memchr::memmem::find_iter(body, b".0").any(|at| next(at + 2, b",]}"))
}

#[derive(Clone, Copy, PartialEq)]
enum Rewrite {
    /// Blanks between tokens are left out.
    Blanks,
    /// And strings and numbers are written as JavaScript does.
    Notation,
}

/// The text of `json` in compact form. Works on tokens, so the order of members stays; text that is no JSON comes out
/// as something or other.
fn compact(json: &[u8], rewrite: Rewrite) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len());
    let mut rest = json;
    while let Some((&byte, after)) = rest.split_first() {
        let token = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {
                rest = after;
                continue;
            }
            b'"' => string_length(rest),
            b'-' | b'0'..=b'9' => number_length(rest),
            _ => 1,
        };
        let (token, after) = rest.split_at(token);
        match byte {
            b'"' if rewrite == Rewrite::Notation => string(token, &mut out),
            b'-' | b'0'..=b'9' if rewrite == Rewrite::Notation => out.extend_from_slice(number(token)),
            _ => out.extend_from_slice(token),
        }
        rest = after;
    }
    out
}

/// With both quotes.
fn string_length(text: &[u8]) -> usize {
    let mut at = 1;
    while let Some(next) = text.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += next;
        if text[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    text.len()
}

fn number_length(text: &[u8]) -> usize {
    text.iter()
        .position(|byte| !matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))
        .unwrap_or(text.len())
}

/// `1.0` and `2.50` are `1` and `2.5` to JavaScript.
fn number(token: &[u8]) -> &[u8] {
    if !token.contains(&b'.') || token.iter().any(|byte| matches!(byte, b'e' | b'E')) {
        return token;
    }
    let kept = token
        .iter()
        .rposition(|digit| *digit != b'0')
        .map_or(0, |last| last + 1);
    token[..kept].strip_suffix(b".").unwrap_or(&token[..kept])
}

/// `\u00e9` and `\/` stand for themselves to JavaScript; `serde_json` writes as it does.
fn string(token: &[u8], out: &mut Vec<u8>) {
    // Nearly every string; a control character, which JSON does not allow, stays as it is.
    if memchr::memchr(b'\\', token).is_none() {
        out.extend_from_slice(token);
        return;
    }
    match serde_json::from_slice::<String>(token).and_then(|text| serde_json::to_vec(&text)) {
        Ok(text) => out.extend(text),
        Err(_) => out.extend_from_slice(token),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(json: &str) -> Vec<String> {
        forms(json.as_bytes())
            .map(|form| String::from_utf8(form).unwrap())
            .collect()
    }

    #[test]
    fn blanks_go_and_order_stays() {
        let pretty = "{\r\n\t\"b\" : [ 1 , true ],\n \"a b\": \" \\\" , \\\\\"\n}\n";
        assert_eq!(written(pretty)[0], r#"{"b":[1,true],"a b":" \" , \\"}"#);
    }

    #[test]
    fn notation_becomes_that_of_javascript() {
        for (json, form) in [
            (r#"{"a":"caf\u00e9"}"#, "{\"a\":\"caf\u{e9}\"}"),
            (
                r#"["\ud83d\ude9a","a\/b","\u000a\u001F"]"#,
                "[\"\u{1f69a}\",\"a/b\",\"\\n\\u001f\"]",
            ),
            ("[1.0,-2.50,3.25,100,10.0e2,0.0]", "[1,-2.5,3.25,100,10.0e2,0]"),
        ] {
            assert_eq!(written(json), [form], "{json}");
        }
    }

    #[test]
    fn what_is_compact_already_has_no_other_form() {
        assert!(written("{\"a\":[1,\"caf\u{e9}\\n\"],\"b\":null}").is_empty());
        assert!(written("").is_empty());
        assert_eq!(written("\u{feff}{ }"), ["{}", "{}"]);
    }

    #[test]
    fn blanks_are_seen_behind_a_long_first_string() {
        let id = "a".repeat(2 * OPENING);
        assert!(!has_blanks(format!(r#"{{"id":"{id} {id}","b":1}}"#).as_bytes()));
        for body in [
            format!(r#"{{"id": "{id}"}}"#),
            format!("{{\"a\":1, \"id\":\"{id}\"}}"),
        ] {
            assert!(has_blanks(body.as_bytes()), "{body}");
        }
    }

    #[test]
    fn large_bodies_are_not_looked_into() {
        assert!(forms(&vec![b' '; MAX_LENGTH + 1]).next().is_none());
        assert!(forms(&vec![b' '; MAX_LENGTH]).next().is_some());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_have_a_form(bytes: Vec<u8>) {
            proptest::prop_assert!(forms(&bytes).count() <= 2);
        }

        #[test]
        fn pretty_json_is_found_compact(text: String, number: i32, flag: bool) {
            let value = serde_json::json!({"t": text, "n": [number, flag], text.clone(): {}});
            let pretty = serde_json::to_vec_pretty(&value).unwrap();
            let compact = serde_json::to_vec(&value).unwrap();
            proptest::prop_assert!(forms(&pretty).any(|form| form == compact));
        }
    }
}
