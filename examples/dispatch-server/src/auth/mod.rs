//! Who may use the dashboard and the API.
//!
//! With a password, HTTP Basic as the user `admin`. Without one the server listens on loopback only, and still refuses
//! what a foreign web page could make a browser send.

mod origin;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use secrecy::{ExposeSecret as _, SecretString};
use subtle::ConstantTimeEq as _;

use crate::problem::Problem;
use crate::state::AppState;

pub(crate) use origin::guard_origin;

/// Whether two secrets are the same, in a time that does not tell where they differ.
pub(crate) fn same(secret: &str, given: &str) -> bool {
    secret.as_bytes().ct_eq(given.as_bytes()).into()
}

/// Lets in whoever knows the password, if there is one.
pub(crate) async fn require_admin(State(app): State<AppState>, request: Request, next: Next) -> Response {
    match &app.config.admin_password {
        Some(password) if !is_admin(request.headers(), password) => {
            let mut response = Problem::new(
                StatusCode::UNAUTHORIZED,
                "log in as admin with DISPATCH_ADMIN_PASSWORD",
            )
            .into_response();
            response.headers_mut().insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static("Basic realm=\"dispatch\", charset=\"UTF-8\""),
            );
            response
        }
        _ => next.run(request).await,
    }
}

fn is_admin(headers: &HeaderMap, password: &SecretString) -> bool {
    let given = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"))
        .and_then(|(_, encoded)| STANDARD.decode(encoded.trim()).ok())
        .and_then(|decoded| String::from_utf8(decoded).ok());
    let Some(given) = given else { return false };
    let Some((user, given)) = given.split_once(':') else {
        return false;
    };
    // Both are always compared.
    same("admin", user) & same(password.expose_secret(), given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_pair_is_admin() {
        let password = SecretString::from("correct horse");
        let try_with = |value: String| {
            let mut headers = HeaderMap::new();
            headers.insert(header::AUTHORIZATION, value.parse().expect("a header"));
            is_admin(&headers, &password)
        };
        assert!(try_with(format!(
            "Basic {}",
            STANDARD.encode("admin:correct horse")
        )));
        assert!(!try_with(format!(
            "Basic {}",
            STANDARD.encode("admin:correct horse ")
        )));
        assert!(!try_with(format!(
            "Basic {}",
            STANDARD.encode("root:correct horse")
        )));
        assert!(!try_with(format!(
            "Bearer {}",
            STANDARD.encode("admin:correct horse")
        )));
        assert!(!try_with("Basic ???".to_owned()));
        assert!(!is_admin(&HeaderMap::new(), &password));
    }
}
