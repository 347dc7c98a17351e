//! One loop for one call: a transport, a session, a policy.

mod commands;
mod outcome;

use std::{collections::VecDeque, pin::Pin, time::Duration};

use futures_util::StreamExt;
use retell_client::models::CallId;
use tokio::{
    sync::{mpsc, watch},
    time::{Instant, Sleep, sleep},
};
use tracing::{Instrument, debug, debug_span};

pub use self::outcome::{Admission, EndReason, Outcome};
use crate::{
    context::CallContext,
    conversation::Conversation,
    flood::Flood,
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

/// Serves one call until its socket ends.
///
/// The policy is made by `factory` (such as `|_| MyPolicy::new()`) once the call is known: when its details have come, or their deadline has passed.
/// Pings are answered by this future itself, so poll it promptly; it spawns nothing.
///
/// # Cancel safety
///
/// Dropped, it drops the policy and the connection, without a close frame.
pub fn run<'a, T, F, P>(
    transport: T,
    call_id: CallId,
    admission: Admission,
    factory: F,
    options: &'a Options,
) -> impl Future<Output = Outcome> + Send + use<'a, T, F, P>
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
    // The id is the path's, whatever stands there: it must not begin a line of its own.
    let span = debug_span!("retell_call", call.id = %call_id.as_str().escape_debug());
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
    // In a box and before the first poll: a future that took its arguments along would hold them several times over.
    let drive = Box::new(Drive {
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
        flood: Flood::limit(options.max_messages_per_second),
        bad_frames: 0,
        end: None,
    });
    drive.run().instrument(span)
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
    flood: Flood,
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
    async fn run(mut self: Box<Self>) -> Outcome {
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
        let now = self.opened.elapsed();
        let text = match message {
            Some(Ok(Message::Text(_) | Message::Control)) if !self.flood.lets_through(now) => {
                return self.close(Close::Code(1008)).await;
            }
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
        let order = match wanted {
            Wanted::Order(order) => order,
            Wanted::Replaced => {
                debug!("a newer socket took the call over");
                self.end = Some(EndReason::Replaced);
                return;
            }
        };
        // Words and actions that an earlier order has brought come before it.
        let waiting = self.interruption.as_ref().map_or(0, mpsc::Receiver::len);
        for _ in 0..waiting {
            if let Some(Ok(piece)) = self.interruption.as_mut().map(mpsc::Receiver::try_recv) {
                self.unasked(Some(piece)).await;
            }
        }
        match order {
            Order::Interrupt(words) => {
                self.handle(Input::InterruptOver).await;
                self.interruption = Some(words);
            }
            Order::Aside(aside) => self.handle(Input::Aside { id: None, aside }).await,
            Order::Note(note) => self.conversation.note(note),
            Order::Withdraw => self.handle(Input::Withdraw).await,
        }
    }

    async fn pending_drain(&mut self, at: Instant) {
        let at = at.saturating_duration_since(self.opened);
        self.handle(Input::Drain { at }).await;
    }
}
