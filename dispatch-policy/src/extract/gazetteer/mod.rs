//! Towns and states of North America by name.
//!
//! The towns are those of `GeoNames` (<https://www.geonames.org/>, CC BY 4.0) with 500 people or more in the United
//! States and larger ones in Canada and Mexico, and the exits and junctions of `roadside.txt`. `cargo xtask gazetteer`
//! writes `towns.txt`, which is read when the first town is looked up.

mod states;
mod towns;

pub(super) use states::{code_alone, state_after_town, state_at};
pub(super) use towns::{begins_town, town_at};

/// "des moines" to "Des Moines".
pub(super) fn title_case(words: &str) -> String {
    words
        .split(' ')
        .map(|w| {
            let mut chars = w.chars();
            chars
                .next()
                .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
        })
        .collect::<Vec<String>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::text::Said;

    fn town(text: &str) -> Option<String> {
        town_at(&Said::new(text), 0).map(|t| t.name)
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(town("south sioux city").as_deref(), Some("South Sioux City"));
        assert_eq!(town("north platte nebraska").as_deref(), Some("North Platte"));
        assert_eq!(town("st louis").as_deref(), Some("Saint Louis"));
        assert_eq!(town("west of tucson"), None);
        assert_eq!(town("mcallen").as_deref(), Some("McAllen"));
        assert_eq!(town("nowhere"), None);
    }

    #[test]
    fn states_by_name_and_code() {
        let said = Said::new("laredo texas");
        assert_eq!(state_after_town(&said, 1, None), Some(("TX", 1)));
        let said = Said::new("gary in");
        assert_eq!(state_after_town(&said, 1, Some("IN")), Some(("IN", 1)));
        let said = Said::new("gary i n");
        assert_eq!(state_after_town(&said, 1, Some("IN")), Some(("IN", 2)));
        let said = Said::new("beaumont on");
        assert_eq!(state_after_town(&said, 1, Some("TX CA")), None);
        let said = Said::new("gary in about an hour");
        assert_eq!(state_after_town(&said, 1, None), None);
        let said = Said::new("rock hill s c");
        assert_eq!(state_after_town(&said, 2, None), Some(("SC", 2)));
        let said = Said::new("charleston west virginia");
        assert_eq!(state_after_town(&said, 1, None), Some(("WV", 2)));
    }
}
