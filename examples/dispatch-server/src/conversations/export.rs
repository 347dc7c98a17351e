//! Calls as CSV, row by row from the database to the socket.

use std::{borrow::Cow, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, stream};

use crate::calls::CallRow;
use crate::store::{Cursor, Filter, Store, StoreError};

/// The header row.
pub(crate) const COLUMNS: [&str; 21] = [
    "id",
    "provider_call_id",
    "driver_name",
    "driver_phone",
    "load_number",
    "call_type",
    "status",
    "call_outcome",
    "driver_status",
    "scenario",
    "current_location",
    "eta",
    "delay_reason",
    "delay_minutes",
    "disconnection_reason",
    "created_at",
    "started_at",
    "ended_at",
    "duration_ms",
    "has_recording",
    "simulated",
];

/// Rows per piece: what is in memory at once.
const BATCH: u32 = 500;

#[derive(Debug, thiserror::Error)]
pub(crate) enum CsvError {
    #[error("reading calls for the file")]
    Store(#[from] StoreError),
    #[error("writing the file")]
    Csv(#[from] csv::Error),
}

enum Step {
    Header,
    Rows(Option<Cursor>),
    Done,
}

/// The header and every matching call, newest first.
pub(crate) fn rows(store: Arc<dyn Store>, filter: Filter) -> impl Stream<Item = Result<Bytes, CsvError>> {
    stream::try_unfold(Step::Header, move |step| {
        let (store, filter) = (Arc::clone(&store), filter.clone());
        async move {
            match step {
                Step::Header => {
                    let header = write([COLUMNS.map(Cow::Borrowed)])?;
                    Ok(Some((header.into(), Step::Rows(None))))
                }
                Step::Rows(after) => {
                    let (calls, next) = store.batch(&filter, after, BATCH).await?;
                    let rows = csv_rows(&calls)?.into();
                    Ok(Some((
                        rows,
                        next.map_or(Step::Done, |next| Step::Rows(Some(next))),
                    )))
                }
                Step::Done => Ok(None),
            }
        }
    })
}

/// The lines of these calls, without the header.
///
/// # Errors
///
/// None that is known: the lines are as long as the header, and memory takes them.
pub fn csv_rows(calls: &[CallRow]) -> Result<Vec<u8>, csv::Error> {
    write(calls.iter().map(cells))
}

fn write<'a, const N: usize>(
    rows: impl IntoIterator<Item = [Cow<'a, str>; N]>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn cells(call: &CallRow) -> [Cow<'_, str>; COLUMNS.len()] {
    let time = |at: Option<jiff::Timestamp>| at.map_or(Cow::Borrowed(""), |at| at.to_string().into());
    let number = |n: Option<i64>| n.map_or(Cow::Borrowed(""), |n| n.to_string().into());
    let yes = |yes| Cow::Borrowed(if yes { "true" } else { "false" });
    [
        safe(&call.id),
        text(&call.provider_call_id),
        safe(&call.driver_name),
        text(&call.driver_phone),
        safe(&call.load_number),
        call.call_type.as_str().into(),
        call.status.as_str().into(),
        text(&call.call_outcome),
        text(&call.driver_status),
        call.scenario.map_or("", |scenario| scenario.as_str()).into(),
        text(&call.current_location),
        text(&call.eta),
        text(&call.delay_reason),
        number(call.delay_minutes),
        text(&call.disconnection_reason),
        time(Some(call.created_at)),
        time(call.started_at),
        time(call.ended_at),
        number(call.duration_ms),
        yes(call.has_recording),
        yes(call.simulated),
    ]
}

fn text(text: &Option<String>) -> Cow<'_, str> {
    safe(text.as_deref().unwrap_or_default())
}

/// Text that a spreadsheet will not take for a formula.
fn safe(text: &str) -> Cow<'_, str> {
    // The wide forms are read like the narrow ones in some countries.
    if text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ]) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_formula() {
        for bad in ["=1+1", "+1", "-2", "@x", "\tx", "\rx", "\n=1", "\u{ff1d}1"] {
            assert_eq!(safe(bad), format!("'{bad}"));
        }
        assert_eq!(safe("7891-B"), "7891-B");
        assert_eq!(safe(""), "");
    }
}
