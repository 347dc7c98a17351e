//! Keeps a file of calls up to date: appends every call since the newest one in it, one JSON object a line.
//!
//! A call that goes on ends the round: it and those after it come with the next one, so that none is missed or half.
//!
//! `RETELL_API_KEY=key_… cargo run --example sync_calls -- calls.jsonl 2026-11-01`
//!
//! The date says where to begin when there is no file yet.
#![expect(clippy::print_stdout, reason = "it is what this example is for")]

use std::{
    collections::HashSet,
    env,
    fs::{File, OpenOptions},
    io::{BufRead as _, BufReader, BufWriter, Write as _},
    path::Path,
};

use futures_util::TryStreamExt as _;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{civil::Date, tz::TimeZone};
use retell_client::{
    Client,
    models::{CallFilter, ListCalls, NumberFilter, SortOrder},
};
use serde_json::Value;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, date] = &*arguments else {
        return Err("usage: sync_calls <file> <since, such as 2026-11-01>".into());
    };
    let date: Date = date.parse()?;
    let path = Path::new(file);
    let (newest, known) = newest(path)?;
    let since = match newest {
        Some(newest) => newest,
        None => date.to_zoned(TimeZone::UTC)?.timestamp().as_millisecond(),
    };

    let client = Client::from_env()?;
    let list = ListCalls::new()
        .filter_criteria(CallFilter::new().start_timestamp(NumberFilter::at_least(since)))
        .sort_order(SortOrder::Ascending)
        .limit(1000);
    let counted = client
        .call()
        .list(&list.clone().limit(1).include_total(true))
        .await?;
    let total = counted
        .total
        .and_then(|total| u64::try_from(total.as_i64()?).ok());
    let bar = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {pos}/{len} calls, {eta} left",
    )?);

    let file = OpenOptions::new().create(true).append(true).open(path)?;
    let mut out = BufWriter::new(file);
    let mut calls = client.call().list(&list).stream();
    let mut new = 0;
    while let Some(call) = calls.try_next().await? {
        bar.inc(1);
        if known.contains(call.call_id.as_str()) {
            continue;
        }
        if !call.call_status.is_over() {
            break;
        }
        serde_json::to_writer(&mut out, &call)?;
        out.write_all(b"\n")?;
        new += 1;
    }
    out.flush()?;
    bar.finish_and_clear();
    println!("{new} new calls");
    Ok(())
}

/// When the newest call in the file began, and the ids of those that began then.
fn newest(path: &Path) -> Result<(Option<i64>, HashSet<String>), Box<dyn std::error::Error>> {
    let (mut newest, mut ids) = (None, HashSet::new());
    if !path.exists() {
        return Ok((newest, ids));
    }
    for line in BufReader::new(File::open(path)?).lines() {
        let call: Value = serde_json::from_str(&line?)?;
        let began = call["start_timestamp"].as_i64();
        if began > newest {
            newest = began;
            ids.clear();
        }
        if began == newest {
            ids.extend(call["call_id"].as_str().map(str::to_owned));
        }
    }
    Ok((newest, ids))
}
