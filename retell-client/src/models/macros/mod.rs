//! How models are written. Each macro is one kind of thing Retell's API is made of:
//!
//! | macro | for |
//! |---|---|
//! | [`model!`] | an object: fields, constructor, setters, quiet `Debug`, unknown fields kept |
//! | [`open_enum!`] | a string with known values, kept when it is not one of them |
//! | [`tagged_union!`] | one of several objects, told apart by a field; an unknown one is kept whole |
//! | [`constant!`] | a string with one value, where it tells objects apart |
//! | [`string_id!`] | an id |
//!
//! ```text
//! src/models/<family>/<idea>.rs     one file an idea, re-exported by the family's mod.rs and by models
//! src/resources/<resource>.rs       the methods
//! tests/conformance/shapes/<family>.rs, methods/<resource>.rs    what they are called in the facts
//! ```
//!
//! Fields are typed by rule: an integer is `i64`, any other number [`Number`](super::Number), what may be left out
//! `Option<T>`, what may also be null [`Nullable<T>`](super::Nullable). Objects that share their fields are made by one
//! macro holding the fields, so that each is written once.

mod collect;
mod constant;
mod id;
mod model;
mod open_enum;
mod union;

pub(crate) use {
    collect::Collect, constant::constant, id::string_id, model::model, open_enum::open_enum,
    union::tagged_union,
};

/// `Debug` that shows the named fields only; all others may hold personal data or secrets.
macro_rules! quiet_debug {
    ($name:ident { $($shown:ident),* $(,)? }) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($shown), &self.$shown))*
                    .finish_non_exhaustive()
            }
        }
    };
}

pub(crate) use quiet_debug;
