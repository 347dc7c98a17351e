//! Spoken numbers: cardinals, digit groups ("two twelve", "one oh nine"), decimals.

use super::text::Said;

/// What a single word is worth as a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word {
    /// "oh", "zero".
    Zero,
    /// One to nine.
    Unit(u32),
    /// Ten to nineteen.
    Teen(u32),
    /// Twenty, thirty, ... ninety.
    Tens(u32),
    Hundred,
    Thousand,
    /// Written in digits.
    Digits(f64),
}

pub(super) fn value(word: &str) -> Option<Word> {
    use Word::{Digits, Hundred, Teen, Tens, Thousand, Unit, Zero};
    // Most words are told apart by their beginning.
    if !matches!(
        word.as_bytes(),
        [
            b'z' | b'o' | b't' | b'f' | b's' | b'e' | b'n' | b'h' | b'0'..=b'9',
            ..
        ]
    ) {
        return None;
    }
    Some(match word {
        "zero" | "oh" | "o" => Zero,
        "one" => Unit(1),
        "two" => Unit(2),
        "three" => Unit(3),
        "four" => Unit(4),
        "five" => Unit(5),
        "six" => Unit(6),
        "seven" => Unit(7),
        "eight" => Unit(8),
        "nine" | "niner" => Unit(9),
        "ten" => Teen(10),
        "eleven" => Teen(11),
        "twelve" => Teen(12),
        "thirteen" => Teen(13),
        "fourteen" => Teen(14),
        "fifteen" => Teen(15),
        "sixteen" => Teen(16),
        "seventeen" => Teen(17),
        "eighteen" => Teen(18),
        "nineteen" => Teen(19),
        "twenty" => Tens(20),
        "thirty" => Tens(30),
        "forty" | "fourty" => Tens(40),
        "fifty" => Tens(50),
        "sixty" => Tens(60),
        "seventy" => Tens(70),
        "eighty" => Tens(80),
        "ninety" => Tens(90),
        "hundred" => Hundred,
        "thousand" => Thousand,
        w if w.as_bytes().first().is_some_and(u8::is_ascii_digit) && w.len() <= 12 => {
            Digits(w.replace(',', "").parse().ok()?)
        }
        _ => return None,
    })
}

pub(super) fn is_number_word(word: &str) -> bool {
    value(word).is_some()
}

/// A cardinal at `i` ("forty two", "a hundred and five", "2,000", "forty four point two") and its length.
pub(super) fn cardinal(said: &Said<'_>, i: usize) -> Option<(f64, usize)> {
    // Most words begin no number.
    if said.number(i).is_none() && !said.is(i, &["a", "couple", "few", "and"]) {
        return None;
    }
    let mut at = i;
    let mut total = 0f64;
    let mut group: Option<f64> = None;
    if said.is(i + 1, &["hundred", "thousand"]) {
        group = match said.word(i) {
            "a" => Some(1.0),
            "couple" => Some(2.0),
            "few" => Some(3.0),
            _ => None,
        };
        at += usize::from(group.is_some());
    }
    // What may still follow inside the group: 2 anything, 1 a unit, 0 nothing.
    let mut room = if group.is_some() { 0 } else { 2 };
    loop {
        match said.number(at) {
            Some(Word::Digits(n)) if group.is_none() => {
                group = Some(n);
                room = 0;
            }
            Some(Word::Unit(n)) if room >= 1 => {
                group = Some(group.unwrap_or(0.0) + f64::from(n));
                room = 0;
            }
            Some(Word::Teen(n)) if room == 2 => {
                group = Some(group.unwrap_or(0.0) + f64::from(n));
                room = 0;
            }
            Some(Word::Tens(n)) if room == 2 => {
                group = Some(group.unwrap_or(0.0) + f64::from(n));
                room = 1;
            }
            Some(Word::Zero) if group.is_none() && said.word(at) == "zero" => {
                group = Some(0.0);
                room = 0;
            }
            // "hundred ten miles": the one is swallowed.
            Some(Word::Hundred)
                if at == i
                    && !said.is(at.wrapping_sub(1), &["a", "couple", "few", "several", "of"])
                    && at.checked_sub(1).and_then(|before| said.number(before)).is_none()
                    && (said.number(at + 1).is_some()
                        || said.is(at + 1, &["and"]) && value(said.word(at + 2)).is_some()
                        || said.is(at + 1, &["miles", "mile"])) =>
            {
                group = Some(100.0);
                room = 2;
            }
            Some(Word::Hundred) if group.is_some_and(|g| g < 100.0) => {
                group = group.map(|g| g * 100.0);
                room = 2;
            }
            Some(Word::Thousand) if group.is_some_and(|g| g < 1000.0) => {
                total += group.take().unwrap_or(1.0) * 1000.0;
                room = 2;
            }
            // "two thousand a hundred and nine"
            _ if total > 0.0 && group.is_none() && said.is(at, &["a"]) && said.is(at + 1, &["hundred"]) => {
                group = Some(1.0);
            }
            _ if said.word(at) == "and"
                && said.before(at, 1) == "hundred"
                && matches!(
                    said.number(at + 1),
                    Some(Word::Unit(_) | Word::Teen(_) | Word::Tens(_))
                ) => {}
            _ => break,
        }
        at += 1;
    }
    if at == i || (group.is_none() && total == 0.0) {
        return None;
    }
    let whole = total + group.unwrap_or(0.0);
    let (fraction, len) = decimals(said, at);
    Some((whole + fraction, at - i + len))
}

