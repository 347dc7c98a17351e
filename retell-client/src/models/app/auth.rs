//! How Retell proves itself to another service. Secrets are only ever sent, never read back, never shown by `Debug`.

use crate::models::macros::{model, tagged_union};

tagged_union! {
    /// What Retell is to prove itself with.
    AppCredentials by "type" {
        /// A client of the service, with its secret.
        OAuth(OAuthCredentials) = "oauth2",
        /// A key.
        ApiKey(ApiKeyCredentials) = "api_key",
        /// Name and password.
        Basic(BasicCredentials) = "basic",
    }
}

model! {
    /// A client of a service, with its secret.
    OAuthCredentials shows(client_id) {
        /// The client.
        client_id: String,
        /// Its secret.
        client_secret: String,
        ..
    }
}

model! {
    /// A key to a service.
    ApiKeyCredentials {
        /// The key.
        api_key: String,
        ..
    }
}

model! {
    /// Name and password at a service.
    BasicCredentials {
        /// The name.
        username: String,
        /// The password.
        password: String,
        ..
    }
}

tagged_union! {
    /// What Retell proves itself with, without the secrets.
    AppAuth by "type" {
        /// A client of the service.
        OAuth(OAuth) = "oauth2",
        /// A key.
        ApiKey(ApiKeyAuth) = "api_key",
        /// An access token.
        AccessToken(AccessTokenAuth) = "access_token",
        /// Name and password.
        Basic(BasicAuth) = "basic",
        /// A refresh token.
        RefreshToken(RefreshTokenAuth) = "refresh_token",
    }
}

model! {
    /// A client of a service.
    OAuth shows(client_id) {
        /// The client.
        client_id: String,
        ..
    }
}

model! {
    /// A key to a service, which is not told.
    ApiKeyAuth {
        ..
    }
}

model! {
    /// An access token, which is not told.
    AccessTokenAuth {
        ..
    }
}

model! {
    /// A name at a service; the password is not told.
    BasicAuth {
        /// The name.
        username: String,
        ..
    }
}

model! {
    /// A refresh token, which is not told.
    RefreshTokenAuth {
        ..
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn debug_shows_no_secret() {
        for secret in [
            AppCredentials::from(OAuthCredentials::new("client_1", "hush")),
            ApiKeyCredentials::new("hush").into(),
            BasicCredentials::new("hush", "hush").into(),
            serde_json::from_value(json!({"type":"new","token":"hush"})).unwrap(),
            serde_json::from_value(json!({"type":"api_key","api_key":"hush","other":"hush"})).unwrap(),
        ] {
            assert!(!format!("{secret:?}").contains("hush"), "{secret:?}");
            assert!(serde_json::to_string(&secret).unwrap().contains("hush"));
        }
    }
}
