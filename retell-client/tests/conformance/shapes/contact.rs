use retell_client::{Page, models::*};

shapes! {
    "BackfillCallFilter" => BackfillCallFilter,
    "ContactBackfillAnalysisDataParams" => BackfillAnalysisData,
    "ContactCall" => ContactConversation,
    "ContactChat" => ContactConversation,
    "ContactConversation" => ContactConversation,
    "ContactCreateImportParams" => CreateContactImport,
    "ContactCreateParams" => CreateContact,
    "ContactFilterCriteria" => ContactFilter,
    "ContactListConversationsResponse" => Page<ContactConversation>,
    "ContactListParams" => ListContacts,
    "ContactListResponse" => Page<Contact>,
    "ContactResponse" => Contact,
    "ContactTag" => ContactTag,
    "ContactUpdateParams" => UpdateContact,
    "ContactUploadImportFileResponse" => ContactImportFile,
    "ExternalIdFilter" => ExternalIdFilter,
}

enums! {
    "SortOrderShort" => ContactOrder,
}
