//! What is spoken is understood: random numbers, clocks and lengths of time, said in the ways people say them.

use jiff::Zoned;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use super::duration;
use super::numbers::{cardinal, grouped};
use super::text::Said;
use super::time::{clock_at, resolve, surroundings};

const RUNS: u32 = 100_000;
const SEED: u64 = 20_261_120;

/// Runs `check` on `RUNS` values, each from a seed of its own, which is named when it fails.
fn for_all(check: impl Fn(&mut StdRng) -> Result<(), String>) {
    for n in 0..u64::from(RUNS) {
        let seed = SEED.wrapping_add(n);
        if let Err(why) = check(&mut StdRng::seed_from_u64(seed)) {
            panic!("seed {seed}: {why}");
        }
    }
}

fn pick<'a>(rng: &mut StdRng, any: &[&'a str]) -> &'a str {
    any.choose(rng).copied().unwrap_or_default()
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

fn under_hundred(n: usize) -> String {
    match n {
        0..20 => SMALL[n].to_owned(),
        _ if n.is_multiple_of(10) => TENS[n / 10].to_owned(),
        _ => format!("{} {}", TENS[n / 10], SMALL[n % 10]),
    }
}

fn under_thousand(n: usize, rng: &mut StdRng) -> String {
    if n < 100 {
        return under_hundred(n);
    }
    let hundreds = if n / 100 == 1 && rng.random() {
        "a"
    } else {
        SMALL[n / 100]
    };
    match n % 100 {
        0 => format!("{hundreds} hundred"),
        rest => format!(
            "{hundreds} hundred{} {}",
            pick(rng, &["", " and"]),
            under_hundred(rest)
        ),
    }
}

fn whole(n: usize, rng: &mut StdRng) -> String {
    if rng.random_ratio(1, 8) {
        return n.to_string();
    }
    match (n / 1000, n % 1000) {
        (0, rest) => under_thousand(rest, rng),
        (thousands, 0) => format!("{} thousand", under_thousand(thousands, rng)),
        (thousands, rest) => {
            let thousands = under_thousand(thousands, rng);
            format!("{thousands} thousand {}", under_thousand(rest, rng))
        }
    }
}

/// As roads, exits and markers are said: "two twelve", "one oh nine", "nineteen sixty".
fn in_groups(n: usize, rng: &mut StdRng) -> String {
    let pair = |n: usize| {
        if n < 10 {
            format!("oh {}", SMALL[n])
        } else {
            under_hundred(n)
        }
    };
    match n {
        0..100 => under_hundred(n),
        _ if n.is_multiple_of(100) => format!("{} hundred", under_hundred(n / 100)),
        100..1000 if rng.random_ratio(1, 4) => n
            .to_string()
            .bytes()
            .map(|digit| {
                if digit == b'0' {
                    "oh"
                } else {
                    SMALL[usize::from(digit - b'0')]
                }
            })
            .collect::<Vec<_>>()
            .join(" "),
        _ => format!("{} {}", under_hundred(n / 100), pair(n % 100)),
    }
}

#[test]
fn cardinals() {
    for_all(|rng| {
        let n = rng.random_range(0..200_000usize);
        let text = whole(n, rng);
        let said = Said::new(&text);
        match cardinal(&said, 0) {
            Some((value, len)) if (value - n as f64).abs() < 1e-9 && len == said.len() => Ok(()),
            other => Err(format!("{n} as {text:?} gives {other:?}")),
        }
    });
}

#[test]
fn groups_of_digits() {
    for_all(|rng| {
        let n = rng.random_range(1..10_000usize);
        let tenth = rng.random_range(0..10usize);
        let (text, value) = if rng.random_ratio(1, 5) && tenth > 0 && n < 1000 {
            let text = format!("{} point {}", in_groups(n, rng), SMALL[tenth]);
            (text, n as f64 + tenth as f64 / 10.0)
        } else {
            (in_groups(n, rng), n as f64)
        };
        let said = Said::new(&text);
        match grouped(&said, 0) {
            Some((got, len)) if (got - value).abs() < 1e-6 && len == said.len() => Ok(()),
            other => Err(format!("{value} as {text:?} gives {other:?}")),
        }
    });
}

