//! A whole call with no sockets, on a virtual clock.

use std::collections::BTreeMap;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::task::{Context, Poll};

use futures_util::{Sink, Stream};
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use retell_client::models::{Call, CallId, CallStatus, CallType, Direction, DisconnectionReason, Nullable};
use retell_llm_ws::frame::{CallDetails, Inbound, Outbound, Request, UpdateOnly};
use retell_llm_ws::{
    Admission, CallContext, Clock, ConversationPolicy, Message, Options, ResponseId, TransportError, TurnKind,
};
use tokio::sync::mpsc;

use crate::analysis;
use crate::conversation::{Conversation, Effect, Ending, Settings};
use crate::driver::Driver;

/// What a rehearsed call starts from. The same seed, driver and policy give the same call.
#[derive(Clone)]
#[non_exhaustive]
pub struct CallSeed {
    /// The call's id.
    pub call_id: CallId,
    /// The agent's id. Default `agent_sim_dispatch`.
    pub agent_id: String,
    /// The dynamic variables.
    pub variables: BTreeMap<String, String>,
    /// When the call began.
    pub start: Timestamp,
    /// What thinking times and latencies are drawn from. Default 7.
    pub seed: u64,
    /// Anything to hand back as `metadata`. Default none.
    pub metadata: Option<serde_json::Value>,
    /// For a phone call, from whom to whom; a web call without. Default none.
    pub numbers: Option<(String, String)>,
    /// Silence after which the agent is asked for a reminder, in milliseconds. Default 10 000.
    pub reminder_trigger_ms: u64,
    /// How many reminders in a row. Default 3.
    pub reminder_max_count: u32,
}

impl CallSeed {
    /// A web call of this id that began at `start`.
    pub fn new(call_id: impl Into<CallId>, variables: BTreeMap<String, String>, start: Timestamp) -> Self {
        Self {
            call_id: call_id.into(),
            agent_id: "agent_sim_dispatch".to_owned(),
            variables,
            start,
            seed: 7,
            metadata: None,
            numbers: None,
            reminder_trigger_ms: 10_000,
            reminder_max_count: 3,
        }
    }
}

/// Names and numbers are not shown.
impl fmt::Debug for CallSeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallSeed")
            .field("call_id", &self.call_id)
            .field("start", &self.start)
            .field("seed", &self.seed)
            .finish_non_exhaustive()
    }
}

