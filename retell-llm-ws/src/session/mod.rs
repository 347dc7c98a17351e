//! The protocol as a pure state machine: no socket, no clock, no task.
//!
//! Each [`Input`] is handled at a time that the host names (measured from the opening of the socket) and yields the
//! [`Command`]s to carry out, in order. Transcripts do not pass through here: the session only needs to know who has
//! spoken, so how they are decoded is the host's affair.
//!
//! What it keeps: `config` first, the begin message once, one live response id, exactly one completing frame for each
//! live id, no frame of a superseded one, no turn without an end, no action lost without a word.

mod answering;
mod command;
mod input;
mod interrupting;
mod settings;
mod sticky;
mod turn;

use std::{sync::Arc, time::Duration, vec::Drain};

use jiff::Timestamp;

pub use self::{
    command::{Cause, Close, Command},
    input::{Input, TurnEnd},
    settings::Settings,
};
use self::{interrupting::Interruption, sticky::Sticky, turn::LiveTurn};
use crate::{
    frame::{Outbound, PingPong, ResponseId},
    phrases::Phrases,
    reply::Speech,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    New,
    /// Config is sent; the call is not known yet.
    Waiting {
        until: Duration,
    },
    /// The policy was asked for its greeting.
    Greeting,
    Live,
    Closed,
}

/// The protocol's state on one socket.
#[derive(Debug)]
pub struct Session {
    settings: Arc<Settings>,
    phrases: Phrases,
    /// Phrases said so far, so that the next is another one.
    holdings: usize,
    fallbacks: usize,
    connected_at: Timestamp,
    phase: Phase,
    resumed: bool,
    newest: ResponseId,
    turn: Option<LiveTurn>,
    /// The newest request, while the begin message or an interruption keeps it waiting.
    held: Option<LiveTurn>,
    interruption: Option<Interruption>,
    interruptions: u64,
    sticky: Sticky,
    last_heard: Duration,
    /// When to look whether anything was heard. Not moved with every frame: that would set a timer each time.
    look_at: Option<Duration>,
    drop_at: Option<Duration>,
    /// The call's deadline.
    ends_at: Option<Duration>,
    armed: Option<Duration>,
    /// Handed out and used again.
    out: Vec<Command>,
}

impl Session {
    /// A session for a socket that was opened at `connected_at`; `resumed` when the host knows that this call was
    /// greeted before.
    pub fn new(settings: impl Into<Arc<Settings>>, resumed: bool, connected_at: Timestamp) -> Self {
        let settings = settings.into();
        Self {
            phrases: settings.phrases.clone(),
            settings,
            holdings: 0,
            fallbacks: 0,
            connected_at,
            phase: Phase::New,
            resumed,
            newest: 0,
            turn: None,
            held: None,
            interruption: None,
            interruptions: 0,
            sticky: Sticky::default(),
            last_heard: Duration::ZERO,
            look_at: None,
            drop_at: None,
            ends_at: None,
            armed: None,
            out: Vec::new(),
        }
    }

    /// The phrases for this call, once it is known in which language it is held.
    pub fn speak_with(&mut self, phrases: Phrases) {
        self.phrases = phrases;
    }

    /// Whether the begin message is out, and [`Input::Interrupt`] and [`Input::Aside`] are taken.
    pub fn has_begun(&self) -> bool {
        self.phase == Phase::Live
    }

