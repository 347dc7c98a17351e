//! Contacts.

use super::resource;
use crate::{
    ListRequest, Page, Request, Upload,
    list::Cursor,
    models::{
        BackfillAnalysisData, Contact, ContactConversation, ContactId, ContactImportFile, CreateContact,
        CreateContactImport, CursorParams, ListContacts, PhoneNumber, SyncJob, UpdateContact,
    },
    upload::Form,
};

resource!(
    /// Methods on contacts; from [`Client::contact`](crate::Client::contact).
    Contacts
);

impl Contacts<'_> {
    /// Makes a contact.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-contact>.
    pub fn create(&self, contact: &CreateContact) -> Request<Contact> {
        Request::post(self.client, "contact.create", "/create-contact", &[]).json(contact)
    }

    /// Changes a contact; what is left out keeps its setting.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-contact>.
    pub fn update(&self, contact_id: impl Into<ContactId>, changes: &UpdateContact) -> Request<Contact> {
        let id = contact_id.into();
        let path = "/update-contact/{contact_id}";
        Request::patch(self.client, "contact.update", path, &[id.as_str()]).json(changes)
    }

    /// Contacts, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-contacts>.
    pub fn list(&self, list: &ListContacts) -> ListRequest<Contact> {
        Request::<Page<_>>::post(self.client, "contact.list", "/list-contacts", &[])
            .json(list)
            .pages(Cursor::Body)
    }

    /// Deletes a contact.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-contact>.
    pub fn delete(&self, contact_id: impl Into<ContactId>) -> Request<()> {
        let id = contact_id.into();
        let path = "/delete-contact/{contact_id}";
        Request::delete(self.client, "contact.delete", path, &[id.as_str()]).no_content()
    }

    /// Fills in contacts from calls there were. How far it has come:
    /// [`get_backfill_job_status`](Self::get_backfill_job_status).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/backfill-contact-analysis-data>.
    pub fn backfill_analysis_data(&self, what: &BackfillAnalysisData) -> Request<SyncJob> {
        let path = "/backfill-contact-analysis-data";
        Request::post(self.client, "contact.backfill_analysis_data", path, &[]).json(what)
    }

    /// Imports contacts from a file that was [uploaded](Self::upload_import_file). How far it has come:
    /// [`get_import`](Self::get_import).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-contact-import>.
    pub fn create_import(&self, import: &CreateContactImport) -> Request<SyncJob> {
        Request::post(
            self.client,
            "contact.create_import",
            "/create-contact-import",
            &[],
        )
        .json(import)
    }

    /// One contact.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-contact>.
    pub fn get(&self, contact_id: impl Into<ContactId>) -> Request<Contact> {
        let id = contact_id.into();
        Request::get(
            self.client,
            "contact.get",
            "/get-contact/{contact_id}",
            &[id.as_str()],
        )
    }

    /// How far filling in contacts has come.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-backfill-contact-job-status>.
    pub fn get_backfill_job_status(&self) -> Request<SyncJob> {
        let path = "/get-backfill-contact-job-status";
        Request::get(self.client, "contact.get_backfill_job_status", path, &[])
    }

    /// The contact with a number.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-contact-by-phone>.
    pub fn get_by_phone(&self, phone_number: &PhoneNumber) -> Request<Contact> {
        let path = "/get-contact-by-phone/{phone_number}";
        Request::get(
            self.client,
            "contact.get_by_phone",
            path,
            &[phone_number.as_str()],
        )
    }

    /// How far the import of contacts has come.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-contact-import>.
    pub fn get_import(&self) -> Request<SyncJob> {
        Request::get(self.client, "contact.get_import", "/get-contact-import", &[])
    }

    /// Calls and chats with a contact, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-contact-conversations>.
    pub fn list_conversations(
        &self,
        contact_id: impl Into<ContactId>,
        page: &CursorParams,
    ) -> ListRequest<ContactConversation> {
        let id = contact_id.into();
        let path = "/list-contact-conversations/{contact_id}";
        Request::<Page<_>>::get(self.client, "contact.list_conversations", path, &[id.as_str()])
            .query(page)
            .pages(Cursor::Query)
    }

    /// Uploads a file of contacts, to be [imported](Self::create_import) next. How an upload is repeated: see
    /// [`Upload`].
    ///
    /// Mirrors <https://docs.retellai.com/api-references/upload-contact-import-file>.
    pub fn upload_import_file(&self, file: &Upload) -> Request<ContactImportFile> {
        let form = Form::default().files("file", [file]);
        let path = "/upload-contact-import-file";
        Request::post(self.client, "contact.upload_import_file", path, &[]).form(form)
    }
}
