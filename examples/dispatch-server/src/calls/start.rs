//! Placing a call: the row first, then Retell.

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::time::Duration;

use super::{StartCall, StartedCall};
use crate::info::Mode;
use crate::problem::{Chain, FieldProblem, Problem};
use crate::retell::{self, NotPlaced};
use crate::state::AppState;
use crate::store::{KeyState, NewCall};

/// How long a repetition waits for the request it repeats.
const PATIENCE: Duration = Duration::from_secs(30);
const MAX_KEY: usize = 255;

/// The `Idempotency-Key` header.
pub(super) fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else {
        return Ok(None);
    };
    match value.to_str() {
        Ok(key) if (1..=MAX_KEY).contains(&key.len()) => Ok(Some(key.to_owned())),
        Ok(_) | Err(_) => Err(Problem::new(
            StatusCode::BAD_REQUEST,
            format!("the Idempotency-Key header must be 1 to {MAX_KEY} printable ASCII characters"),
        )),
    }
}

/// Starts a call, at most once per key.
pub(super) async fn start(
    app: AppState,
    request: StartCall,
    key: Option<String>,
) -> Result<Response, Problem> {
    let Some(key) = key else {
        let id = new_id();
        return place(&app, &id, &request)
            .await
            .map(|started| created(&started))
            .map_err(|n| *n.problem);
    };
    let turn = tokio::time::timeout(PATIENCE, app.running.enter(&key)).await;
    let _turn = turn.map_err(|_| {
        Problem::new(
            StatusCode::CONFLICT,
            "the same request is still being answered; try again in a moment",
        )
    })?;
    let hash = Sha256::digest(serde_json::to_vec(&request).map_err(|e| Problem::internal(&e))?);
    let id = new_id();
    match app.store.take_key(&key, &hash, &id, Timestamp::now()).await? {
        KeyState::Taken => first(&app, &key, &id, &request).await,
        KeyState::Known { body_hash, .. } if body_hash[..] != hash[..] => Err(Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "this Idempotency-Key belongs to a different request; use a new key for a new call",
        )),
        KeyState::Known {
            answer: Some((status, answer)),
            ..
        } => Ok(again(status, answer)),
        KeyState::Known {
            call_id,
            answer: None,
            ..
        } => Err(Problem::new(
            StatusCode::CONFLICT,
            format!(
                "the first request with this key was interrupted, so its call may have been placed; look at call {call_id} first"
            ),
        )),
    }
}

fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

async fn first(app: &AppState, key: &str, id: &str, request: &StartCall) -> Result<Response, Problem> {
    match place(app, id, request).await {
        Ok(started) => {
            let answer = serde_json::to_string(&started).map_err(|e| Problem::internal(&e))?;
            app.store
                .answer_key(key, StatusCode::CREATED.as_u16(), &answer)
                .await?;
            Ok(created(&started))
        }
        Err(NotPlaced {
            problem,
            unknown: true,
            ..
        }) => {
            // Whoever repeats this must not dial twice.
            let answer = serde_json::to_string(&problem).map_err(|e| Problem::internal(&e))?;
            app.store.answer_key(key, problem.status, &answer).await?;
            Err(*problem)
        }
        Err(NotPlaced { problem, .. }) => {
            app.store.release_key(key).await?;
            Err(*problem)
        }
    }
}

fn created(started: &StartedCall) -> Response {
    let location = HeaderValue::from_str(&format!("/api/v1/calls/{}", started.id));
    let mut response = (StatusCode::CREATED, Json(started)).into_response();
    if let Ok(location) = location {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// A kept answer.
fn again(status: u16, answer: String) -> Response {
    let mut response = if (200..300).contains(&status) {
        ([(header::CONTENT_TYPE, "application/json")], answer).into_response()
    } else {
        match serde_json::from_str::<Problem>(&answer) {
            Ok(problem) => problem.into_response(),
            Err(error) => Problem::internal(&error).into_response(),
        }
    };
    response.headers_mut().insert(
        HeaderName::from_static("idempotent-replay"),
        HeaderValue::from_static("true"),
    );
    response
}

fn refused(problem: Problem) -> NotPlaced {
    NotPlaced {
        failure: problem.detail.clone(),
        problem: problem.into(),
        unknown: false,
    }
}

async fn place(app: &AppState, id: &str, request: &StartCall) -> Result<StartedCall, NotPlaced> {
    let store = &app.store;
    let database = |error| refused(Problem::from(error));
    let agent = match &request.agent_id {
        Some(agent) => store.agent(agent).await.map_err(database)?,
        None => store.agents().await.map_err(database)?.into_iter().next(),
    };
    let wrong = |detail: &str| refused(Problem::invalid(vec![FieldProblem::new("/agent_id", detail)]));
    let agent = agent.ok_or_else(|| wrong("is no agent here"))?;
    let provider_agent = agent
        .provider_agent_id
        .ok_or_else(|| wrong("is not connected to an agent at Retell; set provider_agent_id first"))?;

    let mut variables = request.variables.clone();
    variables
        .entry("company_name".to_owned())
        .or_insert(agent.company_name);
    variables.entry("timezone".to_owned()).or_insert(agent.timezone);
    variables.insert("driver_name".to_owned(), request.driver_name.clone());
    variables.insert("load_number".to_owned(), request.load_number.clone());
    let row = store
        .insert_call(&NewCall {
            id: id.to_owned(),
            agent_id: agent.id,
            driver_name: request.driver_name.clone(),
            driver_phone: request.driver_phone.clone(),
            load_number: request.load_number.clone(),
            call_type: request.call_type,
            variables: variables.clone(),
            simulated: app.config.mode == Mode::Demo,
            created_at: Timestamp::now(),
        })
        .await
        .map_err(database)?;
    app.call_changed(row);
    metrics::counter!("dispatch_calls_started_total", "type" => request.call_type.as_str()).increment(1);

    match retell::place(&app.retell, id, &provider_agent, request, variables).await {
        Ok(retell) => {
            let provider_call_id = retell.call_id.clone();
            match store.accept_call(id, &provider_call_id).await {
                Ok(row) => app.call_changed(row),
                // The call is placed all the same; its first report will find the row by our id.
                Err(error) => {
                    tracing::error!(call.id = id, error = %Chain(&error), "a placed call could not be written down")
                }
            }
            Ok(StartedCall {
                id: id.to_owned(),
                provider_call_id,
                retell,
            })
        }
        Err(not_placed) => {
            metrics::counter!("dispatch_calls_failed_total").increment(1);
            let over = (!not_placed.unknown).then(Timestamp::now);
            // Whatever the disk says, the caller must hear whether the call may have been placed.
            match store.fail_call(id, &not_placed.failure, over).await {
                Ok(row) => app.call_changed(row),
                Err(error) => {
                    tracing::error!(call.id = id, error = %Chain(&error), "a failed call could not be written down")
                }
            }
            Err(not_placed)
        }
    }
}
