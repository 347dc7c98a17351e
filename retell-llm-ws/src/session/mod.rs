//! The protocol as a pure state machine: no socket, no clock, no task.
//!
//! Each [`Input`] is handled at a time that the host names (measured from the opening of the socket) and yields the
//! [`Command`]s to carry out, in order. Transcripts do not pass through here: the session only needs to know who has
//! spoken, so how they are decoded is the host's affair.
//!
//! What it keeps: `config` first, the begin message once, one live response id, exactly one completing frame for each
//! live id, no frame of a superseded one.

mod command;
mod input;
mod settings;
mod turn;

use std::time::Duration;

use jiff::Timestamp;

use self::turn::LiveTurn;
pub use self::{
    command::{Cause, Close, Command},
    input::Input,
    settings::Settings,
};
use crate::{
    frame::{Outbound, PingPong, Response, ResponseId},
    observer::ReportKind,
    policy::TurnKind,
    reply::{Action, Speech},
};

#[derive(Debug)]
enum Phase {
    New,
    /// Config is sent; the call is not known yet.
    Waiting {
        until: Duration,
        held: Option<LiveTurn>,
    },
    /// The policy was asked for its greeting.
    Greeting {
        held: Option<LiveTurn>,
    },
    Live,
    Closed,
}

/// The protocol's state on one socket.
#[derive(Debug)]
pub struct Session {
    settings: Settings,
    connected_at: Timestamp,
    phase: Phase,
    resumed: bool,
    newest: ResponseId,
    turn: Option<LiveTurn>,
    /// The last action sent that Retell may still drop.
    sent_action: Option<(ResponseId, Action)>,
    /// A lost action that waits for the end of a turn without one of its own.
    resend: Option<Action>,
    last_heard: Duration,
    /// When to look whether anything was heard. Not moved with every frame: that would set a timer each time.
    look_at: Option<Duration>,
    drop_at: Option<Duration>,
    armed: Option<Duration>,
}

impl Session {
    /// A session for a socket that was opened at `connected_at`; `resumed` when the host knows that this call was
    /// greeted before.
    pub fn new(settings: Settings, resumed: bool, connected_at: Timestamp) -> Self {
        Self {
            settings,
            connected_at,
            phase: Phase::New,
            resumed,
            newest: 0,
            turn: None,
            sent_action: None,
            resend: None,
            last_heard: Duration::ZERO,
            look_at: None,
            drop_at: None,
            armed: None,
        }
    }

    /// Handles one input at `now`, measured from the opening of the socket and never running backwards.
    pub fn handle(&mut self, now: Duration, input: Input) -> Vec<Command> {
        let mut out = Vec::new();
        if matches!(self.phase, Phase::Closed) {
            return out;
        }
        match input {
            Input::Connected => self.connected(now, &mut out),
            Input::Ping { timestamp } => {
                self.last_heard = now;
                out.push(Command::Send(Outbound::PingPong(PingPong { timestamp })));
            }
            Input::Details => {
                self.last_heard = now;
                if matches!(self.phase, Phase::Waiting { .. }) {
                    self.begin(now, &mut out);
                }
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
                self.request(now, id, kind, &mut out);
            }
            Input::Skipped => self.last_heard = now,
            Input::Binary => self.close(Close::Code(1007), &mut out),
            Input::Oversize => self.close(Close::Code(1009), &mut out),
            Input::Timer => self.timer(now, &mut out),
            Input::Greeting(speech) => self.greeting(now, speech, &mut out),
            Input::Chunk { id, speech, last } => self.chunk(now, id, speech, last, &mut out),
            Input::Finished { id, failed } => self.finished(now, id, failed, &mut out),
            Input::Drain { at } => self.drop_at = Some(at),
            Input::Disconnected => {
                if let Some(turn) = self.turn.take() {
                    out.push(Command::Report(turn.report(self.connected_at)));
                }
                self.phase = Phase::Closed;
            }
        }
        self.arm(&mut out);
        out
    }

