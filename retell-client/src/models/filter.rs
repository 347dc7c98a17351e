//! Conditions on lists.

use serde::{Deserialize, Serialize};

use super::{
    Number,
    macros::{constant, model, open_enum},
};

constant! {
    /// The `type` of a condition on text.
    StringTag = "string"
}
constant! {
    /// The `type` of a condition on a number.
    NumberTag = "number"
}
constant! {
    /// The `type` of a condition on a number's range.
    RangeTag = "range"
}
constant! {
    /// The `type` of a choice.
    EnumTag = "enum"
}
constant! {
    /// The `type` of a condition that is true or false.
    BooleanTag = "boolean"
}
constant! {
    /// The `type` of a condition on presence.
    PresentTag = "present"
}
constant! {
    /// Is one of.
    In = "in"
}
constant! {
    /// Is.
    Eq = "eq"
}
constant! {
    /// Lies between.
    Bt = "bt"
}

open_enum! {
    /// How text is compared.
    StringOp {
        /// Is.
        Is = "eq",
        /// Is not.
        IsNot = "ne",
        /// Starts with.
        StartsWith = "sw",
        /// Ends with.
        EndsWith = "ew",
        /// Contains.
        Contains = "co",
    }
}

open_enum! {
    /// How numbers are compared.
    NumberOp {
        /// Is.
        Is = "eq",
        /// Is not.
        IsNot = "ne",
        /// Greater than.
        Above = "gt",
        /// At least.
        AtLeast = "ge",
        /// Less than.
        Below = "lt",
        /// At most.
        AtMost = "le",
    }
}

open_enum! {
    /// Whether something is there.
    PresenceOp {
        /// It is.
        Present = "pr",
        /// It is not.
        NotPresent = "np",
    }
}

/// A condition on text, or on what is written as text. `Debug` hides the text: it may be a telephone number.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StringFilter<T = String> {
    #[serde(rename = "type")]
    kind: StringTag,
    /// How it is compared.
    pub op: StringOp,
    /// With what.
    pub value: T,
}

impl<T> StringFilter<T> {
    /// Compared with `value` by `op`.
    pub fn new(op: StringOp, value: impl Into<T>) -> Self {
        Self {
            kind: StringTag::Value,
            op,
            value: value.into(),
        }
    }

    /// Is `value`.
    pub fn is(value: impl Into<T>) -> Self {
        Self::new(StringOp::Is, value)
    }

    /// Contains `value`.
    pub fn contains(value: impl Into<T>) -> Self {
        Self::new(StringOp::Contains, value)
    }
}

impl<T> std::fmt::Debug for StringFilter<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StringFilter")
            .field("op", &self.op)
            .finish_non_exhaustive()
    }
}

/// "Is one of these."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnyOf<T = String> {
    #[serde(rename = "type")]
    kind: EnumTag,
    op: In,
    /// The values.
    pub value: Vec<T>,
}

impl<T> AnyOf<T> {
    /// Any of `values`.
    pub fn new(values: impl IntoIterator<Item = T>) -> Self {
        Self {
            kind: EnumTag::Value,
            op: In::Value,
            value: values.into_iter().collect(),
        }
    }
}

impl<T, const N: usize> From<[T; N]> for AnyOf<T> {
    fn from(values: [T; N]) -> Self {
        Self::new(values)
    }
}

impl<T> From<Vec<T>> for AnyOf<T> {
    fn from(values: Vec<T>) -> Self {
        Self::new(values)
    }
}

/// "Is true" or "is false".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BooleanFilter {
    #[serde(rename = "type")]
    kind: BooleanTag,
    op: Eq,
    /// What it is.
    pub value: bool,
}

impl From<bool> for BooleanFilter {
    fn from(value: bool) -> Self {
        Self {
            kind: BooleanTag::Value,
            op: Eq::Value,
            value,
        }
    }
}

/// A number compared with another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    #[serde(rename = "type")]
    kind: NumberTag,
    /// How.
    pub op: NumberOp,
    /// With what.
    pub value: Number,
}

impl Compared {
    /// Compared with `value` by `op`.
    pub fn new(op: NumberOp, value: impl Into<Number>) -> Self {
        Self {
            kind: NumberTag::Value,
            op,
            value: value.into(),
        }
    }
}

