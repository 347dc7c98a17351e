//! What was said so far, as Retell writes it down.

use retell_client::models::{Role, TranscriptItem, Utterance};

/// Utterances and tool calls in the order they happened. The last utterance may still be growing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Transcript {
    items: Vec<TranscriptItem>,
    growing: Option<usize>,
}

impl Transcript {
    /// Writes the utterance that is being spoken in place of what was written of it before. An empty one is not
    /// written.
    pub(crate) fn grow(&mut self, utterance: Utterance) {
        match self.growing {
            Some(at) => self.items[at] = TranscriptItem::Utterance(utterance),
            None if utterance.content.is_empty() => {}
            None => {
                self.growing = Some(self.items.len());
                self.items.push(TranscriptItem::Utterance(utterance));
            }
        }
    }

    /// The utterance that was growing is complete; the next one is a new entry.
    pub(crate) fn finish(&mut self) {
        self.growing = None;
    }

    /// Adds something that is no speech.
    pub(crate) fn push(&mut self, item: TranscriptItem) {
        self.items.push(item);
    }

    /// Everything.
    pub(crate) fn items(&self) -> &[TranscriptItem] {
        &self.items
    }

    /// Speech only.
    pub(crate) fn utterances(&self) -> Vec<Utterance> {
        self.items
            .iter()
            .filter_map(TranscriptItem::as_utterance)
            .cloned()
            .collect()
    }

    /// Lines of `Agent: …` and `User: …`.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for utterance in self.items.iter().filter_map(TranscriptItem::as_utterance) {
            let who = if utterance.role == Role::Agent {
                "Agent"
            } else {
                "User"
            };
            text.push_str(&format!("{who}: {}\n", utterance.content));
        }
        text
    }
}
