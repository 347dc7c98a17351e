//! The calls of a page as lines of a CSV file.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use dispatch_server::{calls::CallRow, conversations::csv_rows};
use serde_json::json;

/// As many as the export has in memory at once.
const CALLS: usize = 500;

fn call(number: usize) -> CallRow {
    let json = json!({
        "id": format!("0199f0a2-7c3e-7d10-9a55-{number:012}"), "provider_call_id": format!("call_{number:032}"),
        "driver_name": "Mike Kowalski", "driver_phone": "+14155550123", "load_number": format!("{number}-B"),
        "call_type": "phone", "status": "ended", "call_outcome": "In-Transit Update",
        "driver_status": "Delayed", "scenario": "Dispatch", "current_location": "I-80 W, mile 212, past \"Joliet\", IL",
        "eta": "today at 4:15 PM", "delay_reason": "Loaded late", "delay_minutes": 40,
        "disconnection_reason": "agent_hangup", "live": false, "created_at": "2026-11-20T14:05:00.123Z",
        "started_at": "2026-11-20T14:05:09.456Z", "ended_at": "2026-11-20T14:06:39.789Z", "duration_ms": 90_333,
        "has_recording": true, "simulated": false,
    });
    serde_json::from_value(json).expect("a call")
}

pub(super) fn measure(c: &mut Criterion, _smoke: bool) {
    let calls: Vec<CallRow> = (0..CALLS).map(call).collect();
    let lines = csv_rows(&calls).expect("memory takes them");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&lines[..]);
    let cells: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(cells.len(), CALLS, "every call is a row");

    let mut group = c.benchmark_group(format!("{CALLS} calls as CSV"));
    group.throughput(Throughput::Bytes(lines.len() as u64));
    group.bench_function("floor: csv, of finished cells", |b| {
        b.iter(|| {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in black_box(&cells) {
                writer.write_record(row).expect("memory takes it");
            }
            writer.into_inner().expect("memory takes it")
        });
    });
    group.bench_function("copy of the finished bytes", |b| {
        b.iter(|| black_box(&lines).clone())
    });
    group.bench_function("csv_rows", |b| b.iter(|| csv_rows(black_box(&calls))));
    group.finish();
}
