//! States and provinces by their codes: a voice reads "IN" as a word.

/// Code, English name, and the Spanish one where it differs.
#[rustfmt::skip]
const STATES: [(&str, &str, &str); 65] = [
    ("AL", "Alabama", ""), ("AK", "Alaska", ""), ("AZ", "Arizona", ""), ("AR", "Arkansas", ""), ("CA", "California", ""),
    ("CO", "Colorado", ""), ("CT", "Connecticut", ""), ("DE", "Delaware", ""), ("DC", "DC", ""), ("FL", "Florida", ""),
    ("GA", "Georgia", ""), ("HI", "Hawaii", "Hawái"), ("ID", "Idaho", ""), ("IL", "Illinois", ""), ("IN", "Indiana", ""),
    ("IA", "Iowa", ""), ("KS", "Kansas", ""), ("KY", "Kentucky", ""), ("LA", "Louisiana", "Luisiana"), ("ME", "Maine", ""),
    ("MD", "Maryland", ""), ("MA", "Massachusetts", ""), ("MI", "Michigan", ""), ("MN", "Minnesota", ""),
    ("MS", "Mississippi", "Misisipi"), ("MO", "Missouri", "Misuri"), ("MT", "Montana", ""), ("NE", "Nebraska", ""),
    ("NV", "Nevada", ""), ("NH", "New Hampshire", "Nuevo Hampshire"), ("NJ", "New Jersey", "Nueva Jersey"),
    ("NM", "New Mexico", "Nuevo México"), ("NY", "New York", "Nueva York"), ("NC", "North Carolina", "Carolina del Norte"),
    ("ND", "North Dakota", "Dakota del Norte"), ("OH", "Ohio", ""), ("OK", "Oklahoma", ""), ("OR", "Oregon", "Oregón"),
    ("PA", "Pennsylvania", "Pensilvania"), ("RI", "Rhode Island", ""), ("SC", "South Carolina", "Carolina del Sur"),
    ("SD", "South Dakota", "Dakota del Sur"), ("TN", "Tennessee", ""), ("TX", "Texas", ""), ("UT", "Utah", ""),
    ("VT", "Vermont", ""), ("VA", "Virginia", ""), ("WA", "Washington", ""), ("WV", "West Virginia", "Virginia Occidental"),
    ("WI", "Wisconsin", ""), ("WY", "Wyoming", ""), ("ON", "Ontario", ""), ("QC", "Quebec", ""), ("AB", "Alberta", ""),
    ("BC", "British Columbia", "Columbia Británica"), ("MB", "Manitoba", ""), ("SK", "Saskatchewan", ""),
    ("NB", "New Brunswick", "Nuevo Brunswick"), ("NS", "Nova Scotia", "Nueva Escocia"),
    ("NL", "Newfoundland", "Terranova"), ("PE", "Prince Edward Island", "Isla del Príncipe Eduardo"),
    ("YT", "Yukon", "Yukón"), ("NT", "Northwest Territories", "Territorios del Noroeste"), ("NU", "Nunavut", ""),
    ("MX", "Mexico", "México"),
];

/// The name; a code nobody knows stays as it is.
pub(super) fn english(code: &str) -> &str {
    row(code).map_or(code, |(_, name, _)| name)
}

/// The name as it is said in Spanish.
pub(super) fn spanish(code: &str) -> &str {
    row(code).map_or(
        code,
        |(_, english, own)| if own.is_empty() { english } else { own },
    )
}

fn row(code: &str) -> Option<(&'static str, &'static str, &'static str)> {
    STATES.iter().find(|(short, ..)| *short == code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_name_in_both_languages() {
        assert_eq!((english("IN"), spanish("IN")), ("Indiana", "Indiana"));
        assert_eq!(
            (english("NC"), spanish("NC")),
            ("North Carolina", "Carolina del Norte")
        );
        assert_eq!(english("ZZ"), "ZZ");
    }
}
