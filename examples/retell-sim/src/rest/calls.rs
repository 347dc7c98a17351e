//! Creating, reading and stopping calls.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use retell_client::models::{Agent, Call, CreatedWebCall, IceServer, Transport};
use serde::Deserialize;
use serde_json::Value;

use super::{ApiError, json};
use crate::life::{self, Refused};
use crate::state::{Command, Shared};

const METADATA_LIMIT: usize = 50_000;
const NAME_LIMIT: usize = 255;

#[derive(Deserialize)]
pub(super) struct CreatePhoneCall {
    from_number: Value,
    to_number: Value,
    #[serde(default)]
    override_agent_id: Option<String>,
    #[serde(default)]
    ignore_e164_validation: Option<bool>,
    #[serde(default)]
    idempotency_key: Option<String>,
    #[serde(default)]
    custom_sip_headers: Option<BTreeMap<String, String>>,
    #[serde(flatten)]
    common: Common,
}

#[derive(Deserialize)]
pub(super) struct CreateWebCall {
    #[serde(default)]
    agent_id: Option<String>,
    #[serde(flatten)]
    common: Common,
}

#[derive(Deserialize)]
struct Common {
    #[serde(default)]
    retell_llm_dynamic_variables: Option<BTreeMap<String, Value>>,
    #[serde(default)]
    metadata: Option<Value>,
}

pub(super) async fn create_phone_call(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<(StatusCode, Json<Call>), ApiError> {
    let request: CreatePhoneCall = json(&body)?;
    let lenient = request.ignore_e164_validation == Some(true);
    let from = number("from_number", &request.from_number, lenient)?;
    let to = number("to_number", &request.to_number, lenient)?;
    let key = request.idempotency_key.filter(|key| !key.is_empty());
    if key.as_ref().is_some_and(|key| key.len() > NAME_LIMIT) {
        return Err(ApiError::bad_request(format!(
            "idempotency_key is longer than {NAME_LIMIT} characters"
        )));
    }
    let wanted = String::from_utf8_lossy(&body).into_owned();
    let _placing = shared.placing.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((before, call_id)) = key.as_deref().and_then(|key| shared.made_with(key)) {
        if before != wanted {
            return Err(ApiError::bad_request(
                "idempotency_key was used for another request within the last hour",
            ));
        }
        if let Some(call) = shared.read(&call_id, |entry| entry.call.clone()) {
            return Ok((StatusCode::CREATED, Json(call)));
        }
    }
    let agent_id = request
        .override_agent_id
        .unwrap_or_else(|| shared.options.agent_id.clone());
    let mut call = life::phone_call(&agent(&shared, &agent_id)?, from, to);
    call.custom_sip_headers = request.custom_sip_headers;
    let call = place(&shared, call, request.common)?;
    if let Some(key) = key {
        shared.remember_key(key, wanted, call.call_id.as_str().to_owned());
    }
    Ok((StatusCode::CREATED, Json(call)))
}

pub(super) async fn create_web_call(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<(StatusCode, Json<CreatedWebCall>), ApiError> {
    let call = web_call(&shared, &body)?;
    let mut created = CreatedWebCall::new(call.call_id, call.access_token.unwrap_or_default());
    created.transport = Some(Transport::Gateway);
    created.ice_servers = Some(vec![IceServer::new("stun:127.0.0.1:3478")]);
    let deadline_ms = i64::try_from(shared.options.join_deadline.as_millis()).unwrap_or(i64::MAX);
    created.expires_at = Some(
        jiff::Timestamp::now()
            .as_millisecond()
            .saturating_add(deadline_ms),
    );
    Ok((StatusCode::CREATED, Json(created)))
}

pub(super) async fn create_web_call_v2(
    State(shared): State<Arc<Shared>>,
    body: Bytes,
) -> Result<(StatusCode, Json<Call>), ApiError> {
    Ok((StatusCode::CREATED, Json(web_call(&shared, &body)?)))
}

pub(super) async fn get_call(
    State(shared): State<Arc<Shared>>,
    Path(call_id): Path<String>,
) -> Result<Json<Call>, ApiError> {
    shared
        .read(&call_id, |entry| entry.call.clone())
        .map(Json)
        .ok_or_else(|| ApiError::no_such("call"))
}

pub(super) async fn stop_call(
    State(shared): State<Arc<Shared>>,
    Path(call_id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let commands = shared
        .read(&call_id, |entry| entry.commands.clone())
        .ok_or_else(|| ApiError::no_such("call"))?;
    let Some(commands) = commands else {
        return Err(ApiError::bad_request("the call is over already"));
    };
    // A full queue means that the call is not being served; it hears of this when it is.
    let _ = commands.send(Command::Stop).await;
    Ok(StatusCode::NO_CONTENT)
}

fn web_call(shared: &Arc<Shared>, body: &Bytes) -> Result<Call, ApiError> {
    let request: CreateWebCall = json(body)?;
    let id = request
        .agent_id
        .ok_or_else(|| ApiError::bad_request("agent_id is required"))?;
    let call = life::web_call(&agent(shared, &id)?);
    place(shared, call, request.common)
}

fn agent(shared: &Shared, id: &str) -> Result<Agent, ApiError> {
    shared.agent(id).ok_or_else(|| ApiError::no_such("agent"))
}

fn place(shared: &Arc<Shared>, mut call: Call, common: Common) -> Result<Call, ApiError> {
    if let Some(metadata) = common.metadata {
        if metadata.to_string().len() > METADATA_LIMIT {
            return Err(ApiError::bad_request("metadata is larger than 50 kB"));
        }
        call.metadata = metadata.into();
    }
    for (name, value) in common.retell_llm_dynamic_variables.unwrap_or_default() {
        let Value::String(value) = value else {
            return Err(ApiError::bad_request(
                "retell_llm_dynamic_variables must hold strings only",
            ));
        };
        call.retell_llm_dynamic_variables
            .get_or_insert_default()
            .insert(name, value);
    }
    life::place(shared, call).map_err(|refused| match refused {
        Refused::BadVariables(message) => ApiError::bad_request(message),
        Refused::TooMany => ApiError::too_many_calls(shared.options.max_concurrent),
    })
}

fn number(field: &str, value: &Value, lenient: bool) -> Result<String, ApiError> {
    let number = value.as_str().unwrap_or_default();
    let digits = number.strip_prefix('+').unwrap_or_default();
    let e164 = (2..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if e164 || (lenient && !number.is_empty() && number.len() <= NAME_LIMIT) {
        return Ok(number.to_owned());
    }
    Err(ApiError::bad_request(format!(
        "{field} must be a phone number in E.164 format, such as +14155550100"
    )))
}
