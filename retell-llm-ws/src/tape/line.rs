//! The lines of a tape.

use std::{borrow::Cow, fmt, time::Duration};

use jiff::Timestamp;
use retell_client::models::CallId;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::redact::Redacted;

/// What the first line of a tape begins with.
pub(super) const NAME: &str = "retell-llm-ws";
/// The version written, and the only one read.
pub(super) const VERSION: u32 = 1;

/// The first line of a tape: whose call it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header {
    /// Retell's id of the call.
    pub call_id: CallId,
    /// When the socket was opened.
    pub began_at: Timestamp,
    /// Whether the call was greeted before, on another socket.
    pub resumed: bool,
    /// What was taken away while recording: `none`, `digits`, `words`, or `custom`.
    pub mask: Cow<'static, str>,
}

impl Header {
    /// The header of a call's first socket, opened at this time.
    pub fn new(call_id: CallId, began_at: Timestamp) -> Self {
        Self {
            call_id,
            began_at,
            resumed: false,
            mask: Cow::Borrowed("none"),
        }
    }

    /// The same for a socket of a call that was greeted before, or not.
    #[must_use]
    pub fn resumed(mut self, resumed: bool) -> Self {
        self.resumed = resumed;
        self
    }
}

/// One line of a tape after the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When, since the socket was opened; whole milliseconds.
    pub at: Duration,
    /// What.
    pub event: Event,
}

/// What happened on the socket.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// Retell sent this text.
    Received(String),
    /// This side sent this text.
    Sent(String),
    /// Retell sent a binary frame; what was in it is not kept.
    Binary,
    /// A close frame.
    Closed {
        /// Who sent it.
        by: Side,
        /// Its code, if it had one.
        code: Option<u16>,
    },
    /// The connection ended without a close frame.
    Lost {
        /// Whose end it was: `Us` for a connection that was dropped on purpose.
        by: Side,
    },
    /// This many events before this line were not recorded, because the disk was too slow.
    Dropped(u64),
}

/// One end of the socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Retell's end.
    Retell,
    /// The end that is recorded.
    Us,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Received(text) => f.debug_tuple("Received").field(&Redacted(text)).finish(),
            Self::Sent(text) => f.debug_tuple("Sent").field(&Redacted(text)).finish(),
            Self::Binary => f.write_str("Binary"),
            Self::Closed { by, code } => f
                .debug_struct("Closed")
                .field("by", by)
                .field("code", code)
                .finish(),
            Self::Lost { by } => f.debug_struct("Lost").field("by", by).finish(),
            Self::Dropped(count) => f.debug_tuple("Dropped").field(count).finish(),
        }
    }
}

/// A header as it is written.
#[derive(Serialize, Deserialize)]
pub(super) struct HeaderLine<'a> {
    #[serde(borrow)]
    pub(super) tape: Cow<'a, str>,
    pub(super) version: u32,
    pub(super) call_id: CallId,
    pub(super) began_at: Timestamp,
    #[serde(default)]
    pub(super) resumed: bool,
    pub(super) mask: Cow<'static, str>,
}

/// An entry as it is written: a time, and one of the others.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct EntryLine<'a> {
    pub(super) at_ms: u64,
    /// JSON, as it came.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) received: Option<&'a RawValue>,
    /// What came and is not JSON.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) received_text: Option<Cow<'a, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) sent: Option<&'a RawValue>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(super) sent_text: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) binary: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) closed: Option<Close>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lost: Option<Side>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dropped: Option<u64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Close {
    by: Side,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<u16>,
}

impl HeaderLine<'_> {
    pub(super) fn new(header: Header) -> Self {
        Self {
            tape: Cow::Borrowed(NAME),
            version: VERSION,
            call_id: header.call_id,
            began_at: header.began_at,
            resumed: header.resumed,
            mask: header.mask,
        }
    }
}

impl<'a> EntryLine<'a> {
    pub(super) fn new(entry: &'a Entry) -> Self {
        let mut line = Self {
            at_ms: u64::try_from(entry.at.as_millis()).unwrap_or(u64::MAX),
            ..Self::default()
        };
        match &entry.event {
            Event::Received(text) => match json(text) {
                Some(json) => line.received = Some(json),
                None => line.received_text = Some(Cow::Borrowed(text)),
            },
            Event::Sent(text) => match json(text) {
                Some(json) => line.sent = Some(json),
                None => line.sent_text = Some(Cow::Borrowed(text)),
            },
            Event::Binary => line.binary = true,
            Event::Closed { by, code } => line.closed = Some(Close { by: *by, code: *code }),
            Event::Lost { by } => line.lost = Some(*by),
            Event::Dropped(count) => line.dropped = Some(*count),
        }
        line
    }

    /// `None` when the line says nothing, or several things at once.
    pub(super) fn entry(self) -> Option<Entry> {
        let raw = |raw: &RawValue| raw.get().to_owned();
        let mut events = [
            self.received.map(raw).map(Event::Received),
            self.received_text.map(Cow::into_owned).map(Event::Received),
            self.sent.map(raw).map(Event::Sent),
            self.sent_text.map(Cow::into_owned).map(Event::Sent),
            self.binary.then_some(Event::Binary),
            self.closed.map(|Close { by, code }| Event::Closed { by, code }),
            self.lost.map(|by| Event::Lost { by }),
            self.dropped.map(Event::Dropped),
        ]
        .into_iter()
        .flatten();
        let event = events.next()?;
        events.next().is_none().then_some(Entry {
            at: Duration::from_millis(self.at_ms),
            event,
        })
    }
}

/// The text as JSON for a line of its own.
fn json(text: &str) -> Option<&RawValue> {
    // JSON with line breaks in it would be several lines.
    if text.contains(['\n', '\r']) {
        return None;
    }
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event() -> impl Strategy<Value = Event> {
        let side = || prop_oneof![Just(Side::Retell), Just(Side::Us)];
        let text = || {
            prop_oneof![
                ".{0,40}",
                Just("{\"a\":[1.50, \"\\u00e9\"]}".to_owned()),
                Just("{\n}".to_owned())
            ]
        };
        prop_oneof![
            text().prop_map(Event::Received),
            text().prop_map(Event::Sent),
            Just(Event::Binary),
            (side(), any::<Option<u16>>()).prop_map(|(by, code)| Event::Closed { by, code }),
            side().prop_map(|by| Event::Lost { by }),
            any::<u64>().prop_map(Event::Dropped),
        ]
    }

    proptest! {
        #[test]
        fn a_line_reads_as_it_was_written(at_ms in 0..u64::MAX, event in event()) {
            let entry = Entry { at: Duration::from_millis(at_ms), event };
            let line = serde_json::to_string(&EntryLine::new(&entry)).unwrap();
            prop_assert!(!line.contains('\n'));
            let read: EntryLine<'_> = serde_json::from_str(&line).unwrap();
            prop_assert_eq!(read.entry(), Some(entry));
        }
    }
}
