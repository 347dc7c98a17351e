//! Sends requests: the one place that touches the network.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT},
};
use jiff::Timestamp;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, error::Category};
use serde_path_to_error::Track;
use tokio::time::{Instant, sleep};

use crate::{
    Client, Error, ErrorKind, Response, Result,
    models::{lenient, place::place, replace_lone_surrogates},
    prepared::{Answer, Prepared},
    request::Options,
    response::request_id,
    retry::{self, Failure},
    upload::{Form, Sending, Stalled},
};

/// Longest message of Retell's kept with an error, in characters.
const MAX_MESSAGE: usize = 1000;
/// How much room is made for an answer because it says so.
const MAX_TRUSTED: usize = 1024 * 1024;
/// How much of an error's body is read.
const MAX_ERROR_BYTES: usize = 64 * 1024;

/// Sends until it succeeds, may not be repeated, or patience ends.
pub(crate) async fn send<T: DeserializeOwned>(
    client: &Client,
    prepared: &Prepared,
    options: &Options,
) -> Result<Response<T>> {
    // A limit beyond what the clock can tell is none.
    let deadline = Instant::now().checked_add(client.shared.total_timeout);
    let max_retries = options.max_retries.unwrap_or(client.shared.max_retries);
    let mut retries = 0;
    // Once an attempt may have taken effect, no later one can take that back.
    let mut submission_unknown = false;
    loop {
        let left = deadline.map_or(Duration::MAX, |deadline| {
            deadline.saturating_duration_since(Instant::now())
        });
        let timeout = options.timeout.unwrap_or(client.shared.timeout);
        // An upload may take as long as it moves.
        let timeout = if prepared.form.is_some() {
            timeout
        } else {
            timeout.min(left)
        };
        let (error, failure) = match attempt(client, prepared, options, timeout).await {
            Ok((status, headers, body)) => return decode(prepared, status, headers, retries + 1, &body),
            Err(failed) => failed,
        };
        submission_unknown |= prepared.retry.submission_unknown(failure);
        let error = error
            .with_submission_unknown(submission_unknown)
            .with_attempts(retries + 1);
        let is_there = prepared.form.as_ref().is_none_or(Form::is_there);
        if retries >= max_retries || !prepared.retry.allows(failure) || !is_there {
            return Err(error);
        }
        let Some(delay) = retry::delay(retries, error.retry_after(), rand::random()) else {
            return Err(error);
        };
        if deadline.is_some_and(|deadline| Instant::now() + delay >= deadline) {
            return Err(error);
        }
        tracing::debug!(
            operation = prepared.name,
            attempt = retries + 1,
            status = error.status().map(|status| status.as_u16()),
            delay_ms = u64::try_from(delay.as_millis()).unwrap_or(u64::MAX),
            "sending again"
        );
        sleep(delay).await;
        retries += 1;
    }
}

type Answered = (StatusCode, HeaderMap, Bytes);

/// One sending. Any answer but 2xx is a failure.
async fn attempt(
    client: &Client,
    prepared: &Prepared,
    options: &Options,
    timeout: Duration,
) -> Result<Answered, (Error, Failure)> {
    let name = prepared.name;
    let started = Instant::now();
    let result = async {
        let request = request(client, prepared, options);
        let Some(form) = &prepared.form else {
            return exchange(client, name, request.timeout(timeout)).await;
        };
        let on_progress = options.on_progress.clone();
        let (form, sending) = form
            .open(name, on_progress)
            .await
            .map_err(|error| (error, Failure::File))?;
        upload(
            &sending,
            timeout,
            name,
            exchange(client, name, request.multipart(form)),
        )
        .await
    }
    .await;
    tracing::trace!(
        operation = name,
        elapsed_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        answered = result.is_ok(),
        "attempt over"
    );
    result
}