    /// Handles one input at `now`, measured from the opening of the socket and never running backwards. Commands that
    /// are not taken are lost.
    pub fn handle(&mut self, now: Duration, input: Input) -> Drain<'_, Command> {
        if self.phase != Phase::Closed {
            self.take(now, input);
            self.arm();
        }
        self.out.drain(..)
    }

    fn take(&mut self, now: Duration, input: Input) {
        match input {
            Input::Connected => self.connected(now),
            Input::Ping { timestamp } => {
                self.last_heard = now;
                self.send(Outbound::PingPong(PingPong { timestamp }));
            }
            Input::Details => {
                self.last_heard = now;
                self.begin(now);
            }
            Input::Update { agent_spoke } => {
                self.last_heard = now;
                self.notice(agent_spoke);
            }
            Input::Request {
                id,
                kind,
                agent_spoke,
            } => {
                self.last_heard = now;
                self.notice(agent_spoke);
                self.request(now, id, kind);
            }
            Input::Skipped => self.last_heard = now,
            Input::Binary => self.close(Close::Code(1007)),
            Input::Oversize => self.close(Close::Code(1009)),
            Input::Timer => self.timer(now),
            Input::Greeting(speech) => self.greeting(now, speech),
            Input::Chunk { id, speech, last } => self.chunk(now, id, speech, last),
            Input::Finished { id, end } => self.finished(now, id, end),
            Input::Aside { id, aside } => self.aside(now, id, *aside),
            Input::Interrupt { speech, last } => self.interrupt(now, speech, last),
            Input::InterruptOver => self.end_interruption(now),
            Input::Withdraw => self.sticky.withdraw(),
            Input::Drain { at } => self.drop_at = Some(at),
            Input::Disconnected => self.finish(),
        }
    }

    fn connected(&mut self, now: Duration) {
        if self.phase != Phase::New {
            return;
        }
        let config = self.settings.config;
        self.send(Outbound::Config { config });
        if let Some(agent_config) = self.settings.agent_config {
            self.send(Outbound::UpdateAgent { agent_config });
        }
        self.last_heard = now;
        self.look_at = self.idle_at();
        self.ends_at = self
            .settings
            .call_deadline
            .map(|deadline| now.saturating_add(deadline));
        self.phase = Phase::Waiting {
            until: now.saturating_add(self.settings.call_details_deadline),
        };
        if !config.call_details {
            self.begin(now);
        }
    }

    /// A call whose agent has spoken was greeted before, whatever the host knew.
    fn notice(&mut self, agent_spoke: bool) {
        if agent_spoke && matches!(self.phase, Phase::Waiting { .. }) {
            self.resumed = true;
        }
    }

    fn begin(&mut self, now: Duration) {
        if !matches!(self.phase, Phase::Waiting { .. }) {
            return;
        }
        self.phase = Phase::Greeting;
        let resumed = self.resumed;
        self.out.push(Command::Begin { resumed });
        if resumed {
            self.greeting(now, Some(Speech::silence()));
        }
    }

    fn timer(&mut self, now: Duration) {
        self.armed = None;
        if self.drop_at.is_some_and(|at| at <= now) {
            return self.close(Close::Drained);
        }
        if self.ends_at.is_some_and(|at| at <= now) {
            return self.close(Close::Code(1000));
        }
        if self.look_at.is_some_and(|at| at <= now) {
            self.look_at = self.idle_at();
            if self.look_at.is_some_and(|at| at <= now) {
                return self.close(Close::Idle);
            }
        }
        if matches!(self.phase, Phase::Waiting { until } if until <= now) {
            self.begin(now);
        }
        if self
            .interruption
            .as_ref()
            .is_some_and(|open| open.stalls_at <= now)
        {
            self.end_interruption(now);
        }
        if let Some(turn) = &self.turn {
            if turn.fails_at() <= now {
                self.fail(now, turn.id);
            } else if turn.holds_at().is_some_and(|at| at <= now) {
                self.hold(now);
            }
        }
    }

    fn close(&mut self, close: Close) {
        self.finish();
        self.out.push(Command::Close(close));
    }

    /// The socket is gone or about to be: nothing is sent any more.
    fn finish(&mut self) {
        for turn in [self.turn.take(), self.held.take()].into_iter().flatten() {
            self.out.push(Command::Report(turn.report(self.connected_at)));
        }
        if self.interruption.take().is_some() {
            self.out.push(Command::EndInterruption);
        }
        self.phase = Phase::Closed;
    }

    fn send(&mut self, frame: Outbound) {
        self.out.push(Command::Send(frame));
    }

    fn idle_at(&self) -> Option<Duration> {
        let timeout = self
            .settings
            .idle_timeout
            .filter(|_| self.settings.config.auto_reconnect)?;
        Some(self.last_heard.saturating_add(timeout))
    }

    fn arm(&mut self) {
        if self.phase == Phase::Closed {
            return;
        }
        let details = match self.phase {
            Phase::Waiting { until } => Some(until),
            Phase::New | Phase::Greeting | Phase::Live | Phase::Closed => None,
        };
        let turn = self.turn.as_ref().map(LiveTurn::next_deadline);
        let interruption = self.interruption.as_ref().map(|open| open.stalls_at);
        let next = [
            details,
            turn,
            interruption,
            self.look_at,
            self.drop_at,
            self.ends_at,
        ]
        .into_iter()
        .flatten()
        .min();
        if next != self.armed {
            self.armed = next;
            self.out.push(Command::WakeAt(next));
        }
    }
}
