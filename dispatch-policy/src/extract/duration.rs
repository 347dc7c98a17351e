//! Lengths of time in minutes: "hour and a half", "twenty thirty minutes", "three or four hours".

use super::numbers::cardinal;
use super::text::Said;

/// A length of time, or a range of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Duration {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Tokens it covers.
    pub(super) len: usize,
}

fn unit(word: &str) -> Option<f64> {
    Some(match word {
        "minutes" => 1.0,
        "hour" | "hours" => 60.0,
        "day" | "days" => 1440.0,
        _ => return None,
    })
}

/// The length of time said at `i`.
pub(super) fn at(said: &Said<'_>, i: usize) -> Option<Duration> {
    let first = single(said, i)?;
    let mut end = i + first.len;
    // "an hour maybe two", "hour or two", "an hour to an hour and a half", "an hour hour and a half"
    let mut j = end;
    while said.is(j, &["or", "to", "maybe", "maybe"]) {
        j += 1;
    }
    let joined = j > end;
    if let Some(second) =
        single(said, j).filter(|s| s.low > first.low && (joined || said.is(j, &["hour", "an"])))
    {
        return Some(Duration {
            low: first.low,
            high: second.high,
            len: j + second.len - i,
        });
    }
    if joined && let Some((n, len)) = cardinal(said, j) {
        let scale = if first.low >= 60.0 { 60.0 } else { 1.0 };
        let follows_unit = unit(said.word(j + len)).is_some();
        let high = n * scale;
        if !follows_unit
            && high > first.low
            && high <= first.low * 4.0
            && !said.is(j + len, &["oclock", "am", "pm"])
        {
            end = j + len;
            return Some(Duration {
                low: first.low,
                high,
                len: end - i,
            });
        }
    }
    Some(Duration {
        len: end - i,
        ..first
    })
}

/// "a half", "half", "three quarters", "a third" at `i`: the part of the whole, and how many words name it.
fn fraction(said: &Said<'_>, i: usize) -> Option<(f64, usize)> {
    let count = usize::from(said.is(i, &["a", "an", "one", "two", "three", "the"]));
    let parts = match said.word(i) {
        "two" => 2.0,
        "three" => 3.0,
        _ => 1.0,
    };
    let of = match said.word(i + count) {
        "half" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" | "fourth" | "fourths" => 4.0,
        _ => return None,
    };
    (parts < of).then_some((parts / of, count + 1))
}

/// "and a half", "and three quarters" at `i`.
pub(super) fn and_fraction(said: &Said<'_>, i: usize) -> Option<(f64, usize)> {
    let (part, len) = fraction(said, i + 1).filter(|_| said.is(i, &["and"]))?;
    Some((part, len + 1))
}

fn single(said: &Said<'_>, i: usize) -> Option<Duration> {
    let exact = |minutes: f64, len: usize| {
        Some(Duration {
            low: minutes,
            high: minutes,
            len,
        })
    };
    match said.word(i) {
        "half" => {
            // "half hour", "half an hour", "half a day"
            let skip = usize::from(said.is(i + 1, &["a", "an"]));
            let scale = unit(said.word(i + 1 + skip)).filter(|s| *s > 1.0)?;
            return exact(scale / 2.0, 2 + skip);
        }
        "quarter" => {
            if said.is(i + 1, &["hour"]) {
                return exact(15.0, 2);
            }
            return (said.is(i + 1, &["of"]) && said.is(i + 2, &["an"]) && said.is(i + 3, &["hour"]))
                .then_some(Duration {
                    low: 15.0,
                    high: 15.0,
                    len: 4,
                });
        }
        "three" if said.is(i + 1, &["quarters", "quarter"]) => {
            let mut j = i + 2;
            while said.is(j, &["of", "a", "an"]) {
                j += 1;
            }
            return said.is(j, &["hour"]).then_some(Duration {
                low: 45.0,
                high: 45.0,
                len: j + 1 - i,
            });
        }
        "couple" | "few" => {
            let skip = usize::from(said.is(i + 1, &["of"]) || said.is(i + 1, &["more"]));
            let scale = unit(said.word(i + 1 + skip))?;
            let n = if said.word(i) == "couple" { 2.0 } else { 3.0 };
            let mut len = 2 + skip;
            let mut minutes = n * scale;
            if scale == 1.0 {
                minutes = if n == 2.0 { 3.0 } else { 5.0 };
            }
            if let Some((part, more)) = and_fraction(said, i + len) {
                minutes += scale * part;
                len += more;
            }
            return exact(minutes, len);
        }
        "hour" | "day" | "an" | "a" => {
            let skip = usize::from(!matches!(said.word(i), "hour" | "day"));
            if skip == 1 && said.is(i + 1, &["couple", "few", "half", "quarter", "good"]) {
                return single(said, i + 1).map(|d| Duration { len: d.len + 1, ..d });
            }
            let u = said.word(i + skip);
            if u == "day" {
                let (part, more) = and_fraction(said, i + skip + 1).unwrap_or((0.0, 0));
                return (skip == 1 || more > 0).then_some(Duration {
                    low: 1440.0 * (1.0 + part),
                    high: 1440.0 * (1.0 + part),
                    len: skip + 1 + more,
                });
            }
            if u == "solid" || u == "full" {
                return single(said, i + 2).map(|d| Duration { len: d.len + 2, ..d });
            }
            if u != "hour" {
                return None;
            }
            let (extra, len) = rest_of_hours(said, i + skip + 1);
            // "the hour is wrong", "no hour", "rush hour": no length.
            let named = said.is(
                i.wrapping_sub(1),
                &[
                    "the", "no", "that", "which", "what", "any", "my", "per", "rush", "late", "same",
                    "exact", "happy", "lunch", "tonight", "tomorrow", "today",
                ],
            );
            if skip == 0 && len == 0 && named {
                return None;
            }
            return exact(60.0 + extra, skip + 1 + len);
        }
        "good" => return single(said, i + 1).map(|d| Duration { len: d.len + 1, ..d }),
        _ => {}
    }
    counted(said, i)
}

