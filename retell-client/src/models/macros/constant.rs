//! Strings with one value.

/// A field that always holds the same string and tells its object from others. Another string is an error.
macro_rules! constant {
    ($(#[$meta:meta])* $name:ident = $text:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            #[doc = concat!("`", $text, "`.")]
            #[default]
            #[serde(rename = $text)]
            Value,
        }
    };
}

pub(crate) use constant;
