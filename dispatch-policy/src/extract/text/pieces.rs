//! Where words begin and end in the text.

/// Byte ranges of the words of `raw`; a change between letters and digits parts a word.
pub(super) fn pieces(raw: &str) -> Vec<(usize, usize, bool)> {
    let mut out = Vec::new();
    let mut stop = false;
    let mut start: Option<usize> = None;
    let chars: Vec<(usize, char)> = raw.char_indices().collect();
    for (k, &(at, c)) in chars.iter().enumerate() {
        let prev = k.checked_sub(1).map(|p| chars[p].1);
        let next = chars.get(k + 1).map(|n| n.1);
        let between_digits =
            prev.is_some_and(|p| p.is_ascii_digit()) && next.is_some_and(|n| n.is_ascii_digit());
        let between_letters = prev.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic);
        let inside = c.is_alphanumeric()
            || (matches!(c, '.' | ':') && between_digits)
            || (is_apostrophe(c) && (between_letters || next.is_some_and(char::is_alphabetic)));
        let seam = start.is_some()
            && prev.is_some_and(|p| {
                (p.is_alphabetic() && c.is_ascii_digit()) || (p.is_ascii_digit() && c.is_alphabetic())
            });
        if (!inside || seam)
            && let Some(s) = start.take()
        {
            out.push((s, at, stop));
            stop = false;
        }
        if inside && start.is_none() {
            start = Some(at);
        }
        // "2,000" is one number, "six, sixteen" is not; initials ("p.m.", "d.o.t.") are no stops.
        let initial = c == '.' && prev.is_some_and(char::is_alphabetic) && is_initial(&chars, k);
        if matches!(c, ',' | ';' | '.' | '!' | '?' | '/' | '\n' | '\u{2014}') && !inside && !initial {
            stop = true;
        }
    }
    if let Some(s) = start {
        out.push((s, raw.len(), stop));
    }
    join_thousands(raw, out)
}

fn is_initial(chars: &[(usize, char)], dot: usize) -> bool {
    dot >= 1 && (dot == 1 || !chars[dot - 2].1.is_alphabetic()) && chars[dot - 1].1.is_alphabetic()
}

fn join_thousands(raw: &str, pieces: Vec<(usize, usize, bool)>) -> Vec<(usize, usize, bool)> {
    let mut out: Vec<(usize, usize, bool)> = Vec::with_capacity(pieces.len());
    for p in pieces {
        if let Some(last) = out.last_mut()
            && p.0 == last.1 + 1
            && raw.as_bytes()[last.1] == b','
            && p.1 - p.0 == 3
            && last.1 - last.0 <= 3
            && raw[last.0..last.1].bytes().all(|b| b.is_ascii_digit())
            && raw[p.0..p.1].bytes().all(|b| b.is_ascii_digit())
        {
            last.1 = p.1;
            continue;
        }
        out.push(p);
    }
    out
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02bc}')
}
