//! Retell, the session, a scripted policy and a host with wishes of its own, on one virtual clock.

mod choices;
mod ledger;
mod play;
mod retell;
mod tally;

use std::{collections::VecDeque, time::Duration};

use jiff::Timestamp;
use retell_llm_ws::{
    Action, Aside, Phrases, Speech,
    frame::{Config, Metadata, Outbound},
    session::{Command, Input, Session, Settings, TurnEnd},
};

use self::{
    choices::Choices,
    ledger::{Ledger, Occasion},
    retell::{Frame, Retell},
};
#[expect(
    unused_imports,
    reason = "the test takes its chances from a seed, the fuzz target from bytes"
)]
pub(crate) use self::{
    choices::{Bytes, Seeded},
    tally::Tally,
};

/// What a session keeps may not grow with the length of a call.
const MOST_STATE: usize = 4096;
/// Commands one input may lead to.
const MOST_COMMANDS: usize = 10;

/// One call, from its first socket to its end.
pub(crate) struct World<C> {
    choices: C,
    settings: Settings,
    now: Duration,
    /// When the socket at hand was opened.
    opened: Duration,
    session: Session,
    wake_at: Option<Duration>,
    ledger: Ledger,
    retell: Retell,
    to_server: VecDeque<Frame>,
    to_retell: VecDeque<Outbound>,
    /// The newest action sent, unless it was taken back. It stands for those before it.
    meant: Option<Action>,
    tally: Tally,
}

impl<C: Choices> World<C> {
    /// Plays one call to its end and checks everything on the way.
    pub(crate) fn play(mut choices: C) -> Tally {
        let settings = Settings {
            config: Config {
                auto_reconnect: true,
                call_details: !choices.one_in(4),
                transcript_with_tool_calls: false,
            },
            holding_deadline: (!choices.one_in(4)).then_some(Duration::from_millis(2500)),
            stall_deadline: (!choices.one_in(4)).then_some(Duration::from_secs(6)),
            retries: u32::try_from(choices.below(3)).unwrap_or(0),
            resend_lost_actions: !choices.one_in(4),
            phrases: Phrases::new(),
            max_answer_bytes: if choices.one_in(8) { 20 } else { 64 * 1024 },
            call_deadline: choices.one_in(8).then_some(Duration::from_secs(20)),
            ..Settings::default()
        };
        let mut world = Self {
            session: Session::new(settings.clone(), false, Timestamp::UNIX_EPOCH),
            settings,
            choices,
            now: Duration::ZERO,
            opened: Duration::ZERO,
            wake_at: None,
            ledger: Ledger::default(),
            retell: Retell::default(),
            to_server: VecDeque::new(),
            to_retell: VecDeque::new(),
            meant: None,
            tally: Tally::default(),
        };
        world.retell.dial();
        world.input(Input::Connected);
        while !world.choices.is_over() && !world.retell.ended {
            world.step();
        }
        world.settle();
        world.tally
    }

    /// The time as the session counts it.
    fn since_opened(&self) -> Duration {
        self.now - self.opened
    }

    fn input(&mut self, input: Input) {
        let occasion = match &input {
            Input::Chunk { last: true, .. }
            | Input::Finished {
                end: TurnEnd::Done, ..
            } => Occasion::PolicyEnds,
            _ => Occasion::Other,
        };
        let pong = match input {
            Input::Ping { timestamp } if !self.ledger.ended => Some(timestamp),
            _ => None,
        };
        let (now, over) = (self.since_opened(), input == Input::Disconnected);
        let commands: Vec<_> = self.session.handle(now, input).collect();
        assert!(commands.len() <= MOST_COMMANDS, "{commands:?}");
        if let Some(timestamp) = pong {
            let answered = matches!(&commands[0], Command::Send(Outbound::PingPong(pong)) if pong.timestamp == timestamp);
            assert!(answered, "a ping is answered first of all");
        }
        let mut greeting = None;
        for command in commands {
            self.ledger.command(now, occasion, &self.settings, &command);
            match command {
                Command::Send(frame) => self.sent(frame, over),
                Command::WakeAt(at) => self.wake_at = at,
                Command::Begin { resumed: false } => greeting = Some(self.greeting()),
                _ => {}
            }
        }
        self.ledger.ended |= over;
        if let Some(greeting) = greeting {
            self.input(Input::Greeting(greeting));
        }
    }

    fn sent(&mut self, frame: Outbound, over: bool) {
        assert!(!over, "nothing is sent after the end");
        let action = match &frame {
            Outbound::Response(response) => response.action(),
            Outbound::AgentInterrupt(interrupt) => retell::action(interrupt),
            _ => None,
        };
        if action.is_some() {
            self.meant = action;
            self.tally.actions += 1;
        }
        self.tally.frames += 1;
        self.to_retell.push_back(frame);
    }

    fn greeting(&mut self) -> Option<Speech> {
        if self.choices.one_in(8) {
            return None;
        }
        let mut speech = Speech::say("Hello.");
        speech.action = self.maybe_action(16);
        Some(speech)
    }

    fn maybe_action(&mut self, one_in: u64) -> Option<Action> {
        if !self.choices.one_in(one_in) {
            return None;
        }
        Some(match self.choices.below(3) {
            0 => Action::EndCall,
            1 => Action::transfer(format!("+1415555{:04}", self.tally.actions)),
            _ => Action::PressDigits(self.tally.actions.to_string()),
        })
    }

    fn an_aside(&mut self) -> Box<Aside> {
        self.tally.asides += 1;
        Box::new(Aside::Metadata(Metadata::default()))
    }

    /// Lets time pass, waking the session whenever it wishes.
    fn wait(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(at) = self
            .wake_at
            .filter(|&at| self.opened + at <= until && !self.ledger.ended)
        {
            self.now = self.now.max(self.opened + at);
            self.tally.timers += 1;
            self.input(Input::Timer);
            let later = self.wake_at.is_none_or(|next| next > self.since_opened());
            assert!(later || self.ledger.ended, "a wish is not repeated");
        }
        self.now = until;
        self.ledger.is_in_time(self.since_opened(), &self.settings);
    }

    /// Retell dials again: a new session, which knows what its host knows, or nothing.
    fn reconnect(&mut self) {
        self.tally.reconnects += 1;
        self.input(Input::Disconnected);
        // What comes after the end is for nobody.
        self.input(Input::Ping { timestamp: 1 });
        self.input(Input::Timer);
        self.tally.take(&self.ledger);
        let resumed = self.ledger.begun && self.choices.one_in(2);
        self.to_server.clear();
        self.to_retell.clear();
        self.retell.dial();
        self.ledger = Ledger::default();
        self.opened = self.now;
        self.wake_at = None;
        self.session = Session::new(self.settings.clone(), resumed, Timestamp::UNIX_EPOCH);
        self.input(Input::Connected);
    }
}
