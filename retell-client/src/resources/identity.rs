//! Whose key it is.

use super::resource;
use crate::{Request, models};

resource!(
    /// Whose key it is; from [`Client::identity`](crate::Client::identity).
    Identity
);

impl Identity<'_> {
    /// The organisation and the name of the client's key.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/get-api-key-info>.
    pub fn retrieve(&self) -> Request<models::Identity> {
        Request::get(self.client, "identity.retrieve", "/get-api-key-info", &[])
    }
}
