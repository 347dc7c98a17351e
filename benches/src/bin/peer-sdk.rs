//! Does the tasks in Rust: barely, without types, or by this workspace's crates. One task a line on standard input, then
//! `go`; see `benches::sdks`.

use std::io::{BufRead as _, Write as _};

use benches::{
    retell,
    sdks::task::{Operation, Seen, Task},
};
use clap::{Parser, ValueEnum};
use hmac::{Hmac, KeyInit as _, Mac as _};
use retell_client::{
    Client, Page,
    models::{Call, ListCalls},
};
use retell_webhook::{Event, Verifier};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use sha2::Sha256;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[derive(Parser)]
struct Cli {
    #[arg(long)]
    contestant: Contestant,
    url: String,
    key: String,
    call_id: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Contestant {
    Bare,
    Untyped,
    Ours,
}

/// What one would write by hand for this one event, with no thought for others.
#[derive(Deserialize)]
#[expect(
    dead_code,
    reason = "read, as an application would, and not all of it looked at"
)]
struct ByHand {
    event: String,
    call: Box<Call>,
    event_timestamp: Option<i64>,
}

struct Worker {
    cli: Cli,
    http: reqwest::Client,
    client: Client,
    verifier: Verifier,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let cli = Cli::parse();
    let worker = Worker {
        http: reqwest::Client::new(),
        client: Client::builder(cli.key.as_str()).base_url(&cli.url).build()?,
        verifier: Verifier::new(cli.key.as_str())?,
        cli,
    };
    let mut lines = std::io::stdin().lock().lines();
    while let Some(line) = lines.next() {
        let task: Task = serde_json::from_str(&line?)?;
        worker.times(&task, task.warm_up).await?;
        answer("ready")?;
        lines.next().transpose()?;
        let seen = worker.times(&task, task.times).await?;
        answer(&serde_json::to_string(&seen)?)?;
    }
    Ok(())
}

fn answer(line: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

impl Worker {
    async fn times(&self, task: &Task, times: u64) -> Result<Seen> {
        let mut all = Seen::default();
        for _ in 0..times {
            let seen = self.once(task).await?;
            all.items += seen.items;
            all.duration_ms += seen.duration_ms;
        }
        Ok(all)
    }

    async fn once(&self, task: &Task) -> Result<Seen> {
        let body = task.body.as_bytes();
        match task.operation {
            Operation::List => self.list().await,
            Operation::Retrieve => self.retrieve().await,
            Operation::Verify => Ok(judged(self.verify(task))),
            Operation::Refuse => Ok(judged(!self.verify(task))),
            Operation::Receive if !self.verify(task) => Ok(Seen::default()),
            Operation::Receive => match self.cli.contestant {
                Contestant::Bare => Ok(in_call(&serde_json::from_slice::<ByHand>(body)?.call)),
                Contestant::Untyped => Ok(Seen::in_call(&serde_json::from_slice::<Value>(body)?["call"])),
                Contestant::Ours => match Event::from_slice(body)? {
                    Event::CallAnalyzed(event) => Ok(in_call(&event.call)),
                    _ => Err("another event".into()),
                },
            },
        }
    }

    async fn list(&self) -> Result<Seen> {
        match self.cli.contestant {
            Contestant::Bare => Ok(on_page(&self.page().await?)),
            Contestant::Untyped => Ok(Seen::on_page(&self.page().await?)),
            Contestant::Ours => {
                let wanted = ListCalls::new().limit(retell::PAGE as u32);
                Ok(on_page(&self.client.call().list(&wanted).await?))
            }
        }
    }

    async fn retrieve(&self) -> Result<Seen> {
        match self.cli.contestant {
            Contestant::Bare => Ok(in_call(&self.call().await?)),
            Contestant::Untyped => Ok(Seen::in_call(&self.call().await?)),
            Contestant::Ours => Ok(in_call(
                &self.client.call().retrieve(self.cli.call_id.as_str()).await?,
            )),
        }
    }

    async fn page<T: DeserializeOwned>(&self) -> Result<T> {
        let request = self
            .http
            .post(format!("{}/v3/list-calls", self.cli.url))
            .header("content-type", "application/json")
            .body(serde_json::to_vec(&serde_json::json!({"limit": retell::PAGE}))?);
        self.read(request).await
    }

    async fn call<T: DeserializeOwned>(&self) -> Result<T> {
        let url = format!("{}/v2/get-call/{}", self.cli.url, self.cli.call_id);
        self.read(self.http.get(url)).await
    }

    async fn read<T: DeserializeOwned>(&self, request: reqwest::RequestBuilder) -> Result<T> {
        let answer = request.bearer_auth(&self.cli.key).send().await?;
        Ok(serde_json::from_slice(
            &answer.error_for_status()?.bytes().await?,
        )?)
    }

    fn verify(&self, task: &Task) -> bool {
        let body = task.body.as_bytes();
        match self.cli.contestant {
            Contestant::Bare | Contestant::Untyped => hmac_alone(&self.cli.key, body, &task.signature),
            Contestant::Ours => self.verifier.verify(&task.signature, body).is_ok(),
        }
    }
}

/// Believes any time.
fn hmac_alone(key: &str, body: &[u8], signature: &str) -> bool {
    let parts = signature
        .strip_prefix("v=")
        .and_then(|rest| rest.split_once(",d="));
    let Some((time, digest)) = parts else {
        return false;
    };
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else {
        return false;
    };
    let mac = mac.chain_update(body).chain_update(time);
    hex::decode(digest).is_ok_and(|digest| mac.verify_slice(&digest).is_ok())
}

fn judged(rightly: bool) -> Seen {
    if rightly { Seen::JUDGED } else { Seen::default() }
}

fn on_page(page: &Page<Call>) -> Seen {
    let length = |call: &Call| call.duration_ms.and_then(|ms| u64::try_from(ms).ok());
    Seen {
        items: page.items.len() as u64,
        duration_ms: page.items.iter().filter_map(length).sum(),
    }
}

fn in_call(call: &Call) -> Seen {
    let said = call.transcript_object.iter().flatten();
    Seen {
        items: said.map(|utterance| utterance.words.len() as u64).sum(),
        duration_ms: call
            .duration_ms
            .and_then(|ms| u64::try_from(ms).ok())
            .unwrap_or_default(),
    }
}
