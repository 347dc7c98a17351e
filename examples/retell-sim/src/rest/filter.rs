//! The filters of the call list, over calls as JSON.

use serde_json::{Map, Value};

use super::ApiError;

/// Conditions that all must hold.
#[derive(Debug, Default)]
pub(super) struct Filter {
    conditions: Vec<(String, Condition)>,
}

#[derive(Debug)]
enum Condition {
    Agents(Vec<Value>),
    Text { op: String, value: String },
    Number { op: String, value: f64 },
    Between(f64, f64),
    OneOf(Vec<Value>),
    Flag(bool),
    Present(bool),
}

impl Filter {
    /// The current form: `{"field": {"type": …, "op": …, "value": …}}`.
    pub(super) fn current(criteria: &Map<String, Value>) -> Result<Self, ApiError> {
        let mut filter = Self::default();
        for (field, condition) in criteria {
            let condition = match (field.as_str(), condition) {
                ("agent", Value::Array(agents)) => {
                    Condition::Agents(agents.iter().map(|agent| agent["agent_id"].clone()).collect())
                }
                (_, Value::Object(condition)) => typed(field, condition)?,
                _ => {
                    return Err(ApiError::bad_request(format!(
                        "filter_criteria.{field} is not a filter this simulator knows"
                    )));
                }
            };
            filter.conditions.push((field.clone(), condition));
        }
        Ok(filter)
    }

    /// The older form: lists of values, and thresholds for times.
    pub(super) fn legacy(criteria: &Map<String, Value>) -> Result<Self, ApiError> {
        let mut filter = Self::default();
        for (field, condition) in criteria {
            let condition = match condition {
                Value::Array(values) => Condition::OneOf(values.clone()),
                Value::Object(range) => Condition::Between(
                    range
                        .get("lower_threshold")
                        .and_then(Value::as_f64)
                        .unwrap_or(f64::MIN),
                    range
                        .get("upper_threshold")
                        .and_then(Value::as_f64)
                        .unwrap_or(f64::MAX),
                ),
                _ => {
                    return Err(ApiError::bad_request(format!(
                        "filter_criteria.{field} must be a list or a range"
                    )));
                }
            };
            filter.conditions.push((field.clone(), condition));
        }
        Ok(filter)
    }

    pub(super) fn accepts(&self, call: &Value) -> bool {
        self.conditions
            .iter()
            .all(|(field, condition)| condition.holds(call, field))
    }
}

impl Condition {
    fn holds(&self, call: &Value, field: &str) -> bool {
        let value = match field {
            "user_sentiment" | "call_successful" | "in_voicemail" => &call["call_analysis"][field],
            _ => &call[field],
        };
        match self {
            Self::Agents(ids) => ids.contains(&call["agent_id"]),
            Self::OneOf(values) => values.contains(value),
            Self::Flag(wanted) => value.as_bool() == Some(*wanted),
            Self::Present(wanted) => value.is_null() != *wanted,
            Self::Between(low, high) => value.as_f64().is_some_and(|n| *low <= n && n <= *high),
            Self::Number { op, value: limit } => value.as_f64().is_some_and(|n| match op.as_str() {
                "eq" => n == *limit,
                "ne" => n != *limit,
                "gt" => n > *limit,
                "ge" => n >= *limit,
                "lt" => n < *limit,
                _ => n <= *limit,
            }),
            Self::Text { op, value: wanted } => {
                let text = value.as_str().unwrap_or_default();
                match op.as_str() {
                    "eq" => text == wanted,
                    "ne" => text != wanted,
                    "sw" => text.starts_with(wanted.as_str()),
                    "ew" => text.ends_with(wanted.as_str()),
                    _ => text.contains(wanted.as_str()),
                }
            }
        }
    }
}

fn typed(field: &str, condition: &Map<String, Value>) -> Result<Condition, ApiError> {
    let text = |name: &str| condition.get(name).and_then(Value::as_str).unwrap_or_default();
    let value = condition.get("value").unwrap_or(&Value::Null);
    let known = match (text("type"), text("op")) {
        ("string", op @ ("eq" | "ne" | "sw" | "ew" | "co")) => value.as_str().map(|value| Condition::Text {
            op: op.to_owned(),
            value: value.to_owned(),
        }),
        ("number", op @ ("eq" | "ne" | "gt" | "ge" | "lt" | "le")) => {
            value.as_f64().map(|value| Condition::Number {
                op: op.to_owned(),
                value,
            })
        }
        ("range", "bt") => match value.as_array().map(Vec::as_slice) {
            Some([low, high]) => low
                .as_f64()
                .zip(high.as_f64())
                .map(|(low, high)| Condition::Between(low, high)),
            _ => None,
        },
        ("enum", "in") => value.as_array().cloned().map(Condition::OneOf),
        ("boolean", "eq") => value.as_bool().map(Condition::Flag),
        ("present", "pr") => Some(Condition::Present(true)),
        ("present", "np") => Some(Condition::Present(false)),
        _ => None,
    };
    known.ok_or_else(|| {
        ApiError::bad_request(format!(
            "filter_criteria.{field} has no type, op and value that go together"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn accepts(criteria: &Value) -> bool {
        let call = json!({
            "call_id": "call_1", "agent_id": "agent_1", "call_status": "ended", "start_timestamp": 1000,
            "call_analysis": { "call_successful": true },
        });
        Filter::current(criteria.as_object().unwrap())
            .unwrap()
            .accepts(&call)
    }

    #[test]
    fn each_kind_of_filter() {
        assert!(accepts(&json!({})));
        assert!(accepts(
            &json!({"agent": [{"agent_id": "agent_0"}, {"agent_id": "agent_1"}]})
        ));
        assert!(!accepts(&json!({"agent": [{"agent_id": "agent_0"}]})));
        assert!(accepts(
            &json!({"call_status": {"type": "enum", "op": "in", "value": ["ended"]}})
        ));
        assert!(accepts(
            &json!({"start_timestamp": {"type": "range", "op": "bt", "value": [1000, 2000]}})
        ));
        assert!(!accepts(
            &json!({"start_timestamp": {"type": "number", "op": "gt", "value": 1000}})
        ));
        assert!(accepts(
            &json!({"call_id": {"type": "string", "op": "sw", "value": "call_"}})
        ));
        assert!(accepts(
            &json!({"call_successful": {"type": "boolean", "op": "eq", "value": true}})
        ));
        assert!(!accepts(
            &json!({"end_timestamp": {"type": "present", "op": "pr"}})
        ));
    }

    #[test]
    fn a_filter_that_cannot_be_understood_is_refused() {
        for criteria in [
            json!({"call_status": "ended"}),
            json!({"call_status": {"type": "enum", "op": "eq"}}),
        ] {
            assert!(Filter::current(criteria.as_object().unwrap()).is_err());
        }
    }
}
