//! Words whose full stop ends no sentence.

/// Mostly followed by a name, or in the middle of an address, a date or a measure. Lower case; any case matches.
const ANYWHERE: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "gen", "sgt", "capt", "lt", "col", "cmdr", "jr",
    "sr", "st", "mt", "ft", "ave", "blvd", "rd", "hwy", "ln", "ct", "pkwy", "apt", "bldg", "dept", "inc",
    "ltd", "corp", "co", "llc", "bros", "vs", "etc", "approx", "est", "e.g", "i.e", "incl", "excl", "temp",
    "tel", "attn", "hr", "hrs", "min", "mins", "sec", "secs", "lb", "lbs", "oz", "mi", "km", "kg", "mph",
    "sq", "cu", "gal", // Spanish, French, German.
    "sra", "srta", "dra", "ud", "uds", "vd", "vds", "avda", "av", "aprox", "ej", "pág", "núm", "mme", "mlle",
    "bzw", "ca", "str", "usw",
];

/// Days and months: with a capital only, because the sun sets and the dog sat.
const CAPITALISED: &[&str] = &[
    "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr",
    "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
];

/// Before a number only: "No. 5", but "No. We are closed."
const BEFORE_NUMBERS: &[&str] = &["no", "nos", "nr", "ext", "fig", "vol", "ch", "p", "pp", "art"];

/// Whether the full stop after `stem` belongs to it when `next` follows.
pub(super) fn is_abbreviation(stem: &str, next: char) -> bool {
    let lower = stem.to_lowercase();
    if BEFORE_NUMBERS.contains(&lower.as_str()) && next.is_numeric() {
        return true;
    }
    ANYWHERE.contains(&lower.as_str()) || CAPITALISED.contains(&stem) || is_initials(stem)
}

/// "J", "U.S", "p.m": single letters with stops between them. "I" alone is a word.
fn is_initials(stem: &str) -> bool {
    stem != "I"
        && stem.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}
