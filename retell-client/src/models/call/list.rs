//! What is sent to list calls: order, size and filters.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::models::{
    AgentId, CallId, CallStatus, CallType, Direction, DisconnectionReason, SortOrder, UserSentiment,
    macros::quiet_debug,
};

/// Which calls to list, in what order, how many a page.
///
/// ```
/// use retell_client::models::{CallFilter, CallStatus, ListCalls};
///
/// let ended_this_week = ListCalls::new()
///     .filter(CallFilter::new().agent("agent_1").call_status([CallStatus::Ended]))
///     .limit(100);
/// ```
///
/// Mirrors <https://docs.retellai.com/api-references/list-calls>.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListCalls {
    /// Which calls; all conditions must hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<CallFilter>,
    /// Calls a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Where to go on; from the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pagination_key: Option<String>,
    /// Calls to pass over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skip: Option<u32>,
    /// Order by start; Retell's default is newest first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<SortOrder>,
    /// Count all matches, which is costly for Retell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub include_total: Option<bool>,
}

impl ListCalls {
    /// All calls, in Retell's order and page size.
    pub fn new() -> Self {
        Self::default()
    }

    /// Which calls.
    #[must_use]
    pub fn filter(mut self, filter: CallFilter) -> Self {
        self.filter_criteria = Some(filter);
        self
    }

    /// Calls a page.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Where to go on.
    #[must_use]
    pub fn pagination_key(mut self, key: impl Into<String>) -> Self {
        self.pagination_key = Some(key.into());
        self
    }

    /// Order by start.
    #[must_use]
    pub fn sort_order(mut self, order: SortOrder) -> Self {
        self.sort_order = Some(order);
        self
    }

    /// Ask for the number of all matches.
    #[must_use]
    pub fn include_total(mut self) -> Self {
        self.include_total = Some(true);
        self
    }
}

/// Conditions on calls; all must hold. The same filter must be given for every page.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CallFilter {
    /// Any of these agents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agent: Vec<AgentFilter>,
    /// Any of these calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_id: Option<AnyOf<CallId>>,
    /// Any of these states. Retell cannot filter by [`CallStatus::Registered`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_status: Option<AnyOf<CallStatus>>,
    /// Any of these types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_type: Option<AnyOf<CallType>>,
    /// Any of these directions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<AnyOf<Direction>>,
    /// Any of these reasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disconnection_reason: Option<AnyOf<DisconnectionReason>>,
    /// Any of these moods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_sentiment: Option<AnyOf<UserSentiment>>,
    /// When it began, in milliseconds since the epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_timestamp: Option<NumberFilter>,
    /// When it ended, in milliseconds since the epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_timestamp: Option<NumberFilter>,
    /// Length in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<NumberFilter>,
    /// Any other condition, by its wire name, in the form Retell documents.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, Value>,
}

impl CallFilter {
    /// No condition.
    pub fn new() -> Self {
        Self::default()
    }

    /// Calls of this agent, in any version; repeat for several agents.
    #[must_use]
    pub fn agent(mut self, agent_id: impl Into<AgentId>) -> Self {
        self.agent.push(AgentFilter {
            agent_id: agent_id.into(),
            version: Vec::new(),
        });
        self
    }

    /// Any of these calls.
    #[must_use]
    pub fn call_id(mut self, ids: impl IntoIterator<Item = CallId>) -> Self {
        self.call_id = Some(AnyOf::new(ids));
        self
    }

    /// Any of these states.
    #[must_use]
    pub fn call_status(mut self, states: impl IntoIterator<Item = CallStatus>) -> Self {
        self.call_status = Some(AnyOf::new(states));
        self
    }

    /// Any of these types.
    #[must_use]
    pub fn call_type(mut self, types: impl IntoIterator<Item = CallType>) -> Self {
        self.call_type = Some(AnyOf::new(types));
        self
    }

    /// Any of these reasons.
    #[must_use]
    pub fn disconnection_reason(mut self, reasons: impl IntoIterator<Item = DisconnectionReason>) -> Self {
        self.disconnection_reason = Some(AnyOf::new(reasons));
        self
    }

    /// When it began.
    #[must_use]
    pub fn start_timestamp(mut self, filter: NumberFilter) -> Self {
        self.start_timestamp = Some(filter);
        self
    }

    /// When it ended.
    #[must_use]
    pub fn end_timestamp(mut self, filter: NumberFilter) -> Self {
        self.end_timestamp = Some(filter);
        self
    }