/// Digits said in groups at `i`, read side by side: "two twelve" 212, "nineteen sixty" 1960.
pub(super) fn digits(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    digits_until(said, i, said.len())
}

/// "mile two fourteen ninety minutes out", "mile twelve ninety five north": the digits at `i` that stand before a count of
/// something else, or before a road.
pub(super) fn digits_before_a_count(said: &Said<'_>, i: usize) -> Option<(String, usize)> {
    let (all, len) = digits(said, i)?;
    let end = i + len;
    let road = all.len() > 3
        && (said.is(end, &["north", "south", "east", "west"]) && !said.is(end + 1, &["of"])
            || said.word(end).ends_with("bound"));
    let counted = road
        || said.is(end, &["minutes", "hours", "hour", "miles", "mile"]) && !said.is(end + 1, &["marker"]);
    let counts = |at: usize| cardinal(said, at).is_some_and(|(_, n)| at + n == end);
    // "ninety five north" is one number; "i eighty, five minutes" may be two.
    let parts_one = |at: usize| {
        matches!(
            (value(said.before(at, 1)), value(said.word(at))),
            (Some(Word::Tens(_)), Some(Word::Unit(_)))
        )
    };
    (i + 1..end)
        .rev()
        .filter(|_| counted)
        .find(|&at| counts(at) && !parts_one(at))
        .or_else(|| {
            (i + 1..end)
                .rev()
                .filter(|_| counted && !road)
                .find(|&at| counts(at))
        })
        .and_then(|at| digits_until(said, i, at).filter(|(_, n)| i + n == at))
}

