//! The driver's side: he has the floor, thinks, speaks, or stays silent.

use rand::RngExt;
use retell_client::models::DisconnectionReason;
use retell_llm_ws::TurnKind;

use super::{Awaiting, Conversation, DriverSpeech, Ending, Phase, Silence, Speech};
use crate::driver::{Heard, Line, Move};

/// Silence after which Retell takes the driver's turn for over.
const ENDPOINT_MS: u64 = 600;
/// How long a driver hesitates in the middle of a sentence; longer than [`ENDPOINT_MS`], shorter than it takes the agent
/// to begin.
const HESITATION_MS: u64 = 850;
/// From the agent's goodbye to the click.
const HANG_UP_MS: u64 = 700;
/// Typed words come out faster than spoken ones, in percent of the time.
const TYPED_PACE: u64 = 35;

impl Conversation {
    /// What a human typed. While the agent speaks it waits; otherwise it is said now, as part of the utterance that is
    /// under way if there is one.
    pub(crate) fn say(&mut self, now: u64, text: &str) {
        self.advance(now);
        self.type_words(text);
    }

    pub(super) fn type_words(&mut self, text: &str) {
        match &mut self.phase {
            Phase::Over => {}
            Phase::AgentSpeaks => match &mut self.typed {
                Some(typed) => {
                    typed.push(' ');
                    typed.push_str(text);
                }
                None => self.typed = Some(text.to_owned()),
            },
            Phase::DriverSpeaks(driver) => {
                driver.speech.push(&format!(" {text}"));
                driver.speech.plan(self.now, true);
            }
            Phase::Awaiting(awaiting) => {
                let mut speech = awaiting.speech.take().unwrap_or_else(|| Speech::new(TYPED_PACE));
                speech.push(&format!(" {text}"));
                self.begin_speech(speech, self.now, None);
            }
            Phase::Begin | Phase::Silence(_) => {
                let mut speech = Speech::new(TYPED_PACE);
                speech.push(text);
                self.begin_speech(speech, self.now, None);
            }
        }
    }

    /// The floor is the driver's and this is what he does with it.
    pub(super) fn take_floor(&mut self, next: Move) {
        let now = self.now;
        let mut silence = Silence::default();
        match next {
            Move::Say(line) => {
                let jitter = self.rng.random_range(0..200);
                silence.speaks = Some((now + line.think_ms + jitter, line));
            }
            Move::HangUp => silence.hangs_up_at = Some(now + HANG_UP_MS),
            Move::Wait => {
                let trigger = self.settings.reminder_trigger_ms;
                if self.reminders < self.settings.reminder_max_count {
                    silence.reminder_at = Some(now + trigger);
                } else if !self.driver.is_human() {
                    // No reminder will come: he waits for as long as he would have, or is ready to.
                    silence.patience_at = Some(now + self.driver.patience_ms().unwrap_or(trigger));
                }
            }
        }
        self.phase = Phase::Silence(silence);
    }

    pub(super) fn step_silence(&mut self) {
        let now = self.now;
        let due = |at: Option<u64>| at.is_some_and(|at| at <= now);
        let Phase::Silence(silence) = &mut self.phase else {
            return;
        };
        if due(silence.hangs_up_at) {
            self.end(Ending::because(DisconnectionReason::UserHangup));
        } else if let Some((_, line)) = silence.speaks.take_if(|(at, _)| *at <= now) {
            self.driver_speaks(&line);
        } else if due(silence.reminder_at) {
            self.reminders += 1;
            self.ask(TurnKind::Reminder, None);
        } else if due(silence.patience_at) {
            let next = self.driver.next(Heard::Silence);
            self.take_floor(next);
        }
    }

    pub(super) fn driver_speaks(&mut self, line: &Line) {
        let mut speech = Speech::new(100);
        speech.push(&line.text);
        self.begin_speech(speech, self.now, line.hesitates_after);
    }

    fn begin_speech(&mut self, mut speech: Speech, from: u64, hesitates_after: Option<usize>) {
        if !speech.plan(from, true) {
            // Not a word in it: as good as silence.
            return self.take_floor(Move::Wait);
        }
        self.reminders = 0;
        let hesitates_after = hesitates_after.filter(|at| *at > 0 && *at < speech.len());
        if let Some(at) = hesitates_after {
            speech.delay(at, HESITATION_MS);
        }
        self.next_update = self.now + self.settings.update_every_ms;
        self.phase = Phase::DriverSpeaks(DriverSpeech {
            speech,
            hesitates_after,
        });
    }

    pub(super) fn driver_deadline(&self, driver: &DriverSpeech) -> u64 {
        let over = driver.speech.end_ms().unwrap_or(self.now) + ENDPOINT_MS;
        let asked = driver
            .hesitates_after
            .and_then(|at| driver.speech.word_end_ms(at - 1))
            .map(|at| at + ENDPOINT_MS);
        over.min(asked.unwrap_or(over))
            .min(self.next_update.max(self.now + 1))
    }

    pub(super) fn step_driver(&mut self) {
        self.write_growing();
        self.sound_at = self.now;
        let now = self.now;
        let Phase::DriverSpeaks(driver) = &mut self.phase else {
            return;
        };
        let end = driver.speech.end_ms().unwrap_or(now);
        let hesitating = driver
            .hesitates_after
            .and_then(|at| driver.speech.word_end_ms(at - 1));
        if now >= end + ENDPOINT_MS {
            let Phase::DriverSpeaks(driver) = std::mem::replace(&mut self.phase, Phase::Begin) else {
                return;
            };
            self.ask(TurnKind::Response, Some(driver.speech));
        } else if hesitating.is_some_and(|at| now >= at + ENDPOINT_MS) {
            driver.hesitates_after = None;
            // It looks as if he were done; a newer request follows when he is.
            if self.connected {
                self.request(TurnKind::Response);
            }
        } else if now >= self.next_update {
            self.update(None);
        }
    }

    /// The driver is done, or was silent for long: an answer is wanted.
    fn ask(&mut self, kind: TurnKind, speech: Option<Speech>) {
        if speech.is_none() {
            self.transcript.finish();
        }
        let patience = self
            .driver
            .patience_ms()
            .map(|ms| self.now + ms.max(self.settings.grace_ms * 4));
        let unsent = !self.connected;
        self.phase = Phase::Awaiting(Awaiting {
            kind,
            speech,
            patience_at: patience,
            unsent,
        });
        if !unsent {
            self.request(kind);
        }
    }

    /// No answer for so long that the driver says something, or hangs up.
    pub(super) fn lose_patience(&mut self) {
        self.transcript.finish();
        match &mut self.phase {
            Phase::Awaiting(awaiting) => awaiting.patience_at = None,
            _ => self.begin_patience_at = None,
        }
        match self.driver.next(Heard::Silence) {
            Move::Say(line) => self.driver_speaks(&line),
            Move::HangUp => self.end(Ending::because(DisconnectionReason::UserHangup)),
            Move::Wait => {}
        }
    }
}
