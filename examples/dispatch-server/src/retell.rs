//! Retell as this application uses it.

use std::collections::BTreeMap;

use http::StatusCode;
use retell_client::models::{Call, CreatePhoneCall, CreateWebCall, PhoneNumber};
use retell_client::{Client, Error};
use serde_json::{Value, json};

use crate::calls::{CallType, RetellAnswer, StartCall};
use crate::problem::{FieldProblem, Problem};

/// The name under which our id travels in a call's metadata.
pub(crate) const OWN_ID: &str = "dispatch_call_id";

/// The record of a call that may or may not exist.
pub(crate) const UNKNOWN: &str = "Retell's answer was lost, so the call may have been placed; look at Retell's call history before calling again.";

/// Why a call was not placed.
#[derive(Debug)]
pub(crate) struct NotPlaced {
    /// For the record.
    pub(crate) failure: String,
    /// For the caller of the API.
    pub(crate) problem: Box<Problem>,
    /// Whether Retell may have placed it all the same.
    pub(crate) unknown: bool,
}

/// Asks Retell to place a call.
pub(crate) async fn place(
    client: &Client,
    id: &str,
    agent_id: &str,
    request: &StartCall,
    variables: BTreeMap<String, String>,
) -> Result<RetellAnswer, NotPlaced> {
    let metadata = json!({ OWN_ID: id });
    let answer = match request.call_type {
        CallType::Web => {
            let call = CreateWebCall::new(agent_id)
                .dynamic_variables(variables)
                .metadata(metadata);
            client
                .call()
                .create_web_call(&call)
                .await
                .map(|call| serde_json::to_value(&call))
        }
        CallType::Phone => {
            let (from, to) = (
                number(request.from_number.as_deref())?,
                number(request.driver_phone.as_deref())?,
            );
            let call = CreatePhoneCall::new(from, to)
                .override_agent_id(agent_id)
                .dynamic_variables(variables)
                .metadata(metadata)
                .idempotency_key(id);
            client
                .call()
                .create_phone_call(&call)
                .await
                .map(|call| serde_json::to_value(&call))
        }
    };
    let answer = answer.map_err(|error| not_placed(id, &error))?;
    // Our own variables and numbers need not travel back.
    answer
        .and_then(|mut value| {
            if let Value::Object(object) = &mut value {
                object.retain(|_, value| !value.is_null());
                for name in [
                    "metadata",
                    "retell_llm_dynamic_variables",
                    "from_number",
                    "to_number",
                ] {
                    object.remove(name);
                }
            }
            serde_json::from_value(value)
        })
        .map_err(|error| NotPlaced {
            failure: UNKNOWN.to_owned(),
            problem: Problem::internal(&error).into(),
            unknown: true,
        })
}

/// Checked before, so an error here is a bug rather than the caller's.
fn number(number: Option<&str>) -> Result<PhoneNumber, NotPlaced> {
    PhoneNumber::new(number.unwrap_or_default()).map_err(|error| NotPlaced {
        failure: "The number cannot be called; check it and call again.".to_owned(),
        problem: Problem::invalid(vec![FieldProblem::new("/driver_phone", error.to_string())]).into(),
        unknown: false,
    })
}

fn not_placed(id: &str, error: &Error) -> NotPlaced {
    tracing::warn!(call.id = id, error = %crate::problem::Chain(error), "Retell did not place the call");
    if error.submission_unknown() {
        return NotPlaced {
            failure: UNKNOWN.to_owned(),
            problem: Problem::new(
                StatusCode::BAD_GATEWAY,
                format!(
                    "Retell did not answer, so the call may have been placed; do not retry blindly, look at call {id} first"
                ),
            )
            .into(),
            unknown: true,
        };
    }
    let said = error
        .api_message()
        .map(|message| message.chars().take(300).collect::<String>());
    let status = error.status().map(|status| status.as_u16());
    let (status, reason) = match status {
        Some(401 | 403) => (
            StatusCode::BAD_GATEWAY,
            "Retell refused the API key; check RETELL_API_KEY",
        ),
        Some(402) => (
            StatusCode::BAD_GATEWAY,
            "Retell asks for payment; check the account's billing",
        ),
        Some(400 | 422) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "Retell refused the call; correct it and try again",
        ),
        Some(404) => (
            StatusCode::BAD_GATEWAY,
            "Retell does not know the agent; check RETELL_AGENT_ID",
        ),
        Some(429) => (
            StatusCode::TOO_MANY_REQUESTS,
            "Retell has too many calls at once; try again in a moment",
        ),
        Some(_) => (
            StatusCode::BAD_GATEWAY,
            "Retell failed and the call was not placed; try again in a moment",
        ),
        None => (
            StatusCode::BAD_GATEWAY,
            "Retell could not be reached and the call was not placed; check the network and try again",
        ),
    };
    let problem = Problem::new(
        status,
        said.map_or_else(|| reason.to_owned(), |said| format!("{reason}: {said}")),
    );
    NotPlaced {
        failure: problem.detail.clone(),
        problem: problem.into(),
        unknown: false,
    }
}

/// One call as Retell knows it; `None` when Retell does not.
pub(crate) async fn call(client: &Client, provider_call_id: &str) -> Result<Option<Call>, Error> {
    match client.call().retrieve(provider_call_id).await {
        Ok(call) => Ok(Some(call)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Hangs up; false when Retell does not know the call or it is over.
pub(crate) async fn stop(client: &Client, provider_call_id: &str) -> Result<bool, Error> {
    match client.call().stop(provider_call_id).await {
        Ok(_) => Ok(true),
        Err(error) if error.is_not_found() => Ok(false),
        Err(error) => Err(error),
    }
}