    /// Any other condition, by its wire name, in the form Retell documents.
    #[must_use]
    pub fn other(mut self, name: impl Into<String>, condition: impl Into<Value>) -> Self {
        self.extra.insert(name.into(), condition.into());
        self
    }
}

// Conditions may hold telephone numbers.
quiet_debug!(CallFilter {
    agent,
    call_status,
    call_type,
    direction,
    disconnection_reason,
    start_timestamp,
    end_timestamp,
});

/// An agent to filter by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AgentFilter {
    /// The agent.
    pub agent_id: AgentId,
    /// Only these versions; empty is all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub version: Vec<i64>,
}

/// "Is any of these values."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnyOf<T> {
    #[serde(rename = "type")]
    kind: EnumTag,
    op: InTag,
    /// The values.
    pub value: Vec<T>,
}

impl<T> AnyOf<T> {
    /// Any of `values`.
    pub fn new(values: impl IntoIterator<Item = T>) -> Self {
        Self {
            kind: EnumTag::Enum,
            op: InTag::In,
            value: values.into_iter().collect(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum EnumTag {
    Enum,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum InTag {
    In,
}

/// A condition on a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[non_exhaustive]
pub enum NumberFilter {
    /// Compared with one value.
    Number {
        /// `eq`, `ne`, `gt`, `ge`, `lt` or `le`.
        op: String,
        /// The value.
        value: i64,
    },
    /// Between two values.
    Range {
        /// `bt`.
        op: String,
        /// Lower and upper bound.
        value: (i64, i64),
    },
}

impl NumberFilter {
    /// At least `value`.
    pub fn at_least(value: i64) -> Self {
        Self::number("ge", value)
    }

    /// At most `value`.
    pub fn at_most(value: i64) -> Self {
        Self::number("le", value)
    }

    /// From `low` to `high`.
    pub fn between(low: i64, high: i64) -> Self {
        Self::Range {
            op: "bt".to_owned(),
            value: (low, high),
        }
    }

    fn number(op: &str, value: i64) -> Self {
        Self::Number {
            op: op.to_owned(),
            value,
        }
    }
}

/// Calls by the older list, whose filters differ; give them in the form Retell documented for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ListCallsV2 {
    /// Conditions, in the older form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter_criteria: Option<Value>,
    /// Calls a page: Retell's default is 50, its maximum 1000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// Id of the last call of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pagination_key: Option<String>,
    /// Order by start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<SortOrder>,
}

impl ListCallsV2 {
    /// All calls, in Retell's order and page size.
    pub fn new() -> Self {
        Self::default()
    }

    /// Conditions, in the older form.
    #[must_use]
    pub fn filter(mut self, criteria: impl Into<Value>) -> Self {
        self.filter_criteria = Some(criteria.into());
        self
    }

    /// Calls a page.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Id of the last call of the page before.
    #[must_use]
    pub fn pagination_key(mut self, last: impl Into<String>) -> Self {
        self.pagination_key = Some(last.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn filters_have_the_documented_form() {
        let list = ListCalls::new()
            .filter(
                CallFilter::new()
                    .agent("a1")
                    .call_id(["c1".into()])
                    .call_status([CallStatus::Ended])
                    .disconnection_reason([DisconnectionReason::DialBusy])
                    .start_timestamp(NumberFilter::between(1, 2))
                    .end_timestamp(NumberFilter::at_least(3))
                    .other("to_number", json!({"type":"string","op":"eq","value":"+1"})),
            )
            .limit(100)
            .sort_order(SortOrder::Descending);
        let wire = json!({
            "filter_criteria": {
                "agent": [{"agent_id":"a1"}],
                "call_id": {"type":"enum","op":"in","value":["c1"]},
                "call_status": {"type":"enum","op":"in","value":["ended"]},
                "disconnection_reason": {"type":"enum","op":"in","value":["dial_busy"]},
                "start_timestamp": {"type":"range","op":"bt","value":[1,2]},
                "end_timestamp": {"type":"number","op":"ge","value":3},
                "to_number": {"type":"string","op":"eq","value":"+1"}
            },
            "limit": 100,
            "sort_order": "descending"
        });
        assert_eq!(serde_json::to_value(&list).unwrap(), wire);
        assert_eq!(serde_json::from_value::<ListCalls>(wire).unwrap(), list);
    }
}
