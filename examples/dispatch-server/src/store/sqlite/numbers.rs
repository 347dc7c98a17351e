//! Counting calls in SQLite.

use async_trait::async_trait;
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::SqliteStore;
use super::rows::{count, late, time};
use crate::metrics::{Count, Metrics, Percentiles};
use crate::store::{Bucket, NumberStore, Range, StoreError};

const QUARTER_MS: i64 = 15 * 60 * 1000;

/// The counts of the cards.
macro_rules! card_counts {
    () => {
        concat!(
            "count(*) AS calls, \
             coalesce(sum(call_outcome IS 'Arrival Confirmation'), 0) AS arrivals, \
             coalesce(sum(",
            late!(),
            "), 0) AS delays, \
             coalesce(sum(call_outcome IS 'Emergency Escalation'), 0) AS emergencies"
        )
    };
}

/// Nearest-rank percentiles of the column `x` of a query, in one pass.
macro_rules! percentiles {
    ($values:literal) => {
        concat!(
            "WITH v AS (SELECT x, row_number() OVER (ORDER BY x) AS n, count(*) OVER () AS total FROM (",
            $values,
            ")) SELECT min(CASE WHEN n * 100 >= 50 * total THEN x END) AS p50, \
             min(CASE WHEN n * 100 >= 90 * total THEN x END) AS p90, \
             min(CASE WHEN n * 100 >= 99 * total THEN x END) AS p99, count(*) AS total FROM v"
        )
    };
}

#[async_trait]
impl NumberStore for SqliteStore {
    async fn metrics(&self) -> Result<Metrics, StoreError> {
        let row = sqlx::query(concat!(
            "SELECT ",
            card_counts!(),
            ", avg(CASE WHEN delay_minutes > 0 THEN delay_minutes END) AS delay, \
             coalesce(sum(status = 'updated'), 0) AS live FROM calllog"
        ))
        .fetch_one(&self.readers)
        .await?;
        Ok(Metrics {
            total_calls: count(&row, "calls")?,
            arrivals: count(&row, "arrivals")?,
            delays: count(&row, "delays")?,
            emergencies: count(&row, "emergencies")?,
            avg_delay_minutes: row.try_get("delay")?,
            live_calls: count(&row, "live")?,
        })
    }

    async fn buckets(&self, range: Range) -> Result<Vec<Bucket>, StoreError> {
        let rows = sqlx::query(concat!(
            "SELECT created_at / ?3 AS quarter, ",
            card_counts!(),
            " FROM calllog WHERE created_at >= ?1 AND created_at < ?2 GROUP BY quarter ORDER BY quarter"
        ))
        .bind(range.from.as_millisecond())
        .bind(range.before.as_millisecond())
        .bind(QUARTER_MS)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                let quarter: i64 = row.try_get("quarter")?;
                Ok(Bucket {
                    start: time(quarter * QUARTER_MS)?,
                    calls: count(row, "calls")?,
                    arrivals: count(row, "arrivals")?,
                    delays: count(row, "delays")?,
                    emergencies: count(row, "emergencies")?,
                })
            })
            .collect()
    }

    async fn outcomes(&self, range: Range) -> Result<Vec<Count>, StoreError> {
        self.counts(
            "SELECT call_outcome AS name, count(*) AS n FROM calllog \
             WHERE created_at >= ? AND created_at < ? AND call_outcome IS NOT NULL \
             GROUP BY name ORDER BY n DESC, name LIMIT 100",
            range,
        )
        .await
    }

    async fn delay_reasons(&self, range: Range) -> Result<Vec<Count>, StoreError> {
        self.counts(
            concat!(
                "SELECT coalesce(nullif(nullif(delay_reason, 'None'), ''), 'Unknown') AS name, count(*) AS n \
                 FROM calllog WHERE created_at >= ? AND created_at < ? AND ",
                late!(),
                " GROUP BY name ORDER BY n DESC, name LIMIT 100"
            ),
            range,
        )
        .await
    }

    async fn end_reasons(&self, range: Range) -> Result<Vec<Count>, StoreError> {
        self.counts(
            "SELECT disconnection_reason AS name, count(*) AS n FROM calllog \
             WHERE created_at >= ? AND created_at < ? AND disconnection_reason IS NOT NULL \
             GROUP BY name ORDER BY n DESC, name LIMIT 100",
            range,
        )
        .await
    }

    async fn durations(&self, range: Range) -> Result<Option<Percentiles>, StoreError> {
        let row = sqlx::query(percentiles!(
            "SELECT CAST(duration_ms AS REAL) AS x FROM calllog \
             WHERE created_at >= ? AND created_at < ? AND duration_ms > 0"
        ))
        .bind(range.from.as_millisecond())
        .bind(range.before.as_millisecond())
        .fetch_one(&self.readers)
        .await?;
        percentiles_row(&row)
    }

    async fn latencies(&self, range: Range) -> Result<Option<Percentiles>, StoreError> {
        let row = sqlx::query(percentiles!(
            "SELECT first_chunk_ms AS x FROM turn WHERE at >= ? AND at < ? AND first_chunk_ms IS NOT NULL"
        ))
        .bind(range.from.as_millisecond())
        .bind(range.before.as_millisecond())
        .fetch_one(&self.readers)
        .await?;
        percentiles_row(&row)
    }
}

impl SqliteStore {
    async fn counts(&self, sql: &'static str, range: Range) -> Result<Vec<Count>, StoreError> {
        let rows = sqlx::query(sql)
            .bind(range.from.as_millisecond())
            .bind(range.before.as_millisecond())
            .fetch_all(&self.readers)
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Count {
                    name: row.try_get("name")?,
                    count: count(row, "n")?,
                })
            })
            .collect()
    }
}

fn percentiles_row(row: &SqliteRow) -> Result<Option<Percentiles>, StoreError> {
    let count = count(row, "total")?;
    if count == 0 {
        return Ok(None);
    }
    Ok(Some(Percentiles {
        p50: row.try_get("p50")?,
        p90: row.try_get("p90")?,
        p99: row.try_get("p99")?,
        count,
    }))
}
