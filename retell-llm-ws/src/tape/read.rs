//! Tapes from disk.

use std::{
    io::{self, BufRead, Read},
    time::Duration,
};

use super::line::{Entry, EntryLine, Header, HeaderLine, NAME, VERSION};

/// The longest line read, in bytes: more than the largest message a call accepts by default.
const LONGEST_LINE: u64 = 32 * 1024 * 1024;
/// The most lines read: a day of updates.
const MOST_LINES: usize = 1_000_000;

/// The latest time read.
const LONGEST_CALL: Duration = Duration::from_secs(7 * 24 * 3600);

/// A recorded call.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tape {
    /// Whose call it is.
    pub header: Header,
    /// What happened, in order.
    pub entries: Vec<Entry>,
}

/// Why a tape cannot be read. No text of the tape is in it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TapeError {
    /// The file cannot be read.
    #[error("the tape cannot be read")]
    Io(#[source] io::Error),
    /// There is nothing on it.
    #[error("the tape is empty")]
    Empty,
    /// The first line is not the header of a tape.
    #[error("line 1 is not the header of a tape")]
    NotATape,
    /// It was written by another version of this crate.
    #[error("line 1: the tape has version {found}, and this program reads version {VERSION}")]
    Version {
        /// Its version.
        found: u32,
    },
    /// A line makes no sense.
    #[error("line {line}: {problem}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        problem: &'static str,
    },
}

impl Tape {
    /// Reads a tape.
    ///
    /// # Errors
    ///
    /// When it cannot be read, is no tape, or has a line that makes no sense: what is left of a tape that broke off in
    /// the middle of a line is not taken for the whole.
    pub fn read(input: impl Read) -> Result<Self, TapeError> {
        let mut lines = Lines {
            input: io::BufReader::new(input),
            number: 0,
            text: Vec::new(),
        };
        let header = header(lines.next()?.ok_or(TapeError::Empty)?)?;
        let mut entries: Vec<Entry> = Vec::new();
        while let Some(text) = lines.next()? {
            let entry = entry(text).map_err(|problem| lines.wrong(problem))?;
            if entries.last().is_some_and(|last| last.at > entry.at) {
                return Err(lines.wrong("its time is before that of the line above"));
            }
            if entry.at > LONGEST_CALL {
                return Err(lines.wrong("its time is beyond the end of any call"));
            }
            entries.push(entry);
        }
        Ok(Self { header, entries })
    }
}

fn header(text: &str) -> Result<Header, TapeError> {
    #[derive(serde::Deserialize)]
    struct Version {
        tape: String,
        version: u32,
    }
    let version: Version = serde_json::from_str(text).map_err(|_| TapeError::NotATape)?;
    if version.tape != NAME {
        return Err(TapeError::NotATape);
    }
    if version.version != VERSION {
        return Err(TapeError::Version {
            found: version.version,
        });
    }
    let line: HeaderLine<'_> = serde_json::from_str(text).map_err(|_| TapeError::NotATape)?;
    let mut header = Header::new(line.call_id, line.began_at).resumed(line.resumed);
    header.mask = line.mask;
    Ok(header)
}

fn entry(text: &str) -> Result<Entry, &'static str> {
    let line: EntryLine<'_> = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => "it breaks off; was the recording cut short?",
        serde_json::error::Category::Syntax => "it is not JSON",
        _ => "a field is missing or has the wrong type",
    })?;
    line.entry()
        .ok_or("it says nothing this version knows, or several things at once")
}

/// The lines that are not blank, numbered.
struct Lines<R> {
    input: R,
    number: usize,
    text: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> Result<Option<&str>, TapeError> {
        loop {
            self.number += 1;
            self.text.clear();
            let mut line = (&mut self.input).take(LONGEST_LINE);
            let read = line.read_until(b'\n', &mut self.text).map_err(TapeError::Io)?;
            if read == 0 {
                return Ok(None);
            }
            if self.number > MOST_LINES {
                return Err(self.wrong("the tape is longer than any call"));
            }
            if read as u64 == LONGEST_LINE {
                return Err(self.wrong("it is longer than any message"));
            }
            if !self.text.trim_ascii().is_empty() {
                break;
            }
        }
        match str::from_utf8(&self.text) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(self.wrong("it is not UTF-8")),
        }
    }

    fn wrong(&self, problem: &'static str) -> TapeError {
        TapeError::Line {
            line: self.number,
            problem,
        }
    }
}
