//! Telephone numbers.

use super::resource;
use crate::{
    ListRequest, Page, Request,
    list::Cursor,
    models::{AccountNumber, BuyNumber, ImportNumber, PageParams, PhoneNumber, UpdateNumber},
};

resource!(
    /// Telephone numbers; from [`Client::phone_number`](crate::Client::phone_number).
    PhoneNumbers
);

impl PhoneNumbers<'_> {
    /// Buys a number. Never bought twice: see [`Error::submission_unknown`](crate::Error::submission_unknown).
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-phone-number>.
    pub fn create(&self, number: &BuyNumber) -> Request<AccountNumber> {
        Request::post(self.client, "phone_number.create", "/create-phone-number", &[]).json(number)
    }

    /// Imports a number of another provider.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/import-phone-number>.
    pub fn import(&self, number: &ImportNumber) -> Request<AccountNumber> {
        Request::post(self.client, "phone_number.import", "/import-phone-number", &[]).json(number)
    }

    /// One number.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-phone-number>.
    pub fn retrieve(&self, number: &PhoneNumber) -> Request<AccountNumber> {
        Request::get(
            self.client,
            "phone_number.retrieve",
            "/get-phone-number/{phone_number}",
            &[number.as_str()],
        )
    }

    /// Changes a number.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/update-phone-number>.
    pub fn update(&self, number: &PhoneNumber, update: &UpdateNumber) -> Request<AccountNumber> {
        Request::patch(
            self.client,
            "phone_number.update",
            "/update-phone-number/{phone_number}",
            &[number.as_str()],
        )
        .json(update)
    }

    /// Numbers, a page by `await`, all by `.stream()`.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/list-phone-numbers>.
    pub fn list(&self, page: &PageParams) -> ListRequest<AccountNumber> {
        Request::<Page<_>>::get(self.client, "phone_number.list", "/v2/list-phone-numbers", &[])
            .query(page)
            .pages(Cursor::Query)
    }

    /// Legacy: all numbers, by the older list. Deprecated by Retell since 15 June 2026.
    pub fn list_legacy(&self) -> Request<Vec<AccountNumber>> {
        Request::get(
            self.client,
            "phone_number.list_legacy",
            "/list-phone-numbers",
            &[],
        )
    }

    /// Gives a number up.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/delete-phone-number>.
    pub fn delete(&self, number: &PhoneNumber) -> Request<()> {
        Request::delete(
            self.client,
            "phone_number.delete",
            "/delete-phone-number/{phone_number}",
            &[number.as_str()],
        )
        .no_content()
    }
}