    fn connected(&mut self, now: Duration, out: &mut Vec<Command>) {
        if !matches!(self.phase, Phase::New) {
            return;
        }
        out.push(Command::Send(Outbound::Config {
            config: self.settings.config,
        }));
        if let Some(agent_config) = self.settings.agent_config {
            out.push(Command::Send(Outbound::UpdateAgent { agent_config }));
        }
        self.last_heard = now;
        self.look_at = self.idle_at();
        self.phase = Phase::Waiting {
            until: now.saturating_add(self.settings.call_details_deadline),
            held: None,
        };
        if !self.settings.config.call_details {
            self.begin(now, out);
        }
    }

    /// A call whose agent has spoken was greeted before, whatever the host knew.
    fn notice(&mut self, agent_spoke: bool) {
        if agent_spoke && matches!(self.phase, Phase::Waiting { .. }) {
            self.resumed = true;
        }
    }

    fn begin(&mut self, now: Duration, out: &mut Vec<Command>) {
        let Phase::Waiting { held, .. } = std::mem::replace(&mut self.phase, Phase::Live) else {
            return;
        };
        self.phase = Phase::Greeting { held };
        out.push(Command::Begin {
            resumed: self.resumed,
        });
        if self.resumed {
            self.greeting(now, Speech::silence(), out);
        }
    }

    fn greeting(&mut self, now: Duration, speech: Speech, out: &mut Vec<Command>) {
        let Phase::Greeting { held } = &mut self.phase else {
            return;
        };
        let held = held.take();
        self.phase = Phase::Live;
        let mut turn = LiveTurn::new(0, ReportKind::Begin, Duration::ZERO, &self.settings);
        self.send(&mut turn, now, speech, true, out);
        out.push(Command::Report(turn.report(self.connected_at)));
        if let Some(mut turn) = held {
            // Its deadlines count from when the policy can begin.
            turn.restart_deadlines(now, &self.settings);
            self.start(turn, out);
        }
    }

    fn request(&mut self, now: Duration, id: ResponseId, kind: TurnKind, out: &mut Vec<Command>) {
        // Ids only grow. A repeated one is being answered or was; Retell drops whatever else is sent for it.
        if id <= self.newest {
            return;
        }
        self.newest = id;
        let turn = LiveTurn::new(id, kind.into(), now, &self.settings);
        match &mut self.phase {
            Phase::Waiting { held, .. } | Phase::Greeting { held } => {
                if let Some(earlier) = held.replace(turn) {
                    out.push(Command::Report(earlier.superseded(self.connected_at)));
                }
            }
            Phase::Live => self.start(turn, out),
            Phase::New | Phase::Closed => {}
        }
    }

    fn start(&mut self, turn: LiveTurn, out: &mut Vec<Command>) {
        let earlier = self.turn.take();
        // Digits of a completed turn have been pressed by now. After a hang-up or a transfer there is no next turn,
        // unless Retell has dropped it.
        let cut_off = earlier.as_ref().map(|turn| turn.id);
        let lost = self
            .sent_action
            .take()
            .filter(|(id, action)| cut_off == Some(*id) || !matches!(action, Action::PressDigits(_)));
        if let Some(earlier) = earlier {
            out.push(Command::CancelTurn {
                id: earlier.id,
                cause: Cause::Superseded,
            });
            out.push(Command::Report(earlier.superseded(self.connected_at)));
        }
        if self.settings.resend_lost_actions
            && let Some((_, action)) = &lost
        {
            self.resend = Some(action.clone());
        }
        out.push(Command::StartTurn {
            id: turn.id,
            kind: turn.turn_kind(),
            lost,
        });
        self.turn = Some(turn);
    }

    fn chunk(
        &mut self,
        now: Duration,
        id: ResponseId,
        mut speech: Speech,
        last: bool,
        out: &mut Vec<Command>,
    ) {
        let Some(mut turn) = self.turn.take_if(|turn| turn.id == id) else {
            return;
        };
        if speech.action.is_some() {
            self.resend = None;
        } else if last && !turn.acted {
            speech.action = self.resend.take();
        }
        self.send(&mut turn, now, speech, last, out);
        if last {
            out.push(Command::Report(turn.report(self.connected_at)));
        } else {
            self.turn = Some(turn);
        }
    }

