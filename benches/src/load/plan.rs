//! What a run does.

use std::time::Duration;

use super::script::Layout;

/// When turns come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// The next turn begins when the last has ended: shows CPU per turn. Its latency is mostly waiting in line.
    Closed,
    /// Every call has a turn this often, whatever the server does: shows response times.
    Every(Duration),
    /// Open loop: calls arrive this far apart, each with turns every `think`.
    Arriving {
        /// From one call to the next.
        apart: Duration,
        /// From one turn of a call to the next.
        think: Duration,
    },
}

/// One run against one server.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The server's `ws://…/llm-websocket`, to which the call's id is appended.
    pub url: String,
    /// Calls at the same time.
    pub calls: usize,
    /// Turns in each.
    pub turns: usize,
    /// `update_only` messages before each request.
    pub updates: usize,
    /// Whether words carry their times.
    pub words: bool,
    /// Utterances in the transcript before the first turn.
    pub history: usize,
    /// Whether each turn adds two utterances, or the transcript stays as long as `history`.
    pub grow: bool,
    /// Key order of the messages.
    pub layout: Layout,
    /// When turns come.
    pub pace: Pace,
    /// How long to wait before the first turn and behind the last one, for what is still under way to end and memory to
    /// be read at rest.
    pub settle: Duration,
}

impl Plan {
    /// Calls with short growing transcripts in a closed loop.
    #[must_use]
    pub fn closed(calls: usize, turns: usize) -> Self {
        Self {
            url: String::new(),
            calls,
            turns,
            updates: 5,
            words: false,
            history: 0,
            grow: true,
            layout: Layout::Head,
            pace: Pace::Closed,
            settle: Duration::from_millis(100),
        }
    }

    /// The same with times for words.
    #[must_use]
    pub fn words(mut self) -> Self {
        self.words = true;
        self
    }

    /// The same with a transcript of this length in every turn.
    #[must_use]
    pub fn fixed(mut self, utterances: usize) -> Self {
        self.history = utterances;
        self.grow = false;
        self
    }

    /// The same at another pace.
    #[must_use]
    pub fn pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }

    /// Utterances in the transcript of this turn, counted from one.
    #[must_use]
    pub fn length_at(&self, turn: usize) -> usize {
        if self.grow {
            self.history + 2 * turn
        } else {
            self.history.max(2)
        }
    }
}
