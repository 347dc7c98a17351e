//! Agents in SQLite.

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, SqliteConnection};

use super::SqliteStore;
use super::rows::time;
use crate::agents::{Agent, AgentSettings};
use crate::store::{AgentStore, NewAgent, StoreError};

macro_rules! agent_columns {
    () => {
        "id, provider_agent_id, name, company_name, timezone, transfer_number, reminder_trigger_ms, \
         reminder_max_count, is_default, updated_at"
    };
}

#[async_trait]
impl AgentStore for SqliteStore {
    async fn ensure_agent(&self, agent: &NewAgent, now: Timestamp) -> Result<Agent, StoreError> {
        let mut tx = self.begin().await?;
        let found = ensure(&mut tx, agent, now).await?;
        tx.commit().await?;
        Ok(found)
    }

    async fn agents(&self) -> Result<Vec<Agent>, StoreError> {
        let rows = sqlx::query(concat!(
            "SELECT ",
            agent_columns!(),
            " FROM agent ORDER BY is_default DESC, name, id LIMIT 1000"
        ))
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(agent_row).collect()
    }

    async fn agent(&self, id: &str) -> Result<Option<Agent>, StoreError> {
        let mut connection = self.readers.acquire().await?;
        find(&mut connection, id).await
    }

    async fn update_agent(
        &self,
        id: &str,
        settings: &AgentSettings,
        now: Timestamp,
    ) -> Result<Option<Agent>, StoreError> {
        let mut tx = self.begin().await?;
        let Some(agent) = find(&mut tx, id).await? else {
            return Ok(None);
        };
        sqlx::query(
            "UPDATE agent SET provider_agent_id = coalesce(?, provider_agent_id), name = ?, company_name = ?, \
             timezone = ?, transfer_number = ?, reminder_trigger_ms = ?, reminder_max_count = ?, updated_at = ? \
             WHERE id = ?",
        )
        .bind(&settings.provider_agent_id)
        .bind(&settings.name)
        .bind(&settings.company_name)
        .bind(&settings.timezone)
        .bind(&settings.transfer_number)
        .bind(settings.reminder_trigger_ms)
        .bind(settings.reminder_max_count)
        .bind(now.as_millisecond())
        .bind(&agent.id)
        .execute(&mut *tx)
        .await
        .map_err(|error| match error {
            sqlx::Error::Database(e) if e.is_unique_violation() => StoreError::Taken("agent"),
            error => error.into(),
        })?;
        let agent = find(&mut tx, &agent.id).await?;
        tx.commit().await?;
        Ok(agent)
    }
}

/// See [`AgentStore::ensure_agent`]; part of larger transactions as well.
pub(super) async fn ensure(
    connection: &mut SqliteConnection,
    agent: &NewAgent,
    now: Timestamp,
) -> Result<Agent, StoreError> {
    let mut known = match &agent.provider_agent_id {
        Some(id) => find(connection, id).await?,
        None => None,
    };
    if known.is_none() && (agent.is_default || agent.provider_agent_id.is_none()) {
        known = default(connection).await?;
    }
    let id = match known {
        Some(known) if !agent.is_default => return Ok(known),
        Some(known) => known.id,
        None => insert(connection, agent, now).await?,
    };
    if agent.is_default {
        sqlx::query("UPDATE agent SET is_default = 0 WHERE is_default = 1 AND id <> ?")
            .bind(&id)
            .execute(&mut *connection)
            .await?;
        sqlx::query("UPDATE agent SET is_default = 1, provider_agent_id = coalesce(?, provider_agent_id) WHERE id = ?")
            .bind(&agent.provider_agent_id)
            .bind(&id)
            .execute(&mut *connection)
            .await?;
    }
    find(connection, &id).await?.ok_or(StoreError::Missing("agent"))
}

async fn insert(
    connection: &mut SqliteConnection,
    agent: &NewAgent,
    now: Timestamp,
) -> Result<String, StoreError> {
    let id = uuid::Uuid::now_v7().to_string();
    let settings = &agent.settings;
    sqlx::query(
        "INSERT INTO agent (id, provider_agent_id, name, company_name, timezone, transfer_number, \
         reminder_trigger_ms, reminder_max_count, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&id)
    .bind(&agent.provider_agent_id)
    .bind(&settings.name)
    .bind(&settings.company_name)
    .bind(&settings.timezone)
    .bind(&settings.transfer_number)
    .bind(settings.reminder_trigger_ms)
    .bind(settings.reminder_max_count)
    .bind(now.as_millisecond())
    .execute(connection)
    .await?;
    Ok(id)
}

async fn find(connection: &mut SqliteConnection, id: &str) -> Result<Option<Agent>, StoreError> {
    sqlx::query(concat!(
        "SELECT ",
        agent_columns!(),
        " FROM agent WHERE id = ?1 OR provider_agent_id = ?1"
    ))
    .bind(id)
    .fetch_optional(connection)
    .await?
    .as_ref()
    .map(agent_row)
    .transpose()
}

async fn default(connection: &mut SqliteConnection) -> Result<Option<Agent>, StoreError> {
    sqlx::query(concat!(
        "SELECT ",
        agent_columns!(),
        " FROM agent WHERE is_default = 1"
    ))
    .fetch_optional(connection)
    .await?
    .as_ref()
    .map(agent_row)
    .transpose()
}

fn agent_row(row: &SqliteRow) -> Result<Agent, StoreError> {
    Ok(Agent {
        id: row.try_get("id")?,
        provider_agent_id: row.try_get("provider_agent_id")?,
        name: row.try_get("name")?,
        company_name: row.try_get("company_name")?,
        timezone: row.try_get("timezone")?,
        transfer_number: row.try_get("transfer_number")?,
        reminder_trigger_ms: row.try_get("reminder_trigger_ms")?,
        reminder_max_count: row.try_get("reminder_max_count")?,
        is_default: row.try_get("is_default")?,
        updated_at: time(row.try_get("updated_at")?)?,
    })
}
