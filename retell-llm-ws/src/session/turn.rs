//! One request between its arrival and its completing frame.

use std::time::Duration;

use jiff::Timestamp;

use super::Settings;
use crate::{
    frame::ResponseId,
    observer::{ReportKind, TurnReport},
    policy::TurnKind,
};

#[derive(Debug)]
pub(super) struct LiveTurn {
    pub(super) id: ResponseId,
    kind: ReportKind,
    requested: Duration,
    first_words: Option<Duration>,
    completed: Option<Duration>,
    /// Frames sent.
    chunks: u32,
    /// The policy has said or done something, so that a second try would repeat it.
    pub(super) begun: bool,
    /// An action was sent.
    pub(super) acted: bool,
    pub(super) fallback: bool,
    pub(super) interrupted: bool,
    /// Further tries so far.
    pub(super) retries: u32,
    /// The words so far do not end with a blank.
    pub(super) mid_word: bool,
    /// Bytes of the policy's words so far.
    words: usize,
    hold_at: Option<Duration>,
    stalls_at: Option<Duration>,
    gives_up_at: Duration,
}

impl LiveTurn {
    pub(super) fn new(id: ResponseId, kind: ReportKind, now: Duration, settings: &Settings) -> Self {
        let mut turn = Self {
            id,
            kind,
            requested: now,
            first_words: None,
            completed: None,
            chunks: 0,
            begun: false,
            acted: false,
            fallback: false,
            interrupted: false,
            retries: 0,
            mid_word: false,
            words: 0,
            hold_at: None,
            stalls_at: None,
            gives_up_at: now,
        };
        turn.restart_deadlines(now, settings);
        turn
    }

    pub(super) fn restart_deadlines(&mut self, now: Duration, settings: &Settings) {
        self.hold_at = settings
            .holding_deadline
            .map(|deadline| now.saturating_add(deadline));
        self.gives_up_at = now.saturating_add(settings.turn_deadline);
    }

    /// The policy has said or done something.
    pub(super) fn goes_on(&mut self, now: Duration, settings: &Settings) {
        self.begun = true;
        self.stalls_at = settings
            .stall_deadline
            .map(|deadline| now.saturating_add(deadline));
    }

    /// Counts words of the policy's. False when they are too many.
    pub(super) fn takes(&mut self, text: &str, settings: &Settings) -> bool {
        self.words = self.words.saturating_add(text.len());
        self.words <= settings.max_answer_bytes
    }

    /// When the holding phrase is due: only while nothing was said, so it comes once.
    pub(super) fn holds_at(&self) -> Option<Duration> {
        self.hold_at.filter(|_| self.chunks == 0)
    }

    /// The holding phrase is not said.
    pub(super) fn holds_no_more(&mut self) {
        self.hold_at = None;
    }

    /// When the answer is given up.
    pub(super) fn fails_at(&self) -> Duration {
        self.stalls_at
            .map_or(self.gives_up_at, |at| at.min(self.gives_up_at))
    }

    pub(super) fn next_deadline(&self) -> Duration {
        let fails_at = self.fails_at();
        self.holds_at().map_or(fails_at, |at| at.min(fails_at))
    }

    pub(super) fn sent(&mut self, now: Duration, text: &str, action: bool, last: bool) {
        self.chunks += 1;
        self.acted |= action;
        if let Some(last) = text.chars().next_back() {
            self.mid_word = !last.is_whitespace();
        }
        if self.first_words.is_none() && !text.is_empty() {
            self.first_words = Some(now);
        }
        if last {
            self.completed = Some(now);
        }
    }

    pub(super) fn turn_kind(&self) -> TurnKind {
        match self.kind {
            ReportKind::Reminder => TurnKind::Reminder,
            ReportKind::Begin | ReportKind::Response => TurnKind::Response,
        }
    }

    pub(super) fn superseded(self, connected_at: Timestamp) -> TurnReport {
        TurnReport {
            superseded: true,
            ..self.report(connected_at)
        }
    }

    pub(super) fn report(self, connected_at: Timestamp) -> TurnReport {
        TurnReport {
            response_id: self.id,
            kind: self.kind,
            requested_at: connected_at.checked_add(self.requested).unwrap_or(connected_at),
            first_chunk: self.first_words.map(|at| at.saturating_sub(self.requested)),
            completed: self.completed.map(|at| at.saturating_sub(self.requested)),
            chunks: self.chunks,
            superseded: false,
            interrupted: self.interrupted,
            fallback: self.fallback,
            retries: self.retries,
        }
    }
}

impl From<TurnKind> for ReportKind {
    fn from(kind: TurnKind) -> Self {
        match kind {
            TurnKind::Response => Self::Response,
            TurnKind::Reminder => Self::Reminder,
        }
    }
}
