//! What the host says unasked.

use std::time::Duration;

use super::{Command, Phase, Session};
use crate::{
    action::Action,
    frame::{AgentInterrupt, Outbound},
    reply::Speech,
};

/// An interruption of which more is to come.
#[derive(Debug)]
pub(super) struct Interruption {
    id: u64,
    acted: bool,
    /// The caller may interrupt its newest words.
    interruptible: bool,
    /// When it is ended, unless more comes.
    pub(super) stalls_at: Duration,
}

impl Session {
    pub(super) fn interrupt(&mut self, now: Duration, speech: Speech, last: bool) {
        if self.phase != Phase::Live {
            return;
        }
        let stall = self
            .settings
            .stall_deadline
            .unwrap_or(self.settings.turn_deadline);
        let mut open = match self.interruption.take() {
            Some(open) => open,
            None => {
                self.make_way(now);
                self.sticky.cut_off(None);
                self.interruptions += 1;
                Interruption {
                    id: self.interruptions,
                    acted: false,
                    interruptible: false,
                    stalls_at: now,
                }
            }
        };
        open.interruptible = !speech.no_interruption;
        open.stalls_at = now.saturating_add(stall);
        let action = speech.action.filter(|_| !open.acted);
        open.acted |= action.is_some();
        let mut frame = AgentInterrupt {
            interrupt_id: open.id,
            content: speech.text,
            content_complete: last,
            no_interruption_allowed: speech.no_interruption.then_some(true),
            ..AgentInterrupt::default()
        };
        if let Some(action) = action {
            self.sticky.sent(None, action.clone());
            match action {
                Action::EndCall => frame.end_call = Some(true),
                Action::Transfer { number, .. } => frame.transfer_number = Some(number),
                Action::PressDigits(digits) => frame.digit_to_press = Some(digits),
            }
        }
        self.send(Outbound::AgentInterrupt(frame));
        if last {
            self.start_held(now);
        } else {
            self.interruption = Some(open);
        }
    }

    /// Ends the open interruption, if there is one. What had to wait for it begins.
    pub(super) fn end_interruption(&mut self, now: Duration) {
        if let Some(open) = &self.interruption {
            let speech = Speech {
                no_interruption: !open.interruptible,
                ..Speech::silence()
            };
            self.out.push(Command::EndInterruption);
            self.interrupt(now, speech, true);
        }
    }

    /// A request has come: an interruption that the caller may interrupt ends for it, another one keeps it waiting.
    pub(super) fn interruption_gives_way(&mut self, now: Duration) {
        match &self.interruption {
            None => self.start_held(now),
            Some(open) if open.interruptible => self.end_interruption(now),
            Some(_) => {}
        }
    }
}
