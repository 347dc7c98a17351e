//! Pages of lists.

use super::{SortOrder, macros::model};

model! {
    /// Which page of a list, and how large. `default()` is the first, in Retell's size and order.
    PageParams {
        ..
        /// Items a page.
        limit: Option<i64>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
        /// Order by time.
        sort_order: Option<SortOrder>,
    }
}

model! {
    /// Which page of a list whose order cannot be chosen, and how large. `default()` is the first, in Retell's size.
    CursorParams {
        ..
        /// Items a page.
        limit: Option<i64>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
    }
}
