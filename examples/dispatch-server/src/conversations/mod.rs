//! Finding calls: one filter for the list, the count and the CSV file.

mod model;
mod routes;

pub use model::{Conversations, ResultItem, Results};
pub(crate) use routes::router;
