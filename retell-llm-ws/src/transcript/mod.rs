//! The conversation so far, read again only where it changed.
//!
//! Retell sends the whole transcript in every message, several times a second, so a reader that parses it all spends
//! time that grows with the square of the call's length. [`Reader`] keeps, beside each item, its length and a 128-bit
//! hash of the bytes it was read from; what a message repeats is recognised by them, and only what is new is parsed. The
//! message's other members are read with the lists cut out. The order of the members and the blanks between them do not
//! matter; whatever else is unexpected is left to a full parse, whose result is the same by definition.
//!
//! Word timings are seven eighths of a transcript's bytes and few policies look at them, so they are skipped unless the
//! reader is [told to keep them](Reader::keep_words).
//!
//! ```
//! use retell_llm_ws::{frame::Inbound, transcript::Reader};
//!
//! let mut reader = Reader::new();
//! let heard = reader.read(br#"{"interaction_type":"response_required","response_id":1,
//!     "transcript":[{"role":"user","content":"Are you open?"}]}"#)?;
//! assert!(matches!(heard.frame, Inbound::ResponseRequired(request) if request.response_id == 1));
//! assert_eq!(reader.transcript()[0].content, "Are you open?");
//! # Ok::<(), retell_llm_ws::frame::DecodeError>(())
//! ```

mod item;
mod list;
mod members;

use std::{fmt, mem, sync::Arc};

use retell_client::models::{TranscriptItem, Utterance};

use self::{list::List, members::Members};
use crate::{
    frame::{DecodeError, Inbound},
    salvage::salvage,
};

/// A frame, taken in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Heard {
    /// The frame without its lists of utterances and items: they are empty here, and the [`Reader`] holds them.
    pub frame: Inbound,
    /// What was wrong with a frame of which only a part could be used.
    pub flaw: Option<DecodeError>,
}

/// Reads the frames of one call and keeps the transcript up to date in place.
#[derive(Default)]
pub struct Reader {
    keep_words: bool,
    said: List<Utterance>,
    items: List<TranscriptItem>,
    has_items: bool,
    full_reads: u64,
}

impl Reader {
    /// A reader that has seen nothing and skips word timings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether word timings are read as well. Default: no.
    #[must_use]
    pub fn keep_words(mut self, keep: bool) -> Self {
        self.keep_words = keep;
        self
    }

    /// Reads one text frame. A frame with a transcript replaces the one held.
    ///
    /// # Errors
    ///
    /// When nothing of the frame can be used; what is held stays.
    pub fn read(&mut self, text: &[u8]) -> Result<Heard, DecodeError> {
        if let Some(frame) = self.read_news(text) {
            return Ok(Heard { frame, flaw: None });
        }
        self.full_reads += 1;
        self.read_all(text)
    }

    /// The utterances of the newest frame that held a transcript. Cheap to clone; while a clone is held, the next change
    /// copies the list.
    pub fn transcript(&self) -> &Arc<Vec<Utterance>> {
        &self.said.items
    }

    /// The same with tool calls woven in, if that frame held such a list:
    /// [`Config::transcript_with_tool_calls`](crate::frame::Config::transcript_with_tool_calls) asks for it.
    pub fn transcript_with_tool_calls(&self) -> Option<&Arc<Vec<TranscriptItem>>> {
        self.has_items.then_some(&self.items.items)
    }

    /// How many frames had to be parsed as a whole, because something in them was unexpected.
    pub fn full_reads(&self) -> u64 {
        self.full_reads
    }

    /// Reads what is new; `None`, and nothing changed, when anything is unexpected.
    fn read_news(&mut self, text: &[u8]) -> Option<Inbound> {
        let mut envelope = Vec::with_capacity(256);
        let mut copied = 0;
        let (mut said, mut items) = (None, None);
        let mut members = Members::of(text)?;
        while let Some((key, at)) = members.next()? {
            let end = match key {
                b"transcript" => said.insert(self.said.compare(text, at, self.keep_words)?).end,
                b"transcript_with_tool_calls" => {
                    items.insert(self.items.compare(text, at, self.keep_words)?).end
                }
                _ => {
                    members.skip(at)?;
                    continue;
                }
            };
            // A list given twice stands in the envelope twice as well, which is refused there.
            envelope.extend_from_slice(&text[copied..=at]);
            copied = end;
            members.go_on(end + 1);
        }
        envelope.extend_from_slice(&text[copied..]);
        let frame = Inbound::from_json(str::from_utf8(&envelope).ok()?).ok()?;
        match frame {
            Inbound::UpdateOnly(_) | Inbound::ResponseRequired(_) | Inbound::ReminderRequired(_) => {
                self.said.apply(said?);
                self.has_items = items.is_some();
                if let Some(items) = items {
                    self.items.apply(items);
                }
            }
            // An unknown kind is kept whole.
            Inbound::Unknown(_) if copied > 0 => return None,
            Inbound::PingPong(_) | Inbound::CallDetails(_) | Inbound::Unknown(_) => {}
        }
        Some(frame)
    }

    fn read_all(&mut self, text: &[u8]) -> Result<Heard, DecodeError> {
        let text = str::from_utf8(text).map_err(|_| DecodeError::not_text())?;
        let (mut frame, flaw) = match Inbound::from_json(text) {
            Ok(frame) => (frame, None),
            Err(error) => match salvage(text) {
                Some(frame) => (frame, Some(error)),
                None => return Err(error),
            },
        };
        let lists = match &mut frame {
            Inbound::UpdateOnly(update) => {
                Some((&mut update.transcript, &mut update.transcript_with_tool_calls))
            }
            Inbound::ResponseRequired(request) | Inbound::ReminderRequired(request) => {
                Some((&mut request.transcript, &mut request.transcript_with_tool_calls))
            }
            Inbound::PingPong(_) | Inbound::CallDetails(_) | Inbound::Unknown(_) => None,
        };
        if let Some((said, items)) = lists {
            self.said.adopt(mem::take(said), self.keep_words);
            self.has_items = items.is_some();
            self.items
                .adopt(items.as_mut().map(mem::take).unwrap_or_default(), self.keep_words);
        }
        Ok(Heard { frame, flaw })
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader")
            .field("utterances", &self.said.items.len())
            .field("full_reads", &self.full_reads)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
