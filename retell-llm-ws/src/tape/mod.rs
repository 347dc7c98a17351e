//! Calls on tape: record every frame with its time, and play it to another policy later.
//!
//! A tape is one JSON object a line: a header, then what came and went, with milliseconds since the socket was opened.
//!
//! ```json
//! {"tape":"retell-llm-ws","version":1,"call_id":"call_1","began_at":"2026-11-20T10:00:00Z","resumed":false,"mask":"digits"}
//! {"at_ms":0,"sent":{"response_type":"config","config":{"auto_reconnect":true}}}
//! {"at_ms":212,"received":{"interaction_type":"ping_pong","timestamp":0}}
//! {"at_ms":61002,"closed":{"by":"retell","code":1000}}
//! ```
//!
//! # Recording
//!
//! [`record`] makes both ends of a bounded queue: the [`Recording`] goes to [`Options::tape`](crate::Options::tape) (or,
//! where a host has its own transport, into a [`Recorder`] around it), the [`TapeWriter`] to a thread that may block.
//! The call never waits for the disk: what does not fit is dropped, counted, and the tape says so where it happened.
//!
//! ```no_run
//! use std::fs::File;
//! use retell_llm_ws::{Options, tape::{Mask, record}};
//!
//! # fn options() -> std::io::Result<Options> {
//! let (recording, writer) = record();
//! let file = File::create("call.jsonl")?;
//! std::thread::spawn(move || writer.mask(Mask::Digits).write_to(file));
//! let options = Options::new().tape(recording);
//! # Ok(options)
//! # }
//! ```
//!
//! A tape holds what people said. [`Mask`] takes digits or words away before anything is written.
//!
//! # Playing
//!
//! [`Tape::read`] reads a tape, and [`Player`] (feature `replay`) plays its received frames to another policy through the
//! whole engine, on a virtual clock, and tells turn by turn what the caller would have heard instead.

mod line;
mod mask;
#[cfg(feature = "replay")]
mod player;
mod read;
mod recorder;
#[cfg(feature = "replay")]
mod replay;
mod writer;

pub use self::{
    line::{Entry, Event, Header, Side},
    mask::Mask,
    read::{Tape, TapeError},
    recorder::{Recorder, Recording, record},
    writer::{TapeSummary, TapeWriter},
};
#[cfg(feature = "replay")]
pub use self::{
    player::Player,
    replay::{Answer, Replay, ReplayedTurn},
};