/// Sends, and reads the answer.
async fn exchange(
    client: &Client,
    name: &'static str,
    request: reqwest::RequestBuilder,
) -> Result<Answered, (Error, Failure)> {
    let response = request.send().await.map_err(|error| broken(name, error))?;
    let status = response.status();
    let headers = response.headers().clone();
    let limit = client.shared.max_response_bytes;
    if status.is_success() {
        return Ok((status, headers, read(name, response, limit).await?));
    }
    let body = beginning(response, limit.min(MAX_ERROR_BYTES)).await;
    Err(refused(name, status, &headers, &body))
}

/// An exchange with files: it lasts as long as they move, and fails as they do.
async fn upload(
    sending: &Sending,
    patience: Duration,
    name: &'static str,
    exchange: impl Future<Output = Result<Answered, (Error, Failure)>>,
) -> Result<Answered, (Error, Failure)> {
    match sending.watch(patience, exchange).await {
        Err(Stalled) => Err((Error::new(ErrorKind::Timeout, name), Failure::Lost)),
        Ok(Err((error, Failure::Lost))) => match sending.failure() {
            Some(cause) => Err((Error::new(ErrorKind::File, name).caused_by(cause), Failure::File)),
            None => Err((error, Failure::Lost)),
        },
        Ok(outcome) => outcome,
    }
}

fn request(client: &Client, prepared: &Prepared, options: &Options) -> reqwest::RequestBuilder {
    let mut headers = HeaderMap::new();
    let accept = match prepared.answer {
        Answer::Json => "application/json",
        Answer::Nothing => "*/*",
    };
    headers.insert(ACCEPT, HeaderValue::from_static(accept));
    headers.insert(USER_AGENT, client.shared.user_agent.clone());
    if prepared.body.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    headers.extend(options.headers.clone());
    headers.insert(AUTHORIZATION, client.shared.authorization.clone());

    let mut request = client
        .shared
        .http
        .request(prepared.method.clone(), prepared.url.clone())
        .headers(headers);
    if let Some(body) = &prepared.body {
        request = request.body(body.clone());
    }
    request
}

