//! Batches of calls.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::models::{
    AgentId, AgentOverride, AgentVersion, BatchCallId, Nullable, Number, PhoneNumber, lenient,
    macros::{model, open_enum},
    variables::dynamic_variables,
};

model! {
    /// Calls to be made one after the other, as concurrency allows.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-batch-call>.
    CreateBatchCall shows(name, trigger_timestamp, reserved_concurrency) {
        /// The number calling.
        from_number: PhoneNumber,
        /// Whom to call.
        tasks: Vec<BatchCallTask>,
        ..
        /// When calls may be made.
        call_time_window: Option<CallTimeWindow>,
        /// Name in the dashboard.
        name: Option<String>,
        /// Calls of the limit left for others.
        reserved_concurrency: Option<i64>,
        /// When to begin, in milliseconds since the epoch; left out it is now.
        trigger_timestamp: Option<Number>,
    }
}

model! {
    /// One call of a batch.
    BatchCallTask shows(override_agent_id, override_agent_version) {
        /// The number called.
        to_number: PhoneNumber,
        ..
        /// Settings for this call only.
        agent_override: Option<AgentOverride>,
        /// SIP headers; custom telephony only.
        custom_sip_headers: Option<BTreeMap<String, String>>,
        /// Take numbers that are not in E.164; custom telephony only. See [`PhoneNumber::unchecked`].
        ignore_e164_validation: Option<bool>,
        /// Anything to find on the call later, up to 50 kB.
        metadata: Nullable<Value>,
        /// Agent for this call only; otherwise the number's outbound agent.
        override_agent_id: Option<AgentId>,
        /// Its version.
        override_agent_version: Option<AgentVersion>,
        /// Variables for the agent.
        #[serde(deserialize_with = "lenient::string_map")]
        retell_llm_dynamic_variables: Option<BTreeMap<String, String>>,
    }
}
dynamic_variables!(BatchCallTask);

model! {
    /// When calls of a batch may be made.
    CallTimeWindow shows(windows, day, timezone) {
        /// Times of day, in any number.
        windows: Vec<TimeWindow>,
        ..
        /// Days of the week; left out it is every day.
        day: Option<Vec<Weekday>>,
        /// Time zone; left out it is `America/Los_Angeles`.
        timezone: Option<String>,
    }
}

model! {
    /// A time of day, in minutes after midnight.
    TimeWindow shows(start, end) {
        /// Its beginning.
        start: Number,
        /// Its end.
        end: Number,
        ..
    }
}

open_enum! {
    /// A day of the week.
    Weekday {
        /// Monday.
        Monday = "Monday",
        /// Tuesday.
        Tuesday = "Tuesday",
        /// Wednesday.
        Wednesday = "Wednesday",
        /// Thursday.
        Thursday = "Thursday",
        /// Friday.
        Friday = "Friday",
        /// Saturday.
        Saturday = "Saturday",
        /// Sunday.
        Sunday = "Sunday",
    }
}

model! {
    /// A batch as just created.
    BatchCall shows(batch_call_id, name, scheduled_timestamp, total_task_count) {
        /// The batch.
        batch_call_id: BatchCallId,
        ..
        /// The number calling.
        from_number: Option<String>,
        /// Name in the dashboard.
        name: Option<String>,
        /// When it begins, in milliseconds since the epoch.
        scheduled_timestamp: Option<Number>,
        /// How many calls it has.
        total_task_count: Option<Number>,
        /// When calls may be made.
        call_time_window: Option<CallTimeWindow>,
    }
}
