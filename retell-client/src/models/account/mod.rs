//! The account: concurrency, identity, exports.

use crate::models::macros::{model, open_enum};

model! {
    /// How many calls may go on at once, and do.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-concurrency>.
    Concurrency shows(current_concurrency, concurrency_limit, concurrency_burst_limit) {
        ..
        /// Calls that come with the account.
        base_concurrency: Option<i64>,
        /// Whether calls beyond the limit are let through at a surcharge.
        concurrency_burst_enabled: Option<bool>,
        /// Limit with those; 0 when they are not let through.
        concurrency_burst_limit: Option<i64>,
        /// Base and purchased together.
        concurrency_limit: Option<i64>,
        /// How many may be purchased in all.
        concurrency_purchase_limit: Option<i64>,
        /// Calls that go on now.
        current_concurrency: Option<i64>,
        /// Calls purchased on top.
        purchased_concurrency: Option<i64>,
        /// How many may still be purchased.
        remaining_purchase_limit: Option<i64>,
        /// Calls of the limit that outbound calls may not use.
        reserved_inbound_concurrency: Option<i64>,
    }
}

model! {
    /// Whose key it is.
    Identity shows(org_id) {
        /// Name of the key; null if it has none.
        api_key_name: Option<String>,
        /// The organisation.
        org_id: String,
        /// Its name.
        org_name: String,
        ..
    }
}

model! {
    /// An export of calls or chats.
    ExportRequest shows(export_request_id, channel, status, created_timestamp) {
        ..
        /// What is exported.
        channel: Option<ExportChannel>,
        /// Milliseconds since the epoch.
        created_timestamp: Option<i64>,
        /// The export.
        export_request_id: Option<String>,
        /// How far it has come.
        status: Option<ExportStatus>,
        /// Time zone of the times in it.
        timezone: Option<String>,
        /// Where the file is, once it is completed. Whoever has the address has the file.
        url: Option<String>,
    }
}

open_enum! {
    /// What an export is of.
    ExportChannel {
        /// Calls.
        Call = "call",
        /// Chats.
        Chat = "chat",
    }
}

open_enum! {
    /// How far an export has come.
    ExportStatus {
        /// Not begun.
        Created = "created",
        /// Being made.
        Processing = "processing",
        /// The file is there.
        Completed = "completed",
        /// It failed.
        Error = "error",
    }
}
