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
    pub(super) chunks: u32,
    /// An action was sent.
    pub(super) acted: bool,
    pub(super) fallback: bool,
    /// The words so far do not end with a blank.
    pub(super) mid_word: bool,
    hold_at: Option<Duration>,
    pub(super) gives_up_at: Duration,
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
            acted: false,
            fallback: false,
            mid_word: false,
            hold_at: None,
            gives_up_at: now,
        };
        turn.restart_deadlines(now, settings);
        turn
    }

    pub(super) fn restart_deadlines(&mut self, now: Duration, settings: &Settings) {
        self.hold_at = settings
            .holding
            .as_ref()
            .map(|(deadline, _)| now.saturating_add(*deadline));
        self.gives_up_at = now.saturating_add(settings.turn_deadline);
    }

    /// When the holding phrase is due: only while nothing was said, so it comes once.
    pub(super) fn holds_at(&self) -> Option<Duration> {
        self.hold_at.filter(|_| self.chunks == 0)
    }

    pub(super) fn next_deadline(&self) -> Duration {
        self.holds_at()
            .map_or(self.gives_up_at, |at| at.min(self.gives_up_at))
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
            fallback: self.fallback,
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
