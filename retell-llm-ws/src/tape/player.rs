//! A recorded call, once more, with another policy.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
    thread,
    time::Duration,
};

use futures_util::{Sink, Stream};
use tokio::{
    runtime,
    time::{Instant, Sleep, sleep_until},
};

use super::{
    line::{Event, Side},
    mask::Mask,
    read::Tape,
    replay::Replay,
};
use crate::{Admission, CallContext, Clock, ConversationPolicy, Message, Options, TransportError, drive};

/// How long a call goes on after the last line of a tape that does not say how it ended.
const LINGER: Duration = Duration::from_secs(15);

/// Plays a tape's received frames, each at its time, to a policy.
///
/// The whole engine runs, so holding phrases and deadlines are heard as on a call. What Retell said on the tape is said
/// again, whatever the policy answers this time. Only what was asked for is compared: words said unasked
/// (interruptions, metadata, tool calls) have no request to be compared by.
///
/// ```
/// # use retell_llm_ws::{Speech, policies::speech_fn, tape::{Player, Tape}};
/// let recorded = concat!(
///     r#"{"tape":"retell-llm-ws","version":1,"call_id":"call_1","began_at":"2026-11-20T10:00:00Z","mask":"none"}"#, "\n",
///     r#"{"at_ms":0,"sent":{"response_type":"response","response_id":0,"content":"","content_complete":true}}"#, "\n",
///     r#"{"at_ms":900,"received":{"interaction_type":"response_required","response_id":1,"transcript":[]}}"#, "\n",
///     r#"{"at_ms":901,"sent":{"response_type":"response","response_id":1,"content":"Yes?","content_complete":true}}"#, "\n",
///     r#"{"at_ms":5000,"closed":{"by":"retell","code":1000}}"#, "\n",
/// );
/// let tape = Tape::read(recorded.as_bytes())?;
/// let replay = Player::new(&tape).play(|_| speech_fn(|_| Speech::say("Hello?")));
/// let difference = replay.differences().next().expect("they differ");
/// assert_eq!((difference.recorded.text.as_str(), difference.replayed.text.as_str()), ("Yes?", "Hello?"));
/// # Ok::<(), retell_llm_ws::tape::TapeError>(())
/// ```
#[derive(Debug)]
pub struct Player<'a> {
    tape: &'a Tape,
    options: Options,
    mask: Mask,
    virtual_time: bool,
}

impl<'a> Player<'a> {
    /// A player with the default options, on a virtual clock.
    pub fn new(tape: &'a Tape) -> Self {
        Self {
            tape,
            options: Options::default(),
            mask: Mask::named(&tape.header.mask),
            virtual_time: true,
        }
    }

    /// Serves the call with these options, as it was served when it was recorded. Their clock is replaced by the
    /// tape's.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The mask the tape was recorded with, so that what is said now can be compared. Needed for a custom mask only; the
    /// tape names the others.
    #[must_use]
    pub fn mask(mut self, mask: Mask) -> Self {
        self.mask = mask;
        self
    }

    /// Plays at the speed of the call. For a policy that waits for the world outside (a language model, a database):
    /// the virtual clock does not wait for it, and runs ahead to the next deadline.
    #[must_use]
    pub fn real_time(mut self) -> Self {
        self.virtual_time = false;
        self
    }

    /// Plays the tape to the policy this factory makes. Blocks until it has been played; works inside and outside of a
    /// runtime.
    ///
    /// # Panics
    ///
    /// When the machine has no thread or no timer left.
    pub fn play<F, P>(self, factory: F) -> Replay
    where
        F: FnOnce(&CallContext) -> P + Send,
        P: ConversationPolicy,
    {
        let tape = self.tape;
        let mask = self.mask.clone();
        // A runtime of its own, on a thread of its own: one runtime must not block inside another.
        let played = thread::scope(|scope| {
            let player = scope.spawn(move || {
                let runtime = runtime::Builder::new_current_thread()
                    .enable_all()
                    .start_paused(self.virtual_time)
                    .build()
                    .expect("a runtime can be made");
                runtime.block_on(self.run(factory))
            });
            player.join().expect("the engine does not panic")
        });
        let played: Vec<_> = played.iter().map(|frame| mask.frame(frame)).collect();
        let events = tape.entries.iter().map(|entry| &entry.event);
        Replay::new(events, played.iter().map(AsRef::as_ref))
    }

    /// All frames that were sent.
    async fn run<F, P>(self, factory: F) -> Vec<String>
    where
        F: FnOnce(&CallContext) -> P + Send,
        P: ConversationPolicy,
    {
        let opened = Instant::now();
        let header = &self.tape.header;
        let began_at = header.began_at;
        let clock = Clock::new(move || began_at.checked_add(opened.elapsed()).unwrap_or(began_at));
        let admission = if header.resumed {
            Admission::resumed()
        } else {
            Admission::fresh()
        };
        let sent = Arc::new(Mutex::new(Vec::new()));
        let line = Line::new(self.tape, opened, Arc::clone(&sent));
        let options = self.options.clock(clock);
        drive::run(line, header.call_id.clone(), admission, factory, &options).await;
        let mut sent = sent.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *sent)
    }
}

/// A telephone line on which only the tape speaks.
struct Line {
    cues: std::vec::IntoIter<(Instant, Option<Message>)>,
    timer: Pin<Box<Sleep>>,
    sent: Arc<Mutex<Vec<String>>>,
    closed: bool,
}

impl Line {
    fn new(tape: &Tape, opened: Instant, sent: Arc<Mutex<Vec<String>>>) -> Self {
        let tick = Duration::from_millis(1);
        let mut cues = Vec::new();
        let mut above = None;
        let mut late = Duration::ZERO;
        let mut at = Duration::ZERO;
        for entry in &tape.entries {
            let close_above = above.is_some_and(|above| above + tick >= entry.at);
            above = Some(entry.at);
            let message = match &entry.event {
                Event::Received(text) => Some(Message::text(text.as_str())),
                Event::Binary => Some(Message::Binary),
                Event::Closed {
                    by: Side::Retell,
                    code,
                } => Some(Message::Close(*code)),
                Event::Lost { .. } => None,
                Event::Sent(_) | Event::Dropped(_) | Event::Closed { by: Side::Us, .. } => continue,
            };
            // What came in the same moment as the event before it comes a little later than that here too, so that the
            // order on the tape holds.
            if close_above {
                late += tick * 2;
            }
            at = entry.at + late;
            cues.push((opened + at, message));
        }
        cues.push((opened + at + LINGER, None));
        let first = cues[0].0;
        Self {
            cues: cues.into_iter(),
            timer: Box::pin(sleep_until(first)),
            sent,
            closed: false,
        }
    }
}

impl Stream for Line {
    type Item = Result<Message, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.closed {
            return Poll::Ready(None);
        }
        ready!(self.timer.as_mut().poll(cx));
        let cue = self.cues.next().and_then(|(_, message)| message);
        match self.cues.as_slice().first() {
            Some((at, _)) => {
                let at = *at;
                self.timer.as_mut().reset(at);
            }
            None => self.closed = true,
        }
        self.closed |= cue.is_none();
        Poll::Ready(cue.map(Ok))
    }
}

impl Sink<Message> for Line {
    type Error = TransportError;

    fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn start_send(mut self: Pin<&mut Self>, message: Message) -> Result<(), TransportError> {
        match message {
            Message::Text(text) => {
                let text = String::from_utf8_lossy(&text).into_owned();
                self.sent
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(text);
            }
            Message::Close(_) => self.closed = true,
            Message::Binary | Message::Control => {}
        }
        Ok(())
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn poll_close(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }
}
