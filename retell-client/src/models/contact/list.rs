//! Which contacts to list.

use crate::models::{
    AnyOf, BooleanFilter, ContactId, ExternalIdFilter, KeyedFilter, Number, NumberFilter, StringFilter,
    macros::{model, open_enum},
};

open_enum! {
    /// Order of contacts by time.
    ContactOrder {
        /// Oldest first.
        Ascending = "asc",
        /// Newest first.
        Descending = "desc",
    }
}

model! {
    /// Which contacts to list, in what order, how many a page.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-contacts>.
    ListContacts shows(limit, skip, sort_order) {
        ..
        /// Contacts to leave out, at most 1,000.
        excluded_contact_ids: Option<Vec<ContactId>>,
        /// Which contacts; all conditions must hold.
        filter_criteria: Option<ContactFilter>,
        /// Contacts a page.
        limit: Option<Number>,
        /// Where to go on; from the page before.
        pagination_key: Option<String>,
        /// Part of a name or number.
        search_query: Option<String>,
        /// Contacts to pass over.
        skip: Option<Number>,
        /// Order by time.
        sort_order: Option<ContactOrder>,
    }
}

model! {
    /// Conditions on contacts; all must hold. The same filter must be given for every page. A condition newer than this
    /// crate goes into `extra`.
    ContactFilter shows(do_not_call, last_conversation_timestamp) {
        ..
        /// The contact itself.
        contact_id: Option<StringFilter>,
        /// Any of these tags, by id.
        contact_tag_ids: Option<AnyOf>,
        /// Further fields, by name.
        custom_fields: Option<Vec<KeyedFilter>>,
        /// Whether never to be called.
        do_not_call: Option<BooleanFilter>,
        /// Id at the CRM.
        external_id: Option<ExternalIdFilter>,
        /// When this person was last talked to, in milliseconds since the epoch.
        last_conversation_timestamp: Option<NumberFilter>,
        /// The number.
        phone_number: Option<StringFilter>,
    }
}
