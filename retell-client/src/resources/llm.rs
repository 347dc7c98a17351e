//! Retell LLM response engines.

use super::resource;

resource!(
    /// Retell LLM response engines; from [`Client::llm`](crate::Client::llm).
    Llms
);
