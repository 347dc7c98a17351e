//! Fills an empty demo database with past calls, once.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{past, rehearse};
use crate::problem::Chain;
use crate::state::AppState;
use crate::store::{Filter, StoreError};

/// Calls written at once.
const CHUNK: usize = 20;
/// Where progress is noted.
const NOTE: &str = "demo_calls";

/// How far it has come; a process that dies is continued by the next.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Progress {
    /// The present of the past calls.
    end: Timestamp,
    /// How many there shall be.
    of: usize,
    /// How many there are.
    done: usize,
}

/// Fills an empty demo database with past calls; does nothing to one that has calls of its own.
pub(crate) async fn seed(app: AppState) {
    match run(&app).await {
        Ok(0) => {}
        Ok(calls) => tracing::info!(calls, "the demo database has past calls now"),
        Err(error) => tracing::error!(error = %Chain(&error), "past calls could not be written"),
    }
}

async fn run(app: &AppState) -> Result<usize, StoreError> {
    let Some(mut progress) = progress(app).await? else {
        return Ok(0);
    };
    let agents = app.store.agents().await?;
    let Some(agent) = agents.first() else { return Ok(0) };
    let provider_agent_id = agent.provider_agent_id.as_deref().unwrap_or_default();
    let zone = &app.config.timezone;
    let begun = progress.done;
    while progress.done < progress.of && !app.closing.is_cancelled() {
        let chunk = progress.done..(progress.done + CHUNK).min(progress.of);
        let mut calls = Vec::with_capacity(CHUNK);
        for number in chunk.clone() {
            let past = past::call(number, progress.of, progress.end, zone);
            calls.push(rehearse::run(past, &agent.id, provider_agent_id, zone).await);
            // Requests come first.
            tokio::task::yield_now().await;
        }
        app.store.import(&calls).await?;
        progress.done = chunk.end;
        note(app, progress).await?;
        // Whoever looks already fetches again, rather than being told of each.
        app.hub.publish("resync", &serde_json::json!({}));
    }
    Ok(progress.done - begun)
}

/// Where to go on; `None` when there is nothing to do.
async fn progress(app: &AppState) -> Result<Option<Progress>, StoreError> {
    if let Some(note) = app.store.note(NOTE).await? {
        let progress: Progress = serde_json::from_str(&note).map_err(|e| StoreError::Document(e.into()))?;
        return Ok(Some(progress).filter(|progress| progress.done < progress.of));
    }
    let (_, calls) = app.store.page(&Filter::default(), 0, 1).await?;
    if calls > 0 {
        return Ok(None);
    }
    let progress = Progress {
        end: Timestamp::now(),
        of: app.config.seed_calls,
        done: 0,
    };
    note(app, progress).await?;
    Ok(Some(progress))
}

async fn note(app: &AppState, progress: Progress) -> Result<(), StoreError> {
    let note = serde_json::to_string(&progress).map_err(|e| StoreError::Document(e.into()))?;
    app.store.set_note(NOTE, &note).await
}