/// Reads a body, but no more than `limit` bytes of it.
async fn read(
    name: &'static str,
    mut response: reqwest::Response,
    limit: usize,
) -> Result<Bytes, (Error, Failure)> {
    let too_large = || {
        let error = Error::new(ErrorKind::TooLarge, name).detail(format!("more than {limit} bytes"));
        (error, Failure::Unusable)
    };
    if response
        .content_length()
        .is_some_and(|length| usize::try_from(length).map_or(true, |length| length > limit))
    {
        return Err(too_large());
    }
    let announced = response.content_length().unwrap_or_default();
    let mut body = BytesMut::with_capacity(usize::try_from(announced).unwrap_or(0).min(MAX_TRUSTED));
    while let Some(chunk) = response.chunk().await.map_err(|error| broken(name, error))? {
        if body.len() + chunk.len() > limit {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// The beginning of an error's body: an error that cannot be read to its end is still that error.
async fn beginning(mut response: reqwest::Response, limit: usize) -> Bytes {
    let mut body = BytesMut::new();
    while let Ok(Some(chunk)) = response.chunk().await {
        let room = limit - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if body.len() == limit {
            break;
        }
    }
    body.freeze()
}

/// A request without a whole answer.
fn broken(name: &'static str, error: reqwest::Error) -> (Error, Failure) {
    let (kind, failure) = if error.is_connect() {
        (ErrorKind::Connect, Failure::Connect)
    } else if error.is_timeout() {
        (ErrorKind::Timeout, Failure::Lost)
    } else {
        (ErrorKind::Transport, Failure::Lost)
    };
    // Paths may hold telephone numbers.
    (Error::new(kind, name).caused_by(error.without_url()), failure)
}

/// An answer that is an error.
fn refused(name: &'static str, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> (Error, Failure) {
    let delay = retry::server_delay(status, headers, Timestamp::now());
    let error = Error::new(ErrorKind::Api, name)
        .with_status(status)
        .with_api_message(api_message(body))
        .with_request_id(request_id(headers))
        .with_retry_after(delay);
    let failure = Failure::Status {
        status,
        delay,
        should_retry: retry::should_retry(headers),
    };
    (error, failure)
}

/// The message in an error body, whichever of its known forms it has.
fn api_message(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Body {
        error_message: Option<Value>,
        message: Option<Value>,
        error: Option<Value>,
    }

    let text = match serde_json::from_slice::<Body>(body) {
        Ok(body) => match body.error_message.or(body.message).or(body.error)? {
            Value::String(text) => text,
            other => other.to_string(),
        },
        Err(_) => String::from_utf8_lossy(body).into_owned(),
    };
    let text: String = text.trim().chars().take(MAX_MESSAGE).collect();
    (!text.is_empty()).then_some(text)
}

/// Reads a successful answer. It did take effect, so an answer that cannot be read leaves the caller with that.
fn decode<T: DeserializeOwned>(
    prepared: &Prepared,
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    body: &[u8],
) -> Result<Response<T>> {
    let json = match prepared.answer {
        Answer::Json => body,
        Answer::Nothing => b"null",
    };
    // Keeping the path costs time, so it is looked for only when there is something to find.
    match serde_json::from_slice(json).or_else(|_| mend(json)) {
        Ok(data) => Ok(Response::new(status, headers, attempts, data)),
        Err(error) => {
            // The parser's own words may repeat values.
            let problem = match error.inner().classify() {
                Category::Eof => "unexpected end",
                Category::Syntax => "invalid JSON",
                Category::Data | Category::Io => "unexpected shape",
            };
            Err(Error::new(ErrorKind::Decode, prepared.name)
                .detail(format!("{problem} at {}", place(&error)))
                .with_status(status)
                .with_request_id(request_id(&headers))
                .with_attempts(attempts)
                .with_submission_unknown(prepared.retry.submission_unknown(Failure::Unusable)))
        }
    }
}

/// Reads what cannot be read as it is, or says where that fails.
fn mend<T: DeserializeOwned>(json: &[u8]) -> Result<T, serde_path_to_error::Error<serde_json::Error>> {
    let json = replace_lone_surrogates(json);
    let mut deserializer = serde_json::Deserializer::from_slice(&json);
    let result =
        serde_path_to_error::deserialize(&mut deserializer).and_then(|data| match deserializer.end() {
            Ok(()) => Ok(data),
            Err(error) => Err(serde_path_to_error::Error::new(Track::new().path(), error)),
        });
    result.or_else(|error| match serde_json::from_slice(&json) {
        Ok(value) => serde_json::from_value(whole_numbers(value)).map_err(|_| error),
        Err(_) => Err(error),
    })
}

/// The answer with whole numbers that were written as floats (`1.0`) written as whole ones.
fn whole_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => match number.as_f64().and_then(lenient::whole) {
            Some(whole) => whole.into(),
            None => number.into(),
        },
        Value::Array(items) => items.into_iter().map(whole_numbers).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter();
            fields.map(|(name, value)| (name, whole_numbers(value))).collect()
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_found_in_every_form() {
        let message = |body: &str| api_message(body.as_bytes());
        assert_eq!(
            message(r#"{"status":"error","message":"no"}"#).as_deref(),
            Some("no")
        );
        assert_eq!(
            message(r#"{"error_message":"a","message":"b"}"#).as_deref(),
            Some("a")
        );
        assert_eq!(
            message(r#"{"error":{"code":1}}"#).as_deref(),
            Some(r#"{"code":1}"#)
        );
        assert_eq!(
            message("<html>Bad gateway</html>").as_deref(),
            Some("<html>Bad gateway</html>")
        );
        assert_eq!(message("{}"), None);
        assert_eq!(message("  "), None);
        assert_eq!(
            api_message(&[0xff; 3]).as_deref(),
            Some("\u{fffd}\u{fffd}\u{fffd}")
        );
        assert_eq!(message(&"x".repeat(5000)).unwrap().len(), MAX_MESSAGE);
    }
}
