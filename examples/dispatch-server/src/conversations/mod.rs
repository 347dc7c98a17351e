//! Finding calls: one filter for the list, the count and the CSV file.

mod export;
mod filter;
mod model;
mod routes;

pub use export::csv_rows;
pub(crate) use filter::Params;
pub use model::{Conversations, ResultItem, Results};
pub(crate) use routes::router;
