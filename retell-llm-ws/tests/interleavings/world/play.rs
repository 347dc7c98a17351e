//! What may happen next, and the end of it all.

use std::time::Duration;

use retell_llm_ws::{
    Speech, TurnKind,
    session::{Input, TurnEnd},
};

use super::{MOST_STATE, World, choices::Choices, ledger::is_digits, retell::Frame};

impl<C: Choices> World<C> {
    /// One thing happens.
    pub(super) fn step(&mut self) {
        match self.choices.below(16) {
            0 | 1 => {
                let ms = self.choices.below(250);
                self.wait(Duration::from_millis(ms));
            }
            2 => {
                let ms = self.choices.below(7000);
                self.wait(Duration::from_millis(ms));
            }
            3..=5 => self.deliver_to_server(),
            6 | 7 => self.deliver_to_retell(),
            8 | 9 => self.retell_acts(),
            10..=12 => self.policy_acts(),
            13 => self.host_acts(),
            14 => {
                self.retell.speaks_to_the_end();
                self.tally.hung_up += u64::from(self.retell.ended);
            }
            15 if self.choices.one_in(8) => self.reconnect(),
            15 if self.choices.one_in(64) => {
                let at = self.since_opened() + Duration::from_millis(self.choices.below(250));
                self.input(Input::Drain { at });
            }
            _ => {}
        }
        if self.ledger.ended || self.retell.gives_up(self.now) {
            self.reconnect();
        }
    }

    fn deliver_to_server(&mut self) {
        let Some(frame) = self.to_server.pop_front() else {
            return;
        };
        let input = match frame {
            Frame::Ping(timestamp) => Input::Ping { timestamp },
            Frame::Details => Input::Details,
            Frame::Update { agent_spoke } => Input::Update { agent_spoke },
            Frame::Request {
                id,
                kind,
                agent_spoke,
            } => {
                self.ledger.asked(id);
                Input::Request {
                    id,
                    kind,
                    agent_spoke,
                }
            }
        };
        let knows = matches!(
            frame,
            Frame::Update { agent_spoke: true }
                | Frame::Request {
                    agent_spoke: true,
                    ..
                }
        );
        let unknown = self.ledger.resumed.is_none() && knows;
        self.input(input);
        if unknown && let Some(resumed) = self.ledger.resumed {
            assert!(resumed, "a call whose agent has spoken is not greeted again");
        }
    }

    fn deliver_to_retell(&mut self) {
        if let Some(frame) = self.to_retell.pop_front() {
            let late = self.retell.late;
            self.retell.receives(&frame);
            self.tally.late += u64::from(self.retell.late - late);
        }
    }

    fn retell_acts(&mut self) {
        let agent_spoke = self.retell.agent_spoke;
        let frame = match self.choices.below(8) {
            0..=3 => {
                let kind = if self.choices.one_in(4) {
                    TurnKind::Reminder
                } else {
                    TurnKind::Response
                };
                self.tally.requests += 1;
                self.retell.asks(kind)
            }
            4 => Frame::Update { agent_spoke },
            5 => self
                .retell
                .pings(i64::try_from(self.tally.frames).unwrap_or(0), self.now),
            6 => Frame::Details,
            // An id that was there before.
            _ => Frame::Request {
                id: self.retell.newest.saturating_sub(self.choices.below(3)),
                kind: TurnKind::Response,
                agent_spoke,
            },
        };
        self.to_server.push_back(frame);
    }

    fn policy_acts(&mut self) {
        let now = self.since_opened();
        let Some(turn) = &mut self.ledger.turn else { return };
        // Sometimes for a turn that is long over.
        let id = turn.id.saturating_sub(self.choices.below(8) / 6);
        let choice = self.choices.below(8);
        if id == turn.id && (choice < 4 || choice == 7) {
            turn.spoke = Some(now);
        }
        match choice {
            0..=3 => {
                let mut speech = Speech::say(format!("for {id}"));
                speech.action = self.maybe_action(4);
                let last = choice == 3;
                self.input(Input::Chunk { id, speech, last });
            }
            4 => self.finish(id, TurnEnd::Done),
            5 => self.finish(id, TurnEnd::Failed),
            6 => self.finish(id, TurnEnd::Hopeless),
            _ => {
                let aside = self.an_aside();
                self.input(Input::Aside { id: Some(id), aside });
            }
        }
    }

    fn finish(&mut self, id: u64, end: TurnEnd) {
        self.input(Input::Finished { id, end });
    }

    fn host_acts(&mut self) {
        match self.choices.below(8) {
            0..=3 => {
                let mut speech = Speech::say("Attention.");
                speech.no_interruption = !self.choices.one_in(3);
                speech.action = self.maybe_action(4);
                let last = self.choices.one_in(2);
                self.input(Input::Interrupt { speech, last });
            }
            4 => self.input(Input::InterruptOver),
            5 => {
                self.ledger.withdrawn();
                self.meant = None;
                self.input(Input::Withdraw);
            }
            6 => {
                let aside = self.an_aside();
                self.input(Input::Aside { id: None, aside });
            }
            _ => self.input(Input::Skipped),
        }
    }

    /// In the end, with time enough and a policy that hangs, everything is complete, and what Retell dropped it gets again.
    pub(super) fn settle(&mut self) {
        if self.retell.ended {
            self.input(Input::Disconnected);
            self.input(Input::Ping { timestamp: 1 });
            self.tally.take(&self.ledger);
            return;
        }
        self.exchange();
        self.wait(Duration::from_secs(25));
        if self.ledger.ended {
            return self.tally.take(&self.ledger);
        }
        self.ledger.is_settled();
        self.exchange();
        self.one_more_turn();
        let state = format!("{:?}", self.session).len();
        assert!(state < MOST_STATE, "{state} bytes of state");
        self.tally.take(&self.ledger);
    }

    /// The caller speaks on, and the policy answers.
    fn one_more_turn(&mut self) {
        let request = self.retell.asks(TurnKind::Response);
        let dropped = self.retell.dropped.clone();
        let dropped = dropped.filter(|action| Some(action) == self.meant.as_ref() && !is_digits(action));
        self.to_server.push_back(request);
        self.exchange();
        let id = self.retell.newest;
        self.finish(id, TurnEnd::Done);
        assert!(self.ledger.is_complete(id));
        self.exchange();
        if dropped.is_some() && self.settings.resend_lost_actions {
            assert_eq!(self.retell.dropped, None, "{dropped:?} is delivered after all");
            self.retell.speaks_to_the_end();
            assert_eq!(self.retell.done.last(), dropped.as_ref(), "and carried out");
            self.tally.delivered += 1;
        }
    }

    /// All that is on its way arrives.
    fn exchange(&mut self) {
        while !self.to_server.is_empty() {
            self.deliver_to_server();
        }
        while !self.to_retell.is_empty() {
            self.deliver_to_retell();
        }
    }
}
