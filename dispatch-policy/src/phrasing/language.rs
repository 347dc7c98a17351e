//! The language the agent speaks.

use super::{English, PhraseBook, Spanish};

/// A language with a phrase book of ours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English, the default.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// By its tag (`en`, `es`, `es-419`, `es_MX`) or its name in either language.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_lowercase();
        match tag.split(['-', '_']).next().unwrap_or_default() {
            "en" | "english" | "inglés" | "ingles" => Some(Self::English),
            "es" | "spanish" | "español" | "espanol" => Some(Self::Spanish),
            _ => None,
        }
    }

    /// The tag, as in the payload's `language`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Its phrase book.
    #[must_use]
    pub fn book(self) -> &'static dyn PhraseBook {
        match self {
            Self::English => &English,
            Self::Spanish => &Spanish,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_regions_and_names_are_known() {
        for tag in ["es", "ES-419", "es_MX", "Español", "spanish"] {
            assert_eq!(Language::from_tag(tag), Some(Language::Spanish), "{tag}");
        }
        assert_eq!(Language::from_tag("en-US"), Some(Language::English));
        assert_eq!(Language::from_tag("ru"), None);
    }
}
