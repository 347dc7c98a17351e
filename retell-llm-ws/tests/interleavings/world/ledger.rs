//! What a session has promised and done on one socket, and the checks.

use std::{
    collections::{HashMap, HashSet},
    time::Duration,
};

use super::retell::action;
use retell_llm_ws::{
    Action,
    frame::{AgentInterrupt, Outbound, Response},
    session::{Cause, Command, Settings},
};

/// Why the session was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// The policy ended its answer.
    PolicyEnds,
    /// Anything else.
    Other,
}

/// A turn the policy is at work on.
#[derive(Debug)]
pub(crate) struct Turn {
    pub(crate) id: u64,
    started: Duration,
    /// When the policy last said something.
    pub(crate) spoke: Option<Duration>,
    retries: u32,
}

#[derive(Debug, Default)]
pub(crate) struct Ledger {
    frames: u32,
    pub(crate) begun: bool,
    pub(crate) resumed: Option<bool>,
    /// The newest request that reached the server.
    pub(crate) newest: u64,
    asked: HashSet<u64>,
    framed: HashSet<u64>,
    completed: HashSet<u64>,
    acted: HashSet<u64>,
    reported: HashMap<u64, u32>,
    pub(crate) turn: Option<Turn>,
    /// The newest interruption, and whether it is open.
    pub(crate) interruption: (u64, bool),
    sent: Option<(Option<u64>, Action)>,
    owed: Option<Action>,
    pub(crate) ended: bool,
    pub(crate) resent: u32,
    pub(crate) retried: u32,
}

impl Ledger {
    pub(crate) fn asked(&mut self, id: u64) {
        if id > self.newest {
            self.newest = id;
            self.asked.insert(id);
        }
    }

    pub(crate) fn withdrawn(&mut self) {
        self.sent = None;
        self.owed = None;
    }

    pub(crate) fn is_complete(&self, id: u64) -> bool {
        self.completed.contains(&id)
    }

    pub(crate) fn command(
        &mut self,
        now: Duration,
        occasion: Occasion,
        settings: &Settings,
        command: &Command,
    ) {
        assert!(!self.ended, "nothing after the end: {command:?}");
        match command {
            Command::Send(frame) => self.frame(occasion, settings, frame),
            Command::Begin { resumed } => {
                assert_eq!(self.resumed.replace(*resumed), None, "begun once");
            }
            Command::StartTurn { id, lost, .. } => {
                self.start(now, settings, *id, lost.as_ref().map(|l| &l.action))
            }
            Command::RetryTurn { id } => {
                self.retried += 1;
                let turn = self.turn.as_mut().expect("a turn to try again");
                turn.retries += 1;
                assert_eq!((turn.id, turn.spoke), (*id, None), "nothing was said");
                assert!(turn.retries <= settings.retries, "not for ever");
            }
            Command::CancelTurn { id, cause } => {
                let turn = self.turn.take().expect("a turn to cancel");
                assert_eq!(turn.id, *id);
                // A failed answer is completed, with what it carried.
                if *cause != Cause::Failed {
                    self.cut_off(Some(*id));
                }
            }
            Command::EndInterruption => assert!(self.interruption.1, "an interruption to end"),
            Command::Report(report) => {
                let id = report.response_id;
                let reports = self.reported.entry(id).or_default();
                *reports += 1;
                assert_eq!(*reports, 1, "{id} is reported once");
                assert_eq!(report.completed.is_some(), self.completed.contains(&id));
                assert!(!(report.superseded && report.completed.is_some()));
                self.turn.take_if(|turn| turn.id == id);
            }
            Command::WakeAt(at) => assert!(at.is_none_or(|at| at >= now), "no deadline in the past"),
            Command::Close(_) => self.ended = true,
            other => panic!("not foreseen: {other:?}"),
        }
    }

    fn start(&mut self, now: Duration, settings: &Settings, id: u64, lost: Option<&Action>) {
        assert_eq!(id, self.newest, "only the newest request is answered");
        assert!(self.completed.contains(&0), "after the begin message");
        assert!(!self.interruption.1, "not into an interruption");
        assert!(self.turn.is_none(), "the former was cancelled or is done");
        self.turn = Some(Turn {
            id,
            started: now,
            spoke: None,
            retries: 0,
        });
        // The call goes on, so a hang-up or a transfer was dropped.
        if let Some((_, action)) = self.sent.take().filter(|(_, action)| !is_digits(action)) {
            self.owed = Some(action);
        }
        assert_eq!(lost, self.owed.as_ref(), "the policy learns what is lost");
        if !settings.resend_lost_actions {
            self.owed = None;
        }
    }

