//! The dashboard, inside the program.

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::problem::Problem;

/// What `build.rs` found or built; or a page that tells how to build it.
#[derive(RustEmbed)]
#[folder = "$DISPATCH_WEB_OUT"]
#[allow_missing = true]
struct Dashboard;

/// Paths that never mean a page.
const NO_PAGES: [&str; 6] = ["api", "sim", "metrics", "healthz", "readyz", "assets"];

/// A file, or the page that shows itself as every page, or nothing.
pub(crate) async fn serve(request: Request) -> Response {
    let path = request.uri().path().trim_matches('/').to_owned();
    let first = path.split('/').next().unwrap_or_default();
    if matches!(first, "api" | "sim") || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Problem::new(StatusCode::NOT_FOUND, "there is nothing at this address").into_response();
    }
    if !path.is_empty()
        && let Some(file) = Dashboard::get(&path)
    {
        return answer(&path, file, request.headers());
    }
    match Dashboard::get("index.html") {
        Some(page) if path.is_empty() || (!NO_PAGES.contains(&first) && wants_page(request.headers())) => {
            answer("index.html", page, request.headers())
        }
        _ => Problem::new(StatusCode::NOT_FOUND, "there is nothing at this address").into_response(),
    }
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

fn answer(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let etag = format!("\"{}\"", hex(&file.metadata.sha256_hash()[..16]));
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    // Names of assets change with their content; the page that names them must be asked for each time.
    let cache = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let fresh = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let mut response = if fresh {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(file.data.into_owned()))
    };
    let charset = if kind.type_() == "text" {
        "; charset=utf-8"
    } else {
        ""
    };
    let values = [
        (header::CONTENT_TYPE, format!("{kind}{charset}")),
        (header::ETAG, etag),
        (header::CACHE_CONTROL, cache.to_owned()),
    ];
    for (name, value) in values {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
