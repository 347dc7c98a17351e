//! Exports of calls and chats.

use super::resource;

resource!(
    /// Exports of calls and chats; from [`Client::export_request`](crate::Client::export_request).
    ExportRequests
);