/// The digits at `i` in the words before `end`.
fn digits_until(said: &Said<'_>, i: usize, end: usize) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut at = i;
    while text.len() < 6 && at < end {
        // "exit two oh one, seventy five southbound": two numbers, where he pauses.
        if at > i && said.tokens.get(at).is_some_and(|t| t.stop) {
            break;
        }
        match said.number(at) {
            // "door six oh shoot": that oh is no zero.
            Some(Word::Zero)
                if !text.is_empty()
                    && said.is(at, &["oh"])
                    && said.is(
                        at + 1,
                        &[
                            "shoot", "crap", "no", "wait", "man", "sorry", "my", "dang", "damn", "shit",
                            "hell",
                        ],
                    ) =>
            {
                break;
            }
            Some(Word::Zero) => text.push('0'),
            Some(Word::Unit(n)) if said.is(at + 1, &["hundred"]) => {
                let (n2, len) = cardinal(said, at)
                    .filter(|(v, _)| v.fract() == 0.0)
                    .unwrap_or((f64::from(n), 1));
                text.push_str(&format!("{n2}"));
                at += len;
                continue;
            }
            Some(Word::Unit(n)) => text.push_str(&n.to_string()),
            Some(Word::Teen(n)) => {
                text.push_str(&n.to_string());
                if said.is(at + 1, &["hundred"]) {
                    text.push_str("00");
                    at += 1;
                }
            }
            Some(Word::Tens(n)) => {
                let unit = match said.number(at + 1) {
                    Some(Word::Unit(u)) if at + 1 < end => u,
                    _ => 0,
                };
                text.push_str(&(n + unit).to_string());
                at += usize::from(unit > 0);
                if said.is(at + 1, &["hundred"]) {
                    text.push_str("00");
                    at += 1;
                }
            }
            Some(Word::Digits(_)) => {
                let w = said.word(at);
                if !w.bytes().all(|b| b.is_ascii_digit()) {
                    break;
                }
                text.push_str(w);
            }
            Some(Word::Hundred) if text.is_empty() && said.before(at, 1) == "a" => text.push_str("100"),
            _ => break,
        }
        at += 1;
    }
    if text.is_empty() || text.len() > 6 {
        None
    } else {
        Some((text, at - i))
    }
}

/// A number at `i` whichever way it is said, with decimals: "two twelve" 212, "forty four point two" 44.2.
pub(super) fn grouped(said: &Said<'_>, i: usize) -> Option<(f64, usize)> {
    if let Some(Word::Digits(n)) = said.number(i)
        && said.word(i).contains('.')
    {
        return Some((n, 1));
    }
    if said.is(i, &["a", "hundred"]) || said.is(i + 1, &["hundred", "thousand"]) {
        return cardinal(said, i);
    }
    let (text, len) = digits(said, i)?;
    let whole: f64 = text.parse().ok()?;
    let (fraction, more) = decimals(said, i + len);
    Some((whole + fraction, len + more))
}

/// ".2" for "point two" at `at`; nothing when there is none.
fn decimals(said: &Said<'_>, at: usize) -> (f64, usize) {
    if !said.is(at, &["point"]) {
        return (0.0, 0);
    }
    digits(said, at + 1)
        .and_then(|(text, len)| format!("0.{text}").parse().ok().map(|f: f64| (f, len + 1)))
        .unwrap_or((0.0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(text: &str) -> Option<f64> {
        cardinal(&Said::new(text), 0).map(|(v, _)| v)
    }

    fn group(text: &str) -> Option<f64> {
        grouped(&Said::new(text), 0).map(|(v, _)| (v * 1000.0).round() / 1000.0)
    }

    #[test]
    fn cardinals() {
        for (text, n) in [
            ("forty two", 42.0),
            ("a hundred and five", 105.0),
            ("two hundred miles", 200.0),
            ("zero", 0.0),
            ("2,000", 2000.0),
            ("eleven hundred", 1100.0),
            ("one thousand two hundred", 1200.0),
            ("7", 7.0),
            ("fifty three foot", 53.0),
            ("twenty", 20.0),
        ] {
            assert_eq!(card(text), Some(n), "{text}");
        }
        assert_eq!(card("four fifteen"), Some(4.0), "two numbers, not one");
        assert_eq!(card("hello"), None);
        assert_eq!(card("hundred"), None);
    }

    #[test]
    fn digit_groups() {
        for (text, n) in [
            ("two twelve", 212.0),
            ("one oh nine", 109.0),
            ("ninety four", 94.0),
            ("forty four point two", 44.2),
            ("nineteen sixty", 1960.0),
            ("three fifteen", 315.0),
            ("two ninety four", 294.0),
            ("two oh five", 205.0),
            ("one hundred and twelve", 112.0),
            ("a hundred twelve", 112.0),
            ("fifty three twelve", 5312.0),
            ("1 oh 4", 104.0),
            ("99.5", 99.5),
            ("two hundred", 200.0),
            ("one one two", 112.0),
        ] {
            assert_eq!(group(text), Some(n), "{text}");
        }
    }
}
