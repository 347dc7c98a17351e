//! Whole numbers, in any notation JSON has for them: to JavaScript `4` and `4.0` are the same.

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Number;

/// Beyond this a float is no exact whole number.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// An id. A fraction is an error: it names nothing.
pub(super) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let number = Number::deserialize(deserializer)?;
    if let Some(id) = number.as_u64() {
        return Ok(id);
    }
    match number.as_f64() {
        Some(float) if float.fract() == 0.0 && (0.0..=EXACT).contains(&float) => Ok(float as u64),
        _ => Err(D::Error::custom("not an id")),
    }
}

/// A time in milliseconds. A fraction is rounded: an unanswered keepalive would cost the connection.
pub(super) fn milliseconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let number = Number::deserialize(deserializer)?;
    if let Some(milliseconds) = number.as_i64() {
        return Ok(milliseconds);
    }
    match number.as_f64().map(f64::round) {
        Some(float) if float.abs() <= EXACT => Ok(float as i64),
        _ => Err(D::Error::custom("not a time")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Sample {
        #[serde(deserialize_with = "id", default)]
        id: u64,
        #[serde(deserialize_with = "milliseconds", default)]
        at: i64,
    }

    fn sample(json: &str) -> Option<(u64, i64)> {
        let sample: Sample = serde_json::from_str(json).ok()?;
        Some((sample.id, sample.at))
    }

    #[test]
    fn ids_are_whole() {
        assert_eq!(sample(r#"{"id":4.0}"#), Some((4, 0)));
        assert_eq!(sample(r#"{"id":1e3}"#), Some((1000, 0)));
        assert_eq!(sample(r#"{"id":18446744073709551615}"#), Some((u64::MAX, 0)));
        for bad in [
            "1.5",
            "-1",
            "-1.0",
            "18446744073709551616",
            "1e300",
            "\"1\"",
            "null",
            "true",
        ] {
            assert_eq!(sample(&format!("{{\"id\":{bad}}}")), None, "{bad}");
        }
    }

    #[test]
    fn times_are_rounded() {
        assert_eq!(sample(r#"{"at":1700000000000.4}"#), Some((0, 1_700_000_000_000)));
        assert_eq!(sample(r#"{"at":-1}"#), Some((0, -1)));
        for bad in ["1e300", "\"1\"", "null"] {
            assert_eq!(sample(&format!("{{\"at\":{bad}}}")), None, "{bad}");
        }
    }
}
