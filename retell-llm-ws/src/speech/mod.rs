//! Speech from a stream of tokens, as the clients of language models return it.
//!
//! Retell's voice begins with the first whole sentence it is given, so words should go out as soon as they make sense,
//! and not before: half a number or half a name sounds wrong. [`SentenceCutter`] decides where to cut and knows nothing
//! of time; [`Speaker`] reads a stream, cuts it, and says the pieces. [`Reply::speak`] is the short form:
//!
//! ```
//! # use futures_util::{Stream, stream};
//! # use retell_llm_ws::{PolicyError, Reply, Turn};
//! # fn complete(prompt: &str) -> impl Stream<Item = Result<String, std::io::Error>> + use<> {
//! #     stream::iter(Vec::new())
//! # }
//! async fn respond(turn: &Turn<'_>, reply: &mut Reply) -> Result<(), PolicyError> {
//!     let tokens = complete(turn.said().unwrap_or_default());
//!     Ok(reply.speak(tokens).await?)
//! }
//! ```

mod abbreviations;
mod boundary;
mod cutter;

use std::{pin::pin, time::Duration};

use futures_util::{Stream, StreamExt};
use tokio::time::timeout;

pub use self::cutter::SentenceCutter;
use crate::{Closed, PolicyError, Reply};

/// Says what a stream of tokens brings, piece by piece.
#[derive(Debug, Clone)]
pub struct Speaker {
    cutter: SentenceCutter,
    pause: Option<Duration>,
}

impl Default for Speaker {
    fn default() -> Self {
        Self {
            cutter: SentenceCutter::new(),
            pause: Some(Duration::from_millis(350)),
        }
    }
}

impl Speaker {
    /// The defaults: a new [`SentenceCutter`], and a pause of 350 ms.
    pub fn new() -> Self {
        Self::default()
    }

    /// Cuts with this one.
    #[must_use]
    pub fn cutter(mut self, cutter: SentenceCutter) -> Self {
        self.cutter = cutter;
        self
    }

    /// When no token has come for this long, what is held is said as far as it goes
    /// ([`SentenceCutter::flush`]). Default: 350 ms. `None`: pieces end at boundaries only.
    #[must_use]
    pub fn pause(mut self, pause: impl Into<Option<Duration>>) -> Self {
        self.pause = pause.into();
        self
    }

    /// Says all that `tokens` brings. The answer stays open, so that more can follow under the same response: return
    /// from `respond`, or call [`Reply::finish`], to end it.
    ///
    /// # Errors
    ///
    /// [`SpeakError::Broken`] when the stream does: what was held by then is not said, for half a sentence helps nobody.
    /// Its `spoken` tells whether another answer can still take this one's place. [`SpeakError::Closed`] when the turn
    /// is over; the stream is dropped then, which is how most clients are told to stop.
    ///
    /// # Cancel safety
    ///
    /// Dropped, it drops the stream and what was held of it. Pieces that were said are whole.
    pub async fn speak<S, T, E>(mut self, reply: &mut Reply, tokens: S) -> Result<(), SpeakError>
    where
        S: Stream<Item = Result<T, E>>,
        T: AsRef<str>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let mut tokens = pin!(tokens);
        let mut spoken = false;
        let mut paused = false;
        loop {
            let next = match self.pause {
                Some(pause) if !paused => timeout(pause, tokens.next()).await,
                _ => Ok(tokens.next().await),
            };
            paused = next.is_err();
            let (pieces, ended) = match next {
                Err(_) => (self.cutter.flush(), false),
                Ok(Some(Ok(token))) => (self.cutter.push(token.as_ref()), false),
                Ok(Some(Err(error))) => {
                    return Err(SpeakError::Broken {
                        error: error.into(),
                        spoken,
                    });
                }
                Ok(None) => (self.cutter.finish().into_iter().collect(), true),
            };
            for piece in pieces {
                reply.say(piece).await?;
                spoken = true;
            }
            if ended {
                return Ok(());
            }
        }
    }
}

impl Reply {
    /// Says what `tokens` brings, cut into pieces that can be spoken: [`Speaker::speak`] with the defaults.
    ///
    /// # Errors
    ///
    /// As [`Speaker::speak`].
    ///
    /// # Cancel safety
    ///
    /// As [`Speaker::speak`].
    pub async fn speak<S, T, E>(&mut self, tokens: S) -> Result<(), SpeakError>
    where
        S: Stream<Item = Result<T, E>>,
        T: AsRef<str>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Speaker::new().speak(self, tokens).await
    }
}

/// Why a stream of tokens was not spoken to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SpeakError {
    /// The turn is over.
    #[error("the turn ended while words were coming")]
    Closed(#[source] Closed),
    /// The stream failed.
    #[error("the stream of words broke off")]
    Broken {
        /// What the stream said.
        #[source]
        error: Box<dyn std::error::Error + Send + Sync>,
        /// Whether words of this stream were said before.
        spoken: bool,
    },
}

impl From<Closed> for SpeakError {
    fn from(closed: Closed) -> Self {
        Self::Closed(closed)
    }
}

impl From<SpeakError> for PolicyError {
    fn from(error: SpeakError) -> Self {
        Self::new("words could not be spoken").with_source(error)
    }
}
