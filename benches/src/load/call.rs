//! One call as Retell plays it: greeting, updates, requests, pings.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use retell_client::models::{Call, CallId, CallStatus, CallType};
use retell_llm_ws::{
    ResponseId,
    caller::{Caller, CallerError},
    frame::{CallDetails, Inbound, Outbound, PingPong},
};
use tokio::{
    sync::{Semaphore, watch},
    time::{Instant, sleep_until, timeout},
};

use super::{
    plan::{Pace, Plan},
    script::Script,
};

/// No answer within this is an error.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often Retell sends a ping.
const PING_EVERY: Duration = Duration::from_secs(2);

/// What all calls of a run share.
#[derive(Debug)]
pub(super) struct Stage {
    /// How many calls are open and greeted, or have failed to get there.
    pub(super) arrived: AtomicUsize,
    pub(super) failed: AtomicUsize,
    /// How many have ended their turns.
    pub(super) through: AtomicUsize,
    /// Handshakes at the same time.
    pub(super) dialling: Semaphore,
}

/// The signals a run gives its calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Signal {
    Gather,
    Turns,
    HangUp,
}

/// What one call measured; times in microseconds.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) first: Vec<f64>,
    pub(super) done: Vec<f64>,
    pub(super) stale: u64,
}

/// Why a call was not played to its end.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("the socket failed: {0}")]
    Socket(#[from] CallerError),
    #[error("the server hung up in mid-call")]
    HungUp,
    #[error("no answer within a minute")]
    NoAnswer,
}

pub(super) struct Player<'a> {
    pub(super) plan: &'a Plan,
    pub(super) script: &'a Script,
    pub(super) stage: &'a Stage,
    pub(super) signal: watch::Receiver<Signal>,
    pub(super) number: usize,
    /// When the call is due, for calls that arrive one after the other.
    pub(super) due: Option<Instant>,
}

impl Player<'_> {
    pub(super) async fn play(mut self) -> (Tally, Option<Failure>) {
        let mut tally = Tally::default();
        let mut arrived = false;
        let failure = self.whole_call(&mut tally, &mut arrived).await.err();
        if failure.is_some() {
            let place = if arrived {
                &self.stage.through
            } else {
                &self.stage.failed
            };
            place.fetch_add(1, Ordering::Relaxed);
        }
        (tally, failure)
    }

    async fn whole_call(&mut self, tally: &mut Tally, arrived: &mut bool) -> Result<(), Failure> {
        if let Some(due) = self.due {
            sleep_until(due).await;
        }
        let dialled = self.due.unwrap_or_else(Instant::now);
        let mut line = self.dial().await?;
        line.greet().await?;
        *arrived = true;
        self.stage.arrived.fetch_add(1, Ordering::Relaxed);
        if self.due.is_none() {
            line.wait_for(&mut self.signal, Signal::Turns).await?;
        }
        let mut next = match self.plan.pace {
            Pace::Closed => Instant::now(),
            // Spread over one think time, as real calls are.
            Pace::Every(think) => {
                Instant::now() + think.mul_f64(self.number as f64 / self.plan.calls.max(1) as f64)
            }
            Pace::Arriving { .. } => dialled,
        };
        for turn in 1..=self.plan.turns {
            let length = self.plan.length_at(turn);
            let from = self.speak(&mut line, length, &mut next).await?;
            let id = turn as ResponseId;
            let request = self.script.request(self.plan.layout, length, id);
            let from = from.unwrap_or_else(Instant::now);
            line.caller.send_text(request).await?;
            let (first, done) = line.answer(id, &mut tally.stale).await?;
            tally.first.push(micros(first - from));
            tally.done.push(micros(done - from));
        }
        self.stage.through.fetch_add(1, Ordering::Relaxed);
        line.wait_for(&mut self.signal, Signal::HangUp).await?;
        line.caller.close(1000).await?;
        Ok(())
    }

    /// Sends the updates of one utterance and waits until the request is due; since when it has been, if it is late.
    ///
    /// A turn counts from when it was due, so that a stalled server, in a handshake or in the turn before, is charged with
    /// what it delayed.
    async fn speak(
        &self,
        line: &mut Line,
        length: usize,
        next: &mut Instant,
    ) -> Result<Option<Instant>, Failure> {
        let updates = self.script.updates();
        let think = match self.plan.pace {
            Pace::Closed => None,
            Pace::Every(think) | Pace::Arriving { think, .. } => Some(think),
        };
        *next += think.unwrap_or_default();
        for step in 0..updates {
            if let Some(think) = think {
                let left = (updates - step) as f64 / (updates + 1) as f64;
                line.pause(*next - think.mul_f64(left)).await?;
            }
            let update = self.script.update(self.plan.layout, length, step);
            line.caller.send_text(update).await?;
        }
        if think.is_none() {
            return Ok(None);
        }
        let due = *next;
        // Woken late by its own timer, a generator must not charge the server with it.
        let overdue = Instant::now() >= due;
        line.pause(due).await?;
        Ok(overdue.then_some(due))
    }

    async fn dial(&self) -> Result<Line, Failure> {
        let call_id = CallId::new(format!("call_bench_{:08}", self.number));
        let _permit = self
            .stage
            .dialling
            .acquire()
            .await
            .expect("the semaphore is never closed");
        let caller = timeout(PATIENCE, Caller::connect(&self.plan.url, &call_id))
            .await
            .map_err(|_| Failure::NoAnswer)??;
        Ok(Line {
            caller,
            call_id,
            pings: false,
            next_ping: Instant::now() + PING_EVERY,
        })
    }
}