/// What follows "hour(s)": "and a half", "and three quarters", "and ten minutes", "forty five".
fn rest_of_hours(said: &Said<'_>, i: usize) -> (f64, usize) {
    // "six hours. seven thirty tonight"
    if said.tokens.get(i).is_some_and(|t| t.stop) {
        return (0.0, 0);
    }
    let and = usize::from(said.is(i, &["and"]));
    let j = i + and;
    if let Some((part, len)) = and_fraction(said, i) {
        return (60.0 * part, len);
    }
    if and == 1 && said.is(j, &["some"]) && said.is(j + 1, &["change"]) {
        return (15.0, 3);
    }
    if let Some((n, len)) = cardinal(said, j)
        && n < 60.0
        && n.fract() == 0.0
    {
        let next = said.word(j + len);
        if next == "minutes" {
            return (n, and + len + 1);
        }
        // "hour forty five", but not "an hour on 80", "an hour 10 miles out", "an hour two hours".
        if n >= 5.0
            && (unit(next).is_none() || next == "hour" && n % 5.0 == 0.0 && !said.is(j + len, &["hours"]))
            && !matches!(next, "miles" | "mile" | "oclock" | "am" | "pm" | "more")
        {
            return (n, and + len);
        }
    }
    (0.0, 0)
}

/// "two hours", "two and a half hours", "twenty thirty minutes", "three or four hours", "between two and three hours".
fn counted(said: &Said<'_>, i: usize) -> Option<Duration> {
    let (start, lead) = if said.is(i, &["between"]) {
        (i + 1, 1)
    } else {
        (i, 0)
    };
    let (mut low, len) = cardinal(said, start)?;
    let mut j = start + len;
    if let Some((part, more)) = and_fraction(said, j) {
        low += part;
        j += more;
    }
    let mut high = low;
    let mut k = j;
    while said.is(k, &["or", "to", "maybe", "and", "dash"]) {
        k += 1;
    }
    if let Some((n, more)) = cardinal(said, k)
        && (k > j || low >= 2.0)
    {
        let mut m = k + more;
        let mut n = n;
        if let Some((part, more)) = and_fraction(said, m) {
            n += part;
            m += more;
        }
        if n > low && unit(said.word(m)).is_some() {
            high = n;
            j = m;
        }
    }
    while said.is(
        j,
        &["more", "good", "solid", "full", "extra", "whole", "ish", "odd"],
    ) && unit(said.word(j + 1)).is_some()
    {
        j += 1;
    }
    // "two and change": hours.
    if low <= 12.0 && high == low && said.is(j, &["and"]) && said.is(j + 1, &["change"]) {
        return Some(Duration {
            low: low * 60.0,
            high: low * 60.0 + 30.0,
            len: j + 2 - start + lead,
        });
    }
    let scale = unit(said.word(j))?;
    // "seventeen hundred hours" is a clock.
    if low > 100.0 && scale > 1.0 {
        return None;
    }
    j += 1;
    let mut extra = 0.0;
    if scale == 60.0 && high == low {
        let (e, more) = rest_of_hours(said, j);
        extra = e;
        j += more;
    }
    Some(Duration {
        low: low * scale + extra,
        high: high * scale + extra,
        len: j - start + lead,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> Option<(f64, f64)> {
        at(&Said::new(text), 0).map(|d| (d.low, d.high))
    }

    #[test]
    fn single_lengths() {
        for (text, m) in [
            ("hour and a half", 90.0),
            ("an hour and a quarter", 75.0),
            ("hour forty five", 105.0),
            ("two and a half hours", 150.0),
            ("three quarters of an hour", 45.0),
            ("couple hours", 120.0),
            ("a couple of hours", 120.0),
            ("half hour", 30.0),
            ("half an hour", 30.0),
            ("an hour ten", 70.0),
            ("two hours and twenty minutes", 140.0),
            ("2 hours 15 minutes", 135.0),
            ("1.5 hours", 90.0),
            ("quarter of an hour", 15.0),
            ("an hour and three quarters", 105.0),
            ("a half hour", 30.0),
            ("ninety minutes", 90.0),
            ("two hours", 120.0),
            ("one point five hours", 90.0),
            ("45 min", 45.0),
            ("a good hour", 60.0),
            ("two more hours", 120.0),
            ("two and a quarter hours", 135.0),
            ("one and three quarter hours", 105.0),
            ("day and a half", 2160.0),
            ("an hour and a third", 80.0),
        ] {
            assert_eq!(range(text), Some((m, m)), "{text}");
        }
    }

    #[test]
    fn ranges() {
        for (text, lo, hi) in [
            ("twenty thirty minutes", 20.0, 30.0),
            ("three or four hours", 180.0, 240.0),
            ("an hour or two", 60.0, 120.0),
            ("twenty to thirty minutes", 20.0, 30.0),
            ("between two and three hours", 120.0, 180.0),
            ("an hour to an hour and a half", 60.0, 90.0),
            ("an hour maybe two", 60.0, 120.0),
            ("fifteen maybe twenty minutes", 15.0, 20.0),
        ] {
            assert_eq!(range(text), Some((lo, hi)), "{text}");
        }
    }

    #[test]
    fn no_length_without_a_unit() {
        for text in [
            "forty five",
            "four fifteen",
            "ten miles",
            "a door",
            "half past three",
            "a",
        ] {
            assert_eq!(range(text), None, "{text}");
        }
    }
}
