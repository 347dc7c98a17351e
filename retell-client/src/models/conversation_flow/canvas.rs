//! How a flow looks in the dashboard.

use crate::models::{NoteId, Number, macros::model};

model! {
    /// A place on the canvas.
    DisplayPosition {
        ..
        /// To the right.
        x: Option<Number>,
        /// Downwards.
        y: Option<Number>,
    }
}

model! {
    /// A note on the canvas.
    Note shows(id) {
        /// The note.
        id: NoteId,
        /// Its text; pictures stand as `<image:asset_id>`.
        content: String,
        /// Where it stands.
        display_position: DisplayPosition,
        /// How large it is.
        size: NoteSize,
        ..
    }
}

model! {
    /// Size of a note.
    NoteSize {
        ..
        /// From top to bottom.
        height: Option<Number>,
        /// From left to right.
        width: Option<Number>,
    }
}
