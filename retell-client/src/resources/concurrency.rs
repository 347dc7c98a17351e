//! How many calls may go on at once.

use super::resource;
use crate::{Request, models};

resource!(
    /// How many calls may go on at once; from [`Client::concurrency`](crate::Client::concurrency).
    Concurrency
);

impl Concurrency<'_> {
    /// The limits, and the calls that go on.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-concurrency>.
    pub fn retrieve(&self) -> Request<models::Concurrency> {
        Request::get(self.client, "concurrency.retrieve", "/get-concurrency", &[])
    }
}
