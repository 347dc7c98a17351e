//! Settings of an agent.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An agent: the voice at Retell and how it works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Agent {
    /// Our id.
    pub id: String,
    /// Retell's id; null when not connected yet.
    #[schema(required)]
    pub provider_agent_id: Option<String>,
    /// What people here call it.
    pub name: String,
    /// On whose behalf it calls.
    pub company_name: String,
    /// IANA time zone for spoken times.
    pub timezone: String,
    /// Where emergencies and requests for a person are transferred, E.164.
    #[schema(required)]
    pub transfer_number: Option<String>,
    /// Silence before the agent speaks again.
    pub reminder_trigger_ms: u32,
    /// How often it speaks into silence; at least 3, the third ends the call.
    pub reminder_max_count: u32,
    /// Whether calls that name no agent use this one.
    pub is_default: bool,
    /// When the settings last changed.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// Every agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Agents {
    /// The default agent first, then by name.
    pub items: Vec<Agent>,
}

/// The settings that can be changed; all of them are replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentSettings {
    /// Retell's id of the agent; left out keeps it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_agent_id: Option<String>,
    /// 1 to 120 characters.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// 1 to 120 characters.
    #[schema(min_length = 1, max_length = 120)]
    pub company_name: String,
    /// IANA name, for example `America/Chicago`.
    pub timezone: String,
    /// E.164, or null for none.
    #[serde(default)]
    pub transfer_number: Option<String>,
    /// 1000 to 60000.
    #[schema(minimum = 1000, maximum = 60000)]
    pub reminder_trigger_ms: u32,
    /// 3 to 10.
    #[schema(minimum = 3, maximum = 10)]
    pub reminder_max_count: u32,
}

/// Whether the agent at Retell is wired to this server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Wiring {
    /// Whether every check passed.
    pub ok: bool,
    /// One entry per check.
    pub checks: Vec<WiringCheck>,
}

/// One check of the wiring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WiringCheck {
    /// What was checked.
    pub name: String,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What was found and what to do.
    pub detail: String,
}

/// Silence before the agent speaks again, until somebody changes it.
pub(crate) const REMINDER_TRIGGER_MS: u32 = 10_000;
/// Two check-ins and a goodbye.
pub(crate) const REMINDER_MAX_COUNT: u32 = 3;

impl AgentSettings {
    /// Settings of an agent that was first seen in a report.
    pub(crate) fn unknown(provider_agent_id: Option<&str>) -> Self {
        Self {
            provider_agent_id: provider_agent_id.map(str::to_owned),
            name: provider_agent_id.map_or_else(|| "Agent".to_owned(), |id| format!("Agent {id}")),
            company_name: "Dispatch".to_owned(),
            timezone: "America/Chicago".to_owned(),
            transfer_number: None,
            reminder_trigger_ms: REMINDER_TRIGGER_MS,
            reminder_max_count: REMINDER_MAX_COUNT,
        }
    }
}
