//! Exports of calls and chats.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{ExportRequest, PageParams},
};

resource!(
    /// Exports of calls and chats; from [`Client::export_request`](crate::Client::export_request).
    ExportRequests
);

impl ExportRequests<'_> {
    /// Exports asked for in the dashboard, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-export-requests>.
    pub fn list(&self, page: &PageParams) -> ListRequest<ExportRequest> {
        Request::<Page<_>>::get(
            self.client,
            "export_request.list",
            "/v2/list-export-requests",
            &[],
        )
        .query(page)
        .pages(Cursor::Query)
    }
}