/// An open socket.
struct Line {
    caller: Caller,
    call_id: CallId,
    /// Whether the server asked for pings.
    pings: bool,
    next_ping: Instant,
}

impl Line {
    /// Until the begin message is complete.
    async fn greet(&mut self) -> Result<(), Failure> {
        loop {
            match self.frame().await? {
                Outbound::Config { config } => {
                    self.pings = config.auto_reconnect;
                    if config.call_details {
                        let call = Call::new(
                            self.call_id.clone(),
                            "agent_bench",
                            CallType::PhoneCall,
                            CallStatus::Ongoing,
                        );
                        let details = Inbound::CallDetails(CallDetails { call: Box::new(call) });
                        self.caller.send(&details).await?;
                    }
                }
                Outbound::Response(response) if response.response_id == 0 && response.content_complete => {
                    return Ok(());
                }
                _ => {}
            }
        }
    }

    /// When the first and the last chunk for this request came.
    async fn answer(&mut self, id: ResponseId, stale: &mut u64) -> Result<(Instant, Instant), Failure> {
        let mut first = None;
        loop {
            let Outbound::Response(response) = self.frame().await? else {
                continue;
            };
            if response.response_id != id {
                *stale += 1;
                continue;
            }
            let now = Instant::now();
            let first = *first.get_or_insert(now);
            if response.content_complete {
                return Ok((first, now));
            }
        }
    }

    /// Keeps the line alive until a time has come.
    async fn pause(&mut self, until: Instant) -> Result<(), Failure> {
        while Instant::now() < until {
            tokio::select! {
                () = sleep_until(until.min(self.next_ping)) => self.ping().await?,
                frame = self.caller.recv() => { frame?.ok_or(Failure::HungUp)?; }
            }
        }
        Ok(())
    }

    /// Keeps the line alive until the run gives a signal.
    async fn wait_for(
        &mut self,
        signal: &mut watch::Receiver<Signal>,
        wanted: Signal,
    ) -> Result<(), Failure> {
        loop {
            tokio::select! {
                // A run that is gone has nothing more to say.
                () = async { let _ = signal.wait_for(|given| *given >= wanted).await; } => return Ok(()),
                () = sleep_until(self.next_ping) => self.ping().await?,
                frame = self.caller.recv() => { frame?.ok_or(Failure::HungUp)?; }
            }
        }
    }

    async fn frame(&mut self) -> Result<Outbound, Failure> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            tokio::select! {
                biased;
                frame = self.caller.recv() => return frame?.ok_or(Failure::HungUp),
                () = sleep_until(deadline.min(self.next_ping)) => {
                    if Instant::now() >= deadline {
                        return Err(Failure::NoAnswer);
                    }
                    self.ping().await?;
                }
            }
        }
    }

    async fn ping(&mut self) -> Result<(), Failure> {
        if Instant::now() < self.next_ping {
            return Ok(());
        }
        self.next_ping = Instant::now() + PING_EVERY;
        if self.pings {
            let ping = Inbound::PingPong(PingPong {
                timestamp: 1_790_000_000_000,
            });
            self.caller.send(&ping).await?;
        }
        Ok(())
    }
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}
