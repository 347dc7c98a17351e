//! The form an upload is sent in.

use std::{io, sync::Arc};

use serde::Serialize;
use serde_json::Value;

use super::{
    Upload,
    sending::{OnProgress, Sending},
};
use crate::{Error, ErrorKind, models::Extra};

/// A `multipart/form-data` body. Text, numbers and booleans are parts as they are, lists and objects parts of JSON, each
/// file a part of its own, several under the same name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    fields: Extra,
    files: Vec<(&'static str, Upload)>,
}

impl Form {
    /// A form of the fields of an object that are set.
    pub(crate) fn of(object: &impl Serialize) -> Self {
        let mut form = Self::default();
        if let Ok(Value::Object(fields)) = serde_json::to_value(object) {
            form.extend(fields);
        }
        form
    }

    /// Adds fields, or replaces them.
    pub(crate) fn extend(&mut self, fields: Extra) {
        self.fields.extend(fields);
    }

    /// Adds files, all under one name.
    pub(crate) fn files<'a>(
        mut self,
        name: &'static str,
        files: impl IntoIterator<Item = &'a Upload>,
    ) -> Self {
        self.files
            .extend(files.into_iter().map(|file| (name, file.clone())));
        self
    }

    /// Whether it can be sent again.
    pub(crate) fn is_there(&self) -> bool {
        self.files.iter().all(|(_, file)| file.is_there())
    }

    /// Opens all files and makes the body of one sending of them.
    pub(crate) async fn open(
        &self,
        operation: &'static str,
        on_progress: Option<OnProgress>,
    ) -> Result<(reqwest::multipart::Form, Arc<Sending>), Error> {
        let mut form = reqwest::multipart::Form::new().percent_encode_noop();
        for (name, value) in &self.fields {
            form = match value {
                Value::Null => form,
                Value::String(text) => form.text(name.clone(), text.clone()),
                other => form.text(name.clone(), other.to_string()),
            };
        }
        let mut opened = Vec::new();
        for (name, file) in &self.files {
            let unreadable = |error: io::Error| Error::new(ErrorKind::File, operation).caused_by(error);
            opened.push((*name, file, file.open().await.map_err(unreadable)?));
        }
        let total = opened.iter().map(|(_, _, opened)| opened.length).sum();
        let sending = Arc::new(Sending::new(total, on_progress));
        for (name, file, opened) in opened {
            let invalid = |what| Error::new(ErrorKind::InvalidRequest, operation).detail(what);
            let file_name = file
                .checked_name()
                .ok_or_else(|| invalid("the name of a file is empty or holds control characters"))?;
            let length = opened.length;
            let body = Arc::clone(&sending).body(opened);
            let part = match length {
                Some(length) => reqwest::multipart::Part::stream_with_length(body, length),
                None => reqwest::multipart::Part::stream(body),
            };
            let part = part
                .file_name(file_name.to_owned())
                .mime_str(&file.mime())
                .map_err(|_| invalid("the content type of a file is not one"))?;
            form = form.part(name, part);
        }
        Ok((form, sending))
    }
}
