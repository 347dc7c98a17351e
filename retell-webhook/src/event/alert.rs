//! Events of alerting rules.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::decode::{maybe, maybe_default};

/// An event of an alerting rule. Sent once: Retell does not repeat it when it is not answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AlertEvent {
    /// The incident.
    pub alert: Box<Alert>,
    /// When it happened, in milliseconds since the epoch; some deliveries lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_timestamp: Option<i64>,
}

impl AlertEvent {
    /// An event without a time.
    pub fn new(alert: Alert) -> Self {
        Self {
            alert: Box::new(alert),
            event_timestamp: None,
        }
    }
}

/// One incident of an alerting rule.
///
/// Costs are in US cents. A field that Retell sends in a shape of its own is left out rather than the alert.
///
/// Mirrors <https://docs.retellai.com/features/alerting-overview>.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Alert {
    /// The incident; the same when it is triggered and when it is resolved.
    #[serde(default, deserialize_with = "maybe_default")]
    pub alert_incident_id: String,
    /// Whose it is.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub org_id: Option<String>,
    /// The rule.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub alert_rule_id: Option<String>,
    /// Name of the rule.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What is measured, such as `call_count`.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub metric_type: Option<String>,
    /// Which calls are measured, as Retell sends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Value>,
    /// Absolute, or relative to the window before.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub threshold_type: Option<String>,
    /// The limit.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub threshold_value: Option<f64>,
    /// How value and limit are compared, in words or symbols as received; [`Alert::comparison`] reads both.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub comparator: Option<String>,
    /// How often it is measured, as Retell sends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Value>,
    /// Over how long, as Retell sends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Value>,
    /// Who is told by mail.
    #[serde(
        default,
        deserialize_with = "maybe_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub emails: Vec<String>,
    /// Who is told by webhook.
    #[serde(
        default,
        deserialize_with = "maybe_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub webhook_urls: Vec<String>,
    /// What was measured.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub current_value: Option<f64>,
    /// What was measured the time before.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub previous_value: Option<f64>,
    /// When it began, in milliseconds since the epoch.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub triggered_timestamp: Option<i64>,
    /// When it was over, in milliseconds since the epoch.
    #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Option::is_none")]
    pub resolved_timestamp: Option<i64>,
    /// Everything else Retell sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How a value is compared with its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `gt`, `>`.
    Above,
    /// `ge`, `>=`.
    AtLeast,
    /// `lt`, `<`.
    Below,
    /// `le`, `<=`.
    AtMost,
}

impl Alert {
    /// An incident of which no more is known; set the public fields from here.
    pub fn new(alert_incident_id: impl Into<String>) -> Self {
        Self {
            alert_incident_id: alert_incident_id.into(),
            ..Self::default()
        }
    }

    /// How value and limit are compared, if it is in one of the documented ways.
    pub fn comparison(&self) -> Option<Comparison> {
        Some(match self.comparator.as_deref()? {
            "gt" | ">" => Comparison::Above,
            "ge" | ">=" => Comparison::AtLeast,
            "lt" | "<" => Comparison::Below,
            "le" | "<=" => Comparison::AtMost,
            _ => return None,
        })
    }
}

// Mail addresses and webhook URLs, which may hold secrets, stay out.
impl std::fmt::Debug for Alert {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Alert")
            .field("alert_incident_id", &self.alert_incident_id)
            .field("alert_rule_id", &self.alert_rule_id)
            .field("metric_type", &self.metric_type)
            .field("current_value", &self.current_value)
            .field("threshold_value", &self.threshold_value)
            .finish_non_exhaustive()
    }
}
