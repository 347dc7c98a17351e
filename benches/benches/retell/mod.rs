//! A server that stands in for Retell, and what it answers.

use std::{
    io::{BufRead, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    thread,
};

use serde_json::{Value, json};

/// A call that is over, as a list shows it.
pub(crate) fn call(number: usize) -> Value {
    json!({
        "call_id": format!("call_{number:032}"), "agent_id": "agent_0123456789abcdef", "agent_version": 3,
        "agent_name": "Dispatch", "call_type": "phone_call", "call_status": "ended", "direction": "outbound",
        "from_number": "+14155550100", "to_number": "+14155550123", "start_timestamp": 1_761_000_000_013_i64,
        "end_timestamp": 1_761_000_090_013_i64, "duration_ms": 90_000, "disconnection_reason": "agent_hangup",
        "recording_url": "https://example.com/recordings/0123456789abcdef.wav", "opt_in_signed_url": false,
        "call_cost": {"combined_cost": 18.5, "total_duration_seconds": 90, "total_duration_unit_price": 0.2,
            "product_costs": [{"product": "elevenlabs_tts", "cost": 10.5, "unit_price": 0.1}]},
        "latency": {"e2e": {"p50": 800, "p90": 1200.5, "p99": 1900, "min": 500, "max": 2000, "num": 12}},
        "call_analysis": {"call_summary": "The driver is on time.", "user_sentiment": "Neutral",
            "call_successful": true, "in_voicemail": false, "custom_analysis_data": {}},
        "retell_llm_dynamic_variables": {"driver_name": "Mike", "load_number": "7891-B"},
    })
}

/// A call with its transcript.
pub(crate) fn whole_call() -> Value {
    let mut call = call(0);
    let words: Vec<_> = (0..12)
        .map(|n| json!({"word": "word ", "start": n, "end": f64::from(n) + 0.4}))
        .collect();
    let said = json!({"role": "user", "content": "word ".repeat(12), "words": words});
    call["transcript_object"] = vec![said.clone(); 40].into();
    call["transcript_with_tool_calls"] = vec![said; 40].into();
    call
}

/// A server that gives every request the same answer. Its address.
pub(crate) fn serve(answer: &Value) -> String {
    let body = answer.to_string();
    let response = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let response = response.clone();
            thread::spawn(move || answer_all(stream, response.as_bytes()));
        }
    });
    format!("http://{address}")
}

fn answer_all(stream: TcpStream, response: &[u8]) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut sink = stream.try_clone()?;
    let mut requests = BufReader::new(stream);
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if requests.read_line(&mut line)? == 0 {
                return Ok(());
            }
            if let Some(bytes) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = bytes.trim().parse().unwrap_or(0);
            }
            if line == "\r\n" {
                break;
            }
        }
        requests.read_exact(&mut vec![0; length])?;
        sink.write_all(response)?;
    }
}

/// A page of 1000 calls.
pub(crate) fn page() -> Value {
    json!({"items": (0..1000).map(call).collect::<Vec<_>>(), "has_more": false})
}
