//! One loop for one call: a transport, a session, a policy.

use std::{collections::VecDeque, pin::Pin, time::Duration};

use futures_util::{SinkExt, StreamExt};
use retell_client::models::CallId;
use tokio::{
    sync::{mpsc, watch},
    time::{Instant, Sleep, sleep, timeout},
};
use tracing::{Instrument, debug, debug_span, trace};

use crate::{
    context::CallContext,
    conversation::{Begun, Conversation},
    frame::Outbound,
    incoming::{Incoming, read},
    options::Options,
    policy::ConversationPolicy,
    registry::{Order, Seat, Wanted},
    reply::{Chunk, Piece},
    running::{End, Step},
    session::{Close, Command, Input, Session, TurnEnd},
    transcript::Reader,
    transport::{Message, Transport, TransportError, Violation},
};

/// A peer that takes nothing for this long is gone: Retell itself gives up after five seconds.
const WRITE_TIMEOUT: Duration = Duration::from_secs(10);
/// How long the other side may take to answer a close frame.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);

/// What the host knows about a call when its socket is opened.
#[derive(Debug, Default)]
pub struct Admission {
    /// This call was greeted before, on another socket or by another process. It is not greeted again.
    pub resumed: bool,
    seat: Option<Seat>,
}

impl Admission {
    /// The first socket of a call.
    pub fn fresh() -> Self {
        Self::default()
    }

    /// A further socket of a call that was greeted before.
    pub fn resumed() -> Self {
        Self {
            resumed: true,
            seat: None,
        }
    }

    /// The same, with a seat among the live calls, by which the call can be found and spoken to.
    #[must_use]
    pub fn seated(mut self, seat: Seat) -> Self {
        self.seat = Some(seat);
        self
    }
}

/// Why serving a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EndReason {
    /// Retell closed the socket: the call is over.
    Closed {
        /// The code of its close frame, if it had one.
        code: Option<u16>,
    },
    /// The connection broke or ended without a close frame. Retell may dial again.
    Lost,
    /// Nothing came for too long; the connection was dropped. Retell may dial again.
    Idle,
    /// The process is about to end; the connection was dropped so that Retell dials again.
    Drained,
    /// A binary frame came; the socket was closed with 1007.
    BinaryFrame,
    /// A message above the size limit came; the socket was closed with 1009.
    Oversize,
    /// The other side broke the WebSocket protocol; the connection was dropped so that Retell dials again.
    Refused(Violation),
    /// A newer socket of the same call took its [`Seat`]; the connection was dropped.
    Replaced,
    /// The policy could not be made (its factory panicked); the connection was dropped so that Retell dials again.
    NoPolicy,
}

/// How serving a call went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outcome {
    /// Why it ended.
    pub reason: EndReason,
    /// Whether the begin message, or the empty one of a resumed call, was sent.
    pub greeted: bool,
    /// Turns begun, without the begin message.
    pub turns: u32,
    /// Frames that could not be read, or only in part.
    pub bad_frames: u32,
    /// How long the socket was open.
    pub duration: Duration,
}

/// Serves one call until its socket ends.
///
/// The policy is made by `factory` (such as `|_| MyPolicy::new()`) once the call is known: when its details have come, or their deadline has passed.
/// Pings are answered by this future itself, so poll it promptly; it spawns nothing.
///
/// # Cancel safety
///
/// Dropped, it drops the policy and the connection, without a close frame.
pub async fn run<T, F, P>(
    transport: T,
    call_id: CallId,
    admission: Admission,
    factory: F,
    options: &Options,
) -> Outcome
where
    T: Transport,
    F: FnOnce(&CallContext) -> P + Send,
    P: ConversationPolicy,
{
    let connected_at = options.clock.now();
    #[cfg(feature = "tape")]
    let transport = {
        let header = crate::tape::Header::new(call_id.clone(), connected_at).resumed(admission.resumed);
        crate::tape::Recorder::optional(transport, options.tape.clone(), header)
    };
    let span = debug_span!("retell_call", call.id = %call_id);
    let call = CallContext {
        resumed: admission.resumed,
        handle: admission.seat.as_ref().map(Seat::handle),
        ..CallContext::new(call_id, connected_at)
    };
    let line = admission.seat.as_ref().map(|seat| {
        seat.line().connected(connected_at);
        seat.line().clone()
    });
    let factory = move |call: &CallContext| -> Box<dyn ConversationPolicy> { Box::new(factory(call)) };
    let drive = Drive {
        transport,
        session: Session::new(options.settings.clone(), admission.resumed, connected_at),
        reader: Reader::new().keep_words(options.keep_words),
        conversation: Conversation::new(call, options, line),
        seat: admission.seat,
        interruption: None,
        commands: VecDeque::new(),
        factory: Some(factory),
        opened: Instant::now(),
        timer: Box::pin(sleep(Duration::ZERO)),
        armed: false,
        drain: options.shutdown.subscribe(),
        max_message_bytes: options.max_message_bytes,
        bad_frames: 0,
        end: None,
    };
    drive.run().instrument(span).await
}

