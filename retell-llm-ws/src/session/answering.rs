//! Requests and their answers.

use std::time::Duration;

use super::{Cause, Command, Phase, Session, TurnEnd, turn::LiveTurn};
use crate::{
    action::Aside,
    frame::{Outbound, Response, ResponseId},
    observer::ReportKind,
    policy::TurnKind,
    reply::Speech,
};

impl Session {
    pub(super) fn greeting(&mut self, now: Duration, speech: Option<Speech>) {
        if self.phase != Phase::Greeting {
            return;
        }
        self.phase = Phase::Live;
        let mut turn = LiveTurn::new(0, ReportKind::Begin, Duration::ZERO, &self.settings);
        let speech = speech
            .filter(|speech| turn.takes(&speech.text, &self.settings))
            .unwrap_or_else(|| self.fallback(&mut turn));
        self.say(&mut turn, now, speech, true);
        self.report(turn);
        self.start_held(now);
    }

    pub(super) fn request(&mut self, now: Duration, id: ResponseId, kind: TurnKind) {
        // Ids only grow. A repeated one is being answered or was; Retell drops whatever else is sent for it.
        if id <= self.newest {
            return;
        }
        self.newest = id;
        let turn = LiveTurn::new(id, kind.into(), now, &self.settings);
        if let Some(earlier) = self.held.replace(turn) {
            self.out
                .push(Command::Report(earlier.superseded(self.connected_at)));
        }
        if self.phase == Phase::Live {
            self.interruption_gives_way(now);
        }
    }

    /// Begins what had to wait; its deadlines count from when the policy can begin.
    pub(super) fn start_held(&mut self, now: Duration) {
        if let Some(mut turn) = self.held.take() {
            turn.restart_deadlines(now, &self.settings);
            self.start(turn);
        }
    }

    fn start(&mut self, turn: LiveTurn) {
        if let Some(earlier) = self.turn.take() {
            self.sticky.cut_off(Some(earlier.id));
            self.out.push(Command::CancelTurn {
                id: earlier.id,
                cause: Cause::Superseded,
            });
            self.out
                .push(Command::Report(earlier.superseded(self.connected_at)));
        }
        self.sticky.call_goes_on();
        let lost = self.sticky.lost().cloned();
        if !self.settings.resend_lost_actions {
            self.sticky.forget_lost();
        }
        self.out.push(Command::StartTurn {
            id: turn.id,
            kind: turn.turn_kind(),
            lost,
        });
        self.turn = Some(turn);
    }

    pub(super) fn chunk(&mut self, now: Duration, id: ResponseId, mut speech: Speech, last: bool) {
        let Some(mut turn) = self.turn.take_if(|turn| turn.id == id) else {
            return;
        };
        if !turn.takes(&speech.text, &self.settings) {
            self.turn = Some(turn);
            return self.fail(now, id);
        }
        turn.goes_on(now, &self.settings);
        if last && speech.action.is_none() && !turn.acted {
            // Only with the last words: until then the policy may withdraw it, or act otherwise.
            speech.action = self.sticky.take_lost();
        }
        self.say(&mut turn, now, speech, last);
        if last {
            self.report(turn);
        } else {
            self.turn = Some(turn);
        }
    }

    pub(super) fn finished(&mut self, now: Duration, id: ResponseId, end: TurnEnd) {
        let retries = self.settings.retries;
        match (end, &mut self.turn) {
            (TurnEnd::Done, _) => self.chunk(now, id, Speech::silence(), true),
            (TurnEnd::Failed, Some(turn)) if turn.id == id && !turn.begun && turn.retries < retries => {
                turn.retries += 1;
                self.out.push(Command::RetryTurn { id });
            }
            (TurnEnd::Failed | TurnEnd::Hopeless, _) => self.fail(now, id),
        }
    }

    pub(super) fn aside(&mut self, now: Duration, id: Option<ResponseId>, aside: Aside) {
        let wanted = match id {
            None => self.phase == Phase::Live,
            Some(id) => match &mut self.turn {
                Some(turn) if turn.id == id => {
                    turn.goes_on(now, &self.settings);
                    true
                }
                _ => false,
            },
        };
        if wanted {
            self.send(aside.into());
        }
    }

    /// Says the holding phrase. The answer then follows under the same id.
    pub(super) fn hold(&mut self, now: Duration) {
        let Some(mut turn) = self.turn.take() else { return };
        turn.holds_no_more();
        if let Some(phrase) = self.phrases.nth_holding(self.holdings) {
            let speech = Speech::say(phrase);
            self.holdings = self.holdings.wrapping_add(1);
            self.say(&mut turn, now, speech, false);
        }
        self.turn = Some(turn);
    }

    /// Speaks the fallback phrase and completes the turn: the caller is never left in silence.
    pub(super) fn fail(&mut self, now: Duration, id: ResponseId) {
        let Some(mut turn) = self.turn.take_if(|turn| turn.id == id) else {
            return;
        };
        self.out.push(Command::CancelTurn {
            id,
            cause: Cause::Failed,
        });
        // Nothing more is asked of a caller who is about to be hung up on or transferred.
        let speech = if turn.acted {
            Speech::silence()
        } else {
            self.fallback(&mut turn)
        };
        self.say(&mut turn, now, speech, true);
        self.report(turn);
    }

    fn fallback(&mut self, turn: &mut LiveTurn) -> Speech {
        turn.fallback = true;
        let phrase = self.phrases.nth_fallback(self.fallbacks).unwrap_or_default();
        self.fallbacks = self.fallbacks.wrapping_add(1);
        let blank = if turn.mid_word && !phrase.is_empty() {
            " "
        } else {
            ""
        };
        Speech::say(format!("{blank}{phrase}"))
    }

    /// The host speaks, for which Retell drops the answer on its way. An id that stayed open would keep Retell from ever
    /// asking for a reminder, so it is completed.
    pub(super) fn make_way(&mut self, now: Duration) {
        let Some(mut turn) = self.turn.take() else { return };
        self.sticky.cut_off(Some(turn.id));
        self.out.push(Command::CancelTurn {
            id: turn.id,
            cause: Cause::Interrupted,
        });
        turn.interrupted = true;
        self.say(&mut turn, now, Speech::silence(), true);
        self.report(turn);
    }

    fn say(&mut self, turn: &mut LiveTurn, now: Duration, speech: Speech, last: bool) {
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
            self.sticky.sent(Some(turn.id), action.clone());
            response = response.with_action(action);
        }
        self.send(Outbound::Response(response));
    }

    fn report(&mut self, turn: LiveTurn) {
        self.out.push(Command::Report(turn.report(self.connected_at)));
    }
}
