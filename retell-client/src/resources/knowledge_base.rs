//! Knowledge bases.

use super::resource;

resource!(
    /// Knowledge bases; from [`Client::knowledge_base`](crate::Client::knowledge_base).
    KnowledgeBases
);