struct Drive<'a, T, F> {
    transport: T,
    session: Session,
    reader: Reader,
    conversation: Conversation<'a>,
    seat: Option<Seat>,
    /// Where the words of an interruption come from.
    interruption: Option<mpsc::Receiver<Piece>>,
    /// Yet to be carried out; its room is used again.
    commands: VecDeque<Command>,
    factory: Option<F>,
    opened: Instant,
    timer: Pin<Box<Sleep>>,
    armed: bool,
    drain: watch::Receiver<Option<Instant>>,
    max_message_bytes: usize,
    bad_frames: u32,
    end: Option<EndReason>,
}

/// What the loop woke up for.
enum Woken {
    Message(Option<Result<Message, TransportError>>),
    Policy(Step),
    Unasked(Option<Piece>),
    Wanted(Wanted),
    Timer,
    Drain(Instant),
}

impl<T, F> Drive<'_, T, F>
where
    T: Transport,
    F: FnOnce(&CallContext) -> Box<dyn ConversationPolicy> + Send,
{
    async fn run(mut self) -> Outcome {
        debug!("call connected");
        self.handle(Input::Connected).await;
        let draining = *self.drain.borrow_and_update();
        if let Some(at) = draining {
            self.pending_drain(at).await;
        }
        while self.end.is_none() {
            match self.wait().await {
                Woken::Message(message) => self.message(message).await,
                Woken::Policy(step) => self.step(step).await,
                Woken::Unasked(piece) => self.unasked(piece).await,
                Woken::Wanted(wanted) => self.wanted(wanted).await,
                Woken::Timer => {
                    self.armed = false;
                    self.handle(Input::Timer).await;
                }
                Woken::Drain(at) => self.pending_drain(at).await,
            }
            self.conversation.deliver(&self.reader);
        }
        self.handle(Input::Disconnected).await;
        let outcome = Outcome {
            reason: self.end.unwrap_or(EndReason::Lost),
            greeted: self.conversation.greeted,
            turns: self.conversation.turns,
            bad_frames: self.bad_frames,
            duration: self.opened.elapsed(),
        };
        debug!(reason = ?outcome.reason, turns = outcome.turns, bad_frames = outcome.bad_frames, "call ended");
        self.conversation.ended(&outcome);
        outcome
    }

    /// Waits for whatever comes first. Chosen at random when several are ready, so that no side starves another.
    async fn wait(&mut self) -> Woken {
        let drain = async {
            while self.drain.changed().await.is_ok() {
                if let Some(at) = *self.drain.borrow_and_update() {
                    return at;
                }
            }
            std::future::pending().await
        };
        let begun = self.session.has_begun();
        let wanted = async {
            match &mut self.seat {
                Some(seat) => seat.wanted(begun).await,
                None => std::future::pending().await,
            }
        };
        let unasked = async {
            match &mut self.interruption {
                Some(words) => words.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            message = self.transport.next() => Woken::Message(message),
            step = self.conversation.next() => Woken::Policy(step),
            piece = unasked => Woken::Unasked(piece),
            wanted = wanted => Woken::Wanted(wanted),
            () = &mut self.timer, if self.armed => Woken::Timer,
            at = drain => Woken::Drain(at),
        }
    }

    async fn message(&mut self, message: Option<Result<Message, TransportError>>) {
        let text = match message {
            Some(Ok(Message::Text(text))) if text.len() > self.max_message_bytes => {
                return self.handle(Input::Oversize).await;
            }
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Binary)) => return self.handle(Input::Binary).await,
            Some(Ok(Message::Control)) => return,
            Some(Ok(Message::Close(code))) => {
                self.say_goodbye().await;
                self.end = Some(EndReason::Closed { code });
                return;
            }
            Some(Err(TransportError::Refused(Violation::TooLarge))) => {
                return self.handle(Input::Oversize).await;
            }
            Some(Err(TransportError::Refused(violation))) => {
                // Without a close frame: Retell gives a call up when it gets one with a code, and dials again when not.
                debug!(%violation, "message refused");
                self.end = Some(EndReason::Refused(violation));
                return;
            }
            Some(Err(TransportError::Broken(error))) => {
                debug!(%error, "connection broke");
                self.end = Some(EndReason::Lost);
                return;
            }
            None => {
                self.end = Some(EndReason::Lost);
                return;
            }
        };
        match read(&mut self.reader, &text) {
            Ok(Incoming { input, news, flaw }) => {
                if let Some(error) = flaw {
                    debug!(%error, "frame read in part");
                    self.bad_frame();
                }
                self.conversation.hear(news, &self.reader);
                if input == Input::Details && self.factory.is_none() {
                    self.choose_phrases();
                }
                self.handle(input).await;
            }
            Err(error) => {
                debug!(%error, "frame skipped");
                self.bad_frame();
                self.handle(Input::Skipped).await;
            }
        }
    }

    fn bad_frame(&mut self) {
        self.bad_frames = self.bad_frames.saturating_add(1);
        self.conversation.bad_frame();
    }

    async fn step(&mut self, step: Step) {
        let Some(id) = self.conversation.running_id() else {
            return;
        };
        match step {
            Step::Piece(Piece::Words(Chunk {
                speech,
                last,
                withdraw,
            })) => {
                if withdraw {
                    self.handle(Input::Withdraw).await;
                }
                self.handle(Input::Chunk { id, speech, last }).await;
            }
            Step::Piece(Piece::Aside(aside)) => self.handle(Input::Aside { id: Some(id), aside }).await,
            Step::Ended(end) => {
                match &end {
                    End::Done => {}
                    End::Failed(error) => debug!(response.id = id, %error, "policy failed"),
                    End::Panicked => debug!(response.id = id, "policy panicked"),
                }
                let end = match end {
                    End::Done => TurnEnd::Done,
                    End::Failed(_) | End::Panicked => TurnEnd::Failed,
                };
                self.conversation.work_over(end);
                self.handle(Input::Finished { id, end }).await;
            }
        }
    }

    /// The next words of an interruption, or its end.
    async fn unasked(&mut self, piece: Option<Piece>) {
        match piece {
            Some(Piece::Words(Chunk {
                speech,
                last,
                withdraw,
            })) => {
                if withdraw {
                    self.handle(Input::Withdraw).await;
                }
                if last {
                    self.interruption = None;
                }
                self.handle(Input::Interrupt { speech, last }).await;
            }
            Some(Piece::Aside(aside)) => self.handle(Input::Aside { id: None, aside }).await,
            None => {
                self.interruption = None;
                self.handle(Input::InterruptOver).await;
            }
        }
    }

    /// Carries out what a handle asks for.
    async fn wanted(&mut self, wanted: Wanted) {
        match wanted {
            Wanted::Order(Order::Interrupt(words)) => {
                self.handle(Input::InterruptOver).await;
                self.interruption = Some(words);
            }
            Wanted::Order(Order::Aside(aside)) => self.handle(Input::Aside { id: None, aside }).await,
            Wanted::Order(Order::Note(note)) => self.conversation.note(note),
            Wanted::Order(Order::Withdraw) => self.handle(Input::Withdraw).await,
            Wanted::Replaced => {
                debug!("a newer socket took the call over");
                self.end = Some(EndReason::Replaced);
            }
        }
    }

    async fn pending_drain(&mut self, at: Instant) {
        let at = at.saturating_duration_since(self.opened);
        self.handle(Input::Drain { at }).await;
    }

    /// Hands one input to the session and carries out what it commands; inputs that follow from it come next.
    async fn handle(&mut self, input: Input) {
        let mut next = Some(input);
        while let Some(input) = next.take() {
            let commands = self.session.handle(self.opened.elapsed(), input);
            self.commands.extend(commands);
            while let Some(command) = self.commands.pop_front() {
                if self.end == Some(EndReason::NoPolicy) {
                    self.commands.clear();
                } else if let Some(input) = self.carry_out(command).await {
                    next = Some(input);
                }
            }
        }
    }

    async fn carry_out(&mut self, command: Command) -> Option<Input> {
        match command {
            Command::Send(frame) => self.send(&frame).await,
            Command::Begin { resumed } => return self.begin(resumed),
            Command::StartTurn { id, kind, lost } => {
                if !self.conversation.start(id, kind, lost, &self.reader) {
                    // The policy has not seen the turn: to ask it again would be to ask about another one.
                    return Some(Input::Finished {
                        id,
                        end: TurnEnd::Hopeless,
                    });
                }
            }
            Command::RetryTurn { id } => {
                if !self.conversation.retry() {
                    return Some(Input::Finished {
                        id,
                        end: TurnEnd::Hopeless,
                    });
                }
            }
            Command::CancelTurn { id, cause } => self.conversation.cancel(id, cause),
            Command::EndInterruption => self.interruption = None,
            Command::Report(report) => {
                if report.response_id == 0 && self.end.is_none() {
                    self.conversation.greeted();
                }
                self.conversation.report(&report);
            }
            Command::WakeAt(at) => {
                // A time beyond what the clock can tell never comes.
                let at = at.and_then(|at| self.opened.checked_add(at));
                self.armed = at.is_some();
                if let Some(at) = at {
                    self.timer.as_mut().reset(at);
                }
            }
            Command::Close(close) => self.close(close).await,
        }
        None
    }

    fn begin(&mut self, resumed: bool) -> Option<Input> {
        let factory = self.factory.take()?;
        let Some(begun) = self.conversation.begin(factory, resumed) else {
            debug!("the policy could not be made");
            self.end = Some(EndReason::NoPolicy);
            return None;
        };
        self.choose_phrases();
        match begun {
            Begun::Greeted(greeting) => Some(Input::Greeting(greeting)),
            Begun::Resumed => None,
        }
    }

    fn choose_phrases(&mut self) {
        if let Some(phrases) = self.conversation.phrases() {
            self.session.speak_with(phrases);
        }
    }

    async fn send(&mut self, frame: &Outbound) {
        if self.end.is_some() {
            return;
        }
        trace!(frame = frame.kind(), "send");
        let sent = timeout(WRITE_TIMEOUT, self.transport.send(Message::text(frame.to_json()))).await;
        if !matches!(sent, Ok(Ok(()))) {
            debug!("nothing can be sent any more");
            self.end = Some(EndReason::Lost);
        } else {
            self.conversation.sent(frame);
        }
    }

    async fn close(&mut self, close: Close) {
        self.end = Some(match close {
            Close::Code(code) => {
                let closing = async {
                    if self.transport.send(Message::Close(Some(code))).await.is_ok() {
                        // Until the other side has answered, or its end of the connection is gone.
                        while let Some(Ok(message)) = self.transport.next().await {
                            if matches!(message, Message::Close(_)) {
                                break;
                            }
                        }
                    }
                };
                let _ = timeout(CLOSE_TIMEOUT, closing).await;
                if code == 1007 {
                    EndReason::BinaryFrame
                } else {
                    EndReason::Oversize
                }
            }
            Close::Drained => EndReason::Drained,
            Close::Idle => EndReason::Idle,
        });
    }

    /// Lets the transport send its answer to a close frame.
    async fn say_goodbye(&mut self) {
        let _ = timeout(CLOSE_TIMEOUT, self.transport.flush()).await;
    }
}