    fn frame(&mut self, occasion: Occasion, settings: &Settings, frame: &Outbound) {
        self.frames += 1;
        assert_eq!(self.frames == 1, frame.kind() == "config", "config, first");
        match frame {
            Outbound::Response(response) => self.response(occasion, settings, response),
            Outbound::AgentInterrupt(interrupt) => self.interrupt(interrupt),
            Outbound::ToolCallInvocation(_) | Outbound::Metadata(_) | Outbound::UpdateAgent { .. } => {
                assert!(self.begun || self.frames == 2, "after the begin message");
            }
            Outbound::Config { .. } | Outbound::PingPong(_) => {}
            other => panic!("not foreseen: {other:?}"),
        }
    }

    fn response(&mut self, occasion: Occasion, settings: &Settings, response: &Response) {
        let id = response.response_id;
        assert!(!self.completed.contains(&id), "{id} was complete");
        self.framed.insert(id);
        if id == 0 {
            assert!(response.content_complete);
            assert!(
                self.resumed != Some(true) || response.content.is_empty(),
                "not greeted twice"
            );
            self.begun = true;
        } else {
            assert_eq!(id, self.newest, "no frame of a superseded id");
            assert!(self.asked.contains(&id), "an answer to a request");
            if let Some(meant_for) = response.content.strip_prefix("for ") {
                assert_eq!(meant_for, id.to_string(), "no words of another turn");
            }
        }
        let first_action = !self.acted.contains(&id);
        if let Some(action) = response.action() {
            assert!(first_action, "one action for each id");
            self.acted.insert(id);
            if self.owed.as_ref() == Some(&action) && occasion == Occasion::PolicyEnds {
                self.resent += 1;
            }
            self.act(Some(id), action);
        } else if response.content_complete
            && occasion == Occasion::PolicyEnds
            && self.turn.is_some()
            && first_action
        {
            assert!(
                !settings.resend_lost_actions || self.owed.is_none(),
                "a lost action is sent again"
            );
        }
        if response.content_complete {
            self.completed.insert(id);
        }
    }

    fn interrupt(&mut self, interrupt: &AgentInterrupt) {
        let (newest, open) = self.interruption;
        assert!(self.begun, "after the begin message");
        assert!(self.turn.is_none(), "an answer gives way");
        if open {
            assert_eq!(interrupt.interrupt_id, newest, "one interruption at a time");
        } else {
            assert!(interrupt.interrupt_id > newest, "a new interruption has a new id");
            self.cut_off(None);
        }
        self.interruption = (interrupt.interrupt_id, !interrupt.content_complete);
        if let Some(action) = action(interrupt) {
            self.act(None, action);
        }
    }

    fn act(&mut self, with: Option<u64>, action: Action) {
        self.owed = None;
        self.sent = Some((with, action));
    }

    fn cut_off(&mut self, with: Option<u64>) {
        // Not what was sent with an answer that is complete.
        if let Some((_, action)) = self.sent.take_if(|(origin, _)| *origin == with) {
            self.owed = Some(action);
        }
    }

    /// Nobody waits for longer than was promised.
    pub(crate) fn is_in_time(&self, now: Duration, settings: &Settings) {
        let Some(turn) = self.turn.as_ref().filter(|_| !self.ended) else {
            return;
        };
        assert!(now < turn.started + settings.turn_deadline, "the turn's deadline");
        if let (Some(deadline), Some(spoke)) = (settings.stall_deadline, turn.spoke) {
            assert!(now < spoke + deadline, "the deadline between two chunks");
        }
        if let Some(deadline) = settings.holding_deadline {
            let framed = self.framed.contains(&turn.id);
            assert!(
                framed || now < turn.started + deadline,
                "the deadline of the first words"
            );
        }
    }

    /// Everything is done: the newest id is completed, and every one was reported.
    pub(crate) fn is_settled(&self) {
        assert!(self.begun && self.turn.is_none() && !self.interruption.1);
        if self.newest > 0 {
            assert!(
                self.completed.contains(&self.newest),
                "the newest id is completed"
            );
        }
        for id in self.asked.iter().chain(&[0]) {
            assert_eq!(self.reported.get(id), Some(&1), "{id} is reported once");
        }
    }
}

pub(crate) fn is_digits(action: &Action) -> bool {
    matches!(action, Action::PressDigits(_))
}
