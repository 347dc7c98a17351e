//! What the model may do besides talking.
//!
//! Retell may ask, discard the answer and ask again within one turn of the caller's, so a tool can be called twice for
//! one wish. A call with the same name and arguments is therefore run once, and its answer remembered; it runs on a task
//! of its own, so that it is finished even when the caller cuts in.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use serde_json::{Value, json};

/// Calls remembered for one phone call at most.
const MOST_CALLS: usize = 100;

type Running = Shared<BoxFuture<'static, Arc<Answer>>>;

/// What a tool answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) content: String,
    pub(crate) successful: bool,
}

/// The tools of one call.
pub(crate) struct Tools {
    call_id: String,
    calls: Mutex<HashMap<(String, String), Running>>,
}

impl Tools {
    pub(crate) fn new(call_id: String) -> Self {
        Self {
            call_id,
            calls: Mutex::default(),
        }
    }

    /// The tools as the model is told of them.
    pub(crate) fn described() -> Value {
        json!([
            {"type": "function", "function": {
                "name": "lookup_order",
                "description": "Where an order is.",
                "parameters": {"type": "object", "required": ["order_id"],
                    "properties": {"order_id": {"type": "string"}}}}},
            {"type": "function", "function": {
                "name": "end_call",
                "description": "Hangs up. Call it once the caller has said goodbye.",
                "parameters": {"type": "object", "properties": {}}}},
        ])
    }

    /// Runs a tool, or waits for the same call that is running already, or gives its answer again.
    pub(crate) async fn run(&self, name: &str, arguments: &str) -> Arc<Answer> {
        let key = (name.to_owned(), arguments.to_owned());
        let running = {
            let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
            if calls.len() >= MOST_CALLS && !calls.contains_key(&key) {
                return Arc::new(Answer::failed("too many tool calls"));
            }
            let running = calls.entry(key).or_insert_with(|| {
                // What a real service would be given, so that it too does a thing once.
                let idempotency_key = format!("{}:{name}:{arguments}", self.call_id);
                let work = execute(name.to_owned(), arguments.to_owned(), idempotency_key);
                let running = work.map(Arc::new).boxed().shared();
                tokio::spawn(running.clone());
                running
            });
            running.clone()
        };
        running.await
    }
}

impl Answer {
    fn failed(why: &str) -> Self {
        Self {
            content: json!({ "error": why }).to_string(),
            successful: false,
        }
    }
}

/// Stands for a service that takes its time.
async fn execute(name: String, arguments: String, _idempotency_key: String) -> Answer {
    let arguments: Value = serde_json::from_str(&arguments).unwrap_or_default();
    match (name.as_str(), arguments["order_id"].as_str()) {
        ("lookup_order", Some(order)) => {
            tokio::time::sleep(Duration::from_millis(200)).await;
            Answer {
                content: json!({"order_id": order, "status": "left the warehouse this morning"}).to_string(),
                successful: true,
            }
        }
        ("lookup_order", None) => Answer::failed("order_id is missing"),
        _ => Answer::failed("no such tool"),
    }
}
