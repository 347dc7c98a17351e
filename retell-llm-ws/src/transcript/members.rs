//! The members of a JSON object, walked over without reading what is in them.

use serde::de::IgnoredAny;

/// The next byte at or after `at` that is no blank.
pub(super) fn skip_blanks(text: &[u8], mut at: usize) -> usize {
    while matches!(text.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// Where the value at the beginning of `text` ends; `None` when it is no JSON.
pub(super) fn value_end(text: &[u8]) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_slice(text).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(values.byte_offset())
}

/// Walks over one object. After each member the owner says how to go on: [`Members::skip`] or [`Members::go_on`].
pub(super) struct Members<'a> {
    text: &'a [u8],
    at: usize,
    first: bool,
}

impl<'a> Members<'a> {
    /// `None` when `text` does not begin an object.
    pub(super) fn of(text: &'a [u8]) -> Option<Self> {
        let at = skip_blanks(text, 0);
        (text.get(at) == Some(&b'{')).then_some(Self {
            text,
            at: at + 1,
            first: true,
        })
    }

    /// The next key, and where its value begins; `Some(None)` at the end of the object, `None` when something is
    /// unexpected: an escape in a key, or no JSON.
    pub(super) fn next(&mut self) -> Option<Option<(&'a [u8], usize)>> {
        let mut at = skip_blanks(self.text, self.at);
        match self.text.get(at)? {
            b'}' => return Some(None),
            b',' if !self.first => at = skip_blanks(self.text, at + 1),
            _ if self.first => {}
            _ => return None,
        }
        self.first = false;
        let rest = self.text.get(at..)?.strip_prefix(b"\"")?;
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        if rest[length] == b'\\' {
            return None;
        }
        let at = skip_blanks(self.text, at + 1 + length + 1);
        if self.text.get(at) != Some(&b':') {
            return None;
        }
        Some(Some((&rest[..length], skip_blanks(self.text, at + 1))))
    }

    /// Goes on behind the value that begins at `at`.
    pub(super) fn skip(&mut self, at: usize) -> Option<()> {
        self.at = at + value_end(self.text.get(at..)?)?;
        Some(())
    }

    /// Goes on at `at`.
    pub(super) fn go_on(&mut self, at: usize) {
        self.at = at;
    }
}
