//! How a driver says things: numbers in words, and never quite the same sentence.

use rand::RngExt;
use rand::rngs::StdRng;

const ONES: [&str; 20] = [
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

/// A number below a thousand as drivers say mile markers: 212 is "two twelve", 109 "one oh nine".
pub(super) fn number(n: u32) -> String {
    match n {
        0..20 => ONES[n as usize].to_owned(),
        20..100 if n.is_multiple_of(10) => TENS[n as usize / 10].to_owned(),
        20..100 => format!("{} {}", TENS[n as usize / 10], ONES[n as usize % 10]),
        _ => {
            let (hundreds, rest) = (number(n / 100), n % 100);
            match rest {
                0 => format!("{hundreds} hundred"),
                1..10 => format!("{hundreds} oh {}", ONES[rest as usize]),
                _ => format!("{hundreds} {}", number(rest)),
            }
        }
    }
}

/// A number of minutes as a length of time: 90 is "an hour and a half".
pub(super) fn length(minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, _) => format!("{} minutes", number(rest)),
        (1, 0) => "an hour".to_owned(),
        (1, 30) => "an hour and a half".to_owned(),
        (_, 0) => format!("{} hours", number(hours)),
        (_, 30) => format!("{} and a half hours", number(hours)),
        (1, _) => format!("an hour {}", number(rest)),
        _ => format!("{} hours and {} minutes", number(hours), number(rest)),
    }
}

/// One of several.
pub(super) fn pick<'a, T: ?Sized>(rng: &mut StdRng, from: &[&'a T]) -> &'a T {
    from[rng.random_range(0..from.len())]
}

/// The line with a filler in front, now and then.
pub(super) fn filler(rng: &mut StdRng, line: &str) -> String {
    match pick(
        rng,
        &["", "", "", "uh ", "yeah ", "um ", "well ", "yeah uh ", "okay so "],
    ) {
        "" => line.to_owned(),
        filler if line.starts_with(filler.trim_end()) => line.to_owned(),
        filler => format!("{filler}{line}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_drivers_say_them() {
        let said = [
            (7, "seven"),
            (12, "twelve"),
            (40, "forty"),
            (44, "forty four"),
            (109, "one oh nine"),
        ];
        for (n, words) in said.into_iter().chain([
            (212, "two twelve"),
            (300, "three hundred"),
            (999, "nine ninety nine"),
        ]) {
            assert_eq!(number(n), words);
        }
    }

    #[test]
    fn lengths_of_time() {
        let said = [
            (20, "twenty minutes"),
            (60, "an hour"),
            (90, "an hour and a half"),
            (105, "an hour forty five"),
        ];
        for (minutes, words) in said
            .into_iter()
            .chain([(120, "two hours"), (150, "two and a half hours")])
        {
            assert_eq!(length(minutes), words);
        }
    }
}