#[test]
fn lengths_of_time() {
    for_all(|rng| {
        let (hours, rest) = (rng.random_range(0..24usize), rng.random_range(0..60usize));
        let one = pick(rng, &["an hour", "one hour", "hour", "1 hour"]);
        let count = |rng: &mut StdRng| {
            if hours == 1 {
                one.to_owned()
            } else {
                format!("{} hours", whole(hours, rng))
            }
        };
        let text = match (hours, rest) {
            (0, 0) => return Ok(()),
            (0, 30) => pick(
                rng,
                &["half an hour", "half hour", "a half hour", "thirty minutes"],
            )
            .to_owned(),
            (0, 45) => pick(
                rng,
                &["three quarters of an hour", "forty five minutes", "45 min"],
            )
            .to_owned(),
            (0, 15) => pick(
                rng,
                &["quarter of an hour", "a quarter of an hour", "fifteen minutes"],
            )
            .to_owned(),
            (0, _) => format!(
                "{} {}",
                whole(rest, rng),
                pick(rng, &["minutes", "min", "minute"])
            ),
            (2, 0) if rng.random() => {
                pick(rng, &["a couple hours", "couple of hours", "a couple of hours"]).to_owned()
            }
            (_, 0) => count(rng),
            (1, 30) if rng.random() => pick(rng, &["an hour and a half", "hour and a half"]).to_owned(),
            (_, 30) if rng.random() => format!("{} and a half hours", whole(hours.max(2), rng)),
            (_, 5..) if rng.random() => format!("{} {}", count(rng), under_hundred(rest)),
            _ => format!(
                "{}{} {} minutes",
                count(rng),
                pick(rng, &["", " and"]),
                whole(rest, rng)
            ),
        };
        let hours = if text.ends_with("and a half hours") {
            hours.max(2)
        } else {
            hours
        };
        let wanted = (hours * 60 + rest) as f64;
        let said = Said::new(&text);
        match duration::at(&said, 0) {
            Some(d)
                if (d.high - wanted).abs() < 1e-9 && (d.low - wanted).abs() < 1e-9 && d.len == said.len() =>
            {
                Ok(())
            }
            other => Err(format!("{wanted} minutes as {text:?} gives {other:?}")),
        }
    });
}

/// A clock of the day in words, with what settles the half of the day.
fn clock(hour: usize, minute: usize, rng: &mut StdRng) -> String {
    let twelve = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
    let half = if hour < 12 {
        pick(rng, &["am", "a.m.", "in the morning"])
    } else {
        pick(rng, &["pm", "p.m.", "in the afternoon"])
    };
    let next = if twelve == 12 { 1 } else { twelve + 1 };
    let same_half = hour % 12 < 11;
    match minute {
        0 if rng.random() => format!("{} o'clock {half}", under_hundred(twelve)),
        0 if hour >= 13 && rng.random() => format!("{} hundred", under_hundred(hour)),
        0 => format!("{} {half}", under_hundred(twelve)),
        15 if rng.random() => format!(
            "quarter {} {} {half}",
            pick(rng, &["past", "after"]),
            under_hundred(twelve)
        ),
        30 if rng.random() => format!("half past {} {half}", under_hundred(twelve)),
        45 if same_half && rng.random() => {
            format!(
                "quarter {} {} {half}",
                pick(rng, &["to", "till", "of"]),
                under_hundred(next)
            )
        }
        35..60 if same_half && minute.is_multiple_of(5) && rng.random() => {
            let left = under_hundred(60 - minute);
            format!(
                "{left} {} {} {half}",
                pick(rng, &["to", "till", "before"]),
                under_hundred(next)
            )
        }
        1..30 if rng.random_ratio(1, 4) => {
            format!(
                "{} {} {} {half}",
                under_hundred(minute),
                pick(rng, &["past", "after"]),
                under_hundred(twelve)
            )
        }
        _ if rng.random_ratio(1, 4) => format!("{twelve}:{minute:02} {half}"),
        1..10 => format!("{} oh {} {half}", under_hundred(twelve), SMALL[minute]),
        _ if hour >= 13 && rng.random() => format!("{} {}", under_hundred(hour), under_hundred(minute)),
        _ => format!("{} {} {half}", under_hundred(twelve), under_hundred(minute)),
    }
}

#[test]
fn clocks() {
    let now: Zoned = "2026-03-04T14:05:00-06:00[-06:00]"
        .parse()
        .expect("a fixed instant");
    for_all(|rng| {
        let (hour, minute) = (rng.random_range(0..24usize), rng.random_range(0..60usize));
        let text = clock(hour, minute, rng);
        let said = Said::new(&text);
        let read = clock_at(&said, 0).and_then(|c| {
            let (day, _, end) = surroundings(&said, 0, c.len);
            let at = resolve(c, day, &now)?;
            Some((at.hour(), at.minute(), end))
        });
        let wanted = (hour as i8, minute as i8, said.len());
        if read == Some(wanted) {
            Ok(())
        } else {
            Err(format!("{hour}:{minute:02} as {text:?} gives {read:?}"))
        }
    });
}
