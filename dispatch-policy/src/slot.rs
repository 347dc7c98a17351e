//! What can be asked for.

use serde::{Deserialize, Serialize};

/// A topic the agent can ask about: the `asked` tag of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Slot {
    /// How the trip is going.
    Status,
    /// Where the truck is.
    Location,
    /// When it will arrive.
    Eta,
    /// Why it is late.
    DelayReason,
    /// How the unloading stands, asked as a whole.
    Unloading,
    /// Which door or dock.
    Door,
    /// Whether a lumper is waited for.
    Lumper,
    /// Whether the driver is on detention.
    Detention,
    /// The reminder about the proof of delivery.
    Pod,
    /// Emergency: is the driver safe.
    Safety,
    /// Emergency: is anyone hurt.
    Injuries,
    /// Emergency: where.
    EmergencyLocation,
    /// Emergency: is the load secure.
    LoadSecure,
    /// The read-back, or a confirmation of one value.
    Confirm,
    /// Is this the right person.
    Identity,
    /// When to call back.
    Callback,
    /// Is there anything else.
    AnythingElse,
}

impl Slot {
    /// The tag as it is written on the wire and in case files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Location => "location",
            Self::Eta => "eta",
            Self::DelayReason => "delay_reason",
            Self::Unloading => "unloading",
            Self::Door => "door",
            Self::Lumper => "lumper",
            Self::Detention => "detention",
            Self::Pod => "pod",
            Self::Safety => "safety",
            Self::Injuries => "injuries",
            Self::EmergencyLocation => "emergency_location",
            Self::LoadSecure => "load_secure",
            Self::Confirm => "confirm",
            Self::Identity => "identity",
            Self::Callback => "callback",
            Self::AnythingElse => "anything_else",
        }
    }
}
