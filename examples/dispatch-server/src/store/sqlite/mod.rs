//! SQLite: one writing connection, several reading ones, every commit on disk.

mod agents;
mod calls;
mod conversations;
mod idempotency;
mod inbox;
mod numbers;
mod reports;
mod rows;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Sqlite, SqliteConnection, Transaction};

use self::inbox::Arrival;
use super::{Store, StoreError};

/// The store on a SQLite file.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    /// One connection, so that writers queue here and not inside SQLite.
    writer: SqlitePool,
    readers: SqlitePool,
    /// Webhooks that wait for the writer; whoever gets it writes them all.
    arrivals: Arc<Mutex<Vec<Arrival>>>,
}

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The folder could not be made.
    #[error("cannot create the folder of {}", path.display())]
    Folder {
        /// The database file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file could not be opened or written.
    #[error("cannot open {} for writing", path.display())]
    Open {
        /// The database file.
        path: PathBuf,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The file is of another program or a newer version.
    #[error("cannot bring the tables of {} up to date", path.display())]
    Migrate {
        /// The database file.
        path: PathBuf,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl SqliteStore {
    /// Opens the file, making it and its tables where needed.
    ///
    /// # Errors
    ///
    /// When the file cannot be written or is not ours.
    pub async fn open(path: &Path) -> Result<Self, OpenError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            tokio::fs::create_dir_all(folder)
                .await
                .map_err(|source| OpenError::Folder {
                    path: path.to_owned(),
                    source,
                })?;
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .after_connect(|connection, _| Box::pin(count_commits(connection)))
            .connect_with(options.clone().thread_name(|_| "sqlite-writer".to_owned()))
            .await
            .map_err(|source| OpenError::Open {
                path: path.to_owned(),
                source: source.into(),
            })?;
        sqlx::migrate!("src/store/migrations")
            .run(&writer)
            .await
            .map_err(|source| OpenError::Migrate {
                path: path.to_owned(),
                source: source.into(),
            })?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(
                options
                    .create_if_missing(false)
                    .pragma("query_only", "ON")
                    .thread_name(|number| format!("sqlite-reader-{number}")),
            )
            .await
            .map_err(|source| OpenError::Open {
                path: path.to_owned(),
                source: source.into(),
            })?;
        Ok(Self {
            writer,
            readers,
            arrivals: Arc::default(),
        })
    }

    fn arrivals(&self) -> MutexGuard<'_, Vec<Arrival>> {
        self.arrivals.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn begin(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }
}

/// Each commit is a wait for the disk, and all of them stand in one line: what a database can take is a number of these.
async fn count_commits(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    connection.lock_handle().await?.set_commit_hook(|| {
        metrics::counter!("dispatch_database_commits_total").increment(1);
        true
    });
    Ok(())
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn ping(&self) -> Result<(), StoreError> {
        // A table, so that the file itself is read.
        sqlx::query("SELECT count(*) FROM meta")
            .execute(&self.readers)
            .await?;
        Ok(())
    }

    async fn note(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar("SELECT value FROM meta WHERE key = ?")
            .bind(key)
            .fetch_optional(&self.readers)
            .await?)
    }

    async fn set_note(&self, key: &str, value: &str) -> Result<(), StoreError> {
        sqlx::query("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
            .bind(key)
            .bind(value)
            .execute(&self.writer)
            .await?;
        Ok(())
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}
