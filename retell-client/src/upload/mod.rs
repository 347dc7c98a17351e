//! Uploads: files, the form they are sent in, and one sending of it.

mod file;
mod form;
mod sending;

pub use self::{file::Upload, sending::Progress};
pub(crate) use self::{
    form::Form,
    sending::{OnProgress, Sending, Stalled},
};
