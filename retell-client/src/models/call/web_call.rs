//! What a browser needs to join a web call.

use serde::{Deserialize, Serialize};

use crate::models::{CallId, Transport, lenient, macros::quiet_debug};

/// A web call as just created; hand it to the browser within 30 seconds.
///
/// Mirrors <https://docs.retellai.com/api-references/create-web-call>.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CreatedWebCall {
    /// The call.
    pub call_id: CallId,
    /// The browser's token. A secret of this one call.
    pub access_token: String,
    /// How the browser connects.
    #[serde(default, skip_serializing_if = "Transport::is_absent")]
    pub transport: Transport,
    /// Servers the browser connects through.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub ice_servers: Vec<IceServer>,
    /// When the token expires, in milliseconds since the epoch.
    #[serde(
        default,
        deserialize_with = "lenient::integer",
        skip_serializing_if = "Option::is_none"
    )]
    pub expires_at: Option<i64>,
}

impl CreatedWebCall {
    /// A web call over the gateway, without ICE servers or expiry.
    pub fn new(call_id: impl Into<CallId>, access_token: impl Into<String>) -> Self {
        Self {
            call_id: call_id.into(),
            access_token: access_token.into(),
            transport: Transport::Gateway,
            ..Self::default()
        }
    }
}

quiet_debug!(CreatedWebCall {
    call_id,
    transport,
    expires_at
});

/// A STUN or TURN server.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IceServer {
    /// One address, or several.
    pub urls: IceUrls,
    /// User name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// Password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential: Option<String>,
}

impl IceServer {
    /// A server that asks for no password.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            urls: IceUrls::One(url.into()),
            username: None,
            credential: None,
        }
    }
}

quiet_debug!(IceServer { urls });

/// Addresses of an ICE server, in the form they came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum IceUrls {
    /// One address.
    One(String),
    /// Several.
    Many(Vec<String>),
}
