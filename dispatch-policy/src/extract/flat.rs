//! Facts as a flat map with the keys of the case files.

use serde_json::{Map, Value, json};

use crate::facts::{Act, Facts, Found, Understanding};

impl Facts {
    /// The facts as flat keys (`location.city`, `eta_minutes`, ...) in their normal forms; what was not said
    /// is absent.
    #[must_use]
    pub fn to_flat(&self) -> Map<String, Value> {
        let mut map = Map::new();
        let mut put = |key: &str, value: Value| {
            if !value.is_null() {
                map.insert(key.to_owned(), value);
            }
        };
        put("driver_status", plain(self.driver_status.as_ref()));
        if let Some(found) = &self.location {
            let l = &found.value;
            put("location.text", json!(l.text));
            put("location.highway", json!(l.highway));
            put("location.direction", json!(l.direction));
            put("location.mile_marker", l.mile_marker.map_or(Value::Null, number));
            put("location.exit", json!(l.exit));
            put("location.city", json!(l.city));
            put("location.state", json!(l.state));
            put("location.facility", json!(l.facility));
        }
        put(
            "remaining_miles",
            self.remaining_miles
                .as_ref()
                .map_or(Value::Null, |f| number(f.value)),
        );
        if let Some(found) = &self.eta {
            put("eta", json!(found.value.text));
            put("eta_minutes", json!(found.value.minutes));
            put("eta_at", json!(found.value.at.as_ref().map(instant)));
            if found.value.vague {
                put("eta_vague", json!(true));
            }
        }
        put("delay_reason", plain(self.delay_reason.as_ref()));
        put("delay_minutes", plain(self.delay_minutes.as_ref()));
        put("unloading_status", plain(self.unloading_status.as_ref()));
        put("door", plain(self.door.as_ref()));
        put("lumper", plain(self.lumper.as_ref()));
        put("detention", plain(self.detention.as_ref()));
        put("wait_minutes", plain(self.wait_minutes.as_ref()));
        put("pod_ack", plain(self.pod_ack.as_ref()));
        if let Some(found) = &self.emergency {
            put("emergency_type", json!(found.value.kind));
            put("emergency_tier", json!(found.value.tier));
        }
        put("safe", plain(self.safe.as_ref()));
        put("injuries", plain(self.injuries.as_ref()));
        put("load_secure", plain(self.load_secure.as_ref()));
        put(
            "reefer_temp_f",
            self.reefer_temp_f
                .as_ref()
                .map_or(Value::Null, |f| number(f.value)),
        );
        put(
            "hos_remaining_minutes",
            plain(self.hos_remaining_minutes.as_ref()),
        );
        if let Some(found) = &self.callback {
            put("callback_minutes", json!(found.value.minutes));
            put("callback_at", json!(found.value.at.as_ref().map(instant)));
        }
        put("language", plain(self.language.as_ref()));
        if !self.notes.is_empty() {
            put("notes", json!(self.notes));
        }
        map
    }
}

impl Understanding {
    /// The facts as flat keys, with `acts` and `wants_human`.
    #[must_use]
    pub fn to_flat(&self) -> Map<String, Value> {
        let mut map = self.facts.to_flat();
        map.insert("acts".to_owned(), json!(self.acts));
        if self.acts.contains(&Act::HumanRequest) {
            map.insert("wants_human".to_owned(), json!(true));
        }
        map
    }
}

fn plain<T: serde::Serialize>(found: Option<&Found<T>>) -> Value {
    found.map_or(Value::Null, |f| json!(f.value))
}

/// Whole numbers without a fraction.
fn number(n: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and small")]
    if n.fract() == 0.0 && n.abs() < 1e15 {
        json!(n as i64)
    } else {
        json!(n)
    }
}

/// RFC 3339, without the name of the time zone.
fn instant(at: &jiff::Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Emergency, EmergencyTier, EmergencyType, Location};

    #[test]
    fn only_what_was_said_is_there() {
        assert!(Facts::default().to_flat().is_empty());
        let facts = Facts {
            location: Some(Found {
                value: Location {
                    mile_marker: Some(212.0),
                    ..Location::default()
                },
                words: "mile marker two twelve".to_owned(),
                rule: "test".to_owned(),
            }),
            emergency: Some(Found {
                value: Emergency {
                    kind: EmergencyType::Breakdown,
                    tier: EmergencyTier::High,
                },
                words: "blowout".to_owned(),
                rule: "test".to_owned(),
            }),
            ..Facts::default()
        };
        let map = facts.to_flat();
        assert_eq!(map["location.mile_marker"], json!(212));
        assert_eq!(map["emergency_tier"], json!("high"));
        assert!(!map.contains_key("location.city"));
    }
}