/// Runs a call from greeting to hang-up, through the real engine but with no socket and no waiting, and returns it as
/// Retell would report it after its analysis.
///
/// A human driver says nothing here, so use a script or a persona. It runs on a tokio runtime with time enabled, for the
/// engine's deadlines; a policy that answers at once never meets one.
///
/// # Cancel safety
///
/// Dropped, the rehearsal is forgotten; nothing else was touched.
pub async fn rehearse<F>(factory: F, driver: Driver, seed: CallSeed) -> Call
where
    F: FnOnce(&CallContext) -> Box<dyn ConversationPolicy> + Send,
{
    let mut call = registered(&seed);
    let in_voicemail = driver.is_voicemail();
    if !driver.picks_up() {
        let reason = match call.call_type {
            CallType::PhoneCall => DisconnectionReason::DialNoAnswer,
            _ => DisconnectionReason::ErrorUserNotJoined,
        };
        analysis::conclude(&mut call, &Ending::because(reason), None, 0);
        call.call_analysis = Some(analysis::analyse(&call, false));
        return call;
    }
    call.call_status = CallStatus::Ongoing;
    call.start_timestamp = Some(seed.start.as_millisecond());

    let clock = Arc::new(AtomicI64::new(seed.start.as_millisecond()));
    let read = Arc::clone(&clock);
    let options = Options::new().no_holding().clock(Clock::new(move || {
        Timestamp::from_millisecond(read.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }));
    let (ours, theirs) = pipe();
    let stage = Stage {
        pipe: ours,
        clock,
        start_ms: seed.start.as_millisecond(),
        rng: StdRng::seed_from_u64(seed.seed ^ 0x4e4e),
    };
    let settings = Settings {
        reminder_trigger_ms: seed.reminder_trigger_ms,
        reminder_max_count: seed.reminder_max_count,
        update_every_ms: u64::MAX / 4,
        ..Settings::default()
    };
    let conversation = Conversation::new(settings, driver, seed.seed);

    let engine = retell_llm_ws::run(
        theirs,
        seed.call_id.clone(),
        Admission::fresh(),
        factory,
        &options,
    );
    let play = stage.play(conversation, call.clone());
    tokio::pin!(engine, play);
    let mut served = false;
    let (conversation, ending) = loop {
        tokio::select! {
            biased;
            played = &mut play => break played,
            _ = &mut engine, if !served => served = true,
        }
    };
    analysis::conclude(&mut call, &ending, Some(&conversation), conversation.now_ms());
    call.call_analysis = Some(analysis::analyse(&call, in_voicemail));
    call
}

fn registered(seed: &CallSeed) -> Call {
    let call_type = if seed.numbers.is_some() {
        CallType::PhoneCall
    } else {
        CallType::WebCall
    };
    let mut call = Call::new(
        seed.call_id.clone(),
        seed.agent_id.as_str(),
        call_type,
        CallStatus::Registered,
    );
    call.agent_version = Some(0);
    call.metadata = seed.metadata.clone().map_or(Nullable::Absent, Nullable::Value);
    call.retell_llm_dynamic_variables = Some(seed.variables.clone());
    if let Some((from, to)) = &seed.numbers {
        call.direction = Some(Direction::Outbound);
        call.from_number = Some(from.clone());
        call.to_number = Some(to.clone());
    }
    call
}

/// Retell's side, played without waiting.
struct Stage {
    pipe: Pipe,
    clock: Arc<AtomicI64>,
    start_ms: i64,
    rng: StdRng,
}

impl Stage {
    async fn play(mut self, mut conversation: Conversation, call: Call) -> (Conversation, Ending) {
        let ending = match self.until_begun(&mut conversation, &call).await {
            Some(()) => self.until_ended(&mut conversation).await,
            None => None,
        };
        let ending = ending.unwrap_or_else(|| {
            // The application closed the line.
            Ending::because(DisconnectionReason::ErrorLlmWebsocketRuntime)
        });
        (conversation, ending)
    }

    async fn until_begun(&mut self, conversation: &mut Conversation, call: &Call) -> Option<()> {
        loop {
            let frame = self.pipe.receive().await?;
            match &frame {
                Outbound::Config { config } if config.call_details => {
                    self.pipe.send(&Inbound::CallDetails(CallDetails {
                        call: Box::new(call.clone()),
                    }));
                }
                Outbound::Config { .. } => {}
                frame => conversation.received(self.answer_at(conversation.now_ms()), frame),
            }
            if completes(&frame, 0) {
                return Some(());
            }
        }
    }

    async fn until_ended(&mut self, conversation: &mut Conversation) -> Option<Ending> {
        loop {
            for effect in conversation.take_effects() {
                self.clock
                    .store(self.start_ms + conversation.now_ms() as i64, Ordering::Relaxed);
                let transcript = conversation.transcript().utterances();
                let request = |response_id| Request {
                    response_id,
                    transcript: transcript.clone(),
                    ..Request::default()
                };
                match effect {
                    Effect::Ended(ending) => return Some(ending),
                    Effect::Update(turntaking) => {
                        let update = UpdateOnly {
                            transcript,
                            turntaking,
                            ..UpdateOnly::default()
                        };
                        self.pipe.send(&Inbound::UpdateOnly(update));
                    }
                    Effect::Request(id, kind) => {
                        self.pipe.send(&match kind {
                            TurnKind::Response => Inbound::ResponseRequired(request(id)),
                            TurnKind::Reminder => Inbound::ReminderRequired(request(id)),
                        });
                        self.take_answer(conversation, id).await?;
                    }
                }
            }
            if let Some(at) = conversation.next_deadline() {
                conversation.advance(at);
            }
        }
    }

    async fn take_answer(&mut self, conversation: &mut Conversation, id: ResponseId) -> Option<()> {
        let at = self.answer_at(conversation.now_ms());
        loop {
            let frame = self.pipe.receive().await?;
            conversation.received(at, &frame);
            if completes(&frame, id) || conversation.is_over() {
                return Some(());
            }
        }
    }

    /// When an answer to something asked now arrives: short enough not to outlast a hesitation.
    fn answer_at(&mut self, now_ms: u64) -> u64 {
        now_ms + self.rng.random_range(20..180)
    }
}

fn completes(frame: &Outbound, id: ResponseId) -> bool {
    matches!(frame, Outbound::Response(response) if response.response_id == id && response.content_complete)
}

/// One end of a socket that is no socket.
struct Pipe {
    inbox: mpsc::UnboundedReceiver<Message>,
    outbox: mpsc::UnboundedSender<Message>,
}

fn pipe() -> (Pipe, Pipe) {
    let (to_b, from_a) = mpsc::unbounded_channel();
    let (to_a, from_b) = mpsc::unbounded_channel();
    (
        Pipe {
            inbox: from_b,
            outbox: to_b,
        },
        Pipe {
            inbox: from_a,
            outbox: to_a,
        },
    )
}

impl Pipe {
    fn send(&self, frame: &Inbound) {
        // When the other end is gone, `receive` says so.
        let _ = self.outbox.send(Message::text(frame.to_json()));
    }

    /// The next readable frame; `None` when the other end closed.
    async fn receive(&mut self) -> Option<Outbound> {
        loop {
            match self.inbox.recv().await? {
                Message::Text(bytes) => {
                    let text = std::str::from_utf8(&bytes).unwrap_or_default();
                    if let Ok(frame) = Outbound::from_json(text) {
                        return Some(frame);
                    }
                }
                Message::Close(_) => return None,
                _ => {}
            }
        }
    }
}

impl Stream for Pipe {
    type Item = Result<Message, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.inbox.poll_recv(cx).map(|message| message.map(Ok))
    }
}

impl Sink<Message> for Pipe {
    type Error = TransportError;

    fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn start_send(self: Pin<&mut Self>, message: Message) -> Result<(), TransportError> {
        // An end that nobody reads any more swallows what it is sent.
        let _ = self.outbox.send(message);
        Ok(())
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn poll_close(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }
}
