//! Recordings, whole or in part. They need no key, as Retell's do not.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, Response, StatusCode, header};
use futures_util::stream;

use super::ApiError;
use crate::state::Shared;
use crate::wav::Recording;

/// How much is computed at a time.
const CHUNK: u64 = 32 * 1024;

pub(super) async fn recording(
    State(shared): State<Arc<Shared>>,
    Path(file): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response<Body>, ApiError> {
    let recorded = file.strip_suffix(".wav").and_then(|id| {
        shared.read(id, |entry| {
            entry
                .call
                .recording_url
                .is_some()
                .then(|| Recording::of(&entry.call))
        })
    });
    let recording = recorded.flatten().ok_or_else(ApiError::not_found)?;
    let len = recording.len();
    let wanted = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok())
        .and_then(|range| parse(range, len));
    let mut answer = Response::builder()
        .header(header::CONTENT_TYPE, "audio/wav")
        .header(header::ACCEPT_RANGES, "bytes");
    let (start, end) = match wanted {
        None => (0, len),
        Some(Some((start, end))) => {
            answer = answer
                .status(StatusCode::PARTIAL_CONTENT)
                .header(header::CONTENT_RANGE, format!("bytes {start}-{}/{len}", end - 1));
            (start, end)
        }
        Some(None) => {
            answer = answer
                .status(StatusCode::RANGE_NOT_SATISFIABLE)
                .header(header::CONTENT_RANGE, format!("bytes */{len}"));
            (0, 0)
        }
    };
    answer = answer.header(header::CONTENT_LENGTH, end - start);
    let body = if method == Method::HEAD {
        Body::empty()
    } else {
        body(recording, start, end)
    };
    answer
        .body(body)
        .map_err(|_| ApiError::bad_request("the range cannot be answered"))
}

fn body(recording: Recording, start: u64, end: u64) -> Body {
    let parts = stream::unfold((recording, start), move |(recording, at)| async move {
        let next = (at + CHUNK).min(end);
        (at < end).then(|| {
            let part = Bytes::from(recording.bytes(at, next));
            (Ok::<_, std::convert::Infallible>(part), (recording, next))
        })
    });
    Body::from_stream(parts)
}

/// One range of bytes, end exclusive. `None`: not a range this server answers, so the whole file is sent;
/// `Some(None)`: nothing lies in it.
fn parse(range: &str, len: u64) -> Option<Option<(u64, u64)>> {
    let (start, end) = range.strip_prefix("bytes=")?.split_once('-')?;
    let (start, end) = (start.trim(), end.trim());
    if start.is_empty() {
        let last: u64 = end.parse().ok()?;
        return Some((last > 0 && len > 0).then(|| (len.saturating_sub(last), len)));
    }
    let start: u64 = start.parse().ok()?;
    let end = if end.is_empty() {
        len
    } else {
        end.parse::<u64>().ok()?.saturating_add(1).min(len)
    };
    Some((start < end).then_some((start, end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        assert_eq!(parse("bytes=0-99", 1_000), Some(Some((0, 100))));
        assert_eq!(parse("bytes=900-", 1_000), Some(Some((900, 1_000))));
        assert_eq!(parse("bytes=-100", 1_000), Some(Some((900, 1_000))));
        assert_eq!(parse("bytes=900-5000", 1_000), Some(Some((900, 1_000))));
        assert_eq!(parse("bytes=1000-", 1_000), Some(None));
        assert_eq!(parse("bytes=0-1,5-6", 1_000), None);
        assert_eq!(parse("lines=1-2", 1_000), None);
    }
}
