//! Variables and attributes given to a call or chat.

use serde::{Deserialize, Serialize};

use super::Number;

/// Setters for `retell_llm_dynamic_variables`.
macro_rules! dynamic_variables {
    ($name:ident) => {
        impl $name {
            /// Adds a variable. Retell takes strings only, so the value is written as text.
            #[must_use]
            pub fn dynamic_variable(mut self, name: impl Into<String>, value: impl ToString) -> Self {
                let variables = self.retell_llm_dynamic_variables.get_or_insert_default();
                variables.insert(name.into(), value.to_string());
                self
            }

            /// Adds variables.
            #[must_use]
            pub fn dynamic_variables(mut self, more: impl IntoIterator<Item = (String, String)>) -> Self {
                self.retell_llm_dynamic_variables
                    .get_or_insert_default()
                    .extend(more);
                self
            }
        }
    };
}
pub(crate) use dynamic_variables;

/// The value of a custom attribute. `Debug` shows its kind only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AttributeValue {
    /// Text.
    Text(String),
    /// A number.
    Number(Number),
    /// True or false.
    Boolean(bool),
}

impl std::fmt::Debug for AttributeValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text(..)",
            Self::Number(_) => "Number(..)",
            Self::Boolean(_) => "Boolean(..)",
        })
    }
}

impl From<&str> for AttributeValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for AttributeValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for AttributeValue {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<f64> for AttributeValue {
    fn from(number: f64) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for AttributeValue {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
