//! One record of a call out of its events, however they arrive.
//!
//! Each fact (a top-level field of the call object, and the latest transfer) is kept with a rank: the stage of the call
//! it was reported at, the time of the report, and last its text. The greater rank stays. A maximum does not care for
//! order or repetition, and equal ranks have equal texts, so neither does the record.

use std::collections::{BTreeMap, btree_map::Entry};

use retell_client::models::{Call, CallId, CallStatus};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::event::{Event, Subject, TransferDestination, TransferEvent};

/// How far a call has come, as its events tell. A later stage knows better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stage {
    /// Nothing has been heard of it but that it exists.
    #[default]
    Created,
    /// It is connected.
    Started,
    /// Something was reported from its middle: a transcript, a transfer.
    Underway,
    /// It is over, or never connected.
    Ended,
    /// Its analysis is there.
    Analyzed,
}

impl Stage {
    /// The stage an event reports; `None` if it is about no call.
    pub fn of(event: &Event) -> Option<Self> {
        match event {
            Event::CallStarted(_) => Some(Self::Started),
            Event::CallEnded(_) => Some(Self::Ended),
            Event::CallAnalyzed(_) => Some(Self::Analyzed),
            other => other.call().map(|_| Self::Underway),
        }
    }

    /// The stage of a call as the API returns it. Unknown states tell nothing: [`Stage::Created`].
    pub fn of_call(call: &Call) -> Self {
        match call.call_status {
            CallStatus::Ended | CallStatus::Error | CallStatus::NotConnected => {
                if call.call_analysis.is_some() {
                    Self::Analyzed
                } else {
                    Self::Ended
                }
            }
            CallStatus::Ongoing => Self::Started,
            _ => Self::Created,
        }
    }

    /// Whether the call is over.
    pub fn is_over(self) -> bool {
        self >= Self::Ended
    }
}

/// How far a transfer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TransferStage {
    /// It begins.
    Started,
    /// It was given up.
    Cancelled,
    /// The parties are connected.
    Bridged,
    /// The transferred leg is over.
    Ended,
}

/// The latest transfer of a call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Transfer {
    /// When this was reported, in milliseconds since the epoch, where told.
    pub event_timestamp: Option<i64>,
    /// How far it has come.
    pub stage: TransferStage,
    /// Where to, where told.
    pub destination: Option<TransferDestination>,
}

/// What is known of one call: the same record for the same events, in any order and each any number of times.
///
/// It only moves forward: the stage never falls, and a fact once known is replaced by a better one but never forgotten.
/// Of two reports of one fact the one from the later [`Stage`] is better, then the one with the later
/// `event_timestamp` (any is better than none), then the longer.
///
/// It is JSON by serde, to be kept beside the call and read back with the next event. `Debug` shows no facts.
///
/// ```
/// use retell_webhook::{CallLifecycle, Event, Stage};
///
/// let mut record = CallLifecycle::new("call_1");
/// for body in [
///     &br#"{"event":"call_ended","call":{"call_id":"call_1","duration_ms":9000}}"#[..],
///     br#"{"event":"call_started","call":{"call_id":"call_1","call_status":"ongoing"}}"#,
/// ] {
///     record.observe(&Event::from_slice(body)?);
/// }
/// assert_eq!(record.stage(), Stage::Ended);
/// assert_eq!(record.call().duration_ms, Some(9000));
/// # Ok::<(), retell_webhook::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct CallLifecycle {
    call_id: CallId,
    stage: Stage,
    facts: BTreeMap<String, Fact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transfer: Option<Transfer>,
}

/// One field of the call object, and how well it is known.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Fact {
    stage: Stage,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    value: Value,
}

impl CallLifecycle {
    /// A call of which nothing has been heard.
    pub fn new(call_id: impl Into<CallId>) -> Self {
        Self {
            call_id: call_id.into(),
            stage: Stage::Created,
            facts: BTreeMap::new(),
            transfer: None,
        }
    }

    /// What one event tells; `None` if it is about no call.
    pub fn of_event(event: &Event) -> Option<Self> {
        let call = event.call()?;
        let mut record = Self::of_call(call, Stage::of(event)?, event.event_timestamp());
        if let Subject::Transfer(transfer) = event.subject() {
            record.transfer = TransferStage::of(event).map(|stage| Transfer::new(stage, transfer));
        }
        Some(record)
    }

