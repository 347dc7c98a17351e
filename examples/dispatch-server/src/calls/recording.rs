//! Recordings, passed through.

use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::problem::{Chain, Problem};
use crate::retell;
use crate::state::AppState;

/// Headers of the recording that the player needs.
const PASSED: [http::HeaderName; 5] = [
    header::CONTENT_LENGTH,
    header::CONTENT_RANGE,
    header::ACCEPT_RANGES,
    header::ETAG,
    header::LAST_MODIFIED,
];

/// Fetches a recording and streams it on; `range` is passed through.
pub(super) async fn recording(
    app: &AppState,
    id: &str,
    range: Option<&HeaderValue>,
) -> Result<Response, Problem> {
    let known = app
        .store
        .known_call(id)
        .await?
        .ok_or_else(|| Problem::not_found("call"))?;
    let url = if known.simulated {
        simulated(app, &known.id).await?
    } else {
        app.store.recording_url(&known.id).await?
    };
    let mut found = match &url {
        Some(url) => Some(fetch(app, url, range).await?),
        None => None,
    };
    // Links may expire; Retell signs a new one each time it is asked.
    if let (Some(response), Some(provider)) = (&found, &known.provider_call_id)
        && matches!(
            response.status(),
            StatusCode::FORBIDDEN | StatusCode::NOT_FOUND | StatusCode::GONE
        )
    {
        let fresh = retell::call(&app.retell, provider)
            .await
            .ok()
            .flatten()
            .and_then(|call| call.recording_url);
        if let Some(fresh) = fresh.filter(|fresh| Some(fresh) != url.as_ref()) {
            found = Some(fetch(app, &fresh, range).await?);
        }
    }
    match found {
        Some(response) if response.status().is_success() => Ok(pass(response)),
        Some(response) if response.status() == StatusCode::RANGE_NOT_SATISFIABLE => Err(Problem::new(
            StatusCode::RANGE_NOT_SATISFIABLE,
            "the recording is shorter than that; ask for an earlier part",
        )),
        Some(_) => Err(Problem::new(
            StatusCode::NOT_FOUND,
            "the recording is not there any more; Retell may have deleted it by its retention setting",
        )),
        None => Err(Problem::new(
            StatusCode::NOT_FOUND,
            "this call has no recording; one comes shortly after an answered call has ended",
        )),
    }
}

/// Recordings of simulated calls live in the simulator.
async fn simulated(app: &AppState, id: &str) -> Result<Option<String>, Problem> {
    let Some(demo) = &app.demo else {
        return Err(Problem::new(
            StatusCode::NOT_FOUND,
            "this call was simulated; its recording can be heard in demo mode only",
        ));
    };
    let call = app.store.call(id).await?;
    Ok(call.and_then(|call| demo.recording_url(&call)))
}

async fn fetch(app: &AppState, url: &str, range: Option<&HeaderValue>) -> Result<reqwest::Response, Problem> {
    let mut headers = HeaderMap::new();
    if let Some(range) = range {
        headers.insert(header::RANGE, range.clone());
    }
    app.http.get(url).headers(headers).send().await.map_err(|error| {
        tracing::warn!(error = %Chain(&error.without_url()), "a recording could not be fetched");
        Problem::new(
            StatusCode::BAD_GATEWAY,
            "the recording could not be fetched; try again in a moment",
        )
    })
}

fn pass(found: reqwest::Response) -> Response {
    let mut headers = HeaderMap::new();
    for name in PASSED {
        if let Some(value) = found.headers().get(&name) {
            headers.insert(name, value.clone());
        }
    }
    // Whatever the store says, a page opened from here is never run.
    let audio = found
        .headers()
        .get(header::CONTENT_TYPE)
        .filter(|value| value.as_bytes().starts_with(b"audio/"));
    let audio = audio.cloned().unwrap_or(HeaderValue::from_static("audio/wav"));
    headers.insert(header::CONTENT_TYPE, audio);
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, max-age=3600"),
    );
    let mut response = Response::new(Body::empty());
    *response.status_mut() = found.status();
    *response.headers_mut() = headers;
    *response.body_mut() = Body::from_stream(found.bytes_stream());
    response
}
