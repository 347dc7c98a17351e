//! Retell's side, as far as the protocol tells it: which frames it would take, and what becomes of actions.

use std::{collections::VecDeque, time::Duration};

use retell_llm_ws::{
    Action, TurnKind,
    frame::{AgentInterrupt, Outbound, Response},
};

/// What Retell sends, as the session is told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    Ping(i64),
    Details,
    Update {
        agent_spoke: bool,
    },
    Request {
        id: u64,
        kind: TurnKind,
        agent_spoke: bool,
    },
}

/// Retell gives a socket up when a keepalive stays unanswered for so long.
const DEAD_AFTER: Duration = Duration::from_secs(5);

/// One call, from Retell's side.
#[derive(Debug, Default)]
pub(crate) struct Retell {
    /// The newest request, and whether its answer is still open.
    pub(crate) newest: u64,
    open: bool,
    /// This socket's begin message is complete.
    pub(crate) begun: bool,
    pub(crate) agent_spoke: bool,
    /// The newest interruption on this socket, and whether it is open.
    interruption: (u64, bool),
    /// Taken, to be carried out once the words are spoken.
    waiting: Option<Action>,
    /// Dropped, because the caller spoke on or the host interrupted, and not taken again since.
    pub(crate) dropped: Option<Action>,
    /// Carried out.
    pub(crate) done: Vec<Action>,
    /// The call was ended by an action.
    pub(crate) ended: bool,
    pings: VecDeque<(i64, Duration)>,
    /// Frames it did not take, because a newer request was on its way to the server.
    pub(crate) late: u32,
    pub(crate) said: u32,
}

impl Retell {
    /// Dials, or dials again: what was on the old socket is gone.
    pub(crate) fn dial(&mut self) {
        self.begun = false;
        self.open = false;
        self.interruption = (0, false);
        self.waiting = None;
        self.dropped = None;
        self.pings.clear();
    }

    /// The caller has spoken, or has been silent for a while.
    pub(crate) fn asks(&mut self, kind: TurnKind) -> Frame {
        self.newest += 1;
        self.open = true;
        self.lose_action();
        Frame::Request {
            id: self.newest,
            kind,
            agent_spoke: self.agent_spoke,
        }
    }

    pub(crate) fn pings(&mut self, timestamp: i64, now: Duration) -> Frame {
        self.pings.push_back((timestamp, now));
        Frame::Ping(timestamp)
    }

    /// Whether it takes the connection for dead.
    pub(crate) fn gives_up(&self, now: Duration) -> bool {
        self.pings.front().is_some_and(|(_, at)| now > *at + DEAD_AFTER)
    }

    /// All words are spoken: what was to follow them is done.
    pub(crate) fn speaks_to_the_end(&mut self) {
        if let Some(action) = self.waiting.take_if(|_| !self.open && !self.interruption.1) {
            self.ended = !matches!(action, Action::PressDigits(_));
            self.done.push(action);
        }
    }

    pub(crate) fn receives(&mut self, frame: &Outbound) {
        match frame {
            Outbound::PingPong(pong) => {
                let sent = self.pings.iter().position(|(ping, _)| *ping == pong.timestamp);
                let sent = sent.expect("a keepalive that answers none");
                self.pings.remove(sent);
            }
            Outbound::Response(response) => self.response(response),
            Outbound::AgentInterrupt(interrupt) => self.interrupted(interrupt),
            _ => {}
        }
    }

    fn response(&mut self, response: &Response) {
        let action = response.action();
        let wanted = if response.response_id == 0 {
            let wanted = !self.begun;
            self.begun |= response.content_complete;
            wanted
        } else {
            let wanted = self.open && response.response_id == self.newest;
            if wanted && response.content_complete {
                self.open = false;
            }
            wanted
        };
        self.spoken(wanted, &response.content, action);
    }

    fn interrupted(&mut self, interrupt: &AgentInterrupt) {
        let (newest, open) = self.interruption;
        let wanted = interrupt.interrupt_id > newest || (open && interrupt.interrupt_id == newest);
        if interrupt.interrupt_id > newest {
            // Stops whoever is speaking, and cancels a response in flight.
            self.lose_action();
        }
        if wanted {
            self.interruption = (interrupt.interrupt_id, !interrupt.content_complete);
        }
        let action = action(interrupt);
        self.spoken(wanted, &interrupt.content, action);
    }

    fn spoken(&mut self, wanted: bool, words: &str, action: Option<Action>) {
        self.late += u32::from(!wanted);
        if wanted && !words.is_empty() {
            self.agent_spoke = true;
            self.said += 1;
        }
        if let Some(action) = action {
            self.dropped = None;
            if wanted {
                self.waiting = Some(action);
            } else {
                self.dropped = Some(action);
            }
        }
    }

    fn lose_action(&mut self) {
        if let Some(action) = self.waiting.take() {
            self.dropped = Some(action);
        }
    }
}

/// What is to follow the words of an interruption.
pub(crate) fn action(interrupt: &AgentInterrupt) -> Option<Action> {
    match interrupt {
        AgentInterrupt {
            end_call: Some(true), ..
        } => Some(Action::EndCall),
        AgentInterrupt {
            transfer_number: Some(number),
            ..
        } => Some(Action::transfer(number)),
        AgentInterrupt { digit_to_press, .. } => digit_to_press.clone().map(Action::PressDigits),
    }
}
