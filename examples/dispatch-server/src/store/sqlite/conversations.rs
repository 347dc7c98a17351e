//! Finding calls in SQLite.

use async_trait::async_trait;
use sqlx::{QueryBuilder, Row as _, Sqlite};

use super::SqliteStore;
use super::rows::{call_row, call_status, document, late, maybe_time, row_columns, time};
use crate::calls::CallRow;
use crate::conversations::ResultItem;
use crate::store::{ConversationStore, Cursor, Filter, StatusFilter, StoreError};

#[async_trait]
impl ConversationStore for SqliteStore {
    async fn page(
        &self,
        filter: &Filter,
        offset: u64,
        limit: u32,
    ) -> Result<(Vec<CallRow>, u64), StoreError> {
        // One snapshot, so that rows and total agree.
        let mut tx = self.readers.begin().await?;
        let mut counting = QueryBuilder::<Sqlite>::new("SELECT count(*) FROM calllog WHERE 1");
        conditions(&mut counting, filter);
        let total: i64 = counting.build_query_scalar().fetch_one(&mut *tx).await?;

        // The index finds the page; only its rows are then read.
        let mut listing = QueryBuilder::<Sqlite>::new(concat!(
            "SELECT ",
            row_columns!(),
            " FROM calllog WHERE seq IN (SELECT seq FROM calllog WHERE 1"
        ));
        conditions(&mut listing, filter);
        listing
            .push(" ORDER BY created_at DESC, seq DESC LIMIT ")
            .push_bind(limit);
        listing
            .push(" OFFSET ")
            .push_bind(i64::try_from(offset).unwrap_or(i64::MAX));
        listing.push(") ORDER BY created_at DESC, seq DESC");
        let rows = listing.build().fetch_all(&mut *tx).await?;
        let rows = rows.iter().map(call_row).collect::<Result<_, _>>()?;
        Ok((rows, u64::try_from(total).unwrap_or(0)))
    }

    async fn batch(
        &self,
        filter: &Filter,
        after: Option<Cursor>,
        limit: u32,
    ) -> Result<(Vec<CallRow>, Option<Cursor>), StoreError> {
        let mut listing =
            QueryBuilder::<Sqlite>::new(concat!("SELECT ", row_columns!(), " FROM calllog WHERE 1"));
        conditions(&mut listing, filter);
        if let Some(after) = after {
            listing.push(" AND (created_at, seq) < (");
            listing.push_bind(after.created_at.as_millisecond());
            listing.push(", ").push_bind(after.seq).push(")");
        }
        listing
            .push(" ORDER BY created_at DESC, seq DESC LIMIT ")
            .push_bind(limit);
        let rows = listing.build().fetch_all(&self.readers).await?;
        let cursor = match rows.last() {
            Some(last) if rows.len() == limit as usize => Some(Cursor {
                created_at: time(last.try_get("created_at")?)?,
                seq: last.try_get("seq")?,
            }),
            _ => None,
        };
        let rows = rows.iter().map(call_row).collect::<Result<_, _>>()?;
        Ok((rows, cursor))
    }

    async fn results(&self, load_number: &str, limit: u32) -> Result<Vec<ResultItem>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, provider_call_id, driver_name, status, ended_at, structured_payload, conflicts \
             FROM calllog WHERE load_number = ? ORDER BY created_at DESC, seq DESC LIMIT ?",
        )
        .bind(load_number)
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                let payload: Option<&str> = row.try_get("structured_payload")?;
                Ok(ResultItem {
                    id: row.try_get("id")?,
                    provider_call_id: row.try_get("provider_call_id")?,
                    driver_name: row.try_get("driver_name")?,
                    status: call_status(row.try_get("status")?),
                    ended_at: maybe_time(row.try_get("ended_at")?)?,
                    structured_payload: payload.map(document).transpose()?,
                    conflicts: document(row.try_get("conflicts")?)?,
                })
            })
            .collect()
    }
}

fn conditions(query: &mut QueryBuilder<Sqlite>, filter: &Filter) {
    if let Some(q) = &filter.q {
        query.push(" AND seq IN (SELECT rowid FROM call_search WHERE call_search MATCH ");
        query.push_bind(search_expression(q)).push(")");
    }
    for (column, part) in [
        ("driver_name", &filter.driver_name),
        ("load_number", &filter.load_number),
    ] {
        if let Some(part) = part {
            query.push(" AND ").push(column).push(" LIKE ");
            query.push_bind(like_pattern(part)).push(" ESCAPE '\\'");
        }
    }
    match &filter.status {
        None => {}
        Some(StatusFilter::Call(status)) => {
            query.push(" AND status = ").push_bind(status.as_str());
        }
        Some(StatusFilter::Driver(status)) => {
            query.push(" AND driver_status = ").push_bind(*status);
        }
        Some(StatusFilter::Late) => {
            query.push(concat!(" AND ", late!()));
        }
        Some(StatusFilter::Outcome(outcome)) => {
            query.push(" AND call_outcome = ").push_bind(*outcome);
        }
    }
    if let Some(from) = filter.from {
        query.push(" AND created_at >= ").push_bind(from.as_millisecond());
    }
    if let Some(before) = filter.before {
        query
            .push(" AND created_at < ")
            .push_bind(before.as_millisecond());
    }
}

/// Every word a quoted prefix, so that nothing of the query is taken for an operator.
fn search_expression(q: &str) -> String {
    let words: Vec<String> = q
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"*", word.replace('"', " ")))
        .collect();
    // A query of signs alone finds nothing rather than everything.
    if words.is_empty() {
        "\"\"".to_owned()
    } else {
        words.join(" ")
    }
}

fn like_pattern(part: &str) -> String {
    let escaped = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_cannot_become_operators() {
        assert_eq!(search_expression("i-80 mike"), "\"i-80\"* \"mike\"*");
        assert_eq!(
            search_expression("a\" OR \"b NEAR("),
            "\"a \"* \"OR\"* \" b\"* \"NEAR(\"*"
        );
        assert_eq!(search_expression(" - * "), "\"\"");
    }

    #[test]
    fn patterns_match_themselves() {
        assert_eq!(like_pattern("50%_a\\"), "%50\\%\\_a\\\\%");
    }
}
