//! Everything the simulator remembers: agents, calls, what became of them.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use retell_client::models::{Agent, Call, CallStatus, ResponseEngine};
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use tokio::sync::{mpsc, watch};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::{CallReport, DeliveryReport, SimOptions, TurnTiming};

/// How long an idempotency key is remembered.
const IDEMPOTENCY: Duration = Duration::from_secs(3_600);

/// What somebody wants of a live call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    /// Somebody joins the web call.
    Join,
    /// The human driver says this.
    Say(String),
    /// The person hangs up.
    HangUp,
    /// The API stops the call.
    Stop,
}

/// The simulator's state, shared by all its tasks.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) options: SimOptions,
    pub(crate) base_url: String,
    pub(crate) http: reqwest::Client,
    pub(crate) tasks: TaskTracker,
    pub(crate) closing: CancellationToken,
    /// Held while a call with an idempotency key is placed, so that two requests at once make one call.
    pub(crate) placing: Mutex<()>,
    state: Mutex<State>,
    changes: watch::Sender<u64>,
}

#[derive(Debug)]
struct State {
    agents: BTreeMap<String, Agent>,
    calls: HashMap<String, Entry>,
    /// Ids in order of creation.
    order: VecDeque<String>,
    created: u64,
    keys: HashMap<String, (Instant, String, String)>,
}

/// One call and all that belongs to it.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) call: Call,
    pub(crate) access_token: Option<SecretString>,
    /// The way to the live call; none once it is over.
    pub(crate) commands: Option<mpsc::Sender<Command>>,
    pub(crate) human: bool,
    /// Somebody has joined in the browser.
    pub(crate) joined: bool,
    pub(crate) violations: Vec<String>,
    pub(crate) turns: Vec<TurnTiming>,
    pub(crate) reconnects: u32,
    pub(crate) webhooks: Vec<DeliveryReport>,
    pub(crate) over: bool,
}

impl Entry {
    pub(crate) fn new(call: Call) -> Self {
        Self {
            call,
            access_token: None,
            commands: None,
            human: false,
            joined: false,
            violations: Vec::new(),
            turns: Vec::new(),
            reconnects: 0,
            webhooks: Vec::new(),
            over: false,
        }
    }

    fn report(&self) -> CallReport {
        CallReport {
            call: self.call.clone(),
            violations: self.violations.clone(),
            turns: self.turns.clone(),
            reconnects: self.reconnects,
            webhooks: self.webhooks.clone(),
            over: self.over,
        }
    }
}

impl Shared {
    pub(crate) fn new(options: SimOptions, base_url: String, http: reqwest::Client) -> Self {
        let mut agent = Agent::new(
            options.agent_id.as_str(),
            ResponseEngine::custom_llm(options.llm_websocket_url.clone().unwrap_or_default()),
        );
        agent.agent_name = "Dispatch check call".into();
        if let Some(url) = &options.webhook_url {
            agent.webhook_url = url.as_str().into();
        }
        agent.voice_id = Some("11labs-Adrian".into());
        agent.version = Some(0);
        agent.is_published = Some(false);
        agent.last_modification_timestamp = Some(jiff::Timestamp::now().as_millisecond());
        let agents = [(options.agent_id.clone(), agent)].into();
        Self {
            options,
            base_url,
            http,
            tasks: TaskTracker::new(),
            closing: CancellationToken::new(),
            placing: Mutex::new(()),
            state: Mutex::new(State {
                agents,
                calls: HashMap::new(),
                order: VecDeque::new(),
                created: 0,
                keys: HashMap::new(),
            }),
            changes: watch::Sender::new(0),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change is whole when a panic could strike, so a poisoned lock guards good state.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this is the API key; takes as long for every wrong one of the same length.
    pub(crate) fn is_api_key(&self, key: &str) -> bool {
        same_secret(&self.options.api_key, key)
    }

    pub(crate) fn agent(&self, id: &str) -> Option<Agent> {
        self.state().agents.get(id).cloned()
    }

    pub(crate) fn agents(&self) -> Vec<Agent> {
        self.state().agents.values().cloned().collect()
    }

    pub(crate) fn put_agent(&self, agent: Agent) {
        self.state()
            .agents
            .insert(agent.agent_id.as_str().to_owned(), agent);
    }

    /// How many calls are registered or ongoing.
    pub(crate) fn live_calls(&self) -> usize {
        self.state()
            .calls
            .values()
            .filter(|entry| is_live(&entry.call))
            .count()
    }

    /// Takes in a new call unless too many are live; returns how many were created before it.
    pub(crate) fn add(&self, entry: Entry) -> Option<u64> {
        let mut state = self.state();
        let live = state.calls.values().filter(|entry| is_live(&entry.call)).count();
        if is_live(&entry.call) && live >= self.options.max_concurrent {
            return None;
        }
        let id = entry.call.call_id.as_str().to_owned();
        if state.calls.insert(id.clone(), entry).is_none() {
            state.order.push_back(id);
        }
        let nth = state.created;
        state.created += 1;
        self.forget_oldest(&mut state);
        Some(nth)
    }

    fn forget_oldest(&self, state: &mut State) {
        while state.order.len() > self.options.max_remembered {
            let Some(at) = state
                .order
                .iter()
                .position(|id| state.calls.get(id).is_none_or(|e| e.over))
            else {
                return;
            };
            if let Some(id) = state.order.remove(at) {
                state.calls.remove(&id);
            }
        }
    }

    /// The call an idempotency key made within the last hour, and what was asked for then.
    pub(crate) fn made_with(&self, key: &str) -> Option<(String, String)> {
        let mut state = self.state();
        state.keys.retain(|_, (at, _, _)| at.elapsed() < IDEMPOTENCY);
        state
            .keys
            .get(key)
            .map(|(_, request, call_id)| (request.clone(), call_id.clone()))
    }

    pub(crate) fn remember_key(&self, key: String, request: String, call_id: String) {
        self.state().keys.insert(key, (Instant::now(), request, call_id));
    }

    /// Reads one call.
    pub(crate) fn read<T>(&self, call_id: &str, read: impl FnOnce(&Entry) -> T) -> Option<T> {
        self.state().calls.get(call_id).map(read)
    }

    /// Changes one call and wakes whoever waits for changes.
    pub(crate) fn change(&self, call_id: &str, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.state().calls.get_mut(call_id) {
            change(entry);
        }
        self.changes.send_modify(|n| *n += 1);
    }

    /// All calls, oldest first.
    pub(crate) fn all<T>(&self, read: impl Fn(&Entry) -> T) -> Vec<T> {
        let state = self.state();
        state
            .order
            .iter()
            .filter_map(|id| state.calls.get(id))
            .map(read)
            .collect()
    }

    pub(crate) fn report(&self, call_id: &str) -> Option<CallReport> {
        self.read(call_id, Entry::report)
    }

    pub(crate) fn reports(&self) -> Vec<CallReport> {
        self.all(Entry::report)
    }

    /// Told whenever any call changes.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }
}

/// Whether a call takes up a line.
pub(crate) fn is_live(call: &Call) -> bool {
    matches!(call.call_status, CallStatus::Registered | CallStatus::Ongoing)
}

pub(crate) fn same_secret(secret: &SecretString, candidate: &str) -> bool {
    secret
        .expose_secret()
        .as_bytes()
        .ct_eq(candidate.as_bytes())
        .into()
}
