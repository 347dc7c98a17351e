//! Files that agents use.

use super::resource;
use crate::{Request, Upload, models::Asset, upload::Form};

resource!(
    /// Methods on files that agents use; from [`Client::asset`](crate::Client::asset).
    Assets
);

impl Assets<'_> {
    /// Uploads a file that agents use, such as hold music. How an upload is repeated: see [`Upload`].
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-asset>.
    pub fn create(&self, file: &Upload) -> Request<Asset> {
        let form = Form::default().files("file", [file]);
        Request::post(self.client, "asset.create", "/create-asset", &[]).form(form)
    }
}
