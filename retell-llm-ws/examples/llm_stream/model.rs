//! The model's end: a chat completion as a stream.

use std::time::Duration;

use eventsource_stream::Eventsource;
use futures_util::{Stream, StreamExt};
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Value, json};

/// A chat endpoint.
#[derive(Clone)]
pub(crate) struct Model {
    http: reqwest::Client,
    url: String,
    key: String,
    name: String,
}

/// What a stream brings next.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Delta {
    #[serde(default)]
    pub(crate) content: Option<String>,
    /// Left out or null when there are none; endpoints differ.
    #[serde(default)]
    pub(crate) tool_calls: Option<Vec<ToolDelta>>,
}

/// A part of a tool call: the first one has id and name, all have a part of the arguments.
#[derive(Debug, Deserialize)]
pub(crate) struct ToolDelta {
    pub(crate) index: usize,
    #[serde(default)]
    pub(crate) id: Option<String>,
    #[serde(default)]
    pub(crate) function: FunctionDelta,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct FunctionDelta {
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) arguments: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum ModelError {
    #[error("the model cannot be reached")]
    Http(#[source] reqwest::Error),
    #[error("the model's stream broke off")]
    Stream,
    #[error("the model reported an error")]
    Refused,
    #[error("the model sent something unforeseen")]
    Decode,
}

impl Model {
    pub(crate) fn new(base_url: &str, key: String, name: String) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(3))
            .read_timeout(Duration::from_secs(10))
            .build()?;
        let url = format!("{}/chat/completions", base_url.trim_end_matches('/'));
        Ok(Self { http, url, key, name })
    }

    /// Asks for the next message. Dropping the stream drops the connection, and the model stops.
    pub(crate) async fn chat(
        &self,
        messages: &[Value],
        tools: &Value,
    ) -> Result<impl Stream<Item = Result<Delta, ModelError>> + Send + use<>, ModelError> {
        let body = json!({"model": self.name, "stream": true, "messages": messages, "tools": tools});
        let mut request = self.http.post(&self.url).json(&body);
        if !self.key.is_empty() {
            request = request.bearer_auth(&self.key);
        }
        let response = request.send().await.and_then(reqwest::Response::error_for_status);
        // Without the URL: somebody may have a key in it.
        let response = response.map_err(|error| ModelError::Http(error.without_url()))?;
        let events = response.bytes_stream().eventsource();
        Ok(events
            .take_while(|event| {
                let done = event.as_ref().is_ok_and(|event| event.data == "[DONE]");
                async move { !done }
            })
            .map(|event| delta(&event.map_err(|_| ModelError::Stream)?.data)))
    }
}

fn delta(data: &str) -> Result<Delta, ModelError> {
    #[derive(Deserialize)]
    struct Chunk {
        #[serde(default)]
        choices: Vec<Choice>,
        error: Option<IgnoredAny>,
    }
    #[derive(Deserialize)]
    struct Choice {
        #[serde(default)]
        delta: Delta,
    }
    let chunk: Chunk = serde_json::from_str(data).map_err(|_| ModelError::Decode)?;
    if chunk.error.is_some() {
        return Err(ModelError::Refused);
    }
    Ok(chunk
        .choices
        .into_iter()
        .next()
        .map(|choice| choice.delta)
        .unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_endpoints_send_is_read() {
        let words = delta(r#"{"choices":[{"delta":{"content":"Hi","tool_calls":null}}]}"#).unwrap();
        assert_eq!(
            (
                words.content.as_deref(),
                words.tool_calls.map(|calls| calls.len())
            ),
            (Some("Hi"), None)
        );
        // The last chunk of an endpoint that reports what was used.
        assert!(
            delta(r#"{"choices":[],"usage":{"total_tokens":7}}"#)
                .unwrap()
                .content
                .is_none()
        );
    }

    #[test]
    fn an_error_in_the_stream_is_no_silence() {
        let error = r#"{"error":{"message":"overloaded","code":529}}"#;
        assert!(matches!(delta(error), Err(ModelError::Refused)));
        assert!(matches!(delta("overloaded"), Err(ModelError::Decode)));
    }
}