    /// What a call object tells that was seen at a stage, at a time in milliseconds since the epoch where known.
    ///
    /// For a call that was retrieved over the API, [`Stage::of_call`] tells the stage. The browser's token of a web call
    /// is left out: a record is kept, and the token is a secret.
    pub fn of_call(call: &Call, stage: Stage, at: Option<i64>) -> Self {
        let mut fields = match serde_json::to_value(call) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        };
        fields.remove("access_token");
        let fact = |value| Fact { stage, at, value };
        Self {
            call_id: call.call_id.clone(),
            stage,
            facts: fields
                .into_iter()
                .map(|(name, value)| (name, fact(value)))
                .collect(),
            transfer: None,
        }
    }

    /// Takes in an event. True if it told anything new; an event of another call, or of none, is passed over.
    pub fn observe(&mut self, event: &Event) -> bool {
        Self::of_event(event).is_some_and(|seen| self.merge(seen))
    }

    /// Takes in what another record of the same call knows. True if that was anything new; a record of another call is
    /// passed over.
    pub fn merge(&mut self, other: Self) -> bool {
        if other.call_id != self.call_id {
            return false;
        }
        let mut news = other.stage > self.stage;
        self.stage = self.stage.max(other.stage);
        for (name, fact) in other.facts {
            match self.facts.entry(name) {
                Entry::Vacant(place) => {
                    place.insert(fact);
                    news = true;
                }
                Entry::Occupied(mut place) if fact.is_better_than(place.get()) => {
                    place.insert(fact);
                    news = true;
                }
                Entry::Occupied(_) => {}
            }
        }
        if let Some(transfer) = other.transfer
            && self
                .transfer
                .as_ref()
                .is_none_or(|known| transfer.rank() > known.rank())
        {
            self.transfer = Some(transfer);
            news = true;
        }
        news
    }

    /// The call.
    pub fn call_id(&self) -> &CallId {
        &self.call_id
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Its latest transfer, if any was reported.
    pub fn transfer(&self) -> Option<&Transfer> {
        self.transfer.as_ref()
    }

    /// The call object with everything that is known.
    pub fn call(&self) -> Call {
        call_of(&self.call_id, &self.facts).expect("each fact is a field of a call object as it was written")
    }
}

impl Fact {
    fn is_better_than(&self, known: &Self) -> bool {
        let rank = |fact: &Self| (fact.stage, fact.at);
        rank(self).cmp(&rank(known)).then_with(|| {
            if self.value == known.value {
                return std::cmp::Ordering::Equal;
            }
            text_rank(&self.value).cmp(&text_rank(&known.value))
        }) == std::cmp::Ordering::Greater
    }
}

impl TransferStage {
    fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::TransferStarted(_) => Self::Started,
            Event::TransferCancelled(_) => Self::Cancelled,
            Event::TransferBridged(_) => Self::Bridged,
            Event::TransferEnded(_) => Self::Ended,
            _ => return None,
        })
    }
}

impl Transfer {
    fn new(stage: TransferStage, event: &TransferEvent) -> Self {
        Self {
            event_timestamp: event.event_timestamp,
            stage,
            destination: event.transfer_destination.clone(),
        }
    }

    fn rank(&self) -> impl Ord + use<> {
        (self.event_timestamp, self.stage, text_rank(&self.destination))
    }
}

/// Longer is better; the text itself decides between equals, so that there is always a winner.
fn text_rank(value: &impl Serialize) -> (usize, String) {
    let text = serde_json::to_string(value).unwrap_or_default();
    (text.len(), text)
}

fn call_of(call_id: &CallId, facts: &BTreeMap<String, Fact>) -> Result<Call, serde_json::Error> {
    let mut fields: Map<String, Value> = facts
        .iter()
        .map(|(name, fact)| (name.clone(), fact.value.clone()))
        .collect();
    fields.insert("call_id".to_owned(), call_id.as_str().into());
    serde_json::from_value(Value::Object(fields))
}

/// A record as it was written, not yet believed.
#[derive(Deserialize)]
struct Stored {
    call_id: CallId,
    stage: Stage,
    facts: BTreeMap<String, Fact>,
    #[serde(default)]
    transfer: Option<Transfer>,
}

impl TryFrom<Stored> for CallLifecycle {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, Self::Error> {
        // The reason may quote a fact.
        call_of(&stored.call_id, &stored.facts).map_err(|_| "the facts are not those of a call")?;
        Ok(Self {
            call_id: stored.call_id,
            stage: stored.stage,
            facts: stored.facts,
            transfer: stored.transfer,
        })
    }
}

impl std::fmt::Debug for CallLifecycle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CallLifecycle")
            .field("call_id", &self.call_id)
            .field("stage", &self.stage)
            .field("facts", &self.facts.len())
            .field("transfer", &self.transfer)
            .finish()
    }
}
