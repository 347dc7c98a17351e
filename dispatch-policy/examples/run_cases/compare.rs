//! Value forms of the case files: scalars, `null`, `any_of`, `none_of`, `between`, `contains`.

use jiff::Timestamp;
use serde_json::Value;

/// Whether `got` (absent: `None`) is what `want` asks for under `key`.
pub(crate) fn matches(key: &str, want: &Value, got: Option<&Value>) -> bool {
    let got = got.filter(|v| !v.is_null());
    if let Some(form) = want.as_object() {
        return form.iter().all(|(name, arg)| match name.as_str() {
            "any_of" => list(arg).iter().any(|one| matches(key, one, got)),
            "none_of" => got.is_none() || !list(arg).iter().any(|one| matches(key, one, got)),
            "between" => got.is_some_and(|v| between(v, arg)),
            "contains" => got.and_then(Value::as_str).is_some_and(|text| {
                let text = text.to_lowercase();
                list(arg)
                    .iter()
                    .filter_map(Value::as_str)
                    .all(|part| text.contains(&part.to_lowercase()))
            }),
            _ => false,
        });
    }
    if want.is_null() {
        return got.is_none_or(|v| {
            v == "N/A"
                || (key == "delay_reason" && v == "None")
                || (matches!(key, "wants_human" | "eta_vague") && v == &Value::Bool(false))
        });
    }
    got.is_some_and(|v| equal(key, want, v))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn between(value: &Value, range: &Value) -> bool {
    let [low, high] = list(range) else { return false };
    if let (Some(v), Some(l), Some(h)) = (value.as_f64(), low.as_f64(), high.as_f64()) {
        return v >= l && v <= h;
    }
    match (instant(value), instant(low), instant(high)) {
        (Some(v), Some(l), Some(h)) => v >= l && v <= h,
        _ => false,
    }
}

fn instant(value: &Value) -> Option<Timestamp> {
    value.as_str()?.parse().ok()
}

fn equal(key: &str, want: &Value, got: &Value) -> bool {
    if let (Some(a), Some(b)) = (want.as_f64(), got.as_f64()) {
        return (a - b).abs() < 1e-6;
    }
    if let (Some(a), Some(b)) = (want.as_str(), got.as_str()) {
        if let (Some(a), Some(b)) = (instant(want), instant(got)) {
            return a.as_second().div_euclid(60) == b.as_second().div_euclid(60);
        }
        return if key == "location.city" {
            town(a) == town(b)
        } else {
            a == b
        };
    }
    // "true" and true are the same for the acknowledgement.
    match (want, got) {
        (Value::String(s), Value::Bool(b)) | (Value::Bool(b), Value::String(s)) => *s == b.to_string(),
        _ => want == got,
    }
}

/// A town without case, dots and hyphens; "Saint" is "St".
fn town(name: &str) -> String {
    name.to_lowercase()
        .replace('.', "")
        .replace('-', " ")
        .split_whitespace()
        .map(|w| if w == "saint" { "st" } else { w })
        .collect::<Vec<_>>()
        .join(" ")
}
