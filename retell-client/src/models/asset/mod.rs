//! Files that agents use.

use super::{AssetId, Number, macros::model};

model! {
    /// A file that agents use, such as hold music.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-asset>.
    Asset shows(asset_id, content_type, file_size) {
        ..
        /// The asset.
        asset_id: Option<AssetId>,
        /// Where it can be fetched.
        url: Option<String>,
        /// Its name.
        file_name: Option<String>,
        /// Its length in bytes.
        file_size: Option<Number>,
        /// What is in it, such as `audio/mpeg`.
        content_type: Option<String>,
        /// When it was made, in milliseconds since the epoch.
        created_timestamp: Option<Number>,
    }
}
