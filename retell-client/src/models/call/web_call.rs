//! What a browser needs to join a web call.

use serde::{Deserialize, Serialize};

use crate::models::{CallId, Transport, macros::model};

model! {
    /// A web call as just created; hand it to the browser within 30 seconds.
    ///
    /// Mirrors <https://docs.retellai.com/api-references/create-web-call>.
    CreatedWebCall shows(call_id, transport, expires_at) {
        /// The call.
        call_id: CallId,
        /// The browser's token. A secret of this one call.
        access_token: String,
        ..
        /// How the browser connects.
        transport: Option<Transport>,
        /// Servers the browser connects through.
        ice_servers: Option<Vec<IceServer>>,
        /// When the token expires, in milliseconds since the epoch.
        expires_at: Option<i64>,
    }
}

model! {
    /// A STUN or TURN server.
    IceServer shows(urls) {
        /// One address, or several.
        urls: IceUrls,
        ..
        /// User name.
        username: Option<String>,
        /// Password.
        credential: Option<String>,
    }
}

/// Addresses of an ICE server, in the form they came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum IceUrls {
    /// One address.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl From<&str> for IceUrls {
    fn from(url: &str) -> Self {
        Self::One(url.to_owned())
    }
}

impl From<Vec<String>> for IceUrls {
    fn from(urls: Vec<String>) -> Self {
        Self::Many(urls)
    }
}
