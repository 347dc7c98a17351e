//! Contacts: the people agents talk to.

mod contact_object;
mod conversation;
mod import;
mod list;

pub use contact_object::{Contact, ContactId, ContactTag, CreateContact, UpdateContact};
pub use conversation::{ContactCall, ContactChat, ContactConversation};
pub use import::{
    BackfillAnalysisData, BackfillCallFilter, ContactImportFile, CreateContactImport, ImportFileId,
};
pub use list::{ContactFilter, ContactOrder, ListContacts};