/// A number between two others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Between {
    #[serde(rename = "type")]
    kind: RangeTag,
    op: Bt,
    /// Lower and upper bound.
    pub value: Vec<Number>,
}

impl Between {
    /// From `low` to `high`.
    pub fn new(low: impl Into<Number>, high: impl Into<Number>) -> Self {
        Self {
            kind: RangeTag::Value,
            op: Bt::Value,
            value: vec![low.into(), high.into()],
        }
    }
}

/// "Is there" or "is not there".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresentFilter {
    #[serde(rename = "type")]
    kind: PresentTag,
    /// Which of the two.
    pub op: PresenceOp,
}

impl PresentFilter {
    /// Is there, or not.
    pub fn new(op: PresenceOp) -> Self {
        Self {
            kind: PresentTag::Value,
            op,
        }
    }
}

/// A choice of filters, told apart by their own `type`s.
macro_rules! either {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident($filter:ty),)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vmeta])* $variant($filter),)+
        }

        $(
            impl From<$filter> for $name {
                fn from(filter: $filter) -> Self {
                    Self::$variant(filter)
                }
            }
        )+
    };
}

either! {
    /// A condition on a number.
    NumberFilter {
        /// Compared with one value.
        Compared(Compared),
        /// Between two values.
        Between(Between),
    }
}

impl NumberFilter {
    /// At least `value`.
    pub fn at_least(value: impl Into<Number>) -> Self {
        Compared::new(NumberOp::AtLeast, value).into()
    }

    /// At most `value`.
    pub fn at_most(value: impl Into<Number>) -> Self {
        Compared::new(NumberOp::AtMost, value).into()
    }

    /// From `low` to `high`.
    pub fn between(low: impl Into<Number>, high: impl Into<Number>) -> Self {
        Between::new(low, high).into()
    }
}

either! {
    /// A condition on an id.
    IdFilter {
        /// Compared as text.
        Text(StringFilter),
        /// One of several.
        AnyOf(AnyOf),
    }
}

impl<T: Into<String>, const N: usize> From<[T; N]> for IdFilter {
    fn from(ids: [T; N]) -> Self {
        Self::AnyOf(AnyOf::new(ids.map(Into::into)))
    }
}

impl<T: Into<String>> From<Vec<T>> for IdFilter {
    fn from(ids: Vec<T>) -> Self {
        Self::AnyOf(AnyOf::new(ids.into_iter().map(Into::into)))
    }
}

either! {
    /// A condition on an id at another service, which may not be there.
    ExternalIdFilter {
        /// Compared as text.
        Text(StringFilter),
        /// Whether it is there.
        Present(PresentFilter),
    }
}

either! {
    /// Any condition.
    AnyFilter {
        /// On text.
        Text(StringFilter),
        /// On a number, compared with one value.
        Compared(Compared),
        /// On something that is true or false.
        Boolean(BooleanFilter),
        /// On a number, between two values.
        Between(Between),
        /// One of several.
        AnyOf(AnyOf),
        /// Whether it is there.
        Present(PresentFilter),
    }
}

model! {
    /// A condition on one key of a map, such as a dynamic variable.
    KeyedFilter shows(key) {
        /// The condition.
        #[serde(flatten)]
        condition: AnyFilter,
        ..
        /// The key.
        key: Option<String>,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn filters_have_the_documented_form() {
        assert_eq!(
            json!(NumberFilter::between(1, 2.5)),
            json!({"type":"range","op":"bt","value":[1,2.5]})
        );
        assert_eq!(
            json!(StringFilter::<String>::contains("x")),
            json!({"type":"string","op":"co","value":"x"})
        );
        assert_eq!(
            json!(IdFilter::from(["a"])),
            json!({"type":"enum","op":"in","value":["a"]})
        );
        assert_eq!(
            json!(KeyedFilter::new(PresentFilter::new(PresenceOp::NotPresent)).key("load")),
            json!({"type":"present","op":"np","key":"load"})
        );
    }

    #[test]
    fn a_condition_is_told_by_its_type() {
        let read: AnyFilter =
            serde_json::from_value(json!({"type":"boolean","op":"eq","value":true})).unwrap();
        assert_eq!(read, BooleanFilter::from(true).into());
        assert!(serde_json::from_value::<AnyFilter>(json!({"type":"string","op":"eq","value":3})).is_err());
    }
}
