//! What a foreign web page may not make a browser do.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, Method, StatusCode, header};
use url::{Host, Url};

use crate::fields::is_json;
use crate::info::Mode;
use crate::problem::Problem;
use crate::state::AppState;

/// Refuses requests that come from pages of other origins, and, in demo mode, requests for other hosts.
pub(crate) async fn guard_origin(State(app): State<AppState>, request: Request, next: Next) -> Response {
    match check(&app, request.method(), request.headers()) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

fn check(app: &AppState, method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
    let demo = app.config.mode == Mode::Demo;
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &http::HeaderValue| value.to_str().ok())
    };
    let host = text(header::HOST);
    // Two hosts in one request are a trick: whoever stands between may have looked at the other one.
    if headers.get_all(header::HOST).iter().nth(1).is_some() {
        return Err(Problem::new(
            StatusCode::BAD_REQUEST,
            "the request names two hosts; send one Host header",
        ));
    }
    // A name that was pointed at this machine by somebody else (DNS rebinding) is not ours.
    if demo
        && let Some(host) = host
        && !is_loopback(&format!("http://{host}"))
        && !is_public_host(app, host)
    {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "in demo mode this server answers to localhost only",
        ));
    }
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    if let Some(origin) = text(header::ORIGIN) {
        let same_host = host.is_some_and(|host| origin_host(origin).as_deref() == Some(host));
        let listed = app.config.cors_origins.iter().any(|listed| listed == origin);
        let local = demo && is_loopback(origin);
        if !same_host && !listed && !local && !is_public_origin(app, origin) {
            return Err(Problem::new(
                StatusCode::FORBIDDEN,
                "pages of this origin may not do that; see CORS_ORIGINS",
            ));
        }
    }
    // A form can send a body without asking first, but not as JSON.
    let has_body = text(header::CONTENT_LENGTH).is_some_and(|length| length != "0")
        || headers.contains_key(header::TRANSFER_ENCODING);
    if has_body && !is_json(headers) {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "send JSON and say so: content-type: application/json",
        ));
    }
    Ok(())
}

/// `host:port` of an origin, the port left out where it is the usual one, as browsers do in `Host`.
fn origin_host(origin: &str) -> Option<String> {
    let (_, host) = origin.split_once("://")?;
    Some(host.to_owned())
}

fn is_loopback(url: &str) -> bool {
    match Url::parse(url).ok().as_ref().and_then(Url::host) {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn is_public_origin(app: &AppState, origin: &str) -> bool {
    app.config
        .public_url
        .as_ref()
        .is_some_and(|url| url.origin().ascii_serialization() == origin)
}

fn is_public_host(app: &AppState, host: &str) -> bool {
    app.config
        .public_url
        .as_ref()
        .is_some_and(|url| origin_host(&url.origin().ascii_serialization()).as_deref() == Some(host))
}
