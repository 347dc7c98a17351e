//! Agents tried out without a call.

mod completion;

pub use self::completion::{PlaygroundAnswer, PlaygroundCompletion};
