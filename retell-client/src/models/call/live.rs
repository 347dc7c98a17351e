//! Calls while they go on, and changes afterwards.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::models::{AttributeValue, DataStorageSetting, IceServer, Nullable, Transport, macros::model};

model! {
    /// Changes to a call that is over, or to what is kept of it.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-call>.
    UpdateCall shows(data_storage_setting) {
        ..
        /// Attributes by name. One not defined in the dashboard is dropped without a word.
        custom_attributes: Option<BTreeMap<String, AttributeValue>>,
        /// What Retell keeps; it can only be made stricter.
        data_storage_setting: Option<DataStorageSetting>,
        /// Anything, up to 50 kB; replaces what was there.
        metadata: Nullable<Value>,
    }
}

model! {
    /// Changes to a call that goes on.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-live-call>.
    UpdateLiveCall shows(call_control, fields_to_override) {
        ..
        /// What the agent is told.
        call_control: Option<CallControl>,
        /// What is replaced on the call.
        fields_to_override: Option<LiveOverrides>,
    }
}

model! {
    /// What an agent is told in the middle of a call.
    CallControl shows(trigger_response) {
        ..
        /// Text for the agent to know from now on; not empty.
        additional_context: Option<String>,
        /// Have the agent speak now. Only `true` does anything, and nothing happens while somebody speaks.
        trigger_response: Option<bool>,
    }
}

model! {
    /// What is replaced on a call that goes on.
    LiveOverrides shows(data_storage_setting) {
        ..
        /// What Retell keeps; it can only be made stricter.
        data_storage_setting: Option<DataStorageSetting>,
        /// Anything, up to 50 kB.
        metadata: Nullable<Value>,
        /// Variables that hold over all others; null forgets them.
        override_dynamic_variables: Nullable<BTreeMap<String, String>>,
    }
}

model! {
    /// Who takes a call over.
    TakeOverCall {
        /// The listener, from [`LiveListener::participant_id`].
        participant_id: String,
        ..
    }
}

model! {
    /// What a listener needs to join a call that goes on.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/listen-live-call>.
    LiveListener shows(transport, expires_at) {
        /// The listener's token. A secret.
        access_token: String,
        /// When the token expires, in milliseconds since the epoch.
        expires_at: i64,
        /// The listener, to be named when taking the call over.
        participant_id: String,
        /// The room the call is in.
        room_name: String,
        ..
        /// Address of the gateway.
        gateway_ip: Option<String>,
        /// Servers to connect through.
        ice_servers: Option<Vec<IceServer>>,
        /// How to connect; left out it is `LiveKit`.
        transport: Option<Transport>,
        /// Where to connect; `LiveKit` only.
        url: Option<String>,
    }
}

model! {
    /// Whether it was done.
    Success shows(success) {
        /// Whether it was done.
        success: bool,
        ..
    }
}
