//! Keeps turns without making a call wait for the disk.

use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Duration, Instant, timeout_at};

use crate::calls::TurnRow;
use crate::problem::Chain;
use crate::store::Store;

/// Records that may wait; beyond it they are dropped and counted.
const QUEUE: usize = 4096;
/// Records written at once.
const BATCH: usize = 256;

/// How long a record waits for others: each commit costs the database's one writer a wait for the disk.
const GATHER: Duration = Duration::from_millis(100);

/// Something to keep about a call.
#[derive(Debug)]
enum Record {
    Turn(String, TurnRow),
    Greeted(String, Timestamp),
    Flush(oneshot::Sender<()>),
}

/// Hands records to the task that writes them.
#[derive(Debug, Clone)]
pub struct TurnWriter(mpsc::Sender<Record>);

impl TurnWriter {
    /// Starts the task; it ends when the last writer is gone.
    pub fn start(store: Arc<dyn Store>) -> Self {
        let (sender, receiver) = mpsc::channel(QUEUE);
        tokio::spawn(write(store, receiver));
        Self(sender)
    }

    /// Keeps a turn of a call, soon.
    pub fn turn(&self, id: &str, turn: TurnRow) {
        self.send(Record::Turn(id.to_owned(), turn));
    }

    /// Keeps that the driver has heard the greeting, soon.
    pub fn greeted(&self, id: &str, at: Timestamp) {
        self.send(Record::Greeted(id.to_owned(), at));
    }

    /// Waits until everything handed over so far is written.
    ///
    /// # Cancel safety
    ///
    /// Safe; it is written all the same.
    pub async fn flush(&self) {
        let (done, waiting) = oneshot::channel();
        if self.0.send(Record::Flush(done)).await.is_ok() {
            let _ = waiting.await;
        }
    }

    fn send(&self, record: Record) {
        if self.0.try_send(record).is_err() {
            metrics::counter!("dispatch_turns_dropped_total").increment(1);
        }
    }
}

async fn write(store: Arc<dyn Store>, mut receiver: mpsc::Receiver<Record>) {
    let mut records = Vec::with_capacity(BATCH);
    while receiver.recv_many(&mut records, BATCH).await > 0 {
        gather(&mut receiver, &mut records).await;
        let (mut greeted, mut turns, mut flushed) = (Vec::new(), Vec::new(), Vec::new());
        for record in records.drain(..) {
            match record {
                Record::Turn(id, turn) => turns.push((id, turn)),
                Record::Greeted(id, at) => greeted.push((id, at)),
                Record::Flush(done) => flushed.push(done),
            }
        }
        if !(greeted.is_empty() && turns.is_empty())
            && let Err(error) = store.keep_spoken(&greeted, &turns).await
        {
            tracing::error!(greeted = greeted.len(), turns = turns.len(), error = %Chain(&error), "turns were not written down");
        }
        for done in flushed {
            let _ = done.send(());
        }
    }
}

/// Waits a moment for what other calls have to keep, unless somebody waits for it to be written.
async fn gather(receiver: &mut mpsc::Receiver<Record>, records: &mut Vec<Record>) {
    let deadline = Instant::now() + GATHER;
    while records.len() < BATCH && !matches!(records.last(), Some(Record::Flush(_))) {
        match timeout_at(deadline, receiver.recv()).await {
            Ok(Some(record)) => records.push(record),
            Ok(None) | Err(_) => return,
        }
    }
}