    fn finished(&mut self, now: Duration, id: ResponseId, failed: bool, out: &mut Vec<Command>) {
        if failed {
            self.fail(now, id, out);
        } else {
            self.chunk(now, id, Speech::silence(), true, out);
        }
    }

    /// Speaks the fallback phrase and completes the turn: the caller is never left in silence.
    fn fail(&mut self, now: Duration, id: ResponseId, out: &mut Vec<Command>) {
        let Some(mut turn) = self.turn.take_if(|turn| turn.id == id) else {
            return;
        };
        out.push(Command::CancelTurn {
            id,
            cause: Cause::Failed,
        });
        // Nothing more is asked of a caller who is about to be hung up on or transferred.
        let speech = if turn.acted {
            Speech::silence()
        } else {
            turn.fallback = true;
            let blank = if turn.mid_word { " " } else { "" };
            Speech::say(format!("{blank}{}", self.settings.fallback_phrase))
        };
        self.send(&mut turn, now, speech, true, out);
        out.push(Command::Report(turn.report(self.connected_at)));
    }

    fn send(
        &mut self,
        turn: &mut LiveTurn,
        now: Duration,
        speech: Speech,
        last: bool,
        out: &mut Vec<Command>,
    ) {
        // Retell takes one action per response.
        let action = speech.action.filter(|_| !turn.acted);
        turn.sent(now, &speech.text, action.is_some(), last);
        let mut response = Response {
            response_id: turn.id,
            content: speech.text,
            content_complete: last,
            no_interruption_allowed: speech.no_interruption.then_some(true),
            ..Response::default()
        };
        if let Some(action) = action {
            self.sent_action = Some((turn.id, action.clone()));
            response = response.with_action(action);
        }
        out.push(Command::Send(Outbound::Response(response)));
    }

    fn timer(&mut self, now: Duration, out: &mut Vec<Command>) {
        self.armed = None;
        if self.drop_at.is_some_and(|at| at <= now) {
            return self.close(Close::Drained, out);
        }
        if self.look_at.is_some_and(|at| at <= now) {
            self.look_at = self.idle_at();
            if self.look_at.is_some_and(|at| at <= now) {
                return self.close(Close::Idle, out);
            }
        }
        if matches!(&self.phase, Phase::Waiting { until, .. } if *until <= now) {
            self.begin(now, out);
        }
        let Some(turn) = &mut self.turn else { return };
        if turn.gives_up_at <= now {
            let id = turn.id;
            return self.fail(now, id, out);
        }
        if turn.holds_at().is_some_and(|at| at <= now) {
            let Some((_, phrase)) = &self.settings.holding else {
                return;
            };
            let mut text = phrase.clone();
            if !text.ends_with(char::is_whitespace) {
                text.push(' ');
            }
            if let Some(mut turn) = self.turn.take() {
                self.send(&mut turn, now, Speech::say(text), false, out);
                self.turn = Some(turn);
            }
        }
    }

    fn close(&mut self, close: Close, out: &mut Vec<Command>) {
        if let Some(turn) = self.turn.take() {
            out.push(Command::Report(turn.report(self.connected_at)));
        }
        self.phase = Phase::Closed;
        out.push(Command::Close(close));
    }

    fn idle_at(&self) -> Option<Duration> {
        let timeout = self
            .settings
            .idle_timeout
            .filter(|_| self.settings.config.auto_reconnect)?;
        Some(self.last_heard.saturating_add(timeout))
    }

    fn arm(&mut self, out: &mut Vec<Command>) {
        let details = match self.phase {
            Phase::Waiting { until, .. } => Some(until),
            Phase::Closed => {
                return;
            }
            Phase::New | Phase::Greeting { .. } | Phase::Live => None,
        };
        let turn = self.turn.as_ref().map(LiveTurn::next_deadline);
        let next = [details, turn, self.look_at, self.drop_at]
            .into_iter()
            .flatten()
            .min();
        if next != self.armed {
            self.armed = next;
            out.push(Command::WakeAt(next));
        }
    }
}
