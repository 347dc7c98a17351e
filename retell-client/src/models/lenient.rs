//! Decoding that forgives what the vendor is known, or likely, to vary: nulls, whole numbers sent as floats,
//! scalars where strings are promised.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serializer, de::Error as _};
use serde_json::{Number, Value};

/// A missing or null value is the type's default.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// A whole number, also when it came as a float; fractions are rounded.
pub(crate) fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let Some(number) = Option::<Number>::deserialize(deserializer)? else {
        return Ok(None);
    };
    if let Some(whole) = number.as_i64() {
        return Ok(Some(whole));
    }
    match number.as_f64().map(f64::round).and_then(whole) {
        Some(whole) => Ok(Some(whole)),
        None => Err(D::Error::custom("number out of range")),
    }
}

/// A float that is a whole number, as one. Beyond 2^53 a float is no exact number anyway.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
pub(crate) fn whole(float: f64) -> Option<i64> {
    (float.fract() == 0.0 && float.abs() <= 9_007_199_254_740_992.0).then_some(float as i64)
}

/// Writes a whole number as one: `1`, not `1.0`.
#[expect(clippy::ref_option, reason = "serde passes the field by reference")]
pub(crate) fn plain<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match number.map(|number| whole(number).ok_or(number)) {
        None => serializer.serialize_none(),
        Some(Ok(whole)) => serializer.serialize_i64(whole),
        Some(Err(fraction)) => serializer.serialize_f64(fraction),
    }
}

/// A map of strings; numbers and booleans become their text, nulls are dropped.
pub(crate) fn string_map<'de, D>(deserializer: D) -> Result<Option<BTreeMap<String, String>>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = |(key, value)| match value {
        Value::Null => None,
        Value::String(text) => Some((key, text)),
        other => Some((key, other.to_string())),
    };
    let map = Option::<BTreeMap<String, Value>>::deserialize(deserializer)?;
    Ok(map.map(|map| map.into_iter().filter_map(text).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Sample {
        #[serde(default, deserialize_with = "integer")]
        at: Option<i64>,
        #[serde(default, deserialize_with = "string_map")]
        variables: Option<BTreeMap<String, String>>,
    }

    fn sample(json: &str) -> Result<Sample, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn whole_numbers_come_in_any_notation() {
        assert_eq!(
            sample(r#"{"at":1700000000000}"#).unwrap().at,
            Some(1_700_000_000_000)
        );
        assert_eq!(
            sample(r#"{"at":1700000000000.0}"#).unwrap().at,
            Some(1_700_000_000_000)
        );
        assert_eq!(sample(r#"{"at":2.5}"#).unwrap().at, Some(3));
        assert_eq!(sample(r#"{"at":null}"#).unwrap().at, None);
        assert_eq!(sample("{}").unwrap().at, None);
        assert!(sample(r#"{"at":1e300}"#).is_err());
        assert!(sample(r#"{"at":"12"}"#).is_err());
    }

    #[test]
    fn scalars_become_text_in_string_maps() {
        let variables = sample(r#"{"variables":{"a":"x","b":7,"c":true,"d":null}}"#)
            .unwrap()
            .variables
            .unwrap();
        let pairs: Vec<_> = variables.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(pairs, [("a", "x"), ("b", "7"), ("c", "true")]);
        assert!(sample(r#"{"variables":null}"#).unwrap().variables.is_none());
    }
}
