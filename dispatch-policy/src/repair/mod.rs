//! What goes before the agenda: everything a driver does other than answering.
//!
//! One pattern a file. Each is a step: it either makes the reply, or leaves the turn to the next step.

pub(crate) mod abuse;
pub(crate) mod callback;
pub(crate) mod goodbye;
pub(crate) mod gps;
pub(crate) mod hello;
pub(crate) mod hold;
pub(crate) mod language;
pub(crate) mod noise;
pub(crate) mod person;
pub(crate) mod question;
pub(crate) mod refusal;
pub(crate) mod silence;
pub(crate) mod stranger;
pub(crate) mod voicemail;
pub(crate) mod wrong_person;
